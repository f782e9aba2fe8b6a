/** A member's state as plain JSON, and back. */

import { type Problem, show } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { TierState } from '../history.js';
import type { AttributeValue } from '../metric.js';
import type { Programs } from './ready.js';
import { addRow, emptyRows, type Returned } from './rows.js';
import { newWork, type Work } from './work.js';

/** What a state keeps besides the log; infinities are written as texts, which JSON can hold. */
interface Kept {
  readonly version: string;
  readonly returned: readonly (readonly [string, 'all' | readonly (readonly [string, number])[]])[];
  readonly aliases: readonly (readonly [string, number])[];
  readonly plain: Pick<Work, (typeof PLAIN)[number]>;
}

const PLAIN = [
  'adjustments',
  'floor',
  'track',
  'grants',
  'lifetime',
  'intervals',
  'counted',
  'earned',
  'events',
  'waiting',
] as const;

export function stateOf(work: Work, ladder: string): TierState {
  const kept = {
    version: work.program.policy.version,
    returned: [...work.returned].map(([id, one]) => [id, one === 'all' ? one : [...one]]),
    aliases: [...work.aliases],
    plain: written(Object.fromEntries(PLAIN.map((key) => [key, work[key]]))),
  };
  const { memberId, enrolledAt, at } = work;
  return { format: 'tier-state@1', ladder, memberId, enrolledAt, at, log: [...work.log], kept };
}

/** The member that a state of these policies describes. */
export function workOf(programs: Programs, ladder: string, state: TierState): Result<Work> {
  if (state.format !== 'tier-state@1' || state.ladder !== ladder) return left(notOurs(state, ladder));
  const kept = state.kept as unknown as Kept;
  const version = programs.versions.findIndex(({ policy }) => policy.version === kept.version);
  const program = programs.versions[version];
  if (program === undefined) return left(otherVersion(programs, kept.version));
  const work = newWork(programs.versions, programs.starts, state);
  work.version = version;
  work.program = program;
  work.rows = emptyRows(program);
  work.returned = new Map(kept.returned.map(([id, one]) => [id, returnedOf(one)]));
  work.aliases = new Map(kept.aliases);
  const attributes = new Map<string, AttributeValue>();
  for (const entry of state.log) {
    work.log.push(entry);
    work.ids.add(entry.id);
    if (entry.kind === 'activity') addRow(work.rows, program, entry, work.returned.get(entry.id));
    if (entry.kind === 'attribute' && entry.value === null) attributes.delete(entry.attribute);
    else if (entry.kind === 'attribute' && entry.value !== null) attributes.set(entry.attribute, entry.value);
  }
  work.attributes = attributes;
  Object.assign(work, read(kept.plain));
  work.at = state.at;
  return right(work);
}

function returnedOf(one: Kept['returned'][number][1]): Returned {
  return one === 'all' ? one : new Map(one);
}

function notOurs(state: TierState, ladder: string): Problem {
  const type = { en: `state of a member on ladder "${ladder}"`, zh: `等级体系“${ladder}”上的会员状态` };
  return {
    code: 'otherState',
    path: ['state'],
    expected: { kind: 'type', type },
    found: show(`${state.format} ${state.ladder}`),
  };
}

function otherVersion({ versions }: Programs, found: string): Problem {
  const values = versions.map(({ policy }) => policy.version);
  return {
    code: 'otherVersion',
    path: ['state', 'kept', 'version'],
    expected: { kind: 'oneOf', values },
    found: show(found),
  };
}

const INFINITIES = new Map<unknown, unknown>([
  [Number.POSITIVE_INFINITY, { infinity: 1 }],
  [Number.NEGATIVE_INFINITY, { infinity: -1 }],
]);

/** A copy without infinities. */
function written(value: unknown): unknown {
  const infinity = INFINITIES.get(value);
  if (infinity !== undefined) return infinity;
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, written(one)]));
}

/** A copy with infinities again. */
function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object' || value === null) return value;
  if ('infinity' in value) return Number(value.infinity) * Number.POSITIVE_INFINITY;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, read(one)]));
}
