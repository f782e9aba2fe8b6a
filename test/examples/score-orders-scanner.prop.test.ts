/** The example's CSV reader beside csv-parse, which it replaced: the same cells of any text, cut anywhere. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRow, csvScanner, LongRowError } from '../../examples/score-orders/csv-rows.js';

interface Scanned {
  readonly header: readonly string[] | undefined;
  readonly rows: readonly CsvRow[];
}

function scanned(pieces: readonly string[], delimiter = ','): Scanned {
  let header: readonly string[] | undefined;
  const rows: CsvRow[] = [];
  const scanner = csvScanner({
    header: (names) => {
      header = names;
    },
    row: (row) => rows.push(row),
    delimiter,
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return { header, rows };
}

/** All records of csv-parse; `unclosed` where a quote is still open at the end, whose record it leaves out. */
function parsed(text: string, delimiter: string): { records: string[][]; unclosed: boolean } {
  let unclosed = false;
  const records: string[][] = parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: () => {
      unclosed = true;
      return undefined;
    },
  });
  return { records, unclosed };
}

const texts = fc
  .array(fc.constantFrom(',', ';', '"', '"', '\r', '\n', '\r\n', 'a', 'b ', 'é', '顾客', '😀'), {
    maxLength: 40,
  })
  .map((signs) => signs.join(''));

function cut(text: string, at: readonly number[]): readonly string[] {
  const edges = [0, ...at.map((one) => one % (text.length + 1)).sort((a, b) => a - b), text.length];
  return edges.slice(1).map((edge, i) => text.slice(edges[i], edge));
}

describe('reading CSV text', () => {
  it('gives the cells of csv-parse', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.nat(), { maxLength: 5 }),
        fc.constantFrom(',', ';', '😀'),
        (text, at, by) => {
          const { records, unclosed } = parsed(text, by);
          const { header, rows } = scanned(cut(text, at), by);
          const whole = unclosed && header !== undefined ? rows.slice(0, -1) : rows;
          expect([...(header === undefined ? [] : [header]), ...whole.map(({ cells }) => cells)]).toEqual(
            records,
          );
          if (unclosed && header !== undefined)
            expect(rows.at(-1)).toMatchObject({ cells: [], unclosedQuote: true });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('gives the same rows however the text is cut', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 5 }), (text, at) => {
        expect(scanned(cut(text, at))).toEqual(scanned([text]));
        expect(scanned([...text])).toEqual(scanned([text]));
      }),
    );
  });

  it('says on which line of the text each row begins', () => {
    const cell = fc.constantFrom('1', '"two\nlines"', '"a\r\nb\rc"', '', '"q""\n"');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.constantFrom('\n', '\r\n', '\r'))), (lines) => {
        const text = `h${['\n', ...lines.map(([one, end]) => `x,${one}${end}`)].join('')}`;
        const begins: number[] = [];
        for (let i = 0, line = 2; i < lines.length; i += 1) {
          begins.push(line);
          line += 1 + (lines[i]?.[0].match(/\r\n|\r|\n/g)?.length ?? 0);
        }
        expect(scanned([text]).rows.map(({ line }) => line)).toEqual(begins);
      }),
    );
  });

  it('a row of a megabyte is given up, whether or not it ends', () => {
    const long = 'x'.repeat(1_100_000);
    expect(() => scanned(['a\n1\n', `"${long}`, 'y'])).toThrow(new LongRowError(3));
    expect(() => scanned([`a\n${long}\n1\n`])).toThrow(new LongRowError(2));
    expect(() => scanned([`a\n${'顾'.repeat(340_000)}\n`])).toThrow(LongRowError);
    expect(scanned([`a\n${'顾'.repeat(330_000)}\n${'x'.repeat(900_000)}\n`]).rows).toHaveLength(2);
  });
});
