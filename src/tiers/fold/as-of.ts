/** A member as of an instant: the question read, the log sorted, checked and taken in. */
import { type AsOf, instantOf, isInstant } from '../../foundation/instant.js';
import { compareText } from '../../foundation/ordering.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { type Path, problem, wrong } from '../check/policy-problem.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import type { RejectedEntry } from '../history.js';
import type { TierEntry, TierMember } from '../member.js';
import { entryProblem, shapeProblem } from './accept.js';
import { type Programs, programsOf } from './ready.js';
import { enrolled, passTime, take } from './take.js';
import type { Work } from './work.js';

/** Up to when, and as known when. */
export interface Moment {
  readonly asOf: AsOf;
  readonly knownAsOf?: AsOf;
}

/** A member with everything taken in up to an instant. */
export interface WorkAsOf {
  readonly work: Work;
  readonly asOf: number;
  readonly rejected: readonly RejectedEntry[];
}

export function workAsOf(tiers: CompiledTiers, member: TierMember, moment: Moment): Result<WorkAsOf> {
  const wrongArgument = tiersProblem(tiers) ?? memberProblem(member);
  if (wrongArgument !== undefined) return left(wrongArgument);
  const programs = programsOf(tiers);
  const asOf = askedAt(programs, member.enrolledAt, moment.asOf);
  if (asOf._tag === 'Left') return asOf;
  const known = knownBy(programs, moment);
  if (known._tag === 'Left') return known;
  const work = enrolled(programs.versions, programs.starts, member);
  const rejected = takeAll(work, member.log, asOf.right, known.right);
  passTime(work, asOf.right);
  return right({ work, asOf: asOf.right, rejected });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Something else than what `compileTiers` gives, such as its Result. */
export function tiersProblem(tiers: unknown, path: Path = ['tiers']): Problem | undefined {
  if (isObject(tiers) && Array.isArray(Reflect.get(tiers, 'versions'))) return undefined;
  const type =
    isObject(tiers) && '_tag' in tiers
      ? {
          en: 'compiled policy, not a Result of one: unwrap it with orThrow',
          zh: '编译后的方案本身，而非其 Result（请先用 orThrow 取出）',
        }
      : { en: 'policy as compileTiers gives it', zh: 'compileTiers 给出的方案' };
  return wrong('notCompiled', path, type, tiers);
}

/** Something else than an object. */
export function objectProblem(value: unknown, path: Path): Problem | undefined {
  return isObject(value) ? undefined : problem('wrongType', path, { kind: 'type', type: 'object' }, value);
}

/** Something else than a member. */
export function memberProblem(member: TierMember): Problem | undefined {
  const noObject = objectProblem(member, ['member']);
  if (noObject !== undefined || Array.isArray(member.log)) return noObject;
  return problem('wrongType', ['member', 'log'], { kind: 'type', type: 'array' }, member.log);
}

/** Paths are given where there is a problem: most entries have none. */
const HERE: Problem['path'] = [];

function takeAll(
  work: Work,
  log: readonly TierEntry[],
  asOf: number,
  known: number,
): readonly RejectedEntry[] {
  const rejected: RejectedEntry[] = [];
  const reject = (index: number, one: Problem): void => {
    const path = ['log', index, ...one.path];
    rejected.push({ index, id: idOf(log[index]), problem: { ...one, path } });
  };
  const order = isInOrder(log) ? undefined : inOrder(log, reject);
  const size = order?.length ?? log.length;
  for (let i = 0; i < size; i += 1) {
    const index = order === undefined ? i : (order[i] as number);
    const entry = log[index] as TierEntry;
    if (entry.at > asOf) break;
    if ((entry.recordedAt ?? entry.at) > known) continue;
    passTime(work, Math.max(entry.at, work.enrolledAt));
    const refused = entryProblem(work, entry, HERE);
    if (refused === undefined) take(work, entry);
    else reject(index, refused);
  }
  return rejected.length < 2 ? rejected : rejected.sort((a, b) => a.index - b.index);
}

/** Whether all entries are of the right shape, and by time and id: most logs are. */
function isInOrder(log: readonly TierEntry[]): boolean {
  let last: TierEntry | undefined;
  for (let index = 0; index < log.length; index += 1) {
    const entry = log[index] as TierEntry;
    if (shapeProblem(entry, HERE) !== undefined) return false;
    if (last !== undefined && last.at >= entry.at && compareEntries(last, entry) > 0) return false;
    last = entry;
  }
  return true;
}

/** The indices of entries of the right shape, by time and id. */
function inOrder(
  log: readonly TierEntry[],
  reject: (index: number, problem: Problem) => void,
): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < log.length; index += 1) {
    const shape = shapeProblem(log[index] as TierEntry, HERE);
    if (shape === undefined) indices.push(index);
    else reject(index, shape);
  }
  return indices.sort((a, b) => compareEntries(log[a] as TierEntry, log[b] as TierEntry) || a - b);
}

export function compareEntries(a: TierEntry, b: TierEntry): number {
  return a.at - b.at || compareText(a.id, b.id);
}

function idOf(entry: unknown): string {
  const id: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'id') : undefined;
  return typeof id === 'string' ? id : '';
}

export function enrolmentProblems(enrolledAt: number): readonly Problem[] {
  if (isInstant(enrolledAt)) return [];
  const type = { en: 'instant in whole epoch milliseconds', zh: '整数毫秒时间戳' };
  return [wrong('wrongType', ['enrolledAt'], type, enrolledAt)];
}

/** The instant that is asked about, which must have rules. */
export function askedAt(programs: Programs, enrolledAt: number, asOf: AsOf): Result<number> {
  const [wrongEnrolment] = enrolmentProblems(enrolledAt);
  if (wrongEnrolment !== undefined) return left(wrongEnrolment);
  const clock = programs.versions.at(-1)?.clock;
  const at = clock === undefined ? right(Number.NaN) : instantOf(asOf, clock);
  if (at._tag === 'Left') return at;
  if (at.right < enrolledAt) return left(tooEarly(enrolledAt, at.right));
  const ended = endedProblem(programs, at.right, ['asOf']);
  return ended === undefined ? at : left(ended);
}

/** An instant at which no policy is in force any more. */
export function endedProblem(programs: Programs, at: number, path: Path): Problem | undefined {
  if (at < programs.end) return undefined;
  const end = new Date(programs.end).toISOString();
  const type = { en: `time before the policies end, ${end}`, zh: `早于方案终止时间 ${end} 的时间` };
  return wrong('noPolicyInForce', path, type, new Date(at));
}

export function tooEarly(since: number, asOf: number): Problem {
  const from = new Date(since).toISOString();
  const type = { en: `time from ${from} on`, zh: `不早于 ${from} 的时间` };
  return wrong('tooEarly', ['asOf'], type, new Date(asOf));
}

function knownBy(programs: Programs, { knownAsOf }: Moment): Result<number> {
  const clock = programs.versions.at(-1)?.clock;
  if (knownAsOf === undefined || clock === undefined) return right(Number.POSITIVE_INFINITY);
  const at = instantOf(knownAsOf, clock);
  if (at._tag === 'Right') return at;
  return left(problem('notAnInstant', ['knownAsOf'], at.left[0].expected, knownAsOf));
}
