/** Rows in, one at a time; orders out at the end. Remembers orders, not rows. */

import type { ZoneClock } from '../foundation/civil.js';
import { type AsOf, clockOf, instantOf } from '../foundation/instant.js';
import { settle } from '../foundation/money.js';
import { compareText } from '../foundation/ordering.js';
import type { Expectation, Problem, Problems } from '../foundation/problem.js';
import { type Result, right } from '../foundation/result.js';
import type { OrderMapping } from './mapping.js';
import { mergeDays } from './merge-days.js';
import { customerMerger } from './merged-customers.js';
import type { Order, ParsedOrders, RejectedRow } from './order.js';
import { addLine, type Draft, newDraft, rowCountOf, rowsOf } from './order-drafts.js';
import { MASK } from './read-cells.js';
import { GUEST, type OrderLine, rowReader } from './read-row.js';
import { rowPrinter } from './row-print.js';

/** What reading needs besides the mapping. */
export interface OrderReadOptions {
  /** Orders after this are refused or ignored, as the mapping's policy says; a plain day means all of it. Absent: none are. */
  readonly asOf?: AsOf;
  /** Customer ids that were merged into others, old to new; chains are followed. */
  readonly mergedCustomers?: ReadonlyMap<string, string>;
}

/** Takes rows as they come, e.g. from a stream. */
export interface OrderReader {
  /**
   * Reads one row; `number` counts from 1 and defaults to the next one. Returns the rejection where the row is
   * refused at once.
   */
  read(row: unknown, number?: number): RejectedRow | undefined;
  /**
   * The orders. Here `rejected` holds only the rows that could be judged at the end: those of orders whose total
   * turned out below zero, zero or too large; `counts` cover all rows. May be asked more than once, between rows too.
   */
  finish(): ParsedOrders;
}

interface Verdict {
  readonly kind: Order['kind'];
}
type Late = Verdict | { readonly ignoredBy: string } | { readonly problem: Problem };

/** {@link createOrderReader} for a mapping that has been checked. */
export function orderReader(mapping: OrderMapping, options: OrderReadOptions = {}): Result<OrderReader> {
  const clock = clockOf(mapping.zone);
  if (clock._tag === 'Left') return clock;
  const asOf = options.asOf === undefined ? undefined : instantOf(options.asOf, clock.right);
  if (asOf?._tag === 'Left') return asOf;
  const merger = customerMerger(options.mergedCustomers ?? new Map());
  if (merger._tag === 'Left') return merger;
  return right(build(mapping, clock.right, asOf?.right, merger.right));
}

function build(
  mapping: OrderMapping,
  clock: ZoneClock,
  asOf: number | undefined,
  customer: (id: string) => string,
): OrderReader {
  const { columns, policies } = mapping;
  const readRow = rowReader(mapping, clock, asOf);
  const drafts = new Map<string, Draft>();
  /** Drafts that share their id with an earlier one, under `repeatedIds: 'separate'`. */
  const separate: Draft[] = [];
  const ignoredBy = new Map<string, number>();
  const seen = policies.duplicateRows === 'keep' ? undefined : new Map<string, number>();
  const printOf = rowPrinter();
  const counts = { rows: 0, rejected: 0 };
  let lastNumber = 0;

  const ignore = (by: string, rows: number): void => {
    ignoredBy.set(by, (ignoredBy.get(by) ?? 0) + rows);
  };
  const reject = (row: number, problems: readonly Problem[]): RejectedRow => {
    counts.rejected += 1;
    return { row, problems: problems as Problems };
  };

  /** The row seen before that this one repeats in every column. */
  function repeats(row: unknown, number: number): number | undefined {
    if (seen === undefined) return undefined;
    // Only objects are read as rows.
    const print = printOf(row as object, number);
    const earlier = seen.get(print);
    if (earlier === undefined) seen.set(print, number);
    return earlier;
  }

  function place(line: OrderLine, number: number): Problem | undefined {
    const id = line.orderId ?? `#${number}`;
    const customerId = line.customerId === undefined ? `${GUEST}${id}` : customer(line.customerId);
    const key = `${line.returned ? 'return' : 'order'} ${id}`;
    const earlier = drafts.get(key);
    if (earlier === undefined) {
      drafts.set(key, newDraft(id, customerId, line, number));
      return undefined;
    }
    if (mapping.rows === 'orders' && policies.repeatedIds !== 'sum')
      return repeated(key, earlier, newDraft(id, customerId, line, number));
    if (earlier.customerId !== customerId) return otherCustomer(earlier, customerId);
    addLine(earlier, line, number);
    return undefined;
  }

  function repeated(key: string, earlier: Draft, later: Draft): Problem | undefined {
    switch (policies.repeatedIds) {
      case 'separate':
        separate.push(later);
        return undefined;
      case 'last':
        drafts.set(key, later);
        ignore('repeatedIds: last', rowCountOf(earlier));
        return undefined;
      case 'first':
        ignore('repeatedIds: first', 1);
        return undefined;
      default:
        return {
          code: 'repeatedId',
          path: [columns.orderId ?? ''],
          expected: { kind: 'unique', of: { en: 'order id', zh: '订单号' } },
          found: shown(columns.orderId ?? '', later.id),
        };
    }
  }

  function shown(column: string, text: string): string {
    return mapping.personal.includes(column) ? MASK : JSON.stringify(text);
  }

  function otherCustomer(order: Draft, customerId: string): Problem {
    const column = columns.customerId;
    const expected = {
      kind: 'sameAs',
      as: `row ${order.runs[0]} of order ${shown(columns.orderId ?? '', order.id)}`,
      value: shown(column, order.customerId),
    } as const;
    return { code: 'otherCustomer', path: [column], expected, found: shown(column, customerId) };
  }

  function read(row: unknown, number: number = lastNumber + 1): RejectedRow | undefined {
    lastNumber = number;
    counts.rows += 1;
    const found = readRow(row);
    if (found.kind === 'rejected') return reject(number, found.problems);
    if (found.kind === 'ignored') {
      ignore(found.by, 1);
      return undefined;
    }
    const earlier = repeats(row, number);
    if (earlier !== undefined && policies.duplicateRows === 'ignore') {
      ignore('duplicateRows: ignore', 1);
      return undefined;
    }
    const problem: Problem | undefined =
      earlier === undefined
        ? place(found, number)
        : {
            code: 'duplicateRow',
            path: [],
            expected: { kind: 'unique', of: { en: 'row', zh: '行' } },
            found: { en: `row ${earlier} again`, zh: `第 ${earlier} 行的重复` },
          };
    return problem === undefined ? undefined : reject(number, [problem]);
  }

  function finish(): ParsedOrders {
    const orders: Order[] = [];
    const late: RejectedRow[] = [];
    const leftOut = new Map(ignoredBy);
    let accepted = 0;
    for (const draft of [...drafts.values(), ...separate]) {
      const amount = settle(draft.amount);
      const units = settle(draft.units);
      const verdict = judge(mapping, draft, amount, units);
      if ('problem' in verdict) {
        for (const row of rowsOf(draft)) late.push({ row, problems: [verdict.problem] });
      } else if ('ignoredBy' in verdict) {
        leftOut.set(verdict.ignoredBy, (leftOut.get(verdict.ignoredBy) ?? 0) + rowCountOf(draft));
      } else {
        accepted += rowCountOf(draft);
        const { id, customerId, at } = draft;
        orders.push({ id, customerId, at, amount: amount ?? 0, units: units ?? 0, kind: verdict.kind });
      }
    }
    orders.sort((a, b) => a.at - b.at || compareText(a.id, b.id));
    const ignored = [...leftOut.values()].reduce((sum, rows) => sum + rows, 0);
    return {
      orders: policies.sameDay === 'merge' ? mergeDays(orders, clock) : orders,
      currency: mapping.currency,
      zone: mapping.zone,
      rejected: late.sort((a, b) => a.row - b.row),
      counts: { rows: counts.rows, accepted, ignored, rejected: counts.rejected + late.length },
      ignoredBy: Object.fromEntries([...leftOut].sort(([a], [b]) => compareText(a, b))),
    };
  }

  return { read, finish };
}

/** What an order turns out to be, now that its total is known. */
function judge(
  mapping: OrderMapping,
  draft: Draft,
  amount: number | undefined,
  units: number | undefined,
): Late {
  const { columns, policies, returns } = mapping;
  const column = columns.amount ?? columns.unitPrice ?? '';
  const problem = (code: string, at: string, expected: Expectation, found: string): Late => ({
    problem: { code, path: [at], expected, found: mapping.personal.includes(at) ? MASK : found },
  });
  if (amount === undefined || units === undefined) {
    const [at, total] = amount === undefined ? [column, draft.amount] : [columns.quantity ?? '', draft.units];
    return problem(
      'tooLarge',
      at,
      { kind: 'type', type: { en: 'safe integer as the total of the order', zh: '可精确表示的订单合计' } },
      String(total),
    );
  }
  if (amount === 0 && policies.zeroAmounts !== 'keep') {
    if (policies.zeroAmounts === 'ignore') return { ignoredBy: 'zeroAmounts: ignore' };
    return problem('zeroAmount', column, { kind: 'policy', policy: 'zeroAmounts', setting: 'refuse' }, '0');
  }
  const isReturn = draft.returned || (amount < 0 && returns.negativeTotal === 'return');
  if (!isReturn) return { kind: 'purchase' };
  switch (policies.returns) {
    case 'net':
      return { kind: 'return' };
    case 'negativeOrder':
      return { kind: 'purchase' };
    case 'ignore':
      return { ignoredBy: 'returns: ignore' };
    case 'refuse':
      return problem(
        'return',
        column,
        { kind: 'policy', policy: 'returns', setting: 'refuse' },
        `a total of ${amount}`,
      );
  }
}
