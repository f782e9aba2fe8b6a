/** Texts from rows anywhere in a list. */
import type { RowReader } from './rows.js';
import { scratchInts } from './scratch.js';

/** The ids of rows, read in the order of the rows: one from anywhere would be waited for. */
export function textsAt(reader: RowReader<readonly string[]>, rows: Int32Array): readonly string[] {
  const placeOf = scratchInts(reader.rows);
  for (let place = 0; place < rows.length; place += 1) placeOf[rows[place] ?? 0] = place + 1;
  const ids = new Array<string>(rows.length);
  for (let row = 0; row < placeOf.length; row += 1) {
    const place = placeOf[row] ?? 0;
    if (place > 0) ids[place - 1] = reader.idAt(row);
  }
  return ids;
}
