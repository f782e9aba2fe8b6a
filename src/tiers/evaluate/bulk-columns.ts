/** Columns of metrics, and the columns of plain numbers that a question compares. */
import { own } from '../../foundation/record.js';
import type { MetricValue } from './judge.js';
import type { MetricValues, Rows } from './metric-values.js';
import { type Question, slotValue } from './question.js';

/** A metric of many members. */
export type MetricColumn =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | readonly MetricValue[];

/** Metrics of many members by name. */
export type MetricColumns = Readonly<Record<string, MetricColumn>>;

/** The values of one member. */
export function rowAt(columns: MetricColumns, index: number): MetricValues {
  const row: Record<string, MetricValue> = Object.create(null);
  for (const name of Object.keys(columns)) row[name] = columns[name]?.[index];
  return row;
}

/** A column of numbers for each slot of a question; NaN where a value is not known. */
export function columnsFor(
  question: Question,
  sources: readonly (MetricColumns | undefined)[],
  length: number,
): readonly Float64Array[] {
  const { views, moveTo } = viewsOf(sources);
  return question.slots.map((slot) => {
    const column = own(sources[slot.row], slot.metric);
    if (slot.is === undefined && column !== undefined && !isList(column)) {
      return column instanceof Float64Array ? column : new Float64Array(column);
    }
    const values = new Float64Array(length);
    for (let i = 0; i < length; i += 1) {
      moveTo(i);
      values[i] = slotValue(slot, slot.read(views));
    }
    return values;
  });
}

/** The values of a row of every source, as objects that are made once and moved from row to row. */
function viewsOf(sources: readonly (MetricColumns | undefined)[]): {
  readonly views: Rows;
  readonly moveTo: (index: number) => void;
} {
  let row = 0;
  const viewOf = (columns: MetricColumns): MetricValues => {
    const view: MetricValues = Object.create(null);
    for (const [name, column] of Object.entries(columns)) {
      Object.defineProperty(view, name, { get: () => column[row] });
    }
    return view;
  };
  return {
    views: sources.map((columns) => columns && viewOf(columns)),
    moveTo: (index) => {
      row = index;
    },
  };
}

function isList(column: MetricColumn): column is readonly MetricValue[] {
  return Array.isArray(column);
}
