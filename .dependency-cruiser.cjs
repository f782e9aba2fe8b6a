/** The plan of the house as rules: which file may import which. See CONTRIBUTING.md. */

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Nothing imports itself, however long the way round.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports is dead, unless it is a door.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(index|.+/index)\\.ts$' },
      to: {},
    },
    {
      name: 'ground-knows-no-room',
      comment: 'src/foundation imports only itself and packages.',
      severity: 'error',
      from: { path: '^src/foundation/' },
      to: { path: '^src/', pathNot: '^src/foundation/' },
    },
    {
      name: 'rooms-use-doors',
      comment: "A room reaches another room only through that room's index.ts.",
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/foundation/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/foundation/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'rooms-do-not-use-the-front-door',
      comment: 'Only a host imports src/index.ts.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'front-door-uses-doors',
      comment: "src/index.ts imports the rooms' index.ts and the foundation, nothing else.",
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { pathNot: ['^src/foundation/', '^src/.+/index\\.ts$'] },
    },
    {
      name: 'zod-only-in-schema',
      comment: 'Only files named schema.ts know zod, so that a bundle that does not parse holds none of it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '/schema\\.ts$' },
      to: { path: '(^|node_modules/)zod(/|$)' },
    },
    {
      name: 'zod-through-mini',
      comment: 'zod/mini is a third of the size.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|node_modules/)zod/', pathNot: '(^|node_modules/)zod/(v4/)?mini/' },
    },
    {
      name: 'no-node-in-src',
      comment: 'The library runs in a browser too.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-declared-packages',
      comment: 'What src imports is a dependency of the package, not of its tools.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere; DuckDB is installed by the benchmark that needs it.',
      severity: 'error',
      from: { pathNot: '^bench/rfm/duckdb[.]ts$' },
      to: { couldNotResolve: true },
    },
    {
      name: 'src-stays-inside',
      comment: 'The library knows neither its tests nor its examples.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|examples|scripts|bench|docs|dist)/' },
    },
    {
      name: 'examples-import-the-package',
      comment:
        'Examples are what a user would write: they import clientele by its name, not src by its path.',
      severity: 'error',
      from: { path: '^(examples|bench)/' },
      to: { path: '^src/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'no-catch-all-names',
      comment: 'A file is named for what it holds: no utils, helpers, misc or common.',
      severity: 'error',
      from: {},
      to: {
        path: ['/(utils?|helpers?|misc|common)/', '/(utils?|helpers?|misc|common)\\.[cm]?ts$'],
        pathNot: 'node_modules',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|docs|coverage|test/consumers/fixture|\\.generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
