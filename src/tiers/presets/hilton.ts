/** Hilton Honors, in the versions of three times. */
import type { QualificationCriterion } from '../criterion.js';
import { defineTierPolicy } from '../define.js';
import type { StatusOffer, TierPolicy, TierPolicyInput } from '../model.js';
import { BASE_POINTS, moneyIn, NIGHTS, STAYS, yearsOf } from './metric-wording.js';
import { anyReached, ladderOf, named, type ProgrammeOptions } from './programme.js';

/** What the sources leave open. */
export interface HiltonOptions extends ProgrammeOptions {
  /**
   * What the Diamond extension asks for: three years earned `'and'` 250 nights or 500,000 base points (default: two
   * older pages and the terms say so), or any of these, `'or'` (one newer page).
   */
  readonly extension?: 'and' | 'or';
  /** Whether nights above the threshold of the tier reached carry into the next year (they did until 2025); default true. */
  readonly rollover?: boolean;
}

type Figures = readonly [nights: number, stays: number, points: number];

const NIGHTS_AND_STAYS = {
  nights: { kind: 'sum', of: 'nights', ...NIGHTS },
  stays: { kind: 'count', only: { types: ['stay'] }, ...STAYS },
} as const;

/**
 * Hilton Honors, until 2025 (princeoftravel.com/guides/hilton-honors-elite-status; loyaltylobby.com 2021-01-07 for
 * rollover nights; suitesmile.com 2024-01-17 and loyaltylobby.com 2017-03-03 for the Diamond extension). Programmes
 * change yearly: check before use.
 *
 * Nights, stays or base points of a calendar year, whichever is reached: Silver 10 / 4 / 25,000, Gold 40 / 20 /
 * 75,000, Diamond 60 / 30 / 120,000. Valid to 31 March of the second year after; then to the tier qualified for.
 * An activity of type `stay` carries `nights` and `basePoints` and is one stay.
 *
 * - Nights of the year above the threshold of the tier reached carry over once.
 * - Offer `diamondExtension`: one more year of Diamond, once in a lifetime, after three years as Diamond that were
 *   earned (not matched, gifted or extended, as in 2022) and 250 nights or 500,000 base points in all. Years are added
 *   up from separate runs.
 * - Zone not stated; default America/New_York.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, hiltonTiers2025, orThrow } from 'clientele/tiers';
 *
 * const hilton = orThrow(compileTiers(hiltonTiers2025()));
 *
 * evaluateTier(hilton, { nights: 30, stays: 30, basePoints: 0 }).tier; // => 'diamond'
 * ```
 */
export function hiltonTiers2025(options: HiltonOptions = {}): TierPolicy {
  const figures = { silver: [10, 4, 25_000], gold: [40, 20, 75_000], diamond: [60, 30, 120_000] } as const;
  return defineTierPolicy({
    ...hiltonWithPoints(figures, options),
    name: 'Hilton Honors, until 2025',
    source: 'princeoftravel.com; loyaltylobby.com 2021-01-07; suitesmile.com 2024-01-17',
    version: '2025',
  });
}

/**
 * Hilton Honors for 2022 (viewfromthewing.com, pointstobemade.com): lower thresholds, Silver 7 / 3 / 17,500, Gold 28 /
 * 14 / 52,500, Diamond 42 / 21 / 84,000; otherwise as {@link hiltonTiers2025}. In force in 2022 only, unless `effective`
 * says otherwise.
 *
 * As the version that follows another one, it lets every status held on 31 December 2021 run to 31 March 2023.
 *
 * @example
 * ```ts
 * import { hiltonTiers2022 } from 'clientele/tiers';
 *
 * hiltonTiers2022().change; // => { held: 'keep', extendTo: '2023-04-01' }
 * ```
 */
export function hiltonTiers2022(options: HiltonOptions = {}): TierPolicy {
  const figures = { silver: [7, 3, 17_500], gold: [28, 14, 52_500], diamond: [42, 21, 84_000] } as const;
  return defineTierPolicy({
    ...hiltonWithPoints(figures, { effective: { from: '2022-01-01', until: '2023-01-01' }, ...options }),
    name: 'Hilton Honors, 2022',
    source: 'viewfromthewing.com; pointstobemade.com',
    version: '2022',
    change: { held: 'keep', extendTo: '2023-04-01' },
  });
}

/**
 * Hilton Honors, 2026 (atxjetsetter.com, princeoftravel.com/?p=181821): nights, stays or spend of a calendar year,
 * Silver 10 / 4 / $2,500, Gold 25 / 15 / $6,000, Diamond 50 / 25 / $11,500; Diamond Reserve (80 nights or 40 stays) and
 * $18,000. Base points no longer count and nights no longer carry over. Programmes change yearly: check before use.
 *
 * Valid to 31 March of the second year after; then to the tier qualified for. Activities of type `stay` carry `nights`
 * and `spend` (US cents). Zone not stated; default America/New_York.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, hiltonTiers2026, orThrow } from 'clientele/tiers';
 *
 * const hilton = orThrow(compileTiers(hiltonTiers2026()));
 *
 * evaluateTier(hilton, { nights: 85, stays: 20, spend: 1_799_900 }).tier; // => 'diamond'
 * evaluateTier(hilton, { nights: 40, stays: 40, spend: 1_800_000 }).tier; // => 'diamondReserve'
 * ```
 */
export function hiltonTiers2026(options: ProgrammeOptions = {}): TierPolicy {
  const entry = (nights: number, stays: number, dollars: number): QualificationCriterion =>
    anyReached({ nights, stays, spend: dollars * 100 });
  return defineTierPolicy({
    ...hiltonFrame(options),
    name: 'Hilton Honors, 2026',
    source: 'atxjetsetter.com; princeoftravel.com/?p=181821',
    version: '2026',
    metrics: { ...NIGHTS_AND_STAYS, spend: { kind: 'sum', of: 'spend', ...moneyIn('USD') } },
    tiers: ladderOf([
      named('member', 'Member', '会员'),
      named('silver', 'Silver', '银卡会员', { entry: entry(10, 4, 2500) }),
      named('gold', 'Gold', '金卡会员', { entry: entry(25, 15, 6000) }),
      named('diamond', 'Diamond', '钻石卡会员', { entry: entry(50, 25, 11_500) }),
      named('diamondReserve', 'Diamond Reserve', '钻石臻享会员', {
        entry: {
          allOf: [anyReached({ nights: 80, stays: 40 }), { metric: 'spend', atLeast: 1_800_000 }],
        },
      }),
    ]),
  });
}

function hiltonFrame({ zone = 'America/New_York', effective = {} }: ProgrammeOptions) {
  return {
    effective,
    zone,
    window: { kind: 'calendar', unit: 'year' },
    validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1, extend: 'P3M' },
  } as const;
}

/** The rules that hold until 2025, with the thresholds of a year. */
function hiltonWithPoints(
  figures: Readonly<Record<'silver' | 'gold' | 'diamond', Figures>>,
  options: HiltonOptions,
): Omit<TierPolicyInput, 'name'> {
  const entry = ([nights, stays, basePoints]: Figures): QualificationCriterion =>
    anyReached({ nights, stays, basePoints });
  return {
    ...hiltonFrame(options),
    metrics: {
      ...NIGHTS_AND_STAYS,
      basePoints: { kind: 'sum', of: 'basePoints', ...BASE_POINTS },
      earnedDiamondYears: {
        kind: 'timeAtTier',
        tier: 'diamond',
        unit: 'years',
        sources: ['earned'],
        ...yearsOf('Diamond earned', '凭活动取得的钻石卡会籍'),
      },
    },
    tiers: ladderOf([
      named('member', 'Member', '会员'),
      named('silver', 'Silver', '银卡会员', { entry: entry(figures.silver) }),
      named('gold', 'Gold', '金卡会员', { entry: entry(figures.gold) }),
      named('diamond', 'Diamond', '钻石卡会员', { entry: entry(figures.diamond) }),
    ]),
    ...(options.rollover === false ? {} : { carryOver: { of: 'surplus', metrics: ['nights'] } as const }),
    offers: { diamondExtension: diamondExtension(options.extension ?? 'and') },
  };
}

function diamondExtension(reading: 'and' | 'or'): StatusOffer {
  const window = { kind: 'lifetime' } as const;
  const years = { metric: 'earnedDiamondYears', atLeast: 3 };
  const activity = [
    { metric: 'nights', atLeast: 250, window },
    { metric: 'basePoints', atLeast: 500_000, window },
  ];
  return {
    source: 'extension',
    mode: 'floor',
    tier: 'diamond',
    lasts: 'P1Y',
    requires: reading === 'and' ? { allOf: [years, { anyOf: activity }] } : { anyOf: [years, ...activity] },
    allowance: { times: 1, per: 'lifetime' },
  };
}
