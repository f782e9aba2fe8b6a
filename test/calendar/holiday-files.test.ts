import {
  compileCalendar,
  defineWorkingCalendar,
  describe as inWords,
  isBusinessDay,
  mondayToFriday,
  orThrow,
  parseBankHolidays,
  parseHolidayCn,
  type Result,
} from 'clientele/calendar';
import { describe, expect, it } from 'vitest';

function wrong(result: Result<unknown>): readonly string[] {
  return result._tag === 'Left' ? result.left.map((one) => inWords(one, 'en')) : [];
}

const newYear = (year: number, days: readonly (readonly [string, boolean])[]) => ({
  year,
  papers: [`https://www.gov.cn/${year}`],
  days: days.map(([date, isOffDay]) => ({ name: '元旦', date, isOffDay })),
});

describe('files of holiday-cn', () => {
  const files = [
    newYear(2023, [
      ['2022-12-31', true],
      ['2023-01-01', true],
      ['2023-01-02', true],
    ]),
    newYear(2022, [
      ['2022-01-01', true],
      ['2022-01-02', true],
      ['2022-01-03', true],
    ]),
  ];

  it('become exceptions, days in a row as one, in the order of time', () => {
    expect(orThrow(parseHolidayCn(files))).toEqual({
      source: 'https://www.gov.cn/2022 https://www.gov.cn/2023',
      exceptions: [
        { kind: 'closed', date: '2022-01-01', last: '2022-01-03', name: '元旦' },
        { kind: 'closed', date: '2022-12-31', last: '2023-01-02', name: '元旦' },
      ],
      known: { from: '2022-01-01', until: '2024-01-01' },
    });
  });

  it('know a day of the year before that they list, and no more of it', () => {
    expect(orThrow(parseHolidayCn(files.slice(0, 1))).known).toEqual({
      from: '2022-12-31',
      until: '2024-01-01',
    });
  });

  it('make a calendar, with the hours of the weekday that is asked for', () => {
    const list = orThrow(
      parseHolidayCn(
        [
          newYear(2026, [
            ['2026-01-03', true],
            ['2026-01-04', false],
          ]),
        ],
        { as: 'fri' },
      ),
    );
    const calendar = defineWorkingCalendar({
      name: 'shop',
      zone: 'Asia/Shanghai',
      week: mondayToFriday(['09:00', '17:00']),
      ...list,
    });
    expect(calendar.exceptions[1]).toEqual({
      kind: 'workingDay',
      as: 'fri',
      date: '2026-01-04',
      name: '元旦',
    });
    expect(orThrow(isBusinessDay(compileCalendar(calendar), '2026-01-04'))).toBe(true);
  });

  it('are refused with what is wrong in which of them', () => {
    expect(wrong(parseHolidayCn({ year: 2026, days: [] }))).toEqual([
      'days: expected a list of at least 1 item, found an array of 0.',
    ]);
    expect(wrong(parseHolidayCn('2026.json'))).toHaveLength(1);
    expect(wrong(parseHolidayCn([]))).toEqual(['expected a list of at least one file, found an array of 0.']);
    expect(wrong(parseHolidayCn([files[0], newYear(2025, [['2025-01-01', true]])]))).toEqual([
      'expected a file for 2024, found 2025.',
    ]);
    expect(
      wrong(parseHolidayCn([files[0], { year: 2024, days: [{ name: '元旦', date: '2024-01-01' }] }])),
    ).toEqual(['[1].days[0].isOffDay: expected a value, found undefined.']);
    expect(wrong(parseHolidayCn([newYear(2025, [['2025-02-29', true]])]))).toEqual([
      '[0].days[0].date: expected a day that exists, found "2025-02-29".',
    ]);
    expect(
      wrong(
        parseHolidayCn([
          newYear(2025, [
            ['2025-01-01', true],
            ['2025-01-01', false],
          ]),
        ]),
      ),
    ).toEqual(['[0].days[1].date: expected a day not used before, found "2025-01-01".']);
    expect(wrong(parseHolidayCn([newYear(2025, [])]))).toHaveLength(1);
  });
});

describe('gov.uk’s bank-holidays.json', () => {
  const file = {
    scotland: {
      division: 'scotland',
      events: [{ title: '2nd January', date: '2026-01-02', notes: '', bunting: true }],
    },
    'england-and-wales': {
      division: 'england-and-wales',
      events: [
        { title: 'New Year’s Day', date: '2026-01-01', notes: '', bunting: true },
        { title: 'Boxing Day', date: '2027-12-28', notes: 'Substitute day', bunting: true },
      ],
    },
  };

  it('becomes the exceptions of a division', () => {
    expect(orThrow(parseBankHolidays(file))).toEqual({
      source: 'www.gov.uk/bank-holidays.json, england-and-wales',
      exceptions: [
        { kind: 'closed', date: '2026-01-01', name: 'New Year’s Day' },
        { kind: 'closed', date: '2027-12-28', name: 'Boxing Day' },
      ],
      known: { from: '2026-01-01', until: '2028-01-01' },
    });
    expect(orThrow(parseBankHolidays(file, { division: 'scotland' })).exceptions).toHaveLength(1);
  });

  it('is refused with an option that there is not, instead of read as if there were none', () => {
    const misspelt: object = { devision: 'scotland' };
    expect(wrong(parseBankHolidays(file, misspelt))).toEqual([
      'devision: expected only the keys "division", found "devision".',
    ]);
    expect(wrong(parseHolidayCn([], misspelt))).toEqual([
      'devision: expected only the keys "as", found "devision".',
    ]);
  });

  it('is refused without the division, or with days that are none', () => {
    expect(wrong(parseBankHolidays(file, { division: 'wales' }))).toEqual([
      'expected one of "scotland", "england-and-wales", found "wales".',
    ]);
    expect(wrong(parseBankHolidays([]))).toEqual(['expected an object of divisions, found an array of 0.']);
    expect(wrong(parseBankHolidays(null))).toEqual(['expected an object of divisions, found null.']);
    expect(
      wrong(parseBankHolidays({ 'england-and-wales': { events: [{ title: 'x', date: '2026-02-30' }] } })),
    ).toEqual(['england-and-wales.events[0].date: expected a day that exists, found "2026-02-30".']);
  });
});
