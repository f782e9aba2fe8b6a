/** Rows as the CFPB publishes them, made up for this example: no row is anybody's complaint. */
import { readFileSync } from 'node:fs';
import type { CfpbRow } from 'clientele/complaints';
import { csvScanner } from '../score-orders/csv-rows.js';
import { InputError } from '../score-orders/input-error.js';

/** Product, company, received, sent, response, timely, disputed. */
const MADE_UP: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ['Mortgage', 'Harbour Bank', '3/2/2026', '3/3/2026', 'Closed with explanation', 'Yes', 'No'],
  ['Mortgage', 'Harbour Bank', '3/2/2026', '3/2/2026', 'Closed with monetary relief', 'Yes', 'No'],
  ['Mortgage', 'Quarry Loans', '3/4/2026', '3/25/2026', 'Closed with explanation', 'No', 'Yes'],
  ['Mortgage', 'Quarry Loans', '3/9/2026', '3/10/2026', 'In progress', 'Yes', ''],
  ['Credit card', 'Harbour Bank', '3/3/2026', '3/2/2026', 'Closed with non-monetary relief', 'Yes', 'No'],
  ['Credit card', 'Lantern Cards', '3/5/2026', '3/6/2026', 'Closed with monetary relief', 'Yes', 'Yes'],
  ['Credit card', 'Lantern Cards', '3/6/2026', '3/6/2026', 'Closed', 'Yes', ''],
  ['Credit card', 'Lantern Cards', '3/11/2026', '3/12/2026', 'Untimely response', 'No', ''],
  ['Debt collection', 'Anvil Recovery', '3/4/2026', '3/5/2026', 'Closed with explanation', 'Yes', 'Yes'],
  ['Debt collection', 'Anvil Recovery', '3/10/2026', '3/10/2026', 'Closed with explanation', 'Yes', 'No'],
  // Two that no reader should accept: a day that does not exist, and an answer that nobody knows.
  ['Debt collection', 'Anvil Recovery', '2/30/2026', '3/10/2026', 'Closed with explanation', 'Yes', 'No'],
  ['Student loan', 'Quarry Loans', '3/12/2026', '3/13/2026', 'Lost in the post', 'Yes', 'No'],
];

/** The rows of a file, or the bundled ones. @throws InputError where the file cannot be read. */
export function publishedRows(file: string | undefined): readonly CfpbRow[] {
  return file === undefined ? bundledRows() : rowsOf(file);
}

function bundledRows(): readonly CfpbRow[] {
  return MADE_UP.map(([product, company, received, sent, response, timely, disputed]) => ({
    'Date received': received,
    Product: product,
    'Sub-product': '',
    Issue: 'Made up for this example',
    'Sub-issue': '',
    Company: company,
    State: 'CA',
    'ZIP code': '',
    'Consumer consent provided?': 'N/A',
    'Submitted via': 'Web',
    'Date sent to company': sent,
    'Company response to consumer': response,
    'Timely response?': timely,
    'Consumer disputed?': disputed,
  }));
}

function rowsOf(file: string): readonly CfpbRow[] {
  const rows: CfpbRow[] = [];
  let headings: readonly string[] = [];
  const scanner = csvScanner({
    header: (names) => {
      headings = names;
    },
    row: ({ cells }) => {
      rows.push(Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? ''])));
    },
  });
  scanner.write(textOf(file));
  scanner.end();
  return rows;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
