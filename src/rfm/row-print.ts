/** Texts by which equal rows are recognised, short enough to remember one for every row. */
import { compareText } from '../foundation/ordering.js';

/** A printer of rows: prints are equal exactly for rows that are equal in every column, whatever the order of their keys. */
export function rowPrinter(): (row: object, number: number) => string {
  const shapes = new Map<string, number>();
  let keys: readonly string[] = [];
  let sorted: readonly string[] = [];
  let shape = -1;

  /** Rows of one file have the same keys in the same order: they are sorted once. */
  function remember(own: readonly string[]): void {
    keys = own;
    sorted = own.toSorted(compareText);
    const name = JSON.stringify(sorted);
    shape = shapes.get(name) ?? shapes.size;
    shapes.set(name, shape);
  }

  return (row, number) => {
    const own = Object.keys(row);
    const known = shape >= 0 && own.length === keys.length && own.every((key, i) => key === keys[i]);
    if (!known) remember(own);
    let print = String(shape);
    for (const key of sorted) {
      const value: unknown = Reflect.get(row, key);
      const text = cellPrint(value, number);
      print += ` ${typeof value === 'string' ? '' : typeof value}${text.length}:${text}`;
    }
    return print;
  };
}

/** What of a cell must be equal; cells that cannot be written down (circles, say) are equal to themselves only. */
function cellPrint(value: unknown, number: number): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part)) ?? '';
  } catch {
    return `only row ${number}`;
  }
}
