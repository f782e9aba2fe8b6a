/** Airlines: Qantas, whose tiers are kept more easily than won, and Flying Blue, where status is paid for. */
import type { QualificationCriterion } from '../criterion.js';
import { defineTierPolicy } from '../define.js';
import type { Tier, TierPolicy, TierPolicyInput } from '../model.js';
import { countedIn, yearsOf } from './metric-wording.js';
import { ladderOf, named, type ProgrammeOptions } from './programme.js';

/** Status credits of a membership year. */
export interface QantasFigures {
  readonly attain: number;
  /** Default: the same. */
  readonly retain?: number;
}

/** What the source does not print: the host has to say it. */
export interface QantasOptions extends ProgrammeOptions {
  readonly silver: QantasFigures;
  readonly platinum: QantasFigures;
  readonly platinumOne: QantasFigures;
  /** Status credits of a lifetime that give a tier for good. Without them none is given. */
  readonly lifetime?: { readonly silver?: number; readonly gold?: number; readonly platinum?: number };
}

/** What the source does not print of the rules of 2026. */
export interface QantasOptions2026
  extends Omit<QantasOptions, 'silver' | 'platinum' | 'platinumOne'>,
    Readonly<Record<'silver' | 'platinum' | 'platinumOne', number>> {
  /** The most that rolls over, by tier; tiers that are not named roll nothing over. */
  readonly rolloverCaps: Readonly<Partial<Record<'silver' | 'gold' | 'platinum' | 'platinumOne', number>>>;
}

/**
 * Qantas Frequent Flyer, until 2025 (australianfrequentflyer.com.au/soft-landings-qantas-status, executivetraveller.com,
 * qantaspoints.com FAQ 245, 2paxfly.com 2026-02-26). Programmes change yearly: check before use.
 *
 * Status credits of the member's own year, which begins on the day of enrolment, and four flights with the airline
 * itself: activities of type `flight` with `own: true`; credits are `statusCredits`. Gold is attained with 700 and
 * retained with 600; the figures of the other tiers are the host's. A tier lasts to the end of the next membership
 * year, at least twelve months; who does not retain it lands one tier lower, whatever was earned. The flights are read
 * as asked for in each year, to retain a tier too. Zone not stated; default Australia/Sydney.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, orThrow, qantasTiers2025 } from 'clientele/tiers';
 *
 * const figures = { silver: { attain: 300 }, platinum: { attain: 1400 }, platinumOne: { attain: 3600 } };
 * const qantas = orThrow(compileTiers(qantasTiers2025(figures)));
 *
 * evaluateTier(qantas, { statusCredits: 650, ownFlights: 4 }).tier; // => 'silver'
 * evaluateTier(qantas, { statusCredits: 650, ownFlights: 4 }, { held: 'gold' }).tier; // => 'gold'
 * ```
 */
export function qantasTiers2025(options: QantasOptions): TierPolicy {
  const { silver, platinum, platinumOne } = options;
  return defineTierPolicy({
    ...qantas(options, { silver, gold: { attain: 700, retain: 600 }, platinum, platinumOne }),
    name: 'Qantas Frequent Flyer, until 2025',
    source: 'australianfrequentflyer.com.au; executivetraveller.com; qantaspoints.com FAQ 245',
    version: '2025',
  });
}

/**
 * Qantas Frequent Flyer, 2026 (2paxfly.com 2026-02-26): as {@link qantasTiers2025}, but one figure to attain and to
 * retain a tier, 700 for Gold, and half of the unused credits rolls over, up to a cap for each tier.
 *
 * Unused credits are read as those above the figure of the tier reached; what was rolled over does not roll again
 * (the source does not say). Figures and caps that are not printed are the host's.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, orThrow, qantasTiers2026 } from 'clientele/tiers';
 *
 * const figures = { silver: 300, platinum: 1400, platinumOne: 3600, rolloverCaps: { gold: 350 } };
 * const qantas = orThrow(compileTiers(qantasTiers2026(figures)));
 *
 * evaluateTier(qantas, { statusCredits: 650, ownFlights: 4 }, { held: 'gold' }).tier; // => 'silver'
 * ```
 */
export function qantasTiers2026(options: QantasOptions2026): TierPolicy {
  const { silver, platinum, platinumOne, rolloverCaps } = options;
  return defineTierPolicy({
    ...qantas(options, {
      silver: { attain: silver },
      gold: { attain: 700 },
      platinum: { attain: platinum },
      platinumOne: { attain: platinumOne },
    }),
    name: 'Qantas Frequent Flyer, 2026',
    source: '2paxfly.com 2026-02-26',
    version: '2026',
    carryOver: { of: 'surplus', metrics: ['statusCredits'], percentage: 50, cap: { ...rolloverCaps } },
  });
}

function qantas(
  {
    zone = 'Australia/Sydney',
    effective = {},
    lifetime = {},
  }: Omit<QantasOptions, 'silver' | 'platinum' | 'platinumOne'>,
  figures: Readonly<Record<'silver' | 'gold' | 'platinum' | 'platinumOne', QantasFigures>>,
): Omit<TierPolicyInput, 'name'> {
  const credits = (atLeast: number): QualificationCriterion => ({
    allOf: [
      { metric: 'statusCredits', atLeast },
      { metric: 'ownFlights', atLeast: 4 },
    ],
  });
  const rules = ({ attain, retain }: QantasFigures, forLife?: number): Partial<Tier> => ({
    entry: credits(attain),
    ...(retain === undefined ? {} : { renewal: credits(retain) }),
    ...(forLife === undefined ? {} : { lifetime: { metric: 'statusCredits', atLeast: forLife } }),
  });
  return {
    effective,
    zone,
    metrics: {
      statusCredits: {
        kind: 'sum',
        of: 'statusCredits',
        ...countedIn('status credit', 'status credits', '等级积分'),
      },
      ownFlights: {
        kind: 'count',
        only: { types: ['flight'], where: [{ attribute: 'own', is: true }] },
        ...countedIn('own flight', 'own flights', '次自营航班'),
      },
    },
    window: { kind: 'membershipYear' },
    tiers: ladderOf([
      named('bronze', 'Bronze', '铜卡'),
      named('silver', 'Silver', '银卡', rules(figures.silver, lifetime.silver)),
      named('gold', 'Gold', '金卡', rules(figures.gold, lifetime.gold)),
      named('platinum', 'Platinum', '白金卡', rules(figures.platinum, lifetime.platinum)),
      named('platinumOne', 'Platinum One', '至尊白金卡', rules(figures.platinumOne)),
    ]),
    validity: { kind: 'endOfPeriod', period: 'membershipYear', periods: 1 },
    downgrade: { depth: { kind: 'oneStep' } },
  };
}

/**
 * Flying Blue, about 2023 (skystatus.pro/guide/flying-blue-xp-rollover, onemileatatime.com, travelguys.fr 2023-11-03,
 * loyaltylobby.com 2020-08-31). Programmes change yearly: check before use.
 *
 * Status is paid for with XP: 100 make an Explorer Silver and are taken off, 180 more make Gold, 300 more Platinum. At
 * the end of the qualification year, twelve months from reaching the tier, who has its XP renews: they are taken off
 * again, and of the rest up to 300 are kept. Who has not goes down one level and begins at 0. Platinum for life after
 * ten years in a row as Platinum. Activities carry `xp`.
 *
 * XP of an Explorer do not lapse here: when they do is not in the sources. Zone not stated; default Europe/Paris.
 *
 * @example
 * ```ts
 * import { compileTiers, flyingBlueTiers, orThrow, replayTiers } from 'clientele/tiers';
 *
 * const log = [
 *   { kind: 'activity', id: '1', at: Date.UTC(2023, 0, 10), type: 'flight', values: { xp: 150 } },
 *   { kind: 'activity', id: '2', at: Date.UTC(2023, 1, 10), type: 'flight', values: { xp: 130 } },
 * ] as const;
 * const member = { memberId: 'm1', enrolledAt: Date.UTC(2023, 0, 1), log };
 * const flyingBlue = orThrow(compileTiers(flyingBlueTiers()));
 *
 * orThrow(replayTiers(flyingBlue, member, { asOf: '2023-12-31' })).intervals.map(({ tier }) => tier); // => ['explorer', 'silver', 'gold']
 * ```
 */
export function flyingBlueTiers(options: ProgrammeOptions = {}): TierPolicy {
  const { zone = 'Europe/Paris', effective = {} } = options;
  return defineTierPolicy({
    name: 'Flying Blue, 2023',
    source: 'skystatus.pro; onemileatatime.com; travelguys.fr 2023-11-03; loyaltylobby.com 2020-08-31',
    version: '2023',
    effective,
    zone,
    metrics: {
      xp: { kind: 'sum', of: 'xp', ...countedIn('XP', 'XP', 'XP') },
      platinumRun: {
        kind: 'timeAtTier',
        tier: 'platinum',
        unit: 'years',
        longestRun: true,
        ...yearsOf('Platinum without a break', '连续白金卡会籍'),
      },
    },
    window: { kind: 'balance' },
    tiers: ladderOf([
      named('explorer', 'Explorer', '探索会员'),
      named('silver', 'Silver', '银卡会员', { entry: { metric: 'xp', atLeast: 100 } }),
      named('gold', 'Gold', '金卡会员', { entry: { metric: 'xp', atLeast: 180 } }),
      named('platinum', 'Platinum', '白金卡会员', {
        entry: { metric: 'xp', atLeast: 300 },
        lifetime: { metric: 'platinumRun', atLeast: 10 },
      }),
    ]),
    upgrade: { path: 'sequential', counters: 'deductThreshold' },
    renewal: { timing: 'atExpiry' },
    validity: { kind: 'duration', duration: 'P1Y' },
    downgrade: { depth: { kind: 'oneStep' } },
    carryOver: { of: 'remaining', metrics: ['xp'], cap: 300 },
  });
}
