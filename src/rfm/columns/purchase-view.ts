/** From an aggregate to the columns a host sees: customers whose totals fit, and their summaries on demand. */
import { monthsBetween } from '../../foundation/months.js';
import { once } from '../../foundation/once.js';
import { compareText } from '../../foundation/ordering.js';
import type { Problem } from '../../foundation/problem.js';
import type { PurchaseSummary } from '../summary.js';
import { dayTable } from './day-table.js';
import { idOrder, sortIds } from './id-order.js';
import type { Ids } from './ids.js';
import { ORDER, ORDERING, type PurchaseColumns, STATE } from './purchase-columns.js';
import { ordering } from './sample.js';
import type { PurchaseState, Sums } from './state.js';
import { wideSum } from './wide-sums.js';

/** The columns of an aggregate. */
export function purchaseColumns(state: PurchaseState): PurchaseColumns {
  const { conventions, rows } = state;
  const { asOf, zone, window, currency } = conventions;
  const { kept, rejected } = settle(state);
  const keep = keeper(state.customers, kept);
  const ids = keepIds(state.ids, kept);
  const orders = keep(state.orders);
  const lastOrderAt = keep(state.last);
  const customerSince = once(() => keep(state.since));
  const firstOrderAt = once(() => (state.first === state.since ? customerSince() : keep(state.first)));
  const total = keep(settled(state.total, state.customers));
  const units = once(() => state.units && keep(settled(state.units, state.customers)));
  const returns = once(() => state.returns && keep(state.returns));
  const recency = once(() => recencyOf(state, lastOrderAt));
  const order = once(() => idOrder(ids, ids === state.ids ? state.textKeys : undefined));
  const days = state.days && keep(countDays(state));

  const view: PurchaseColumns = {
    asOf,
    zone,
    window,
    currency,
    customers: ids.length,
    ids,
    orders,
    total,
    get firstOrderAt() {
      return firstOrderAt();
    },
    lastOrderAt,
    get customerSince() {
      return customerSince();
    },
    get returns() {
      return returns();
    },
    get units() {
      return units();
    },
    ...(days === undefined ? {} : { purchaseDays: days }),
    get recencyDays() {
      return recency();
    },
    rejected: [...state.rejected, ...rejected],
    counts: {
      orders:
        rows.inWindow +
        rows.beforeWindow +
        rows.afterWindow +
        state.rejected.length -
        state.rejectedCustomers,
      ...rows,
      rejected: state.rejected.length - state.rejectedCustomers,
      rejectedCustomers: state.rejectedCustomers + rejected.length,
    },
    idAt: (index) => (ids[index] === undefined ? undefined : String(ids[index])),
    indexOf: (customerId) => indexIn(ids, customerId),
    byId: () => sortIds(view[ORDER]()),
    summary: (index) => (days === undefined ? undefined : summaryAt(view, index)),
    [STATE]: state,
    [ORDER]: order,
    [ORDERING]: once(() => ordering(orders)),
  };
  return view;
}

/** One customer's summary; purchase days that were not counted read 0. */
export function summaryAt(view: PurchaseColumns, index: number): PurchaseSummary | undefined {
  const customerId = view.idAt(index);
  if (customerId === undefined) return undefined;
  const orders = view.orders[index] ?? 0;
  const total = view.total[index] ?? 0;
  const counts = {
    customerId,
    orders,
    purchaseDays: view.purchaseDays?.[index] ?? 0,
    units: view.units?.[index] ?? 0,
    total,
    returns: view.returns?.[index] ?? 0,
  };
  const lastOrderAt = view.lastOrderAt[index] ?? 0;
  if (lastOrderAt === Number.NEGATIVE_INFINITY) return { kind: 'neverOrdered', ...counts };
  const { today } = view[STATE].conventions;
  const recencyDays = view.recencyDays[index] ?? 0;
  const since = {
    lastOrderAt,
    customerSince: view.customerSince[index] ?? 0,
    recencyDays,
    recencyMonths: monthsBetween(today - recencyDays, today),
  };
  if (orders === 0) return { kind: 'lapsed', ...counts, ...since };
  return {
    kind: 'ordered',
    ...counts,
    ...since,
    firstOrderAt: view.firstOrderAt[index] ?? 0,
    averageOrderValue: total / orders + 0,
  };
}

/** The places whose sums fit the safe integers, absent where that is all of them; and a problem for each other one. */
function settle(state: PurchaseState): {
  readonly kept: Int32Array | undefined;
  readonly rejected: PurchaseColumns['rejected'];
} {
  const { total, units, customers, ids } = state;
  if (total.wide === undefined && units?.wide === undefined) return { kept: undefined, rejected: [] };
  const rejected: { readonly customerId: string; readonly problem: Problem }[] = [];
  const kept: number[] = [];
  for (let place = 0; place < customers; place += 1) {
    const customerId = String(ids[place]);
    const problem =
      overflow(customerId, 'total', total, place) ?? (units && overflow(customerId, 'units', units, place));
    if (problem === undefined) kept.push(place);
    else rejected.push({ customerId, problem });
  }
  rejected.sort((a, b) => compareText(a.customerId, b.customerId));
  return { kept: rejected.length === 0 ? undefined : Int32Array.from(kept), rejected };
}

function overflow(
  customerId: string,
  field: 'total' | 'units',
  { wide }: Sums,
  place: number,
): Problem | undefined {
  const sum = wide && wideSum(wide, place);
  if (typeof sum !== 'bigint') return undefined;
  return {
    code: 'tooLarge',
    path: ['customers', customerId, field],
    expected: { kind: 'type', type: 'safe integer' },
    found: String(sum),
  };
}

function settled({ sums, wide }: Sums, customers: number): Float64Array {
  return wide === undefined
    ? sums
    : Float64Array.from({ length: customers }, (_, place) => Number(wideSum(wide, place)));
}

/** Leaves out of a column what is not kept; a column of which all is kept is given as it is. */
function keeper(customers: number, kept: Int32Array | undefined): (column: Float64Array) => Float64Array {
  return (column) => {
    if (kept === undefined || column.length !== customers) return column;
    const rest = new Float64Array(kept.length);
    for (let i = 0; i < kept.length; i += 1) rest[i] = column[kept[i] ?? 0] ?? 0;
    return rest;
  };
}

function keepIds(ids: Ids, kept: Int32Array | undefined): Ids {
  if (kept === undefined) return ids;
  if (ids instanceof Float64Array) return Float64Array.from(kept, (place) => ids[place] ?? 0);
  return Array.from(kept, (place) => ids[place] ?? '');
}

function countDays({ days, customers }: PurchaseState): Float64Array {
  const counts = new Float64Array(customers);
  days?.visit((place) => {
    counts[place] = (counts[place] ?? 0) + 1;
  });
  return counts;
}

function recencyOf({ conventions }: PurchaseState, last: Float64Array): Float64Array {
  const { clock, asOf, today } = conventions;
  let earliest = asOf;
  for (let i = 0; i < last.length; i += 1) {
    const at = last[i] ?? 0;
    if (at < earliest && at !== Number.NEGATIVE_INFINITY) earliest = at;
  }
  const dayOf = dayTable(clock, earliest, asOf);
  const recency = new Float64Array(last.length);
  for (let i = 0; i < last.length; i += 1) {
    const at = last[i] ?? 0;
    // Where clocks go back over midnight, an earlier instant can show a later day.
    recency[i] = at === Number.NEGATIVE_INFINITY ? -1 : Math.max(0, today - dayOf(at));
  }
  return recency;
}

function indexIn(ids: Ids, customerId: string): number {
  if (!(ids instanceof Float64Array)) return ids.indexOf(customerId);
  const id = Number(customerId);
  return String(id) === customerId ? ids.indexOf(id) : -1;
}
