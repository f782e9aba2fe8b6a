/** What customers answered after their complaint was handled. */
import { numberIn } from '../log/read-data.js';
import type { Justice } from '../presets/complaint-steps.js';
import type { CaseEvent } from '../workflow/case.js';

/** The top two boxes of five, as the workflow has them. */
export const SATISFIED_FROM = 4;

export const JUSTICES: readonly Justice[] = ['distributive', 'procedural', 'interactional'];

/** The last answer of a case; `undefined` without one. */
export function answerOf(
  log: readonly CaseEvent[],
): Readonly<Record<Justice | 'overall', number>> | undefined {
  const data = log.findLast(({ type }) => type === 'SURVEY')?.data;
  if (data === undefined) return undefined;
  const scoreOf = (field: string): number => numberIn(data, field) ?? Number.NaN;
  const scores = {
    overall: scoreOf('overall'),
    distributive: scoreOf('distributive'),
    procedural: scoreOf('procedural'),
    interactional: scoreOf('interactional'),
  };
  return Object.values(scores).every(Number.isFinite) ? scores : undefined;
}

export function overallOf(log: readonly CaseEvent[]): number | undefined {
  return answerOf(log)?.overall;
}
