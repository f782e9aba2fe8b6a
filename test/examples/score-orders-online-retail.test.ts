/** The example on a real file: UCI Online Retail, 541,909 lines with everything that real lines bring. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../shared.js';
import { countsIn, FILES, type Run, read, scratch, startScoreOrders, table } from './score-orders-support.js';

const LINES = 541_909;

describeShared('score-orders on UCI Online Retail', () => {
  const file = sharedPath('data', 'online-retail', 'onlineretail.csv.gz');
  const outs = [scratch(), scratch()] as const;
  let runs: readonly Run[];
  beforeAll(async () => {
    const args = [file, '--mapping', 'examples/score-orders/online-retail.mapping.json', '--out'];
    runs = await Promise.all([
      startScoreOrders([...args, outs[0]], { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8' }),
      startScoreOrders([...args, outs[1]], { TZ: 'Pacific/Apia', LANG: 'C' }),
    ]);
  }, 300_000);

  it('accounts for every line: only those without a customer are refused', () => {
    for (const run of runs) {
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(countsIn(run.stdout)).toEqual({
        rows: LINES,
        accepted: LINES - 135_080,
        ignored: 0,
        refused: 135_080,
      });
    }
    const codes = new Set(table(outs[0], 'rejected.csv').map((row) => `${row['code']} ${row['column']}`));
    expect([...codes]).toEqual(['missing CustomerID']);
    expect(table(outs[0], 'customers.csv')).toHaveLength(4372);
  });

  it('the customers’ totals are the sum of the accepted lines, rounded line by line half to even, to the penny', () => {
    const rejected = new Set(table(outs[0], 'rejected.csv').map((row) => Number(row['row'])));
    const totals = table(outs[0], 'customers.csv').map((row) =>
      BigInt((row['total'] ?? '').replace('.', '')),
    );
    const revenue = totals.reduce((sum, total) => sum + total, 0n);
    expect(revenue).toBe(independentSum(file, rejected));
    const pounds = `${revenue / 100n}`.replace(/\B(?=(\d{3})+$)/g, ',');
    expect(
      read(outs[0], 'report.html').includes(
        `revenue is ${pounds}.${`${revenue % 100n}`.padStart(2, '0')} GBP`,
      ),
    ).toBe(true);
  });

  it('gives the same bytes under two time zones and locales', () => {
    for (const name of FILES) {
      const [one, other] = outs.map((out) => readFileSync(join(out, name)));
      expect(one !== undefined && other !== undefined && one.equals(other), name).toBe(true);
    }
  });
});

/** Pence of all lines but the rejected, by other means than the library's: whole numbers of 1/10^9 of a pound. */
function independentSum(file: string, rejected: ReadonlySet<number>): bigint {
  const unit = 10n ** 7n; // one penny
  let sum = 0n;
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(LINES + 1);
  for (let row = 1; row < lines.length; row += 1) {
    if (rejected.has(row)) continue;
    const cells =
      (lines[row] ?? '')
        .match(/("(?:[^"]|"")*"|[^",]*)(?=,|$)/g)
        ?.filter((_, i, all) => all.length === 8 || i % 2 === 0) ?? [];
    const [quantity = '', , price = ''] = cells.slice(3, 6);
    const [whole = '', fraction = ''] = price.split('.');
    const nano = BigInt(quantity) * BigInt(`${whole}${fraction.padEnd(9, '0')}`);
    const size = nano < 0n ? -nano : nano;
    const pence = size / unit;
    const rest = (size % unit) * 2n;
    const rounded = rest > unit || (rest === unit && pence % 2n === 1n) ? pence + 1n : pence;
    sum += nano < 0n ? -rounded : rounded;
  }
  return sum;
}
