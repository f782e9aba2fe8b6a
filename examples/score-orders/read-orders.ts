/** From a CSV file to orders: every row is accepted, ignored, or refused with its reason. */
import {
  type AsOf,
  createOrderReader,
  describe,
  type OrderMapping,
  type OrderReader,
  type RejectedRow,
  type RowCounts,
} from 'clientele/rfm';
import { type RowMaker, rowMaker } from './columns.js';
import type { OpenCsv } from './csv-line.js';
import type { CsvHandlers, CsvRow } from './csv-rows.js';
import { InputError } from './input-error.js';
import type { Ledger } from './ledger.js';
import { type PlainRowReader, plainRowReader } from './plain-row.js';
import { createRejects, type Fault, faultOf, type Reason, type Rejects } from './rejects.js';

/** What the file gave. */
export interface ReadOrders {
  readonly ledger: Ledger;
  readonly counts: RowCounts;
  readonly reasons: readonly Reason[];
  readonly ignoredBy: Readonly<Record<string, number>>;
}

/** Reads the file from its beginning to its end; asked twice where rows are refused after all were read. */
export type ReadRows = (handlers: CsvHandlers) => Promise<void>;

export interface ReadOptions {
  /** What messages call the file. */
  readonly name: string;
  readonly mapping: OrderMapping;
  /** Takes the orders. */
  readonly ledger: Ledger;
  readonly asOf?: AsOf;
  /** What stands between cells; default a comma. */
  readonly delimiter?: string;
  readonly language: 'en' | 'zh';
  /** Where the refused rows go. */
  readonly openRejected: OpenCsv;
  /** Called now and then with the number of rows read so far. */
  readonly progress: (rows: number) => void;
}

const PROGRESS_EVERY = 10_000;

/** @throws InputError when the file cannot be read or does not fit the mapping. */
export async function readOrders(readRows: ReadRows, options: ReadOptions): Promise<ReadOrders> {
  const { mapping, language, ledger } = options;
  const reader = openReader(options);
  let rejects: Rejects | undefined;
  try {
    let rows: RowMaker | undefined;
    let plain: PlainRowReader | undefined;
    let header: readonly string[] = [];
    let outside = 0;
    await readRows({
      header: (names) => {
        header = names;
        rows = rowMaker(names, mapping, options.name);
        plain = plainRowReader(names, mapping, options.delimiter ?? ',');
        rejects = createRejects(options.openRejected, names, mapping, language);
      },
      plainRow: (text, from, number) => {
        if (plain === undefined) return -1;
        const end = plain.read(text, from);
        if (end < 0 || !reader.admit(plain.order, number)) return -1;
        ledger.takePlain(plain.order);
        if (number % PROGRESS_EVERY === 0) options.progress(number);
        return end;
      },
      row: (at) => {
        if (at.number % PROGRESS_EVERY === 0) options.progress(at.number);
        const broken = brokenRow(at, header.length);
        if (broken !== undefined) {
          outside += 1;
          rejects?.add(at, undefined, [broken]);
          return;
        }
        const rejected = reader.read(rows?.read(at.cells), at.number);
        if (rejected !== undefined) rejects?.add(at, rows?.all(at.cells), rejected.problems.map(faultOf));
      },
    });
    const parsed = reader.finish();
    await addLate(readRows, parsed.rejected, (at, faults) => rejects?.add(at, rows?.all(at.cells), faults));
    rejects?.close();
    return {
      ledger,
      counts: {
        ...parsed.counts,
        rows: parsed.counts.rows + outside,
        rejected: parsed.counts.rejected + outside,
      },
      reasons: rejects?.reasons() ?? [],
      ignoredBy: parsed.ignoredBy,
    };
  } finally {
    rejects?.discard();
  }
}

function openReader({ mapping, asOf, ledger: { take } }: ReadOptions): OrderReader {
  const reader = createOrderReader(mapping, asOf === undefined ? { take } : { asOf, take });
  if (reader._tag === 'Right') return reader.right;
  throw new InputError(reader.left.map((problem) => describe(problem, 'en')).join(' '));
}

/** A row whose cells cannot be matched with the columns. */
function brokenRow({ cells, unclosedQuote }: CsvRow, columns: number): Fault | undefined {
  if (unclosedQuote === true) {
    const en = 'A quote is opened and not closed, so where the row ends is unknown.';
    return {
      code: 'unclosedQuote',
      column: '',
      says: { en, zh: '引号未闭合,无法判断该行在何处结束。', values: {} },
    };
  }
  if (cells.length === columns) return undefined;
  const says = {
    en: 'The row has {cells} cells, the header {columns}.',
    zh: '该行有 {cells} 个单元格,表头有 {columns} 个。',
    values: { cells: cells.length, columns },
  };
  return { code: cells.length > columns ? 'tooManyCells' : 'tooFewCells', column: '', says };
}

/**
 * Some rows can only be judged when all are known, and their cells are gone by then. They are read again, which
 * costs time where it is needed and saves the memory of every row where it is not.
 */
async function addLate(
  readRows: ReadRows,
  late: readonly RejectedRow[],
  add: (at: CsvRow, faults: readonly Fault[]) => void,
): Promise<void> {
  if (late.length === 0) return;
  const wanted = new Map(late.map(({ row, problems }) => [row, problems]));
  await readRows({
    header: () => undefined,
    row: (at) => {
      const problems = wanted.get(at.number);
      if (problems !== undefined) add(at, problems.map(faultOf));
    },
  });
}
