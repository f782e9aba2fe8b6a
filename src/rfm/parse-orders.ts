/** From any rows to orders: the mapping is checked, every row is accounted for. */
import { iterableProblem } from '../foundation/iterable.js';
import { left, type Result, right } from '../foundation/result.js';
import { read } from '../foundation/schema.js';
import { checkMapping } from './check-mapping.js';
import type { OrderMapping, OrderMappingInput } from './mapping.js';
import type { ParsedOrders, RejectedRow } from './order.js';
import { type OrderReader, type OrderReadOptions, orderReader } from './order-reader.js';
import { orderMappingSchema } from './schema.js';

/**
 * Reads rows (objects from a CSV reader, from JSON, from a database) as orders, the way the mapping declares.
 * Nothing is guessed, and nothing is lost: each row is accepted, ignored by a named policy, or rejected with its
 * number and every reason. A `Left` means that the mapping or the options are wrong, or that `rows` is no list; a row
 * never causes one.
 *
 * Columns are the rows' own top-level properties, inherited or nested ones are not looked at; a cell may be text, a
 * number, a big integer, or a `Date`, which is taken as the instant it is, whatever `dates` says.
 *
 * What surprises people: `"1,234"` is a problem unless `numbers.group` says what the comma means; returns lower
 * the customer's total but are no orders; an amount with more decimals than the currency is a problem unless
 * `rounding` names a rule.
 *
 * @example
 * ```ts
 * import { orThrow, parseOrders } from 'clientele/rfm';
 *
 * const rows = [
 *   { id: 'A1', customer: 'ann', placed: '2025-11-03T10:00', total: '20.00' },
 *   { id: 'A2', customer: 'bob', placed: '2025-11-04T12:30', total: '1,234' },
 * ];
 * const parsed = orThrow(
 *   parseOrders(rows, {
 *     rows: 'orders',
 *     columns: { orderId: 'id', customerId: 'customer', at: 'placed', amount: 'total' },
 *     zone: 'Europe/London',
 *     currency: { code: 'GBP', minorUnit: 2 },
 *   }),
 * );
 *
 * parsed.orders.map((order) => order.amount); // => [2000]
 * parsed.rejected.map(({ row, problems }) => [row, problems[0].code]); // => [[2, 'notANumber']]
 * parsed.counts; // => { rows: 2, accepted: 1, ignored: 0, rejected: 1 }
 * ```
 */
export function parseOrders(
  rows: Iterable<unknown>,
  mapping: OrderMapping | OrderMappingInput,
  options: OrderReadOptions = {},
): Result<ParsedOrders> {
  const reader = createOrderReader(mapping, options);
  if (reader._tag === 'Left') return reader;
  const noList = iterableProblem(rows, ['rows'], {
    en: 'list of row objects (for a stream: createOrderReader)',
    zh: '行对象的列表（流式数据请用 createOrderReader）',
  });
  if (noList !== undefined) return left(noList);
  const atOnce: RejectedRow[] = [];
  for (const row of rows) {
    const rejected = reader.right.read(row);
    if (rejected !== undefined) atOnce.push(rejected);
  }
  const parsed = reader.right.finish();
  const rejected = [...atOnce, ...parsed.rejected].sort((a, b) => a.row - b.row);
  return right({ ...parsed, rejected });
}

/**
 * {@link parseOrders} for rows that come one at a time: memory grows with orders, not with rows (unless
 * `duplicateRows` asks to remember them).
 *
 * @example
 * ```ts
 * import { createOrderReader, orThrow } from 'clientele/rfm';
 *
 * const reader = orThrow(
 *   createOrderReader({
 *     rows: 'lines',
 *     columns: { orderId: 'invoice', customerId: 'customer', at: 'date', unitPrice: 'price', quantity: 'pieces' },
 *     zone: 'Europe/London',
 *     currency: { code: 'GBP', minorUnit: 2 },
 *   }),
 * );
 * reader.read({ invoice: '1', customer: 'ann', date: '2025-11-03', price: '2.55', pieces: '6' });
 * reader.read({ invoice: '1', customer: 'ann', date: '2025-11-03', price: '3.39', pieces: '1' });
 *
 * reader.finish().orders.map(({ amount, units }) => ({ amount, units })); // => [{ amount: 1869, units: 7 }]
 * ```
 */
export function createOrderReader(
  mapping: OrderMapping | OrderMappingInput,
  options: OrderReadOptions = {},
): Result<OrderReader> {
  const checked = read(orderMappingSchema(), { format: 'order-mapping@1', ...mapping }, checkMapping);
  return checked._tag === 'Left' ? checked : orderReader(checked.right, options);
}
