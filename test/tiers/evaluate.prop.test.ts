import {
  type CompiledTiers,
  type CriterionExplanation,
  compileTiers,
  evaluateTier,
  evaluateTierColumns,
  explainEvaluation,
  type MetricColumn,
  type MetricValue,
  orThrow,
  type QualificationCriterion,
  type QualifyingMetric,
  type Threshold,
} from 'clientele/tiers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../../src/tiers/evaluate/judge.js';
import { criterion, METRICS, rising, threshold, values } from './criteria.js';
import { compiled, programme } from './programmes.js';

const measured: Readonly<Record<string, QualifyingMetric>> = {
  ...Object.fromEntries(METRICS.map((metric) => [metric, { kind: 'sum', of: metric } as const])),
  plan: { kind: 'attribute', attribute: 'plan' },
};

/** Ladders of random criteria; the policy is not checked for sense, only for form. */
function ladders(leaf: fc.Arbitrary<Threshold>): fc.Arbitrary<readonly QualificationCriterion[]> {
  const known = criterion(leaf).filter((one) => !JSON.stringify(one).includes('[]'));
  return fc.array(known, { minLength: 1, maxLength: 4 });
}

function tiersOf(criteria: readonly QualificationCriterion[]): CompiledTiers {
  const plain = compiled(programme({ t0: null, t1: { metric: 'nights', atLeast: 1 } }, measured));
  const { policy } = plain.latest;
  const tiers = criteria.map((entry, i) => ({
    tier: `t${i + 1}`,
    name: { en: '', zh: '' },
    rank: i + 1,
    entry,
  }));
  return orThrow(compileTiers({ ...policy, tiers: [...policy.tiers.slice(0, 1), ...tiers] }));
}

const place = (tier: string): number => Number(tier.slice(1));

test('the tier is the highest one whose criterion holds, and the undecided ones lie above it', () => {
  fc.assert(
    fc.property(ladders(threshold), fc.array(values), (criteria, rows) => {
      const tiers = tiersOf(criteria);
      for (const row of rows) {
        const truths = criteria.map((one) => judge(one, ({ metric }) => row[metric]));
        const { tier, unknown, problems } = evaluateTier(tiers, row);
        expect(place(tier)).toBe(truths.lastIndexOf('yes') + 1);
        const above = truths.flatMap((truth, i) =>
          truth === 'unknown' && i >= place(tier) ? [`t${i + 1}`] : [],
        );
        expect(unknown.map((one) => one.tier)).toEqual(above.reverse());
        expect(unknown.every(({ missing }) => missing.length > 0)).toBe(true);
        const missing = new Set(unknown.flatMap((one) => one.missing));
        expect(new Set(problems.map(({ path }) => path.join('.')))).toEqual(
          new Set([...missing].map((metric) => `values.${metric}`)),
        );
        const again = evaluateTier(tiers, row, {});
        expect(again).toEqual({ tier, unknown, problems, lifetime: null, version: '1' });
      }
    }),
  );
});

/** What a tree says of itself follows from its leaves. */
function consistent(one: CriterionExplanation): boolean {
  if (one.kind === 'threshold')
    return one.holds === 'yes'
      ? one.gap === 0 || one.gap === null
      : one.gap !== 0 || one.comparison !== 'atLeast';
  const holding = one.of.filter(({ holds }) => holds === 'yes').length;
  return (
    holding === one.met &&
    one.holds === (holding >= one.needed ? 'yes' : one.holds) &&
    one.of.every(consistent)
  );
}

test('the explanation never disagrees with the decision', () => {
  fc.assert(
    fc.property(ladders(threshold), fc.array(values), (criteria, rows) => {
      const tiers = tiersOf(criteria);
      for (const row of rows) {
        const explanation = explainEvaluation(tiers, row);
        const { tier, unknown } = evaluateTier(tiers, row);
        expect(explanation.evaluation.tier).toBe(tier);
        expect(explanation.tiers.find(({ holds }) => holds === 'yes')?.tier ?? 't0').toBe(tier);
        const open = explanation.tiers.filter(
          (one) => one.holds === 'unknown' && place(one.tier) > place(tier),
        );
        expect(open.map((one) => one.tier)).toEqual(unknown.map((one) => one.tier));
        expect(explanation.tiers.every((one) => consistent(one.criterion))).toBe(true);
      }
    }),
  );
});

test('columns give the answers of objects', () => {
  const names = [...METRICS, 'plan'];
  fc.assert(
    fc.property(ladders(threshold), fc.array(values), fc.boolean(), (criteria, rows, typed) => {
      const tiers = tiersOf(criteria);
      const column = (name: string): MetricColumn => {
        const all: readonly MetricValue[] = rows.map((row) => row[name]);
        const numbers = all.every((value) => typeof value === 'number' || value === undefined);
        return typed && numbers ? Float64Array.from(all, (value) => Number(value ?? Number.NaN)) : all;
      };
      const columns = Object.fromEntries(names.map((name) => [name, column(name)]));
      const bulk = orThrow(evaluateTierColumns(tiers, columns));
      rows.forEach((row, i) => {
        const { tier, unknown, problems } = evaluateTier(tiers, row);
        expect(bulk.tierNames[bulk.tier[i] ?? -1]).toBe(tier);
        expect(bulk.unknown[i]).toBe(unknown.length > 0 ? 1 : 0);
        expect(bulk.problems(i).map(({ path, ...rest }) => ({ ...rest, path: ['values', path[1]] }))).toEqual(
          problems,
        );
        expect(bulk.row(i)).toEqual(evaluateTier(tiers, row));
        expect(bulk.explain(i)?.tiers).toEqual(explainEvaluation(tiers, row).tiers);
      });
      expect(bulk.row(rows.length)).toBeUndefined();
    }),
  );
});

test('more of a metric never lowers the tier where no criterion asks for less', () => {
  fc.assert(
    fc.property(
      ladders(rising),
      values,
      fc.constantFrom(...METRICS),
      fc.nat(10),
      (criteria, row, metric, more) => {
        const tiers = tiersOf(criteria);
        const value = row[metric];
        const before = evaluateTier(tiers, row).tier;
        const after = evaluateTier(tiers, {
          ...row,
          [metric]: typeof value === 'number' ? value + more : more,
        }).tier;
        expect(place(after)).toBeGreaterThanOrEqual(place(before));
      },
    ),
  );
});
