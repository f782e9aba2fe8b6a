/** Integer ids that lie so close together that each can be the address of its customer's record. */
import { BLOCK } from './blocks.js';
import type { ColumnRange } from './column-types.js';
import { addByParts, packingFor } from './dense-parts.js';
import { addToRecord, beginRecords, WIDTH } from './dense-records.js';
import { recordState } from './record-state.js';
import type { RowReader } from './rows.js';
import { scratchFloats } from './scratch.js';
import type { Conventions, PurchaseState } from './state.js';

/** Whether every integer of a range may have a record, although some may be nobody's. */
export function isDense({ min, max }: ColumnRange, rows: number, mostCustomers: number): boolean {
  const span = max - min + 1;
  return span <= Math.max(4096, rows / 2) && span <= mostCustomers;
}

/** What is known of dense rows: all are purchases in the window, and no total can leave the safe integers. */
export interface DenseRows {
  readonly customer: ColumnRange;
  readonly at: ColumnRange;
  readonly amount: ColumnRange;
  /** No total, nor part of one, can be larger. */
  readonly bound: number;
}

/** Adds up dense rows. */
export function addDense(
  reader: RowReader<Float64Array>,
  known: DenseRows,
  conventions: Conventions,
): PurchaseState {
  const packing = packingFor(reader.rows, known.customer, known.at, known.amount);
  const records = packing === undefined ? addAsTheyCome(reader, known) : addByParts(reader, packing);
  return recordState(records, known.customer.min, reader.rows, known.bound, conventions);
}

function addAsTheyCome(reader: RowReader<Float64Array>, { customer, at }: DenseRows): Float64Array {
  const records = scratchFloats(WIDTH * (customer.max - customer.min + 1));
  beginRecords(records, at);
  for (let from = 0; from < reader.rows; from += BLOCK) {
    const block = reader.read(from, Math.min(reader.rows, from + BLOCK));
    addBlock(block.ids, block.at, block.amount, block.rows, customer.min, records);
  }
  return records;
}

function addBlock(
  ids: Float64Array,
  at: Float64Array,
  amount: Float64Array,
  rows: number,
  min: number,
  records: Float64Array,
): void {
  for (let i = 0; i < rows; i += 1)
    addToRecord(records, WIDTH * (((ids[i] ?? 0) - min) | 0), at[i] ?? 0, amount[i] ?? 0);
}
