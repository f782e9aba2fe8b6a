import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { CHROMIUM_FLAGS, chromiumPath } from './scripts/chromium.js';
import { extractExamples } from './scripts/extract-examples.js';
import { packageAlias, testReporters } from './vitest.shared.js';

const chromium = chromiumPath();
if (chromium === undefined) {
  console.warn('No Chromium found (CHROMIUM_PATH names one): the browser tests are skipped.');
}

// Here, because vitest looks for the test files before it runs any setup.
extractExamples();

const unit: TestProjectInlineConfiguration = {
  resolve: { alias: packageAlias },
  test: {
    name: 'unit',
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/consumers/**'],
    setupFiles: ['test/setup/no-end.ts'],
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

/** The code of the documentation, written to .generated/docs by scripts/extract-examples.ts. */
const docs: TestProjectInlineConfiguration = {
  resolve: { alias: packageAlias },
  test: {
    name: 'docs',
    include: ['.generated/docs/**/*.test.ts'],
    isolate: false,
    testTimeout: 60_000,
  },
};

/** The published bundles in a page, and the unit tests that need no Node. */
const inChromium = (executablePath: string): TestProjectInlineConfiguration => ({
  resolve: { alias: packageAlias },
  publicDir: '.generated/browser',
  test: {
    name: 'browser',
    include: ['test/{browser,foundation,rfm,tiers,calendar,complaints}/**/*.test.ts'],
    exclude: [
      'test/browser/absent.test.ts',
      '**/*.node.test.ts',
      '**/*.prop.test.ts',
      // Long searches and texts, which know nothing of where they run.
      'test/complaints/{check/canonical,export/*}.test.ts',
    ],
    globalSetup: ['test/setup/browser-bundles.ts'],
    isolate: false,
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath, args: [...CHROMIUM_FLAGS] } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});

const noChromium: TestProjectInlineConfiguration = {
  test: { name: 'browser', include: ['test/browser/absent.test.ts'] },
};

export default defineConfig({
  test: {
    projects: [unit, docs, chromium === undefined ? noChromium : inChromium(chromium)],
    maxWorkers: '100%',
    reporters: testReporters('all'),
    coverage: {
      provider: 'v8',
      // The gate counts coverage in its one run of the tests.
      enabled: process.env['COVERAGE'] === 'true',
      include: ['src/**/*.ts'],
      reporter: ['text', 'html', 'json-summary'],
      thresholds: { statements: 90, branches: 90, functions: 90, lines: 90 },
    },
  },
});
