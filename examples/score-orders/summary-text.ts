/** The last words on the terminal: the segments, the rows, and where the report is. */
import { grouped } from './format.js';
import { createContext, type ReportInput } from './report/context.js';

export function summaryText(input: ReportInput, reportPath: string): string {
  const context = createContext(input);
  const { say, language, scored, comparison, asOf, read, amount } = context;
  const { rows, accepted, ignored, rejected } = read.counts;
  const segments = (scored?.segments ?? []).filter(({ customers }) => customers > 0);
  const table = [
    [say('segment'), say('customers'), say('revenueHead')],
    ...segments.map((row) => [row.name[language], grouped(row.customers), amount(row.revenue)]),
  ];
  return [
    ...(segments.length === 0 ? [] : [...aligned(table), '']),
    ...(scored === undefined ? [say('nobody'), ''] : []),
    ...(comparison === undefined
      ? []
      : [say('movesSum', { since: comparison.since, day: asOf?.day ?? '', ...comparison.moves.counts })]),
    say('rowsSum', { rows, accepted, ignored, rejected }),
    reportPath,
    '',
  ].join('\n');
}

/** The first column to the left, the others to the right. */
function aligned(table: readonly (readonly string[])[]): readonly string[] {
  const widths = (table[0] ?? []).map((_, i) => Math.max(...table.map((row) => width(row[i] ?? ''))));
  return table.map((row) =>
    row
      .map((cell, i) => {
        const blank = ' '.repeat((widths[i] ?? 0) - width(cell));
        return i === 0 ? cell + blank : blank + cell;
      })
      .join('   '),
  );
}

/** Columns on a terminal: East Asian wide characters take two. */
function width(text: string): number {
  return [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
