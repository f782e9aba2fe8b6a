import { defineConfig, type Options } from 'tsup';
import pkg from './package.json' with { type: 'json' };

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Keeps one file per module of src instead of one per entry. Only so can a user's bundler drop, by
 * `sideEffects: false`, a module it does not need together with the packages that module imports.
 */
const oneFilePerModule: Plugin = {
  name: 'one-file-per-module',
  setup(build) {
    const ending = build.initialOptions.outExtension?.['.js'] ?? '.js';
    build.onResolve({ filter: /^\.\.?\// }, ({ path, importer, kind }) =>
      kind === 'entry-point' || importer.includes('node_modules')
        ? undefined
        : { path: path.replace(/\.js$/, ending), external: true },
    );
  },
};

/** fp-ts has no `exports` map, so Node cannot import it as ES modules: its few helpers are inlined from these. */
const preferEsModules: Options['esbuildOptions'] = (options) => {
  options.mainFields = ['module', 'main'];
};

/** What the package's `exports` point at. */
const library: Options = {
  name: 'library',
  entry: ['src/**/*.ts'],
  outDir: 'dist',
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: false,
  metafile: true,
  noExternal: [/^fp-ts(\/|$)/],
  esbuildPlugins: [oneFilePerModule],
  esbuildOptions: preferEsModules,
  dts: {
    entry: {
      index: 'src/index.ts',
      'rfm/index': 'src/rfm/index.ts',
      'rfm/columns/index': 'src/rfm/columns/index.ts',
      'tiers/index': 'src/tiers/index.ts',
      'calendar/index': 'src/calendar/index.ts',
      'complaints/index': 'src/complaints/index.ts',
      'complaints/export/index': 'src/complaints/export/index.ts',
    },
    compilerOptions: { ignoreDeprecations: '6.0' },
  },
};

/** One file with everything in it, for a page without a bundler: an ES module, and a script that sets `Clientele`. */
export const browser: Options = {
  name: 'browser',
  entry: { clientele: 'src/index.ts' },
  outDir: 'dist/browser',
  format: ['esm', 'iife'],
  globalName: 'Clientele',
  target: 'es2022',
  platform: 'browser',
  splitting: false,
  minify: true,
  metafile: true,
  noExternal: [/.*/],
  esbuildOptions: preferEsModules,
  banner: { js: `/*! clientele ${pkg.version} | MIT | licences of what is inlined: LICENSES.txt */` },
  dts: false,
};

export default defineConfig([library, browser]);
