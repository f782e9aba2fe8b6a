import { defineConfig } from 'vitest/config';
import { testReporters } from './vitest.shared.js';

/** The packed tarball as its users install it. Needs a build, and the registry for the dependencies. */
export default defineConfig({
  test: {
    name: 'consumers',
    include: ['test/consumers/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: testReporters('consumers'),
  },
});
