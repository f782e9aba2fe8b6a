import {
  alwaysOpen,
  type CompiledCalendar,
  chinaOfficeCalendar,
  compileCalendar,
  type DeadlineOptions,
  type DeadlineRule,
  deadlineOf,
  defineWorkingCalendar,
  englandAndWalesBusinessCalendar,
  explainDeadline,
  intersectCalendars,
  describe as inWords,
  mondayToFriday,
  orThrow,
  type WorkingCalendarInput,
} from 'clientele/calendar';
import { describe, expect, it } from 'vitest';

const office = { name: 'office', zone: 'Europe/Berlin', week: mondayToFriday(['09:00', '17:00']) } as const;

function calendar(more: Partial<WorkingCalendarInput> = {}): CompiledCalendar {
  return compileCalendar(defineWorkingCalendar({ ...office, ...more }));
}

const berlin = calendar();
const china = compileCalendar(chinaOfficeCalendar());
const england = compileCalendar(englandAndWalesBusinessCalendar());

function lastDay(
  of: CompiledCalendar,
  rule: DeadlineRule,
  anchor: string,
  options: DeadlineOptions = {},
): string {
  return orThrow(deadlineOf(of, rule, anchor, options)).lastDay;
}

function at(of: CompiledCalendar, rule: DeadlineRule, anchor: string, options: DeadlineOptions = {}): string {
  return new Date(orThrow(deadlineOf(of, rule, anchor, options)).at).toISOString();
}

function wrong(
  of: CompiledCalendar,
  rule: DeadlineRule,
  anchor: string,
  options: DeadlineOptions = {},
): string {
  const result = deadlineOf(of, rule, anchor, options);
  return result._tag === 'Left' ? result.left.map((one) => inWords(one, 'en')).join(' ') : '';
}

function words(of: CompiledCalendar, rule: DeadlineRule, anchor: string, options: DeadlineOptions = {}) {
  const why = orThrow(explainDeadline(of, rule, anchor, options));
  return { en: inWords(why, 'en').split('\n'), zh: inWords(why, 'zh').split('\n') };
}

const businessDays = (days: number) => ({ budget: { kind: 'businessDays', days } }) as const;
const calendarDays = (days: number) => ({ budget: { kind: 'calendarDays', days } }) as const;
const months = (count: number) => ({ budget: { kind: 'months', months: count } }) as const;

describe('the day of the anchor', () => {
  it('does not count, unless the rule says so', () => {
    expect(lastDay(berlin, calendarDays(1), '2026-01-12')).toBe('2026-01-13');
    expect(lastDay(berlin, { ...calendarDays(1), anchorDay: 'included' }, '2026-01-12')).toBe('2026-01-12');
    expect(lastDay(berlin, calendarDays(0), '2026-01-12')).toBe('2026-01-12');
    expect(
      lastDay(berlin, { budget: { kind: 'weeks', weeks: 1 }, anchorDay: 'included' }, '2026-01-12'),
    ).toBe('2026-01-18');
  });

  it('that is no business day is not the first to count', () => {
    expect(lastDay(berlin, { ...businessDays(1), anchorDay: 'included' }, '2026-01-10')).toBe('2026-01-12');
    expect(lastDay(berlin, { ...businessDays(1), anchorDay: 'included' }, '2026-01-09')).toBe('2026-01-09');
  });

  it('is that of the zone of the calendar', () => {
    // Half past midnight of the 13th in Berlin.
    expect(lastDay(berlin, calendarDays(1), '2026-01-12T23:30:00Z')).toBe('2026-01-14');
    expect(lastDay(compileCalendar(alwaysOpen('UTC')), calendarDays(1), '2026-01-12T23:30:00Z')).toBe(
      '2026-01-13',
    );
  });
});

describe('months', () => {
  // Reg (EU) 1177/2010 art. 24; DISP 2.8.2R; a month is counted from the anchor, and clamped to the month's end.
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-05-15', 0, '2026-05-15'],
  ])('from %s, %d of them end on %s', (from, count, last) => {
    expect(lastDay(berlin, months(count), from)).toBe(last);
  });

  it('without the anchor’s day count the days on where the rule says so', () => {
    expect(lastDay(berlin, { ...months(1), monthEnd: 'overflow' }, '2026-01-31')).toBe('2026-03-03');
    expect(lastDay(berlin, { ...months(1), monthEnd: 'overflow' }, '2024-01-31')).toBe('2024-03-02');
    expect(lastDay(berlin, { ...months(2), monthEnd: 'overflow' }, '2026-01-31')).toBe('2026-03-31');
  });

  // The rule of BGB § 188 (2) and (3).
  it('with the anchor’s day counted end a day earlier, unless the month’s end has come first', () => {
    const included = { ...months(1), anchorDay: 'included' } as const;
    expect(lastDay(berlin, included, '2026-03-01')).toBe('2026-03-31');
    expect(lastDay(berlin, included, '2026-01-15')).toBe('2026-02-14');
    expect(lastDay(berlin, included, '2026-01-28')).toBe('2026-02-27');
    expect(lastDay(berlin, included, '2026-01-29')).toBe('2026-02-28');
    expect(lastDay(berlin, included, '2026-01-31')).toBe('2026-02-28');
  });

  it('have the days that they have from the anchor, and those are put off by a pause', () => {
    const pauses = [{ from: Date.UTC(2026, 1, 9, 9), until: Date.UTC(2026, 1, 11, 9), reason: 'expert' }];
    expect(lastDay(berlin, months(1), '2026-01-31', { pauses })).toBe('2026-03-03');
    expect(words(berlin, months(1), '2026-01-31', { pauses }).en).toEqual([
      'From Saturday 31 January 2026, which is not counted.',
      '1 month from Saturday 31 January 2026 ends on Saturday 28 February 2026, as the month has no such day: 28 days.',
      'Sunday 1 February 2026 to Sunday 8 February 2026: 8 calendar days.',
      'Monday 9 February 2026 to Wednesday 11 February 2026: paused (expert), not counted.',
      'Thursday 12 February 2026 to Tuesday 3 March 2026: 20 calendar days.',
      'The last day is Tuesday 3 March 2026, to its end.',
    ]);
  });
});

describe('a last day that is no business day', () => {
  // 60 days from 2026-05-06 end on Sunday 5 July (SAMR order 121 art. 23, Civil Code art. 203).
  it.each([
    ['none', '2026-07-05'],
    ['following', '2026-07-06'],
    ['preceding', '2026-07-03'],
    ['modifiedFollowing', '2026-07-06'],
  ] as const)('with roll %s: %s', (roll, last) => {
    expect(lastDay(china, { ...calendarDays(60), roll }, '2026-05-06')).toBe(last);
  });

  it('at the end of a month goes back where it would leave the month', () => {
    const rule = { ...calendarDays(1), roll: 'modifiedFollowing' } as const;
    expect(lastDay(berlin, rule, '2026-01-30')).toBe('2026-01-30');
    expect(lastDay(berlin, rule, '2026-01-31')).toBe('2026-02-02');
  });

  it('never goes back beyond the anchor’s own day', () => {
    expect(lastDay(berlin, { ...calendarDays(1), roll: 'preceding' }, '2026-01-10')).toBe('2026-01-12');
    expect(lastDay(berlin, { ...calendarDays(1), roll: 'preceding' }, '2026-01-09')).toBe('2026-01-09');
  });

  it('goes back at the end of the known days, where what follows is another month anyway', () => {
    const rule = { ...calendarDays(1), roll: 'following' } as const;
    const closing = calendar({
      known: { from: '2026-01-01', until: '2027-01-01' },
      exceptions: [{ kind: 'closed', date: '2026-12-31', name: 'stocktaking' }],
    });
    expect(wrong(closing, rule, '2026-12-30')).toContain('found 2027-01-01.');
    expect(lastDay(closing, { ...rule, roll: 'modifiedFollowing' }, '2026-12-30')).toBe('2026-12-30');
  });
});

describe('what is received late', () => {
  const cutoff = { ...businessDays(1), receiptCutoff: 'nextBusinessDay' } as const;

  it.each([
    ['2026-01-09T16:59:59.999+01:00', '2026-01-12'],
    ['2026-01-09T17:00:00+01:00', '2026-01-13'],
    ['2026-01-09T00:00:00+01:00', '2026-01-12'],
    ['2026-01-10T10:00:00+01:00', '2026-01-13'],
    ['2026-01-10', '2026-01-13'],
  ])('at %s: %s', (received, last) => {
    expect(lastDay(berlin, cutoff, received)).toBe(last);
  });

  it('by night is received on the civil day that it is', () => {
    const nights = calendar({ week: mondayToFriday(['22:00', '06:00']) });
    expect(lastDay(nights, cutoff, '2026-01-09T23:59')).toBe('2026-01-12');
    expect(lastDay(nights, cutoff, '2026-01-10T02:00')).toBe('2026-01-13');
    expect(lastDay(nights, cutoff, '2026-01-09T02:00')).toBe('2026-01-12');
  });

  it('needs the time of day where it decides', () => {
    expect(wrong(berlin, cutoff, '2026-01-09')).toBe(
      'anchor: expected a time with its time of day, on which this limit depends, found "2026-01-09".',
    );
  });

  it('says why', () => {
    expect(words(berlin, cutoff, '2026-01-09T18:00:00+01:00').en[0]).toBe(
      'Received on Friday 9 January 2026 after closing time: counts as received on Monday 12 January 2026.',
    );
    expect(words(china, cutoff, '2025-10-01').zh[0]).toBe(
      '2025年10月1日（星期三）收到，当日为国庆节、中秋节，视为2025年10月9日（星期四）收到。',
    );
  });
});

describe('the end of the last day', () => {
  it('is its midnight, its closing time or the time of the anchor', () => {
    const rule = businessDays(1);
    const anchor = '2026-01-09T11:30:00+01:00';
    expect(at(berlin, rule, anchor)).toBe('2026-01-12T23:00:00.000Z');
    expect(at(berlin, { ...rule, until: 'close' }, anchor)).toBe('2026-01-12T16:00:00.000Z');
    expect(at(berlin, { ...rule, until: 'sameTime' }, anchor)).toBe('2026-01-12T10:30:00.000Z');
    expect(at(berlin, { ...calendarDays(1), until: 'close' }, anchor)).toBe('2026-01-10T23:00:00.000Z');
  });

  it('is an hour earlier or later in time where the clocks have changed', () => {
    const rule = { ...calendarDays(1), until: 'sameTime' } as const;
    // 2026-03-29: 02:00 becomes 03:00 in Berlin; 2026-10-25: 03:00 becomes 02:00.
    expect(at(berlin, rule, '2026-03-28T10:00:00+01:00')).toBe('2026-03-29T08:00:00.000Z');
    expect(at(berlin, rule, '2026-03-28T02:30:00+01:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(at(calendar({ conventions: { gap: 'shift' } }), rule, '2026-03-28T02:30:00+01:00')).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    expect(at(berlin, rule, '2026-03-29T10:00:00+02:00')).toBe('2026-03-30T08:00:00.000Z');
    expect(at(berlin, rule, '2026-10-24T02:30:00+02:00')).toBe('2026-10-25T00:30:00.000Z');
    expect(at(calendar({ conventions: { fold: 'later' } }), rule, '2026-10-24T02:30:00+02:00')).toBe(
      '2026-10-25T01:30:00.000Z',
    );
    expect(at(berlin, rule, '2026-10-25T10:00:00+01:00')).toBe('2026-10-26T09:00:00.000Z');
    expect(at(berlin, calendarDays(1), '2026-03-28')).toBe('2026-03-29T22:00:00.000Z');
  });

  it('is where the next day begins, whatever the clocks do at midnight', () => {
    // Havana, 2026-11-01: 01:00 becomes 00:00, so midnight comes twice; the day before ends at the first.
    const havana = compileCalendar(alwaysOpen('America/Havana'));
    expect(at(havana, calendarDays(1), '2026-10-30')).toBe('2026-11-01T04:00:00.000Z');
    // São Paulo, 2017-10-15 begins at 01:00.
    const saoPaulo = compileCalendar(alwaysOpen('America/Sao_Paulo'));
    expect(at(saoPaulo, calendarDays(1), '2017-10-13')).toBe('2017-10-15T03:00:00.000Z');
  });

  it('is the end of a night shift, which is on the next day', () => {
    const nights = calendar({ week: mondayToFriday(['22:00', '06:00']) });
    const due = orThrow(deadlineOf(nights, { ...businessDays(1), until: 'close' }, '2026-01-12'));
    expect(due).toEqual({ at: Date.UTC(2026, 0, 14, 5), lastDay: '2026-01-13' });
    expect(words(nights, { ...businessDays(1), until: 'close' }, '2026-01-12').en.at(-1)).toBe(
      'The last day is Tuesday 13 January 2026, until 06:00 on Wednesday 14 January 2026.',
    );
  });

  it('is not before the anchor', () => {
    const rule = { ...calendarDays(0), until: 'close' } as const;
    expect(at(berlin, rule, '2026-01-12T19:00:00+01:00')).toBe('2026-01-12T18:00:00.000Z');
  });
});

describe('pauses', () => {
  const pause = (from: string, until?: string) => [
    {
      from: Date.parse(from),
      reason: 'expert',
      ...(until === undefined ? {} : { until: Date.parse(until) }),
    },
  ];

  it('take out the days that they touch, or those that they cover', () => {
    const pauses = pause('2026-01-13T12:00+01:00', '2026-01-15T12:00+01:00');
    expect(lastDay(berlin, businessDays(3), '2026-01-12', { pauses })).toBe('2026-01-20');
    expect(lastDay(berlin, { ...businessDays(3), pausedDays: 'whole' }, '2026-01-12', { pauses })).toBe(
      '2026-01-16',
    );
    const whole = pause('2026-01-13T00:00+01:00', '2026-01-15T00:00+01:00');
    expect(
      lastDay(berlin, { ...businessDays(3), pausedDays: 'whole' }, '2026-01-12', { pauses: whole }),
    ).toBe('2026-01-19');
  });

  it('that overlap take out a day once, and are named together', () => {
    const pauses = [
      ...pause('2026-01-13T12:00+01:00', '2026-01-14T12:00+01:00'),
      {
        from: Date.parse('2026-01-14T18:00+01:00'),
        until: Date.parse('2026-01-15T08:00+01:00'),
        reason: 'customer',
      },
    ];
    expect(words(berlin, calendarDays(2), '2026-01-12', { pauses }).zh[1]).toBe(
      '2026年1月13日（星期二）至2026年1月15日（星期四）：暂停（expert、customer），不计入。',
    );
  });

  it.each([
    [calendarDays(2), '暂停（专家鉴定、customer），不计入。', 'paused (the expert, customer), not counted.'],
    [
      { budget: { kind: 'elapsedMinutes', minutes: 2880 } },
      '暂停（专家鉴定、customer），不计入。',
      'paused (the expert, customer), not counted.',
    ],
    [
      { budget: { kind: 'workingMinutes', minutes: 960 } },
      '分钟：专家鉴定、customer。',
      'minutes paused: the expert, customer.',
    ],
  ] as const)(
    'are called by their names, where they have one, in %j; the reasons stay data',
    (rule, zh, en) => {
      const [from, until] = ['2026-01-13T10:00+01:00', '2026-01-13T12:00+01:00'].map((one) =>
        Date.parse(one),
      );
      const between = { from: from ?? 0, until: until ?? 0 };
      const pauses = [
        { ...between, reason: 'expert', name: { en: 'the expert', zh: '专家鉴定' } },
        { ...between, reason: 'customer' },
      ];
      const anchor = '2026-01-12T09:00+01:00';
      const said = words(berlin, rule, anchor, { pauses });
      expect(said.en.filter((one) => one.endsWith(en))).toHaveLength(1);
      expect(said.zh.filter((one) => one.endsWith(zh))).toHaveLength(1);
      const { steps } = orThrow(explainDeadline(berlin, rule, anchor, { pauses }));
      expect(JSON.stringify(steps)).toContain('["expert","customer"]');
    },
  );

  it('of one reason are called by its first name', () => {
    const pauses = [
      ...pause('2026-01-12T12:00+01:00', '2026-01-12T13:00+01:00'),
      ...[
        { en: 'the expert', zh: '专家鉴定' },
        { en: 'somebody', zh: '某人' },
      ].map((name) => ({
        ...Object(pause('2026-01-13T12:00+01:00', '2026-01-13T13:00+01:00')[0]),
        name,
      })),
    ];
    const said = words(berlin, calendarDays(2), '2026-01-12', { pauses });
    expect(said.en.join('\n')).toContain('paused (the expert), not counted.');
    expect(said.zh.join('\n')).not.toContain('某人');
  });

  it.each([['expert'], [{ en: 'expert' }], [null]])('cannot be called %j', (name) => {
    const pauses = [{ ...Object(pause('2026-01-13T12:00+01:00')[0]), name }];
    expect(wrong(berlin, calendarDays(2), '2026-01-12', { pauses })).toContain('pauses[0].name: expected');
  });

  it('that are not over leave a limit open, unless it ends before', () => {
    const pauses = pause('2026-01-14T12:00+01:00');
    expect(lastDay(berlin, businessDays(1), '2026-01-12', { pauses })).toBe('2026-01-13');
    for (const rule of [businessDays(2), calendarDays(2), months(1)])
      expect(wrong(berlin, rule, '2026-01-12', { pauses })).toBe(
        'pauses[0].until: expected a time at which the pause ended, since the budget outlasts its beginning, found a pause that lasts.',
      );
    const elapsed = (minutes: number): DeadlineRule => ({ budget: { kind: 'elapsedMinutes', minutes } });
    expect(at(berlin, elapsed(60), '2026-01-14T11:00+01:00', { pauses })).toBe('2026-01-14T11:00:00.000Z');
    expect(wrong(berlin, elapsed(61), '2026-01-14T11:00+01:00', { pauses })).toContain('pauses[0].until');
  });

  it('take minutes out of a limit on the wall', () => {
    const rule = { budget: { kind: 'elapsedMinutes', minutes: 1440 } } as const;
    const pauses = pause('2026-01-09T18:00+01:00', '2026-01-09T20:00+01:00');
    expect(at(berlin, rule, '2026-01-09T17:00+01:00', { pauses })).toBe('2026-01-10T18:00:00.000Z');
    expect(words(berlin, rule, '2026-01-09T17:00+01:00', { pauses }).en).toEqual([
      'From 17:00 on Friday 9 January 2026.',
      'Friday 9 January 2026, 17:00 to 18:00: 60 minutes.',
      'Friday 9 January 2026, 18:00 to 20:00: paused (expert), not counted.',
      '20:00 on Friday 9 January 2026 to 19:00 on Saturday 10 January 2026: 1,380 minutes.',
    ]);
    const none = { budget: { kind: 'elapsedMinutes', minutes: 0 } } as const;
    expect(at(berlin, none, '2026-01-09T18:00+01:00', { pauses })).toBe('2026-01-09T19:00:00.000Z');
  });

  it('the wrong way round are refused', () => {
    const pauses = [{ from: 2, until: 1, reason: 'x' }];
    expect(wrong(berlin, businessDays(1), '2026-01-12', { pauses })).toBe(
      'pauses[0].until: expected at least 2, found 1.',
    );
  });
});

describe('working minutes', () => {
  const rule = { budget: { kind: 'workingMinutes', minutes: 480 } } as const;

  it('are counted by the hours of the calendar, up to closing time or the next opening', () => {
    expect(at(berlin, rule, '2026-01-09T17:00+01:00')).toBe('2026-01-12T16:00:00.000Z');
    expect(at(berlin, { ...rule, boundary: 'nextOpening' }, '2026-01-09T17:00+01:00')).toBe(
      '2026-01-13T08:00:00.000Z',
    );
    expect(lastDay(berlin, rule, '2026-01-09T17:00+01:00')).toBe('2026-01-12');
  });

  it('name this question’s arguments in their problems', () => {
    expect(wrong(berlin, rule, '2026-01-09')).toContain('anchor: expected a time with its time of day');
    expect(wrong(china, rule, '2030-01-01T00:00:00Z')).toContain('2030-01-01');
  });
});

describe('a question that cannot be answered', () => {
  it('names the first day whose holidays are not known', () => {
    expect(wrong(china, businessDays(10), '2026-12-25')).toBe(
      'calendar.known: expected a day for which the holidays of China, working days are known (from 2025-01-01 until before 2027-01-01), found 2027-01-01.',
    );
    expect(lastDay(china, businessDays(4), '2026-12-25')).toBe('2026-12-31');
    // Civil days need no holidays.
    expect(lastDay(china, calendarDays(10), '2026-12-25')).toBe('2027-01-04');
    expect(wrong(china, { ...calendarDays(10), roll: 'following' }, '2026-12-25')).toContain(
      'found 2027-01-04.',
    );
    expect(wrong(china, { ...calendarDays(10), until: 'close' }, '2026-12-25')).toContain(
      'found 2027-01-04.',
    );
    expect(wrong(china, { ...calendarDays(1), receiptCutoff: 'nextBusinessDay' }, '2027-02-01')).toContain(
      'found 2027-02-01.',
    );
  });

  it('about an anchor that is no time is refused', () => {
    expect(wrong(berlin, businessDays(1), 'yesterday')).toContain(
      'anchor: expected text written as 2025-12-31',
    );
    expect(wrong(berlin, businessDays(1), '2026-02-30')).toContain('anchor: ');
    expect(wrong(berlin, { ...calendarDays(1), until: 'sameTime' }, '2026-02-03')).toContain('anchor: ');
    expect(deadlineOf(berlin, businessDays(1), 8.64e15)._tag).toBe('Left');
  });

  it('about a calendar that does not open again is refused, and not looped over', () => {
    const sale = calendar({
      week: [],
      exceptions: [{ kind: 'hours', hours: [['10:00', '12:00']], date: '2026-05-01', name: 'sale' }],
    });
    expect(lastDay(sale, businessDays(1), '2026-01-01')).toBe('2026-05-01');
    expect(wrong(sale, businessDays(2), '2026-01-01')).toBe(
      'calendar: expected a calendar that opens again, found office.',
    );
  });

  it('with something else than a rule or a compiled calendar is refused, as JavaScript can ask it', () => {
    const unchecked = (rule: unknown): string => wrong(berlin, rule as DeadlineRule, '2026-01-12');
    expect(unchecked(undefined)).toBe('budget: expected a budget of time, found nothing.');
    expect(unchecked({})).toBe('budget: expected a budget of time, found nothing.');
    expect(unchecked({ budget: { kind: 'days', days: 3 } })).toContain(
      'budget.kind: expected one of "elapsedMinutes"',
    );
    expect(unchecked({ budget: { kind: 'weeks', days: 3 } })).toBe(
      'budget.weeks: expected an integer, found nothing.',
    );
    expect(unchecked({ ...calendarDays(1), roll: 'forwards' })).toBe(
      'roll: expected one of "none", "following", "preceding", "modifiedFollowing", found "forwards".',
    );
    const result = deadlineOf(
      chinaOfficeCalendar() as unknown as CompiledCalendar,
      businessDays(1),
      '2026-01-12',
    );
    expect(result._tag === 'Left' && inWords(result.left[0], 'en')).toBe(
      'calendar: expected a calendar as compileCalendar gives it, found an object.',
    );
  });

  it('about a rule that counts nothing is refused', () => {
    expect(wrong(berlin, { ...calendarDays(0), anchorDay: 'included' }, '2026-01-01')).toBe(
      'budget.days: expected 1 to 36525, found 0.',
    );
  });
});

describe('an explanation', () => {
  // CN-1 of the complaint vectors: 7 working days from 2025-09-25 (Consumer Protection Law art. 46).
  it('names make-up days and holidays', () => {
    expect(words(china, businessDays(7), '2025-09-25')).toEqual({
      en: [
        'From Thursday 25 September 2025, which is not counted.',
        'Friday 26 September 2025: 1 business day.',
        'Saturday 27 September 2025: weekend, not counted.',
        'Sunday 28 September 2025: 1 make-up working day (National Day and Mid-Autumn Festival).',
        'Monday 29 September 2025 to Tuesday 30 September 2025: 2 business days.',
        'Wednesday 1 October 2025 to Wednesday 8 October 2025: National Day and Mid-Autumn Festival, not counted.',
        'Thursday 9 October 2025 to Friday 10 October 2025: 2 business days.',
        'Saturday 11 October 2025: 1 make-up working day (National Day and Mid-Autumn Festival).',
        'The last day is Saturday 11 October 2025, to its end.',
      ],
      zh: [
        '自2025年9月25日（星期四）起算，当日不计入。',
        '2025年9月26日（星期五）：计 1 个工作日。',
        '2025年9月27日（星期六）：休息日，不计入。',
        '2025年9月28日（星期日）：计 1 个调休上班日（国庆节、中秋节）。',
        '2025年9月29日（星期一）至2025年9月30日（星期二）：计 2 个工作日。',
        '2025年10月1日（星期三）至2025年10月8日（星期三）：国庆节、中秋节，不计入。',
        '2025年10月9日（星期四）至2025年10月10日（星期五）：计 2 个工作日。',
        '2025年10月11日（星期六）：计 1 个调休上班日（国庆节、中秋节）。',
        '最后一天为2025年10月11日（星期六），至当日结束。',
      ],
    });
  });

  it('says where the last day moves, and until when', () => {
    const rule = { ...calendarDays(1), roll: 'following', until: 'close' } as const;
    expect(words(england, rule, '2026-04-02').en.slice(2)).toEqual([
      'Friday 3 April 2026 is no business day (Good Friday): the last day moves to Tuesday 7 April 2026.',
      'The last day is Tuesday 7 April 2026, until 17:00.',
    ]);
  });

  it('counts days with hours of their own', () => {
    const sale = { kind: 'hours', hours: [['10:00', '12:00']], name: { en: 'sale', zh: '促销' } } as const;
    const desk = calendar({ exceptions: [{ ...sale, date: '2026-01-10', last: '2026-01-11' }] });
    const { en, zh } = words(desk, { ...businessDays(2), until: 'close' }, '2026-01-09');
    expect(en.slice(1)).toEqual([
      'Saturday 10 January 2026 to Sunday 11 January 2026: 2 days with special hours (sale).',
      'The last day is Sunday 11 January 2026, until 12:00.',
    ]);
    expect(zh.slice(1)).toEqual([
      '2026年1月10日（星期六）至2026年1月11日（星期日）：计 2 个工作日，特殊营业时间（促销）。',
      '最后一天为2026年1月11日（星期日），截至12:00。',
    ]);
  });

  it('of calendars that must all be open names the holiday of the one that is closed', () => {
    const both = intersectCalendars(
      berlin,
      calendar({ exceptions: [{ kind: 'closed', date: '2026-01-13', name: 'fair' }] }),
    );
    expect(words(both, businessDays(1), '2026-01-12').en[1]).toBe(
      'Tuesday 13 January 2026: fair, not counted.',
    );
    const apart = intersectCalendars(
      berlin,
      calendar({
        week: [
          { days: ['mon', 'tue'], hours: [['06:00', '08:00']] },
          { days: ['wed'], hours: [['09:00', '10:00']] },
        ],
      }),
    );
    expect(words(apart, businessDays(1), '2026-01-12').en[1]).toBe(
      'Tuesday 13 January 2026: no opening hours, not counted.',
    );
  });

  it('names a break that leaves nothing of a day', () => {
    const closed = calendar({
      exceptions: [{ kind: 'break', hours: [['08:00', '18:00']], date: '2026-01-13', name: 'move' }],
    });
    expect(words(closed, businessDays(1), '2026-01-12').en[1]).toBe(
      'Tuesday 13 January 2026: move, not counted.',
    );
    const overnight = calendar({
      exceptions: [{ kind: 'break', hours: [['20:00', '18:00']], date: '2026-01-12', name: 'move' }],
    });
    expect(words(overnight, businessDays(1), '2026-01-12').en[1]).toBe(
      'Tuesday 13 January 2026: move, not counted.',
    );
  });
});
