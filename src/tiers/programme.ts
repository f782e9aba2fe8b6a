/** Several ladders of tiers in one programme: independent of each other, fed by the same entries. */
import type { Problem } from '../foundation/problem.js';
import { left, type Result, right, unless } from '../foundation/result.js';
import { problem, wrong } from './check/policy-problem.js';
import { type CompiledTiers, compileTiers } from './evaluate/compile.js';
import { memberProblem, tiersProblem } from './fold/as-of.js';
import type { RejectedEntry, TierHistory } from './history.js';
import type { StatusGrant, TierEntry, TierMember } from './member.js';
import type { TierPolicy } from './model.js';
import { type ReplayOptions, replayTiers } from './replay.js';

/** The ladders of one programme, made ready by `compileProgramme`. */
export interface TierProgramme {
  /** In the order of their first policies; each name once. */
  readonly ladders: readonly CompiledTiers[];
}

/**
 * Makes the policies of a programme ready: those of one `ladder` are versions of each other, ladders are independent
 * (a status ladder and a coffee club; the grade and the VIP of the source material, AMB-46).
 *
 * A `Left` lists what `compileTiers` says of each ladder; paths begin with the index of the policy in `policies`.
 *
 * @example
 * ```ts
 * import { compileProgramme, gradeTiers, orThrow, vipTiers } from 'clientele/tiers';
 *
 * orThrow(compileProgramme([gradeTiers(), vipTiers()])).ladders.map(({ ladder }) => ladder); // => ['grade', 'vip']
 * ```
 */
export function compileProgramme(policies: readonly TierPolicy[]): Result<TierProgramme> {
  const groups = new Map<string, { readonly policy: TierPolicy; readonly index: number }[]>();
  policies.forEach((policy, index) => {
    const group = groups.get(policy.ladder);
    if (group === undefined) groups.set(policy.ladder, [{ policy, index }]);
    else group.push({ policy, index });
  });
  const problems: Problem[] = [];
  if (groups.size === 0)
    problems.push(problem('missing', [], { kind: 'type', type: { en: 'policy', zh: '方案' } }, policies));
  const ladders = [...groups.values()].flatMap((group): readonly CompiledTiers[] => {
    const compiled = compileTiers(group.map(({ policy }) => policy));
    if (compiled._tag === 'Right') return [compiled.right];
    problems.push(...compiled.left.map((one) => ({ ...one, path: pathIn(one.path, group) })));
    return [];
  });
  return unless(problems, () => ({ ladders }));
}

/** The place of a policy among the versions of its ladder, as its place in the programme. */
function pathIn(path: Problem['path'], group: readonly { readonly index: number }[]): Problem['path'] {
  const [version, ...rest] = path;
  const index = typeof version === 'number' ? group[version]?.index : undefined;
  return index === undefined ? path : [index, ...rest];
}

/**
 * The history of a member on every ladder, by the ladder's name (an object without a prototype: any name is safe).
 * Every entry goes to every ladder, whose filters say what counts there; but a grant, and its revocation, only to the
 * `ladder` it names, or else the one that has its offer, or its tier where it names no offer. A tier that several
 * ladders have does not say which one is meant: such a grant is rejected on each of them (`severalLadders`).
 *
 * A `Left` where the question itself is wrong on some ladder, as for `replayTiers`; its path begins with the ladder.
 *
 * @example
 * ```ts
 * import { compileProgramme, gradeTiers, orThrow, replayProgramme, vipTiers } from 'clientele/tiers';
 *
 * const programme = orThrow(compileProgramme([gradeTiers(), vipTiers()]));
 * const ann = {
 *   memberId: 'ann',
 *   enrolledAt: Date.UTC(2025, 0, 15),
 *   log: [{ kind: 'attribute', id: '1', at: Date.UTC(2025, 1, 3), attribute: 'score', value: 24 }],
 * } as const;
 * const histories = orThrow(replayProgramme(programme, ann, { asOf: '2025-12-31' }));
 *
 * [histories['grade']?.standing.tier, histories['vip']?.standing.tier]; // => ['S', 'ordinary']
 * ```
 */
export function replayProgramme(
  programme: TierProgramme,
  member: TierMember,
  options: ReplayOptions,
): Result<Readonly<Record<string, TierHistory>>> {
  const wrongArgument = programmeProblem(programme) ?? memberProblem(member);
  if (wrongArgument !== undefined) return left(wrongArgument);
  const histories: Record<string, TierHistory> = Object.create(null);
  const problems: Problem[] = [];
  const addressed = addressees(programme.ladders, member.log);
  for (const tiers of programme.ladders) {
    const history = replayOn(tiers, member, options, addressed);
    if (history._tag === 'Right') histories[tiers.ladder] = history.right;
    else problems.push(...history.left.map((one) => ({ ...one, path: [tiers.ladder, ...one.path] })));
  }
  return unless(problems, () => histories);
}

/** Something else than what `compileProgramme` gives, such as its Result. */
function programmeProblem(programme: unknown): Problem | undefined {
  const ladders: unknown = isObject(programme) ? Reflect.get(programme, 'ladders') : undefined;
  if (Array.isArray(ladders)) {
    const wrongAt = ladders.findIndex((one) => tiersProblem(one) !== undefined);
    return wrongAt < 0 ? undefined : tiersProblem(ladders[wrongAt], ['programme', 'ladders', wrongAt]);
  }
  const type =
    isObject(programme) && '_tag' in programme
      ? {
          en: 'compiled programme, not a Result of one: unwrap it with orThrow',
          zh: '编译后的会员计划本身，而非其 Result（请先用 orThrow 取出）',
        }
      : { en: 'programme as compileProgramme gives it', zh: 'compileProgramme 给出的会员计划' };
  return wrong('notCompiled', ['programme'], type, programme);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Which ladders know what a grant gives, by the id of the grant; grants that none knows are left out. */
type Addressees = ReadonlyMap<string, readonly CompiledTiers[]>;

function addressees(ladders: readonly CompiledTiers[], log: readonly TierEntry[]): Addressees {
  const found = new Map<string, readonly CompiledTiers[]>();
  for (const entry of log) {
    if (entry?.kind !== 'grant') continue;
    const named = ladders.filter(({ ladder }) => ladder === entry.ladder);
    const knowing = entry.ladder === undefined ? ladders.filter((tiers) => knows(tiers, entry)) : named;
    if (knowing.length > 0) found.set(entry.id, knowing);
  }
  return found;
}

function knows({ versions }: CompiledTiers, { offer, tier }: StatusGrant): boolean {
  return versions.some(({ policy, places }) =>
    offer === undefined ? tier !== undefined && places.has(tier) : Object.hasOwn(policy.offers, offer),
  );
}

function replayOn(
  tiers: CompiledTiers,
  member: TierMember,
  options: ReplayOptions,
  addressed: Addressees,
): Result<TierHistory> {
  if (addressed.size === 0) return replayTiers(tiers, member, options);
  const indices: number[] = [];
  const unclear: RejectedEntry[] = [];
  member.log.forEach((entry, index) => {
    const grant = entry?.kind === 'grant' ? entry.id : entry?.kind === 'revocation' ? entry.of : undefined;
    const to = grant === undefined ? undefined : addressed.get(grant);
    if (to === undefined || (to.length === 1 && to[0] === tiers)) indices.push(index);
    else if (to.includes(tiers) && entry.kind === 'grant') unclear.push(severalLadders(entry, index, to));
  });
  const log = indices.map((index) => member.log[index] as TierEntry);
  const history = replayTiers(tiers, { ...member, log }, options);
  if (history._tag === 'Left') return history;
  const rejected = history.right.rejected.map((one): RejectedEntry => {
    const index = indices[one.index] ?? one.index;
    const path = one.problem.path.map((step, i) => (i === 1 ? index : step));
    return { ...one, index, problem: { ...one.problem, path } };
  });
  return right({
    ...history.right,
    rejected: [...rejected, ...unclear].sort((a, b) => a.index - b.index),
  });
}

function severalLadders(grant: StatusGrant, index: number, to: readonly CompiledTiers[]): RejectedEntry {
  const names = to.map(({ ladder }) => ladder).join(', ');
  const type = {
    en: `grant that names its ladder, or an offer or tier that only one of the ladders ${names} has`,
    zh: `指明等级体系（ladder），或仅一个等级体系（${names}）具有的授予方案或等级`,
  };
  const [step, value] = grant.offer === undefined ? ['tier', grant.tier] : ['offer', grant.offer];
  return {
    index,
    id: grant.id,
    problem: wrong('severalLadders', ['log', index, step], type, value),
  };
}
