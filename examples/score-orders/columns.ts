/** Which cell of a row is which: checks the mapping against the file's header and makes rows of cells. */
import type { OrderMapping } from 'clientele/rfm';
import { InputError } from './input-error.js';

export type Row = Readonly<Record<string, string>>;

/** A maker of rows for this header. @throws InputError where the mapping and the header do not fit together. */
export function rowMaker(
  header: readonly string[],
  mapping: OrderMapping,
  file: string,
): (cells: readonly string[]) => Row {
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
  return (cells) => {
    // Without a prototype, because a column may be called anything, even __proto__.
    const row: Record<string, string> = Object.create(null);
    for (let i = 0; i < header.length; i += 1) row[header[i] ?? ''] = cells[i] ?? '';
    return row;
  };
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
