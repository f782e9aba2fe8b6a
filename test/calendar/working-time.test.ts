/** Working time at its edges: days that are not known, calendars that do not open, pauses that last, words. */
import {
  addWorkingTime,
  type CompiledCalendar,
  compileCalendar,
  defineWorkingCalendar,
  explainWorkingTime,
  explainWorkingTimeBetween,
  intersectCalendars,
  describe as inWords,
  isOpen,
  nextOpening,
  openingHours,
  orThrow,
  type Result,
  subtractWorkingTime,
  type WorkingCalendarInput,
  workingTimeBetween,
} from 'clientele/calendar';
import { describe, expect, it } from 'vitest';

const WEEKDAYS = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['09:00', '17:00']] }] as const;
const calendar = (input: Partial<WorkingCalendarInput> = {}): CompiledCalendar =>
  compileCalendar(defineWorkingCalendar({ name: 'desk', zone: 'UTC', week: WEEKDAYS, ...input }));
const iso = (result: Result<number>): string => new Date(orThrow(result)).toISOString();
function refused(result: Result<unknown>): string {
  if (result._tag === 'Right') return 'not refused';
  const [{ code, path, found }] = result.left;
  return `${code} ${path.join('.')}: ${typeof found === 'string' ? found : found.en}`;
}

describe('known days', () => {
  const desk = calendar({ known: { from: '2026-01-01', until: '2027-01-01' } });

  it('are answered about up to the midnight that ends them, and not beyond', () => {
    expect(orThrow(workingTimeBetween(desk, '2026-12-31T12:00:00Z', '2027-01-01T00:00:00Z'))).toBe(300);
    expect(refused(workingTimeBetween(desk, '2026-12-31T12:00:00Z', '2027-01-01T00:00:00.001Z'))).toBe(
      'unknownDay calendar.known: 2027-01-01',
    );
    expect(refused(workingTimeBetween(desk, '2025-06-01T12:00:00Z', '2026-01-01T00:00:00Z'))).toBe(
      'unknownDay calendar.known: 2025-06-01',
    );
    expect(refused(isOpen(desk, '2027-01-01T00:00:00Z'))).toBe('unknownDay calendar.known: 2027-01-01');
  });

  it('end a search with the first day that is not known', () => {
    expect(iso(addWorkingTime(desk, '2026-12-31T12:00:00Z', 300))).toBe('2026-12-31T17:00:00.000Z');
    expect(refused(addWorkingTime(desk, '2026-12-31T12:00:00Z', 301))).toBe(
      'unknownDay calendar.known: 2027-01-01',
    );
    expect(refused(addWorkingTime(desk, '2026-12-31T12:00:00Z', 300, { boundary: 'nextOpening' }))).toBe(
      'unknownDay calendar.known: 2027-01-01',
    );
    expect(refused(nextOpening(desk, '2026-12-31T17:00:00Z'))).toBe('unknownDay calendar.known: 2027-01-01');
    expect(refused(subtractWorkingTime(desk, '2026-01-01T10:00:00Z', 61))).toBe(
      'unknownDay calendar.known: 2025-12-31',
    );
  });

  it('begin where the night shift before them would end', () => {
    const nights = calendar({
      week: [{ days: ['wed'], hours: [['22:00', '06:00']] }],
      known: { from: '2026-01-01', until: '2027-01-01' },
    });
    // 1 January 2026 is a Thursday.
    expect(refused(isOpen(nights, '2026-01-01T05:59:00Z'))).toBe('unknownDay calendar.known: 2025-12-31');
    expect(orThrow(isOpen(nights, '2026-01-01T06:00:00Z'))).toBe(false);
  });

  it('of an intersection are those that all know', () => {
    const both = intersectCalendars(desk, calendar({ known: { from: '2026-06-01', until: '2028-01-01' } }));
    expect(refused(isOpen(both, '2026-05-31T12:00:00Z'))).toBe('unknownDay calendar.known: 2026-05-31');
    expect(orThrow(isOpen(both, '2026-06-01T12:00:00Z'))).toBe(true);
    expect(refused(addWorkingTime(both, '2026-12-31T12:00:00Z', 301))).toBe(
      'unknownDay calendar.known: 2027-01-01',
    );
  });
});

describe('what does not open again', () => {
  const once = calendar({
    week: [],
    exceptions: [{ kind: 'hours', hours: [['09:00', '10:00']], date: '2026-05-02', name: 'open day' }],
  });

  it('is refused, forwards and backwards, and not looked for without end', () => {
    expect(iso(addWorkingTime(once, '2020-01-01T00:00:00Z', 60))).toBe('2026-05-02T10:00:00.000Z');
    expect(refused(addWorkingTime(once, '2026-01-01T00:00:00Z', 61))).toBe('neverOpen calendar: desk');
    expect(refused(nextOpening(once, '2026-05-02T10:00:00Z'))).toBe('neverOpen calendar: desk');
    expect(refused(subtractWorkingTime(once, '2026-05-03T00:00:00Z', 61))).toBe('neverOpen calendar: desk');
  });

  it('is refused for calendars that never meet', () => {
    const shanghai = calendar({ name: 'Shanghai', zone: 'Asia/Shanghai' });
    const never = intersectCalendars(calendar({ name: 'New York', zone: 'America/New_York' }), shanghai);
    expect(refused(nextOpening(never, '2026-01-01T00:00:00Z'))).toBe(
      'neverOpen calendar: New York & Shanghai',
    );
    expect(refused(addWorkingTime(never, '2026-01-01T00:00:00Z', 1))).toBe(
      'neverOpen calendar: New York & Shanghai',
    );
    expect(orThrow(workingTimeBetween(never, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'))).toBe(0);
  });

  it('is found where calendars meet for some weeks of the year only', () => {
    // Between the changes of New York and of Berlin the two are five hours apart instead of six.
    const newYork = calendar({
      zone: 'America/New_York',
      week: [{ days: ['mon'], hours: [['09:00', '10:00']] }],
    });
    const berlin = calendar({
      zone: 'Europe/Berlin',
      week: [{ days: ['mon'], hours: [['14:00', '15:00']] }],
    });
    expect(iso(nextOpening(intersectCalendars(newYork, berlin), '2026-04-01T00:00:00Z'))).toBe(
      '2026-10-26T13:00:00.000Z',
    );
  });

  it('is too far after a hundred years', () => {
    const always = calendar({ week: [{ days: ['mon'], hours: [['09:00', '09:01']] }] });
    expect(refused(addWorkingTime(always, '2026-01-01T00:00:00Z', 1e12))).toBe(
      'tooFar minutes: more than that',
    );
    expect(refused(workingTimeBetween(always, '1900-01-01T00:00:00Z', '2026-01-01T00:00:00Z'))).toBe(
      'tooFar until: more than that',
    );
  });
});

describe('arguments', () => {
  const desk = calendar();
  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('%s minutes are refused', (minutes) => {
    expect(refused(addWorkingTime(desk, 0, minutes))).toBe(`notMinutes minutes: ${minutes}`);
    expect(refused(subtractWorkingTime(desk, 0, minutes))).toBe(`notMinutes minutes: ${minutes}`);
  });

  it('instants that are none are refused under the name of the argument', () => {
    expect(refused(addWorkingTime(desk, 'tomorrow', 1))).toBe('notAnInstant from: "tomorrow"');
    expect(refused(workingTimeBetween(desk, 0, Number.NaN))).toBe('notAnInstant until: NaN');
    expect(refused(isOpen(desk, new Date(Number.NaN)))).toBe('notAnInstant at: Invalid Date');
  });

  it('a pause that lasts leaves a deadline open, unless it begins too late', () => {
    const pauses = [{ from: Date.UTC(2026, 0, 12, 10), reason: 'customer' }];
    expect(iso(addWorkingTime(desk, '2026-01-12T09:00:00Z', 60, { pauses }))).toBe(
      '2026-01-12T10:00:00.000Z',
    );
    expect(refused(addWorkingTime(desk, '2026-01-12T09:00:00Z', 61, { pauses }))).toMatch(
      /^stillPaused pauses.0.until/,
    );
    expect(
      orThrow(workingTimeBetween(desk, '2026-01-12T09:00:00Z', '2026-01-15T09:00:00Z', { pauses })),
    ).toBe(60);
  });
});

it('Samoa had no 30 December 2011, and no working hours on it', () => {
  const apia = calendar({ zone: 'Pacific/Apia', conventions: { gap: 'shift' } });
  const hours = orThrow(openingHours(apia, '2011-12-29T00:00:00Z', '2012-01-03T12:00:00Z'));
  expect(hours.map(({ because }) => because[0]?.day)).toEqual([
    '2011-12-28',
    '2011-12-29',
    '2012-01-02',
    '2012-01-03',
  ]);
});

describe('words', () => {
  const china = calendar({
    name: 'China',
    zone: 'Asia/Shanghai',
    exceptions: [
      { kind: 'closed', date: '2025-10-01', last: '2025-10-08', name: { en: 'National Day', zh: '国庆节' } },
      { kind: 'workingDay', as: 'mon', date: '2025-10-11', name: { en: 'National Day', zh: '国庆节' } },
      { kind: 'break', hours: [['12:00', '13:00']], date: '2025-10-11', name: { en: 'drill', zh: '演习' } },
    ],
  });

  it('name make-up days, holidays, breaks, pauses and the boundary', () => {
    const pauses = [
      {
        from: Date.parse('2025-10-11T09:00:00+08:00'),
        until: Date.parse('2025-10-11T10:00:00+08:00'),
        reason: 'inspection',
      },
    ];
    const why = orThrow(
      explainWorkingTime(china, '2025-09-30T16:00:00+08:00', 60 + 480 + 480 + 360, { pauses }),
    );
    const text = inWords(why, 'en').split('\n');
    expect(text).toEqual([
      '1,380 minutes of working time from 16:00 on Tuesday 30 September 2025 are over at 17:00 on Saturday 11 October 2025 (Asia/Shanghai).',
      'Tuesday 30 September 2025, 16:00 to 17:00: 60 minutes counted.',
      'Tuesday 30 September 2025, 17:00 to 24:00: closed, outside opening hours.',
      'Wednesday 1 October 2025 to Wednesday 8 October 2025: closed, National Day.',
      'Thursday 9 October 2025, 00:00 to 09:00: closed, outside opening hours.',
      'Thursday 9 October 2025, 09:00 to 17:00: 480 minutes counted.',
      '17:00 on Thursday 9 October 2025 to 09:00 on Friday 10 October 2025: closed, outside opening hours.',
      'Friday 10 October 2025, 09:00 to 17:00: 480 minutes counted.',
      '17:00 on Friday 10 October 2025 to 09:00 on Saturday 11 October 2025: closed, outside opening hours.',
      'Saturday 11 October 2025, 09:00 to 10:00: 60 minutes paused: inspection.',
      'Saturday 11 October 2025, 10:00 to 12:00: 120 minutes counted; make-up working day: National Day.',
      'Saturday 11 October 2025, 12:00 to 13:00: closed, break: drill.',
      'Saturday 11 October 2025, 13:00 to 17:00: 240 minutes counted; make-up working day: National Day.',
      'Time stops counting just when it runs out: it is over then (boundary: close).',
    ]);
    const zh = inWords(why, 'zh').split('\n');
    expect(zh[0]).toBe(
      '自2025年9月30日（星期二）16:00起的 1,380 分钟工作时间，至2025年10月11日（星期六）17:00用完（Asia/Shanghai）。',
    );
    expect(zh[2]).toBe('2025年9月30日（星期二）17:00至24:00：不营业，非营业时间。');
    expect(zh[10]).toBe('2025年10月11日（星期六）10:00至12:00：计 120 分钟；调休上班：国庆节。');
  });

  it('tell of an opening time that does not exist', () => {
    const nights = calendar({
      zone: 'America/New_York',
      week: [{ days: ['sun'], hours: [['02:30', '06:00']] }],
    });
    const why = orThrow(explainWorkingTimeBetween(nights, '2026-03-08T06:00:00Z', '2026-03-08T10:00:00Z'));
    expect(inWords(why, 'en').split('\n').at(-1)).toBe(
      'Sunday 8 March 2026, 03:00 to 06:00: 180 minutes counted; 02:30 does not exist on that day, taken as 03:00 on Sunday 8 March 2026.',
    );
  });

  it('tell times that the clock shows twice apart', () => {
    const desk = calendar({ zone: 'Europe/Berlin', week: [{ days: ['sun'], hours: [['00:00', '06:00']] }] });
    const why = orThrow(
      explainWorkingTimeBetween(desk, '2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'),
    );
    expect(inWords(why, 'en').split('\n')).toEqual([
      '60 minutes of working time from 02:30 (UTC+02:00) on Sunday 25 October 2026 to 02:30 (UTC+01:00) on Sunday 25 October 2026 (Europe/Berlin).',
      'Sunday 25 October 2026, 02:30 (UTC+02:00) to 02:30 (UTC+01:00): 60 minutes counted; the clocks go back by 60 minutes at 02:00 (UTC+01:00) on Sunday 25 October 2026.',
    ]);
    const minute = explainWorkingTimeBetween(desk, '2026-10-18T02:31:00+02:00', '2026-10-18T02:30:00+02:00');
    expect(inWords(orThrow(minute), 'en').split('\n')).toEqual([
      '-1 minute of working time from 02:31 on Sunday 18 October 2026 back to 02:30 on Sunday 18 October 2026 (Europe/Berlin).',
      'Sunday 18 October 2026, 02:30 to 02:31: 1 minute counted.',
    ]);
    const newfoundland = calendar({
      zone: 'America/St_Johns',
      week: [{ days: ['sun'], hours: [['00:00', '06:00']] }],
    });
    const back = orThrow(
      explainWorkingTimeBetween(newfoundland, '2026-11-01T01:30:00-03:30', '2026-11-01T06:00:00-03:30'),
    );
    expect(inWords(back, 'zh').split('\n')[1]).toBe(
      '2026年11月1日（星期日）01:30 (UTC-03:30)至06:00：计 270 分钟。',
    );
  });

  it('of an intersection name the calendar that is closed', () => {
    const both = intersectCalendars(china, calendar({ name: 'London', zone: 'Europe/London' }));
    const why = orThrow(explainWorkingTimeBetween(both, '2025-09-29T02:00:00Z', '2025-09-29T09:00:00Z'));
    expect(why.steps.map((step) => (step.kind === 'closed' ? step.calendar : step.kind))).toEqual([
      'London',
      'counted',
    ]);
  });
});
