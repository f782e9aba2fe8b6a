import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { packageAlias, testReporters } from './vitest.shared.js';

/** Host zones with the habits that break date code: half and three-quarter hours, midnight changes, a skipped day. */
const ZONES = [
  'UTC',
  'America/Los_Angeles',
  'Asia/Shanghai',
  'Pacific/Apia',
  'America/Havana',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
];

const under = (zone: string): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name: `TZ=${zone}`, env: { TZ: zone } },
});

/** The tests of the library proper, once under each host zone: the answers may not depend on it. */
export default defineConfig({
  resolve: { alias: packageAlias },
  test: {
    include: ['test/foundation/**/*.test.ts', 'test/rfm/**/*.test.ts'],
    pool: 'forks',
    isolate: false,
    testTimeout: 120_000,
    setupFiles: ['test/setup/host-zone.ts'],
    projects: ZONES.map(under),
    reporters: testReporters('tz'),
  },
});
