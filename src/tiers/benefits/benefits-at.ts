/** What a member holds on a date. */
import { isoDay, parseIsoDay } from '../../foundation/civil.js';
import { type AsOf, clockOf, instantOf, isInstant } from '../../foundation/instant.js';
import { type Problem, show } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { TierHistory } from '../history.js';
import type { TierPolicy } from '../model.js';
import type { LeapDay, MonthAndDay } from '../time/leap-day.js';
import { benefitStatements } from './benefit-words.js';
import { unknownTier } from './benefits-of.js';
import { choiceProblems } from './exact-share.js';
import type { HeldBenefit, HeldBenefits } from './held-benefits.js';
import { type MembershipTerm, termAt } from './membership-term.js';
import { type GivenVoucher, voucherState } from './voucher.js';

/** The instant that is asked about, and what the host knows of it. */
export interface BenefitFacts {
  readonly asOf: AsOf;
  /** `yyyy-MM-dd`, or `MM-dd` where the year is not known. */
  readonly birthday?: string;
  /** Whether the member is a guest on this day. */
  readonly staying?: boolean;
  /** When a birthday or an anniversary of 29 February falls in a common year. Default `'february28'`. */
  readonly leapDay?: LeapDay;
  /** The vouchers given so far; those of other terms may be left in. */
  readonly given?: readonly GivenVoucher[];
}

/**
 * The benefits of the tier a member holds on a date: which are grantable, which depend on what is available, and which
 * vouchers are due. `held` is the member's history, or the term they are in where the host keeps no history.
 *
 * Each occasion gives a voucher once: an entry or a renewal until the next term begins, a birthday or an anniversary
 * on that civil day. `times` is the most that one term gives, `apart`
 * the least time between two of them, whatever the term. An entry voucher is for who rises to the tier or begins
 * with it, not for who lands on it from above. `policy` is the version in force on the date.
 *
 * Problems: a date that is none or outside the history, a tier that is not in the policy, a birthday that is no day,
 * a voucher whose time is none.
 *
 * @example
 * ```ts
 * import { benefitsAt, defineTierPolicy, describe, hotelBenefits, orThrow } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'our hotel',
 *   zone: 'Asia/Shanghai',
 *   metrics: { nights: { kind: 'sum', of: 'nights' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'duration', duration: 'P1Y' },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     {
 *       tier: 'gold',
 *       name: { en: 'Gold', zh: '金卡' },
 *       rank: 1,
 *       entry: { metric: 'nights', atLeast: 10 },
 *       benefits: hotelBenefits.filter((one) => ['lateCheckOut', 'birthdayCake'].includes(one.benefit)),
 *     },
 *   ],
 * });
 * const term = { tier: 'gold', enrolledAt: Date.UTC(2024, 0, 1), since: Date.UTC(2025, 0, 1), began: 'entry' } as const;
 * const held = orThrow(benefitsAt(policy, term, { asOf: '2025-05-20', birthday: '05-20', staying: true }));
 *
 * held.benefits.map((one) => [one.benefit.benefit, one.availability, one.voucher?.state]);
 * // => [['lateCheckOut', 'subjectToAvailability', undefined], ['birthdayCake', 'grantable', 'due']]
 * describe(held, 'en');
 * // => 'Late check-out by two hours: subject to availability.\nCake coupon on a birthday stay: due for 2025-05-20.'
 * ```
 */
export function benefitsAt(
  policy: Pick<TierPolicy, 'tiers' | 'zone'>,
  held: TierHistory | MembershipTerm,
  facts: BenefitFacts,
): Result<HeldBenefits> {
  const clock = clockOf(policy.zone);
  if (clock._tag === 'Left') return clock;
  const asked = instantOf(facts.asOf, clock.right);
  if (asked._tag === 'Left') return asked;
  const at = asked.right;
  const { given = [], staying, leapDay = 'february28' } = facts;
  const birthday = facts.birthday === undefined ? undefined : monthAndDay(facts.birthday);
  const [wrong, ...more] = [
    ...choiceProblems(leapDay, ['leapDay'], ['february28', 'march1']),
    ...(facts.birthday !== undefined && birthday === undefined ? [notABirthday(facts.birthday)] : []),
    ...given.flatMap((one, i) => (isInstant(one.at) ? [] : [notAnInstant(one.at, ['given', i, 'at'])])),
  ];
  if (wrong !== undefined) return left(wrong, ...more);

  const term = 'intervals' in held ? termAt(held, at, policy) : soundTerm(held, at);
  if (term._tag === 'Left') return term;
  const tier = policy.tiers.find((one) => one.tier === term.right.tier);
  if (tier === undefined) return left(unknownTier(policy, term.right.tier, ['tier']));
  const voucherFacts = { at, clock: clock.right, term: term.right, birthday, staying, leapDay, given };
  const benefits = (tier.benefits ?? []).map(
    (benefit): HeldBenefit => ({
      benefit,
      availability: benefit.subjectToAvailability === true ? 'subjectToAvailability' : 'grantable',
      ...(benefit.kind === 'voucher' ? { voucher: voucherState(benefit, voucherFacts) } : {}),
    }),
  );
  const day = isoDay(clock.right.dayOf(at));
  return right({ term: term.right, day, benefits, statements: benefitStatements(tier.name, benefits) });
}

/** A term as the host wrote it. */
function soundTerm(term: MembershipTerm, at: number): Result<MembershipTerm> {
  const wrong = (['enrolledAt', 'since'] as const).filter(
    (when) => !isInstant(term[when]) || term[when] > at,
  );
  const [first, ...rest] = wrong.map((when) => notAnInstant(term[when], [when], at));
  return first === undefined ? right(term) : left(first, ...rest);
}

function notAnInstant(found: unknown, path: Problem['path'], latest?: number): Problem {
  if (latest !== undefined && typeof found === 'number' && isInstant(found)) {
    const instant = new Date(latest).toISOString();
    return {
      code: 'tooLate',
      path,
      expected: { kind: 'notAfter', instant },
      found: new Date(found).toISOString(),
    };
  }
  const type = { en: 'instant in whole epoch milliseconds', zh: '以整毫秒时间戳表示的时刻' };
  return { code: 'notAnInstant', path, expected: { kind: 'type', type }, found: show(found) };
}

/** 29 February is a birthday whatever the year; with a year, the day has to be in it. */
function monthAndDay(text: string): MonthAndDay | undefined {
  const full = /^\d{2}-\d{2}$/.test(text) ? `2000-${text}` : text;
  if (typeof text !== 'string' || parseIsoDay(full) === undefined) return undefined;
  return { month: Number(full.slice(5, 7)), day: Number(full.slice(8, 10)) };
}

function notABirthday(found: unknown): Problem {
  const form = { en: 'yyyy-MM-dd or MM-dd', zh: 'yyyy-MM-dd 或 MM-dd' };
  return { code: 'notADate', path: ['birthday'], expected: { kind: 'form', form }, found: show(found) };
}
