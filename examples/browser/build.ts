/** Builds the page into a folder of three static files: `tsx examples/browser/build.ts [folder]`. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));

const SHARED: BuildOptions = {
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  tsconfig: join(HERE, 'tsconfig.json'),
  logLevel: 'error',
};

/** Writes index.html, page.js and page.css. The worker's script is inside page.js. */
export async function buildPage(folder: string = join(HERE, 'dist')): Promise<string> {
  const worker = await build({ ...SHARED, entryPoints: [join(HERE, 'worker.ts')], write: false });
  mkdirSync(folder, { recursive: true });
  await build({
    ...SHARED,
    entryPoints: [join(HERE, 'page.ts')],
    outfile: join(folder, 'page.js'),
    define: { WORKER_SCRIPT: JSON.stringify(worker.outputFiles[0]?.text ?? '') },
  });
  for (const file of ['index.html', 'page.css']) copyFileSync(join(HERE, file), join(folder, file));
  return folder;
}

const asked = process.argv[1];
if (asked !== undefined && import.meta.url === pathToFileURL(asked).href) {
  console.log(join(await buildPage(process.argv[2]), 'index.html'));
}
