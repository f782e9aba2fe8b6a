/** Reads a CSV file of any size, row by row, in constant memory; says of every row where it stood. */
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type CsvHandlers, csvScanner, LongRowError } from './csv-rows.js';
import { InputError } from './input-error.js';

/** Something that can be read from its beginning as often as needed. */
export interface Source {
  /** What messages and the report call it; never a folder. */
  readonly name: string;
  readonly open: () => Readable;
  readonly gzip: boolean;
}

const PIECE = 1 << 18;

export function fileSource(path: string, name: string): Source {
  const open = (): Readable => createReadStream(path, { highWaterMark: PIECE });
  return { name, open, gzip: path.toLowerCase().endsWith('.gz') };
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
  const rows = csvScanner(handlers);
  const take = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const text of decoded(chunks, source.name)) rows.write(text);
    rows.end();
  };
  try {
    if (source.gzip) await pipeline(source.open(), createGunzip({ chunkSize: PIECE }), take);
    else await pipeline(source.open(), take);
  } catch (error) {
    throw asInputError(error, source.name);
  }
  if (!rows.sawHeader()) throw new InputError(`${source.name} holds no line with column names`);
}

/** UTF-8 as text, and nothing else, so that no two ids become equal by replacement. */
async function* decoded(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  let rest: Buffer | undefined;
  let first = true;
  for await (const chunk of chunks) {
    const bytes = rest === undefined ? chunk : Buffer.concat([rest, chunk]);
    const end = wholeLines(bytes);
    rest = end === bytes.length ? undefined : bytes.subarray(end);
    const text = textOf(bytes.subarray(0, end), name);
    if (text === '') continue;
    yield first ? withoutMark(text) : text;
    first = false;
  }
  if (rest === undefined) return;
  const text = textOf(rest, name);
  yield first ? withoutMark(text) : text;
}

/** The mark with which some programs begin UTF-8 is no part of the text. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function textOf(bytes: Buffer, name: string): string {
  // Most files are ASCII from end to end, which is read several times as fast.
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes)) throw notUtf8(name);
  return bytes.toString('utf8');
}

/** How many bytes there are up to the last line end; where there is none, up to a character that is not all there. */
function wholeLines(bytes: Buffer): number {
  // A text that begins with a row is not put together with the rest of the last one.
  const end = bytes.lastIndexOf(0x0a);
  return end < 0 ? wholeCharacters(bytes) : end + 1;
}

/** How many bytes there are before a character of which the others are still to come. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return width > back ? bytes.length - back : bytes.length;
    }
    if (byte < 0x80) break;
  }
  return bytes.length;
}

function notUtf8(name: string): InputError {
  return new InputError(`cannot read ${name}: it is not UTF-8 text (spreadsheets call it "CSV UTF-8")`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  Z_DATA_ERROR: 'it is not a gzip file',
  Z_BUF_ERROR: 'the gzip file ends too early',
};

function asInputError(error: unknown, name: string): unknown {
  if (error instanceof LongRowError)
    return new InputError(`cannot read ${name}: ${error.message} (line ${error.line})`);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  return reason === undefined ? error : new InputError(`cannot read ${name}: ${reason}`);
}
