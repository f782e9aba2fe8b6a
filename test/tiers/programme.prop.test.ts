/** Ladders of one programme do not know of each other. */
import {
  compileProgramme,
  compileTiers,
  orThrow,
  replayProgramme,
  replayTiers,
  type TierEntry,
  type TierMember,
  type TierPolicy,
} from 'clientele/tiers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tierMembers, tierPolicies } from './arbitraries.js';

const AS_OF = Date.UTC(2026, 5, 1);

/** The offers have other names on each ladder, and nothing is granted without one. */
function onLadder(policy: TierPolicy, ladder: string): TierPolicy {
  const offers = Object.entries(policy.offers).map(([name, offer]) => [`${ladder} ${name}`, offer]);
  return { ...policy, ladder, effective: {}, offers: Object.fromEntries(offers) };
}

function byOffers(member: TierMember, ladder: string): TierMember {
  const log = member.log.flatMap((entry): readonly TierEntry[] => {
    if (entry.kind !== 'grant') return [entry];
    return entry.offer === undefined ? [] : [{ ...entry, offer: `${ladder} ${entry.offer}` }];
  });
  return { ...member, log };
}

/** Without what is meant for another ladder: grants by its offers, and their revocations. */
function meantFor(member: TierMember, policy: TierPolicy): TierMember {
  const others = new Set(
    member.log.flatMap((entry) =>
      entry.kind === 'grant' && !Object.hasOwn(policy.offers, entry.offer ?? '') ? [entry.id] : [],
    ),
  );
  const log = member.log.filter((entry) =>
    entry.kind === 'revocation' ? !others.has(entry.of) : !others.has(entry.id),
  );
  return { ...member, log };
}

const cases = fc.tuple(tierPolicies, tierPolicies).chain(([first, second]) =>
  tierMembers(first).map((member) => {
    const policies = [onLadder(first, 'a'), onLadder({ ...second, zone: first.zone }, 'b')] as const;
    return { policies, member: byOffers(member, 'a') };
  }),
);

it('a ladder has the history it would have alone, with what is meant for it', () => {
  fc.assert(
    fc.property(cases, ({ policies, member }) => {
      // An offer that no ladder has is refused on each, and is no question of ladders.
      fc.pre(
        member.log.every(
          (entry) =>
            entry.kind !== 'grant' || policies.some(({ offers }) => Object.hasOwn(offers, entry.offer ?? '')),
        ),
      );
      const programme = orThrow(compileProgramme(policies));
      const histories = orThrow(replayProgramme(programme, member, { asOf: AS_OF }));
      for (const policy of policies) {
        const alone = orThrow(
          replayTiers(orThrow(compileTiers(policy)), meantFor(member, policy), { asOf: AS_OF }),
        );
        const { rejected, ...history } = histories[policy.ladder] ?? expect.unreachable();
        const { rejected: refused, ...own } = alone;
        expect(history).toEqual(own);
        expect(rejected.map(({ id }) => id)).toEqual(refused.map(({ id }) => id));
        for (const { index, id } of rejected) expect(member.log[index]?.id).toBe(id);
      }
    }),
    { numRuns: 150 },
  );
});
