/** This library: columns of integers or texts, and objects. */

import {
  fitRfm,
  type Order,
  orThrow,
  quintiles,
  type RfmScores,
  scoreRfm,
  summarizePurchases,
} from 'clientele/rfm';
import {
  aggregateOrderObjects,
  aggregateOrders,
  fitColumns,
  type IdColumn,
  orderColumns,
  type PurchaseColumns,
  type RfmScoreColumns,
  scoreColumns,
} from 'clientele/rfm/columns';
import { checksum, numberOf, SEGMENTS } from './answer.js';
import { AS_OF, type Shop } from './data.js';

export const MODEL = quintiles({ ties: 'byRank' });
export const SETTINGS = { asOf: AS_OF, zone: 'UTC', currency: { code: 'EUR', minorUnit: 2 } } as const;

/** Scores, and what each customer's orders come to on average. */
export interface Answer {
  readonly scores: RfmScoreColumns;
  readonly mean: Float64Array;
}

/** Fits and scores purchases. */
export function score(purchases: PurchaseColumns): Answer {
  const scores = orThrow(scoreColumns(orThrow(fitColumns(MODEL, purchases)), purchases));
  const { total, orders } = purchases;
  const mean = new Float64Array(purchases.customers);
  for (let i = 0; i < mean.length; i += 1) mean[i] = (total[i] ?? 0) / (orders[i] ?? 1);
  return { scores, mean };
}

/** From columns to scores, the check of the columns included. */
export function fromColumns({ at, amount }: Shop, customer: IdColumn): Answer {
  return score(orThrow(aggregateOrders(orThrow(orderColumns({ customer, at, amount })), SETTINGS)));
}

/** From objects to scores as columns. */
export function fromObjects(orders: readonly Order[]): Answer {
  return score(orThrow(aggregateOrderObjects(orders, SETTINGS)));
}

/** From objects to a scored object for each customer, by the readable path. */
export function objectPath(orders: readonly Order[]): RfmScores {
  const book = { orders, zone: SETTINGS.zone, currency: SETTINGS.currency };
  const summaries = orThrow(summarizePurchases(book, { asOf: AS_OF }));
  return orThrow(scoreRfm(orThrow(fitRfm(MODEL, summaries)), summaries));
}

export function checkColumns({ scores }: Answer): string {
  const { purchases, r, f, m, segment, segmentNames } = scores;
  const sum = checksum();
  const numbers = segmentNames.map((name) => SEGMENTS.indexOf(name ?? ''));
  for (let i = 0; i < purchases.customers; i += 1) {
    sum.add(numberOf(purchases.ids[i] ?? ''), r[i] ?? 0, f[i] ?? 0, m[i] ?? 0, numbers[segment[i] ?? 0] ?? 0);
  }
  return sum.value();
}

export function checkObjects({ customers }: RfmScores): string {
  const sum = checksum();
  for (const one of customers) {
    if (one.kind === 'scored')
      sum.add(numberOf(one.customerId), one.r, one.f, one.m, SEGMENTS.indexOf(one.segment ?? ''));
  }
  return sum.value();
}
