/** Criteria compiled into one graph of comparisons, so that judging a member is a short walk. */
import type { QualificationCriterion, Threshold, Truth } from '../criterion.js';
import { type Join, judgeBy, neededOf, partsOf, thresholdsOf } from './judge.js';

/** A list of criteria, compiled. */
export interface DecisionGraph {
  /**
   * Index of the first criterion that holds over the slots, -1 for none. A slot is NaN where its value is not known;
   * a criterion that is undecided does not hold.
   */
  first(slots: Float64Array): number;
  /** The same over four slots at most, all of them known: values that are at hand need not be stored first. */
  firstOf(slot0: number, slot1: number, slot2: number, slot3: number): number;
}

/**
 * Compiles criteria, usually tiers from the highest down, into a graph.
 *
 * @param slotOf where the value of a threshold is found. A slot holds the number that is compared; for an `is`
 *   threshold 1 or 0, so thresholds that ask one metric for different values need different slots.
 * @param unknown how a threshold on an unknown value is taken. With `'met'` the graph finds the first criterion that
 *   holds or is undecided.
 */
export function compileGraph(
  criteria: readonly QualificationCriterion[],
  slotOf: (threshold: Threshold) => number,
  unknown: 'notMet' | 'met' = 'notMet',
): DecisionGraph {
  const graph = new GraphBuilder(slotOf, unknown);
  const start = graph.entryOf(criteria);
  return start === undefined ? judging(criteria, slotOf, unknown) : walking(start, graph);
}

/** A target that is no node: none, or the index of a criterion. */
const NONE = -1;
const found = (index: number): number => NONE - 1 - index;
const indexOf = (target: number): number => NONE - 1 - target;

/** Past so many nodes the graph of counted joins in counted joins is no longer worth its memory. */
const MOST_NODES = 20_000;

/**
 * Every comparison is `>=`, with three ways out: at or above, below, and not known. As joins are monotone, a
 * criterion holds in Kleene's logic exactly when it holds with every unknown threshold taken as not met, and fails
 * exactly when it fails with every one taken as met; so two values suffice for a walk.
 */
class GraphBuilder {
  readonly slots: number[] = [];
  readonly limits: number[] = [];
  readonly above: number[] = [];
  readonly below: number[] = [];
  readonly missing: number[] = [];
  readonly #slotOf: (threshold: Threshold) => number;
  readonly #unknown: 'notMet' | 'met';
  readonly #nodes = new Map<string, number>();
  readonly #joins = new Map<Join, Map<string, number>>();

  constructor(slotOf: (threshold: Threshold) => number, unknown: 'notMet' | 'met') {
    this.#slotOf = slotOf;
    this.#unknown = unknown;
  }

  /** Where a walk over all criteria begins; `undefined` where the graph would be too large. */
  entryOf(criteria: readonly QualificationCriterion[]): number | undefined {
    const start = criteria.reduceRight((no, criterion, i) => this.#criterion(criterion, found(i), no), NONE);
    return this.#full() ? undefined : start;
  }

  #full(): boolean {
    return this.slots.length > MOST_NODES;
  }

  #criterion(criterion: QualificationCriterion, yes: number, no: number): number {
    if (yes === no || this.#full()) return no;
    if ('metric' in criterion) return this.#threshold(criterion, yes, no);
    // A part of a counted join is reached with several counts; those that go on alike share their nodes.
    const known = this.#joins.get(criterion) ?? new Map<string, number>();
    this.#joins.set(criterion, known);
    const key = `${yes} ${no}`;
    const entry = known.get(key) ?? this.#join(partsOf(criterion), neededOf(criterion), yes, no);
    known.set(key, entry);
    return entry;
  }

  /** From the last part back: `entries[k]` is where to go on when k more of the parts from here on must hold. */
  #join(parts: readonly QualificationCriterion[], needed: number, yes: number, no: number): number {
    const most = Math.max(0, Math.min(Math.ceil(needed), parts.length + 1));
    let entries = Array.from({ length: most + 1 }, (_, k) => (k === 0 ? yes : no));
    for (let i = parts.length - 1; i >= 0; i -= 1) {
      const part = parts[i];
      if (part === undefined) continue;
      const after = entries;
      // More than i parts cannot have held before this one.
      entries = after.map((without, k) =>
        k === 0 || k < most - i ? without : this.#criterion(part, after[k - 1] ?? yes, without),
      );
    }
    return entries[most] ?? no;
  }

  #threshold(threshold: Threshold, yes: number, no: number): number {
    const slot = this.#slotOf(threshold);
    const open = this.#unknown === 'met' ? yes : no;
    if ('is' in threshold) return this.#node(slot, 1, yes, no, open);
    if ('atLeast' in threshold) return this.#node(slot, threshold.atLeast, yes, no, open);
    if ('moreThan' in threshold) return this.#node(slot, nextUp(threshold.moreThan), yes, no, open);
    if ('atMost' in threshold) return this.#node(slot, nextUp(threshold.atMost), no, yes, open);
    return this.#node(slot, threshold.lessThan, no, yes, open);
  }

  #node(slot: number, limit: number, above: number, below: number, missing: number): number {
    if (above === below && below === missing) return above;
    const key = `${slot} ${limit} ${above} ${below} ${missing}`;
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node = this.slots.length;
    this.slots.push(slot);
    this.limits.push(limit);
    this.above.push(above);
    this.below.push(below);
    this.missing.push(missing);
    this.#nodes.set(key, node);
    return node;
  }
}

/** A comparison, or (with `slot` -1) the end of a walk. Objects are faster to walk here than typed arrays. */
interface Node {
  readonly slot: number;
  readonly limit: number;
  readonly index: number;
  above: Node | undefined;
  below: Node | undefined;
  missing: Node | undefined;
}

function walking(start: number, graph: GraphBuilder): DecisionGraph {
  const first = linked(start, graph);
  return {
    first(slots) {
      let node = first;
      for (;;) {
        if (node.slot < 0) return node.index;
        const value = slots[node.slot] as number;
        if (value >= node.limit) node = node.above as Node;
        else node = (value < node.limit ? node.below : node.missing) as Node;
      }
    },
    firstOf(slot0, slot1, slot2, slot3) {
      let node = first;
      for (;;) {
        const { slot } = node;
        if (slot < 0) return node.index;
        const value = slot === 0 ? slot0 : slot === 1 ? slot1 : slot === 2 ? slot2 : slot3;
        node = (value >= node.limit ? node.above : node.below) as Node;
      }
    },
  };
}

/** All nodes are made here, so that they have one shape. */
function nodeOf(slot: number, limit: number, index: number): Node {
  return { slot, limit, index, above: undefined, below: undefined, missing: undefined };
}

/** The graph with its targets as references. */
function linked(start: number, { slots, limits, above, below, missing }: GraphBuilder): Node {
  const nodes = slots.map((slot, i) => nodeOf(slot, limits[i] ?? Number.NaN, NONE));
  const ends = new Map<number, Node>();
  const at = (target = NONE): Node => {
    const known = nodes[target] ?? ends.get(target);
    if (known !== undefined) return known;
    const end = nodeOf(-1, 0, indexOf(target));
    ends.set(target, end);
    return end;
  };
  for (const [i, node] of nodes.entries()) {
    node.above = at(above[i]);
    node.below = at(below[i]);
    node.missing = at(missing[i]);
  }
  return at(start);
}

/** The same answers without a graph. */
function judging(
  criteria: readonly QualificationCriterion[],
  slotOf: (threshold: Threshold) => number,
  unknown: 'notMet' | 'met',
): DecisionGraph {
  const nodes = new Map(
    criteria
      .flatMap(thresholdsOf)
      .map((threshold) => [threshold, compileGraph([threshold], slotOf, unknown)]),
  );
  const first = (slots: Float64Array): number => {
    const truthOf = (threshold: Threshold): Truth =>
      nodes.get(threshold)?.first(slots) === 0 ? 'yes' : 'no';
    return criteria.findIndex((criterion) => judgeBy(criterion, truthOf) === 'yes');
  };
  return { first, firstOf: (...slots) => first(Float64Array.from(slots)) };
}

/** The smallest number above another one. */
export function nextUp(value: number): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  // Doubles of one sign are in the order of their bits.
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}
