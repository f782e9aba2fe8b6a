/** Several ladders in one programme. */
import {
  compileProgramme,
  defineTierPolicy,
  gradeTiers,
  orThrow,
  replayProgramme,
  type TierEntry,
  type TierMember,
  type TierPolicy,
  vipTiers,
} from 'clientele/tiers';
import { describe, expect, it, test } from 'vitest';
import { programme } from './programmes.js';

const START = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;
const asOf = '2025-12-31';

const from = (metric: string, figure: number) => ({ metric, atLeast: figure });
const nights = { nights: { kind: 'sum', of: 'nights' } } as const;
const coffees = { coffees: { kind: 'count', only: { types: ['coffee'] } } } as const;
const cup = (id: string, day: number): TierEntry => ({
  kind: 'activity',
  id,
  at: START + day * DAY,
  type: 'coffee',
  values: { nights: 0 },
});
const stay = (id: string, day: number, count: number): TierEntry => ({
  kind: 'activity',
  id,
  at: START + day * DAY,
  type: 'stay',
  values: { nights: count },
});

const status = defineTierPolicy({
  ...programme({ member: null, gold: from('nights', 10) }, nights, { ladder: 'status' }),
  offers: { match: { source: 'statusMatch', mode: 'floor', tier: 'gold', lasts: 'P3M' } },
});
const club = defineTierPolicy(
  programme({ guest: null, regular: from('coffees', 3), gold: from('coffees', 9) }, coffees, {
    ladder: 'coffee',
  }),
);

function replayed(policies: readonly TierPolicy[], log: readonly TierEntry[]) {
  const member: TierMember = { memberId: 'ann', enrolledAt: START, log };
  return orThrow(replayProgramme(orThrow(compileProgramme(policies)), member, { asOf }));
}

describe('a status ladder and a coffee club', () => {
  it('are independent: one log, a tier on each', () => {
    const log = [stay('1', 3, 4), cup('2', 4), cup('3', 5), stay('4', 9, 6), cup('5', 6)];
    const { status: hotel, coffee } = replayed([status, club], log);
    expect([hotel?.standing.tier, coffee?.standing.tier]).toEqual(['gold', 'regular']);
    expect(hotel?.events.map(({ kind, by }) => [kind, by])).toEqual([
      ['entered', null],
      ['upgraded', '4'],
    ]);
    expect(coffee?.events.at(-1)).toMatchObject({ kind: 'upgraded', by: '5' });
  });

  it('a grant is for the ladder that has its offer, and its revocation too', () => {
    const log: TierEntry[] = [
      { kind: 'grant', id: 'g', at: START + DAY, offer: 'match' },
      cup('1', 2),
      { kind: 'revocation', id: 'r', at: START + 9 * DAY, of: 'g' },
    ];
    const { status: hotel, coffee } = replayed([status, club], log);
    expect(hotel?.intervals.map(({ tier }) => tier)).toEqual(['member', 'gold', 'member']);
    expect(hotel?.rejected).toEqual([]);
    expect(coffee?.rejected).toEqual([]);
  });

  it('a tier that only one ladder has says which one is meant', () => {
    const log: TierEntry[] = [
      { kind: 'grant', id: 'g', at: START, tier: 'regular', until: START + 400 * DAY },
      stay('1', 1, -2),
    ];
    const { status: hotel, coffee } = replayed([status, club], log);
    expect(coffee?.standing.tier).toBe('regular');
    // The index is that of the member's own log, though the ladder did not see the grant.
    expect(hotel?.rejected).toMatchObject([
      { index: 1, id: '1', problem: { path: ['log', 1, 'values', 'nights'] } },
    ]);
  });

  it('a tier that both have does not, and the grant is refused on both', () => {
    const log: TierEntry[] = [
      { kind: 'grant', id: 'g', at: START, tier: 'gold', until: START + 400 * DAY },
      stay('1', 1, 10),
    ];
    const { status: hotel, coffee } = replayed([status, club], log);
    for (const history of [hotel, coffee])
      expect(history?.rejected).toMatchObject([
        { index: 0, id: 'g', problem: { code: 'severalLadders', path: ['log', 0, 'tier'] } },
      ]);
    expect([hotel?.standing.tier, coffee?.standing.tier]).toEqual(['gold', 'guest']);
  });

  it('a tier that both have belongs to the ladder that the grant names, and so does its end', () => {
    const log: TierEntry[] = [
      { kind: 'grant', id: 'g', at: START, ladder: 'coffee', tier: 'gold', until: START + 400 * DAY },
      { kind: 'revocation', id: 'r', at: START + 5 * DAY, of: 'g' },
    ];
    const { status: hotel, coffee } = replayed([status, club], log);
    expect([hotel?.rejected, coffee?.rejected]).toEqual([[], []]);
    expect(hotel?.events.map(({ kind }) => kind)).toEqual(['entered']);
    expect(coffee?.events.map(({ kind }) => kind)).toEqual(['entered', 'overrideApplied', 'overrideEnded']);
  });

  it('a ladder that is named decides alone, and one that there is not is refused on each', () => {
    const grant = { kind: 'grant', id: 'g', at: START, until: START + 400 * DAY } as const;
    const here = replayed([status, club], [{ ...grant, ladder: 'coffee', tier: 'nothing' }]);
    expect(here['status']?.rejected).toEqual([]);
    expect(here['coffee']?.rejected).toMatchObject([
      { problem: { code: 'notOneOf', path: ['log', 0, 'tier'] } },
    ]);
    const nowhere = replayed([status, club], [{ ...grant, ladder: 'tea', tier: 'gold' }]);
    for (const history of [nowhere['status'], nowhere['coffee']])
      expect(history?.rejected).toMatchObject([
        { problem: { code: 'notOneOf', path: ['log', 0, 'ladder'] } },
      ]);
  });

  it('what no ladder knows is refused on each', () => {
    const log: TierEntry[] = [{ kind: 'grant', id: 'g', at: START, offer: 'nothing' }];
    const { status: hotel, coffee } = replayed([status, club], log);
    expect([hotel?.rejected.length, coffee?.rejected.length]).toEqual([1, 1]);
  });
});

test('versions of one ladder follow each other, wherever they stand in the list', () => {
  const next = { ...status, version: '2', effective: { from: '2026-01-01' } };
  const first = { ...status, effective: { until: '2026-01-01' } };
  const compiled = orThrow(compileProgramme([next, club, first]));
  expect(compiled.ladders.map(({ ladder, versions }) => [ladder, versions.length])).toEqual([
    ['status', 2],
    ['coffee', 1],
  ]);
});

describe('problems', () => {
  it('have the place of the policy in the programme', () => {
    const twice = compileProgramme([club, status, { ...status, version: '2' }]);
    expect(twice).toMatchObject({ _tag: 'Left', left: [{ code: 'inForceTwice', path: [2, 'effective'] }] });
    expect(compileProgramme([])).toMatchObject({ _tag: 'Left', left: [{ code: 'missing' }] });
  });

  it('of a question begin with the ladder', () => {
    const compiled = orThrow(compileProgramme([status, club]));
    const member = { memberId: 'ann', enrolledAt: START, log: [] };
    expect(replayProgramme(compiled, member, { asOf: '2024-12-31' })).toMatchObject({
      _tag: 'Left',
      left: [{ path: ['status', 'asOf'] }, { path: ['coffee', 'asOf'] }],
    });
  });
});

it.each(['__proto__', 'constructor', 'toString'])('a ladder may be called %s', (ladder) => {
  const histories = replayed([{ ...status, ladder }, club], [stay('1', 1, 10)]);
  expect(Object.keys(histories)).toEqual([ladder, 'coffee']);
  expect(histories[ladder]?.standing.tier).toBe('gold');
  expect(Object.keys(JSON.parse(JSON.stringify(histories)))).toEqual([ladder, 'coffee']);
  expect({}).not.toHaveProperty('standing');
});

test('vector 22 (AMB-46): 40 orders of 250 yuan are a VIP, and Silver or Platinum by the reading of money', () => {
  const at = (month: number, order: number): number => Date.UTC(2025, month, 2 + order);
  const log: TierEntry[] = Array.from({ length: 40 }, (_, i) => i).flatMap((i) => [
    { kind: 'activity', id: `o${i}`, at: at(i % 12, i % 20), type: 'order' },
    {
      kind: 'activity',
      id: `s${i}`,
      at: at(i % 12, i % 20),
      type: 'sale',
      values: { units: 1, amount: 25_000 },
    },
  ]);
  // R = 5, F = 5; average order value gives M = 1 (24), the total M = 5 (40).
  const scored = (value: number): TierEntry[] => [
    ...log,
    { kind: 'attribute', id: 'score', at: Date.UTC(2025, 11, 30), attribute: 'score', value },
  ];
  const policies = [gradeTiers(), vipTiers()];
  const programmeOf = orThrow(compileProgramme(policies));
  const tiersOf = (value: number) => {
    const member = { memberId: 'ann', enrolledAt: Date.UTC(2024, 5, 1), log: scored(value) };
    const { grade, vip } = orThrow(replayProgramme(programmeOf, member, { asOf: '2026-01-02' }));
    return [grade?.standing.tier, vip?.standing.tier];
  };
  expect(tiersOf(24)).toEqual(['S', 'vip']);
  expect(tiersOf(40)).toEqual(['P', 'vip']);
});
