/** Integer ids that lie so close together that each can be the address of its customer's record. */
import { BLOCK } from './blocks.js';
import type { ColumnRange } from './column-types.js';
import { addByParts, packingFor } from './dense-parts.js';
import { addToRecord, emptyRecords, WIDTH } from './dense-records.js';
import { recordState } from './record-state.js';
import type { RowReader } from './rows.js';
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
  const { min, max } = known.customer;
  const records = emptyRecords(max - min + 1, known.at);
  const packing = packingFor(reader.rows, known.customer, known.at, known.amount);
  if (packing === undefined) addAsTheyCome(reader, records, min);
  else addByParts(reader, records, packing);
  return stateOf(records, min, reader.rows, known.bound, conventions);
}

function addAsTheyCome(reader: RowReader<Float64Array>, records: Float64Array, min: number): void {
  for (let from = 0; from < reader.rows; from += BLOCK) {
    const { ids, at, amount, rows } = reader.read(from, Math.min(reader.rows, from + BLOCK));
    for (let i = 0; i < rows; i += 1) {
      addToRecord(records, WIDTH * (((ids[i] ?? 0) - min) | 0), at[i] ?? 0, amount[i] ?? 0);
    }
  }
}

/** The records of the integers that are somebody's id moved together, and what they say. */
function stateOf(
  records: Float64Array,
  min: number,
  rows: number,
  bound: number,
  conventions: Conventions,
): PurchaseState {
  let customers = 0;
  for (let i = 0; i < records.length; i += WIDTH) customers += Number((records[i] ?? 0) > 0);
  const ids = new Float64Array(customers);
  for (let i = 0, place = 0; i < records.length; i += WIDTH) {
    if ((records[i] ?? 0) === 0) continue;
    ids[place] = min + i / WIDTH;
    const to = WIDTH * place;
    for (let field = 0; field < WIDTH; field += 1) records[to + field] = records[i + field] ?? 0;
    place += 1;
  }
  return recordState(records, ids, rows, bound, conventions);
}
