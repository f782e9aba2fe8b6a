/** Until when a threshold holds that time alone breaks: a tenure of at most a year. */
import type { Threshold } from '../criterion.js';
import { judgeThreshold } from '../evaluate/judge.js';
import type { Measure, Program } from '../program.js';
import { nextByTime } from './changes.js';
import { dayOf } from './days.js';
import { measured } from './measure.js';
import { isRising, type Situation } from './supplies.js';

/** Nobody is a member for longer. */
const DAYS_AHEAD = 200 * 366;

/** The first instant at which a threshold that holds no longer does by time itself, `end` where that comes before. */
export function timeEnd(
  { work, at: asked, grantedAt }: Situation,
  threshold: Threshold,
  measure: Measure,
  end: number,
): number {
  if (isRising(threshold) && neverShrinks(work.program, threshold.metric)) return end;
  const last = Math.min(end, work.program.clock.startOf(dayOf(work, asked) + DAYS_AHEAD));
  for (let at = asked; ; ) {
    at = nextByTime({ ...work, at }, threshold.metric);
    if (at >= last) return end;
    if (judgeThreshold(threshold, measured(work, measure, at, grantedAt)) !== 'yes') return at;
  }
}

/** Whether time alone only ever adds to a metric. */
function neverShrinks(program: Program, name: string): boolean {
  const metric = program.metrics.get(name);
  switch (metric?.kind) {
    case 'combined':
      return metric.of.every((part) => part.times >= 0 && neverShrinks(program, part.metric));
    case 'banded': {
      const { bands, of } = metric;
      return (
        bands.every(({ value }, i) => value >= (bands[i - 1]?.value ?? value)) && neverShrinks(program, of)
      );
    }
    default:
      return true;
  }
}
