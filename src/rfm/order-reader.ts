/** Rows in, one at a time; orders out at the end. Remembers orders, not rows. */

import type { ZoneClock } from '../foundation/civil.js';
import { type AsOf, clockOf, instantOf } from '../foundation/instant.js';
import { compareText } from '../foundation/ordering.js';
import type { Problem, Problems } from '../foundation/problem.js';
import { type Result, right } from '../foundation/result.js';
import { claims } from './claimed-ids.js';
import { judge, type Settled, type Verdict } from './judge-order.js';
import type { OrderMapping } from './mapping.js';
import { mergeDays } from './merge-days.js';
import { customerMerger, type MergedCustomers } from './merged-customers.js';
import type { Order, ParsedOrders, RejectedRow } from './order.js';
import { addLine, type Draft, newDraft, rowCountOf, rowsOf } from './order-drafts.js';
import { type PlainOrder, plainOrders } from './plain-order.js';
import { MASK } from './read-cells.js';
import { GUEST, type OrderLine, rowReader } from './read-row.js';
import { rowPrinter } from './row-print.js';

/** What reading needs besides the mapping. */
export interface OrderReadOptions {
  /** Orders after this are refused or ignored, as the mapping's policy says; a plain day means all of it. Absent: none are. */
  readonly asOf?: AsOf;
  /** Customer ids that were merged into others, old to new, as a `Map` or a plain object; chains are followed. */
  readonly mergedCustomers?: MergedCustomers;
  /**
   * Takes the orders, in no order that is specified, instead of their being listed: `orders` is then empty. Where each
   * row is an order it is called while rows are read, and of an order only its id is kept; where rows are added up, or
   * `repeatedIds` is `'last'`, or `sameDay` is `'merge'`, `finish()` calls it, and may then be asked once only.
   */
  readonly take?: (order: Order) => void;
}

/** Takes rows as they come, e.g. from a stream. */
export interface OrderReader {
  /**
   * Reads one row; `number` counts from 1 and defaults to the next one. Returns the rejection where the row is
   * refused at once.
   */
  read(row: unknown, number?: number): RejectedRow | undefined;
  /**
   * For callers that read the cells of most rows themselves, to spare their texts: `true` where `read` would take a row
   * with these values, in which the mapping's other columns are not looked at, as this very purchase. The row is then
   * counted and its id taken, and that is all: the order is neither listed nor given to `take`, since the caller has
   * it. `false` says nothing of the row, and changes nothing: `read` it. `number` counts as in `read`.
   */
  admit(order: PlainOrder, number?: number): boolean;
  /**
   * The orders. Here `rejected` holds only the rows that could be judged at the end, where rows are added up: those
   * of orders whose total turned out below zero, zero or too large, whose lines name two customers, or of which
   * another line was refused; `counts` cover all rows. May be asked more than once, between rows too.
   */
  finish(): ParsedOrders;
}

/** {@link createOrderReader} for a mapping that has been checked. */
export function orderReader(mapping: OrderMapping, options: OrderReadOptions = {}): Result<OrderReader> {
  const clock = clockOf(mapping.zone);
  if (clock._tag === 'Left') return clock;
  const asOf = options.asOf === undefined ? undefined : instantOf(options.asOf, clock.right);
  if (asOf?._tag === 'Left') return asOf;
  const ids = mapping.personal.includes(mapping.columns.customerId) ? 'personal' : 'shown';
  const merger = customerMerger(options.mergedCustomers ?? {}, ids);
  if (merger._tag === 'Left') return merger;
  return right(build(mapping, clock.right, asOf?.right, merger.right, options.take));
}

function build(
  mapping: OrderMapping,
  clock: ZoneClock,
  asOf: number | undefined,
  customer: (id: string) => string,
  take: OrderReadOptions['take'],
): OrderReader {
  const { columns, policies } = mapping;
  const readRow = rowReader(mapping, clock, asOf);
  /** Orders of which more may come to be known. */
  const drafts = new Map<string, Draft>();
  /** Orders of which nothing more will. */
  const known: Order[] = [];
  const giveNow = policies.sameDay === 'keep' ? take : undefined;
  /** Whether the rows of one id are added up; an order is then judged when all its rows are in. */
  const addsUp = mapping.rows === 'lines' || policies.repeatedIds === 'sum';
  /** Whether no later row changes an order. */
  const atOnce = !addsUp && policies.repeatedIds !== 'last';
  const claim = claims(mapping);
  const isPlain = plainOrders(mapping, asOf, customer);
  /** Orders with a refused line, and the first such row. */
  const lostLines = new Map<string, number>();
  const ignoredBy = new Map<string, number>();
  const seen = policies.duplicateRows === 'keep' ? undefined : new Map<string, number>();
  const printOf = rowPrinter();
  const counts = { rows: 0, rejected: 0 };
  let lastNumber = 0;
  /** Rows of the orders of which nothing more will be known. */
  let accepted = 0;

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

  function place(line: OrderLine, number: number, verdict: Settled | undefined): Problem | undefined {
    const id = line.orderId ?? `#${number}`;
    const customerId = line.customerId === undefined ? `${GUEST}${id}` : customer(line.customerId);
    if (atOnce && verdict !== undefined) {
      if (!claim(id, number, line.returned)) return repeated(id);
      accepted += 1;
      const { kind, amount, units } = verdict;
      give({ id, customerId, at: line.at, amount, units, kind });
      return undefined;
    }
    const key = keyOf(id, line.returned);
    const earlier = drafts.get(key);
    if (earlier === undefined) drafts.set(key, newDraft(id, customerId, line, number));
    else if (addsUp) addLine(earlier, customerId, line, number);
    else {
      drafts.set(key, newDraft(id, customerId, line, number));
      ignore('repeatedIds: last', rowCountOf(earlier));
    }
    return undefined;
  }

  function give(order: Order): void {
    if (giveNow === undefined) known.push(order);
    else giveNow(order);
  }

  function repeated(id: string): Problem | undefined {
    if (policies.repeatedIds === 'first') {
      ignore('repeatedIds: first', 1);
      return undefined;
    }
    return {
      code: 'repeatedId',
      path: [columns.orderId ?? ''],
      expected: { kind: 'unique', of: { en: 'order id', zh: '订单号' } },
      found: shown(columns.orderId ?? '', id),
    };
  }

  function shown(column: string, text: string): string {
    return mapping.personal.includes(column) ? MASK : JSON.stringify(text);
  }

  /** A guest's id tells the order id. */
  function shownCustomer(id: string): string {
    const tellsOrder = id.startsWith(GUEST) && mapping.personal.includes(columns.orderId ?? '');
    return tellsOrder ? MASK : shown(columns.customerId, id);
  }

  /** Whose order is it? Which line came first must not decide, so that all lines are refused. */
  function otherCustomer(order: Draft, other: NonNullable<Draft['other']>): Problem {
    const id = shown(columns.orderId ?? '', order.id);
    const [one, two] = [shownCustomer(order.customerId), shownCustomer(other.customerId)];
    const first = order.runs[0] ?? 0;
    return {
      code: 'otherCustomer',
      path: [columns.customerId],
      expected: {
        kind: 'type',
        type: { en: `single customer for all lines of order ${id}`, zh: `订单 ${id} 各行的同一位顾客` },
      },
      found: {
        en: `${one} in row ${first} and ${two} in row ${other.row}`,
        zh: `第 ${first} 行为 ${one}，第 ${other.row} 行为 ${two}`,
      },
    };
  }

  function partialOrder(order: Draft, row: number): Problem {
    const id = shown(columns.orderId ?? '', order.id);
    return {
      code: 'partialOrder',
      path: [columns.orderId ?? ''],
      expected: { kind: 'policy', policy: 'partialOrders', setting: 'refuse' },
      found: { en: `order ${id}, of which row ${row} was refused`, zh: `订单 ${id}（其第 ${row} 行被拒绝）` },
    };
  }

  function read(row: unknown, number: number = lastNumber + 1): RejectedRow | undefined {
    lastNumber = number;
    counts.rows += 1;
    const found = readRow(row);
    if (found.kind === 'rejected') {
      if (addsUp && found.orderId !== undefined) {
        const key = keyOf(found.orderId, found.returned);
        if (!lostLines.has(key)) lostLines.set(key, number);
      }
      return reject(number, found.problems);
    }
    if (found.kind === 'ignored') {
      ignore(found.by, 1);
      return undefined;
    }
    // A row that is an order is judged before it claims its id: one that is refused changes no other.
    const verdict = addsUp ? undefined : judge(mapping, found);
    if (verdict !== undefined && 'problem' in verdict) return reject(number, [verdict.problem]);
    if (verdict !== undefined && 'ignoredBy' in verdict) {
      ignore(verdict.ignoredBy, 1);
      return undefined;
    }
    const earlier = repeats(row, number);
    if (earlier !== undefined && policies.duplicateRows === 'ignore') {
      ignore('duplicateRows: ignore', 1);
      return undefined;
    }
    const problem: Problem | undefined =
      earlier === undefined
        ? place(found, number, verdict)
        : {
            code: 'duplicateRow',
            path: [],
            expected: { kind: 'unique', of: { en: 'row', zh: '行' } },
            found: { en: `row ${earlier} again`, zh: `第 ${earlier} 行的重复` },
          };
    return problem === undefined ? undefined : reject(number, [problem]);
  }

  function admit(order: PlainOrder, number: number = lastNumber + 1): boolean {
    if (isPlain === undefined || !isPlain(order) || !claim(order.orderId ?? '', number, false)) return false;
    lastNumber = number;
    counts.rows += 1;
    accepted += 1;
    return true;
  }

  /** The verdict on an order whose rows are all in. */
  function verdictOn(draft: Draft, lostLine: number | undefined): Verdict {
    if (draft.other !== undefined) return { problem: otherCustomer(draft, draft.other) };
    if (lostLine !== undefined && policies.partialOrders === 'refuse')
      return { problem: partialOrder(draft, lostLine) };
    return judge(mapping, draft);
  }

  function finish(): ParsedOrders {
    const orders = [...known];
    const late: RejectedRow[] = [];
    const leftOut = new Map(ignoredBy);
    let partialOrders = 0;
    let rows = accepted;
    for (const draft of drafts.values()) {
      const lostLine = lostLines.size === 0 ? undefined : lostLines.get(keyOf(draft.id, draft.returned));
      const verdict = verdictOn(draft, lostLine);
      if ('problem' in verdict) {
        for (const row of rowsOf(draft)) late.push({ row, problems: [verdict.problem] });
      } else if ('ignoredBy' in verdict) {
        leftOut.set(verdict.ignoredBy, (leftOut.get(verdict.ignoredBy) ?? 0) + rowCountOf(draft));
      } else {
        rows += rowCountOf(draft);
        if (lostLine !== undefined) partialOrders += 1;
        const { id, customerId, at } = draft;
        const { amount, units, kind } = verdict;
        const order = { id, customerId, at, amount, units, kind };
        if (giveNow === undefined) orders.push(order);
        else giveNow(order);
      }
    }
    orders.sort(compareOrders);
    const merged = policies.sameDay === 'merge' ? mergeDays(orders, clock) : orders;
    if (take !== undefined) for (const order of merged) take(order);
    const ignored = [...leftOut.values()].reduce((sum, one) => sum + one, 0);
    return {
      orders: take === undefined ? merged : [],
      currency: mapping.currency,
      zone: mapping.zone,
      rejected: late.sort((a, b) => a.row - b.row),
      counts: { rows: counts.rows, accepted: rows, ignored, rejected: counts.rejected + late.length },
      ignoredBy: Object.fromEntries([...leftOut].sort(([a], [b]) => compareText(a, b))),
      partialOrders,
    };
  }

  return { read, admit, finish };
}

/** By time, then by everything else: the same orders are listed the same way wherever their rows stood. */
function compareOrders(a: Order, b: Order): number {
  return (
    a.at - b.at ||
    compareText(a.id, b.id) ||
    compareText(a.customerId, b.customerId) ||
    compareText(a.kind, b.kind) ||
    a.amount - b.amount ||
    a.units - b.units
  );
}

/** A return may share its id with the order it returns. */
function keyOf(id: string, returned: boolean): string {
  return `${returned ? 'return' : 'order'} ${id}`;
}
