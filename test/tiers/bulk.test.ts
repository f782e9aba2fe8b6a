import {
  compileTiers,
  evaluateTier,
  evaluateTierColumns,
  explainEvaluation,
  orThrow,
  type Problems,
  describe as say,
} from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import { compiled, hilton2026, NIGHTS, programme, SPEND } from './programmes.js';

function problemsOf(result: ReturnType<typeof evaluateTierColumns>): Problems {
  if (result._tag === 'Right') throw new Error('no problems');
  return result.left;
}

describe('columns', () => {
  const columns = {
    nights: Int32Array.of(85, 79, 40, 9),
    stays: Uint8Array.of(10, 39, 40, 3),
    spend: Float64Array.of(17_999, 50_000, 18_000, Number.NaN),
  };
  const result = orThrow(evaluateTierColumns(hilton2026, columns));

  test('of any kind give tiers by index', () => {
    expect(Array.from(result.tier, (tier) => result.tierNames[tier])).toEqual([
      'diamond',
      'diamond',
      'reserve',
      'member',
    ]);
    expect(Array.from(result.unknown)).toEqual([0, 0, 0, 1]);
    expect(result.version).toBe('2026');
  });

  test('explain a row on demand', () => {
    expect(result.row(3)?.unknown.map(({ tier }) => tier)).toEqual(['diamond', 'gold', 'silver']);
    expect(result.explain(0)?.evaluation.tier).toBe('diamond');
    expect(result.explain(4)).toBeUndefined();
    expect(result.row(-1)).toBeUndefined();
    expect(result.row(0.5)).toBeUndefined();
  });

  test('may be texts, and what is made from others needs no column', () => {
    const tiers = compiled(
      programme(
        {
          base: null,
          top: {
            allOf: [
              { metric: 'score', atLeast: 10 },
              { metric: 'plan', is: 'pro' },
              { metric: 'spend', window: { kind: 'lifetime' }, atLeast: 5 },
            ],
          },
        },
        {
          nights: NIGHTS,
          spend: SPEND,
          plan: { kind: 'attribute', attribute: 'plan' },
          score: {
            kind: 'combined',
            of: [
              { metric: 'nights', times: 2 },
              { metric: 'spend', times: 0.1 },
            ],
          },
        },
      ),
    );
    const window = { kind: 'lifetime' } as const;
    const rows = [
      { nights: 5, spend: 0, plan: 'pro' },
      { nights: 4, spend: 20, plan: 'pro' },
      { nights: 9, spend: 0, plan: 'free' },
      { nights: undefined, spend: 0, plan: 'pro' },
    ];
    const answer = orThrow(
      evaluateTierColumns(
        tiers,
        {
          nights: rows.map(({ nights }) => nights),
          spend: rows.map(({ spend }) => spend),
          plan: rows.map(({ plan }) => plan),
        },
        { over: [{ window, columns: { spend: rows.map(() => 5) } }] },
      ),
    );
    expect(Array.from(answer.tier)).toEqual([1, 1, 0, 0]);
    expect(Array.from(answer.unknown)).toEqual([0, 0, 0, 1]);
    rows.forEach((row, i) => {
      expect(answer.row(i)).toEqual(evaluateTier(tiers, row, { over: [{ window, values: { spend: 5 } }] }));
    });
  });

  test('with mistakes are refused before any work, each with its place', () => {
    const { nights, stays } = columns;
    expect(problemsOf(evaluateTierColumns(hilton2026, { nights, stays }))).toMatchObject([
      { code: 'missingMetric', path: ['columns', 'spend'] },
    ]);
    expect(problemsOf(evaluateTierColumns(hilton2026, { ...columns, spend: [1] }))).toMatchObject([
      { code: 'lengthsDiffer', path: ['columns', 'spend', 'length'] },
    ]);
    expect(problemsOf(evaluateTierColumns(hilton2026, { ...columns, points: [1, 2, 3, 4] }))).toMatchObject([
      { code: 'unknownMetric', path: ['columns', 'points'] },
    ]);
    expect(evaluateTierColumns(hilton2026, { nights: [], stays: [], spend: [] })).toMatchObject({
      right: { tier: new Uint8Array(0) },
    });
  });
});

describe('the words of an explanation', () => {
  const explanation = explainEvaluation(hilton2026, { nights: 30, stays: 3 });

  test('say for each tier what was found and what is missing', () => {
    expect(say(explanation, 'en').split('\n')).toEqual([
      'Tier gold, by version 2026; it may be a higher one, as not all metrics are known.',
      'reserve: not met, all of: (not met, any of: nights 30 of 80, 50 short; stays 3 of 40, 37 short); spend not known, at least 18,000 needed.',
      'diamond: not known, any of: nights 30 of 50, 20 short; stays 3 of 25, 22 short; spend not known, at least 11,500 needed.',
      'gold: met, any of: nights 30 of 25, met; stays 3 of 15, 12 short; spend not known, at least 6,000 needed.',
      'silver: met, any of: nights 30 of 10, met; stays 3 of 4, 1 short; spend not known, at least 2,500 needed.',
    ]);
    expect(say(explanation, 'zh').split('\n').slice(0, 2)).toEqual([
      '等级：gold（规则版本 2026）；部分指标未知，实际等级可能更高。',
      'reserve：未达到，须全部满足：（未达到，满足其一即可：nights 30 / 80，还差 50；stays 3 / 40，还差 37）；spend 未知，须不少于 18,000。',
    ]);
  });

  test('are written out with the rest as JSON', () => {
    const stored = JSON.parse(JSON.stringify(explanation));
    expect(say(stored, 'en')).toBe(say(explanation, 'en'));
    expect(stored.evaluation).toEqual(explanation.evaluation);
  });
});

test('a tier held that the policy does not have is refused for columns, and ignored for one member', () => {
  const columns = { nights: [85], stays: [40], spend: [18_000] };
  expect(evaluateTierColumns(hilton2026, columns, { held: 'platinum' })).toMatchObject({
    _tag: 'Left',
    left: [{ code: 'unknownTier', path: ['held'] }],
  });
  const values = { nights: 85, stays: 40, spend: 18_000 };
  expect(evaluateTier(hilton2026, values, { held: 'platinum' })).toEqual(evaluateTier(hilton2026, values));
});

describe('a tier held for each row', () => {
  const columns = { nights: [85, 20, 85, 0], stays: [40, 3, 40, 0], spend: [1_800_000, 0, Number.NaN, 0] };
  const held = [undefined, 'gold', 'silver', 'diamond'];
  const heldBefore = [undefined, undefined, 'reserve', 'diamond'];

  test('is judged as for one member with it', () => {
    const answer = orThrow(evaluateTierColumns(hilton2026, columns, { held, heldBefore }));
    for (const index of [0, 1, 2, 3]) {
      const { tier, unknown } = evaluateTier(
        hilton2026,
        { nights: columns.nights[index], stays: columns.stays[index], spend: columns.spend[index] },
        { held: held[index] ?? '', heldBefore: heldBefore[index] ?? '' },
      );
      expect(answer.tierNames[answer.tier[index] ?? -1]).toBe(tier);
      expect(answer.unknown[index]).toBe(Number(unknown.length > 0));
      expect(answer.row(index)?.tier).toBe(tier);
    }
  });

  test('keeps a tier by what renews it, which differs from what brings it', () => {
    const [base, ...above] = hilton2026.latest.policy.tiers;
    if (base === undefined) throw new Error('a base');
    const easier = above.map((one) => ({ ...one, renewal: { metric: 'nights', atLeast: 1 } }));
    const tiers = orThrow(compileTiers({ ...hilton2026.latest.policy, tiers: [base, ...easier] }));
    const same = { nights: [1, 1, 1], stays: [0, 0, 0], spend: [0, 0, 0] };
    const { tier, tierNames } = orThrow(
      evaluateTierColumns(tiers, same, { held: ['gold', undefined, 'diamond'] }),
    );
    expect(Array.from(tier, (place) => tierNames[place])).toEqual(['gold', 'member', 'diamond']);
  });

  test('is refused where it is too short or no tier, with the row', () => {
    const refused = evaluateTierColumns(hilton2026, columns, { held: ['gold', 'platinum', undefined] });
    expect(refused).toMatchObject({
      _tag: 'Left',
      left: [
        { code: 'lengthsDiffer', path: ['held', 'length'] },
        { code: 'unknownTier', path: ['held', 1] },
      ],
    });
  });
});
