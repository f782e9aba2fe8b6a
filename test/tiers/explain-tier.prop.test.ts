import {
  type CriterionExplanation,
  compileTiers,
  explainTier,
  orThrow,
  replayTiers,
  type ThresholdExplanation,
  type TierPolicy,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/tiers/evaluate/judge.js';
import { workAsOf } from '../../src/tiers/fold/as-of.js';
import { firstThatHolds } from '../../src/tiers/fold/measure.js';
import { heldBy } from '../../src/tiers/fold/standing.js';
import { tierMembers, tierPolicies } from './arbitraries.js';

const cases = tierPolicies.chain((policy) =>
  fc.record({
    policy: fc.constant(policy),
    member: tierMembers(policy),
    asOf: fc.constantFrom('2024-03-10', '2024-12-31', '2025-06-30', '2026-11-22'),
  }),
);

function leaves(tree: CriterionExplanation): readonly ThresholdExplanation[] {
  return tree.kind === 'threshold' ? [tree] : tree.of.flatMap(leaves);
}

/** Whether a leaf holds by its own figures. */
function holds({ metric, comparison, threshold, value }: ThresholdExplanation): string {
  return judge({ metric, [comparison]: threshold } as never, () => value ?? undefined);
}

/** Whether a tree holds by its leaves. */
function judged(tree: CriterionExplanation): string {
  if (tree.kind === 'threshold') return tree.holds;
  const truths = tree.of.map(judged);
  const met = truths.filter((one) => one === 'yes').length;
  if (met >= tree.needed) return 'yes';
  return met + truths.filter((one) => one === 'unknown').length >= tree.needed ? 'unknown' : 'no';
}

const isBalance = (policy: TierPolicy, leaf: ThresholdExplanation): boolean =>
  (leaf.window?.kind ?? policy.window.kind) === 'balance' && !policy.returns.negativeBalance;

describe('an explanation', () => {
  it('gives the tiers that the fold gives, at every instant', () => {
    fc.assert(
      fc.property(cases, ({ policy, member, asOf }) => {
        const tiers = orThrow(compileTiers(policy));
        const why = explainTier(tiers, member, { asOf });
        const history = replayTiers(tiers, member, { asOf });
        expect(why._tag).toBe(history._tag);
        if (why._tag === 'Left' || history._tag === 'Left') return;
        const { work } = orThrow(workAsOf(tiers, member, { asOf }));
        const { program, track } = work;
        const first = firstThatHolds(work, program.entry(track.highestHeld), why.right.asOf);
        const highest = why.right.entry.find((one) => one.holds === 'yes');
        expect(highest?.tier).toBe(
          first < 0 ? undefined : program.tiers[program.tiers.length - 1 - first]?.tier,
        );
        expect(why.right.standing).toEqual(history.right.standing);
        expect(why.right.rejected).toEqual(history.right.rejected);
        if (why.right.renewal !== null) {
          const renewed = firstThatHolds(work, program.renewal(track.tier), why.right.asOf) === 0;
          expect(why.right.renewal.now.holds === 'yes').toBe(renewed);
        }
        const override = why.right.because.kind === 'override' ? why.right.because.override : undefined;
        if (override === undefined) return;
        const { standing } = history.right;
        expect(standing.tier).toBe(override.tier);
        if (override.mode !== 'ceiling') {
          expect(standing.source).toBe(override.source);
          return;
        }
        // A ceiling gives nothing: what it lowers keeps its source, and would be held without it; but everybody has the base.
        const below = heldBy({ ...work, grants: work.grants.filter(({ mode }) => mode !== 'ceiling') });
        expect(below.tier).toBeGreaterThan(program.placeOf.get(standing.tier) ?? 0);
        expect(standing.source).toBe(standing.tier === 'base' ? 'base' : below.source);
        expect(standing.expiresAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(below.until);
      }),
      { numRuns: 300 },
    );
  });

  it('is asked about members held by each kind of override', () => {
    const modes = new Set<string>();
    // The same members in every run: a kind that is rare may be missing among few others.
    for (const { policy, member, asOf } of fc.sample(cases, { numRuns: 600, seed: 1 })) {
      const why = explainTier(orThrow(compileTiers(policy)), member, { asOf });
      if (why._tag === 'Right' && why.right.because.kind === 'override')
        modes.add(why.right.because.override.mode);
    }
    expect([...modes].sort()).toEqual(['ceiling', 'floor', 'pin']);
  });

  it('is right in every leaf and join, and its amounts add up', () => {
    let added = 0;
    fc.assert(
      fc.property(cases, ({ policy, member, asOf }) => {
        const tiers = orThrow(compileTiers(policy));
        const why = explainTier(tiers, member, { asOf });
        if (why._tag === 'Left') return;
        const rejected = new Set(why.right.rejected.map(({ index }) => index));
        const { renewal } = why.right;
        const trees = [
          ...why.right.entry,
          ...why.right.lifetime,
          ...(renewal === null ? [] : [renewal.now]),
          ...(renewal === null || renewal.atEnd === null ? [] : [renewal.atEnd]),
        ];
        const done = member.log
          .filter((one, i) => one.kind === 'activity' && one.at <= why.right.asOf && !rejected.has(i))
          .map(({ id }) => id)
          .sort();
        for (const { holds: all, criterion } of trees) {
          expect(judged(criterion)).toBe(all);
          for (const leaf of leaves(criterion)) {
            expect(holds(leaf)).toBe(leaf.holds);
            if (leaf.measured === undefined) continue;
            const { contributing, excluded, adjustments } = leaf.measured;
            expect([...contributing, ...excluded].map(({ id }) => id).sort()).toEqual(done);
            if (policy.metrics[leaf.metric]?.kind === 'banded') continue;
            const sum = [...contributing, ...adjustments].reduce((total, { value }) => total + value, 0);
            const factor = 1e6;
            const exact = Math.round(sum * factor) / factor;
            expect(leaf.value).toBeCloseTo(isBalance(policy, leaf) ? Math.max(0, exact) : exact, 6);
            added += 1;
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(added).toBeGreaterThan(300);
  });
});
