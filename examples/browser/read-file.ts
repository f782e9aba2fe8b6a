/** Reads a file that a person picked, slice by slice: rows out, never the whole file in memory. */
import { type CsvHandlers, csvScanner, LongRowError } from '../score-orders/csv-rows.js';
import { InputError } from '../score-orders/input-error.js';

const SLICE = 1 << 18;

/**
 * Reads the file from its beginning to its end; `progress` hears of every slice.
 *
 * @throws InputError when it cannot be read as CSV text.
 */
export async function readFile(
  file: Blob,
  name: string,
  handlers: CsvHandlers,
  progress: (bytes: number) => void,
): Promise<void> {
  if (file.size === 0) throw new InputError(`${name} is empty: it holds no line with column names`);
  const rows = csvScanner(handlers);
  try {
    await feed(file, name, rows.write, progress);
    rows.end();
  } catch (error) {
    throw asInputError(error, name);
  }
  if (!rows.sawHeader()) throw new InputError(`${name} holds no line with column names`);
}

async function feed(
  file: Blob,
  name: string,
  take: (text: string) => void,
  progress: (bytes: number) => void,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0; from < file.size; from += SLICE) {
    const bytes = new Uint8Array(await file.slice(from, from + SLICE).arrayBuffer());
    if (from === 0) refuseKnownForms(bytes, name);
    take(decoded(decoder, bytes, from + SLICE >= file.size, name));
    progress(Math.min(from + SLICE, file.size));
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, last: boolean, name: string): string {
  try {
    return decoder.decode(bytes, { stream: !last });
  } catch {
    throw new InputError(`cannot read ${name}: it is not UTF-8 text (spreadsheets call it “CSV UTF-8”)`);
  }
}

/** Files that are often picked and are no text. */
function refuseKnownForms(bytes: Uint8Array, name: string): void {
  const begins = (...signature: readonly number[]): boolean => signature.every((one, i) => bytes[i] === one);
  if (begins(0x50, 0x4b, 0x03, 0x04)) {
    throw new InputError(
      `cannot read ${name}: it is a workbook or a zip archive; save it as “CSV UTF-8” first`,
    );
  }
  if (begins(0x1f, 0x8b)) throw new InputError(`cannot read ${name}: it is compressed; unpack it first`);
  if (bytes.includes(0)) throw new InputError(`cannot read ${name}: it is not text`);
}

function asInputError(error: unknown, name: string): unknown {
  if (error instanceof LongRowError) return new InputError(`cannot read ${name}: ${error.message}`);
  if (error instanceof DOMException) {
    return new InputError(`cannot read ${name}: it was moved or changed since it was picked`);
  }
  return error;
}
