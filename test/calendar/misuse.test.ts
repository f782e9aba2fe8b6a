/** Every question refuses what it cannot be asked with, in the same way. */
import {
  addBusinessDays,
  addWorkingTime,
  alwaysOpen,
  businessDaysBetween,
  type CompiledCalendar,
  checkDeadlineRule,
  chinaOfficeCalendar,
  compileCalendar,
  type DeadlineRule,
  deadlineOf,
  defineWorkingCalendar,
  describeDay,
  explainBusinessDays,
  explainBusinessDaysBetween,
  explainDeadline,
  explainNextOpening,
  explainOpen,
  explainSubtractedWorkingTime,
  explainWorkingTime,
  explainWorkingTimeBetween,
  intersectCalendars,
  describe as inWords,
  isBusinessDay,
  isOpen,
  mondayToFriday,
  nextBusinessDay,
  nextOpening,
  openingHours,
  orThrow,
  type Pause,
  type Result,
  subtractWorkingTime,
  type WorkingCalendar,
  type WorkingCalendarInput,
  workingTimeBetween,
} from 'clientele/calendar';
import { describe, expect, it } from 'vitest';

const office = { name: 'office', zone: 'Europe/Berlin', week: mondayToFriday(['09:00', '17:00']) } as const;
const calendar = (more: Partial<WorkingCalendarInput> = {}): CompiledCalendar =>
  compileCalendar(defineWorkingCalendar({ ...office, ...more }));

const nextDay = { budget: { kind: 'businessDays', days: 1 } } as const;

const ofDays: Readonly<Record<string, (of: CompiledCalendar, day: string) => Result<unknown>>> = {
  isBusinessDay,
  nextBusinessDay,
  addBusinessDays: (of, day) => addBusinessDays(of, day, 1),
  businessDaysBetween: (of, day) => businessDaysBetween(of, day, '2026-01-12'),
  describeDay,
  explainBusinessDays: (of, day) => explainBusinessDays(of, day, 1),
  explainBusinessDaysBetween: (of, day) => explainBusinessDaysBetween(of, day, '2026-01-12'),
};

const ofInstants: Readonly<Record<string, (of: CompiledCalendar, at: string) => Result<unknown>>> = {
  addWorkingTime: (of, at) => addWorkingTime(of, at, 60),
  subtractWorkingTime: (of, at) => subtractWorkingTime(of, at, 60),
  'workingTimeBetween, from': (of, at) => workingTimeBetween(of, at, '2026-01-12T10:00:00Z'),
  'workingTimeBetween, until': (of, at) => workingTimeBetween(of, '2026-01-12T10:00:00Z', at),
  isOpen,
  nextOpening,
  openingHours: (of, at) => openingHours(of, at, '2026-01-12T10:00:00Z'),
  explainWorkingTime: (of, at) => explainWorkingTime(of, at, 60),
  explainWorkingTimeBetween: (of, at) => explainWorkingTimeBetween(of, at, '2026-01-12T10:00:00Z'),
  explainSubtractedWorkingTime: (of, at) => explainSubtractedWorkingTime(of, at, 60),
  explainOpen,
  explainNextOpening,
  deadlineOf: (of, at) => deadlineOf(of, nextDay, at),
  explainDeadline: (of, at) => explainDeadline(of, nextDay, at),
};

function refusal(result: Result<unknown>): string {
  return result._tag === 'Left' ? result.left.map((one) => inWords(one, 'en')).join(' ') : 'not refused';
}

describe('a calendar that was not compiled', () => {
  const defined: unknown = defineWorkingCalendar(office);

  it.each(Object.entries({ ...ofDays, ...ofInstants }))('is refused by %s', (_, ask) => {
    const expected = 'calendar: expected a calendar as compileCalendar gives it, found';
    expect(refusal(ask(defined as CompiledCalendar, '2026-01-09'))).toBe(`${expected} an object.`);
    expect(refusal(ask(null as unknown as CompiledCalendar, '2026-01-09'))).toBe(`${expected} null.`);
  });

  it('cannot be intersected', () => {
    expect(() => intersectCalendars(calendar(), defined as CompiledCalendar)).toThrow(
      'calendar: expected a calendar as compileCalendar gives it, found an object.',
    );
    expect(() => intersectCalendars(undefined as unknown as CompiledCalendar)).toThrow('found nothing');
  });

  it('is compiled only where it was defined', () => {
    const expected = 'expected a calendar as defineWorkingCalendar or parseWorkingCalendar gives it, found';
    const raw: unknown = office;
    expect(() => compileCalendar(raw as WorkingCalendar)).toThrow(`${expected} an object.`);
    expect(() => compileCalendar(null as unknown as WorkingCalendar)).toThrow(`${expected} null.`);
  });
});

describe('a time without an offset', () => {
  it.each(Object.entries(ofInstants))('is that of the calendar’s zone for %s', (_, ask) => {
    const desk = calendar();
    const local = ask(desk, '2026-01-09T16:00');
    expect(local).toEqual(ask(desk, '2026-01-09T16:00:00+01:00'));
    expect(local._tag).toBe('Right');
  });

  it.each(Object.entries(ofInstants))('that the clocks skip or repeat is refused by %s', (_, ask) => {
    const desk = compileCalendar(alwaysOpen('Europe/Berlin'));
    const expected = 'expected a local time that happens exactly once in Europe/Berlin, found';
    expect(refusal(ask(desk, '2026-03-29T02:30'))).toContain(`: ${expected} "2026-03-29T02:30".`);
    expect(refusal(ask(desk, '2026-10-25T02:30'))).toContain(`: ${expected} "2026-10-25T02:30".`);
    expect(refusal(ask(desk, '2026-03-29T02:00'))).toContain(expected);
    expect(refusal(ask(desk, '2026-10-25T03:00'))).toBe('not refused');
  });

  it('has its kind and its argument in the problem', () => {
    const result = workingTimeBetween(calendar(), '2026-03-28T10:00', '2026-03-29T02:30');
    expect(result).toEqual({
      _tag: 'Left',
      left: [
        {
          code: 'skippedTime',
          path: ['until'],
          expected: { kind: 'singleLocalTime', zone: 'Europe/Berlin' },
          found: '"2026-03-29T02:30"',
        },
      ],
    });
    expect(deadlineOf(calendar(), nextDay, '2026-10-25T02:30')).toMatchObject({
      left: [{ code: 'repeatedTime', path: ['anchor'] }],
    });
  });

  it('has a time of day, which decides where a mere day does not', () => {
    const rule: DeadlineRule = { budget: { kind: 'workingMinutes', minutes: 60 } };
    expect(orThrow(deadlineOf(calendar(), rule, '2026-01-09T16:30')).at).toBe(Date.UTC(2026, 0, 12, 8, 30));
    expect(refusal(deadlineOf(calendar(), rule, '2026-01-09'))).toContain('with its time of day');
  });

  it('of an intersection is that of the zone of the first', () => {
    const both = intersectCalendars(calendar(), calendar({ zone: 'America/New_York' }));
    expect(orThrow(isOpen(both, '2026-01-09T14:59:59.999'))).toBe(false);
    expect(orThrow(isOpen(both, '2026-01-09T15:00'))).toBe(true);
  });
});

describe('pauses', () => {
  it.each<[unknown, string]>([
    [null, 'pauses[0]: expected a pause, found null.'],
    [{ from: 0 }, 'pauses[0].reason: expected text, found nothing.'],
    [
      { from: 0, reason: 'r', name: 'expert' },
      'pauses[0].name: expected a name in English and Chinese, found "expert".',
    ],
    [
      { from: '2026-01-09', reason: 'x' },
      'pauses[0].from: expected an instant in epoch milliseconds, found "2026-01-09".',
    ],
    [
      { from: 0, until: Number.NaN, reason: 'x' },
      'pauses[0].until: expected an instant in epoch milliseconds, found NaN.',
    ],
  ])('that are none are refused: %j', (pause, problem) => {
    const pauses = [pause as Pause];
    expect(refusal(addWorkingTime(calendar(), 0, 60, { pauses }))).toBe(problem);
    expect(refusal(workingTimeBetween(calendar(), 0, 60, { pauses }))).toBe(problem);
    expect(refusal(deadlineOf(calendar(), nextDay, 0, { pauses }))).toBe(problem);
  });
});

describe('options', () => {
  type Options = { readonly pauses?: readonly Pause[] };
  const withOptions: Readonly<Record<string, (options: Options) => Result<unknown>>> = {
    addWorkingTime: (options) => addWorkingTime(calendar(), 0, 60, options),
    explainWorkingTime: (options) => explainWorkingTime(calendar(), 0, 60, options),
    subtractWorkingTime: (options) => subtractWorkingTime(calendar(), 0, 60, options),
    explainSubtractedWorkingTime: (options) => explainSubtractedWorkingTime(calendar(), 0, 60, options),
    workingTimeBetween: (options) => workingTimeBetween(calendar(), 0, 60, options),
    explainWorkingTimeBetween: (options) => explainWorkingTimeBetween(calendar(), 0, 60, options),
    deadlineOf: (options) => deadlineOf(calendar(), nextDay, 0, options),
    explainDeadline: (options) => explainDeadline(calendar(), nextDay, 0, options),
  };
  const knows = (name: string): string =>
    /^(add|explain)WorkingTime$/.test(name) ? '"pauses", "boundary"' : '"pauses"';

  it.each(Object.entries(withOptions))(
    'that are misspelt are refused by %s, each by its name',
    (name, ask) => {
      const misspelt = (more: Readonly<Record<string, unknown>>): Options => more;
      expect(refusal(ask(misspelt({ bondary: 'nextOpening' })))).toBe(
        `bondary: expected only the keys ${knows(name)}, found "bondary".`,
      );
      expect(refusal(ask(misspelt({ pauses: [], pause: [], paused: undefined })))).toBe(
        `pause: expected only the keys ${knows(name)}, found "pause". paused: expected only the keys ${knows(name)}, found "paused".`,
      );
      expect(ask({ pauses: [] })._tag).toBe('Right');
    },
  );

  it('that another question has are refused too, since they would do nothing', () => {
    const options = { boundary: 'nextOpening', pauses: [] } as const;
    expect(addWorkingTime(calendar(), 0, 60, options)._tag).toBe('Right');
    expect(subtractWorkingTime(calendar(), 0, 60, options)).toEqual({
      _tag: 'Left',
      left: [
        {
          code: 'unknownKey',
          path: ['boundary'],
          expected: { kind: 'keys', known: ['pauses'] },
          found: '"boundary"',
        },
      ],
    });
  });

  it.each(Object.entries(withOptions))('that are none are refused by %s', (_, ask) => {
    const none: unknown = null;
    expect(refusal(ask(none as Options))).toBe('options: expected an object with options, found null.');
    const text: unknown = { pauses: 'lunch' };
    expect(refusal(ask(text as Options))).toBe('pauses: expected a list of pauses, found "lunch".');
    const empty: unknown = { pauses: null };
    expect(refusal(ask(empty as Options))).toBe('pauses: expected a list of pauses, found null.');
  });
});

it('minutes are counted in whole milliseconds, and -0 is 0', () => {
  for (const kind of ['elapsedMinutes', 'workingMinutes'] as const) {
    const total = (minutes: number): number =>
      orThrow(explainDeadline(calendar(), { budget: { kind, minutes } }, '2026-01-09T10:00')).total;
    expect(total(0.00001)).toBe(1 / 60_000);
    expect(total(-0)).toBe(0);
  }
  for (const budget of [
    { kind: 'weeks', weeks: -0 },
    { kind: 'calendarDays', days: -0 },
  ] as const)
    expect(orThrow(explainDeadline(calendar(), { budget }, '2026-01-09')).total).toBe(0);
});

describe('more than a hundred years', () => {
  const tooFar = 'expected a time that is over within a hundred years, found more than that.';
  const always = compileCalendar(alwaysOpen('UTC'));

  it('of business days are refused instead of walked through', () => {
    expect(orThrow(addBusinessDays(always, '2000-01-01', 36_525))).toBe('2100-01-01');
    expect(orThrow(addBusinessDays(always, '2100-01-01', -36_525))).toBe('2000-01-01');
    expect(refusal(addBusinessDays(always, '2000-01-01', 36_526))).toBe(`days: ${tooFar}`);
    expect(refusal(addBusinessDays(always, '2100-01-01', -1e18))).toBe(`days: ${tooFar}`);
    expect(refusal(addBusinessDays(always, '2000-01-01', Number.MAX_VALUE))).toBe(`days: ${tooFar}`);
  });

  it('between two days are refused', () => {
    expect(orThrow(businessDaysBetween(always, '2000-01-01', '2100-01-01'))).toBe(36_525);
    expect(refusal(businessDaysBetween(always, '2000-01-01', '2100-01-02'))).toBe(`until: ${tooFar}`);
    expect(refusal(businessDaysBetween(always, '2100-01-02', '2000-01-01'))).toBe(`until: ${tooFar}`);
  });

  it('until a limit of business days is over are refused', () => {
    const mondays = calendar({ week: [{ days: ['mon'], hours: [['09:00', '17:00']] }] });
    const rule = (days: number): DeadlineRule => ({ budget: { kind: 'businessDays', days } });
    expect(orThrow(deadlineOf(mondays, rule(5000), '2000-01-01')).lastDay).toBe('2095-10-24');
    expect(refusal(deadlineOf(mondays, rule(6000), '2000-01-01'))).toBe(`budget: ${tooFar}`);
  });

  it('are not looked at where holidays end sooner', () => {
    const china = compileCalendar(chinaOfficeCalendar());
    expect(refusal(addBusinessDays(china, '2026-01-01', 1e9))).toContain('found 2027-01-01.');
  });
});

describe('days that are not known', () => {
  it('of a calendar that knows all are those that are not written with four digits', () => {
    const desk = calendar();
    const written = 'expected a time from 0001-01-01 to 9999-12-30, found';
    expect(refusal(isBusinessDay(desk, '9999-12-31'))).toBe(`date: ${written} 9999-12-31.`);
    expect(refusal(businessDaysBetween(desk, '9999-12-01', '9999-12-31'))).toBe(
      `until: ${written} 9999-12-31.`,
    );
    expect(refusal(isOpen(desk, '9999-12-31T12:00'))).toBe(`at: ${written} 9999-12-31.`);
    expect(refusal(addBusinessDays(desk, '9999-12-30', 1))).toBe(`days: ${written} 9999-12-31.`);
    expect(refusal(deadlineOf(desk, nextDay, '9999-12-31'))).toBe(`anchor: ${written} "9999-12-31".`);
  });

  it('of an intersection are told from the days that all know', () => {
    const [one, two] = [
      calendar({ name: 'one', known: { from: '2025-01-01', until: '2026-07-01' } }),
      calendar({ name: 'two', known: { from: '2026-01-01', until: '2027-01-01' } }),
    ];
    for (const both of [intersectCalendars(calendar(), one, two), intersectCalendars(two, one, calendar())])
      expect(refusal(isBusinessDay(both, '2026-07-01'))).toContain(
        'are known (from 2026-01-01 until before 2026-07-01), found 2026-07-01.',
      );
    const never = intersectCalendars(one, calendar({ known: { from: '2027-01-01', until: '2028-01-01' } }));
    expect(refusal(isBusinessDay(never, '2026-01-01'))).toBe(
      'calendar.known: expected a day for which the holidays of one & office are known (there is none that all know), found 2026-01-01.',
    );
  });
});

describe('a rule with a word that is no option', () => {
  it.each([
    [{ ...nextDay, rols: 'following' }, 'rols'],
    [{ ...nextDay, anchorday: undefined }, 'anchorday'],
    [{ budget: { kind: 'weeks', weeks: 1, days: 3 } }, 'budget.days'],
  ])('is refused: %j', (rule: unknown, path) => {
    const problems = checkDeadlineRule(rule as DeadlineRule);
    expect(problems.map((one) => `${one.code} ${one.path.join('.')}`)).toEqual([`unknownKey ${path}`]);
    expect(deadlineOf(calendar(), rule as DeadlineRule, '2026-01-09')).toEqual({
      _tag: 'Left',
      left: problems,
    });
  });

  it('is told of the options there are', () => {
    const rule: unknown = { ...nextDay, rols: 'following' };
    expect(checkDeadlineRule(rule as DeadlineRule).map((one) => inWords(one, 'en'))).toEqual([
      'rols: expected only the keys "budget", "anchorDay", "receiptCutoff", "until", "roll", "monthEnd", "boundary", "pausedDays", found "rols".',
    ]);
  });
});
