/** The short way to a tier, for the members that are most: few metrics, all of them known. */
import type { DecisionGraph } from './decision-graph.js';
import type { TierEvaluation } from './evaluation.js';
import { hasOwnOnly, type MetricValues } from './metric-values.js';
import type { Question } from './question.js';

/** What the short way needs. */
export interface Quick {
  /** One to four, all of them plain numbers. */
  readonly metrics: readonly string[];
  readonly graph: DecisionGraph;
  /** The answer for no criterion, then for each criterion of the graph; shared by all members. */
  readonly answers: readonly TierEvaluation[];
}

/** The short way for a question; `undefined` where there is none. */
export function quickFor(
  { plain, surely, asked }: Question,
  answers: readonly TierEvaluation[],
): Quick | undefined {
  const [base] = answers;
  if (base === undefined || plain === undefined || plain.length === 0 || plain.length > 4) return undefined;
  return {
    metrics: plain,
    graph: surely,
    answers: [base, ...asked.map(({ place }) => answers[place] ?? base)],
  };
}

/** The answer for values that are all finite numbers of a plain object; `undefined` for others. */
export function quickAnswer(
  { metrics, graph, answers }: Quick,
  values: MetricValues,
): TierEvaluation | undefined {
  const { length } = metrics;
  // One read after the other, not in a loop: each then remembers where its own metric lies in the object.
  const slot0 = values[metrics[0] as string];
  const slot1 = length < 2 ? 0 : values[metrics[1] as string];
  const slot2 = length < 3 ? 0 : values[metrics[2] as string];
  const slot3 = length < 4 ? 0 : values[metrics[3] as string];
  // A difference that is no zero: NaN or infinite.
  if (typeof slot0 !== 'number' || slot0 - slot0 !== 0) return undefined;
  if (typeof slot1 !== 'number' || slot1 - slot1 !== 0) return undefined;
  if (typeof slot2 !== 'number' || slot2 - slot2 !== 0) return undefined;
  if (typeof slot3 !== 'number' || slot3 - slot3 !== 0) return undefined;
  return hasOwnOnly(values) ? answers[graph.firstOf(slot0, slot1, slot2, slot3) + 1] : undefined;
}
