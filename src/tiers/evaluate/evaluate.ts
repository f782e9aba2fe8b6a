/** Which tier a member's metrics give, in one shot. */
import type { AsOf } from '../../foundation/instant.js';
import { type CompiledTiers, type CompiledVersion, versionAt } from './compile.js';
import type { TierEvaluation, UndecidedTier } from './evaluation.js';
import { judge } from './judge.js';
import type { MetricValues, Rows, ValuesOver } from './metric-values.js';
import { load, missingFor, problemsFor, type Question, rowsFor, valueFor } from './question.js';
import { quickAnswer } from './quick.js';
import { distinctProblems } from './unknown-problem.js';

/** What a one-shot evaluation can be told besides the metrics. */
export interface EvaluationOptions {
  /**
   * Decides which version of the policy is used; default: the last one. Before the first version begins that one is
   * used. The result names it.
   */
  readonly asOf?: AsOf;
  /**
   * The tier whose term ends: it and those below are judged by what renews them, those above by what brings a member
   * in. The metrics are then given over the renewal window, where the policy has one.
   */
  readonly held?: string;
  /** The highest tier the member had before: up to it, tiers are judged by what brings a member back. */
  readonly heldBefore?: string;
  /** Metrics over other windows, for thresholds that name one and for lifetime tiers. */
  readonly over?: readonly ValuesOver[];
}

/**
 * The tier that a member's metrics give, as measured by the host over the policy's window; without a history, so
 * without terms, grace, overrides and the like.
 *
 * Metrics are given by name, sums in the units activities carry. `combined` and `banded` metrics are worked out where
 * they are not given. A metric that is missing, NaN, infinite or of another type than a threshold compares is not
 * known, and never counts as a small number: where it decides, `unknown` names the tiers and `problems` says what is
 * wrong, by path. An inherited property is no metric. Metrics over other windows (a
 * threshold that names its own, a lifetime tier) are looked for in `over`; those that have no window (tenure, time
 * at a tier, attributes) may be given once. Never throws; with a name of no tier in `held` or
 * `heldBefore` the answer is that without it (over columns such a name is refused).
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, describe, evaluateTier, orThrow } from 'clientele/tiers';
 *
 * const tiers = orThrow(
 *   compileTiers(
 *     defineTierPolicy({
 *       name: 'our hotel',
 *       zone: 'UTC',
 *       metrics: { nights: { kind: 'sum', of: 'nights' }, spend: { kind: 'sum', of: 'spend' } },
 *       window: { kind: 'calendar', unit: 'year' },
 *       validity: { kind: 'duration', duration: 'P1Y' },
 *       tiers: [
 *         { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *         {
 *           tier: 'gold',
 *           name: { en: 'Gold', zh: '金卡' },
 *           rank: 1,
 *           entry: { allOf: [{ metric: 'nights', atLeast: 25 }, { metric: 'spend', atLeast: 600_000 }] },
 *         },
 *       ],
 *     }),
 *   ),
 * );
 *
 * evaluateTier(tiers, { nights: 30, spend: 700_000 }).tier; // => 'gold'
 * evaluateTier(tiers, { nights: 30 }).tier; // => 'member'
 * evaluateTier(tiers, { nights: 30 }).unknown; // => [{ tier: 'gold', criterion: 'tier', missing: ['spend'] }]
 * evaluateTier(tiers, { nights: 30 }).problems.map((one) => describe(one, 'en')); // => ['values.spend: expected a value, found nothing.']
 * evaluateTier(tiers, { nights: 3 }).unknown; // => []
 * ```
 */
export function evaluateTier(
  tiers: CompiledTiers,
  values: MetricValues,
  options?: EvaluationOptions,
): TierEvaluation {
  const { quick } = tiers;
  const answer = quick === undefined || options !== undefined ? undefined : quickAnswer(quick, values);
  return answer ?? evaluateFully(tiers, values, options);
}

/** Apart from the quick way, which is short enough to become part of the caller's loop. */
function evaluateFully(
  tiers: CompiledTiers,
  values: MetricValues,
  options: EvaluationOptions | undefined,
): TierEvaluation {
  const version = options?.asOf === undefined ? tiers.latest : versionAt(tiers, options.asOf);
  const question = options === undefined ? version.entry : questionFor(version, options);
  const rows = rowsFor(question, values, options?.over);
  const known = load(question, rows);
  const place = placeOf(question, question.surely.first(question.loaded));
  const settled = version.settled[place] ?? version.base;
  if (known && version.lifetime === undefined) return settled;
  const open = known ? NONE : undecided(version, question, rows, options?.over);
  return withLifetime(version, { ...settled, ...open }, values, options?.over);
}

/** What is asked under these options. */
export function questionFor({ ask, entry, places }: CompiledVersion, options: EvaluationOptions): Question {
  const { held, heldBefore } = options;
  if (held === undefined && heldBefore === undefined) return entry;
  return ask(places.get(held ?? '') ?? -1, places.get(heldBefore ?? '') ?? -1);
}

/** The place of the tier that is asked for; the base where none is. */
export function placeOf({ asked }: Question, index: number): number {
  return asked[index]?.place ?? 0;
}

/** What is open, and why. */
type Open = Pick<TierEvaluation, 'unknown' | 'problems'>;

const NONE: Open = { unknown: [], problems: [] };

/** The tiers above the one that surely holds which may hold as well, from the highest down. */
function undecided(
  version: CompiledVersion,
  question: Question,
  rows: Rows,
  others: readonly ValuesOver[] | undefined,
): Open {
  const { asked, surely, possibly, loaded, criterion } = question;
  const sure = surely.first(loaded);
  const possible = possibly.first(loaded);
  if (possible === sure) return NONE;
  const open = asked
    .slice(possible, sure < 0 ? undefined : sure)
    .filter((one) => judge(one.criterion, (threshold) => valueFor(question, threshold, rows)) === 'unknown');
  return {
    unknown: open.map((one): UndecidedTier => {
      return { tier: nameOf(version, one.place), criterion, missing: missingFor(question, one, rows) };
    }),
    problems: distinctProblems(open.flatMap((one) => problemsFor(question, one, rows, others))),
  };
}

function nameOf({ tiers, base }: CompiledVersion, place: number): string {
  return tiers[place]?.tier ?? base.tier;
}

function withLifetime(
  version: CompiledVersion,
  evaluation: TierEvaluation,
  values: MetricValues,
  others: readonly ValuesOver[] | undefined,
): TierEvaluation {
  const question = version.lifetime;
  if (question === undefined) return evaluation;
  const rows = rowsFor(question, values, others);
  const known = load(question, rows);
  const sure = question.surely.first(question.loaded);
  const open = known ? NONE : undecided(version, question, rows, others);
  return {
    ...evaluation,
    lifetime: sure < 0 ? null : nameOf(version, placeOf(question, sure)),
    unknown: [...evaluation.unknown, ...open.unknown],
    problems: distinctProblems([...evaluation.problems, ...open.problems]),
  };
}
