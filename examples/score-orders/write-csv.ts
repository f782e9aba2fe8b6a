/** Writes CSV files that are safe to open in a spreadsheet, row by row, and whole or not at all. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * A cell: text, or a number that this program worked out. Decimals already written by this program go in as
 * {@link numeral}, so that they stay numbers in a spreadsheet.
 */
export type Cell = string | number | Numeral | undefined;

/** A number already written as text, e.g. money with its two decimals. */
export interface Numeral {
  readonly numeral: string;
}

export function numeral(text: string): Numeral {
  return { numeral: text };
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
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'object') return cell.numeral;
  const text = harmless(cell);
  return /[",\r\n;\t]|^\s|\s$/.test(text) || text !== cell ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file that appears under its name only when it is complete. */
export interface CsvFile {
  readonly write: (cells: readonly Cell[]) => void;
  readonly close: () => void;
  /** Leaves nothing behind; after `close` it does nothing. */
  readonly discard: () => void;
}

const PIECE = 1 << 16;

export function createCsvFile(path: string, header: readonly string[]): CsvFile {
  const partial = `${path}.part`;
  const file = openSync(partial, 'w');
  let open = true;
  // A spreadsheet takes a file for UTF-8 only when it begins so.
  let pending = `\uFEFF${csvLine(header)}`;
  const flush = (): void => {
    writeAll(file, Buffer.from(pending, 'utf8'));
    pending = '';
  };
  return {
    write: (cells) => {
      pending += csvLine(cells);
      if (pending.length > PIECE) flush();
    },
    close: () => {
      flush();
      closeSync(file);
      open = false;
      renameSync(partial, path);
    },
    discard: () => {
      if (!open) return;
      closeSync(file);
      open = false;
      rmSync(partial, { force: true });
    },
  };
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
}
