/** Orders on their way to what each customer bought: added up in blocks, and then forgotten. */
import type { Currency, Order, OrderMapping, PlainOrder, RfmModel } from 'clientele/rfm';
import {
  collectPurchases,
  type OrderColumns,
  orderColumns,
  type PurchaseCollector,
  type PurchaseColumns,
} from 'clientele/rfm/columns';
import { demand } from './demand.js';
import { exactSum } from './exact-sum.js';

/** Takes every order, and says what they come to. */
export interface Ledger {
  readonly take: (order: Order) => void;
  /** Takes an order of which no more is known than a plain one has. */
  readonly takePlain: (order: PlainOrder) => void;
  /** What each customer bought, as of a day: one that was known beforehand, unless all orders were kept. Asked once. */
  readonly purchases: (asOf: string) => PurchaseColumns;
  /** All orders of a kind, in minor units, exactly. */
  readonly sum: (kind: Order['kind']) => bigint;
  /** The last purchase, epoch milliseconds; `undefined` where there is none. */
  readonly lastPurchaseAt: () => number | undefined;
  readonly zone: string;
  readonly currency: Currency;
}

export interface LedgerOptions {
  readonly mapping: OrderMapping;
  readonly window: RfmModel['window'];
  /** The days that will be asked about, where they are known; otherwise orders are kept until they are. */
  readonly days: readonly string[] | undefined;
}

const BLOCK = 1 << 14;

/** An empty ledger. @throws InputError where a day is none. */
export function createLedger({ mapping, window, days }: LedgerOptions): Ledger {
  const { zone, currency } = mapping;
  const collectors = new Map((days ?? []).map((day) => [day, collectorFor(day)]));
  const kept: OrderColumns[] = [];
  const sums = { purchase: exactSum(), return: exactSum() };
  let block = emptyBlock();
  let rows = 0;
  let last = Number.NEGATIVE_INFINITY;

  function collectorFor(asOf: string): PurchaseCollector {
    return demand('--as-of', collectPurchases({ asOf, zone, currency, window, purchaseDays: 'count' }));
  }

  function close(): void {
    if (rows === 0) return;
    const columns = demand('the orders', orderColumns(first(block, rows)));
    for (const collector of collectors.values()) demand('the orders', collector.add(columns));
    if (days === undefined) {
      kept.push(columns);
      block = emptyBlock();
    }
    rows = 0;
  }

  function take({ customerId, at, amount, units, kind }: Order): void {
    note(customerId, at, amount, units, kind);
  }

  function note(customerId: string, at: number, amount: number, units: number, kind: Order['kind']): void {
    block.customer[rows] = customerId;
    block.at[rows] = at;
    block.amount[rows] = amount;
    block.units[rows] = units;
    block.returned[rows] = kind === 'return' ? 1 : 0;
    if (kind === 'purchase' && at > last) last = at;
    sums[kind].add(amount);
    rows += 1;
    if (rows === BLOCK) close();
  }

  return {
    zone,
    currency,
    take,
    takePlain: ({ customerId, at, amount }) => note(customerId, at, amount, 0, 'purchase'),
    purchases(asOf) {
      close();
      const known = collectors.get(asOf);
      if (known !== undefined) return known.finish();
      const collector = collectorFor(asOf);
      for (const columns of kept) demand('the orders', collector.add(columns));
      return collector.finish();
    },
    sum: (kind) => sums[kind].value(),
    lastPurchaseAt: () => (last === Number.NEGATIVE_INFINITY ? undefined : last),
  };
}

interface Block {
  readonly customer: string[];
  readonly at: Float64Array;
  readonly amount: Float64Array;
  readonly units: Float64Array;
  readonly returned: Uint8Array;
}

function emptyBlock(): Block {
  const floats = (): Float64Array => new Float64Array(BLOCK);
  return {
    customer: new Array<string>(BLOCK).fill(''),
    at: floats(),
    amount: floats(),
    units: floats(),
    returned: new Uint8Array(BLOCK),
  };
}

function first(block: Block, rows: number): Block {
  if (rows === BLOCK) return block;
  return {
    customer: block.customer.slice(0, rows),
    at: block.at.slice(0, rows),
    amount: block.amount.slice(0, rows),
    units: block.units.slice(0, rows),
    returned: block.returned.slice(0, rows),
  };
}
