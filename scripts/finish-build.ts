/**
 * The last step of a build, from what esbuild's metafiles say: removes the files of modules that hold only
 * types, and writes LICENSES.txt next to the files that inline packages, with the licence of each in full.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Metafile {
  readonly outputs: Readonly<Record<string, Output>>;
}

interface Output {
  readonly bytes: number;
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

interface Inlined {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly folder: string;
}

/** The package a file belongs to: the nearest package.json above it that has a name and a version. */
function packageOf(file: string): Inlined {
  for (let folder = dirname(file); folder.includes('node_modules'); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version, license } = JSON.parse(readFileSync(manifest, 'utf8')) as Partial<Inlined>;
    if (name && version) return { name, version, license: license ?? 'see below', folder };
  }
  throw new Error(`no package.json above ${file}`);
}

function licenceText({ name, folder }: Inlined): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} is inlined, but has no licence file`);
  return readFileSync(join(folder, file), 'utf8').trim();
}

/** The outputs of all formats built into a folder; their metafiles are not to be published. */
function takeOutputs(outDir: string): readonly (readonly [file: string, output: Output])[] {
  return readdirSync(outDir)
    .filter((name) => /^metafile-.*\.json$/.test(name))
    .flatMap((name) => {
      const { outputs } = JSON.parse(readFileSync(join(outDir, name), 'utf8')) as Metafile;
      rmSync(join(outDir, name));
      return Object.entries(outputs);
    });
}

function inlinedPackages(outputs: readonly Output[]): readonly Inlined[] {
  const found = new Map<string, Inlined>();
  for (const [file, { bytesInOutput }] of outputs.flatMap(({ inputs }) => Object.entries(inputs))) {
    if (bytesInOutput === 0 || !file.includes('node_modules/')) continue;
    const inlined = packageOf(file);
    found.set(inlined.name, inlined);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const LINE = `\n\n${'-'.repeat(80)}\n\n`;

for (const outDir of ['dist', 'dist/browser']) {
  const outputs = takeOutputs(outDir);
  for (const [file, { bytes }] of outputs) {
    if (bytes > 0) continue;
    rmSync(file);
    rmSync(file.replace(/\.js$/, '.cjs'), { force: true });
  }
  const packages = inlinedPackages(outputs.map(([, output]) => output));
  if (packages.length === 0) continue;
  const chapters = packages.map(
    (inlined) => `${inlined.name} ${inlined.version} (${inlined.license})\n\n${licenceText(inlined)}`,
  );
  const head = 'The JavaScript files in this folder contain code of these packages:';
  writeFileSync(join(outDir, 'LICENSES.txt'), `${[head, ...chapters].join(LINE)}\n`);
  console.log(`${outDir}/LICENSES.txt: ${packages.map(({ name }) => name).join(', ')}`);
}
