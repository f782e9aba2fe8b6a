/** Runs the example program and reads what it wrote. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll } from 'vitest';
import { main } from '../../examples/score-orders/run.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const FILES = ['customers.csv', 'segments.csv', 'rejected.csv', 'model.json', 'report.html'] as const;

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own for a test, removed when the file's tests are done. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'score-orders-'));
  folders.push(folder);
  return folder;
}

/** The program, within this process. */
export async function scoreOrders(args: readonly string[]): Promise<Run> {
  const said = { stdout: '', stderr: '' };
  const code = await main(args, {
    out: (text) => {
      said.stdout += text;
    },
    error: (text) => {
      said.stderr += text;
    },
  });
  return { code, ...said };
}

/** The program as its user starts it: a process of its own, under this environment. */
export function startScoreOrders(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'examples/score-orders/main.ts'), ...args],
      { cwd: ROOT, env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.test.json'), ...env } },
    );
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Columns that {@link MAPPING} reads. */
export const HEADER = 'order,customer,day,amount';
export const MAPPING = {
  format: 'order-mapping@1',
  rows: 'orders',
  columns: { orderId: 'order', customerId: 'customer', at: 'day', amount: 'amount' },
  zone: 'Europe/London',
  currency: { code: 'GBP', minorUnit: 2 },
};

/** Rows enough to fit five groups: `customer` c1 to c9, one order each. */
export const NINE_ORDERS: readonly string[] = Array.from(
  { length: 9 },
  (_, i) => `o${i + 1},c${i + 1},2025-0${i + 1}-15,${i + 1}0.50`,
);

/** Writes the file and its mapping, runs the program on them, and says where the results are. */
export async function scoreText(
  csv: string | Uint8Array,
  options: {
    readonly mapping?: object;
    readonly args?: readonly string[];
    readonly name?: string;
  } = {},
): Promise<Run & { readonly out: string }> {
  const folder = scratch();
  const out = join(folder, 'out');
  const orders = join(folder, options.name ?? 'orders.csv');
  writeFileSync(orders, csv);
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify({ ...MAPPING, ...options.mapping }));
  const args = [orders, '--mapping', join(folder, 'mapping.json'), '--out', out, ...(options.args ?? [])];
  return { ...(await scoreOrders(args)), out };
}

export function read(folder: string, file: (typeof FILES)[number]): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** The rows of a result as objects by column name. */
export function table(folder: string, file: (typeof FILES)[number]): Readonly<Record<string, string>>[] {
  return parse(read(folder, file), { bom: true, columns: true, skip_empty_lines: true });
}

/** The four row counts that the report states. */
export function countsIn(
  stdout: string,
): Readonly<Record<'rows' | 'accepted' | 'ignored' | 'refused', number>> {
  const found = /([\d,]+) rows = ([\d,]+) accepted \+ ([\d,]+) ignored \+ ([\d,]+) refused/.exec(stdout);
  const [rows, accepted, ignored, refused] = (found ?? [])
    .slice(1)
    .map((text) => Number(text.replaceAll(',', '')));
  return { rows: rows ?? -1, accepted: accepted ?? -1, ignored: ignored ?? -1, refused: refused ?? -1 };
}
