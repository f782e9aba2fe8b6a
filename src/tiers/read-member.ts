/** The times of a member from JSON: as they were written, to instants of the policy's zone. */
import type { ZoneClock } from '../foundation/civil.js';
import { isInstant, parseIso } from '../foundation/instant.js';
import type { Problem } from '../foundation/problem.js';
import { type Result, unless } from '../foundation/result.js';
import { type Path, problem } from './check/policy-problem.js';
import type { TierEntry, TierMember } from './member.js';
import type { WrittenEntry, WrittenMember } from './stored/member/schema.js';

/** The member with every time as epoch milliseconds, or all times that are none. */
export function readTimes(written: WrittenMember, clock: ZoneClock): Result<TierMember> {
  const problems: Problem[] = [];
  const time = (value: number | string, path: Path): number => {
    const at = instantOf(value, path, clock);
    if (typeof at === 'number') return at;
    problems.push(at);
    return 0;
  };
  const enrolledAt = time(written.enrolledAt, ['enrolledAt']);
  const log = written.log.map((entry, i) => withTimes(entry, (value, key) => time(value, ['log', i, key])));
  return unless(problems, () => ({ memberId: written.memberId, enrolledAt, log }));
}

type Key = 'at' | 'recordedAt' | 'until';

function withTimes(entry: WrittenEntry, time: (value: number | string, key: Key) => number): TierEntry {
  const { recordedAt, until } = entry;
  const read = {
    ...withoutMinus(entry),
    at: time(entry.at, 'at'),
    ...(recordedAt === undefined ? {} : { recordedAt: time(recordedAt, 'recordedAt') }),
    ...(until === undefined ? {} : { until: time(until, 'until') }),
  };
  // The schema has seen that it is an entry of its kind but for its times, which are numbers now.
  return read as TierEntry;
}

/** Minus zero, wherever a host wrote it, is zero: what is stored and read again stays the same. */
function withoutMinus<A>(value: A): A;
function withoutMinus(value: unknown): unknown {
  if (typeof value === 'number') return value + 0;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutMinus);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutMinus(one)]));
}

/** A day means its first instant. */
function instantOf(value: number | string, path: Path, clock: ZoneClock): number | Problem {
  const written = typeof value === 'number' ? { kind: 'instant' as const, at: value } : parseIso(value);
  if (written === undefined) return problem('notADate', path, FORM, value);
  if (written.kind === 'instant')
    return isInstant(written.at) ? written.at + 0 : problem('notADate', path, FORM, value);
  if (written.kind === 'day') return clock.startOf(written.day);
  const local = clock.instantsOf(written.day, written.millisecondOfDay);
  if (local.kind === 'single') return local.at;
  const code = local.kind === 'skipped' ? 'skippedTime' : 'repeatedTime';
  return problem(code, path, { kind: 'singleLocalTime', zone: clock.zone }, value);
}

const FORM: Problem['expected'] = {
  kind: 'form',
  form: {
    en: '2025-12-31, 2025-12-31T23:59 or 2025-12-31T23:59:59Z, or given as epoch milliseconds',
    zh: '2025-12-31、2025-12-31T23:59 或 2025-12-31T23:59:59Z，或以毫秒时间戳给出',
  },
};
