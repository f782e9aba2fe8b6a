/** score-orders --compare-with: who moved between two dates. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  HEADER,
  NINE_ORDERS,
  type Run,
  read,
  scoreOrders,
  scoreText,
  scratch,
  table,
} from './score-orders-support.js';

type Row = Readonly<Record<string, string>>;

function moves(folder: string, file: 'migration.csv' | 'migration-customers.csv'): readonly Row[] {
  return parse(readFileSync(join(folder, file), 'utf8'), { bom: true, columns: true });
}

describe('the bundled shop, three months apart', () => {
  let run: Run;
  let out: string;
  beforeAll(async () => {
    out = scratch();
    run = await scoreOrders(['--out', out, '--compare-with', '2026-03-31']);
  });

  it('counts every customer once, and says how many moved', () => {
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const cells = moves(out, 'migration.csv');
    const customers = moves(out, 'migration-customers.csv');
    const stayed = cells.filter((cell) => cell['from'] === cell['to']);
    const sum = (rows: readonly Row[]): number =>
      rows.reduce((all, row) => all + Number(row['customers']), 0);
    expect(sum(cells)).toBe(customers.length);
    expect(new Set(customers.map((row) => row['customer_id'])).size).toBe(customers.length);
    const words = `of ${sum(cells).toLocaleString('en')} customers ${sum(stayed).toLocaleString('en')} are where they were`;
    expect(run.stdout).toContain(words);
    expect(read(out, 'report.html').includes(words)).toBe(true);
  });

  it('ends where the segments of the later date are', () => {
    const after = new Map(table(out, 'customers.csv').map((row) => [row['customer_id'], row['segment']]));
    for (const { customer_id, to } of moves(out, 'migration-customers.csv'))
      expect(to).toBe(after.get(customer_id));
  });

  it('begins where the same cut points put the customers at the earlier date', async () => {
    const then = scratch();
    const model = join(out, 'model.json');
    await scoreOrders(['--out', then, '--as-of', '2026-03-31', '--model', model]);
    const before = new Map(table(then, 'customers.csv').map((row) => [row['customer_id'], row['segment']]));
    for (const { customer_id, from } of moves(out, 'migration-customers.csv')) {
      const segment = before.get(customer_id);
      if (segment === undefined) expect(from).toContain('neverOrdered');
      else expect(from).toBe(segment);
    }
  });

  it('gives each row of the grid shares that come to one', () => {
    const shares = new Map<string | undefined, number>();
    for (const { from, share } of moves(out, 'migration.csv'))
      shares.set(from, (shares.get(from) ?? 0) + Number(share));
    for (const [from, share] of shares) expect(share, from).toBeCloseTo(1, 4);
  });

  it('draws the grid with words for those who cannot see it, beside the other pictures', () => {
    const page = read(out, 'report.html');
    expect(page.match(/<svg role="img" aria-label="[^"]{40,}"/g)).toHaveLength(6);
    expect(/aria-label="From which segment to which\. [\d,]+ customers stayed/.test(page)).toBe(true);
    expect(page.includes('with the cut points found as of 2026-06-30')).toBe(true);
    expect(page.match(/NaN|undefined|Infinity|\[object/g)).toBeNull();
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says so in Chinese, and where the cut points are the model\u2019s own', async () => {
    const there = scratch();
    const args = ['--out', there, '--compare-with', '2026-03-31', '--lang', 'zh', '--model', 'source'];
    expect(await scoreOrders(args)).toMatchObject({ code: 0 });
    expect(read(there, 'report.html').includes('由哪个分群到哪个分群')).toBe(true);
    expect(read(there, 'report.html').includes('模型自带的分界点')).toBe(true);
  });

  it('leaves no moves of an earlier run behind', async () => {
    expect(await scoreOrders(['--out', out])).toMatchObject({ code: 0 });
    expect(existsSync(join(out, 'migration.csv'))).toBe(false);
    expect(existsSync(join(out, 'migration-customers.csv'))).toBe(false);
  });
});

describe('dates that cannot be compared', () => {
  it.each([
    [['--compare-with', 'spring'], '--compare-with: '],
    [['--compare-with', '2026-06-30'], '2026-06-30 is not earlier than 2026-06-30'],
    [['--as-of', '2026-01-31', '--compare-with', '2026-02-01'], 'is not earlier than 2026-01-31'],
    [['--compare-with', '2001-01-01'], 'no customer had ordered'],
  ])('%j is one clear line and exit code 2', async (args, says) => {
    const { code, stderr, stdout } = await scoreOrders(['--out', scratch(), ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^score-orders: [^\n]+\n$/);
    expect(stderr).toContain(says);
  });

  it('a date after the last order, where that is the date scored', async () => {
    const csv = [HEADER, ...NINE_ORDERS, ''].join('\n');
    const { code, stderr } = await scoreText(csv, { args: ['--compare-with', '2025-12-01'] });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'score-orders: --compare-with 2025-12-01 is not earlier than 2025-09-15, the date scored\n',
    );
  });
});
