/** The customers a model looks at, and the value it takes of each in each dimension, as columns. */
import { monthsBetween } from '../../foundation/months.js';
import type { RfmDimension, RfmModel } from '../model.js';
import type { IdOrder } from './id-order.js';
import type { PurchaseColumns } from './purchase-columns.js';
import { ORDER, ORDERING, STATE } from './purchase-columns.js';
import { scratchFloats, scratchInts } from './scratch.js';

/** Customers with an order in the window; what is at one index of all arrays belongs to one of them. */
export interface Sample {
  readonly size: number;
  /** Where each stands in the purchases. */
  readonly customers: Int32Array;
  /** Of all customers of the purchases. */
  readonly order: () => IdOrder;
  readonly values: Readonly<Record<RfmDimension, Float64Array>>;
  /** Memory for indices, one more than there are customers, that whoever needs it writes over. */
  readonly spare: Int32Array;
}

/** The sample of a model. A model that needs purchase days must only meet purchases that counted them. */
export function sampleOf(model: RfmModel, purchases: PurchaseColumns): Sample {
  const customers = purchases[ORDERING]();
  const values = {
    recency: recencyValues(model, purchases, customers),
    frequency: taken(
      (model.frequency.counts === 'orders' ? purchases.orders : purchases.purchaseDays) ?? NO_COUNTS,
      customers,
    ),
    monetary: monetaryValues(model, purchases, customers),
  };
  return {
    size: customers.length,
    customers,
    order: purchases[ORDER],
    values,
    spare: scratchInts(customers.length + 1),
  };
}

/** The part of a sample at some indices of it. */
export function partOf({ order, customers, values }: Sample, indices: Int32Array): Sample {
  const part = (column: Float64Array): Float64Array => partOfColumn(column, indices);
  return {
    size: indices.length,
    order,
    customers: indices.map((index) => customers[index] ?? 0),
    values: {
      recency: part(values.recency),
      frequency: part(values.frequency),
      monetary: part(values.monetary),
    },
    spare: scratchInts(indices.length + 1),
  };
}

const NO_COUNTS = new Float64Array(0);

/** The indices of the customers with orders. */
export function ordering(orders: Float64Array): Int32Array {
  const customers = scratchInts(orders.length);
  let size = 0;
  for (let i = 0; i < orders.length; i += 1) {
    customers[size] = i;
    if ((orders[i] ?? 0) > 0) size += 1;
  }
  return customers.subarray(0, size);
}

/** The elements at some ascending indices; a column of which that is all, as it is. */
function taken(column: Float64Array, indices: Int32Array): Float64Array {
  return indices.length === column.length ? column : partOfColumn(column, indices);
}

function partOfColumn(column: Float64Array, indices: Int32Array): Float64Array {
  const part = scratchFloats(indices.length);
  for (let i = 0; i < part.length; i += 1) part[i] = column[indices[i] ?? 0] ?? 0;
  return part;
}

function recencyValues(
  { recency }: RfmModel,
  purchases: PurchaseColumns,
  customers: Int32Array,
): Float64Array {
  const values = taken(purchases.recencyDays, customers);
  if (recency.unit === 'days') return values;
  const { today } = purchases[STATE].conventions;
  const months = new Map<number, number>();
  return values.map((days) => {
    const known = months.get(days) ?? monthsBetween(today - days, today);
    months.set(days, known);
    return known;
  });
}

function monetaryValues(
  { monetary }: RfmModel,
  { total, orders, purchaseDays }: PurchaseColumns,
  customers: Int32Array,
): Float64Array {
  const totals = taken(total, customers);
  if (monetary.basis === 'total') return totals;
  const counts = (monetary.basis === 'averageOrderValue' ? orders : purchaseDays) ?? NO_COUNTS;
  const means = scratchFloats(totals.length);
  for (let i = 0; i < means.length; i += 1)
    means[i] = (totals[i] ?? 0) / (counts[customers[i] ?? 0] ?? 0) + 0;
  return means;
}
