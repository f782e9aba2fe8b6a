/** The pauses of a clock, from what the log says about who was waited for. */
import type { Pause } from '../../calendar/index.js';
import { type Result, right } from '../../foundation/result.js';
import type { ReadyPause } from './ready.js';
import type { StoryEvent } from './story.js';

/** Every wait that a clock pauses for, in the order of its reasons; one without `until` lasts. */
export function waitsIn(
  pauses: readonly ReadyPause[],
  events: readonly StoryEvent[],
): Result<readonly Pause[]> {
  const all: Pause[] = [];
  for (const pause of pauses) {
    const found = waitsFor(pause, events);
    if (found._tag === 'Left') return found;
    all.push(...found.right);
  }
  return right(all);
}

function waitsFor({ called, kind }: ReadyPause, events: readonly StoryEvent[]): Result<readonly Pause[]> {
  const waits: Pause[] = [];
  let from: number | undefined;
  const end = (until: number): void => {
    if (from !== undefined && until > from) waits.push({ from, until, ...called });
    from = undefined;
  };
  for (const one of events) {
    if ('whileIn' in kind) {
      const waiting = kind.whileIn.has(one.event.to);
      if (!waiting) end(one.event.at);
      else from ??= one.event.at;
      continue;
    }
    const ended = kind.until(one);
    if (ended?._tag === 'Left') return ended;
    if (ended !== undefined) end(ended.right.at);
    const began = kind.from(one);
    if (began?._tag === 'Left') return began;
    if (began !== undefined) from ??= began.right.at;
  }
  if (from !== undefined) waits.push({ from, ...called });
  return right(waits);
}

/** The pauses as far as they lie between two instants; without `until` there is no end yet. */
export function waitsWithin(
  pauses: readonly Pause[],
  from: number,
  until: number | undefined,
): readonly Pause[] {
  return pauses.flatMap((pause) => {
    const begin = Math.max(pause.from, from);
    const end = Math.min(pause.until ?? Number.POSITIVE_INFINITY, until ?? Number.POSITIVE_INFINITY);
    if (end <= begin) return [];
    return [{ ...pause, ...(Number.isFinite(end) ? { until: end } : {}), from: begin }];
  });
}
