/** The wrong thing handed in is a typed problem, not an error of the engine. */
import {
  advanceTier,
  type CompiledTiers,
  compareTierPolicies,
  compileProgramme,
  compileTiers,
  defineTierPolicy,
  explainTier,
  orThrow,
  type Result,
  replayProgramme,
  replayTiers,
  returnsThatCost,
  describe as sentence,
  startTier,
  type TierMember,
  type TierPolicy,
  type TierProgramme,
  tierHistory,
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

  describe('is no compiled policy', () => {
    const state = orThrow(startTier(orThrow(compiled), MEMBER));
    const entry = { kind: 'redemption', id: 'r', at: 1, values: {} } as const;
    const options = { asOf: 0 };
    const asked: readonly [string, (tiers: CompiledTiers) => Result<unknown>][] = [
      ['replayTiers', (tiers) => replayTiers(tiers, MEMBER, options)],
      ['startTier', (tiers) => startTier(tiers, MEMBER)],
      ['advanceTier', (tiers) => advanceTier(tiers, state, entry)],
      ['tierHistory', (tiers) => tierHistory(tiers, state, options)],
      ['explainTier', (tiers) => explainTier(tiers, MEMBER, options)],
      ['returnsThatCost', (tiers) => returnsThatCost(tiers, MEMBER, options)],
      ['compareTierPolicies (before)', (tiers) => compareTierPolicies(tiers, orThrow(compiled), [], options)],
      ['compareTierPolicies (after)', (tiers) => compareTierPolicies(orThrow(compiled), tiers, [], options)],
    ];

    it.each(asked)('for %s', (_, ask) => {
      expect(ask(orThrow(compiled))._tag).toBe('Right');
      expect(words(ask(compiled as unknown as CompiledTiers))).toContain('unwrap it with orThrow');
      for (const wrong of [null, undefined, 'gold', {}, CLUB])
        expect(words(ask(wrong as unknown as CompiledTiers))).toContain('policy as compileTiers gives it');
    });
  });

  it('is no member', () => {
    for (const member of [null, undefined, 'ann'])
      expect(words(startTier(orThrow(compiled), member as unknown as TierMember))).toContain(
        'member: expected an object',
      );
    const members = MEMBER as unknown as Iterable<TierMember>;
    const compared = compareTierPolicies(orThrow(compiled), orThrow(compiled), members, { asOf: 0 });
    expect(words(compared)).toBe('members: expected a list of members, found an object.');
    for (const member of [null, {}, { ...MEMBER, log: undefined }])
      expect(replayTiers(orThrow(compiled), member as TierMember, { asOf: 0 })).toMatchObject({
        _tag: 'Left',
        left: [{ code: 'wrongType' }],
      });
  });

  it('is no programme, or no member of one', () => {
    const made = compileProgramme([defineTierPolicy(CLUB)]);
    const asked = { asOf: 0 };
    const replayed = (programme: unknown): string =>
      words(replayProgramme(programme as TierProgramme, MEMBER, asked));
    expect(replayed(orThrow(made))).toBe('fine');
    expect(replayed(made)).toContain('programme: expected a compiled programme, not a Result of one');
    for (const wrong of [null, undefined, 'club', {}, orThrow(compiled)])
      expect(replayed(wrong)).toContain('programme: expected a programme as compileProgramme gives it');
    expect(replayed({ ladders: [orThrow(compiled), compiled] })).toContain(
      'programme.ladders[1]: expected a',
    );
    const grant = { kind: 'grant', id: 'g', at: 1, tier: 'gold', until: 2 } as const;
    const long = { ...MEMBER, log: [null, grant, undefined] as unknown as TierMember['log'] };
    expect(replayProgramme(orThrow(made), long, { asOf: 9 })).toMatchObject({
      right: { main: { rejected: [{ index: 0 }, { index: 2 }] } },
    });
    for (const member of [null, undefined, 'ann', {}, { ...MEMBER, log: undefined }])
      expect(replayProgramme(orThrow(made), member as TierMember, asked)).toEqual(
        replayTiers(orThrow(compiled), member as TierMember, asked),
      );
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
