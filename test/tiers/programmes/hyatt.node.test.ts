/** The dates on which Hyatt's tiers end (handbook T11), as the shared fixtures give them. */
import { readFileSync } from 'node:fs';
import { hyattTiers } from 'clientele/tiers';
import { expect, test } from 'vitest';
import { describeShared, sharedPath } from '../../shared.js';
import { did, history, validThrough } from './member-log.js';

type Fixtures = { readonly hyattExpiry: readonly (readonly [qualified: string, through: string])[] };

describeShared('T11: Hyatt, valid to the end of February of the second year after', () => {
  test('every date of the fixtures', () => {
    const file = readFileSync(sharedPath('vectors', 'tiers', 'fixtures.json'), 'utf8');
    const { hyattExpiry } = JSON.parse(file) as Fixtures;
    expect(hyattExpiry).not.toHaveLength(0);
    for (const [qualified, through] of hyattExpiry) {
      const log = [did(qualified, { nights: 60 })];
      const { standing } = history(hyattTiers({ zone: 'UTC' }), '2018-01-01', log, '2019-12-31');
      expect([qualified, standing.tier, validThrough('UTC', standing.expiresAt)]).toEqual([
        qualified,
        'globalist',
        through,
      ]);
    }
  });
});
