/** What has been promised to customers and what of it has been paid, from the logs of their cases. */
import { problem, wrong } from '../../foundation/make-problem.js';
import { add, type ExactSum, settle } from '../../foundation/money.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, unless } from '../../foundation/result.js';
import { noLogs } from '../log/no-log.js';
import { numberIn, remediesIn, textIn } from '../log/read-data.js';
import type { Remedy } from '../presets/complaint-case.js';
import type { CaseEvent } from '../workflow/case.js';

/** Where a remedy stands; `replaced` by a later proposal, `declined` by the customer or lapsed with the case. */
export type RemedyStatus =
  | 'proposed'
  | 'approved'
  | 'offered'
  | 'accepted'
  | 'partlyPaid'
  | 'paid'
  | 'declined'
  | 'replaced';

interface Step {
  readonly at: number;
  readonly by: string;
}

/** One remedy of one case, with every step it went. Amounts in minor units of `currency`. */
export interface LedgerEntry {
  readonly caseId: string;
  /** Who complains in that case. */
  readonly customer?: string;
  readonly remedyId: string;
  readonly kind: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly status: RemedyStatus;
  readonly proposed: Step;
  readonly approved?: Step;
  readonly offered?: Step;
  readonly accepted?: Step;
  /** When the last payment (or other fulfilment) was told. */
  readonly paid?: Step;
  readonly amountPaid: number;
}

/** Sums of a currency in minor units; each holds everything that has come as far, so `accepted` includes `paid`. */
export interface RedressTotals {
  readonly proposed: number;
  readonly approved: number;
  readonly accepted: number;
  readonly paid: number;
  /** Accepted and not paid yet. */
  readonly outstanding: number;
}

/** Everything promised in one or several cases. */
export interface RedressLedger {
  /** In the order of the logs and, in each, of the proposals. */
  readonly entries: readonly LedgerEntry[];
  /** By currency code. Replaced and declined remedies count only with what was paid on them. */
  readonly totals: Readonly<Record<string, RedressTotals>>;
}

type Draft = { -readonly [K in keyof LedgerEntry]: LedgerEntry[K] };

/**
 * The redress ledger of cases: for each remedy when it was proposed, approved, offered, accepted and paid, by whom, and
 * sums by currency. It reads the events of the canonical chart (`PROPOSE`, `APPROVE`, `SEND_DECISION`, `ACCEPT`,
 * `ACCEPT_LATE`, `DECLINE`, `FULFIL`, `SETTLE`, `EXTERNAL_DECISION`), an event that comes twice once.
 *
 * A later proposal replaces what is not paid of an earlier one; a remedy of the same id goes on as it is proposed then (a
 * desk refuses another one under that id), and where something was paid on it, it is owed again as an entry of its own.
 * What is sent without an approval counts as approved by who proposed it. A fulfilment without an amount counts as all
 * that is owed still. An amount that is no whole number of minor units, or has no currency, is a problem; so are a sum
 * beyond the safe integers and what is no list of logs.
 *
 * @example
 * ```ts
 * import { orThrow, redressLedger } from 'clientele/complaints';
 *
 * orThrow(redressLedger([])); // => { entries: [], totals: {} }
 * ```
 */
export function redressLedger(logs: readonly (readonly CaseEvent[])[]): Result<RedressLedger> {
  const unusable = noLogs(logs);
  if (unusable !== undefined) return left(unusable);
  const entries = logs.flatMap(entriesOf);
  const problems = entries.flatMap(amountProblems);
  if (problems.length > 0) return unless(problems, () => ({ entries, totals: {} }));
  const { totals, beyond } = totalsOf(entries);
  return unless(beyond, () => ({ entries, totals }));
}

function entriesOf(log: readonly CaseEvent[]): readonly LedgerEntry[] {
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  let customer: string | undefined;
  for (const event of log) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    if (event.type === 'RECEIVE') customer = textIn(event.data, 'complainant');
    take(drafts, event, customer);
  }
  return drafts;
}

function take(drafts: Draft[], event: CaseEvent, customer: string | undefined): void {
  const step: Step = { at: event.at, by: event.by.id };
  const open = drafts.filter(isOpen);
  switch (event.type) {
    case 'PROPOSE':
      promise(drafts, event, remediesIn(event.data, 'remedies'), customer);
      return;
    case 'SETTLE':
    case 'EXTERNAL_DECISION': {
      const given = remediesIn(event.data, event.type === 'SETTLE' ? 'remedies' : 'award');
      if (given.length === 0) return;
      promise(drafts, event, given, customer);
      for (const { id } of given) advance(latest(drafts, id), 'accepted', step);
      return;
    }
    case 'APPROVE':
      for (const one of open) advance(one, 'approved', step);
      return;
    case 'SEND_DECISION':
      for (const one of open) advance(one, 'offered', step);
      return;
    case 'ACCEPT':
    case 'ACCEPT_LATE':
      for (const one of drafts.filter(({ status }) => status !== 'replaced')) advance(one, 'accepted', step);
      return;
    case 'DECLINE':
    case 'TIMER_OFFER':
    case 'WITHDRAW':
      for (const one of open) one.status = 'declined';
      return;
    case 'FULFIL':
      fulfil(latest(drafts, textIn(event.data, 'remedyId')), event, step);
  }
}

/** Neither paid nor out of the question. */
function isOpen({ status }: Draft): boolean {
  return status !== 'paid' && status !== 'replaced' && status !== 'declined';
}

/** The entry of a remedy that goes on: of the same id, the one proposed last. */
function latest(drafts: readonly Draft[], id: string | undefined): Draft | undefined {
  return drafts.findLast(({ remedyId }) => remedyId === id);
}

function promise(
  drafts: Draft[],
  { caseId, at, by }: CaseEvent,
  remedies: readonly Remedy[],
  customer: string | undefined,
): void {
  for (const one of drafts) if (!isPaidUp(one)) one.status = 'replaced';
  for (const { id, kind, amount, currency } of remedies) {
    const entry: Draft = {
      caseId,
      ...(customer === undefined ? {} : { customer }),
      remedyId: id,
      kind,
      ...(amount === undefined ? {} : { amount }),
      ...(currency === undefined ? {} : { currency }),
      status: 'proposed',
      proposed: { at, by: by.id },
      amountPaid: 0,
    };
    const before = latest(drafts, id);
    // What was paid stays; owed again, it is another promise.
    if (before === undefined || before.paid !== undefined) drafts.push(entry);
    else drafts[drafts.indexOf(before)] = entry;
  }
}

function isPaidUp({ status, amount = 0, amountPaid }: Draft): boolean {
  return status === 'paid' && amountPaid >= amount;
}

const ORDER = ['proposed', 'approved', 'offered', 'accepted', 'paid'] as const;

/** To a step and all those before it that were not told of. */
function advance(one: Draft | undefined, to: 'approved' | 'offered' | 'accepted', step: Step): void {
  if (one === undefined || one.status === 'paid' || one.status === 'partlyPaid') return;
  if (to !== 'approved') one.approved ??= one.proposed;
  if (to === 'approved') one.approved = step;
  if (to === 'offered') one.offered = step;
  if (to === 'accepted') {
    one.offered ??= step;
    one.accepted = step;
  }
  one.status = to;
}

function fulfil(one: Draft | undefined, { data }: CaseEvent, step: Step): void {
  if (one === undefined) return;
  one.accepted ??= step;
  one.approved ??= one.proposed;
  one.paid = step;
  const { amount = 0 } = one;
  one.amountPaid += numberIn(data, 'amountPaid') ?? Math.max(0, amount - one.amountPaid);
  if (one.status !== 'replaced') one.status = one.amountPaid < amount ? 'partlyPaid' : 'paid';
}

function amountProblems({ caseId, remedyId, amount, currency, amountPaid }: LedgerEntry): readonly Problem[] {
  const path = [caseId, remedyId];
  if (amount === undefined && amountPaid === 0) return [];
  const whole = { en: 'whole number of minor units, not negative', zh: '非负整数（最小货币单位）' };
  return [
    ...(amount === undefined || (Number.isSafeInteger(amount) && amount >= 0)
      ? []
      : [wrong('notAnAmount', [...path, 'amount'], whole, amount)]),
    ...(Number.isSafeInteger(amountPaid) && amountPaid >= 0
      ? []
      : [wrong('notAnAmount', [...path, 'amountPaid'], whole, amountPaid)]),
    ...(currency === undefined
      ? [problem('missing', [...path, 'currency'], { kind: 'present' }, undefined)]
      : []),
  ];
}

/** What counts of an entry in the sum of a step. */
function reached(entry: LedgerEntry, step: (typeof ORDER)[number]): number {
  const { amount = 0, amountPaid, status } = entry;
  if (step === 'paid' || status === 'replaced' || status === 'declined') return amountPaid;
  const there = step === 'proposed' ? entry.proposed : entry[step];
  return there === undefined ? 0 : Math.max(amount, amountPaid);
}

function totalsOf(entries: readonly LedgerEntry[]): {
  readonly totals: Record<string, RedressTotals>;
  readonly beyond: readonly Problem[];
} {
  const beyond: Problem[] = [];
  const totals = [...new Set(entries.flatMap((one) => one.currency ?? []))].map((currency) => {
    const own = entries.filter((one) => one.currency === currency);
    const sum = (of: (entry: LedgerEntry) => number): number => {
      const exact = own.reduce<ExactSum>((total, entry) => add(total, of(entry)), 0);
      const settled = settle(exact);
      if (settled !== undefined) return settled;
      beyond.push(
        problem('overflow', ['totals', currency], { kind: 'range', max: Number.MAX_SAFE_INTEGER }, exact),
      );
      return 0;
    };
    const by = (step: (typeof ORDER)[number]): number => sum((entry) => reached(entry, step));
    const outstanding = sum((entry) => reached(entry, 'accepted') - reached(entry, 'paid'));
    const reachedBy = {
      proposed: by('proposed'),
      approved: by('approved'),
      accepted: by('accepted'),
      paid: by('paid'),
      outstanding,
    };
    return [currency, reachedBy] as const;
  });
  return { totals: Object.fromEntries(totals), beyond };
}
