/** The wrong thing handed in is a typed problem, not an error of the engine. */
import {
  type CompiledTiers,
  compileTiers,
  defineTierPolicy,
  orThrow,
  replayTiers,
  describe as sentence,
  type TierMember,
  type TierPolicy,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { POINTS, programme } from './programmes.js';

const CLUB = programme({ base: null, gold: { metric: 'points', atLeast: 100 } }, { points: POINTS });
const compiled = compileTiers(defineTierPolicy(CLUB));
const MEMBER: TierMember = { memberId: 'm', enrolledAt: 0, log: [] };

const words = (result: { readonly _tag: string; readonly left?: unknown }): string =>
  result._tag === 'Left' ? sentence((result.left as [never])[0], 'en') : 'fine';

describe('the wrong thing', () => {
  it.each([null, undefined, 5, {}, CLUB, compiled])('is no policy: %j', (policy) => {
    const refused = compileTiers(policy as TierPolicy);
    expect(refused).toMatchObject({ _tag: 'Left', left: [{ code: 'notAPolicy' }] });
    expect(compileTiers([policy as TierPolicy])).toMatchObject({ left: [{ path: [0] }] });
  });

  it('is no compiled policy', () => {
    const refused = replayTiers(compiled as unknown as CompiledTiers, MEMBER, { asOf: 0 });
    expect(words(refused)).toContain('unwrap it with orThrow');
    expect(words(replayTiers(null as unknown as CompiledTiers, MEMBER, { asOf: 0 }))).toContain(
      'compileTiers',
    );
  });

  it('is no member', () => {
    for (const member of [null, {}, { ...MEMBER, log: undefined }])
      expect(replayTiers(orThrow(compiled), member as TierMember, { asOf: 0 })).toMatchObject({
        _tag: 'Left',
        left: [{ code: 'wrongType' }],
      });
  });

  it('is a policy of more tiers than places can be told apart', () => {
    const tiers = Array.from({ length: 101 }, (_, rank) => ({
      tier: `t${rank}`,
      name: { en: 'x', zh: 'x' },
      rank,
    }));
    expect(() => defineTierPolicy({ ...CLUB, tiers })).toThrow('list of at most 100 items');
    expect(() => defineTierPolicy({ ...CLUB, effective: { from: '1 May' } })).toThrow('yyyy-MM-dd');
  });

  it('is nothing, where a validity of some kind belongs', () => {
    const { validity: _, ...without } = CLUB;
    expect(() => defineTierPolicy(without as typeof CLUB)).toThrow(
      'validity: expected one of "endOfPeriod", "duration", "whileQualified", "lifetime", "attribute"',
    );
  });
});
