/** Which ids have been taken in. */

interface Named {
  readonly id: string;
}

/**
 * The ids of a log that only grows. Ids that rise, as numbers given out in turn do, need no set: a higher one than all
 * before it is new. The set is made for the first that is not.
 */
export class SeenIds {
  readonly #log: readonly Named[];
  #highest = '';
  /** The id last found to be higher than all: it need not be compared again. */
  #higher: string | undefined;
  #all: Set<string> | undefined;

  constructor(log: readonly Named[]) {
    this.#log = log;
    for (const { id } of log) this.add(id);
  }

  has(id: string): boolean {
    if (id > this.#highest) {
      this.#higher = id;
      return false;
    }
    this.#all ??= new Set(this.#log.map((entry) => entry.id));
    return this.#all.has(id);
  }

  /** To be told of each entry that the log gains. */
  add(id: string): void {
    if (id === this.#higher || id > this.#highest) {
      this.#highest = id;
      this.#higher = undefined;
    }
    this.#all?.add(id);
  }
}
