/** The whole walk in the worker: a file in; segments, the grid, refused rows and two CSV files out. */
import { quintiles } from 'clientele/rfm';
import type { Cell } from '../score-orders/csv-line.js';
import { createLedger } from '../score-orders/ledger.js';
import { type ReadOrders, readOrders } from '../score-orders/read-orders.js';
import { lastOrderDay, scoreOrders } from '../score-orders/score.js';
import { writeCustomers } from '../score-orders/tables.js';
import { csvBlob } from './csv-blob.js';
import type { Outcome, Progress, Scored, ScoringTask } from './messages.js';
import { readFile } from './read-file.js';

const MODEL = quintiles();

/** Refused rows shown in the page; all are in the download. */
const SHOWN = 50;

/** @throws InputError when the file cannot be read or does not fit the mapping. */
export async function scoreFile(task: ScoringTask, progress: (at: Progress) => void): Promise<Outcome> {
  const { file, delimiter, mapping } = task;
  const shown: (readonly string[])[] = [];
  const rejected = csvBlob((cells) => {
    if (shown.length < SHOWN) shown.push(cells.map(textOf));
  });
  let header: readonly string[] = [];
  let rows = 0;
  let step: Progress['step'] = 'reading';
  const days = task.asOf === undefined ? undefined : [task.asOf];
  const ledger = createLedger({ mapping, window: MODEL.window, days });
  const read = await readOrders(
    async (handlers) => {
      const counted = (bytes: number): void => progress({ bytes, of: file.size, rows, step });
      const row = step === 'reading' ? counting(handlers.row, () => (rows += 1)) : handlers.row;
      const { plainRow = () => -1 } = handlers;
      const plain = (text: string, from: number, number: number): number => {
        const end = plainRow(text, from, number);
        if (end > from) rows += 1;
        return end;
      };
      await readFile(file, file.name, { ...handlers, row, plainRow: plain, delimiter }, counted);
      step = 'readingAgain';
    },
    {
      name: file.name,
      mapping,
      ledger,
      ...(task.asOf === undefined ? {} : { asOf: task.asOf }),
      delimiter,
      language: 'en',
      openRejected: (columns) => {
        header = columns;
        return rejected.open(columns);
      },
      progress: () => undefined,
    },
  );
  progress({ bytes: file.size, of: file.size, rows, step: 'scoring' });
  const scored = score(read, task);
  return {
    counts: read.counts,
    reasons: read.reasons,
    ignoredBy: read.ignoredBy,
    refused: { header, rows: shown },
    rejectedCsv: rejected.blob(),
    ...(scored === undefined ? {} : { scored }),
  };
}

function counting<A>(handle: (one: A) => void, count: () => void): (one: A) => void {
  return (one) => {
    count();
    handle(one);
  };
}

function score({ ledger }: ReadOrders, { asOf, mapping }: ScoringTask): Scored | undefined {
  const day = asOf ?? lastOrderDay(ledger);
  if (day === undefined) return undefined;
  const result = scoreOrders(ledger.purchases(day), { kind: 'toFit', model: MODEL });
  if (result === undefined) return undefined;
  const customers = csvBlob();
  writeCustomers(customers.open, result, { language: 'en', quantityDecimals: mapping.quantityDecimals });
  return {
    asOf: { day, asked: asOf !== undefined },
    customers: result.scores.counts.customers,
    scored: result.scores.counts.scored,
    segments: result.segments,
    heatMap: result.heatMap,
    fitted: result.fitted,
    customersCsv: customers.blob(),
  };
}

function textOf(cell: Cell): string {
  return typeof cell === 'object' ? cell.numeral : String(cell ?? '');
}
