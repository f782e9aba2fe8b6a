/** A comparison of policies as chart data. */
import type { Bilingual } from '../../foundation/statement.js';
import type { PolicyComparison } from './policy-comparison.js';

/** Streams between two sets of tiers, as a Sankey diagram draws them; empty streams are left out. */
export interface TierFlowChart {
  readonly kind: 'flows';
  readonly title: Bilingual;
  readonly sources: readonly Bilingual[];
  readonly targets: readonly Bilingual[];
  readonly flows: readonly { readonly source: number; readonly target: number; readonly value: number }[];
}

/** The streams of members from the tiers before to the tiers after, in the form of the charts of `clientele/rfm`. */
export function tierFlowChart({ before, after, matrix }: PolicyComparison): TierFlowChart {
  return {
    kind: 'flows',
    title: { en: 'Members by tier, before and after', zh: '方案变更前后的会员等级' },
    sources: before.tiers.map(({ name }) => name),
    targets: after.tiers.map(({ name }) => name),
    flows: matrix.flatMap(({ members }, i) => {
      const width = after.tiers.length;
      return members === 0 ? [] : [{ source: Math.floor(i / width), target: i % width, value: members }];
    }),
  };
}
