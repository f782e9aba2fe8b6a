/** The individual key customers of the source material's telecom chapter. */
import { type Problem, show } from '../../foundation/problem.js';
import { ProblemError } from '../../foundation/result.js';
import type { QualificationCriterion } from '../criterion.js';
import type { Tier, TierPolicy } from '../model.js';
import { moneyIn, namedMetric } from './metric-wording.js';
import { ordinaryTier, SOURCE_ZONE, UNSAID } from './one-rule.js';

/** What the chapter leaves open. */
export interface TelecomOptions {
  /**
   * From what monthly spend the cards are given, in fen, ascending and from 150 yuan on. None are printed: without
   * them there are no cards.
   */
  readonly thresholds?: { readonly silver: number; readonly gold: number; readonly diamond: number };
  /**
   * The "individual high-value customer" is the `'lowestTier'`, below the Silver card (default), or a class of its own,
   * `'separate'` from the cards, on a ladder beside theirs.
   */
  readonly highValue?: 'lowestTier' | 'separate';
  /**
   * "Monthly spend of 150 yuan or more" is the `'average'` of the months (default), the attribute
   * `averageMonthlySpend`; or that of `'everyMonth'`, the attribute `lowestMonthlySpend`. Both in fen, of the calendar
   * year before.
   */
  readonly spend?: 'average' | 'everyMonth';
  /** Default Asia/Shanghai. */
  readonly zone?: string;
}

const GATE = 15_000;

/**
 * The individual key customers (个人大客户) of the source material's telecom chapter for 2004 (TIER-06, TIER-07,
 * AMB-20): a network agreement is signed, credit is good, and the monthly spend of 2003 is 150 yuan or more. By
 * consumption they hold the Diamond, Gold or Silver card, or are individual high-value customers. In force for 2004.
 *
 * The host says of each customer `signed` and `goodCredit` (yes or no) and the spend as an attribute. One ladder is
 * returned, or two for `'separate'`: `highValue`, and `card` if there are thresholds.
 *
 * @throws ProblemError for thresholds that are no whole amounts in ascending order from 15,000 on.
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, orThrow, telecomKeyCustomers } from 'clientele/tiers';
 *
 * const [policy] = telecomKeyCustomers();
 * const tiers = orThrow(compileTiers(policy));
 * const customer = { signed: true, goodCredit: true };
 *
 * evaluateTier(tiers, { ...customer, averageMonthlySpend: 15_000 }).tier; // => 'highValue'
 * evaluateTier(tiers, { ...customer, averageMonthlySpend: 14_999 }).tier; // => 'ordinary'
 *
 * const [cards] = telecomKeyCustomers({ thresholds: { silver: 30_000, gold: 50_000, diamond: 100_000 } });
 * cards.tiers.map((one) => one.tier); // => ['ordinary', 'highValue', 'silver', 'gold', 'diamond']
 * ```
 */
export function telecomKeyCustomers(options: TelecomOptions = {}): readonly [TierPolicy, ...TierPolicy[]] {
  const { thresholds, highValue = 'lowestTier', spend = 'average' } = options;
  const metric = spend === 'average' ? 'averageMonthlySpend' : 'lowestMonthlySpend';
  const from = (amount: number): QualificationCriterion => ({
    allOf: [
      { metric: 'signed', is: true },
      { metric: 'goodCredit', is: true },
      { metric, atLeast: amount },
    ],
  });
  const keyCustomer: Tier = {
    tier: 'highValue',
    name: { en: 'Individual high-value customer', zh: '个人高价值客户' },
    rank: 1,
    entry: from(GATE),
  };
  const cards = thresholds === undefined ? [] : cardsOf(thresholds, from);
  const ladder = (name: string, tiers: readonly Tier[]): TierPolicy => ladderOf(name, metric, tiers, options);
  if (highValue === 'lowestTier') return [ladder('keyCustomer', [ordinaryTier, keyCustomer, ...cards])];
  const alone = ladder('highValue', [ordinaryTier, keyCustomer]);
  return cards.length === 0 ? [alone] : [alone, ladder('card', [ordinaryTier, ...cards])];
}

function ladderOf(
  ladder: string,
  metric: string,
  tiers: readonly Tier[],
  { zone = SOURCE_ZONE }: TelecomOptions,
): TierPolicy {
  return {
    ...UNSAID,
    name: `source material: telecom key customers 2004, ${ladder}`,
    source:
      'Customer-management course material, telecom chapter: individual key customers of China Mobile, 2004',
    ladder,
    effective: { from: '2004-01-01', until: '2005-01-01' },
    zone,
    metrics: {
      signed: { kind: 'attribute', attribute: 'signed', ...namedMetric('agreement signed', '已签协议') },
      goodCredit: { kind: 'attribute', attribute: 'goodCredit', ...namedMetric('good credit', '信用良好') },
      [metric]: { kind: 'attribute', attribute: metric, ...moneyIn('CNY', 'monthly spend', '月消费额') },
    },
    window: { kind: 'calendar', unit: 'year', ago: 1 },
    tiers,
    upgrade: { timing: 'onSchedule', path: 'jump', counters: 'keep' },
    schedule: { unit: 'year' },
    renewal: { timing: 'atExpiry' },
    validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 },
    downgrade: { timing: 'atExpiry', depth: { kind: 'toQualified' } },
  };
}

const CARDS = [
  { tier: 'silver', name: { en: 'Silver card', zh: '银卡' } },
  { tier: 'gold', name: { en: 'Gold card', zh: '金卡' } },
  { tier: 'diamond', name: { en: 'Diamond card', zh: '钻石卡' } },
] as const;

function cardsOf(
  thresholds: NonNullable<TelecomOptions['thresholds']>,
  from: (amount: number) => QualificationCriterion,
): readonly Tier[] {
  const amounts = CARDS.map(({ tier }) => thresholds[tier]);
  const [wrong, ...more] = CARDS.flatMap(({ tier }, i): readonly Problem[] => {
    const before = amounts[i - 1];
    const min = Number.isSafeInteger(before) ? Number(before) + 1 : GATE;
    const amount = thresholds[tier];
    if (Number.isSafeInteger(amount) && amount >= min) return [];
    const path = ['thresholds', tier];
    return [{ code: 'notAscending', path, expected: { kind: 'range', min }, found: show(amount) }];
  });
  if (wrong !== undefined) throw new ProblemError([wrong, ...more]);
  return CARDS.map((card, i) => ({ ...card, rank: i + 2, entry: from(amounts[i] ?? GATE) }));
}
