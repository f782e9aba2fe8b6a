/** The program examples/score-orders, run as its user runs it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  countsIn,
  FILES,
  HEADER,
  NINE_ORDERS,
  type Run,
  read,
  scoreOrders,
  scoreText,
  scratch,
  startScoreOrders,
  table,
} from './score-orders-support.js';

const orders = (...lines: readonly string[]): string => [HEADER, ...lines, ''].join('\n');

describe('the bundled shop', () => {
  let run: Run;
  let out: string;
  beforeAll(async () => {
    out = scratch();
    run = await scoreOrders(['--out', out]);
  });

  it('is scored without any argument, says where the report is, and is quiet on stderr', () => {
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(join(out, 'report.html'));
    expect(run.stdout).toMatch(/^Champions +\d+ +[\d,.]+ EUR$/m);
    for (const file of FILES) expect(existsSync(join(out, file)), file).toBe(true);
  });

  it('accounts for every row', () => {
    const { rows, accepted, ignored, refused } = countsIn(run.stdout);
    expect(rows).toBeGreaterThan(20_000);
    expect(accepted + ignored + refused).toBe(rows);
    expect(ignored).toBeGreaterThan(0);
    expect(table(out, 'rejected.csv')).toHaveLength(refused);
  });

  it('adds up: the customers are those of the segments, and so is their revenue', () => {
    const pence = (text: string | undefined): bigint => BigInt((text ?? '').replace('.', ''));
    const customers = table(out, 'customers.csv');
    const segments = table(out, 'segments.csv');
    expect(segments.reduce((sum, row) => sum + Number(row['customers']), 0)).toBe(customers.length);
    expect(segments.reduce((sum, row) => sum + pence(row['revenue']), 0n)).toBe(
      customers.reduce((sum, row) => sum + pence(row['total']), 0n),
    );
  });

  it('refuses exactly the lines that were spoilt, each with its own reason', () => {
    const rejected = table(out, 'rejected.csv');
    expect(rejected.map((row) => row['code'])).toEqual([
      'tooManyCells',
      ...['notADate', 'notANumber', 'notADate', 'notANumber', 'notANumber'],
      'tooFewCells',
      ...['missing', 'afterAsOf', 'missing', 'tooManyDecimals', 'tooManyDecimals', 'notANumber', 'afterAsOf'],
      ...['notADate', 'notANumber', 'tooFewCells'],
    ]);
  });

  it('masks what the mapping calls personal, in lines that do not fit the columns all of it', () => {
    const [wide, date] = table(out, 'rejected.csv');
    expect(date).toMatchObject({ customer_id: 'K1511', customer_name: '•••', item: 'Earl Grey 50 bags' });
    expect(wide).toMatchObject({ order_id: '•••', item: '•••', quantity: '•••' });
    expect(read(out, 'rejected.csv')).not.toContain('Rosa Weber');
  });

  it('has no cell that a spreadsheet would run', () => {
    expect(read(out, 'customers.csv')).toContain(`"'=1+1"`);
    expect(table(out, 'rejected.csv').map((row) => row['item'])).toContain(`'@SUM(1+1)*cmd`);
    for (const file of ['customers.csv', 'segments.csv', 'rejected.csv'] as const) {
      const cells = table(out, file).flatMap((row) => Object.values(row));
      expect(
        cells.filter((cell) => /^\s*[=+@-]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell)),
        file,
      ).toEqual([]);
    }
  });

  it('fills one page that loads nothing and describes its pictures', () => {
    const page = read(out, 'report.html');
    expect(page.match(/<svg role="img" aria-label="[^"]{40,}"/g)).toHaveLength(5);
    const loads = page
      .replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')
      .match(/\bsrc=|href=|url\((?!#)|@import|https?:/g);
    expect(loads).toBeNull();
    expect(page.match(/<script|NaN|undefined|Infinity|\[object/g)).toBeNull();
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page.includes('Slipping away')).toBe(true);
  });

  it('writes a model that scores the same customers the same way again', async () => {
    const again = scratch();
    const model = join(out, 'model.json');
    expect(await scoreOrders(['--out', again, '--model', model])).toMatchObject({ code: 0 });
    expect(read(again, 'customers.csv')).toBe(read(out, 'customers.csv'));
    expect(JSON.parse(read(again, 'model.json'))).toEqual(JSON.parse(read(out, 'model.json')));
    expect(read(again, 'report.html').includes('brought along, found in')).toBe(true);
  });

  it.each([
    { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'Pacific/Apia', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  ])('gives the same bytes under $TZ and $LANG', async (env) => {
    const there = scratch();
    expect(await startScoreOrders(['--out', there], env)).toMatchObject({ code: 0 });
    for (const file of FILES) expect(read(there, file) === read(out, file), file).toBe(true);
  });
});

describe('models, maps and languages', () => {
  it.each(['source', 'source-total', 'rfm030', 'pymc'])(
    '--model %s scores the bundled shop',
    async (model) => {
      const out = scratch();
      expect(await scoreOrders(['--out', out, '--model', model])).toMatchObject({ code: 0, stderr: '' });
      expect(read(out, 'report.html').match(/NaN|undefined|\[object/g)).toBeNull();
    },
  );

  it('--segments ten and --lang zh change the names and the sentences', async () => {
    const out = scratch();
    expect(await scoreOrders(['--out', out, '--segments', 'ten', '--lang', 'zh'])).toMatchObject({ code: 0 });
    expect(table(out, 'segments.csv')).toHaveLength(11);
    expect(read(out, 'report.html').includes('<html lang="zh">')).toBe(true);
    expect(read(out, 'report.html').includes('正在流失')).toBe(true);
  });

  it('a map written for other scores than the model gives is refused in one line', async () => {
    const { code, stderr } = await scoreOrders([
      '--out',
      scratch(),
      '--model',
      'quintiles',
      '--segments',
      'pymc',
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^score-orders: --segments pymc: [^\n]+\n$/);
  });
});

describe('files with mistakes', () => {
  it('a row 7 with one column too many is refused alone, with its reason, and the rest is scored', async () => {
    const lines = NINE_ORDERS.map((line, i) => (i === 6 ? `${line},surplus` : line));
    const { code, stdout, out } = await scoreText(orders(...lines));
    expect(code).toBe(0);
    expect(countsIn(stdout)).toEqual({ rows: 9, accepted: 8, ignored: 0, refused: 1 });
    expect(table(out, 'rejected.csv')).toEqual([
      {
        ...{ row: '7', line: '8', column: '', code: 'tooManyCells' },
        reason: 'The row has 5 cells, the header 4.',
        ...{
          order: 'o7',
          customer: 'c7',
          day: '2025-07-15',
          amount: '70.50',
          '(cells without a column)': 'surplus',
        },
      },
    ]);
    expect(table(out, 'customers.csv').map((row) => row['customer_id'])).toEqual([
      'c1',
      'c2',
      'c3',
      'c4',
      'c5',
      'c6',
      'c8',
      'c9',
    ]);
  });

  it('an empty file is one clear line and exit code 2', async () => {
    const { code, stderr, stdout } = await scoreText('');
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: 'score-orders: orders.csv holds no line with column names\n',
    });
  });

  it('a file with only a header has nobody to score: exit code 1, and a report that says so', async () => {
    const { code, stderr, stdout, out } = await scoreText(orders());
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(countsIn(stdout)).toEqual({ rows: 0, accepted: 0, ignored: 0, refused: 0 });
    expect(read(out, 'report.html').includes('No customer could be scored')).toBe(true);
    expect(read(out, 'report.html').includes('NaN')).toBe(false);
    expect(table(out, 'customers.csv')).toEqual([]);
    expect(existsSync(join(out, 'model.json'))).toBe(false);
  });

  it('a file whose rows are all refused says why', async () => {
    const { code, stdout, out } = await scoreText(orders('o1,c1,yesterday,10', 'o2,c2,2025-01-01,ten'));
    expect(code).toBe(1);
    expect(countsIn(stdout)).toEqual({ rows: 2, accepted: 0, ignored: 0, refused: 2 });
    expect(table(out, 'rejected.csv').map((row) => row['code'])).toEqual(['notADate', 'notANumber']);
  });

  it('a column that the mapping names and the file lacks is one clear line and exit code 2', async () => {
    const { code, stderr, out } = await scoreText('order,customer,amount\no1,c1,10\n');
    expect(code).toBe(2);
    expect(stderr).toBe(
      'score-orders: orders.csv has no column "day", which the mapping names as columns.at; ' +
        'its columns are "order", "customer", "amount"\n',
    );
    expect(existsSync(join(out, 'rejected.csv'))).toBe(false);
  });

  it('one customer is scored', async () => {
    const { code, out } = await scoreText(orders('o1,__proto__,2025-01-01,10'));
    expect(code).toBe(0);
    expect(table(out, 'customers.csv')).toMatchObject([{ customer_id: '__proto__', total: '10.00' }]);
  });

  it('rows that can only be judged at the end are refused with their cells, too', async () => {
    const lines = [...NINE_ORDERS, 'o10,c10,2025-03-01,0'];
    const mapping = { policies: { zeroAmounts: 'refuse' } };
    const { stdout, out } = await scoreText(orders(...lines), { mapping });
    expect(countsIn(stdout)).toEqual({ rows: 10, accepted: 9, ignored: 0, refused: 1 });
    expect(table(out, 'rejected.csv')).toMatchObject([
      { row: '10', line: '11', code: 'zeroAmount', customer: 'c10' },
    ]);
  });

  it('a quote left open is a refused row, and what stands before it is scored', async () => {
    const { stdout, out } = await scoreText(orders(...NINE_ORDERS, 'o10,"c10,2025-03-01,5'));
    expect(countsIn(stdout)).toEqual({ rows: 10, accepted: 9, ignored: 0, refused: 1 });
    expect(table(out, 'rejected.csv')).toMatchObject([{ row: '10', line: '11', code: 'unclosedQuote' }]);
  });

  it('text from the file is text in the report', async () => {
    const { out } = await scoreText(orders(...NINE_ORDERS, 'o10,<script>alert(1)</script>,2025-12-01,500'));
    expect(read(out, 'report.html').includes('<script')).toBe(false);
    expect(read(out, 'report.html').includes('&#60;script&#62;alert(1)')).toBe(true);
  });
});

describe('what a file is scored as of', () => {
  it('is the day of its last order, never today, and the report says so', async () => {
    const { out } = await scoreText(orders(...NINE_ORDERS));
    expect(table(out, 'customers.csv').at(-1)).toMatchObject({ last_order: '2025-09-15', recency_days: '0' });
    expect(read(out, 'report.html').includes('2025-09-15 (the day of the last order in the file)')).toBe(
      true,
    );
  });

  it('is the day asked for; later orders are refused', async () => {
    const { stdout, out } = await scoreText(orders(...NINE_ORDERS), { args: ['--as-of', '2025-08-31'] });
    expect(countsIn(stdout)).toMatchObject({ accepted: 8, refused: 1 });
    expect(table(out, 'customers.csv').at(-1)).toMatchObject({ customer_id: 'c8', recency_days: '16' });
  });
});

describe('forms of files', () => {
  it('gzip by its name, a byte order mark, CR LF, another delimiter: the same customers', async () => {
    const plain = await scoreText(orders(...NINE_ORDERS));
    const windows = `\uFEFF${orders(...NINE_ORDERS)
      .replaceAll('\n', '\r\n')
      .replaceAll(',', ';')}`;
    const other = await scoreText(gzipSync(windows), { name: 'orders.csv.gz', args: ['--delimiter', ';'] });
    expect(other).toMatchObject({ code: 0, stderr: '' });
    expect(read(other.out, 'customers.csv')).toBe(read(plain.out, 'customers.csv'));
  });

  it.each([
    ['is not gzip', 'orders.csv.gz', Buffer.from('order\n1\n'), 'it is not a gzip file'],
    [
      'ends too early',
      'orders.csv.gz',
      gzipSync(orders(...NINE_ORDERS)).subarray(0, 60),
      'the gzip file ends too early',
    ],
    ['is not UTF-8', 'orders.csv', Buffer.from([0x63, 0xe9, 0x0a]), 'it is not UTF-8 text'],
  ])('a file that %s is one clear line and exit code 2', async (_what, name, bytes, reason) => {
    const { code, stderr, out } = await scoreText(bytes, { name });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^score-orders: [^\n]+\n$/);
    expect(stderr).toContain(reason);
    expect(existsSync(join(out, 'rejected.csv.part'))).toBe(false);
  });
});

describe('bad options', () => {
  const folder = scratch();
  const mapping = join(folder, 'mapping.json');
  const broken = join(folder, 'broken.json');
  beforeAll(() => {
    writeFileSync(mapping, '{"format":"order-mapping@1","rows":"orders"}');
    writeFileSync(broken, '{"format":');
  });

  it.each([
    [['--colour'], '--colour'],
    [['--model', 'guesses'], '--model is one of quintiles'],
    [['--lang', 'fr'], '--lang is one of en, zh'],
    [['--as-of', 'tomorrow'], 'tomorrow'],
    [['a.csv', 'b.csv'], 'one orders file at a time'],
    [['a.csv'], 'a.csv needs --mapping FILE'],
    [['--mapping', mapping], '--mapping needs an orders file'],
    [['a.csv', '--mapping', 'nowhere.json'], 'cannot read nowhere.json: there is no such file'],
    [['a.csv', '--mapping', broken], 'is not JSON'],
    [['a.csv', '--mapping', mapping], 'columns'],
    [['--model', mapping], 'rfm-model'],
    [['--delimiter', ', '], '--delimiter is one character'],
    [['--out', new URL(import.meta.url).pathname], 'cannot write to'],
  ])('%# is one clear line that says so, and exit code 2', async (args, says) => {
    const { code, stderr, stdout } = await scoreOrders(['--out', scratch(), ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^score-orders: [^\n]+\n$/);
    expect(stderr).toContain(says);
  });

  it('a file that does not exist, or is a folder, is one clear line and exit code 2', async () => {
    const example = 'examples/score-orders/shop.mapping.json';
    const missing = await scoreOrders(['nowhere.csv', '--mapping', example, '--out', scratch()]);
    expect(missing).toEqual({
      code: 2,
      stdout: '',
      stderr: 'score-orders: cannot read nowhere.csv: there is no such file\n',
    });
    const folder = await scoreOrders(['examples', '--mapping', example, '--out', scratch()]);
    expect(folder).toEqual({
      code: 2,
      stdout: '',
      stderr: 'score-orders: cannot read examples: it is a folder\n',
    });
  });

  it('the process itself ends with that line and that code', async () => {
    const { code, stdout, stderr } = await startScoreOrders(['--lang', 'fr']);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: 'score-orders: --lang is one of en, zh, not "fr" (--help shows the options)\n',
    });
  });

  it('--help names every option', async () => {
    const { code, stdout } = await scoreOrders(['--help']);
    expect(code).toBe(0);
    const options = readFileSync(new URL('../../examples/score-orders/options.ts', import.meta.url), 'utf8');
    for (const option of [
      'mapping',
      'as-of',
      'compare-with',
      'model',
      'segments',
      'delimiter',
      'lang',
      'out',
      'help',
    ]) {
      expect(stdout).toContain(`--${option}`);
      expect(options).toContain(option);
    }
  });
});
