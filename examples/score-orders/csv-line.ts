/** Lines of CSV files that are safe to open in a spreadsheet. */

/**
 * A cell: text, or a number that this program worked out. Decimals already written by this program go in as
 * {@link numeral}, so that they stay numbers in a spreadsheet.
 */
export type Cell = string | number | Numeral | undefined;

/** A number already written as text, e.g. money with its two decimals; or several cells already written. */
export interface Numeral {
  readonly numeral: string;
}

export function numeral(text: string): Numeral {
  return { numeral: text };
}

/** Cells that many lines share, written once: in a line they stand for as many cells as they are. */
export function sharedCells(cells: readonly Cell[]): Numeral {
  return numeral(cells.map(written).join(','));
}

/**
 * Text as a spreadsheet may safely see it: whatever it would run as a formula gets a leading `'`
 * (OWASP, "CSV Injection": `=`, `+`, `-`, `@`, tab, carriage return and line feed, and their full-width forms).
 * Leading blanks do not help a formula through.
 */
export function harmless(text: string): string {
  return /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u.test(text) ? `'${text}` : text;
}

/** One line of a CSV file with its line end (RFC 4180). */
export function csvLine(cells: readonly Cell[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i += 1) line += i === 0 ? written(cells[i]) : `,${written(cells[i])}`;
  return `${line}\r\n`;
}

/** Text of which nothing can be meant otherwise than it is written: most cells. */
const PLAIN = /^\w[\w.-]*$/;

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'object') return cell.numeral;
  if (PLAIN.test(cell)) return cell;
  const text = harmless(cell);
  return /[",\r\n;\t]|^\s|\s$/.test(text) || text !== cell ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The first line of a CSV file: a spreadsheet takes the file for UTF-8 only when it begins so. */
export function firstCsvLine(header: readonly string[]): string {
  return `\uFEFF${csvLine(header)}`;
}

/** A CSV file that is being written; it is there when it is closed. */
export interface CsvFile {
  readonly write: (cells: readonly Cell[]) => void;
  readonly close: () => void;
  /** Leaves nothing behind; after `close` it does nothing. */
  readonly discard: () => void;
}

/** Begins a CSV file with its header. */
export type OpenCsv = (header: readonly string[]) => CsvFile;
