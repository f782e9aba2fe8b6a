/**
 * The airline data set (a made-up airline of Canada, 13,388 members, 2017 and 2018) under a policy of points, distance
 * and flights. What is odd in it:
 *
 * - 127 loyalty numbers have every one of the 24 months twice (3,048 repeated member-months). 1,413 of the pairs are
 *   equal, and all of those are idle months; where there were flights, the two rows never agree. So they look like two
 *   people under one number rather than rows written twice, and the rule used here is to add them up.
 * - Every member has rows for all 24 months, also for months before the enrolment: 53,186 rows, 5,274 of them with
 *   flights, almost all of members who enrolled in 2018. They are refused: nothing counts before the enrolment.
 * - No row after a cancellation (1,665 members) has flights, so cancelled members need no rule of their own.
 * - Points are a tenth of the distance, but in February to April 2018 up to half as much again (the months in which
 *   the 765 members of `2018 Promotion` enrolled), with two decimals.
 * - 13 salaries are negative and 3,390 are blank; no rule here asks for them. `Loyalty Card` follows from no activity.
 */
import {
  type CompiledTiers,
  compareTierPolicies,
  compileTiers,
  defineTierPolicy,
  evaluateTier,
  explainTier,
  orThrow,
  replayTiers,
  type TierMember,
} from 'clientele/tiers';
import { expect, it } from 'vitest';
import { describeShared } from '../shared.js';
import {
  airlineRows,
  hundredthsOf,
  type Loaded,
  loadAirline,
  type RejectedRow,
  type RepeatedMonths,
  type Row,
  ZONE,
} from './airline-loyalty.js';

/** Nova: 1,500 points, or 12,000 km on 60 flights. Aurora: 2,200 points, and 20,000 km or 95 flights. */
function airline(nova = 1500): CompiledTiers {
  const policy = defineTierPolicy({
    name: `Nova from ${nova} points`,
    zone: ZONE,
    metrics: {
      points: { kind: 'sum', of: 'points', decimals: 2 },
      distance: { kind: 'sum', of: 'distance' },
      flights: { kind: 'sum', of: 'flights' },
    },
    window: { kind: 'calendar', unit: 'year' },
    validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
    tiers: [
      { tier: 'star', name: { en: 'Star', zh: '星级' }, rank: 0 },
      {
        tier: 'nova',
        name: { en: 'Nova', zh: '新星' },
        rank: 1,
        entry: {
          anyOf: [
            { metric: 'points', atLeast: nova },
            {
              allOf: [
                { metric: 'distance', atLeast: 12_000 },
                { metric: 'flights', atLeast: 60 },
              ],
            },
          ],
        },
      },
      {
        tier: 'aurora',
        name: { en: 'Aurora', zh: '极光' },
        rank: 2,
        entry: {
          allOf: [
            { metric: 'points', atLeast: 2200 },
            {
              anyOf: [
                { metric: 'distance', atLeast: 20_000 },
                { metric: 'flights', atLeast: 95 },
              ],
            },
          ],
        },
      },
    ],
  });
  return orThrow(compileTiers(policy));
}

type Sums = { points: number; distance: number; flights: number };
type Years = Readonly<Record<'2017' | '2018', Sums>>;

/** The second implementation: straight from the rows, points in hundredths; no zone, no log, no replay. */
function plainSums(memberRows: readonly Row[], flightRows: readonly Row[]): ReadonlyMap<string, Years> {
  const none = (): Sums => ({ points: 0, distance: 0, flights: 0 });
  const all = new Map(memberRows.map((row) => [row['Loyalty Number'] ?? '', { 2017: none(), 2018: none() }]));
  const enrolled = new Map(
    memberRows.map((row) => [
      row['Loyalty Number'] ?? '',
      Number(row['Enrollment Year']) * 12 + Number(row['Enrollment Month']),
    ]),
  );
  for (const row of flightRows) {
    const number = row['Loyalty Number'] ?? '';
    if (Number(row['Year']) * 12 + Number(row['Month']) < (enrolled.get(number) ?? 0)) continue;
    const sums = all.get(number)?.[row['Year'] === '2017' ? 2017 : 2018];
    if (sums === undefined) continue;
    sums.points += hundredthsOf(row['Points Accumulated'] ?? '');
    sums.distance += Number(row['Distance']);
    sums.flights += Number(row['Total Flights']);
  }
  return all;
}

function plainTier({ points, distance, flights }: Sums, nova = 1500): number {
  if (points >= 220_000 && (distance >= 20_000 || flights >= 95)) return 2;
  if (points >= nova * 100 || (distance >= 12_000 && flights >= 60)) return 1;
  return 0;
}

const TIERS = ['star', 'nova', 'aurora'] as const;

describeShared('the airline data set', () => {
  const memberRows = airlineRows('members');
  const flightRows = airlineRows('flight-activity');
  const sums = plainSums(memberRows, flightRows);
  const tiers = airline();
  const sumsOf = (memberId: string): Years => sums.get(memberId) as Years;

  /** All rows that count for nothing: those the loader refuses, and those of activities the replay refuses. */
  function rejectedRows({ members, rowsOf, rejected }: Loaded): readonly RejectedRow[] {
    const refused = members.flatMap((member) =>
      orThrow(replayTiers(tiers, member, { asOf: '2018-12-31' })).rejected.flatMap(({ id, problem }) =>
        (rowsOf.get(`${member.memberId} ${id}`) ?? []).map((row) => ({ row, reason: problem.code })),
      ),
    );
    return [...rejected, ...refused].sort((a, b) => a.row - b.row);
  }

  function reasons(rows: readonly RejectedRow[]): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { reason } of rows) counts[reason] = (counts[reason] ?? 0) + 1;
    return counts;
  }

  const loaded = loadAirline(memberRows, flightRows, 'addUp');
  const heldOn = (asOf: string): readonly string[] =>
    loaded.members.map((member) => orThrow(replayTiers(tiers, member, { asOf })).standing.tier);

  it.each<[RepeatedMonths, Readonly<Record<string, number>>, number]>([
    ['addUp', { beforeEnrolment: 53_186 }, 271_174],
    ['keepFirst', { beforeEnrolment: 52_763, repeatedMonth: 3_048 }, 268_549],
    ['refuse', { beforeEnrolment: 52_340, repeatedMonth: 6_096 }, 265_924],
  ])(
    'with repeated months by %s, every row is accepted or listed with its reason',
    (rule, expected, accepted) => {
      const one = rule === 'addUp' ? loaded : loadAirline(memberRows, flightRows, rule);
      const rejected = rejectedRows(one);
      expect(reasons(rejected)).toEqual(expected);
      expect(new Set(rejected.map(({ row }) => row)).size).toBe(rejected.length);
      const rowsIn = [...one.rowsOf.values()].flat().length;
      const replayed = rejected.length - one.rejected.length;
      expect(rowsIn - replayed).toBe(accepted);
      expect(accepted + rejected.length).toBe(one.rows);
      expect(one.rows).toBe(324_360);
    },
  );

  it('nothing is lost on the way: the sums of all activities are those of the file', () => {
    const inFile = (column: string): bigint =>
      flightRows.reduce((sum, row) => sum + BigInt(hundredthsOf(row[column] ?? '')), 0n);
    const inLogs = (name: string): bigint =>
      loaded.members.reduce(
        (sum, { log }) =>
          log.reduce((all, entry) => {
            const value = entry.kind === 'activity' ? (entry.values?.[name] ?? 0) : 0;
            return all + BigInt(Math.round(value * 100));
          }, sum),
        0n,
      );
    expect(inFile('Points Accumulated')).toBe(4_004_475_053n);
    expect(inLogs('points')).toBe(4_004_475_053n);
    expect(inLogs('distance')).toBe(inFile('Distance'));
    expect(inLogs('flights')).toBe(inFile('Total Flights'));
  });

  it('gives every member the tier that a plain second implementation gives', () => {
    const expected = (of: (years: Years) => number): readonly string[] =>
      loaded.members.map(({ memberId }) => TIERS[of(sumsOf(memberId))] ?? '');
    // At the end of 2018 a tier of 2017 still runs; half a year on, only 2018 tells.
    const in2018 = heldOn('2018-12-31');
    expect(in2018).toEqual(expected((years) => Math.max(plainTier(years[2017]), plainTier(years[2018]))));
    expect(heldOn('2019-06-30')).toEqual(expected((years) => plainTier(years[2018])));
    const counts = TIERS.map((tier) => in2018.filter((one) => one === tier).length);
    expect(counts).toEqual([3297, 4949, 5142]);
    expect(counts.reduce((a, b) => a + b)).toBe(13_388);
  });

  it('one-shot evaluation of the sums agrees with the replay', () => {
    for (const { memberId } of loaded.members) {
      const { points, distance, flights } = sumsOf(memberId)[2018];
      const { tier } = evaluateTier(tiers, { points: points / 100, distance, flights });
      expect(tier).toBe(TIERS[plainTier(sumsOf(memberId)[2018])]);
    }
  });

  it('the explanation measures what the rows add up to', () => {
    const measured = (member: TierMember): unknown => {
      const why = orThrow(explainTier(tiers, member, { asOf: '2018-12-31' }));
      return JSON.stringify(why.entry.find(({ tier }) => tier === 'nova')?.criterion);
    };
    for (const member of loaded.members.filter((_, i) => i % 200 === 0)) {
      const { points } = sumsOf(member.memberId)[2018];
      expect(measured(member)).toContain(`"value":${points / 100}`);
    }
  });

  it('a stricter policy over everybody: who falls is who the plain implementation says, and all adds up', () => {
    const change = orThrow(compareTierPolicies(tiers, airline(1800), loaded.members, { asOf: '2018-12-31' }));
    const held = (years: Years, nova: number): number =>
      Math.max(plainTier(years[2017], nova), plainTier(years[2018], nova));
    const falls = loaded.members.filter(({ memberId }) => {
      const years = sumsOf(memberId);
      return held(years, 1800) < held(years, 1500);
    });
    expect(change.demoted.earned.map(({ memberId }) => memberId)).toEqual(
      falls.map(({ memberId }) => memberId).sort(),
    );
    expect(change.counts).toMatchObject({ members: 13_388, unjudged: 0, promoted: 0 });
    expect(change.matrix.reduce((sum, { members }) => sum + members, 0)).toBe(13_388);
    // Their months before the enrolment, refused under both policies alike.
    expect(change.withRejections.length).toBeGreaterThan(0);
  });
});
