/** What is not known and would decide: an answer all the same, and problems with their paths. */
import {
  compileTiers,
  defineTierPolicy,
  describe as describeIn,
  evaluateTier,
  evaluateTierColumns,
  explainEvaluation,
  explainTier,
  type MetricValue,
  orThrow,
  type QualificationCriterion,
  type QualifyingMetric,
  replayTiers,
  startTier,
  type TierEntry,
  tierHistory,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';

const METRICS: Readonly<Record<string, QualifyingMetric>> = {
  score: { kind: 'attribute', attribute: 'rfmScore' },
  country: { kind: 'attribute', attribute: 'country' },
  spend: { kind: 'sum', of: 'spend' },
  years: { kind: 'tenure', unit: 'years' },
  bonus: { kind: 'banded', of: 'years', bands: [{ from: 1, value: 100 }] },
  growth: {
    kind: 'combined',
    of: [
      { metric: 'spend', times: 1 },
      { metric: 'score', times: 10 },
    ],
  },
};

function tiersOf(silver: QualificationCriterion, gold: QualificationCriterion, more = {}) {
  return orThrow(
    compileTiers(
      defineTierPolicy({
        name: 'unknown',
        zone: 'UTC',
        metrics: METRICS,
        window: { kind: 'calendar', unit: 'year' },
        validity: { kind: 'whileQualified' },
        tiers: [
          { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
          { tier: 'silver', name: { en: 'Silver', zh: '银卡' }, rank: 1, entry: silver },
          { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 2, entry: gold, ...more },
        ],
      }),
    ),
  );
}

const SCORED = tiersOf({ metric: 'spend', atLeast: 10 }, { metric: 'score', atLeast: 26 });
const HERE: QualificationCriterion = { metric: 'country', is: 'DE' };

describe('evaluateTier', () => {
  it('answers, and says at which path a value is missing', () => {
    const answer = evaluateTier(SCORED, { spend: 12 });
    expect(answer.tier).toBe('silver');
    expect(answer.unknown).toEqual([{ tier: 'gold', criterion: 'tier', missing: ['score'] }]);
    expect(answer.problems).toEqual([
      {
        code: 'missingMetric',
        path: ['values', 'score'],
        expected: { kind: 'present' },
        found: { en: 'nothing', zh: '空' },
      },
    ]);
    expect(answer.problems.map((one) => describeIn(one, 'en'))).toEqual([
      'values.score: expected a value, found nothing.',
    ]);
    expect(answer.problems.map((one) => describeIn(one, 'zh'))).toEqual(['values.score：应有值，实际为空。']);
  });

  it.each([
    ['text for a number', { score: 'high' }, 'values.score: expected a finite number, found "high".'],
    [
      'not a number',
      { score: Number.NaN },
      'values.score: expected a value, found nothing.',
      'missingMetric',
    ],
    [
      'infinite',
      { score: Number.POSITIVE_INFINITY },
      'values.score: expected a finite number, found Infinity.',
    ],
  ] as readonly [string, Record<string, MetricValue>, string, string?][])(
    'says what was found instead: %s',
    (_, values, sentence, code = 'wrongType') => {
      const { problems } = evaluateTier(SCORED, { spend: 12, ...values });
      expect(problems.map(({ code }) => code)).toEqual([code]);
      expect(problems.map((one) => describeIn(one, 'en'))).toEqual([sentence]);
    },
  );

  it('says nothing of what decides nothing', () => {
    expect(evaluateTier(SCORED, { spend: 12, score: 26 }).problems).toEqual([]);
    const both = tiersOf(
      { metric: 'spend', atLeast: 10 },
      { allOf: [HERE, { metric: 'spend', atLeast: 20 }] },
    );
    expect(evaluateTier(both, { spend: 12 }).problems).toEqual([]);
    expect(evaluateTier(both, { spend: 20 }).problems.map(({ path }) => path)).toEqual([
      ['values', 'country'],
    ]);
  });

  it('names the parts behind a combined metric, and the band that is not reached', () => {
    const grown = tiersOf({ metric: 'growth', atLeast: 10 }, { metric: 'bonus', atLeast: 100 });
    expect(evaluateTier(grown, { years: 0 }).problems).toEqual([
      { code: 'belowBands', path: ['values', 'years'], expected: { kind: 'range', min: 1 }, found: '0' },
      expect.objectContaining({ code: 'missingMetric', path: ['values', 'spend'] }),
      expect.objectContaining({ code: 'missingMetric', path: ['values', 'score'] }),
    ]);
  });

  it('names each place once, over other windows too', () => {
    const window = { kind: 'lifetime' } as const;
    const tiers = tiersOf(
      { metric: 'score', atLeast: 10 },
      {
        allOf: [
          { metric: 'score', atLeast: 26 },
          { metric: 'spend', atLeast: 5, window },
        ],
      },
      { lifetime: { metric: 'spend', atLeast: 100 } },
    );
    const paths = (
      over: readonly { window: typeof window; values: Readonly<Record<string, MetricValue>> }[],
    ) => evaluateTier(tiers, {}, { over }).problems.map(({ path }) => path.join('.'));
    expect(paths([])).toEqual(['values.score', 'over.spend']);
    expect(paths([{ window, values: {} }])).toEqual(['values.score', 'over.0.values.spend']);
    expect(paths([{ window, values: { spend: 200 } }])).toEqual(['values.score']);
  });

  it('is explained with the same problems', () => {
    expect(explainEvaluation(SCORED, { spend: 12 }).evaluation.problems).toEqual(
      evaluateTier(SCORED, { spend: 12 }).problems,
    );
  });
});

describe('evaluateTierColumns', () => {
  it('says it of every row, with the path in the columns', () => {
    const columns = { spend: Float64Array.of(12, 12, 0), score: [26, 'high', undefined] };
    const answer = orThrow(evaluateTierColumns(SCORED, columns));
    expect(Array.from(answer.unknown)).toEqual([0, 1, 1]);
    expect([0, 1, 2, 3].map((row) => answer.problems(row).map(({ code, path }) => [code, ...path]))).toEqual([
      [],
      [['wrongType', 'columns', 'score', 1]],
      [['missingMetric', 'columns', 'score', 2]],
      [],
    ]);
    expect(answer.problems(2).map((one) => describeIn(one, 'en'))).toEqual([
      'columns.score[2]: expected a value, found nothing.',
    ]);
  });

  it('finds the columns over another window', () => {
    const window = { kind: 'lifetime' } as const;
    const tiers = tiersOf({ metric: 'score', atLeast: 1 }, { metric: 'spend', atLeast: 5, window });
    const over = [{ window, columns: { spend: [Number.NaN] } }];
    const answer = orThrow(evaluateTierColumns(tiers, { score: [1] }, { over }));
    expect(answer.problems(0).map(({ path }) => path)).toEqual([['over', 0, 'columns', 'spend', 0]]);
  });
});

describe('a replay', () => {
  const START = Date.UTC(2025, 0, 1);
  const history = (tiers: typeof SCORED, log: readonly TierEntry[] = []) =>
    orThrow(replayTiers(tiers, { memberId: 'ann', enrolledAt: START, log }, { asOf: '2025-06-30' }));
  const said = (value: string | number | null, attribute = 'rfmScore', at = START): TierEntry => ({
    kind: 'attribute',
    id: `${attribute}-${at}`,
    at,
    attribute,
    value,
  });

  it('keeps its answer and says which attribute is missing', () => {
    const { standing, problems } = history(SCORED);
    expect(standing.tier).toBe('member');
    expect(problems).toEqual([
      expect.objectContaining({ code: 'missingMetric', path: ['attributes', 'rfmScore'] }),
    ]);
    expect(problems.map((one) => describeIn(one, 'en'))).toEqual([
      'attributes.rfmScore: expected a value, found nothing.',
    ]);
  });

  it('says so again when the host takes the attribute back, and of the renewal then', () => {
    expect(history(SCORED, [said(30)]).problems).toEqual([]);
    const after = history(SCORED, [said(30), said(null, 'rfmScore', START + 1)]);
    expect(after.problems.map(({ path }) => path)).toEqual([['attributes', 'rfmScore']]);
    const held = tiersOf(HERE, { allOf: [HERE, { metric: 'score', atLeast: 26 }] });
    expect(history(held, [said('DE', 'country'), said(30)]).problems).toEqual([]);
  });

  it('says what was found instead', () => {
    expect(history(SCORED, [said('high')]).problems.map((one) => describeIn(one, 'en'))).toEqual([
      'attributes.rfmScore: expected a finite number, found "high".',
    ]);
  });

  it('says which value lies below all bands', () => {
    const tiers = tiersOf({ metric: 'bonus', atLeast: 100 }, { metric: 'spend', atLeast: 1_000 });
    expect(history(tiers).problems).toEqual([
      { code: 'belowBands', path: ['metrics', 'years'], expected: { kind: 'range', min: 1 }, found: '0' },
    ]);
  });

  it('asks for tiers for good as well, until one is held', () => {
    const tiers = tiersOf(
      { metric: 'spend', atLeast: 1 },
      { metric: 'spend', atLeast: 2 },
      { lifetime: HERE },
    );
    expect(history(tiers).problems.map(({ path }) => path)).toEqual([['attributes', 'country']]);
    expect(history(tiers, [said('DE', 'country')]).problems).toEqual([]);
    expect(history(tiers, [said('FR', 'country')]).problems).toEqual([]);
  });

  it('is told by incremental evaluation and by the explanation alike', () => {
    const member = { memberId: 'ann', enrolledAt: START, log: [] };
    const state = orThrow(startTier(SCORED, member));
    const { problems } = history(SCORED);
    expect(orThrow(tierHistory(SCORED, state, { asOf: '2025-06-30' })).problems).toEqual(problems);
    expect(orThrow(explainTier(SCORED, member, { asOf: '2025-06-30' })).problems).toEqual(problems);
  });
});
