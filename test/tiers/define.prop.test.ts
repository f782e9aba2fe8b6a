import { describe as inWords, orThrow, parseTierMember, parseTierPolicy } from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/tiers/check/check-policy.js';
import { tierMembers, tierPolicies } from './arbitraries.js';

describe('stored policies and members', () => {
  it('policies survive JSON and are valid', () => {
    fc.assert(
      fc.property(tierPolicies, (policy) => {
        expect(checkPolicy(policy).map((problem) => inWords(problem, 'en'))).toEqual([]);
        expect(orThrow(parseTierPolicy(JSON.parse(JSON.stringify(policy))))).toEqual(policy);
      }),
      { numRuns: 250 },
    );
  });

  it('members survive JSON, with instants as numbers or as ISO 8601 text', () => {
    fc.assert(
      fc.property(
        tierPolicies.chain((policy) => fc.tuple(fc.constant(policy), tierMembers(policy))),
        ([{ zone }, member]) => {
          const asText = JSON.parse(JSON.stringify(member), (key, value) =>
            ['at', 'enrolledAt', 'until', 'recordedAt'].includes(key) && typeof value === 'number'
              ? new Date(value).toISOString()
              : value,
          );
          expect(orThrow(parseTierMember(JSON.parse(JSON.stringify(member)), zone))).toEqual(member);
          expect(orThrow(parseTierMember(asText, zone))).toEqual(member);
        },
      ),
      { numRuns: 150 },
    );
  });
});
