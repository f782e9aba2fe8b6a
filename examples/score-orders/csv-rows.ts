/** A reader of CSV text as it comes in: rows out, each with where it stood in the file. */
import { type CsvRecord, scanRecord } from './csv-record.js';

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
  /**
   * Called for every row before it is cut into cells, with where it begins in a text. Gives the index behind its line
   * end where it needs no cells, being one line, and is done with; otherwise −1, and `row` is called.
   */
  readonly plainRow?: (text: string, from: number, number: number) => number;
  readonly delimiter?: string;
}

/** Rows with more bytes than this are a missing quote, not a row. */
const LONGEST_ROW = 1_000_000;

/** What stops the reading at a row that is too long. */
export class LongRowError extends Error {
  override readonly name = 'LongRowError';
  /** The one on which the row begins. */
  readonly line: number;

  constructor(line: number) {
    super(`a row is longer than ${LONGEST_ROW} bytes; a closing quote may be missing`);
    this.line = line;
  }
}

export interface CsvScanner {
  /** Takes the next piece of the text; pieces may end anywhere. @throws LongRowError */
  readonly write: (text: string) => void;
  /** Nothing more comes. @throws LongRowError */
  readonly end: () => void;
  readonly sawHeader: () => boolean;
}

/** Hands every record to the handlers: the first as the header, the others as rows. Blank lines are passed over. */
export function csvScanner({
  header,
  row,
  plainRow = NO_PLAIN_ROWS,
  delimiter = ',',
}: CsvHandlers): CsvScanner {
  const record: CsvRecord = { cells: [], breaks: 0 };
  let sawHeader = false;
  let number = 0;
  /** The line on which the next record begins. */
  let line = 1;
  /** The beginning of a record whose end has not come yet. */
  let rest = '';

  function take(cells: readonly string[], spansLines: boolean): void {
    if (!sawHeader) {
      sawHeader = true;
      header(cells);
      return;
    }
    number += 1;
    row(
      spansLines && cells.some(runsOn)
        ? { number, line, cells, unclosedQuote: true }
        : { number, line, cells },
    );
  }

  function scan(text: string, last: boolean): void {
    let from = 0;
    while (from < text.length) {
      const next = sawHeader ? plainRow(text, from, number + 1) : -1;
      if (next > from) {
        number += 1;
        line += 1;
        from = next;
        continue;
      }
      const end = scanRecord(text, from, delimiter, last, record);
      if (end < 0) break;
      if (isLong(text, from, end)) throw new LongRowError(line);
      const { cells, breaks } = record;
      const blank = cells.length === 1 && cells[0] === '' && !text.startsWith('"', from);
      if (!blank) take(cells, breaks > 0);
      line += breaks + 1;
      from = end;
    }
    rest = text.slice(from);
    if (isLong(rest, 0, rest.length)) throw new LongRowError(line);
  }

  return {
    write: (text) => scan(rest + text, false),
    end: () => {
      scan(rest, true);
      if (rest !== '' && sawHeader) row({ number: number + 1, line, cells: [], unclosedQuote: true });
      rest = '';
    },
    sawHeader: () => sawHeader,
  };
}

const NO_PLAIN_ROWS = (): number => -1;

/** A quote that was opened and not closed makes one cell of what were several rows: it keeps its first quote. */
function runsOn(cell: string): boolean {
  return cell.startsWith('"') && /[\r\n]/.test(cell);
}

/** A UTF-16 unit is at most three bytes of UTF-8. */
function isLong(text: string, from: number, until: number): boolean {
  if (3 * (until - from) <= LONGEST_ROW) return false;
  return new TextEncoder().encode(text.slice(from, until)).length > LONGEST_ROW;
}
