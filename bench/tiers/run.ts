/** Tiers side by side, bundled as they would be published: `npm run bench:tiers`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const bundle = here('../../.generated/bench-tiers/race.mjs');
await build({
  entryPoints: [here('race.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  tsconfig: here('../../tsconfig.test.json'),
});
const { status } = spawnSync(process.execPath, ['--expose-gc', bundle], { stdio: 'inherit' });
process.exitCode = status ?? 1;
