/**
 * RFM scoring side by side: `npm run bench:rfm [-- rows …]`, default 100,000, one and ten million orders.
 *
 * Every race runs in a process of its own, its contenders in turns; the answers are compared before anything counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { askedAndReached, askedTable, type Measured, type Memory, type Times } from './asked.js';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000, 10_000_000];
const largest = Math.max(...sizes);
const RACES = ['integers', 'sparse', 'texts', 'uuids', 'objects'] as const;
const TITLES: Readonly<Record<(typeof RACES)[number], string>> = {
  integers: 'Columns, integer ids close together',
  sparse: 'Columns, integer ids far apart',
  texts: 'Columns, short text ids',
  uuids: 'Columns, UUIDs',
  objects: 'Objects',
};
/** Eight orders for each of a million customers. */
const APPEND_ROWS = 8_000_000;

/** As it would be published: what runs TypeScript as it is slows inner functions down to keep their names. */
const built = fileURLToPath(new URL('../node_modules/.bench-rfm', import.meta.url));
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
await build({
  entryPoints: ['race.ts', 'memory.ts', 'file.ts'].map(here),
  outdir: built,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outExtension: { '.js': '.mjs' },
  tsconfig: here('../../tsconfig.test.json'),
});

/** Runs another file of this folder and reads the JSON it prints. */
function child<A>(file: string, ...args: readonly (string | number)[]): A {
  const flags = ['--expose-gc', '--max-old-space-size=16000', join(built, `${file}.mjs`)];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, ...args.map(String)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout === '' ? '{}' : stdout) as A;
}

function heading(text: string): void {
  console.log(`\n### ${text}\n\n<!-- load before: ${loadavg()[0]?.toFixed(1)} -->\n`);
}

function number(value: number | undefined): string {
  return value === undefined ? '' : value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

function tableRow(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function race(kind: (typeof RACES)[number]): readonly Times[] {
  heading(TITLES[kind]);
  const bySize = sizes.map((rows) =>
    child<Times>('race', kind, rows, rows > 2_000_000 ? 4 : rows > 200_000 ? 15 : 45),
  );
  tableRow(['milliseconds', ...sizes.map((rows) => rows.toLocaleString('en'))]);
  tableRow(['---', ...sizes.map(() => '---:')]);
  for (const name of new Set(bySize.flatMap((one) => Object.keys(one))))
    tableRow([name, ...bySize.map((one) => number(one[name]))]);
  return bySize;
}

function memory(): ReadonlyMap<string, Memory> {
  heading(`Peak memory, ${largest.toLocaleString('en')} orders`);
  tableRow(['megabytes', 'bare runtime', 'with the input', 'peak', 'extra', 'of it before the query']);
  tableRow(['---', '---:', '---:', '---:', '---:', '---:']);
  const found = new Map<string, Memory>();
  for (const who of ['clientele', 'DuckDB']) {
    for (const kind of ['integers', 'texts', 'objects']) {
      const one = child<Memory>('memory', `${who} ${kind}`, largest);
      found.set(`${who} ${kind}`, one);
      const { bare, before, peak, loaded } = one;
      const table = loaded === 0 ? '' : number(loaded - before);
      tableRow([`${who}, ${kind}`, number(bare), number(before), number(peak), number(peak - before), table]);
    }
  }
  return found;
}

function append(): Times {
  heading('A thousand orders more for a million customers, all scored anew');
  const times = child<Times>('race', 'append', APPEND_ROWS, 9);
  tableRow(['', 'milliseconds']);
  tableRow(['---', '---:']);
  for (const [name, took] of Object.entries(times)) tableRow([name, number(took)]);
  return times;
}

type FileRun = Readonly<Record<'milliseconds' | 'peak', number>> & { readonly answer: string };

function file(): Readonly<Record<string, FileRun>> {
  heading(`A CSV file of ${largest.toLocaleString('en')} lines`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-rfm-'));
  try {
    const csv = join(folder, 'orders.csv');
    child('file', 'make', csv, largest);
    console.log(`${number(statSync(csv).size / 1e6)} MB; time and memory of the whole program.\n`);
    const runs = Object.fromEntries(
      ['DuckDB', 'score-orders'].map((who) => [who, child<FileRun>('file', who, csv, largest)]),
    );
    tableRow(['', 'seconds', 'peak megabytes']);
    tableRow(['---', '---:', '---:']);
    for (const [who, { milliseconds, peak }] of Object.entries(runs))
      tableRow([who, number(milliseconds / 1000), number(peak)]);
    const answers = new Set(Object.values(runs).map(({ answer }) => answer));
    if (answers.size > 1) throw new Error(`different answers: ${[...answers].join('; ')}`);
    return runs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const times = new Map(RACES.map((kind) => [kind as string, race(kind)]));
const appended = append();
const memories = memory();
const measured: Measured = {
  times: (kind, rows) => times.get(kind)?.[sizes.indexOf(rows)],
  memory: (contender) => memories.get(contender),
  append: appended,
  file: undefined,
};
heading('Asked and reached');
console.log(askedTable(askedAndReached(measured)));
// The longest comes last.
const files = file();
console.log(
  `\n${askedTable(askedAndReached({ ...measured, times: () => undefined, memory: () => undefined, append: undefined, file: files }))}`,
);
