/** The VIP rule of the source material. */
import type { Threshold } from '../criterion.js';
import type { TierPolicy } from '../model.js';
import { countedIn, moneyIn } from './metric-wording.js';
import { ordinaryTier, SOURCE_ZONE, UNSAID } from './one-rule.js';

/** How the printed rule is read. */
export interface VipTiersOptions {
  /** 以上 ("and above") includes the figure itself (`'inclusive'`, default) or not (`'exclusive'`). */
  readonly comparison?: 'inclusive' | 'exclusive';
  /**
   * The rule counts orders (订购) but units and amount sold (销售). `'placed'` (default): activities of type `order`
   * are counted, units and amount are those of type `sale`. `'completed'`: all three are of type `sale`.
   */
  readonly orders?: 'placed' | 'completed';
  /** Default Asia/Shanghai. */
  readonly zone?: string;
}

/**
 * The VIP of the source material (e-commerce CRM chapter, TIER-01 and AMB-07): within one year 3 orders or more and
 * 10 units or more and 10,000 yuan or more; all three. The amount is in fen (minor units of CNY): 1,000,000.
 *
 * The year is rolling. Customers are evaluated once a year, on 1 January in the zone (TIER-02); the status then lasts
 * one year and is judged anew when it ends, by the same rule. The steps from the evaluation to the card are another
 * model: `decideVip`. VIP and grade are independent schemes (AMB-46): see `gradeTiers`.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, orThrow, vipTiers } from 'clientele/tiers';
 *
 * const vip = orThrow(compileTiers(vipTiers()));
 * evaluateTier(vip, { orders: 3, units: 10, amount: 1_000_000 }).tier; // => 'vip'
 * evaluateTier(vip, { orders: 3, units: 10, amount: 999_999 }).tier; // => 'ordinary'
 *
 * const strict = orThrow(compileTiers(vipTiers({ comparison: 'exclusive' })));
 * evaluateTier(strict, { orders: 3, units: 10, amount: 1_000_000 }).tier; // => 'ordinary'
 * ```
 */
export function vipTiers(options: VipTiersOptions = {}): TierPolicy {
  const { comparison = 'inclusive', orders = 'placed', zone = SOURCE_ZONE } = options;
  const from = (metric: string, figure: number): Threshold =>
    comparison === 'inclusive' ? { metric, atLeast: figure } : { metric, moreThan: figure };
  return {
    ...UNSAID,
    name: `source material: VIP, ${comparison}`,
    source: 'Customer-management course material, e-commerce CRM chapter (VIP customers, annual evaluation)',
    ladder: 'vip',
    zone,
    metrics: {
      orders: {
        kind: 'count',
        only: { types: [orders === 'placed' ? 'order' : 'sale'] },
        ...countedIn('order', 'orders', '次订购'),
      },
      units: {
        kind: 'sum',
        of: 'units',
        only: { types: ['sale'] },
        ...countedIn('unit sold', 'units sold', '件'),
      },
      amount: {
        kind: 'sum',
        of: 'amount',
        only: { types: ['sale'] },
        ...moneyIn('CNY', 'amount sold', '销售额'),
      },
    },
    window: { kind: 'rollingMonths', months: 12 },
    tiers: [
      ordinaryTier,
      {
        tier: 'vip',
        name: { en: 'VIP', zh: 'VIP 顾客' },
        rank: 1,
        entry: { allOf: [from('orders', 3), from('units', 10), from('amount', 1_000_000)] },
      },
    ],
    upgrade: { timing: 'onSchedule', path: 'jump', counters: 'keep' },
    schedule: { unit: 'year' },
    renewal: { timing: 'atExpiry' },
    validity: { kind: 'duration', duration: 'P1Y' },
    downgrade: { timing: 'atExpiry', depth: { kind: 'toQualified' } },
  };
}
