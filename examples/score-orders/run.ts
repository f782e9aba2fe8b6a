/** The whole walk: an orders file in; customers, segments, refused rows, the model and the report out. */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type OrderMapping, parseOrderMapping } from 'clientele/rfm';
import { chooseModel } from './choose-model.js';
import { checkDates, compareWith } from './compare.js';
import type { OpenCsv } from './csv-line.js';
import { demand } from './demand.js';
import { windowOf } from './fitted-model.js';
import { InputError } from './input-error.js';
import { createLedger, type Ledger } from './ledger.js';
import { writeMoves } from './moves-tables.js';
import { HELP, type Options, parseOptions } from './options.js';
import { fileSource, readCsv, type Source, textSource } from './read-csv.js';
import { readJson } from './read-json.js';
import { readOrders } from './read-orders.js';
import type { ReportInput } from './report/context.js';
import { reportPage } from './report/page.js';
import { lastOrderDay, scoreOrders } from './score.js';
import { SHOP_AS_OF, SHOP_NAME, shopCsv } from './shop.js';
import { summaryText } from './summary-text.js';
import { writeCustomers, writeSegments } from './tables.js';
import { createCsvFile } from './write-csv.js';

/** Where the program talks. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Absent where nobody watches. */
  readonly progress?: ((text: string) => void) | undefined;
}

/** Runs the program and gives its exit code; what the user got wrong is one line on stderr, and 2. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    return await run(argv, terminal);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    terminal.error(`score-orders: ${error.message}\n`);
    return 2;
  }
}

async function run(argv: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const options = parseOptions(argv);
  if (options === 'help') {
    terminal.out(HELP);
    return 0;
  }
  const { source, mapping } = input(options);
  const chosen = chooseModel(options, mapping.currency);
  const place = outputFolder(options.out);
  const open =
    (name: string): OpenCsv =>
    (header) =>
      createCsvFile(place(name), header);
  const asked = options.asOf ?? (options.orders === undefined ? SHOP_AS_OF : undefined);
  const since = options.compareWith;
  checkDates(mapping, asked, since);
  const days = asked === undefined ? undefined : [asked, ...(since === undefined ? [] : [since])];
  const ledger = createLedger({ mapping, window: windowOf(chosen), days });
  const read = await readOrders(
    (handlers) => readCsv(source, { ...handlers, delimiter: options.delimiter }),
    {
      name: source.name,
      mapping,
      ledger,
      ...(asked === undefined ? {} : { asOf: asked }),
      delimiter: options.delimiter,
      language: options.language,
      openRejected: open('rejected.csv'),
      progress: (rows) => terminal.progress?.(`\r${rows} rows read`),
    },
  );
  terminal.progress?.(`\r${read.counts.rows} rows read\n`);
  const asOf = asOfDay(options, ledger);
  const scored = asOf === undefined ? undefined : scoreOrders(ledger.purchases(asOf.day), chosen);
  const comparison =
    since === undefined || asOf === undefined || scored === undefined
      ? undefined
      : compareWith(since, asOf.day, ledger, scored);
  const report: ReportInput = {
    file: source.name,
    language: options.language,
    mapping,
    read,
    fittedBefore: chosen.kind === 'fitted',
    ...(asOf === undefined ? {} : { asOf }),
    ...(scored === undefined ? {} : { scored }),
    ...(comparison === undefined ? {} : { comparison }),
  };
  writeCustomers(open('customers.csv'), scored, {
    language: options.language,
    quantityDecimals: mapping.quantityDecimals,
  });
  writeSegments(open('segments.csv'), scored);
  writeMoves(place, comparison);
  if (scored === undefined) rmSync(place('model.json'), { force: true });
  else writeFileSync(place('model.json'), `${JSON.stringify(scored.fitted, null, 2)}\n`);
  writeFileSync(place('report.html'), await reportPage(report));
  terminal.out(summaryText(report, place('report.html')));
  return scored === undefined ? 1 : 0;
}

function input({ orders, mapping }: Options): { readonly source: Source; readonly mapping: OrderMapping } {
  if (orders === undefined || mapping === undefined) {
    const bundled = readJson(new URL('./shop.mapping.json', import.meta.url));
    return {
      source: textSource(shopCsv, SHOP_NAME),
      mapping: demand('shop.mapping.json', parseOrderMapping(bundled)),
    };
  }
  return {
    source: fileSource(orders, basename(orders)),
    mapping: demand(mapping, parseOrderMapping(readJson(mapping))),
  };
}

/** The day asked for; without one, the day of the file's last order; never today. */
function asOfDay({ asOf, orders }: Options, ledger: Ledger): ReportInput['asOf'] {
  if (asOf !== undefined) return { day: asOf, from: 'asOfOption' };
  if (orders === undefined) return { day: SHOP_AS_OF, from: 'asOfShop' };
  const day = lastOrderDay(ledger);
  return day === undefined ? undefined : { day, from: 'asOfLastOrder' };
}

function outputFolder(folder: string): (name: string) => string {
  try {
    mkdirSync(folder, { recursive: true });
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'EEXIST'
        ? 'a file has that name'
        : 'it cannot be made';
    throw new InputError(`cannot write to ${folder}: ${reason}`);
  }
  return (name) => join(folder, name);
}
