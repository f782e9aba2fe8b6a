/** Whether somebody may promise what they propose, why not, and who may. */
import { zoneClock } from '../../foundation/civil.js';
import { problem, wrong } from '../../foundation/make-problem.js';
import { add, type ExactSum, settle } from '../../foundation/money.js';
import type { Problem } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import { windowDays } from '../../foundation/window.js';
import type { Actor } from '../workflow/case.js';
import { questionProblems } from './check-question.js';
import type { RedressJudgement, RedressQuestion, RedressReason } from './judgement.js';
import type { LedgerEntry } from './ledger.js';
import type { Amounts, LookBack, RedressAuthority, RedressPolicy } from './model.js';
import { redressWords } from './redress-words.js';

/**
 * Judges a proposal by a redress policy: the limit of the actor's role for the case and, with the customer's other cases
 * within a time, for the customer; four eyes from an amount on; the cap in percent of the price paid. Every reason
 * against is named, and the roles that could approve.
 *
 * A limit is kept at the amount itself; four eyes begin at theirs. The customer's other cases count with what was
 * approved, offered, accepted or paid there, by the day of the latest of these steps.
 *
 * Problems: what is no policy or no question, a misspelt part of it, a kind of compensation that is not known, an amount that is missing or is no whole number of minor units, a
 * currency that the policy does not declare, two currencies in one case.
 *
 * @example
 * ```ts
 * import { defineRedressPolicy, describe, judgeRedress, orThrow } from 'clientele/complaints';
 *
 * const policy = defineRedressPolicy({
 *   name: 'redress',
 *   title: { en: 'Redress', zh: '补偿权限' },
 *   zone: 'Europe/London',
 *   currencies: [{ code: 'GBP', minorUnit: 2 }],
 *   authorities: [{ role: 'handler', perCase: { GBP: 5000 } }, { role: 'manager', perCase: 'unlimited' }],
 * });
 * const remedies = [{ id: 'r1', kind: 'goodwill', amount: 8000, currency: 'GBP', basis: 'two cold nights' }];
 * const judged = orThrow(
 *   judgeRedress(policy, { proposal: { remedies }, actor: { id: 'ann', role: 'handler' }, asOf: 0 }),
 * );
 *
 * judged.allowed; // => false
 * judged.approvers; // => ['manager']
 * describe(judged, 'en').split('\n')[0]; // => '80.00 GBP in this case is beyond the limit of the role “handler” (50.00 GBP).'
 * ```
 */
export function judgeRedress(policy: RedressPolicy, question: RedressQuestion): Result<RedressJudgement> {
  const found = questionProblems(policy, question);
  if (found.length > 0) return unless(found, neverReached);
  const { remedies } = question.proposal;
  const before = paidBefore(question);
  const currencies = [...new Set([...remedies, ...before].flatMap((one) => one.currency ?? []))];
  const [currency, second] = currencies;
  if (second !== undefined) return unless([mixed(currencies)], neverReached);
  const amounts = [...remedies.map(({ amount }) => amount ?? 0), ...before.map((one) => one.amountPaid)];
  const inCase = settle(amounts.reduce<ExactSum>(add, 0));
  if (inCase === undefined) return unless([tooMuch()], neverReached);
  return unless([], () => judged(policy, question, { currency, inCase }));
}

function neverReached(): never {
  throw new Error('there are problems');
}

interface Sum {
  readonly currency: string | undefined;
  readonly inCase: number;
}

function judged(policy: RedressPolicy, question: RedressQuestion, sum: Sum): RedressJudgement {
  const { actor, proposedBy } = question;
  const authority = policy.authorities.find(({ role }) => role === actor.role);
  const cap = capOf(policy, question, sum);
  const overCap: readonly RedressReason[] = cap.kind === 'passed' ? [cap.reason] : [];
  const fourEyes = proposedBy === undefined ? fourEyesReasons(policy, sum) : ownProposal(actor, proposedBy);
  const reasons = [
    ...authorityReasons(policy, authority, actor.role, question, sum),
    ...fourEyes,
    ...overCap,
  ];
  const approvers =
    overCap.length > 0
      ? []
      : policy.authorities
          .filter((one) => authorityReasons(policy, one, one.role, question, sum).length === 0)
          .map(({ role }) => role);
  const { currency, inCase } = sum;
  const answer = {
    allowed: reasons.length === 0,
    reasons,
    approvers,
    ...(currency === undefined ? {} : { currency }),
    inCase,
    withCustomer: inCase + (customerSum(policy, authority?.perCustomer?.within, question, sum).amount ?? 0),
    cap: cap.kind,
  };
  return { ...answer, statements: redressWords(policy, question, answer) };
}

function authorityReasons(
  policy: RedressPolicy,
  authority: RedressAuthority | undefined,
  role: string,
  question: RedressQuestion,
  { currency, inCase }: Sum,
): readonly RedressReason[] {
  if (currency === undefined || inCase === 0) return [];
  if (authority === undefined) return [{ kind: 'noAuthority', role }];
  const { perCase, perCustomer } = authority;
  const reasons: RedressReason[] = [];
  if (perCase !== 'unlimited' && inCase > limitIn(perCase, currency))
    reasons.push({ kind: 'perCase', role, amount: inCase, limit: limitIn(perCase, currency) });
  if (perCustomer === undefined) return reasons;
  const { within } = perCustomer;
  const before = customerSum(policy, within, question, { currency, inCase });
  if (before.other !== undefined) reasons.push({ kind: 'otherCurrency', role, found: before.other });
  const limit = limitIn(perCustomer.amounts, currency);
  const amount = inCase + (before.amount ?? Number.MAX_SAFE_INTEGER);
  if (amount > limit) reasons.push({ kind: 'perCustomer', role, amount, limit, within });
  return reasons;
}

function limitIn(amounts: Amounts, currency: string): number {
  return Object.hasOwn(amounts, currency) ? (amounts[currency] ?? 0) : 0;
}

/** What the customer's other cases come to within a time; `other`: a currency that cannot be added to it. */
function customerSum(
  { zone }: RedressPolicy,
  within: LookBack | undefined,
  { customerLedger, asOf }: RedressQuestion,
  { currency }: Sum,
): { readonly amount: number | undefined; readonly other?: string } {
  if (within === undefined || customerLedger === undefined) return { amount: 0 };
  const clock = zoneClock(zone);
  const window =
    'days' in within
      ? ({ kind: 'rollingDays', days: within.days } as const)
      : ({ kind: 'rollingMonths', months: within.months } as const);
  const { from } = windowDays(window, clock.dayOf(asOf));
  const counted = customerLedger.entries.filter((entry) => {
    const at = promisedAt(entry);
    return at !== undefined && at <= asOf && clock.dayOf(at) >= from;
  });
  const own = counted.filter((entry) => entry.currency === currency);
  const other = counted.find((entry) => entry.currency !== undefined && entry.currency !== currency);
  const amount = settle(own.reduce<ExactSum>((sum, entry) => add(sum, weightOf(entry)), 0));
  return { amount, ...(other?.currency === undefined ? {} : { other: other.currency }) };
}

/** When it was last taken a step on from a mere proposal; `undefined` where it does not count. */
function promisedAt({ status, approved, offered, accepted, paid }: LedgerEntry): number | undefined {
  if (paid !== undefined) return paid.at;
  if (status === 'replaced' || status === 'declined') return undefined;
  return accepted?.at ?? offered?.at ?? approved?.at;
}

function weightOf({ status, amount = 0, amountPaid }: LedgerEntry): number {
  return status === 'replaced' || status === 'declined' ? amountPaid : Math.max(amount, amountPaid);
}

function fourEyesReasons(
  { fourEyesFrom }: RedressPolicy,
  { currency, inCase }: Sum,
): readonly RedressReason[] {
  if (fourEyesFrom === undefined || currency === undefined || !Object.hasOwn(fourEyesFrom, currency))
    return [];
  const from = fourEyesFrom[currency] ?? 0;
  return inCase >= from ? [{ kind: 'fourEyes', amount: inCase, from }] : [];
}

function ownProposal(actor: Actor, proposedBy: string): readonly RedressReason[] {
  return actor.id === proposedBy ? [{ kind: 'ownProposal', person: actor.id }] : [];
}

type Cap =
  | { readonly kind: 'kept' | 'overridden' | 'priceUnknown' | 'none' }
  | { readonly kind: 'passed'; readonly reason: RedressReason };

function capOf({ cap }: RedressPolicy, { proposal }: RedressQuestion, { inCase }: Sum): Cap {
  if (cap === 'none' || inCase === 0) return { kind: cap === 'none' ? 'none' : 'kept' };
  const { pricePaid, override } = proposal;
  if (pricePaid === undefined) return { kind: 'priceUnknown' };
  const { percentOfPrice } = cap;
  if (BigInt(inCase) * 100n <= BigInt(pricePaid) * BigInt(percentOfPrice)) return { kind: 'kept' };
  if (override !== undefined && /\S/.test(override)) return { kind: 'overridden' };
  return { kind: 'passed', reason: { kind: 'overCap', amount: inCase, pricePaid, percentOfPrice } };
}

/** What was paid in the case. A remedy that is proposed again is owed again: what was paid on it before counts as well. */
function paidBefore({ ledger }: RedressQuestion): readonly LedgerEntry[] {
  return (ledger?.entries ?? []).filter(({ amountPaid }) => amountPaid > 0);
}

function mixed(currencies: readonly string[]): Problem {
  const type = { en: 'list of amounts in one currency of a case', zh: '同一个案只用一种币种' };
  return wrong('mixedCurrencies', ['proposal', 'remedies'], type, currencies.join(', '));
}

function tooMuch(): Problem {
  const range = { kind: 'range', max: Number.MAX_SAFE_INTEGER } as const;
  return problem('overflow', ['proposal', 'remedies'], range, undefined);
}
