/** What every vitest configuration here has in common. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/** Tests import the package by the name its users know; here that name means the source. */
export const packageAlias = [
  { find: /^clientele$/, replacement: source('index.ts') },
  { find: /^clientele\/rfm$/, replacement: source('rfm/index.ts') },
  { find: /^clientele\/rfm\/columns$/, replacement: source('rfm/columns/index.ts') },
  { find: /^clientele\/tiers$/, replacement: source('tiers/index.ts') },
  { find: /^clientele\/calendar$/, replacement: source('calendar/index.ts') },
  { find: /^clientele\/complaints$/, replacement: source('complaints/index.ts') },
  { find: /^clientele\/complaints\/export$/, replacement: source('complaints/export/index.ts') },
];

/** The usual reporter, and with TEST_RESULTS set also a JSON file in that folder, for .ci/run to add up. */
export function testReporters(run: string): (string | [string, { outputFile: string }])[] {
  const folder = process.env['TEST_RESULTS'];
  return folder === undefined
    ? ['default']
    : ['default', ['json', { outputFile: join(folder, `${process.env['TEST_RUN'] ?? run}.json`) }]];
}
