/** Rule packs whose clocks watch the percentages that an escalation policy asks about. */
import type { RulePack } from '../clocks/model.js';
import type { EscalationPolicy } from './model.js';

/**
 * The packs with the percentages of a policy's `budgetUsed` triggers among those at which each duty is at risk, so that
 * `projectClocks` says when they are reached.
 *
 * @example
 * ```ts
 * import { defaultEscalation, fcaDisp, watchedPacks } from 'clientele/complaints';
 *
 * const [watched] = watchedPacks([fcaDisp], { ...defaultEscalation, triggers: [{ when: 'budgetUsed', percent: 60, to: 1 }] });
 * watched?.clocks[1]?.atRisk; // => [50, 60, 75, 90]
 * ```
 */
export function watchedPacks(
  packs: readonly RulePack[],
  { triggers }: EscalationPolicy,
): readonly RulePack[] {
  const percents = triggers.flatMap((one) =>
    one.when === 'budgetUsed' && one.percent < 100 ? [one.percent] : [],
  );
  if (percents.length === 0) return packs;
  return packs.map((pack) => ({
    ...pack,
    clocks: pack.clocks.map((rule) =>
      rule.kind === 'duty'
        ? { ...rule, atRisk: [...new Set([...(rule.atRisk ?? []), ...percents])].toSorted((a, b) => a - b) }
        : rule,
    ),
  }));
}
