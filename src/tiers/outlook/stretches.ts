/** Answers that are the same for a while. */

/** From an instant until before another one. */
export interface Stretch {
  readonly validFrom: number;
  readonly validUntil: number;
}

/** Answers for stretches of time that do not overlap, each worked out once. */
export class Stretches<A extends Stretch> {
  /** In the order of time. */
  readonly #known: A[] = [];
  /** The answer given last: the next question is often about the same time. */
  #last: A | undefined;

  /** The answer at an instant: a known one, or the one that is found. */
  at(instant: number, find: () => A): A {
    const last = this.#last;
    if (last !== undefined && instant >= last.validFrom && instant < last.validUntil) return last;
    this.#last = this.#look(instant, find);
    return this.#last;
  }

  #look(instant: number, find: () => A): A {
    const known = this.#known;
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = known[middle] as A;
      if (instant < one.validFrom) high = middle;
      else if (instant >= one.validUntil) low = middle + 1;
      else return one;
    }
    const found = find();
    known.splice(low, 0, found);
    return found;
  }
}
