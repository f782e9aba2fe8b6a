import {
  alwaysOpen,
  type CalendarException,
  checkDeadlineRule,
  checkWorkingCalendar,
  chinaOfficeCalendar,
  defineWorkingCalendar,
  englandAndWalesBusinessCalendar,
  describe as inWords,
  mondayToFriday,
  parseDeadlineRule,
  parseWorkingCalendar,
  type Result,
  type WorkingCalendarInput,
} from 'clientele/calendar';
import { describe, expect, it } from 'vitest';

const desk = {
  format: 'working-calendar@1',
  name: 'desk',
  zone: 'Europe/Berlin',
  week: mondayToFriday(['09:00', '12:00'], ['13:00', '17:00']),
} as const satisfies WorkingCalendarInput;

/** What is wrong, as `code path`. */
function wrong(result: Result<unknown>): readonly string[] {
  return result._tag === 'Left' ? result.left.map(({ code, path }) => `${code} ${path.join('.')}`) : [];
}

function withExceptions(...exceptions: readonly CalendarException[]): Result<unknown> {
  return parseWorkingCalendar({ ...desk, exceptions });
}

describe('a working calendar', () => {
  it('is completed with the defaults', () => {
    expect(defineWorkingCalendar(desk)).toEqual({
      ...desk,
      exceptions: [],
      conventions: { boundary: 'close', gap: 'clamp', fold: 'earlier' },
    });
    const night = defineWorkingCalendar({ ...desk, conventions: { boundary: 'nextOpening' } });
    expect(night.conventions).toEqual({ boundary: 'nextOpening', gap: 'clamp', fold: 'earlier' });
  });

  it('survives being stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify(defineWorkingCalendar(desk)));
    expect(parseWorkingCalendar(stored)).toEqual({ _tag: 'Right', right: defineWorkingCalendar(desk) });
  });

  it.each([[['00:00', '24:00']], [['22:00', '06:00']], [['18:00', '00:00']], [['23:59', '24:00']]] as const)(
    'takes the hours %j',
    (hours) => {
      expect(wrong(parseWorkingCalendar({ ...desk, week: mondayToFriday(hours) }))).toEqual([]);
    },
  );

  it.each([
    [['9:00', '17:00'], ['notATimeOfDay week.0.hours.0.0']],
    [['09:00', '24:01'], ['notATimeOfDay week.0.hours.0.1']],
    [['24:00', '06:00'], ['notATimeOfDay week.0.hours.0.0']],
    [
      ['09:60', '25:00'],
      ['notATimeOfDay week.0.hours.0.0', 'notATimeOfDay week.0.hours.0.1'],
    ],
    [['09:00', '09:00'], ['emptyInterval week.0.hours.0.1']],
    [['00:00', '00:00'], ['emptyInterval week.0.hours.0.1']],
  ] as const)('refuses the hours %j', (hours, problems) => {
    expect(wrong(parseWorkingCalendar({ ...desk, week: mondayToFriday(hours) }))).toEqual(problems);
  });

  it('refuses a zone that nobody knows, an empty name, and days that are none', () => {
    expect(wrong(parseWorkingCalendar({ ...desk, zone: 'Europe/Atlantis' }))).toEqual(['unknownZone zone']);
    expect(wrong(parseWorkingCalendar({ ...desk, name: '' }))).toEqual(['outOfRange name']);
    expect(
      wrong(parseWorkingCalendar({ ...desk, week: [{ days: ['day'], hours: [['09:00', '17:00']] }] })),
    ).toEqual(['notOneOf week.0.days.0']);
    expect(wrong(parseWorkingCalendar({ ...desk, holidays: [] }))).toEqual(['unknownKey holidays']);
  });

  it('refuses exceptions on days that do not exist, that end before they begin, or are endless', () => {
    expect(wrong(withExceptions({ kind: 'closed', date: '2026-02-29', name: 'leap day' }))).toEqual([
      'notADay exceptions.0.date',
    ]);
    expect(wrong(withExceptions({ kind: 'closed', date: '2028-02-29', name: 'leap day' }))).toEqual([]);
    expect(
      wrong(withExceptions({ kind: 'closed', date: '2026-02-01', last: '2026-02-30', name: 'x' })),
    ).toEqual(['notADay exceptions.0.last']);
    expect(
      wrong(withExceptions({ kind: 'closed', date: '2026-02-02', last: '2026-02-01', name: 'x' })),
    ).toEqual(['endsBeforeItBegins exceptions.0.last']);
    expect(
      wrong(withExceptions({ kind: 'closed', date: '2026-01-01', last: '2027-01-01', name: 'x' })),
    ).toEqual([]);
    expect(
      wrong(withExceptions({ kind: 'closed', date: '2026-01-01', last: '2027-01-02', name: 'x' })),
    ).toEqual(['outOfRange exceptions.0.last']);
  });

  it('refuses exceptions outside the known days', () => {
    const known = { from: '2026-01-01', until: '2027-01-01' };
    const problems = (date: string, last?: string): readonly string[] =>
      wrong(
        parseWorkingCalendar({
          ...desk,
          known,
          exceptions: [{ kind: 'closed', date, ...(last === undefined ? {} : { last }), name: 'x' }],
        }),
      );
    expect(problems('2026-01-01', '2026-12-31')).toEqual([]);
    expect(problems('2025-12-31')).toEqual(['outsideKnown exceptions.0.date']);
    expect(problems('2027-01-01')).toEqual(['outsideKnown exceptions.0.date']);
    expect(problems('2026-12-31', '2027-01-01')).toEqual(['outsideKnown exceptions.0.last']);
  });

  it('refuses known days that are none, or the wrong way round', () => {
    const problems = (from: string, until: string): readonly string[] =>
      wrong(parseWorkingCalendar({ ...desk, known: { from, until } }));
    expect(problems('2026-13-01', '2027-01-01')).toEqual(['notADay known.from']);
    expect(problems('2026-01-01', '2027-02-30')).toEqual(['notADay known.until']);
    expect(problems('2026-01-01', '2026-01-01')).toEqual(['endsBeforeItBegins known.until']);
  });

  it('refuses two exceptions that say different things of a day, and takes those that agree', () => {
    const closed = { kind: 'closed', date: '2026-05-01', last: '2026-05-03', name: 'A' } as const;
    const working = { kind: 'workingDay', as: 'mon', date: '2026-05-03', name: 'B' } as const;
    const hours = { kind: 'hours', hours: [['10:00', '12:00']], date: '2026-05-02', name: 'C' } as const;
    const breaks = { kind: 'break', hours: [['10:00', '12:00']], date: '2026-05-03', name: 'D' } as const;
    expect(wrong(withExceptions(closed, working))).toEqual(['contradiction exceptions.1.date']);
    expect(wrong(withExceptions(working, closed))).toEqual(['contradiction exceptions.1.date']);
    expect(wrong(withExceptions(closed, hours))).toEqual(['contradiction exceptions.1.date']);
    expect(wrong(withExceptions(hours, { ...hours, hours: [['10:00', '13:00']] }))).toEqual([
      'contradiction exceptions.1.date',
    ]);
    expect(wrong(withExceptions(working, { ...working, as: 'tue' }))).toEqual([
      'contradiction exceptions.1.date',
    ]);
    expect(wrong(withExceptions(closed, { ...closed, name: 'B' }, hours))).toEqual([
      'contradiction exceptions.2.date',
    ]);
    expect(wrong(withExceptions(closed, { ...closed, date: '2026-05-02', name: 'B' }, breaks))).toEqual([]);
    expect(wrong(withExceptions(working, breaks, { ...working, name: 'B' }))).toEqual([]);
  });

  it('refuses a make-up day with the hours of a day that has none', () => {
    const saturday = withExceptions({ kind: 'workingDay', as: 'sat', date: '2026-05-09', name: 'x' });
    expect(wrong(saturday)).toEqual(['closedWeekday exceptions.0.as']);
    expect(saturday._tag === 'Left' && inWords(saturday.left[0], 'en')).toBe(
      'exceptions[0].as: expected one of "mon", "tue", "wed", "thu", "fri", found "sat".',
    );
  });

  it('that is never open is refused, and one that is open on a single day is not', () => {
    expect(wrong(parseWorkingCalendar({ ...desk, week: [] }))).toEqual(['neverOpen week']);
    const once = { kind: 'hours', hours: [['10:00', '11:00']], date: '2026-05-01', name: 'sale' };
    expect(wrong(parseWorkingCalendar({ ...desk, week: [], exceptions: [once] }))).toEqual([]);
    const taken = { ...once, kind: 'break' };
    expect(wrong(parseWorkingCalendar({ ...desk, week: [], exceptions: [taken] }))).toEqual([
      'neverOpen week',
    ]);
  });

  it('of another format is refused', () => {
    expect(wrong(parseWorkingCalendar({ ...desk, format: 'working-calendar@2' }))).toEqual([
      'unknownFormat format',
    ]);
    expect(wrong(parseWorkingCalendar('09:00 to 17:00'))).toEqual(['wrongType ']);
  });

  it.each([
    chinaOfficeCalendar(),
    englandAndWalesBusinessCalendar({
      hours: [
        ['08:00', '12:00'],
        ['13:00', '18:00'],
      ],
    }),
    alwaysOpen('Asia/Kathmandu'),
  ])('of the presets is one that can be stored: $name', (preset) => {
    expect(parseWorkingCalendar(preset)).toEqual({ _tag: 'Right', right: preset });
    expect(checkWorkingCalendar(preset)).toEqual([]);
  });

  it('of the presets is checked too', () => {
    expect(() => alwaysOpen('nowhere')).toThrow(
      'zone: expected the name of an IANA time zone, found "nowhere".',
    );
    expect(() => chinaOfficeCalendar({ hours: [['9', '17']] })).toThrow('week[0].hours[0][0]');
  });

  it('of the presets takes no option that there is not', () => {
    const misspelt: object = { hour: [['10:00', '16:00']], title: 'office' };
    for (const preset of [chinaOfficeCalendar, englandAndWalesBusinessCalendar])
      expect(() => preset(misspelt)).toThrow(
        'hour: expected only the keys "hours", "name", found "hour".\ntitle: expected only the keys "hours", "name", found "title".',
      );
  });
});

describe('a time limit', () => {
  it('of every kind is taken', () => {
    for (const budget of [
      { kind: 'elapsedMinutes', minutes: 0.5 },
      { kind: 'workingMinutes', minutes: 480 },
      { kind: 'calendarDays', days: 15 },
      { kind: 'weeks', weeks: 8 },
      { kind: 'months', months: 6 },
      { kind: 'businessDays', days: 0 },
    ] as const)
      expect(parseDeadlineRule({ budget })).toEqual({ _tag: 'Right', right: { budget } });
  });

  it.each([
    [{ budget: { kind: 'days', days: 1 } }, 'notOneOf budget.kind'],
    [{ budget: { kind: 'calendarDays', days: -1 } }, 'outOfRange budget.days'],
    [{ budget: { kind: 'calendarDays', days: 1.5 } }, 'wrongType budget.days'],
    [{ budget: { kind: 'weeks', weeks: 100_000 } }, 'outOfRange budget.weeks'],
    [{ budget: { kind: 'workingMinutes', minutes: Number.NaN } }, 'wrongType budget.minutes'],
    [{ budget: { kind: 'calendarDays', days: 1 }, rolls: 'following' }, 'unknownKey rolls'],
    [{ budget: { kind: 'calendarDays', days: 1 }, roll: 'forwards' }, 'notOneOf roll'],
    [{ budget: { kind: 'calendarDays', days: 0 }, anchorDay: 'included' }, 'outOfRange budget.days'],
  ])('is refused: %j', (rule, problem) => {
    expect(wrong(parseDeadlineRule(rule))).toEqual([problem]);
  });

  it('written in code is checked alike', () => {
    const codes = (days: number): readonly string[] =>
      checkDeadlineRule({ budget: { kind: 'businessDays', days } }).map(({ code }) => code);
    expect(codes(7)).toEqual([]);
    expect(codes(0.5)).toEqual(['wrongType']);
    expect(codes(Number.NaN)).toEqual(['wrongType']);
    expect(codes(-1)).toEqual(['outOfRange']);
    expect(codes(36_526)).toEqual(['outOfRange']);
  });
});
