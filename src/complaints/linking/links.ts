/** Which cases were merged into which, from their logs. */
import { wrong } from '../../foundation/make-problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { noLogs } from '../log/no-log.js';
import { textIn } from '../log/read-data.js';
import type { CaseEvent } from '../workflow/case.js';

type Log = readonly CaseEvent[];

/** A case merged into another: what it says of itself. */
export interface MergeLink {
  readonly caseId: string;
  readonly primaryId: string;
  readonly at: number;
  readonly eventId: string;
}

/**
 * The merge in which a case stands: its last `MARK_DUPLICATE`, unless an `UNMERGE` came after it.
 *
 * @example
 * ```ts
 * import { mergeOf } from 'clientele/complaints';
 *
 * mergeOf([]); // => undefined
 * ```
 */
export function mergeOf(log: Log): MergeLink | undefined {
  const last = log.findLast(({ type }) => type === 'MARK_DUPLICATE' || type === 'UNMERGE');
  if (last?.type !== 'MARK_DUPLICATE') return undefined;
  const primaryId = textIn(last.data, 'primaryId');
  return primaryId === undefined
    ? undefined
    : { caseId: last.caseId, primaryId, at: last.at, eventId: last.id };
}

/**
 * The case that answers for another: itself, or the primary that it was merged into, through any number of merges. What
 * is told to a merged case later (a message, a call) belongs there.
 *
 * Problems: a case merged into itself, cases merged in a circle, a case or primary whose log was not handed over, what is no
 * list of logs.
 *
 * @example
 * ```ts
 * import { orThrow, primaryOf } from 'clientele/complaints';
 *
 * const event = {
 *   type: 'RECEIVE', id: 'e1', at: 0, by: { id: 'ann', role: 'agent' }, data: {},
 *   caseId: 'c1', revision: 1, workflow: 'complaint@1', transition: 'opening', from: null, to: 'received',
 * };
 *
 * orThrow(primaryOf('c1', [[event]])); // => 'c1'
 * primaryOf('c2', [[event]])._tag; // => 'Left'
 * ```
 */
export function primaryOf(caseId: string, logs: readonly Log[]): Result<string> {
  const unusable = noLogs(logs);
  return unusable === undefined ? primaryAmong(caseId, logsById(logs)) : left(unusable);
}

function primaryAmong(caseId: string, byId: ReadonlyMap<string, Log>): Result<string> {
  const way = [caseId];
  let now = caseId;
  for (;;) {
    const log = byId.get(now);
    if (log === undefined) {
      const type = { en: 'log of the case', zh: '个案日志' };
      return left(wrong('unknownCase', way.slice(1), type, now));
    }
    const primaryId = mergeOf(log)?.primaryId;
    if (primaryId === undefined) return right(now);
    if (primaryId === now) {
      const type = { en: 'another case', zh: '另一个案' };
      return left(wrong('selfMerge', [...way, 'primaryId'], type, primaryId));
    }
    if (way.includes(primaryId)) {
      const type = { en: 'case that was not merged into this one', zh: '未并入本案的个案' };
      return left(wrong('mergeCycle', [...way, 'primaryId'], type, primaryId));
    }
    way.push(primaryId);
    now = primaryId;
  }
}

/** Whether merging a case into a primary would be a merge into itself or a circle. */
export function wouldCycle(caseId: string, primaryId: string, logs: readonly Log[]): boolean {
  if (caseId === primaryId) return true;
  const byId = logsById(logs);
  const seen = new Set<string>();
  for (let now: string | undefined = primaryId; now !== undefined && !seen.has(now); ) {
    if (now === caseId) return true;
    seen.add(now);
    now = mergeOf(byId.get(now) ?? [])?.primaryId;
  }
  return false;
}

/**
 * The logs of a primary and of every case that stands merged into it, however indirectly: the primary first, the others in
 * the order handed over.
 *
 * @example
 * ```ts
 * import { caseGroup } from 'clientele/complaints';
 *
 * caseGroup('c1', [])._tag; // => 'Left'
 * ```
 */
export function caseGroup(caseId: string, logs: readonly Log[]): Result<readonly Log[]> {
  const unusable = noLogs(logs);
  if (unusable !== undefined) return left(unusable);
  const byId = logsById(logs);
  const primary = primaryAmong(caseId, byId);
  if (primary._tag === 'Left') return primary;
  const members = [...byId].filter(([id]) => {
    const found = primaryAmong(id, byId);
    return id !== primary.right && found._tag === 'Right' && found.right === primary.right;
  });
  return right([byId.get(primary.right) ?? [], ...members.map(([, log]) => log)]);
}

/**
 * The log of a primary case as its clocks have to read it: received when the first case of the group was, and
 * acknowledged when any of them was. Hand it to `projectClocks` in place of the primary's own. The opening and the
 * acknowledgements of the merged cases are rewritten for this one purpose: it is no history to replay. A case that
 * nothing was merged into gives its own log; an unmerged one no longer counts.
 *
 * @example
 * ```ts
 * import { mergedLog, orThrow } from 'clientele/complaints';
 *
 * const opening = {
 *   type: 'RECEIVE', id: 'e1', at: 0, by: { id: 'ann', role: 'agent' }, data: { receivedAt: 0 },
 *   caseId: 'c1', revision: 1, workflow: 'complaint@1', transition: 'opening', from: null, to: 'received',
 * };
 *
 * orThrow(mergedLog('c1', [[opening]])); // => [opening]
 * ```
 */
export function mergedLog(caseId: string, logs: readonly Log[]): Result<Log> {
  const group = caseGroup(caseId, logs);
  if (group._tag === 'Left') return group;
  const [own = [], ...others] = group.right;
  const [opening] = own;
  const openings = group.right.flatMap((log) => log[0] ?? []);
  if (opening === undefined || others.length === 0) return right(own);
  const at = Math.min(...openings.map((one) => one.at));
  const received = openings.flatMap(({ data }) => {
    const { receivedAt } = data;
    return typeof receivedAt === 'number' ? [receivedAt] : [];
  });
  const data = received.length === 0 ? opening.data : { ...opening.data, receivedAt: Math.min(...received) };
  const rest = own.slice(1);
  const acknowledged = others.flatMap((log) =>
    log.filter(({ type }) => type === 'ACKNOWLEDGE').map((event) => asOwn(event, opening, rest)),
  );
  const inOrder = [...rest, ...acknowledged].toSorted((a, b) => a.at - b.at);
  return right([{ ...opening, at, data }, ...inOrder]);
}

/** An event of another case, as one that leaves the primary where it stood then. */
function asOwn(event: CaseEvent, opening: CaseEvent, rest: Log): CaseEvent {
  const state = rest.findLast(({ at }) => at <= event.at)?.to ?? opening.to;
  return {
    ...event,
    id: `${event.caseId}/${event.id}`,
    caseId: opening.caseId,
    data: { ...event.data },
    from: state,
    to: state,
  };
}

/** What the cases merged into an archived primary are told; feed each to its case. */
export interface ArchiveNotice {
  readonly caseId: string;
  readonly type: 'PRIMARY_ARCHIVED';
  readonly id: string;
  readonly at: number;
  readonly by: { readonly id: 'system'; readonly role: 'system' };
  readonly data: { readonly primaryId: string; readonly outcomeCopied: boolean };
}

/**
 * The command `PRIMARY_ARCHIVED` for every case that stands merged directly into a primary that is archived; none while it is
 * not. `outcomeCopied` says whether the host has copied the outcome to them.
 *
 * @example
 * ```ts
 * import { archiveNotices } from 'clientele/complaints';
 *
 * archiveNotices([], [], 'outcomeCopied'); // => []
 * ```
 */
export function archiveNotices(
  primary: Log,
  logs: readonly Log[],
  outcome: 'outcomeCopied' | 'outcomeNotCopied',
): readonly ArchiveNotice[] {
  const last = primary.at(-1);
  if (last?.to !== 'archived') return [];
  return logs.flatMap((log) => {
    const link = mergeOf(log);
    if (link?.primaryId !== last.caseId || log.at(-1)?.to !== 'merged') return [];
    return [
      {
        caseId: link.caseId,
        type: 'PRIMARY_ARCHIVED',
        id: `${link.caseId}/PRIMARY_ARCHIVED/${last.id}`,
        at: Math.max(last.at, log.at(-1)?.at ?? last.at),
        by: { id: 'system', role: 'system' },
        data: { primaryId: last.caseId, outcomeCopied: outcome === 'outcomeCopied' },
      } as const,
    ];
  });
}

function logsById(logs: readonly Log[]): ReadonlyMap<string, Log> {
  return new Map(logs.flatMap((log) => (log[0] === undefined ? [] : [[log[0].caseId, log] as const])));
}

/** What has happened to a case besides its own way: merged and unmerged, reopened, referred outside and back. */
export interface CaseCrossing {
  readonly kind:
    | 'merged'
    | 'unmerged'
    | 'reopened'
    | 'referred'
    | 'decidedOutside'
    | 'settled'
    | 'backFromOutside';
  readonly at: number;
  readonly eventId: string;
  /** The other case, or the external body. */
  readonly with?: string;
}

const CROSSINGS: Readonly<Record<string, readonly [CaseCrossing['kind'], field?: string]>> = {
  MARK_DUPLICATE: ['merged', 'primaryId'],
  UNMERGE: ['unmerged'],
  REOPEN: ['reopened'],
  APPEAL_SCOPE: ['reopened'],
  REFER_EXTERNAL: ['referred', 'body'],
  EXTERNAL_DECISION: ['decidedOutside'],
  SETTLE: ['settled'],
  EXTERNAL_WITHDRAWN: ['backFromOutside'],
};

/**
 * Merges, reopenings and referrals in the life of a case, in order.
 *
 * @example
 * ```ts
 * import { caseCrossings } from 'clientele/complaints';
 *
 * caseCrossings([]); // => []
 * ```
 */
export function caseCrossings(log: Log): readonly CaseCrossing[] {
  return log.flatMap(({ type, at, id, data }) => {
    const [kind, field] = (Object.hasOwn(CROSSINGS, type) ? CROSSINGS[type] : undefined) ?? [];
    if (kind === undefined) return [];
    const other = field === undefined ? undefined : textIn(data, field);
    return [{ kind, at, eventId: id, ...(other === undefined ? {} : { with: other }) }];
  });
}
