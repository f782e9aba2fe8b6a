import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'clientele-consumer-'));
let tarball = '';

/** Runs a program in the consumer's folder; what it printed is the message when it fails. */
function run(command: string, args: readonly string[], cwd = folder): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout ?? ''}${stderr ?? ''}`);
  }
}

const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name);

beforeAll(() => {
  cpSync(FIXTURE, folder, { recursive: true });
  const packed = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT),
  );
  tarball = join(folder, packed[0].filename);
  // The user has a copy of fp-ts of their own.
  const versions = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const fpTs = `fp-ts@${versions.dependencies['fp-ts']}`;
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', tarball, fpTs]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed package', () => {
  it('holds builds, types, schemas, bundles and their licences, and no sources or tests', () => {
    const files = readdirSync(join(folder, 'node_modules/clientele'), { recursive: true, encoding: 'utf8' });
    for (const entry of [
      'index',
      'rfm/index',
      'rfm/columns/index',
      'tiers/index',
      'calendar/index',
      'complaints/index',
      'complaints/export/index',
    ]) {
      for (const ending of ['js', 'cjs', 'd.ts', 'd.cts']) expect(files).toContain(`dist/${entry}.${ending}`);
    }
    for (const name of [
      'order-mapping',
      'rfm-model',
      'fitted-rfm',
      'segment-map',
      'tier-policy',
      'tier-member',
      'working-calendar',
    ]) {
      expect(files).toContain(`dist/schemas/${name}.json`);
    }
    expect(files).toContain('dist/browser/clientele.js');
    expect(files).toContain('dist/browser/clientele.global.js');
    expect(files).toContain('dist/browser/LICENSES.txt');
    expect(files).toContain('LICENSE');
    expect(files.filter((file) => /^(src|test|examples|scripts)\b/.test(file))).toEqual([]);
    expect(files.filter((file) => file.includes('metafile'))).toEqual([]);
  });

  it('is imported by ES modules', () => {
    expect(run('node', ['import.mjs'])).toBe('ok\n');
  });

  it('is required by CommonJS', () => {
    expect(run('node', ['require.cjs'])).toBe('ok\n');
  });

  it.each(['tsconfig.nodenext.json', 'tsconfig.bundler.json'])(
    'passes the type check of %s with every d.ts',
    (config) => {
      run(bin('tsc'), ['-p', config]);
    },
  );

  it('satisfies publint --strict', () => {
    run(bin('publint'), ['run', tarball, '--strict']);
  });

  it('satisfies "are the types wrong?" for Node', () => {
    run(bin('attw'), [tarball, '--profile', 'node16', '--exclude-entrypoints', './schemas/*.json']);
  });
});
