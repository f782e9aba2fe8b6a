/** The values that a model scores, as columns. */
import type { RfmDimension, RfmModel } from 'clientele/rfm';
import type { PurchaseColumns } from 'clientele/rfm/columns';
import type { ScoredOrders } from './score.js';

/** One dimension of the scored customers, each at the same index of both columns. */
export interface ScoredValues {
  /** Days or months, a count, minor units. */
  readonly values: Float64Array;
  readonly scores: Uint8Array;
}

const LETTER = { recency: 'r', frequency: 'f', monetary: 'm' } as const;

/** What the scored customers have in a dimension, and what they scored with it. */
export function scoredValues(
  { purchases, scores, fitted }: ScoredOrders,
  dimension: RfmDimension,
): ScoredValues {
  const measure = measureOf(fitted.model, dimension, purchases);
  const column = scores[LETTER[dimension]];
  const found = {
    values: new Float64Array(scores.counts.scored),
    scores: new Uint8Array(scores.counts.scored),
  };
  let next = 0;
  for (let i = 0; i < purchases.customers; i += 1) {
    if (scores.because[i] !== 0) continue;
    found.values[next] = measure(i);
    found.scores[next] = column[i] ?? 0;
    next += 1;
  }
  return found;
}

/** The value of a customer who ordered, by index. */
function measureOf(
  model: RfmModel,
  dimension: RfmDimension,
  purchases: PurchaseColumns,
): (index: number) => number {
  const { orders, purchaseDays = NONE, recencyDays, total } = purchases;
  const counted = { orders, purchaseDays };
  switch (dimension) {
    case 'recency':
      return model.recency.unit === 'days' ? at(recencyDays) : monthsOf(purchases);
    case 'frequency':
      return at(counted[model.frequency.counts]);
    case 'monetary': {
      const { basis } = model.monetary;
      if (basis === 'total') return at(total);
      const parts = at(basis === 'averageOrderValue' ? orders : purchaseDays);
      return (index) => (total[index] ?? 0) / parts(index) + 0;
    }
  }
}

const NONE = new Float64Array(0);

function at(column: Float64Array): (index: number) => number {
  return (index) => column[index] ?? 0;
}

/** As many days ago is as many months ago. */
function monthsOf({ recencyDays, summary }: PurchaseColumns): (index: number) => number {
  const known = new Map<number, number>();
  return (index) => {
    const days = recencyDays[index] ?? 0;
    let months = known.get(days);
    if (months === undefined) {
      const one = summary(index);
      months = one?.kind === 'ordered' ? one.recencyMonths : 0;
      known.set(days, months);
    }
    return months;
  };
}
