/** Arquero: column tables in JavaScript. */
import { desc, from, op, table } from 'arquero';
import type { Order } from 'clientele/rfm';
import { checksum, numberOf, SEGMENT_OF } from './answer.js';
import { AS_OF_DAY, type Shop } from './data.js';

interface Column {
  at(row: number): unknown;
}

interface Answer {
  numRows(): number;
  column(name: string): Column;
}

/** The part of a table that the job needs. */
interface Grouped {
  numRows(): number;
  groupby(name: string): Grouped;
  rollup(values: Record<string, unknown>): Grouped;
  derive(values: Record<string, unknown>): Grouped;
  orderby(...keys: unknown[]): Grouped;
  params(values: Record<string, unknown>): Grouped;
  reify(): Grouped & Answer;
}

export function fromColumns({ at, amount }: Shop, customer: Int32Array | readonly string[]): Answer {
  return job(table({ customer, at, amount }) as Grouped);
}

export function fromObjects(orders: readonly Order[]): Answer {
  return job(from([...orders], ['customerId', 'at', 'amount']) as Grouped, 'customerId');
}

/** The group of a rank as SQL's NTILE has it, the larger groups first; Arquero's own `ntile` rounds otherwise. */
const FIFTH =
  '(d, $) => d.rank <= $.larger * ($.size + 1) ? 1 + op.floor((d.rank - 1) / ($.size + 1)) : 1 + $.larger + op.floor((d.rank - 1 - $.larger * ($.size + 1)) / $.size)';

function job(orders: Grouped, customer = 'customer'): Answer {
  const purchases = orders
    .groupby(customer)
    .rollup({ last: op.max('at'), orders: op.count(), total: op.sum('amount'), mean: op.mean('amount') });
  const customers = purchases.numRows();
  const rank = { rank: op.row_number() };
  return purchases
    .params({
      day: 86_400_000,
      today: AS_OF_DAY,
      segments: Array.from(SEGMENT_OF),
      size: Math.floor(customers / 5),
      larger: customers % 5,
    })
    .derive({ days: '(d, $) => $.today - op.floor(d.last / $.day)' })
    .orderby(desc('days'), customer)
    .derive(rank)
    .derive({ r: FIFTH })
    .orderby('orders', customer)
    .derive(rank)
    .derive({ f: FIFTH })
    .orderby('total', customer)
    .derive(rank)
    .derive({ m: FIFTH })
    .derive({ segment: '(d, $) => $.segments[25 * d.r + 5 * d.f + d.m - 31]' })
    .reify();
}

export function checkArquero(answer: Answer, customer = 'customer'): string {
  const sum = checksum();
  const [ids, r, f, m, segment] = [customer, 'r', 'f', 'm', 'segment'].map((name) => answer.column(name));
  for (let i = 0; i < answer.numRows(); i += 1) {
    sum.add(
      numberOf(ids?.at(i) as number | string),
      Number(r?.at(i)),
      Number(f?.at(i)),
      Number(m?.at(i)),
      Number(segment?.at(i)),
    );
  }
  return sum.value();
}
