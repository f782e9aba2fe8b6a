/** A CSV file in memory, made for a download link. */
import { type Cell, csvLine, firstCsvLine, type OpenCsv } from '../score-orders/csv-line.js';

export interface CsvBlob {
  readonly open: OpenCsv;
  /** The file so far. */
  readonly blob: () => Blob;
}

/** `watch` sees every row that is written. */
export function csvBlob(watch: (cells: readonly Cell[]) => void = () => undefined): CsvBlob {
  const pieces: Blob[] = [];
  let pending = '';
  return {
    open: (header) => {
      pending = firstCsvLine(header);
      return {
        write: (cells) => {
          watch(cells);
          pending += csvLine(cells);
          if (pending.length < 1 << 20) return;
          pieces.push(new Blob([pending]));
          pending = '';
        },
        close: () => undefined,
        discard: () => undefined,
      };
    },
    blob: () => new Blob([...pieces, pending], { type: 'text/csv;charset=utf-8' }),
  };
}
