/** Marriott Bonvoy, and the rollover nights of Marriott Rewards before it. */
import type { Benefit } from '../benefit.js';
import { defineTierPolicy } from '../define.js';
import type { StatusOffer, Tier, TierPolicy } from '../model.js';
import { countedIn, moneyIn, NIGHTS, yearsOf } from './metric-wording.js';
import { allReached, bonusPoints, ladderOf, named, type ProgrammeOptions } from './programme.js';

/** What the sources leave open. */
export interface MarriottOptions extends ProgrammeOptions {
  /** How many tiers a member falls at most who does not renew: 1 (2023–24, default), or 2 (an internal guide of 2020). */
  readonly softLanding?: 1 | 2;
  /**
   * What gives Platinum for life. Without it nothing does: the 600 nights and 10 years that are told of it are
   * not confirmed (K).
   */
  readonly lifetimePlatinum?: { readonly nights: number; readonly years: number };
}

const MEMBER = named('member', 'Member', '会员');
const YEAR = { kind: 'calendar', unit: 'year' } as const;

/**
 * Marriott Bonvoy, 2023–24 (nerdwallet.com and eatsip365.com for the thresholds; read.doifoo.com 2023-09-09,
 * skyindustrynews.com and loyaltylobby.com 2020-03-30 for renewals; joinmarriottbonvoy.com/TOPA for the challenge;
 * uponarriving.com for lifetime tiers). Programmes change yearly: check before use.
 *
 * Nights of a calendar year: Silver 10, Gold 25, Platinum 50, Titanium 75, Ambassador 100 and $23,000. A tier lasts
 * to the end of February of the second year after; who does not renew lands one tier lower for a year, whatever the
 * nights. Activities carry `nights` and `spend` (US cents); paid nights are those of activities with `paid: true`.
 *
 * - Offer `platinumChallenge`: Platinum until the end that the grant names; 15 paid nights until then keep it for one
 *   more year ("up to a year"). Who fails goes back to the level before; who had none is Silver from 10 nights of
 *   any kind on. Once in three years, and not for Platinum members.
 * - For life: Silver after 250 nights and 5 years at Silver or higher, Gold after 400 and 7 at Gold or higher. Years
 *   held in any way count.
 * - Late check-out as printed: priority, 2 pm, 4 pm, 4 pm, any 24 hours.
 * - Zone not stated; default America/New_York, that of the company.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, marriottTiers, orThrow } from 'clientele/tiers';
 *
 * const marriott = orThrow(compileTiers(marriottTiers()));
 *
 * evaluateTier(marriott, { nights: 120, spend: 2_299_900 }).tier; // => 'titanium'
 * evaluateTier(marriott, { nights: 100, spend: 2_300_000 }).tier; // => 'ambassador'
 * ```
 */
export function marriottTiers(options: MarriottOptions = {}): TierPolicy {
  const { zone = 'America/New_York', effective = {}, softLanding = 1, lifetimePlatinum } = options;
  return defineTierPolicy({
    name: 'Marriott Bonvoy, 2023–24',
    source:
      'nerdwallet.com; loyaltylobby.com 2020-03-30 and copies of 2023-09-09; joinmarriottbonvoy.com/TOPA',
    version: '2024',
    effective,
    zone,
    metrics: {
      nights: { kind: 'sum', of: 'nights', ...NIGHTS },
      paidNights: {
        kind: 'sum',
        of: 'nights',
        only: { where: [{ attribute: 'paid', is: true }] },
        ...countedIn('paid night', 'paid nights', '付费晚'),
      },
      spend: { kind: 'sum', of: 'spend', ...moneyIn('USD') },
      silverYears: {
        kind: 'timeAtTier',
        tier: 'silver',
        unit: 'years',
        ...yearsOf('Silver or higher', '银卡或更高会籍'),
      },
      goldYears: {
        kind: 'timeAtTier',
        tier: 'gold',
        unit: 'years',
        ...yearsOf('Gold or higher', '金卡或更高会籍'),
      },
      platinumYears: {
        kind: 'timeAtTier',
        tier: 'platinum',
        unit: 'years',
        ...yearsOf('Platinum or higher', '白金卡或更高会籍'),
      },
    },
    window: YEAR,
    tiers: marriottLadder(lifetimePlatinum),
    validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1, extend: 'P2M' },
    downgrade: {
      depth: softLanding === 1 ? { kind: 'oneStep' } : { kind: 'maxSteps', steps: softLanding },
    },
    offers: { platinumChallenge: PLATINUM_CHALLENGE },
  });
}

const PLATINUM_CHALLENGE: StatusOffer = {
  source: 'challenge',
  mode: 'floor',
  tier: 'platinum',
  notIfHeld: true,
  allowance: { times: 1, per: 'P3Y' },
  challenge: { keepIf: { metric: 'paidNights', atLeast: 15 }, keepFor: 'P1Y' },
  fallback: {
    kind: 'graded',
    steps: [{ when: { metric: 'nights', atLeast: 10 }, tier: 'silver' }],
    unlessHeldBefore: true,
  },
};

function marriottLadder(lifetimePlatinum: MarriottOptions['lifetimePlatinum']): readonly Tier[] {
  return ladderOf([
    MEMBER,
    named('silver', 'Silver Elite', '银卡会员', {
      entry: { metric: 'nights', atLeast: 10 },
      lifetime: allReached({ nights: 250, silverYears: 5 }),
      benefits: [bonusPoints(10), lateCheckout('Priority late check-out', '优先延迟退房')],
    }),
    named('gold', 'Gold Elite', '金卡会员', {
      entry: { metric: 'nights', atLeast: 25 },
      lifetime: allReached({ nights: 400, goldYears: 7 }),
      benefits: [bonusPoints(25), lateCheckout('Late check-out until 2 pm', '延迟退房至14:00')],
    }),
    named('platinum', 'Platinum Elite', '白金卡会员', {
      entry: { metric: 'nights', atLeast: 50 },
      ...(lifetimePlatinum && {
        lifetime: allReached({ nights: lifetimePlatinum.nights, platinumYears: lifetimePlatinum.years }),
      }),
      benefits: [bonusPoints(50), lateCheckout('Late check-out until 4 pm', '延迟退房至16:00')],
    }),
    named('titanium', 'Titanium Elite', '钛金卡会员', {
      entry: { metric: 'nights', atLeast: 75 },
      benefits: [bonusPoints(75), lateCheckout('Late check-out until 4 pm', '延迟退房至16:00')],
    }),
    named('ambassador', 'Ambassador Elite', '大使会员', {
      entry: allReached({ nights: 100, spend: 2_300_000 }),
      benefits: [bonusPoints(75), lateCheckout('Any 24 hours of the day', '任选24小时入住')],
    }),
  ]);
}

function lateCheckout(en: string, zh: string): Benefit {
  return { benefit: 'lateCheckout', name: { en, zh }, kind: 'entitlement' };
}

/**
 * Marriott Rewards, 2009–10, with its rollover nights (loyaltytraveler.boardingarea.com 2010-01-08): Silver 10, Gold
 * 50, Platinum 75 nights of a calendar year. The programme has ended; a preset for what a rollover is.
 *
 * Nights above the threshold of the tier reached in the year carry into the next, where they count for status; what
 * was carried in never carries again. A tier lasts to the end of the next year; grace after that, and soft landing,
 * are not in the source. Zone not stated; default America/New_York.
 *
 * @example
 * ```ts
 * import { marriottRewardsTiers2010 } from 'clientele/tiers';
 *
 * marriottRewardsTiers2010().carryOver; // => { of: 'surplus', metrics: ['nights'], onceOnly: true }
 * ```
 */
export function marriottRewardsTiers2010(options: ProgrammeOptions = {}): TierPolicy {
  const { zone = 'America/New_York', effective = {} } = options;
  return defineTierPolicy({
    name: 'Marriott Rewards, 2009–10',
    source: 'loyaltytraveler.boardingarea.com 2010-01-08',
    version: '2010',
    effective,
    zone,
    metrics: { nights: { kind: 'sum', of: 'nights', ...NIGHTS } },
    window: YEAR,
    tiers: ladderOf([
      MEMBER,
      named('silver', 'Silver Elite', '银卡会员', { entry: { metric: 'nights', atLeast: 10 } }),
      named('gold', 'Gold Elite', '金卡会员', { entry: { metric: 'nights', atLeast: 50 } }),
      named('platinum', 'Platinum Elite', '白金卡会员', { entry: { metric: 'nights', atLeast: 75 } }),
    ]),
    validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
    carryOver: { of: 'surplus', metrics: ['nights'], onceOnly: true },
  });
}
