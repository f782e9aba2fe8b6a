/** What complaints are about and what they come from, the commonest first. */
import { problem } from '../../foundation/make-problem.js';
import { NO_OPTIONS, optionProblems } from '../../foundation/options.js';
import { compareText } from '../../foundation/ordering.js';
import type { Problem } from '../../foundation/problem.js';
import { throwProblems } from '../../foundation/result.js';
import { noLogs } from '../log/no-log.js';
import { textIn } from '../log/read-data.js';
import type { CaseEvent } from '../workflow/case.js';

/** What complaints are grouped by: the cause of the conclusion, the product, the category of the assessment, the channel. */
export type ComplaintGrouping = 'cause' | 'product' | 'category' | 'channel';

/** What a case is grouped under; `undefined` where it does not say. */
export function groupIn(log: readonly CaseEvent[], by: ComplaintGrouping): string | undefined {
  const [type, field] = FIELDS[by];
  return textIn(log.findLast((event) => event.type === type)?.data ?? {}, field);
}

const FIELDS: Readonly<Record<ComplaintGrouping, readonly [type: string, field: string]>> = {
  cause: ['CONCLUDE', 'causeCode'],
  product: ['RECEIVE', 'product'],
  category: ['ASSESS', 'category'],
  channel: ['RECEIVE', 'channel'],
};

/** A grouping that there is not. */
export function groupingProblems(by: unknown): readonly Problem[] {
  const values = Object.keys(FIELDS);
  return values.some((one) => one === by) ? [] : [problem('notOneOf', ['by'], { kind: 'oneOf', values }, by)];
}

/** One line of a Pareto table. */
export interface CauseRow {
  readonly name: string;
  readonly cases: number;
  /** Of the cases counted, 0 to 1. */
  readonly share: number;
  /** Of this line and all before it. */
  readonly cumulative: number;
}

/** `counted + leftOut.length` is the number of logs. */
export interface ComplaintCauses {
  readonly by: ComplaintGrouping;
  readonly counted: number;
  /** The commonest first; of the same number in the order of their names. */
  readonly rows: readonly CauseRow[];
  /** Ids of cases that do not say, e.g. because nothing has been concluded yet. */
  readonly leftOut: readonly string[];
}

/**
 * How often each cause (or product, category, channel) occurs, with cumulative shares: a Pareto table. The last conclusion
 * of a case counts.
 *
 * @throws ProblemError for what is no list of logs, a grouping that there is not, a misspelt option.
 * @example
 * ```ts
 * import { complaintCauses } from 'clientele/complaints';
 *
 * complaintCauses([]).rows; // => []
 * ```
 */
export function complaintCauses(
  logs: readonly (readonly CaseEvent[])[],
  options: { readonly by?: ComplaintGrouping } = NO_OPTIONS,
): ComplaintCauses {
  throwProblems(optionProblems(options, ['by']));
  const { by = 'cause' } = options;
  const unusable = noLogs(logs);
  throwProblems([...(unusable === undefined ? [] : [unusable]), ...groupingProblems(by)]);
  const counts = new Map<string, number>();
  const leftOut: string[] = [];
  for (const log of logs) {
    const name = groupIn(log, by);
    if (name === undefined) leftOut.push(log[0]?.caseId ?? '');
    else counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const counted = logs.length - leftOut.length;
  let sum = 0;
  const rows = [...counts]
    .toSorted(([a, m], [b, n]) => n - m || compareText(a, b))
    .map(([name, cases]) => {
      sum += cases;
      return { name, cases, share: cases / counted, cumulative: sum / counted };
    });
  return { by, counted, rows, leftOut };
}
