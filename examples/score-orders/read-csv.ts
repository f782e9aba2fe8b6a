/** Reads a CSV file of any size, row by row, in constant memory; says of every row where it stood. */
import { createReadStream } from 'node:fs';
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CsvError, type Info, type Options, parse } from 'csv-parse';
import { InputError } from './input-error.js';

/** Something that can be read from its beginning as often as needed. */
export interface Source {
  /** What messages and the report call it; never a folder. */
  readonly name: string;
  readonly open: () => Readable;
  readonly gzip: boolean;
}

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
const LONGEST_ROW = 1_000_000;

export function fileSource(path: string, name: string): Source {
  return { name, open: () => createReadStream(path), gzip: path.toLowerCase().endsWith('.gz') };
}

export function textSource(pieces: () => Iterable<string>, name: string): Source {
  return { name, open: () => Readable.from(encode(pieces())), gzip: false };
}

function* encode(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece, 'utf8');
}

/**
 * Reads the source to its end.
 *
 * Rows are handed over while they are parsed and then dropped, so a slow handler slows the reading. A row with
 * too many or too few cells is a row like any other: the caller decides. A stray quote inside a cell stays part
 * of it.
 *
 * @throws InputError when the source cannot be read as CSV text.
 */
export async function readCsv(source: Source, handlers: CsvHandlers): Promise<void> {
  const rows = rowReader(handlers);
  const parser = parse(parserOptions(rows, handlers.delimiter));
  const gunzip = source.gzip ? [createGunzip()] : [];
  const steps = [source.open(), ...gunzip, onlyUtf8(source.name), parser, drain()];
  try {
    await pipeline(steps);
  } catch (error) {
    throw asInputError(error, source.name);
  }
  if (!rows.sawHeader()) throw new InputError(`${source.name} holds no line with column names`);
}

interface RowReader {
  readonly record: (cells: readonly string[], info: Info) => void;
  /** A quote was still open at the end. */
  readonly unclosed: () => void;
  readonly sawHeader: () => boolean;
}

function rowReader(handlers: CsvHandlers): RowReader {
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

function parserOptions(rows: RowReader, delimiter: string = ','): Options {
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

/** Lets UTF-8 through as it is and stops at anything else, so that no two ids become equal by replacement. */
function onlyUtf8(name: string): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (bytes: Uint8Array, last: boolean): Error | null => {
    try {
      decoder.decode(bytes, { stream: !last });
      return null;
    } catch {
      return new InputError(`cannot read ${name}: it is not UTF-8 text (spreadsheets call it "CSV UTF-8")`);
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(check(chunk, false), chunk);
    },
    flush(done) {
      done(check(new Uint8Array(), true));
    },
  });
}

function drain(): Writable {
  return new Writable({ objectMode: true, write: (_row, _encoding, done) => done() });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  Z_DATA_ERROR: 'it is not a gzip file',
  Z_BUF_ERROR: 'the gzip file ends too early',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${LONGEST_ROW} bytes; a closing quote may be missing`,
};

function asInputError(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  if (reason === undefined) return error;
  const at =
    error instanceof CsvError && typeof error['lines'] === 'number' ? ` (line ${error['lines']})` : '';
  return new InputError(`cannot read ${name}: ${reason}${at}`);
}
