/** Takes in one entry after the other, and the time between them. */
import { parseIsoDay } from '../../foundation/civil.js';
import type {
  ActivityReturn,
  AttributeChange,
  QualifyingActivity,
  Redemption,
  TierEntry,
} from '../member.js';
import type { Program } from '../program.js';
import { carrySurplus } from './counters.js';
import { dayOf } from './days.js';
import { CAUSES, type Cause, lookAhead, renewalTurn } from './due.js';
import { expire, fallNow, falls, fallsAtOnce, judgeTerm, landNow } from './fall.js';
import { applyGrant, endGrants, revoke, riseForLife } from './grants.js';
import {
  emit,
  noteQualified,
  type Occasion,
  renewable,
  renewByQualifying,
  rise,
  riseOrRenew,
} from './rise.js';
import { addRow, emptyRows, type Returned } from './rows.js';
import { heldBy, nameOf, recordEarned, recordHeld, versionOf } from './standing.js';
import { judgedFrom, termOf, validityOf } from './term.js';
import { beginExtension, changeVersion } from './versions.js';
import { newWork, type Work } from './work.js';

/** A member at enrolment, who may meet a criterion before having done anything. */
export function enrolled(
  versions: readonly Program[],
  starts: readonly number[],
  member: Pick<Work, 'memberId' | 'enrolledAt'>,
): Work {
  const work = newWork(versions, starts, member);
  const { atEnrolment } = work.program;
  if (atEnrolment.nothing) return work;
  judge(work, { at: work.enrolledAt, by: null, triggered: false });
  // Nothing is known of anybody yet, so what happens to one happens to all.
  atEnrolment.nothing = work.track.tier === 0 && work.lifetime === 0;
  return work;
}

/** Takes in a checked entry that is not older than what is known. */
export function take(work: Work, entry: TierEntry): void {
  passTime(work, entry.at);
  if (work.waiting.length > 0 && JUDGED.has(entry.kind)) settleReturns(work, entry.at, entry.id);
  work.log.push(entry);
  work.ids.add(entry.id);
  switch (entry.kind) {
    case 'activity':
      takeActivity(work, entry);
      return;
    case 'return':
      takeReturn(work, entry);
      return;
    case 'redemption':
      takeRedemption(work, entry);
      return;
    case 'attribute':
      takeAttribute(work, entry);
      return;
    case 'grant':
      applyGrant(work, entry);
      return;
    case 'revocation':
      revoke(work, entry);
      return;
  }
}

/** Entries that give occasion to judge the member. */
const JUDGED: ReadonlySet<TierEntry['kind']> = new Set(['activity', 'redemption', 'attribute']);

/** Lets time pass up to and including an instant. */
export function passTime(work: Work, until: number): void {
  for (;;) {
    if (Number.isNaN(work.due)) lookAhead(work);
    if (work.due > until) break;
    const at = work.due;
    if (work.waiting.length > 0 && judgesAt(work, at)) {
      settleReturns(work, at, null, at - 1);
      continue;
    }
    for (let i = 0; i < CAUSES.length; i += 1) {
      if ((work.times[i] as number) <= at) happen(work, CAUSES[i] as Cause, at);
    }
    if (fallsAtOnce(work)) fallNow(work, { at, by: null, triggered: false });
    work.at = at;
    work.due = Number.NaN;
  }
  if (until > work.at) work.at = until;
}

/** Whether an instant judges the member. */
function judgesAt({ times, versions, version }: Work, at: number): boolean {
  const next = (times[0] as number) <= at ? versions[version + 1] : undefined;
  return next?.policy.change.held === 'judge' || JUDGING.some((i) => (times[i] ?? Number.NaN) <= at);
}

const JUDGING = (['expiry', 'schedule', 'change'] as const).map((cause) => CAUSES.indexOf(cause));

function happen(work: Work, cause: Cause, at: number): void {
  const occasion: Occasion = { at, by: null, triggered: false };
  const { policy } = work.program;
  switch (cause) {
    case 'version':
      changeVersion(work, at);
      if (work.program.policy.change.held === 'judge') landNow(work, occasion);
      return;
    case 'period':
      carryOver(work, occasion);
      return;
    case 'grants':
      endGrants(work, at);
      return;
    case 'expiry':
      if (work.track.extendedFrom <= at) beginExtension(work, at);
      if (work.track.expiresAt <= at) expire(work, at);
      return;
    case 'schedule':
      riseForLife(work, at, null);
      if (policy.downgrade.timing === 'onSchedule') judgeTerm(work, at);
      if (policy.upgrade.timing === 'onSchedule') rise(work, occasion);
      return;
    case 'change':
      judge(work, occasion, renewalTurn(work) <= at);
      return;
    case 'notice':
      notice(work, at);
      return;
  }
}

/** A qualification period has ended. */
function carryOver(work: Work, occasion: Occasion): void {
  const { at } = occasion;
  const carried = carrySurplus(work, at);
  if (work.program.policy.upgrade.timing === 'nextPeriod') rise(work, { ...occasion, measuredAt: at - 1 });
  else if (carried) riseOrRenew(work, occasion);
}

function notice(work: Work, at: number): void {
  const { tier, expiresAt, measuredAt } = work.track;
  const decided = Math.min(at, measuredAt - 1);
  if (!Number.isFinite(expiresAt) || !falls(work) || renewable(work, decided)) return;
  emit(work, {
    kind: 'willExpire',
    tier: nameOf(work, tier),
    expiresAt,
    at,
    by: null,
    version: versionOf(work),
  });
}

/** Judges a member who has just done something, or for whom time has; time renews as whole periods move on. */
export function judge(work: Work, occasion: Occasion, renews = true): void {
  const { policy, notesHighest } = work.program;
  riseForLife(work, occasion.at, occasion.by);
  const atOnce = policy.upgrade.timing === 'immediate';
  if (atOnce && rise(work, occasion)) return;
  if (!atOnce && notesHighest) noteQualified(work, occasion.at);
  const again = renews && policy.renewal.timing === 'onQualifying';
  if (again || work.track.inGrace) renewByQualifying(work, occasion);
  if (fallsAtOnce(work)) fallNow(work, occasion);
}

function takeActivity(work: Work, activity: QualifyingActivity): void {
  const { program } = work;
  const returned = work.returned.size === 0 ? undefined : work.returned.get(activity.id);
  const counted = addRow(work.rows, program, activity, returned);
  if (program.timeBrings.byWindow || fallsAtOnce(work)) work.due = Number.NaN;
  // What counts for nothing, or was taken back since, is no occasion to judge anybody.
  if (!counted || returned === 'all') return;
  judge(work, { at: activity.at, by: activity.id, triggered: true });
}

function takeRedemption(work: Work, { at, id, values }: Redemption): void {
  for (const { metric, of, scale } of work.program.columns) {
    const spent = of !== undefined && Object.hasOwn(values, of) ? (values[of] ?? 0) : 0;
    if (spent > 0) work.adjustments.push({ at, metric, units: -Math.round(spent * scale), kind: 'redeemed' });
  }
  judge(work, { at, by: id, triggered: false });
}

function takeAttribute(work: Work, { attribute, value, at, id }: AttributeChange): void {
  const attributes = new Map(work.attributes);
  if (value === null) attributes.delete(attribute);
  else attributes.set(attribute, value);
  work.attributes = attributes;
  const validity = validityOf(work, work.track.tier);
  if (validity.kind === 'attribute' && validity.attribute === attribute) moveEnd(work, value, at);
  judge(work, { at, by: id, triggered: false });
}

/** The host says when the present term ends; a day that is past ends it now, or when that is judged next. */
function moveEnd(work: Work, value: AttributeChange['value'], at: number): void {
  const { track } = work;
  const day = typeof value === 'string' ? parseIsoDay(value) : undefined;
  const past = day !== undefined && day <= dayOf(work, at);
  const term = past ? { expiresAt: judgedFrom(work, at, at), measuredAt: at } : termOf(work, track.tier, at);
  if (track.tier > 0)
    Object.assign(track, term, {
      extendedFrom: Number.POSITIVE_INFINITY,
      longestUntil: Number.NEGATIVE_INFINITY,
    });
  work.due = Number.NaN;
}

function takeReturn(work: Work, { of, values, at, id }: ActivityReturn): void {
  work.returned = new Map(work.returned).set(of, returnedWith(work.returned.get(of), values));
  recount(work);
  const { clawback } = work.program.policy.returns;
  const atOnce = clawback === 'atOnce' || (clawback === 'ifCausedUpgrade' && work.track.trigger === of);
  if (atOnce || clawback === 'atNextEvaluation') work.waiting = [...work.waiting, of];
  if (atOnce) settleReturns(work, at, id);
}

function returnedWith(before: Returned | undefined, values: ActivityReturn['values']): Returned {
  if (values === undefined || before === 'all') return 'all';
  const sum = new Map(before);
  for (const [name, value] of Object.entries(values)) sum.set(name, (sum.get(name) ?? 0) + value);
  return sum;
}

/** Counts all activity anew; every row keeps its place. */
function recount(work: Work): void {
  const rows = emptyRows(work.program);
  for (const activity of work.rows.activities) {
    addRow(rows, work.program, activity, work.returned.get(activity.id));
  }
  work.rows = rows;
  work.spans = [];
  work.due = Number.NaN;
}

/**
 * Brings tier, counters and expiry to what they would be had the returned activities never been; `until` is the last
 * instant that has been dealt with.
 */
export function settleReturns(work: Work, at: number, by: string | null, until: number = at): void {
  if (work.waiting.length === 0) return;
  const { waiting, track, returned } = work;
  const before = { earned: nameOf(work, track.tier), held: nameOf(work, heldBy(work).tier) };
  const without = enrolled(work.versions, work.starts, work);
  without.returned = returned;
  for (const entry of work.log) if (entry.kind !== 'return') take(without, entry);
  passTime(without, until);
  work.waiting = [];
  work.track = without.track;
  work.grants = without.grants;
  work.lifetime = without.lifetime;
  work.counted = without.counted;
  work.adjustments = without.adjustments;
  work.floor = without.floor;
  work.spans = [];
  work.due = Number.NaN;
  recordEarned(work, at);
  recordHeld(work, at);
  const after = { earned: nameOf(work, work.track.tier), held: nameOf(work, heldBy(work).tier) };
  const sameTerm = before.earned === after.earned && track.expiresAt === work.track.expiresAt;
  if (sameTerm && before.held === after.held) return;
  // What is held may be lost although nothing that was earned in a term is: a tier for life.
  const [from, to] = sameTerm ? [before.held, after.held] : [before.earned, after.earned];
  const { rewards } = work.program.policy.returns;
  for (const of of waiting)
    emit(work, { kind: 'clawedBack', of, from, to, rewards, at, by, version: versionOf(work) });
}
