/** Records of customers by id: orders, total, last order, first order, side by side, so that a row touches one line of the cache. */
import type { ColumnRange } from './column-types.js';

/** Doubles of a record. */
export const WIDTH = 4;
/** Doubles of a wide record, which goes on with returns and units. */
export const WIDE = 6;

/** Makes records of zeros ones that any order is later and earlier than. */
export function beginRecords(records: Float64Array, at: ColumnRange): void {
  for (let i = 0; i < records.length; i += WIDTH) {
    records[i + 2] = at.min - 1;
    records[i + 3] = at.max + 1;
  }
}

/** Comparisons count as 0 or 1: a branch on data that is still on its way from memory would cost the waiting time. */
export function addToRecord(records: Float64Array, record: number, instant: number, amount: number): void {
  records[record] = (records[record] ?? 0) + 1;
  records[record + 1] = (records[record + 1] ?? 0) + amount;
  const last = records[record + 2] ?? 0;
  records[record + 2] = last + (instant - last) * Number(instant > last);
  const first = records[record + 3] ?? 0;
  records[record + 3] = first + (instant - first) * Number(instant < first);
}

/** The same for a wide record, which begins with an order later than −∞ and earlier than ∞; `mark` is twice the units, with 1 added for a return, which is no order. */
export function addToWideRecord(
  records: Float64Array,
  record: number,
  instant: number,
  amount: number,
  mark: number,
): void {
  records[record + 1] = (records[record + 1] ?? 0) + amount;
  records[record + 5] = (records[record + 5] ?? 0) + (mark >> 1);
  if ((mark & 1) === 1) {
    records[record + 4] = (records[record + 4] ?? 0) + 1;
    return;
  }
  records[record] = (records[record] ?? 0) + 1;
  if (instant > (records[record + 2] ?? 0)) records[record + 2] = instant;
  if (instant < (records[record + 3] ?? 0)) records[record + 3] = instant;
}
