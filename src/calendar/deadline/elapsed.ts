/** Minutes on the wall, around pauses. */
import { minutesOf, wholeMilliseconds } from '../asked.js';
import type { Lost } from '../known-days.js';
import type { DeadlineQuestion } from './question.js';
import type { StepLog } from './step-log.js';

/** The instant by which so many minutes have passed since the anchor, pauses left out; to the nearest millisecond. */
export function elapsedFrom(
  { anchor, pauses }: DeadlineQuestion,
  minutes: number,
  log: StepLog | undefined,
): number | Lost {
  const budget = wholeMilliseconds(minutes);
  let [at, left] = [anchor, budget];
  const run = (until: number): void => {
    if (until > at) log?.add({ kind: 'elapsed', from: at, until, counted: minutesOf(until - at) });
    left -= until - at;
    at = until;
  };
  log?.add({ kind: 'instant', at });
  for (const pause of pauses) {
    if (pause.until <= at) continue;
    // Time that is over just when a pause begins is over; none at all is over when time counts again.
    if (pause.from >= at + left && !(budget === 0 && pause.from === at)) break;
    run(Math.max(at, pause.from));
    if (pause.until === Number.POSITIVE_INFINITY) return { kind: 'stillPaused' };
    log?.add({ kind: 'elapsed', from: at, until: pause.until, counted: 0, paused: pause.reasons });
    at = pause.until;
  }
  run(at + left);
  return at;
}
