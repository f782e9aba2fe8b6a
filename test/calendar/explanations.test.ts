/** Every answer can say how it was come by, and in the same words. */
import {
  alwaysOpen,
  chinaOfficeCalendar,
  compileCalendar,
  defineWorkingCalendar,
  englandAndWalesBusinessCalendar,
  explainBusinessDays,
  explainBusinessDaysBetween,
  explainNextOpening,
  explainOpen,
  explainSubtractedWorkingTime,
  explainWorkingTime,
  explainWorkingTimeBetween,
  intersectCalendars,
  describe as inWords,
  mondayToFriday,
  orThrow,
  type Result,
} from 'clientele/calendar';
import { describe, expect, it } from 'vitest';

const china = compileCalendar(chinaOfficeCalendar());
const london = compileCalendar(
  defineWorkingCalendar({
    name: 'London',
    zone: 'Europe/London',
    week: mondayToFriday(['08:00', '18:00']),
    exceptions: [{ kind: 'closed', date: '2026-01-01', name: { en: "New Year's Day", zh: '元旦' } }],
  }),
);
const nights = compileCalendar(
  defineWorkingCalendar({
    name: 'nights',
    zone: 'Europe/Berlin',
    week: mondayToFriday(['22:00', '06:00']),
    exceptions: [
      { kind: 'hours', hours: [['10:00', '12:00']], date: '2026-01-10', name: { en: 'sale', zh: '促销' } },
    ],
  }),
);

function lines(result: Result<Parameters<typeof inWords>[0]>, language: 'en' | 'zh' = 'en') {
  return inWords(orThrow(result), language).split('\n');
}

function refusal(result: Result<unknown>): string {
  return result._tag === 'Left' ? result.left.map((one) => inWords(one, 'en')).join(' ') : 'not refused';
}

describe('working time that is taken back', () => {
  it('escalated four working hours before a deadline (GLPI-2 the other way round): each step in the order of time', () => {
    const why = explainSubtractedWorkingTime(london, '2026-01-13T11:00', 240);
    expect(lines(why)).toEqual([
      '240 minutes of working time remain from 17:00 on Monday 12 January 2026 to 11:00 on Tuesday 13 January 2026 (Europe/London).',
      'Monday 12 January 2026, 17:00 to 18:00: 60 minutes counted.',
      '18:00 on Monday 12 January 2026 to 08:00 on Tuesday 13 January 2026: closed, outside opening hours.',
      'Tuesday 13 January 2026, 08:00 to 11:00: 180 minutes counted.',
    ]);
    expect(lines(why, 'zh')[0]).toBe(
      '2026年1月12日（星期一）17:00至2026年1月13日（星期二）11:00尚余 240 分钟工作时间（Europe/London）。',
    );
  });

  it('around holidays and pauses', () => {
    const pauses = [
      { from: Date.UTC(2026, 0, 2, 8), until: Date.UTC(2026, 0, 2, 9), reason: 'waiting for the customer' },
    ];
    const why = orThrow(explainSubtractedWorkingTime(london, '2026-01-02T10:00', 90, { pauses }));
    expect(why.steps.map((step) => [step.kind, (step.until - step.from) / 60_000])).toEqual([
      ['counted', 30],
      ['closed', 360],
      ['closed', 1440],
      ['closed', 480],
      ['paused', 60],
      ['counted', 60],
    ]);
    expect(why.minutes).toBe(90);
    expect(inWords(why, 'en')).toContain("Thursday 1 January 2026: closed, New Year's Day.");
    expect(inWords(why, 'en')).toContain('60 minutes paused: waiting for the customer.');
    const named = pauses.map((pause) => ({ ...pause, name: { en: 'with the customer', zh: '待客户' } }));
    const called = [
      orThrow(explainSubtractedWorkingTime(london, '2026-01-02T10:00', 90, { pauses: named })),
      orThrow(explainWorkingTimeBetween(london, '2026-01-02T08:00', '2026-01-02T10:00', { pauses: named })),
      orThrow(explainWorkingTime(london, '2026-01-02T08:00', 30, { pauses: named })),
    ];
    for (const one of called) {
      expect(inWords(one, 'en')).toContain('60 minutes paused: with the customer.');
      expect(inWords(one, 'zh')).toContain('暂停 60 分钟：待客户。');
    }
  });

  it('no time at all leads back to when the desk closed', () => {
    const why = orThrow(explainSubtractedWorkingTime(london, '2026-01-12T07:00', 0));
    expect(why.from).toBe(Date.UTC(2026, 0, 9, 18));
    expect(why.minutes).toBe(0);
    expect(why.steps.map(({ kind }) => kind)).toEqual(['closed', 'closed', 'closed']);
  });

  it('is refused as the answer is', () => {
    expect(refusal(explainSubtractedWorkingTime(london, 0, -1))).toBe(
      'minutes: expected at least 0, found -1.',
    );
    expect(refusal(explainSubtractedWorkingTime(china, '2025-01-02T10:00', 600))).toContain(
      'found 2024-12-31.',
    );
  });
});

describe('business days', () => {
  it('CN-1: seven from 25 September 2025 end on a Saturday, with the holiday and the make-up day named', () => {
    const why = explainBusinessDays(china, '2025-09-25', 7);
    expect(lines(why)).toEqual([
      '7 business days after Thursday 25 September 2025, up to Saturday 11 October 2025.',
      'Friday 26 September 2025: 1 business day.',
      'Saturday 27 September 2025: weekend, not counted.',
      'Sunday 28 September 2025: 1 make-up working day (National Day and Mid-Autumn Festival).',
      'Monday 29 September 2025 to Tuesday 30 September 2025: 2 business days.',
      'Wednesday 1 October 2025 to Wednesday 8 October 2025: National Day and Mid-Autumn Festival, not counted.',
      'Thursday 9 October 2025 to Friday 10 October 2025: 2 business days.',
      'Saturday 11 October 2025: 1 make-up working day (National Day and Mid-Autumn Festival).',
    ]);
    expect(lines(why, 'zh')[0]).toBe(
      '2025年9月25日（星期四）之后，至2025年10月11日（星期六）：共 7 个工作日。',
    );
  });

  it('UK-1: three from the Thursday before Easter 2026', () => {
    const business = compileCalendar(englandAndWalesBusinessCalendar());
    const why = orThrow(explainBusinessDays(business, '2026-04-02', 3));
    expect(why.until).toBe('2026-04-09');
    expect(why.steps.map(({ first, counted, because }) => [first, counted, because.kind])).toEqual([
      ['2026-04-03', 0, 'holiday'],
      ['2026-04-04', 0, 'weekend'],
      ['2026-04-06', 0, 'holiday'],
      ['2026-04-07', 3, 'businessDay'],
    ]);
  });

  it('go back in the order of time, and the day from which they are counted is never among them', () => {
    const back = orThrow(explainBusinessDays(london, '2026-01-05', -2));
    expect([back.from, back.until, back.days]).toEqual(['2026-01-05', '2025-12-31', -2]);
    expect(back.steps.map(({ first, counted }) => [first, counted])).toEqual([
      ['2025-12-31', 1],
      ['2026-01-01', 0],
      ['2026-01-02', 1],
      ['2026-01-03', 0],
    ]);
    expect(inWords(back, 'en').split('\n')[0]).toBe(
      '2 business days before Monday 5 January 2026, back to Wednesday 31 December 2025.',
    );
    expect(inWords(back, 'zh').split('\n')[0]).toBe(
      '2026年1月5日（星期一）之前，回溯至2025年12月31日（星期三）：共 2 个工作日。',
    );
  });

  it('none at all have no steps', () => {
    expect(lines(explainBusinessDays(london, '2026-01-03', 0))).toEqual([
      '0 business days after Saturday 3 January 2026, up to Saturday 3 January 2026.',
    ]);
    expect(orThrow(explainBusinessDaysBetween(london, '2026-01-03', '2026-01-03')).days).toBe(0);
  });

  it('between two days, one of which is no business day', () => {
    const why = orThrow(explainBusinessDaysBetween(nights, '2026-01-09', '2026-01-11'));
    expect(why.days).toBe(1);
    expect(inWords(why, 'en').split('\n')).toEqual([
      '1 business day after Friday 9 January 2026, up to Sunday 11 January 2026.',
      'Saturday 10 January 2026: 1 day with special hours (sale).',
      'Sunday 11 January 2026: weekend, not counted.',
    ]);
    const back = orThrow(explainBusinessDaysBetween(nights, '2026-01-11', '2026-01-09'));
    expect([back.days, back.steps.map(({ first, last }) => [first, last])]).toEqual([
      -2,
      [
        ['2026-01-09', '2026-01-09'],
        ['2026-01-10', '2026-01-10'],
      ],
    ]);
  });

  it('are refused as the answers are', () => {
    expect(refusal(explainBusinessDays(china, '2026-12-30', 2))).toContain('found 2027-01-01.');
    expect(refusal(explainBusinessDays(china, '2026-01-05', 0.5))).toBe(
      'days: expected an integer, found 0.5.',
    );
    expect(refusal(explainBusinessDaysBetween(china, '2026-01-05', '2026-02-30'))).toBe(
      'until: expected text written as yyyy-MM-dd, found "2026-02-30".',
    );
  });
});

describe('being open', () => {
  it('is explained by the day whose hours they are, also after midnight', () => {
    const why = orThrow(explainOpen(nights, '2026-01-10T05:59'));
    expect(why).toMatchObject({
      isOpen: true,
      because: [{ calendar: 'nights', day: '2026-01-09', kind: 'ordinary' }],
    });
    expect(inWords(why, 'zh')).toBe('2026年1月10日（星期六）05:59：营业。');
    expect(lines(explainOpen(nights, '2026-01-10T11:00'))).toEqual([
      '11:00 on Saturday 10 January 2026: open; hours of sale.',
    ]);
  });

  it.each([
    ['2026-01-09T18:00', '18:00 on Friday 9 January 2026: closed, outside opening hours.'],
    [
      '2026-01-10T08:00',
      '08:00 on Saturday 10 January 2026: closed, no opening hours on these days of the week.',
    ],
    ['2026-01-01T12:00', "12:00 on Thursday 1 January 2026: closed, New Year's Day."],
  ])('at %s it is not', (at, sentence) => {
    expect(lines(explainOpen(london, at))).toEqual([sentence]);
  });

  it('of an intersection names the calendar that is closed', () => {
    const both = intersectCalendars(london, nights);
    expect(lines(explainOpen(both, '2026-01-09T12:00'))).toEqual([
      '12:00 on Friday 9 January 2026: closed, outside opening hours (nights).',
    ]);
  });

  it('is refused as the answer is', () => {
    expect(refusal(explainOpen(china, '2027-01-01T10:00'))).toContain('found 2027-01-01.');
    expect(refusal(explainOpen(london, 'now'))).toContain('at: expected');
  });
});

describe('the next opening', () => {
  it('says what lies before it, and on which hours it is', () => {
    const why = explainNextOpening(china, '2025-09-30T18:00');
    expect(lines(why)).toEqual([
      'From 18:00 on Tuesday 30 September 2025 on, the next opening is at 09:00 on Thursday 9 October 2025 (Asia/Shanghai).',
      'Tuesday 30 September 2025, 18:00 to 24:00: closed, outside opening hours.',
      'Wednesday 1 October 2025 to Wednesday 8 October 2025: closed, National Day and Mid-Autumn Festival.',
      'Thursday 9 October 2025, 00:00 to 09:00: closed, outside opening hours.',
      '09:00 on Thursday 9 October 2025: open.',
    ]);
    expect(lines(why, 'zh')[0]).toBe(
      '自2025年9月30日（星期二）18:00起，下次营业始于2025年10月9日（星期四）09:00（Asia/Shanghai）。',
    );
  });

  it('is now where it is open', () => {
    const why = orThrow(explainNextOpening(compileCalendar(alwaysOpen('UTC')), '2026-01-10T08:00'));
    expect(why.steps).toEqual([]);
    expect(inWords(why, 'en').split('\n')).toEqual([
      'It is open at 08:00 on Saturday 10 January 2026 already (UTC).',
      '08:00 on Saturday 10 January 2026: open.',
    ]);
    expect(inWords(why, 'zh')).toContain('2026年1月10日（星期六）08:00已在营业（UTC）。');
  });

  it('that does not come is refused', () => {
    expect(refusal(explainNextOpening(china, '2026-12-31T18:00'))).toContain('found 2027-01-01.');
  });
});
