/** The short way to a tier, for the members that are most: few metrics, all of them known. */
import type { DecisionGraph } from './decision-graph.js';
import type { TierEvaluation } from './evaluation.js';
import type { MetricValues } from './metric-values.js';
import type { Question } from './question.js';

/** What the short way needs. */
export interface Quick {
  /** One to four metrics, all of them plain numbers; where they are fewer than four the first stands in. */
  readonly metric0: string;
  readonly metric1: string;
  readonly metric2: string;
  readonly metric3: string;
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
  if (base === undefined || plain === undefined || plain.length > 4) return undefined;
  const [metric0] = plain;
  if (metric0 === undefined) return undefined;
  const [, metric1 = metric0, metric2 = metric0, metric3 = metric0] = plain;
  return {
    metric0,
    metric1,
    metric2,
    metric3,
    graph: surely,
    answers: [base, ...asked.map(({ place }) => answers[place] ?? base)],
  };
}

/** The answer for values that are all finite numbers of a plain object; `undefined` for others. */
export function quickAnswer(quick: Quick, values: MetricValues): TierEvaluation | undefined {
  // One read after the other, not in a loop: each then remembers where its own metric lies in the object.
  const slot0 = values[quick.metric0];
  const slot1 = values[quick.metric1];
  const slot2 = values[quick.metric2];
  const slot3 = values[quick.metric3];
  // A difference that is no zero: NaN or infinite.
  if (typeof slot0 !== 'number' || slot0 - slot0 !== 0) return undefined;
  if (typeof slot1 !== 'number' || slot1 - slot1 !== 0) return undefined;
  if (typeof slot2 !== 'number' || slot2 - slot2 !== 0) return undefined;
  if (typeof slot3 !== 'number' || slot3 - slot3 !== 0) return undefined;
  const prototype: unknown = Object.getPrototypeOf(values);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  return quick.answers[quick.graph.firstOf(slot0, slot1, slot2, slot3) + 1];
}
