/** A member's state as plain JSON, and back. */

import { type Problem, show } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result, right } from '../../foundation/result.js';
import { type Path, wrong } from '../check/policy-problem.js';
import type { TierState } from '../history.js';
import type { TierEntry } from '../member.js';
import type { AttributeValue } from '../metric.js';
import type { Program } from '../program.js';
import { shapeProblem } from './accept.js';
import type { Programs } from './ready.js';
import { addRow, emptyRows, type Returned } from './rows.js';
import { nameOf } from './standing.js';
import { type ActiveGrant, newWork, type Track, type Work } from './work.js';

/** What a state keeps besides the log; infinities are written as texts, which JSON can hold, and tiers by their names. */
interface Kept {
  readonly version: string;
  readonly returned: readonly (readonly [string, 'all' | readonly (readonly [string, number])[]])[];
  readonly aliases: readonly (readonly [string, string])[];
  readonly plain: Pick<Work, Exclude<(typeof PLAIN)[number], 'track' | 'grants' | 'lifetime'>> & {
    readonly track: Omit<Track, 'tier' | 'highestHeld' | 'highestOfTerm'> & TrackTiers;
    readonly grants: readonly KeptGrant[];
    /** `null` for none. */
    readonly lifetime: string | null;
  };
}

/** The places of a track by name: a policy may get other tiers, and with them other places. */
interface TrackTiers {
  readonly tier: string;
  readonly highestHeld: string;
  readonly highestOfTerm: string;
}

interface KeptGrant extends Omit<ActiveGrant, 'tier' | 'heldBefore'> {
  readonly tier: string;
  readonly heldBefore: string;
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
  const { track, lifetime, grants } = work;
  const named = (place: number): string => nameOf(work, place);
  const kept = {
    version: work.program.policy.version,
    returned: [...work.returned].map(([id, one]) => [id, one === 'all' ? one : [...one]]),
    aliases: [...work.aliases].map(([name, place]) => [name, named(place)]),
    plain: written({
      ...Object.fromEntries(PLAIN.map((key) => [key, work[key]])),
      track: {
        ...track,
        tier: named(track.tier),
        highestHeld: named(track.highestHeld),
        highestOfTerm: named(track.highestOfTerm),
      },
      lifetime: lifetime === 0 ? null : named(lifetime),
      grants: grants.map((one) => ({ ...one, tier: named(one.tier), heldBefore: named(one.heldBefore) })),
    }),
  };
  const { memberId, enrolledAt, at } = work;
  return { format: 'tier-state@1', ladder, memberId, enrolledAt, at, log: [...work.log], kept };
}

/** The member that a state of these policies describes. */
export function workOf(programs: Programs, ladder: string, state: TierState): Result<Work> {
  if (!isRecord(state)) return left(damaged([], state));
  if (state.format !== 'tier-state@1' || state.ladder !== ladder) return left(notOurs(state, ladder));
  const base = stateOf(newWork(programs.versions, programs.starts, { memberId: '', enrolledAt: 0 }), ladder);
  const broken = brokenAt(state, base);
  if (broken !== undefined) return left(broken);
  const kept = state.kept as unknown as Kept;
  const version = programs.versions.findIndex(({ policy }) => policy.version === kept.version);
  const program = programs.versions[version];
  if (program === undefined) return left(otherVersion(programs, kept.version));
  const plain = read(kept.plain) as Kept['plain'];
  const lost = lostTier(program, kept);
  if (lost !== undefined) return left(otherRules(lost));
  const placed = (tier: string): number => program.placeOf.get(tier) ?? 0;
  const { track, lifetime, grants } = plain;
  const work = newWork(programs.versions, programs.starts, state);
  work.version = version;
  work.program = program;
  work.rows = emptyRows(program);
  work.returned = new Map(kept.returned.map(([id, one]) => [id, returnedOf(one)]));
  work.aliases = new Map(kept.aliases.map(([name, tier]) => [name, placed(tier)]));
  const attributes = new Map<string, AttributeValue>();
  for (const entry of state.log) {
    work.log.push(entry);
    work.ids.add(entry.id);
    if (entry.kind === 'activity') addRow(work.rows, program, entry, work.returned.get(entry.id));
    if (entry.kind === 'attribute' && entry.value === null) attributes.delete(entry.attribute);
    else if (entry.kind === 'attribute' && entry.value !== null) attributes.set(entry.attribute, entry.value);
  }
  work.attributes = attributes;
  Object.assign(work, {
    ...Object.fromEntries(PLAIN.map((key) => [key, plain[key]])),
    track: {
      ...track,
      tier: placed(track.tier),
      highestHeld: placed(track.highestHeld),
      highestOfTerm: placed(track.highestOfTerm),
    },
    lifetime: lifetime === null ? 0 : placed(lifetime),
    grants: grants.map((one) => ({ ...one, tier: placed(one.tier), heldBefore: placed(one.heldBefore) })),
  });
  work.at = state.at;
  return right(work);
}

/** A tier of the state that the policy does not have. */
function lostTier({ placeOf }: Program, { plain, aliases }: Kept): string | undefined {
  const { track, lifetime, grants } = plain;
  const tiers = [
    ...[track.tier, track.highestHeld, track.highestOfTerm],
    ...(lifetime === null ? [] : [lifetime]),
    ...grants.flatMap(({ tier, heldBefore }) => [tier, heldBefore]),
    ...aliases.map(([, tier]) => tier),
  ];
  return tiers.find((tier) => !placeOf.has(tier));
}

/** The first place where a state is not of the shape that states have; `base` is one that is. */
function brokenAt(state: TierState, base: TierState): Problem | undefined {
  const { kept, log } = state;
  const outside = unlike({ ...state, kept: base.kept }, { ...base, log: [] }, []);
  if (outside !== undefined) return damaged(outside, at(state, outside));
  for (let i = 0; i < log.length; i += 1) {
    const shape = shapeProblem(log[i] as TierEntry, ['state', 'log', i]);
    if (shape !== undefined) return shape;
  }
  const inside = unlike(kept, base.kept, ['kept']) ?? unlikeLists(kept as unknown as Kept);
  return inside && damaged(inside, at(state, inside));
}

/** Where a value is not like a model of it: other types, or something left out. A list is any list of objects. */
function unlike(value: unknown, model: unknown, path: Path): Path | undefined {
  if (model === null) return value === null || typeof value === 'string' ? undefined : path;
  if (Array.isArray(model)) return Array.isArray(value) ? undefined : path;
  if (typeof model === 'number' || isInfinity(model))
    return Number.isFinite(value) || isInfinity(value) ? undefined : path;
  if (!isRecord(model)) return typeof value === typeof model ? undefined : path;
  if (!isRecord(value)) return path;
  for (const [key, one] of Object.entries(model)) {
    const found = unlike(Object.hasOwn(value, key) ? value[key] : undefined, one, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where one of the lists holds something else than it should. */
function unlikeLists({ returned, aliases, plain }: Kept): Path | undefined {
  const isPair = (one: unknown): boolean =>
    Array.isArray(one) && one.length === 2 && typeof one[0] === 'string';
  const intervals = { tier: '', source: '', from: 0 };
  const lists: readonly (readonly [Path, readonly unknown[], (one: unknown) => boolean])[] = [
    [['returned'], returned, (one) => isPair(one) && isReturned((one as readonly unknown[])[1])],
    [['aliases'], aliases, (one) => isPair(one) && typeof (one as readonly unknown[])[1] === 'string'],
    ...(
      [
        ['adjustments', { at: 0, metric: '', units: 0, kind: '' }],
        ['grants', { grant: { id: '', at: 0 }, tier: '', mode: '', source: '', until: 0, heldBefore: '' }],
        ['intervals', intervals],
        ['counted', intervals],
        ['earned', intervals],
        ['events', { kind: '', at: 0, version: '' }],
        ['waiting', ''],
      ] as const
    ).map(
      ([key, model]) =>
        [['plain', key], plain[key], (one: unknown) => unlike(one, model, []) === undefined] as const,
    ),
  ];
  for (const [path, list, fits] of lists) {
    const index = list.findIndex((one) => !fits(one));
    if (index >= 0) return ['kept', ...path, index];
  }
  const empty = (['intervals', 'counted', 'earned'] as const).find((key) => plain[key].length === 0);
  return empty && ['kept', 'plain', empty];
}

function isInfinity(value: unknown): boolean {
  return isRecord(value) && (value['infinity'] === 1 || value['infinity'] === -1);
}

function isReturned(one: unknown): boolean {
  if (one === 'all') return true;
  return (
    Array.isArray(one) &&
    one.every((pair) => Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number')
  );
}

function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

function damaged(path: Path, found: unknown): Problem {
  const type = {
    en: 'state as startTier and advanceTier give it; replay the log instead',
    zh: 'startTier 与 advanceTier 给出的状态（否则请重放全部记录）',
  };
  return wrong('damagedState', ['state', ...path], type, found);
}

/** The state names a tier that the policy of its version does not have. */
function otherRules(tier: string): Problem {
  const type = {
    en: 'state whose tiers the policy has; this one was made by other rules, replay the log',
    zh: '等级均属于该方案的状态（此状态由其他规则生成，请重放全部记录）',
  };
  return wrong('otherRules', ['state', 'kept'], type, tier);
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
