/** Which cell of a row is which: checks the mapping against the file's header and makes rows of cells. */
import type { OrderMapping } from 'clientele/rfm';
import { InputError } from './input-error.js';

export type Row = Readonly<Record<string, string>>;

/** Makes rows of cells. */
export interface RowMaker {
  /** The columns that reading looks at, in an object that the next row reuses. */
  readonly read: (cells: readonly string[]) => Row;
  /** All columns. */
  readonly all: (cells: readonly string[]) => Row;
}

/** A maker of rows for this header. @throws InputError where the mapping and the header do not fit together. */
export function rowMaker(header: readonly string[], mapping: OrderMapping, file: string): RowMaker {
  for (const { column, use } of columnsOf(mapping)) {
    const count = header.filter((name) => name === column).length;
    if (count === 0) {
      throw new InputError(
        `${file} has no column "${column}", which the mapping names as ${use}; its columns are ${listed(header)}`,
      );
    }
    if (count > 1)
      throw new InputError(
        `${file} has ${count} columns named "${column}", which the mapping names as ${use}`,
      );
  }
  const all = (cells: readonly string[]): Row => {
    // Without a prototype, because a column may be called anything, even __proto__.
    const row: Record<string, string> = Object.create(null);
    for (let i = 0; i < header.length; i += 1) row[header[i] ?? ''] = cells[i] ?? '';
    return row;
  };
  // Equal rows are equal in every column.
  return { all, read: mapping.policies.duplicateRows === 'keep' ? mappedColumns(header, mapping) : all };
}

/** Texts longer than this are parts of the one they were cut from. */
const LONGEST_COPY = 12;

function mappedColumns(header: readonly string[], { columns }: OrderMapping): RowMaker['read'] {
  const kept: readonly (string | undefined)[] = [columns.orderId, columns.customerId];
  const names = [...new Set(Object.values(columns))];
  const cellsOf = names.map((name) => ({ name, index: header.indexOf(name), isKept: kept.includes(name) }));
  const row: Record<string, string> = {};
  for (const name of names)
    Object.defineProperty(row, name, { value: '', writable: true, enumerable: true, configurable: true });
  return (cells) => {
    for (const { name, index, isKept } of cellsOf) {
      const cell = cells[index] ?? '';
      row[name] = isKept ? ownText(cell) : cell;
    }
    return row;
  };
}

/** The same text apart from the one it was cut from, which would otherwise stay in memory as long as it does. */
export function ownText(text: string): string {
  return text.length > LONGEST_COPY ? ` ${text}`.slice(1) : text;
}

function columnsOf(mapping: OrderMapping): readonly { readonly column: string; readonly use: string }[] {
  const mapped = Object.entries(mapping.columns).map(([use, column]) => ({
    use: `columns.${use}`,
    column: String(column),
  }));
  return [...mapped, ...mapping.personal.map((column) => ({ use: 'personal', column }))];
}

function listed(header: readonly string[]): string {
  const shown = header.slice(0, 20).map((name) => `"${name}"`);
  return header.length > shown.length
    ? `${shown.join(', ')} and ${header.length - shown.length} more`
    : shown.join(', ');
}
