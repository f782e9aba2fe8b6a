/** Time that counts: open and not paused. */
import type { Lost } from './known-days.js';
import type { MergedPause } from './pauses.js';
import type { Timeline } from './timeline.js';

/** Open time less pauses; instants asked about lie within the known ones. */
export class Counted {
  readonly #timeline: Timeline;
  /** What does not count, in order. */
  readonly pauses: readonly MergedPause[];

  constructor(timeline: Timeline, pauses: readonly MergedPause[]) {
    this.#timeline = timeline;
    this.pauses = pauses;
  }

  /** Milliseconds that count from an instant until a later one. */
  between(from: number, until: number): number {
    return this.pauses.reduce(
      (counted, pause) => {
        const [start, end] = [Math.max(from, pause.from), Math.min(until, pause.until)];
        return start < end ? counted - this.#timeline.between(start, end) : counted;
      },
      from < until ? this.#timeline.between(from, until) : 0,
    );
  }

  /** The first instant by which so many milliseconds (more than none) have counted since `from`. */
  reached(from: number, milliseconds: number): number | Lost {
    let at = from;
    let left = milliseconds;
    for (const pause of this.pauses) {
      if (pause.until <= at) continue;
      if (pause.from > at) {
        const reached = this.#timeline.reached(at, left);
        // Without the pause it would not be found earlier.
        if (typeof reached !== 'number' || reached <= pause.from) return reached;
        left -= this.#timeline.between(at, pause.from);
      }
      at = pause.until;
      const lost = this.#beyond(at);
      if (lost !== undefined) return lost;
    }
    return this.#timeline.reached(at, left);
  }

  /** The last instant from which so many milliseconds (more than none) count until `until`. */
  reachedBack(until: number, milliseconds: number): number | Lost {
    let at = until;
    let left = milliseconds;
    for (const pause of this.pauses.toReversed()) {
      if (pause.from >= at) continue;
      if (pause.until < at) {
        const reached = this.#timeline.reachedBack(at, left);
        if (typeof reached !== 'number' || reached >= pause.until) return reached;
        left -= this.#timeline.between(pause.until, at);
      }
      at = pause.from;
      if (at < this.#timeline.known.from) return this.#timeline.known.before();
    }
    return this.#timeline.reachedBack(at, left);
  }

  /** The first instant from `from` on that counts. */
  resumed(from: number): number | Lost {
    let at = this.#timeline.opening(from);
    for (const pause of this.pauses) {
      if (typeof at !== 'number' || at < pause.from) return at;
      if (at >= pause.until) continue;
      at = this.#beyond(pause.until) ?? this.#timeline.opening(pause.until);
    }
    return at;
  }

  /** The last instant up to `until` until which time counted; `until` itself where time counts from then on. */
  ceased(until: number): number | Lost {
    if (this.#counts(until)) return until;
    let at = this.#timeline.closing(until);
    for (const pause of this.pauses.toReversed()) {
      if (typeof at !== 'number' || at > pause.until) return at;
      if (at <= pause.from) continue;
      at =
        pause.from < this.#timeline.known.from
          ? this.#timeline.known.before()
          : this.#timeline.closing(pause.from);
    }
    return at;
  }

  #counts(at: number): boolean {
    return this.#timeline.isOpen(at) && !this.pauses.some(({ from, until }) => from <= at && at < until);
  }

  #beyond(at: number): Lost | undefined {
    if (at === Number.POSITIVE_INFINITY) return { kind: 'stillPaused' };
    return at > this.#timeline.known.until ? this.#timeline.known.after() : undefined;
  }
}
