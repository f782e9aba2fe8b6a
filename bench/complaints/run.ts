/** Calendars and complaints side by side, bundled as they would be published: `npm run bench:complaints`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const bundle = here('../../.generated/bench-complaints/race.mjs');
await build({
  entryPoints: [here('race.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  tsconfig: here('../../tsconfig.test.json'),
});
const { status } = spawnSync(process.execPath, ['--expose-gc', bundle, ...process.argv.slice(2)], {
  stdio: 'inherit',
  // The others count in the machine's zone.
  env: { ...process.env, TZ: 'UTC' },
});
process.exitCode = status ?? 1;
