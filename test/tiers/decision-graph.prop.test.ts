import type { QualificationCriterion, Threshold } from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGraph, nextUp } from '../../src/tiers/evaluate/decision-graph.js';
import { judge, judgeThreshold, thresholdsOf } from '../../src/tiers/evaluate/judge.js';
import { criterion, threshold, values } from './criteria.js';

type Values = Readonly<Record<string, number | string | boolean | undefined>>;

/** One slot for each threshold: plain, if not the fewest. */
function slotsOf(criteria: readonly QualificationCriterion[]): {
  readonly slotOf: (leaf: Threshold) => number;
  readonly load: (row: Values) => Float64Array;
} {
  const leaves = [...new Set(criteria.flatMap(thresholdsOf))];
  const valueOfLeaf = (leaf: Threshold, row: Values): number => {
    const value = row[leaf.metric];
    if (!('is' in leaf)) return typeof value === 'number' ? value : Number.NaN;
    const truth = judgeThreshold(leaf, value);
    return truth === 'unknown' ? Number.NaN : Number(truth === 'yes');
  };
  return {
    slotOf: (leaf) => leaves.indexOf(leaf),
    load: (row) => Float64Array.from(leaves, (leaf) => valueOfLeaf(leaf, row)),
  };
}

describe('a decision graph', () => {
  test('finds the first criterion that holds, whatever is missing', () => {
    fc.assert(
      fc.property(fc.array(criterion(threshold), { maxLength: 5 }), fc.array(values), (criteria, rows) => {
        const { slotOf, load } = slotsOf(criteria);
        const graph = compileGraph(criteria, slotOf);
        for (const row of rows) {
          const expected = criteria.findIndex((one) => judge(one, (leaf) => row[leaf.metric]) === 'yes');
          expect(graph.first(load(row))).toBe(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of counted joins in counted joins that would be too large answers all the same', () => {
    let made = 0;
    const nested = (depth: number): QualificationCriterion =>
      depth === 0
        ? { metric: `m${made++}`, atLeast: 1 }
        : { atLeast: 6, of: Array.from({ length: 12 }, () => nested(depth - 1)) };
    const large = nested(3);
    const leaves = thresholdsOf(large);
    const graph = compileGraph([large], (leaf) => leaves.indexOf(leaf));
    const slots = Float64Array.from(leaves, (_, i) => (i % 12 < 6 && i % 144 < 72 && i < 864 ? 1 : 0));
    expect(graph.first(slots)).toBe(0);
    slots[0] = Number.NaN;
    expect(graph.first(slots)).toBe(-1);
  });
});

describe('the number above', () => {
  test('is the smallest one that is larger', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const above = nextUp(value);
        expect(above).toBeGreaterThan(value);
        const between = value / 2 + above / 2;
        if (Math.abs(value) > 1e-300) expect(between === value || between === above).toBe(true);
      }),
    );
    expect(nextUp(0)).toBe(Number.MIN_VALUE);
    expect(nextUp(-0)).toBe(Number.MIN_VALUE);
    expect(nextUp(Number.MAX_VALUE)).toBe(Number.POSITIVE_INFINITY);
    expect(nextUp(-Number.MIN_VALUE)).toBe(-0);
  });
});
