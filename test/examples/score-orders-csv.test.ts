/** How the example reads CSV files and what it writes for spreadsheets. */
import { describe, expect, it } from 'vitest';
import { csvLine, harmless, numeral } from '../../examples/score-orders/csv-line.js';
import type { CsvRow } from '../../examples/score-orders/csv-rows.js';
import { createCalendar, money, plainMoney } from '../../examples/score-orders/format.js';
import { readCsv, textSource } from '../../examples/score-orders/read-csv.js';
import { shopCsv } from '../../examples/score-orders/shop.js';

async function rowsOf(text: string): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = [];
  await readCsv(
    textSource(() => [text], 'x.csv'),
    { header: () => undefined, row: (row) => rows.push(row) },
  );
  return rows;
}

describe('reading', () => {
  it('numbers rows from 1 and says on which line of the file each begins', async () => {
    const text = 'a,b\r\n"two\r\nlines",2\r\n\r\n3,"and\nmore\n"\r\n5,6';
    expect((await rowsOf(text)).map(({ number, line }) => [number, line])).toEqual([
      [1, 2],
      [2, 5],
      [3, 8],
    ]);
  });

  it('reads mixed line ends', async () => {
    expect((await rowsOf('a,b\r\n1,2\n3,4\r5,6\n')).map(({ cells }) => cells.join())).toEqual([
      '1,2',
      '3,4',
      '5,6',
    ]);
  });

  it('leaves a stray quote in its cell, and the rows around it alone', async () => {
    expect((await rowsOf('a,b\n5" pipe,"x"y\n1,2\n')).map(({ cells }) => cells)).toEqual([
      ['5" pipe', '"x"y'],
      ['1', '2'],
    ]);
  });

  it('marks a row whose quote swallowed the next line', async () => {
    const rows = await rowsOf('a,b,c\n1,"open,2\n3,"fine",4\n5,6,7\n');
    expect(rows.map(({ line, unclosedQuote }) => [line, unclosedQuote])).toEqual([
      [2, true],
      [4, undefined],
    ]);
  });

  it('gives up on a row of a megabyte, with the line', async () => {
    await expect(rowsOf(`a,b\n1,"${'x'.repeat(1_100_000)}`)).rejects.toThrow(
      'cannot read x.csv: a row is longer than 1000000 bytes; a closing quote may be missing (line 2)',
    );
  });
});

describe('writing', () => {
  it.each([
    '=1+1',
    '+44 20',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1+1',
    '\u00a0=1',
    '\u200b=1',
    '＝1+1',
    '-5',
  ])('makes %j harmless', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
  });

  it.each(['plain', '1-2', 'a=b', '', '3.50', "O'Neill", 'x@y'])('leaves %j alone', (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`);
  });

  it('keeps the numbers that the program wrote as numbers', () => {
    expect(csvLine([-5, numeral('-12.50'), Number.NaN, undefined])).toBe('-5,-12.50,,\r\n');
  });

  it('quotes what would end a cell or a row', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', ' edge'])).toBe(
      '"a,b","say ""hi""","two\nlines"," edge"\r\n',
    );
  });
});

describe('formats', () => {
  it('writes money exactly, in the currency’s decimals', () => {
    expect(plainMoney(-5, { code: 'GBP', minorUnit: 2 })).toBe('-0.05');
    expect(plainMoney(1234, { code: 'JPY', minorUnit: 0 })).toBe('1234');
    expect(plainMoney(Number.MAX_SAFE_INTEGER, { code: 'KWD', minorUnit: 3 })).toBe('9007199254740.991');
    expect(money(-123_456_789, { code: 'EUR', minorUnit: 2 })).toBe('−1,234,567.89 EUR');
  });

  it('names the civil day of an instant in a zone', () => {
    const at = Date.UTC(2026, 2, 28, 23, 30);
    expect(createCalendar('Europe/Berlin')(at)).toBe('2026-03-29');
    expect(createCalendar('America/New_York')(at)).toBe('2026-03-28');
  });
});

describe('the bundled shop', () => {
  it('is the same text every time', () => {
    expect([...shopCsv()].join('')).toBe([...shopCsv()].join(''));
  });
});
