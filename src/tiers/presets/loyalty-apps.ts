/** Policies as the tier settings of loyalty apps make them: Voucherify, Yotpo, BON. */
import type { QualificationCriterion } from '../criterion.js';
import { defineTierPolicy } from '../define.js';
import type { Tier, TierPolicy } from '../model.js';
import { namedMetric, POINTS } from './metric-wording.js';
import { ladderOf, named, type ProgrammeOptions, type TierThreshold } from './programme.js';

/**
 * Tiers by the balance of points, as Voucherify's `BALANCE` with immediate start and `BALANCE_DROP` (April 2026;
 * support.voucherify.io/article/587-tier-qualification). Its own example: Basic 0–99, Silver 100–499, Gold 500–999,
 * Platinum from 1,000 points.
 *
 * Points spent move a member down at once, so that a member may go up and down within weeks. Activities and
 * redemptions carry `points`. Zone not stated; default UTC.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, orThrow, voucherifyLikeTiers } from 'clientele/tiers';
 *
 * evaluateTier(orThrow(compileTiers(voucherifyLikeTiers())), { points: 550 }).tier; // => 'gold'
 * ```
 */
export function voucherifyLikeTiers(options: ProgrammeOptions = {}): TierPolicy {
  const { zone = 'UTC', effective = {} } = options;
  const points = (atLeast: number): Partial<Tier> => ({ entry: { metric: 'points', atLeast } });
  return defineTierPolicy({
    name: 'Tiers by balance, after Voucherify',
    source: 'support.voucherify.io/article/587-tier-qualification',
    effective,
    zone,
    metrics: { points: { kind: 'sum', of: 'points', ...POINTS } },
    window: { kind: 'balance' },
    tiers: ladderOf([
      named('basic', 'Basic', '基础'),
      named('silver', 'Silver', '银卡', points(100)),
      named('gold', 'Gold', '金卡', points(500)),
      named('platinum', 'Platinum', '白金卡', points(1000)),
    ]),
    validity: { kind: 'whileQualified' },
    downgrade: { timing: 'immediate' },
  });
}

/** A tier with figures of its own to enter, to retain and to re-enter. */
export interface YotpoTier {
  readonly tier: string;
  readonly name: Tier['name'];
  readonly enter: number;
  /** Default: as to enter. */
  readonly retain?: number;
  /** For who held the tier, or a higher one, before. Default: as to enter. */
  readonly reenter?: number;
}

/** The host's tiers, and how their terms end. */
export interface YotpoOptions extends ProgrammeOptions {
  /** The tiers above the base, from the lowest up. */
  readonly tiers: readonly YotpoTier[];
  /**
   * `'calendar'`: what counts is the calendar year; a tier lasts to the end of the next one. `'rolling'`: the last
   * 365 days; a tier lasts twelve months, and what counts to retain it is what was spent in them, without the purchase
   * that brought it.
   */
  readonly expiry: 'calendar' | 'rolling';
}

/**
 * Tiers with different figures to enter, to retain and to re-enter, as in Yotpo's settings
 * (support.yotpo.com/docs/loyalty-referrals-vip-tiers, undated). The figures are the host's.
 *
 * Activities carry `spend` (minor units). Who does not retain a tier falls to the one retained. A term is not made
 * longer by another qualifying purchase; it is judged when it ends. Zone not stated; default UTC.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, orThrow, yotpoLikeTiers } from 'clientele/tiers';
 *
 * const gold = { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, enter: 50_000, retain: 30_000, reenter: 40_000 };
 * const tiers = orThrow(compileTiers(yotpoLikeTiers({ tiers: [gold], expiry: 'rolling' })));
 *
 * evaluateTier(tiers, { spend: 45_000 }).tier; // => 'member'
 * evaluateTier(tiers, { spend: 45_000 }, { heldBefore: 'gold' }).tier; // => 'gold'
 * evaluateTier(tiers, { spend: 35_000 }, { held: 'gold' }).tier; // => 'gold'
 * ```
 */
export function yotpoLikeTiers(options: YotpoOptions): TierPolicy {
  const { zone = 'UTC', effective = {}, expiry, tiers } = options;
  const spend = (atLeast: number): QualificationCriterion => ({ metric: 'spend', atLeast });
  return defineTierPolicy({
    name: `Tiers to enter, retain and re-enter, after Yotpo, ${expiry}`,
    source: 'support.yotpo.com/docs/loyalty-referrals-vip-tiers',
    effective,
    zone,
    metrics: { spend: { kind: 'sum', of: 'spend', ...namedMetric('spend', '消费额') } },
    window: expiry === 'calendar' ? { kind: 'calendar', unit: 'year' } : { kind: 'rollingDays', days: 365 },
    tiers: ladderOf([
      named('member', 'Member', '会员'),
      ...tiers.map(({ tier, name, enter, retain, reenter }) => ({
        tier,
        name,
        entry: spend(enter),
        ...(retain === undefined ? {} : { renewal: spend(retain) }),
        ...(reenter === undefined ? {} : { reentry: spend(reenter) }),
      })),
    ]),
    renewal:
      expiry === 'calendar'
        ? { timing: 'atExpiry' }
        : { timing: 'atExpiry', window: { kind: 'sinceTierStart' } },
    validity:
      expiry === 'calendar'
        ? { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 }
        : { kind: 'duration', duration: 'P1Y' },
  });
}

/** The host's tiers. */
export interface BonOptions extends ProgrammeOptions {
  /** The tiers above the base, from the lowest up, in points. */
  readonly tiers: readonly TierThreshold[];
}

/**
 * Tiers without maintenance, as in BON's settings (bonloyalty.com/ja/?p=21617, undated): a tier lasts 365 days; who has
 * not risen by then falls to the lowest tier, and progress begins at 0. The figures are the host's.
 *
 * Activities carry `points`; points that are redeemed lower the progress. Zone not stated; default UTC.
 *
 * @example
 * ```ts
 * import { bonLikeTiers } from 'clientele/tiers';
 *
 * const platinum = { tier: 'platinum', name: { en: 'Platinum', zh: '白金卡' }, atLeast: 1500 };
 *
 * bonLikeTiers({ tiers: [platinum] }).downgrade; // => { timing: 'atExpiry', depth: { kind: 'toBase' } }
 * ```
 */
export function bonLikeTiers(options: BonOptions): TierPolicy {
  const { zone = 'UTC', effective = {}, tiers } = options;
  return defineTierPolicy({
    name: 'Tiers without maintenance, after BON',
    source: 'bonloyalty.com/ja/?p=21617',
    effective,
    zone,
    metrics: { points: { kind: 'sum', of: 'points', ...POINTS } },
    window: { kind: 'balance' },
    tiers: ladderOf([
      named('member', 'Member', '会员'),
      ...tiers.map(({ tier, name, atLeast }) => ({
        tier,
        name,
        entry: { metric: 'points', atLeast },
        renewal: 'never' as const,
      })),
    ]),
    validity: { kind: 'duration', duration: 'P365D' },
    downgrade: { depth: { kind: 'toBase' } },
    // Progress begins at 0 when a term ends.
    carryOver: { of: 'remaining', metrics: ['points'], cap: 0 },
  });
}
