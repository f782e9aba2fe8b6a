/** The way it is mostly written: group the objects, map the groups, sort and cut in five. */

import type { Order } from 'clientele/rfm';
import lodash from 'lodash';
import { checksum, numberOf, SEGMENT_OF } from './answer.js';
import { AS_OF_DAY } from './data.js';

interface Customer {
  readonly id: string;
  readonly days: number;
  readonly orders: number;
  readonly total: number;
  readonly mean: number;
}

export interface Scored extends Customer {
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly segment: number;
}

export function fromObjects(orders: readonly Order[]): readonly Scored[] {
  const customers = lodash.map(lodash.groupBy(orders, 'customerId'), (own, id): Customer => {
    const last = lodash.maxBy(own, 'at')?.at ?? 0;
    const total = lodash.sumBy(own, 'amount');
    return {
      id,
      days: AS_OF_DAY - Math.floor(last / 86_400_000),
      orders: own.length,
      total,
      mean: total / own.length,
    };
  });
  const r = fifths(lodash.orderBy(customers, ['days', 'id'], ['desc', 'asc']));
  const f = fifths(lodash.sortBy(customers, ['orders', 'id']));
  const m = fifths(lodash.sortBy(customers, ['total', 'id']));
  return customers.map((one) => {
    const scores = { r: r.get(one.id) ?? 0, f: f.get(one.id) ?? 0, m: m.get(one.id) ?? 0 };
    return { ...one, ...scores, segment: SEGMENT_OF[25 * scores.r + 5 * scores.f + scores.m - 31] ?? 0 };
  });
}

/** NTILE: the larger groups first. */
function fifths(sorted: readonly Customer[]): ReadonlyMap<string, number> {
  const size = Math.floor(sorted.length / 5);
  const larger = sorted.length % 5;
  return new Map(
    sorted.map(({ id }, rank) => {
      const inLarger = rank < larger * (size + 1);
      const group = inLarger
        ? Math.floor(rank / (size + 1))
        : larger + Math.floor((rank - larger * (size + 1)) / size);
      return [id, group + 1];
    }),
  );
}

export function checkLodash(scored: readonly Scored[]): string {
  const sum = checksum();
  for (const { id, r, f, m, segment } of scored) sum.add(numberOf(id), r, f, m, segment);
  return sum.value();
}
