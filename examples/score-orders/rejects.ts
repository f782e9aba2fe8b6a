/** What was wrong with the rows that were refused: a file with every one of them, and the reasons counted. */
import { type Describable, describe, maskRow, type OrderMapping, type Problem } from 'clientele/rfm';
import type { Row } from './columns.js';
import type { OpenCsv } from './csv-line.js';
import type { CsvRow } from './csv-rows.js';

/** One thing wrong with a row. */
export interface Fault {
  readonly code: string;
  /** The column, where it is in one. */
  readonly column: string;
  readonly says: Describable;
}

export function faultOf(problem: Problem): Fault {
  return { code: problem.code, column: problem.path.join('.'), says: problem };
}

/** One kind of mistake: how often it was made, and where first. */
export interface Reason {
  readonly code: string;
  /** The column, where the mistake is in one. */
  readonly column: string;
  readonly rows: number;
  readonly firstRow: number;
  readonly firstLine: number;
  /** The first row's sentence. */
  readonly sentence: string;
}

export interface Rejects {
  /** `row` is absent where the cells do not line up with the columns. */
  readonly add: (at: CsvRow, row: Row | undefined, faults: readonly Fault[]) => void;
  readonly count: () => number;
  /** From the most frequent reason to the rarest. */
  readonly reasons: () => readonly Reason[];
  readonly close: () => void;
  readonly discard: () => void;
}

const BESIDES = '(cells without a column)';

export function createRejects(
  open: OpenCsv,
  header: readonly string[],
  mapping: OrderMapping,
  language: 'en' | 'zh',
): Rejects {
  const file = open(['row', 'line', 'column', 'code', 'reason', ...header, BESIDES]);
  const reasons = new Map<string, Reason>();
  let count = 0;
  return {
    add: (at, row, faults) => {
      count += 1;
      const sentences = faults.map(({ says }) => describe(says, language));
      const columns = faults.map(({ column }) => column).join('; ');
      const codes = faults.map(({ code }) => code).join('; ');
      const cells =
        row === undefined ? strayCells(at.cells, header, mapping) : maskedCells(row, header, mapping);
      file.write([at.number, at.line, columns, codes, sentences.join(' '), ...cells]);
      faults.forEach(({ code, column }, i) => {
        const key = JSON.stringify([code, column]);
        const first = { firstRow: at.number, firstLine: at.line, sentence: sentences[i] ?? '' };
        const before = reasons.get(key);
        reasons.set(
          key,
          before === undefined ? { code, column, rows: 1, ...first } : { ...before, rows: before.rows + 1 },
        );
      });
    },
    count: () => count,
    reasons: () => [...reasons.values()].sort((a, b) => b.rows - a.rows || a.firstRow - b.firstRow),
    close: file.close,
    discard: file.discard,
  };
}

function maskedCells(row: Row, header: readonly string[], mapping: OrderMapping): readonly string[] {
  const masked = maskRow(row, mapping);
  return [...header.map((name) => String(masked[name] ?? '')), ''];
}

/** Cells that do not line up may hold a personal value anywhere: with personal columns, all of them are masked. */
function strayCells(
  cells: readonly string[],
  header: readonly string[],
  mapping: OrderMapping,
): readonly string[] {
  const shown = mapping.personal.length === 0 ? cells : cells.map(() => '•••');
  const rest = shown.slice(header.length).join(' | ');
  return [...header.map((_, i) => shown[i] ?? ''), rest];
}
