/** A whole file of published complaints: what was accepted and what was rejected, with row numbers and reasons. */
import { repeats } from '../../../foundation/make-problem.js';
import type { Problems } from '../../../foundation/problem.js';
import type { CfpbComplaint, CfpbDialect, CfpbFlag } from './model.js';
import { type CfpbRow, dialectOf, isRow, rowReader } from './read-row.js';

/** The rows of a file; `accepted.length + rejected.length` is their number. */
export interface CfpbRows {
  readonly dialect: CfpbDialect;
  readonly rows: number;
  readonly accepted: readonly { readonly row: number; readonly complaint: CfpbComplaint }[];
  readonly rejected: readonly { readonly row: number; readonly problems: Problems }[];
  /** How many of the accepted carry each flag. */
  readonly flagged: Readonly<Record<CfpbFlag, number>>;
}

/**
 * Reads the rows of one file. Rows are counted from 1. A row that cannot be read is rejected with its problems and changes
 * no other row's answer; so is the second row with an id.
 *
 * @example
 * ```ts
 * import { readCfpbRows } from 'clientele/complaints';
 *
 * const row = { date_received: '2019-02-21', product: 'Mortgage', issue: 'Other', state: 'CA', date_sent_to_company: '2019-03-20' };
 * const read = readCfpbRows([row, { ...row, date_received: '21.2.2019' }]);
 *
 * read.accepted.map(({ row, complaint }) => [row, complaint.id]); // => [[1, 'row-1']]
 * read.rejected.map(({ row, problems }) => [row, problems[0].path]); // => [[2, ['date_received']]]
 * read.flagged.routedAfter15Days; // => 1
 * ```
 */
export function readCfpbRows(
  rows: Iterable<CfpbRow>,
  options: { readonly dialect?: CfpbDialect } = {},
): CfpbRows {
  const all = [...rows];
  const dialect = options.dialect ?? dialectOf(Object.keys(all.find(isRow) ?? {}));
  const read = rowReader(dialect);
  const accepted: { readonly row: number; readonly complaint: CfpbComplaint }[] = [];
  const rejected: { readonly row: number; readonly problems: Problems }[] = [];
  const ids = new Set<string>();
  for (const [i, cells] of all.entries()) {
    const one = read(cells, i + 1);
    if (one._tag === 'Left') {
      rejected.push({ row: i + 1, problems: one.left });
      continue;
    }
    const { id } = one.right;
    const [again] = ids.has(id) ? repeats([id, id], () => [dialect.columns.id ?? 'id'], ID) : [];
    if (again !== undefined) rejected.push({ row: i + 1, problems: [again] });
    else accepted.push({ row: i + 1, complaint: one.right });
    ids.add(id);
  }
  const having = (flag: CfpbFlag): number =>
    accepted.filter(({ complaint }) => complaint.flags.includes(flag)).length;
  return {
    dialect,
    rows: all.length,
    accepted,
    rejected,
    flagged: {
      sentBeforeReceived: having('sentBeforeReceived'),
      routedAfter15Days: having('routedAfter15Days'),
      disputedBeforeResponse: having('disputedBeforeResponse'),
    },
  };
}

const ID = { en: 'complaint id', zh: '投诉编号' };
