/** Indicators, causes, trends and satisfaction, with their denominators. */
import { compileCalendar, englandAndWalesBusinessCalendar } from 'clientele/calendar';
import {
  type CaseEvent,
  compareCounts,
  complaintCauses,
  complaintTrends,
  deskClocks,
  type IndicatorOptions,
  type IsoIndicators,
  isoIndicators,
  justiceSummary,
  orThrow,
  wilsonInterval,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { answered, caseLog, type Told } from './support.js';

const options = {
  asOf: Date.UTC(2026, 5, 1),
  packs: [deskClocks({ zone: 'Europe/London' })],
  calendars: { default: compileCalendar(englandAndWalesBusinessCalendar()) },
};

function indicatorsOf(logs: Parameters<typeof isoIndicators>[0], asked: IndicatorOptions): IsoIndicators {
  return orThrow(isoIndicators(logs, asked));
}

const closed = (received: string, overall: number, others = [overall, overall, overall]): readonly Told[] => [
  ...answered(received, received),
  ['ACCEPT', received],
  [
    'SURVEY',
    received,
    { overall, distributive: others[0] ?? 1, procedural: others[1] ?? 1, interactional: others[2] ?? 1 },
  ],
];

describe('isoIndicators', () => {
  const onTime = caseLog('on time', ['RECEIVE', '2026-02-02'], ['ACKNOWLEDGE', '2026-02-03']);
  const late = caseLog('late', ['RECEIVE', '2026-02-02'], ['ACKNOWLEDGE', '2026-02-04']);
  const fresh = caseLog('fresh', ['RECEIVE', '2026-05-31T10:00Z', { complainant: 'another' }]);

  it('acknowledged on time, of those acknowledged or late; what is not due is left out by name', () => {
    const { acknowledgedOnTime: rate, cases } = indicatorsOf([onTime, late, fresh], options);
    expect([rate.counted, rate.of, rate.share]).toEqual([1, 2, 0.5]);
    expect(rate.leftOut.map(({ why, cases: some }) => [why, some])).toEqual([['running', ['fresh']]]);
    expect(rate.of + rate.leftOut.reduce((sum, { cases: some }) => sum + some.length, 0)).toBe(cases);
  });

  it('without a clock for it nothing is guessed', () => {
    const { acknowledgedOnTime: rate } = indicatorsOf([onTime], { ...options, packs: [] });
    expect([rate.of, rate.share, rate.leftOut[0]?.why]).toEqual([0, undefined, 'noClock']);
  });

  it('first contact: at once, nothing asked, not refused', () => {
    const [receive, , , ...rest] = closed('2026-02-02', 5);
    if (receive === undefined) throw new Error('no such step');
    const atOnce = caseLog('at once', receive, ['ASSESS', '2026-02-02', { resolvableNow: true }], ...rest);
    const { firstContact } = indicatorsOf([atOnce, caseLog('c', ...closed('2026-02-02', 5)), fresh], options);
    expect([firstContact.counted, firstContact.of]).toEqual([1, 2]);
    expect(firstContact.leftOut.map(({ why }) => why)).toEqual(['open']);
  });

  it('satisfied: the top two boxes, or as named', () => {
    const logs = [5, 4, 3, 2].map((overall) => caseLog(`c${overall}`, ...closed('2026-02-02', overall)));
    expect(indicatorsOf(logs, options).satisfied).toMatchObject({ counted: 2, of: 4 });
    expect(indicatorsOf(logs, { ...options, satisfiedFrom: 5 })).toMatchObject({
      satisfiedFrom: 5,
      satisfied: { counted: 1, of: 4 },
    });
    expect(indicatorsOf(logs, options).escalated).toMatchObject({ counted: 2, of: 4 });
  });

  it('repeated: the same complainant about the same product within 90 days', () => {
    const first = caseLog('first', ['RECEIVE', '2026-01-01']);
    const again = caseLog('again', ['RECEIVE', '2026-04-01']);
    const tooLate = caseLog('too late', ['RECEIVE', '2026-07-01']);
    const other = caseLog('other', ['RECEIVE', '2026-01-02', { product: 'loan' }]);
    const logs = [first, again, tooLate, other];
    const all = { ...options, asOf: Date.UTC(2027, 0, 1) };
    expect(indicatorsOf(logs, all).repeated).toMatchObject({ counted: 1, of: 4 });
    const anything = indicatorsOf(logs, { ...all, repetition: { withinDays: 91, about: 'anything' } });
    expect(anything.repeated).toMatchObject({ counted: 3, of: 4 });
  });

  it('reopened, of those ever closed', () => {
    const back: readonly Told[] = [...closed('2026-02-02', 5), ['REOPEN', '2026-03-01']];
    const logs = [caseLog('back', ...back), caseLog('c', ...closed('2026-02-02', 5)), fresh];
    const { reopened } = indicatorsOf(logs, options);
    expect([reopened.counted, reopened.of, reopened.leftOut[0]?.cases]).toEqual([1, 2, ['fresh']]);
    expect(indicatorsOf(logs, { ...options, asOf: Date.UTC(2026, 1, 15) }).reopened.counted).toBe(0);
  });
});

describe('corrective action', () => {
  /** Only what the projection looks at: the states that the action went through. */
  const action = (caseId: string, states: readonly string[], recurrenceOf?: string): readonly CaseEvent[] =>
    states.map((to, i) => ({
      type: i === 0 ? 'SUSPECT' : 'GO_ON',
      id: `${caseId}-${i}`,
      at: i,
      by: { id: 'ann', role: 'quality' },
      data: i === 0 && recurrenceOf !== undefined ? { cases: ['c'], recurrenceOf } : {},
      caseId,
      revision: i + 1,
      workflow: 'corrective-action@1',
      transition: `t${i}`,
      from: states[i - 1] ?? null,
      to,
    }));
  const whole = ['suspected', 'confirmed', 'action', 'done', 'checked'];

  it('effective: checked, and its cause has not come back; what was not checked is left out', () => {
    const correctiveActions = [
      action('held', whole),
      action('came back', whole),
      action('again', ['suspected'], 'came back'),
    ];
    const { correctiveEffective: rate } = indicatorsOf([], { ...options, correctiveActions });
    expect([rate.counted, rate.of]).toEqual([1, 2]);
    expect(rate.leftOut.map(({ why, cases }) => [why, cases])).toEqual([['notChecked', ['again']]]);
  });

  it('as of an earlier instant, no recurrence was linked yet, nor was its action begun', () => {
    const again = action('again', ['suspected'], 'came back').map((event) => ({ ...event, at: 9 }));
    const correctiveActions = [action('came back', whole), again];
    const asOf = (at: number) =>
      indicatorsOf([], { ...options, correctiveActions, asOf: at }).correctiveEffective;
    expect(asOf(8)).toMatchObject({ counted: 1, of: 1, leftOut: [] });
    expect(asOf(9)).toMatchObject({ counted: 0, of: 1, leftOut: [{ why: 'notChecked', cases: ['again'] }] });
  });
});

describe('asOf', () => {
  const log = caseLog('c', ['RECEIVE', '2026-03-31T22:30Z']);

  it('a day ends where the zone says', () => {
    const asked = { ...options, asOf: '2026-03-31' } as const;
    expect(indicatorsOf([log], asked).cases).toBe(1);
    expect(indicatorsOf([log], { ...asked, zone: 'Asia/Shanghai' }).cases).toBe(0);
  });

  it.each([
    [{ asOf: 'yesterday' }, ['asOf']],
    [{ zone: 'Mars/Olympus' }, ['zone']],
  ])('%o is refused', (wrong, path) => {
    const result = isoIndicators([log], { ...options, ...wrong });
    expect(result._tag === 'Left' && result.left[0].path).toEqual(path);
  });
});

describe('justiceSummary', () => {
  it('means with their n, relations without causes, and how many answered', () => {
    const summary = justiceSummary([
      caseLog('a', ...closed('2026-02-02', 5, [5, 3, 4])),
      caseLog('b', ...closed('2026-02-02', 3, [3, 3, 4])),
      caseLog('c', ...closed('2026-02-02', 1, [1, 3, 5])),
      caseLog('silent', ...answered('2026-02-02', '2026-02-02'), ['ACCEPT', '2026-02-02']),
      caseLog('open', ['RECEIVE', '2026-02-02']),
    ]);
    expect(summary.overall).toEqual({ n: 3, mean: 3, sd: 2 });
    expect(summary.response).toMatchObject({ counted: 3, of: 4, share: 0.75 });
    expect(summary.response.leftOut[0]?.cases).toEqual(['open']);
    const [outcome, process, treatment] = summary.relations;
    expect(outcome?.r).toBeCloseTo(1, 12);
    // Nobody differs on the process: no relation can be told.
    expect(process).toEqual({ justice: 'procedural', n: 3 });
    expect(treatment?.r).toBeCloseTo(-Math.sqrt(3) / 2, 12);
  });
});

describe('causes and trends', () => {
  const about = (caseId: string, day: string, causeCode: string) =>
    caseLog(caseId, ['RECEIVE', day], ['ASSESS', day], ['CONCLUDE', day, { causeCode }]);
  const logs = [
    about('1', '2026-01-05', 'fees'),
    about('2', '2026-02-05', 'fees'),
    about('3', '2026-02-06', 'delay'),
    about('4', '2026-02-07', 'fees'),
    about('5', '2026-03-05', 'delay'),
    caseLog('6', ['RECEIVE', '2026-02-05']),
  ];

  it('a Pareto table whose counts add up', () => {
    expect(complaintCauses(logs)).toEqual({
      by: 'cause',
      counted: 5,
      rows: [
        { name: 'fees', cases: 3, share: 0.6, cumulative: 0.6 },
        { name: 'delay', cases: 2, share: 0.4, cumulative: 1 },
      ],
      leftOut: ['6'],
    });
    expect(complaintCauses(logs, { by: 'product' }).rows).toMatchObject([{ name: 'card', cases: 6 }]);
  });

  it('a table by month: counts, shares, changes over the days of the month', () => {
    const trends = orThrow(
      complaintTrends(logs, { from: '2026-01-01', periods: 2, every: { months: 1 }, zone: 'Europe/London' }),
    );
    expect(trends.periods.map(({ from, exposure, cases }) => [from, exposure, cases])).toEqual([
      ['2026-01-01', 31, 1],
      ['2026-02-01', 28, 3],
    ]);
    expect(trends.rows.map(({ name, cells }) => [name, cells.map(({ cases }) => cases)])).toEqual([
      ['fees', [1, 2]],
      ['delay', [0, 1]],
    ]);
    expect(trends.total[1]?.change?.ratio).toBeCloseTo((3 / 28) * 31, 12);
    expect(trends.leftOut).toEqual({ otherTime: ['5'], noGroup: ['6'] });
    expect(trends.counted + 2).toBe(logs.length);
  });

  it('exposures that are missing or none are refused', () => {
    const asked = { from: '2026-01-01', periods: 2, every: { months: 1 }, zone: 'UTC' } as const;
    const paths = [[1], [1, 0]].map((exposure) => {
      const result = complaintTrends([], { ...asked, exposure });
      return result._tag === 'Left' ? result.left[0].path : [];
    });
    expect(paths).toEqual([['exposure'], ['exposure', 1]]);
  });
});

describe('published figures', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson interval of %i of %i (Newcombe 1998): %f to %f', (counted, of, lower, upper) => {
    const [low, high] = wilsonInterval(counted, of);
    expect([Number(low.toFixed(4)), Number(high.toFixed(4))]).toEqual([lower, upper]);
  });

  it('the conditional test agrees with the binomial coefficients', () => {
    // P(X ≥ 9) of 11 at 1/2: (55 + 11 + 1) / 2048.
    const change = compareCounts({ count: 2, exposure: 1 }, { count: 9, exposure: 1 });
    expect(change.pValue).toBeCloseTo((2 * 67) / 2048, 12);
    expect(compareCounts({ count: 9, exposure: 1 }, { count: 2, exposure: 1 }).pValue).toBeCloseTo(
      change.pValue,
      12,
    );
    expect(compareCounts({ count: 0, exposure: 1 }, { count: 0, exposure: 1 })).toEqual({ pValue: 1 });
    expect(compareCounts({ count: 5, exposure: 1 }, { count: 5, exposure: 1 }).pValue).toBe(1);
  });
});
