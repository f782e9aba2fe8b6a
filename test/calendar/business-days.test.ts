import {
  addBusinessDays,
  alwaysOpen,
  businessDaysBetween,
  chinaOfficeCalendar,
  compileCalendar,
  defineWorkingCalendar,
  describeDay,
  describe as inWords,
  isBusinessDay,
  mondayToFriday,
  nextBusinessDay,
  orThrow,
  type Result,
} from 'clientele/calendar';
import { describe, expect, it } from 'vitest';

const china = compileCalendar(
  chinaOfficeCalendar({
    hours: [
      ['09:00', '12:00'],
      ['13:30', '18:00'],
    ],
  }),
);
const nights = compileCalendar(
  defineWorkingCalendar({
    name: 'nights',
    zone: 'Europe/Berlin',
    week: mondayToFriday(['22:00', '06:00']),
    exceptions: [
      { kind: 'hours', hours: [['10:00', '12:00']], date: '2026-01-10', name: { en: 'sale', zh: '促销' } },
      { kind: 'break', hours: [['00:00', '24:00']], date: '2026-01-13', name: 'inventory' },
    ],
  }),
);

function wrong(result: Result<unknown>): readonly string[] {
  return result._tag === 'Left' ? result.left.map((one) => inWords(one, 'en')) : [];
}

describe('business days', () => {
  it('are those with opening hours of their own', () => {
    expect(orThrow(isBusinessDay(china, '2025-10-11'))).toBe(true);
    expect(orThrow(isBusinessDay(china, '2025-10-12'))).toBe(false);
    expect(orThrow(isBusinessDay(china, '2025-10-01'))).toBe(false);
    // Friday's shift ends on Saturday.
    expect(orThrow(isBusinessDay(nights, '2026-01-17'))).toBe(false);
  });

  it.each([
    ['2025-09-25', 7, '2025-10-11'],
    ['2026-02-11', 7, '2026-02-27'],
    ['2026-04-30', 10, '2026-05-18'],
    ['2025-10-11', -7, '2025-09-25'],
    ['2025-10-04', 0, '2025-10-04'],
    ['2025-10-04', 1, '2025-10-09'],
    ['2025-10-04', -1, '2025-09-30'],
    ['2025-12-31', 1, '2026-01-04'],
  ])('%s and %d of them: %s', (from, count, day) => {
    expect(orThrow(addBusinessDays(china, from, count))).toBe(day);
  });

  it('cross leap days and the ends of years', () => {
    const always = compileCalendar(alwaysOpen('UTC'));
    expect(orThrow(addBusinessDays(always, '2024-02-28', 1))).toBe('2024-02-29');
    expect(orThrow(addBusinessDays(always, '2023-12-31', 366))).toBe('2024-12-31');
    expect(orThrow(businessDaysBetween(always, '1900-02-28', '1900-03-01'))).toBe(1);
    expect(orThrow(nextBusinessDay(always, '1999-12-31'))).toBe('2000-01-01');
  });

  it('between are counted without the first day, and with the last', () => {
    expect(orThrow(businessDaysBetween(china, '2025-09-30', '2025-10-08'))).toBe(0);
    expect(orThrow(businessDaysBetween(china, '2025-09-30', '2025-10-09'))).toBe(1);
    expect(Object.is(orThrow(businessDaysBetween(china, '2025-10-08', '2025-10-01')), 0)).toBe(true);
  });

  it('are not guessed where holidays are not known', () => {
    expect(wrong(isBusinessDay(china, '2027-01-01'))).toEqual([
      'calendar.known: expected a day for which the holidays of China, working days are known (from 2025-01-01 until before 2027-01-01), found 2027-01-01.',
    ]);
    expect(wrong(addBusinessDays(china, '2026-12-30', 2))[0]).toContain('found 2027-01-01.');
    expect(wrong(addBusinessDays(china, '2025-01-02', -1))[0]).toContain('found 2024-12-31.');
    expect(wrong(businessDaysBetween(china, '2024-12-30', '2025-02-01'))[0]).toContain('found 2024-12-30.');
  });

  it('are asked for by days that exist, and whole numbers', () => {
    expect(wrong(isBusinessDay(china, '2025-02-29'))).toEqual([
      'date: expected text written as yyyy-MM-dd, found "2025-02-29".',
    ]);
    expect(wrong(businessDaysBetween(china, '2025-02-01', 'tomorrow'))[0]).toContain('until: ');
    expect(wrong(addBusinessDays(china, '2025-02-03', 0.5))).toEqual([
      'days: expected an integer, found 0.5.',
    ]);
  });

  it('that do not come are not looked for without end', () => {
    const sale = compileCalendar(
      defineWorkingCalendar({
        name: 'sale',
        zone: 'UTC',
        week: [],
        exceptions: [{ kind: 'hours', hours: [['10:00', '12:00']], date: '2026-05-01', name: 'sale' }],
      }),
    );
    expect(wrong(addBusinessDays(sale, '2026-05-01', 1))[0]).toContain(
      'calendar: expected a calendar that opens again',
    );
    expect(wrong(addBusinessDays(sale, '2026-05-01', -1))).toHaveLength(1);
    expect(orThrow(addBusinessDays(sale, '2026-09-01', -1))).toBe('2026-05-01');
  });
});

describe('a day in words', () => {
  it.each([
    ['2025-10-09', 'Thursday 9 October 2025: business day, 09:00–12:00 and 13:30–18:00.'],
    [
      '2025-10-11',
      'Saturday 11 October 2025: make-up working day (National Day and Mid-Autumn Festival), 09:00–12:00 and 13:30–18:00.',
    ],
    ['2025-10-12', 'Sunday 12 October 2025: weekend, closed.'],
    ['2025-10-01', 'Wednesday 1 October 2025: National Day and Mid-Autumn Festival, closed.'],
  ])('%s', (date, sentence) => {
    expect(inWords(orThrow(describeDay(china, date)), 'en')).toBe(sentence);
  });

  it('with nights, special hours, breaks and the whole day', () => {
    expect(inWords(orThrow(describeDay(nights, '2026-01-09')), 'en')).toBe(
      'Friday 9 January 2026: business day, 22:00–06:00.',
    );
    expect(inWords(orThrow(describeDay(nights, '2026-01-10')), 'zh')).toBe(
      '2026年1月10日（星期六）：特殊营业时间（促销），10:00–12:00。',
    );
    // The break takes the rest of the day; the night after midnight is left.
    expect(orThrow(describeDay(nights, '2026-01-13'))).toMatchObject({
      isBusinessDay: true,
      open: [{ from: Date.UTC(2026, 0, 13, 23), until: Date.UTC(2026, 0, 14, 5) }],
    });
    expect(inWords(orThrow(describeDay(compileCalendar(alwaysOpen('UTC')), '2026-01-13')), 'en')).toBe(
      'Tuesday 13 January 2026: business day, 00:00–24:00.',
    );
  });

  it('has its facts as data', () => {
    expect(orThrow(describeDay(china, '2025-10-01'))).toMatchObject({
      date: '2025-10-01',
      weekday: 'wed',
      isBusinessDay: false,
      because: { kind: 'holiday', name: { zh: '国庆节、中秋节' } },
      open: [],
    });
  });
});
