/** Every minimal way to make a criterion hold: what activity has to bring, and what it cannot bring. */
import type { QualificationCriterion, Threshold } from '../criterion.js';
import { judgeBy, judgeThreshold, neededOf, partsOf, thresholdsOf } from '../evaluate/judge.js';
import type { Judged, Measure } from '../program.js';
import { copyOf, suppose } from './copy.js';
import {
  bring,
  foundFor,
  isOpen,
  isRising,
  least,
  measureOf,
  type Situation,
  suppliesFor,
} from './supplies.js';
import { timeEnd } from './time-end.js';
import { windowEnd } from './window-end.js';
import type { Work } from './work.js';

/** What has to be brought of one counter. */
export interface Amount {
  /** In units of the column; distinct values one by one. */
  readonly units: number;
  /** The threshold that asks for most of it. */
  readonly threshold: Threshold;
}

/** A way: amounts by metric, thresholds that activity cannot reach, and until when it is one. */
export interface Need {
  readonly amounts: ReadonlyMap<string, Amount>;
  readonly conditions: ReadonlySet<Threshold>;
  /** Thresholds met already that more may break. */
  readonly fragile: ReadonlySet<Threshold>;
  readonly until: number;
}

export interface Ways {
  readonly needs: readonly Need[];
  /** False where there are more than are listed. */
  readonly complete: boolean;
}

const NONE: ReadonlySet<Threshold> = new Set();
const NOTHING: Need = {
  amounts: new Map(),
  conditions: NONE,
  fragile: NONE,
  until: Number.POSITIVE_INFINITY,
};

/** Past so many the ways through counted joins are no longer listed. */
const MOST = 200;

/** A copy in which something can be supposed to be done, at the instant that is asked about or just before. */
export function situationAt(
  work: Work,
  judged: Judged,
  at: number,
  doneAt: number = at,
  grantedAt?: number,
): Situation {
  const copy = copyOf(work);
  suppose(copy, doneAt, new Map());
  return { work: copy, judged, at, doneAt, grantedAt };
}

/** The minimal ways to one criterion of a situation; no amounts and no conditions where it holds already. */
export function waysTo(situation: Situation, criterion: QualificationCriterion): Ways {
  const search = new Search(situation);
  const needs = search.of(criterion).flatMap((need) => search.tightened(criterion, need));
  return { needs: minimal(needs), complete: search.complete };
}

class Search {
  complete = true;
  readonly #situation: Situation;

  constructor(situation: Situation) {
    this.#situation = situation;
  }

  of(criterion: QualificationCriterion): readonly Need[] {
    if ('metric' in criterion) return this.#threshold(criterion);
    const needed = neededOf(criterion);
    // `ways[k]` are the minimal ways to k of the parts so far.
    let ways: readonly (readonly Need[])[] = [[NOTHING]];
    for (const part of partsOf(criterion)) {
      const own = this.of(part);
      const most = Math.min(needed, ways.length);
      ways = Array.from({ length: most + 1 }, (_, k) => {
        const joined = (ways[k - 1] ?? []).flatMap((a) => own.map((b) => joinedNeed(a, b)));
        return this.#few([...(ways[k] ?? []), ...joined]);
      });
    }
    return ways[needed] ?? [];
  }

  #few(needs: readonly Need[]): readonly Need[] {
    const all = minimal(needs);
    if (all.length > MOST) this.complete = false;
    return all.slice(0, MOST);
  }

  #threshold(threshold: Threshold): readonly Need[] {
    const situation = this.#situation;
    const measure = measureOf(situation, threshold);
    if (measure === undefined) return [];
    const end = windowEnd(situation.work, measure, situation.at);
    if (judgeThreshold(threshold, foundFor(situation, threshold)) === 'yes') {
      // Nothing leaves a window that never moves.
      const moves = situation.work.program.windows[measure.window]?.kind !== 'fixed';
      const fragile = isRising(threshold) ? NONE : new Set([threshold]);
      const until = timeEnd(situation, threshold, measure, moves ? end : NOTHING.until);
      return [{ ...NOTHING, fragile, until }];
    }
    const supplies = suppliesFor(situation, threshold);
    if (supplies.length === 0) return [{ ...NOTHING, conditions: new Set([threshold]) }];
    return supplies.map(([metric, units]) => ({
      ...NOTHING,
      amounts: new Map([[metric, { units, threshold }]]),
      until: this.#enoughUntil(threshold, measure, metric, units, end),
    }));
  }

  /** Until when an amount is enough for a threshold, done now. */
  #enoughUntil(threshold: Threshold, measure: Measure, metric: string, units: number, end: number): number {
    const column = this.#situation.work.program.columnOf.get(metric);
    if (column === undefined) return end;
    bring(this.#situation, new Map([[column, units]]));
    const until = timeEnd(this.#situation, threshold, measure, end);
    bring(this.#situation, new Map());
    return until;
  }

  /** The way with no more of anything than it takes; none where what it brings breaks another threshold. */
  tightened(criterion: QualificationCriterion, need: Need): readonly Need[] {
    const amounts = new Map(need.amounts);
    if (!this.#holds(criterion, { ...need, amounts })) return [];
    for (const [metric, amount] of need.amounts) {
      const units = least(amount.units, (fewer) => {
        amounts.set(metric, { ...amount, units: fewer });
        return this.#holds(criterion, { ...need, amounts });
      });
      if (units === 0) amounts.delete(metric);
      else amounts.set(metric, { ...amount, units });
    }
    const tight = { ...need, amounts, fragile: NONE };
    const fewer = [...need.amounts].some(([metric, { units }]) => amounts.get(metric)?.units !== units);
    return [fewer ? { ...tight, until: this.#restsUntil(criterion, tight) } : tight];
  }

  /** Until when less than was asked for is enough: where what holds already makes up for it, until time ends that. */
  #restsUntil(criterion: QualificationCriterion, need: Need): number {
    const holding = thresholdsOf(criterion).flatMap((threshold) => {
      const [own] = this.#threshold(threshold);
      const holds = own !== undefined && own.amounts.size + own.conditions.size === 0;
      return holds && own.until < need.until ? [{ threshold, until: own.until }] : [];
    });
    const ended = new Set<Threshold>();
    for (const { threshold, until } of holding.sort((a, b) => a.until - b.until)) {
      ended.add(threshold);
      if (!this.#holds(criterion, need, ended)) return until;
    }
    return need.until;
  }

  #holds(
    criterion: QualificationCriterion,
    { amounts, conditions }: Need,
    ended: ReadonlySet<Threshold> = NONE,
  ): boolean {
    const situation = this.#situation;
    const { columnOf } = situation.work.program;
    const supply = new Map<number, number>();
    for (const [metric, { units }] of amounts) {
      const column = columnOf.get(metric);
      if (column !== undefined) supply.set(column, units);
    }
    bring(situation, supply);
    const truth = judgeBy(criterion, (threshold) => {
      if (conditions.has(threshold)) return 'yes';
      if (ended.has(threshold)) return 'no';
      const measure = measureOf(situation, threshold);
      const distinct = columnOf.has(threshold.metric) ? undefined : amounts.get(threshold.metric);
      const more = distinct !== undefined && measure && isOpen(situation, measure) ? distinct.units : 0;
      return judgeThreshold(threshold, foundFor(situation, threshold, more));
    });
    bring(situation, new Map());
    return truth === 'yes';
  }
}

function joinedNeed(a: Need, b: Need): Need {
  const amounts = new Map(a.amounts);
  for (const [metric, amount] of b.amounts) {
    const other = amounts.get(metric);
    if (other === undefined || other.units < amount.units) amounts.set(metric, amount);
  }
  return {
    amounts,
    conditions: union(a.conditions, b.conditions),
    fragile: union(a.fragile, b.fragile),
    until: Math.min(a.until, b.until),
  };
}

function union(a: ReadonlySet<Threshold>, b: ReadonlySet<Threshold>): ReadonlySet<Threshold> {
  if (b.size === 0) return a;
  return a.size === 0 ? b : new Set([...a, ...b]);
}

/** The ways that contain no other; of equal ones the one that lasts longest. */
function minimal(needs: readonly Need[]): readonly Need[] {
  const kept: Need[] = [];
  for (const need of needs) {
    if (kept.some((other) => contains(need, other) && !(contains(other, need) && need.until > other.until)))
      continue;
    for (let i = kept.length - 1; i >= 0; i -= 1) if (contains(kept[i] ?? need, need)) kept.splice(i, 1);
    kept.push(need);
  }
  return kept;
}

/** Whether a way asks for everything that another asks for, and rests on everything that may break the other. */
function contains(a: Need, b: Need): boolean {
  for (const [metric, { units }] of b.amounts) if ((a.amounts.get(metric)?.units ?? 0) < units) return false;
  for (const condition of b.conditions) if (!a.conditions.has(condition)) return false;
  for (const threshold of b.fragile) if (!a.fragile.has(threshold)) return false;
  return true;
}
