/** From order columns to an aggregate: what each customer bought. */
import { type Problem, show } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Order } from '../order.js';
import { addIntegers, addTexts } from './add-ids.js';
import { addObjects } from './add-objects.js';
import { MANY } from './add-up.js';
import { idTexts, numberBlocks } from './blocks.js';
import { checkLengths } from './check-columns.js';
import type { ColumnRange, OrderColumns } from './column-types.js';
import { type AggregateOptions, conventionProblems, readOptions, tooManyCustomers } from './conventions.js';
import { addDense, isDense } from './dense.js';
import { seedOf } from './hash.js';
import { knownCustomers, mergeStates } from './merge.js';
import { type PurchaseColumns, STATE } from './purchase-columns.js';
import { purchaseColumns } from './purchase-view.js';
import { columnReader } from './rows.js';
import { addSpread, MANY_SPREAD } from './spread.js';
import { addSpreadTexts } from './spread-texts.js';
import type { Conventions, PurchaseState } from './state.js';
import { emptyTally, type RowKnowledge } from './tally.js';

/**
 * Adds up each customer's purchases, as `summarizePurchases` does for objects: the same window, the same civil days,
 * the same exact totals. What it gives can be scored, and merged with the aggregates of other rows.
 *
 * @example
 * ```ts
 * import { orThrow } from 'clientele/rfm';
 * import { aggregateOrders, orderColumns } from 'clientele/rfm/columns';
 *
 * const columns = orThrow(
 *   orderColumns({
 *     customer: Int32Array.of(7, 8, 7),
 *     at: Float64Array.of(Date.UTC(2025, 9, 1), Date.UTC(2025, 9, 5), Date.UTC(2025, 10, 20)),
 *     amount: Int32Array.of(2000, 1500, 4000),
 *   }),
 * );
 * const currency = { code: 'GBP', minorUnit: 2 };
 * const purchases = orThrow(aggregateOrders(columns, { asOf: '2025-11-22', zone: 'UTC', currency }));
 *
 * const seven = purchases.indexOf('7');
 * [purchases.customers, purchases.orders[seven], purchases.total[seven], purchases.recencyDays[seven]]; // => [2, 2, 6000, 2]
 * ```
 */
export function aggregateOrders(columns: OrderColumns, options: AggregateOptions): Result<PurchaseColumns> {
  const conventions = readOptions(options);
  if (conventions._tag === 'Left') return conventions;
  const state = aggregate(columns, conventions.right);
  if (state._tag === 'Left') return state;
  const known = options.customers && knownCustomers(options.customers, conventions.right);
  const all = known === undefined ? state.right : mergeStates(state.right, known);
  return viewOf(held(all, conventions.right));
}

/**
 * {@link aggregateOrders} over order objects: many of them are added up several times as fast as by
 * `summarizePurchases`, which gives the same figures. What is no order is left out, with its problem.
 *
 * @example
 * ```ts
 * import { orThrow } from 'clientele/rfm';
 * import { aggregateOrderObjects } from 'clientele/rfm/columns';
 *
 * const orders = [
 *   { id: '1', customerId: 'ann', at: Date.UTC(2025, 9, 1), amount: 2000, units: 1, kind: 'purchase' },
 *   { id: '2', customerId: 'ann', at: Date.UTC(2025, 10, 20), amount: 4000, units: 2, kind: 'purchase' },
 * ] as const;
 * const currency = { code: 'GBP', minorUnit: 2 };
 * const purchases = orThrow(aggregateOrderObjects(orders, { asOf: '2025-11-22', zone: 'UTC', currency }));
 *
 * [purchases.ids[0], purchases.orders[0], purchases.total[0]]; // => ['ann', 2, 6000]
 * ```
 */
export function aggregateOrderObjects(
  orders: readonly Order[],
  options: AggregateOptions,
): Result<PurchaseColumns> {
  const conventions = readOptions(options);
  if (conventions._tag === 'Left') return conventions;
  if (!Array.isArray(orders)) return left(notAList(orders));
  return viewOf(held(addObjects(orders, conventions.right, options.customers), conventions.right));
}

function notAList(orders: unknown): Problem {
  const type = { en: 'list of orders', zh: '订单列表' };
  return { code: 'wrongType', path: ['orders'], expected: { kind: 'type', type }, found: show(orders) };
}

/**
 * The aggregate of two sets of rows from their aggregates. Merging chunks, streams or the work of several workers in
 * any grouping gives the customers and figures that one pass over all rows gives.
 *
 * A `Left` means that the two were made under different conventions: another `asOf`, zone, window or currency.
 */
export function mergePartials(one: PurchaseColumns, other: PurchaseColumns): Result<PurchaseColumns> {
  const mine = one[STATE];
  const theirs = other[STATE];
  const [first, ...rest] = conventionProblems(mine.conventions, theirs.conventions);
  if (first !== undefined) return left(first, ...rest);
  return viewOf(held(mergeStates(mine, theirs), mine.conventions));
}

/**
 * The aggregate with more orders added, under the conventions it was made under; what was given stays as it was.
 * Only the customers of the new rows are worked on, the others' columns are copied.
 */
export function appendOrders(purchases: PurchaseColumns, columns: OrderColumns): Result<PurchaseColumns> {
  const state = purchases[STATE];
  const added = aggregate(columns, state.conventions);
  return added._tag === 'Left' ? added : viewOf(held(mergeStates(state, added.right), state.conventions));
}

function held(state: PurchaseState | undefined, conventions: Conventions): Result<PurchaseState> {
  return state === undefined || state.customers > conventions.mostCustomers
    ? left(tooManyCustomers(conventions))
    : right(state);
}

function viewOf(state: Result<PurchaseState>): Result<PurchaseColumns> {
  return state._tag === 'Left' ? state : right(purchaseColumns(state.right));
}

function aggregate(columns: OrderColumns, conventions: Conventions): Result<PurchaseState> {
  const [first, ...rest] = checkLengths(columns);
  if (first !== undefined) return left(first, ...rest);
  const { customer, rows, ranges } = columns;
  const { mostCustomers } = conventions;
  const seed = conventions.seed ?? seedOf(rows, (i) => Number(columns.at[i] ?? 0));
  const known = knowledgeOf(columns, conventions);
  const tally = emptyTally(conventions, known);
  const bound = rows * known.largest.amount;
  const exact = Number.isSafeInteger(bound) && Number.isSafeInteger(ranges.at.max - ranges.at.min + 2);
  if (!ArrayBuffer.isView(customer) || ranges.customer === undefined) {
    const texts = columnReader(columns, idTexts(customer));
    const spread =
      rows < MANY
        ? undefined
        : addSpreadTexts(texts, conventions, seed, {
            units: columns.units !== undefined,
            returned: columns.returned !== undefined,
            rejected: () => [],
          });
    if (spread !== undefined) return held(spread === 'tooMany' ? undefined : spread, conventions);
    return held(addTexts(texts, tally, mostCustomers, seed), conventions);
  }
  const reader = columnReader(columns, numberBlocks(customer));
  if (known.plain && exact) {
    const plain = { ...ranges, customer: ranges.customer, bound };
    if (isDense(ranges.customer, rows, mostCustomers)) return right(addDense(reader, plain, conventions));
    const spread = rows < MANY_SPREAD ? undefined : addSpread(reader, plain, conventions, seed);
    if (spread !== undefined) return held(spread === 'tooMany' ? undefined : spread, conventions);
  }
  return held(addIntegers(reader, ranges.customer, tally, mostCustomers, seed), conventions);
}

function knowledgeOf(
  { ranges, units, returned }: OrderColumns,
  { interval, purchaseDays }: Conventions,
): RowKnowledge {
  const size = (range: ColumnRange): number => Math.max(Math.abs(range.min), Math.abs(range.max));
  const inWindow = ranges.at.min >= interval.from && ranges.at.max < interval.until;
  return {
    plain: inWindow && units === undefined && returned === undefined && purchaseDays === 'leaveOut',
    at: ranges.at,
    largest: { amount: size(ranges.amount), units: ranges.units === undefined ? 0 : size(ranges.units) },
    units: units !== undefined,
    returned: returned !== undefined,
  };
}
