/** Reads the rows of a part back, a run at a time. */
import { type Parts, RUN } from './partition.js';

/** The rows of a run; what was read before is gone. */
export interface Run {
  readonly rows: number;
  readonly keys: Int32Array;
  readonly at: Float64Array;
  readonly amount: Float64Array;
  readonly units: Float64Array | undefined;
  readonly returned: Uint8Array | undefined;
}

export interface PartReader {
  /** How many runs a part has. */
  runs(part: number): number;
  read(part: number, run: number): Run;
  /** By what number the rows' reader knows the row at an index of a run. */
  rowOf(part: number, run: number, index: number): number;
}

/** A reader of parts whose keys have `width` words. */
export function partReader(
  { runs, inLast, words, wordsPerRow, floats, wide }: Parts,
  width: 2 | 4,
): PartReader {
  const keys = new Int32Array(width * RUN);
  const at = new Float64Array(RUN);
  const amount = new Float64Array(RUN);
  const units = wide ? new Float64Array(RUN) : undefined;
  const returned = wide ? new Uint8Array(RUN) : undefined;

  function readKeys(start: number, rows: number): void {
    for (let i = 0; i < rows; i += 1) {
      const from = (start + i) * wordsPerRow;
      keys[width * i] = words[from] ?? 0;
      keys[width * i + 1] = words[from + 1] ?? 0;
      if (width === 2) continue;
      keys[width * i + 2] = words[from + 2] ?? 0;
      keys[width * i + 3] = words[from + 3] ?? 0;
    }
  }

  function readFloats(start: number, rows: number): void {
    for (let i = 0; i < rows; i += 1) {
      at[i] = floats[2 * (start + i)] ?? 0;
      amount[i] = floats[2 * (start + i) + 1] ?? 0;
    }
    if (units === undefined || returned === undefined) return;
    for (let i = 0; i < rows; i += 1) {
      const mark = words[(start + i + 1) * wordsPerRow - 1] ?? 0;
      units[i] = mark >> 1;
      returned[i] = mark & 1;
    }
  }

  return {
    runs: (part) => runs[part]?.length ?? 0,
    read(part, run) {
      const starts = runs[part] ?? [];
      const start = starts[run] ?? 0;
      const rows = run === starts.length - 1 ? (inLast[part] ?? 0) : RUN;
      readKeys(start, rows);
      readFloats(start, rows);
      return { rows, keys, at, amount, units, returned };
    },
    rowOf: (part, run, index) => words[((runs[part]?.[run] ?? 0) + index) * wordsPerRow + width] ?? 0,
  };
}
