/**
 * Checks what a user's bundler keeps of the build in dist: the budgets of budgets.json, each for one import
 * statement, in bytes minified and gzipped, and whether zod may be in it.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

interface Budget {
  /** What is imported, e.g. `{ scoreCustomer }`. */
  readonly import: string;
  readonly from: string;
  /** Most bytes, minified and gzipped. */
  readonly max?: number;
  /** Whether the bundle parses unknown input, and so may hold the schema library. */
  readonly parses: boolean;
}

const packages = (inputs: readonly string[]): readonly string[] => [
  ...new Set(inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [])),
];

async function measure(
  budget: Budget,
): Promise<{ readonly bytes: number; readonly packages: readonly string[] }> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: `export ${budget.import} from '${budget.from}';`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  const kept = Object.entries(output?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [input] : [],
  );
  return { bytes: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length, packages: packages(kept) };
}

const { budgets } = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8')) as {
  readonly budgets: readonly Budget[];
};
let broken = 0;
const rows: string[][] = [['import', 'bytes', 'budget', 'packages', '']];
for (const budget of budgets) {
  const { bytes, packages: kept } = await measure(budget);
  const verdicts = [
    ...(budget.max !== undefined && bytes > budget.max ? ['too big'] : []),
    ...(!budget.parses && kept.includes('zod') ? ['holds zod'] : []),
  ];
  broken += verdicts.length;
  rows.push([
    `${budget.import} from '${budget.from}'`,
    String(bytes),
    budget.max === undefined ? '-' : String(budget.max),
    kept.join(' ') || '-',
    verdicts.join(', ') || 'ok',
  ]);
}
const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
if (broken > 0) process.exitCode = 1;
