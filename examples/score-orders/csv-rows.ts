/** What csv-parse is told, and what its records become: rows that know where they stood in the file. */
import type { Info, Options } from 'csv-parse';

/** One row below the header. */
export interface CsvRow {
  /** Counted from 1, the header and blank lines left out. */
  readonly number: number;
  /** The line of the file on which the row begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Set where quotes do not pair up, so that the cells are not to be trusted. */
  readonly unclosedQuote?: true;
}

export interface CsvHandlers {
  /** Called once, before any row. */
  readonly header: (names: readonly string[]) => void;
  /** Called for every row, in the file's order. */
  readonly row: (row: CsvRow) => void;
  readonly delimiter?: string;
}

/** Rows with more than this are a missing quote, not a row. */
export const LONGEST_ROW = 1_000_000;

export interface RowReader {
  readonly record: (cells: readonly string[], info: Info) => void;
  /** A quote was still open at the end. */
  readonly unclosed: () => void;
  readonly sawHeader: () => boolean;
}

/** Hands every record to the handlers: the first as the header, the others as rows. */
export function rowReader(handlers: CsvHandlers): RowReader {
  let header = false;
  let number = 0;
  let lastLine = 0;
  let blanks = 0;
  // csv-parse counts a CR LF inside quotes as two lines; this many of its lines so far are not lines.
  let surplus = 0;
  const begin = (lines: number, emptyLines: number, cells: readonly string[]): number => {
    const spans = lines - surplus - lastLine - (emptyLines - blanks) > 1;
    const breaks = spans ? (cells.join('').match(/\r\n|\n|\r/g) ?? []) : [];
    surplus += breaks.filter((found) => found === '\r\n').length;
    lastLine = lines - surplus;
    blanks = emptyLines;
    return lastLine - breaks.length;
  };
  return {
    record: (cells, info) => {
      const line = begin(info.lines, info.empty_lines, cells);
      if (!header) {
        header = true;
        handlers.header(cells);
        return;
      }
      number += 1;
      handlers.row(
        cells.some(runsOn) ? { number, line, cells, unclosedQuote: true } : { number, line, cells },
      );
    },
    unclosed: () => {
      if (header) handlers.row({ number: number + 1, line: lastLine + 1, cells: [], unclosedQuote: true });
    },
    sawHeader: () => header,
  };
}

/** A quote that was opened and not closed makes one cell of what were several rows: it keeps its first quote. */
function runsOn(cell: string): boolean {
  return cell.startsWith('"') && /[\r\n]/.test(cell);
}

export function parserOptions(rows: RowReader, delimiter: string = ','): Options {
  return {
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells, info) => {
      rows.record(cells, info);
      return null;
    },
    // Only a quote still open at the end of the file may be skipped, because nothing is lost behind it.
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error?.code !== 'CSV_QUOTE_NOT_CLOSED') throw error ?? new Error('unknown CSV error');
      rows.unclosed();
      return undefined;
    },
  };
}
