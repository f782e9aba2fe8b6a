/** Policies made ready to be asked often: checked, tiers by rank, criteria compiled. */
import { parseIsoDay, type ZoneClock } from '../../foundation/civil.js';
import { type AsOf, clockOf, instantOf } from '../../foundation/instant.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { checkVersions } from '../check/check-versions.js';
import { type Path, wrong } from '../check/policy-problem.js';
import type { QualificationCriterion } from '../criterion.js';
import type { Tier, TierPolicy } from '../model.js';
import type { QualificationWindow } from '../periods.js';
import type { TierEvaluation } from './evaluation.js';
import { type Asked, over, type Question, questionOf } from './question.js';
import { type Quick, quickFor } from './quick.js';

/** The versions of one ladder of tiers, made ready by `compileTiers`. */
export interface CompiledTiers {
  readonly ladder: string;
  /** From the earliest to the latest. */
  readonly versions: readonly CompiledVersion[];
  /**
   * The last version.
   * @internal
   */
  readonly latest: CompiledVersion;
  /**
   * The short way to the answers of the last version.
   * @internal
   */
  readonly quick: Quick | undefined;
  /** @internal */
  readonly clock: ZoneClock;
}

/** One version of a policy, made ready. */
export interface CompiledVersion {
  readonly policy: TierPolicy;
  /**
   * By rank, the base first.
   * @internal
   */
  readonly tiers: readonly Tier[];
  /**
   * The place of each tier in `tiers`.
   * @internal
   */
  readonly places: ReadonlyMap<string, number>;
  /**
   * The first instant of it.
   * @internal
   */
  readonly from: number;
  /**
   * Which tier the metrics bring a member into.
   * @internal
   */
  readonly entry: Question;
  /**
   * Which tier is given to somebody who holds a tier whose term ends (and has held a higher one); -1 for no tier.
   * @internal
   */
  readonly ask: (held: number, heldBefore: number) => Question;
  /**
   * Which tier is given for good; without it none is.
   * @internal
   */
  readonly lifetime: Question | undefined;
  /**
   * The answers where all is known and none has a lifetime, by place; shared by all members.
   * @internal
   */
  readonly settled: readonly TierEvaluation[];
  /** @internal */
  readonly base: TierEvaluation;
}

/**
 * Makes a policy, or all versions of one ladder, ready for evaluation and replay. Do it once and keep the result.
 *
 * A `Left` lists what keeps the versions from following each other: ladders or zones that differ, times that overlap
 * or leave days out, tiers that the next version loses; the path begins with the version's index.
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, orThrow } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'our shop',
 *   zone: 'Europe/Berlin',
 *   metrics: { spend: { kind: 'sum', of: 'spend' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'duration', duration: 'P1Y' },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'spend', atLeast: 50_000 } },
 *   ],
 * });
 *
 * orThrow(compileTiers(policy)).versions.length; // => 1
 * ```
 */
export function compileTiers(policies: TierPolicy | readonly TierPolicy[]): Result<CompiledTiers> {
  const list = isList(policies) ? policies : [policies];
  const index = list.findIndex((one) => !isDefined(one));
  if (index >= 0) return left(notDefined(list[index], isList(policies) ? [index] : []));
  const checked = checkVersions(list);
  if (checked._tag === 'Left') return checked;
  const latest = checked.right.at(-1);
  // A list that passed the check is not empty.
  if (latest === undefined)
    return left({ code: 'missing', path: [], expected: { kind: 'present' }, found: '[]' });
  const clock = clockOf(latest.zone);
  if (clock._tag === 'Left') return clock;
  const versions = checked.right.map((policy) => compileVersion(policy, clock.right));
  const last = versions.at(-1) ?? compileVersion(latest, clock.right);
  return right({
    ladder: latest.ladder,
    versions,
    latest: last,
    quick: last.lifetime === undefined ? quickFor(last.entry, last.settled) : undefined,
    clock: clock.right,
  });
}

function isList(policies: TierPolicy | readonly TierPolicy[]): policies is readonly TierPolicy[] {
  return Array.isArray(policies);
}

/** Whether the defaults are written out, as `defineTierPolicy` and `parseTierPolicy` do. */
function isDefined(policy: unknown): boolean {
  if (typeof policy !== 'object' || policy === null) return false;
  return ['effective', 'change', 'upgrade', 'downgrade', 'returns', 'offers', 'tiers', 'metrics'].every(
    (key) => typeof Reflect.get(policy, key) === 'object',
  );
}

function notDefined(found: unknown, path: Path): Problem {
  const isResult = typeof found === 'object' && found !== null && '_tag' in found;
  const type = isResult
    ? {
        en: 'policy, not a Result of one: unwrap it with orThrow',
        zh: '方案本身，而非其 Result（请先用 orThrow 取出）',
      }
    : {
        en: 'policy as defineTierPolicy or parseTierPolicy gives it',
        zh: 'defineTierPolicy 或 parseTierPolicy 给出的方案',
      };
  return wrong('notAPolicy', path, type, found);
}

function compileVersion(policy: TierPolicy, clock: ZoneClock): CompiledVersion {
  const tiers = policy.tiers.toSorted((a, b) => a.rank - b.rank);
  const day = policy.effective.from === undefined ? undefined : parseIsoDay(policy.effective.from);
  const questions = new Map<number, Question>();
  const ask = (held: number, heldBefore: number): Question => {
    const key = (held + 1) * (tiers.length + 1) + heldBefore + 1;
    const known = questions.get(key) ?? tierQuestion(policy, tiers, held, heldBefore);
    questions.set(key, known);
    return known;
  };
  const settledAt = (tier: string): TierEvaluation =>
    Object.freeze({
      tier,
      lifetime: null,
      unknown: Object.freeze([]),
      problems: Object.freeze([]),
      version: policy.version,
    });
  const entry = ask(-1, -1);
  const hasLifetime = tiers.some(({ lifetime }) => lifetime !== undefined);
  const settled = tiers.map(({ tier }) => settledAt(tier));
  const base = settled[0] ?? settledAt('');
  return {
    policy,
    tiers,
    places: new Map(tiers.map(({ tier }, place) => [tier, place])),
    from: day === undefined ? Number.NEGATIVE_INFINITY : clock.startOf(day),
    entry,
    ask,
    lifetime: hasLifetime
      ? questionOf(policy.metrics, askedOf(tiers, lifetimeOf), policy.window, 'lifetime')
      : undefined,
    settled,
    base,
  };
}

/** A criterion, and the window it is measured over where it does not say. */
type Wanted = readonly [QualificationCriterion | undefined, QualificationWindow];

/** The tiers above the base that something can give, from the highest down. */
function askedOf(tiers: readonly Tier[], wanted: (tier: Tier, place: number) => Wanted): readonly Asked[] {
  return tiers
    .flatMap((tier, place) => {
      const [criterion, window] = wanted(tier, place);
      return place === 0 || criterion === undefined ? [] : [{ place, criterion: over(criterion, window) }];
    })
    .reverse();
}

function lifetimeOf({ lifetime }: Tier): Wanted {
  return [lifetime, { kind: 'lifetime' }];
}

function tierQuestion(policy: TierPolicy, tiers: readonly Tier[], held: number, before: number): Question {
  const renewalWindow = policy.renewal.window ?? policy.window;
  const asked = askedOf(tiers, ({ entry, reentry, renewal }, place): Wanted => {
    if (place <= held) return [renewal === 'never' ? undefined : (renewal ?? entry), renewalWindow];
    return [place <= before ? (reentry ?? entry) : entry, policy.window];
  });
  return questionOf(policy.metrics, asked, held < 0 ? policy.window : renewalWindow, 'tier');
}

/**
 * The version in force; before all of them the first, and the last one where `asOf` is no instant.
 */
export function versionAt({ versions, latest, clock }: CompiledTiers, asOf: AsOf): CompiledVersion {
  const at = instantOf(asOf, clock);
  if (at._tag === 'Left') return latest;
  return versions.findLast(({ from }) => from <= at.right) ?? versions[0] ?? latest;
}
