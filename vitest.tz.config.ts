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
  resolve: { alias: packageAlias },
  test: {
    name: `TZ=${zone}`,
    env: { TZ: zone },
    // Tiers, calendars and clocks know time only through the foundation: their examples are enough here.
    include: [
      'test/{foundation,rfm}/**/*.test.ts',
      'test/{tiers,calendar,complaints/clocks}/**/!(*.prop).test.ts',
    ],
    // Large real data sets, and laws that hold columns to the object path, whose days are counted here.
    exclude: ['test/rfm/columns/*.{node,prop}.test.ts'],
    setupFiles: ['test/setup/host-zone.ts', 'test/setup/no-end.ts'],
    pool: 'forks',
    isolate: false,
    testTimeout: 120_000,
  },
});

/** The tests of the library proper, once under each host zone: the answers may not depend on it. */
export default defineConfig({
  test: { projects: ZONES.map(under), reporters: testReporters('tz'), maxWorkers: '100%' },
});
