/** Writes CSV files row by row, and whole or not at all. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { type CsvFile, csvLine, firstCsvLine } from './csv-line.js';

const PIECE = 1 << 16;

/** A file that appears under its name only when it is complete. */
export function createCsvFile(path: string, header: readonly string[]): CsvFile {
  const partial = `${path}.part`;
  const file = openSync(partial, 'w');
  let open = true;
  let pending = firstCsvLine(header);
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
