/** What a member of the right shape can still get wrong, whatever the policy. */
import type { Problem } from '../../foundation/problem.js';
import type { TierEntry, TierMember } from '../member.js';
import { type Path, problem, wrong } from './policy-problem.js';

/** Problems that no policy and no order of entries can do away with; none means that a replay can begin. */
export function checkMember({ log }: TierMember): readonly Problem[] {
  const kinds = new Map(log.map(({ id, kind }) => [id, kind]));
  return [...checkIds(log), ...log.flatMap((entry, i) => checkEntry(entry, ['log', i], kinds))];
}

/**
 * One id for two entries that say different things. An entry that came twice says nothing new: a replay takes in the
 * first and names the second among those it rejected.
 */
function checkIds(log: readonly TierEntry[]): readonly Problem[] {
  const first = new Map<string, TierEntry>();
  return log.flatMap((entry, i) => {
    const before = first.get(entry.id);
    if (before === undefined) first.set(entry.id, entry);
    if (before === undefined || saysTheSame(before, entry)) return [];
    const of = { en: 'entry id', zh: '记录编号' };
    return [problem('repeated', ['log', i, 'id'], { kind: 'unique', of }, entry.id)];
  });
}

/** Whether two entries are one, whenever each became known. */
function saysTheSame({ recordedAt: _, ...a }: TierEntry, { recordedAt: __, ...b }: TierEntry): boolean {
  return isEqual(a, b);
}

/** Equal as JSON, whatever the order of keys. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

function checkEntry(
  entry: TierEntry,
  path: Path,
  kinds: ReadonlyMap<string, TierEntry['kind']>,
): readonly Problem[] {
  switch (entry.kind) {
    case 'activity':
    case 'redemption':
      return checkAmounts(entry.values, path);
    case 'return':
      return [...checkTaken(entry.of, 'activity', path, kinds), ...checkAmounts(entry.values, path)];
    case 'revocation':
      return checkTaken(entry.of, 'grant', path, kinds);
    case 'grant':
      return checkEnd(entry, path);
    case 'attribute':
      return [];
  }
}

function checkAmounts(values: Readonly<Record<string, number>> | undefined, path: Path): readonly Problem[] {
  return Object.entries(values ?? {}).flatMap(([name, value]) =>
    value < 0 ? [problem('negative', [...path, 'values', name], { kind: 'range', min: 0 }, value)] : [],
  );
}

/** An entry takes back one that is there, and of the kind that it can take back. */
function checkTaken(
  of: string,
  wanted: 'activity' | 'grant',
  path: Path,
  kinds: ReadonlyMap<string, TierEntry['kind']>,
): readonly Problem[] {
  if (kinds.get(of) === wanted) return [];
  const { code, type } = TAKEN[wanted];
  return [wrong(code, [...path, 'of'], type, of)];
}

const TAKEN = {
  activity: {
    code: 'unknownActivity',
    type: { en: 'id of an activity of the log', zh: '记录中某项活动的编号' },
  },
  grant: { code: 'unknownGrant', type: { en: 'id of a grant of the log', zh: '记录中某项授予的编号' } },
} as const;

function checkEnd({ at, until }: Extract<TierEntry, { kind: 'grant' }>, path: Path): readonly Problem[] {
  if (until === undefined || until > at) return [];
  const type = { en: 'instant after the beginning', zh: '晚于开始时间的时间' };
  return [wrong('outOfRange', [...path, 'until'], type, new Date(until))];
}
