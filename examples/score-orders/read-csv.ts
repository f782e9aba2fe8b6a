/** Reads a CSV file of any size, row by row, in constant memory; says of every row where it stood. */
import { createReadStream } from 'node:fs';
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { type CsvHandlers, LONGEST_ROW, parserOptions, rowReader } from './csv-rows.js';
import { InputError } from './input-error.js';

/** Something that can be read from its beginning as often as needed. */
export interface Source {
  /** What messages and the report call it; never a folder. */
  readonly name: string;
  readonly open: () => Readable;
  readonly gzip: boolean;
}

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
