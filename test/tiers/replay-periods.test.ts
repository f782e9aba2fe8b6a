/** Ends of terms of several periods, by example. */
import {
  compileTiers,
  type DowngradeDepth,
  defineTierPolicy,
  describe as describeIn,
  orThrow,
  type QualificationWindow,
  replayTiers,
  type TierPolicyInput,
  type TierValidity,
  tierTimeline,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';

const YEAR: QualificationWindow = { kind: 'calendar', unit: 'year' };
const years = (periods: number, extend?: string): TierValidity => ({
  kind: 'endOfPeriod',
  period: { unit: 'year' },
  periods,
  ...(extend === undefined ? {} : { extend }),
});

function policyOf(validity: TierValidity, more: Partial<TierPolicyInput> = {}) {
  return orThrow(
    compileTiers(
      defineTierPolicy({
        name: 'periods',
        zone: 'UTC',
        metrics: { nights: { kind: 'sum', of: 'nights' } },
        window: YEAR,
        validity,
        tiers: [
          { tier: 'guest', name: { en: 'Guest', zh: '会员' }, rank: 0 },
          {
            tier: 'bronze',
            name: { en: 'Bronze', zh: '铜卡' },
            rank: 1,
            entry: { metric: 'nights', atLeast: 5 },
          },
          {
            tier: 'silver',
            name: { en: 'Silver', zh: '银卡' },
            rank: 2,
            entry: { metric: 'nights', atLeast: 10 },
          },
          {
            tier: 'gold',
            name: { en: 'Gold', zh: '金卡' },
            rank: 3,
            entry: { metric: 'nights', atLeast: 25 },
          },
        ],
        ...more,
      }),
    ),
  );
}

/** Nights by day; the timeline from the first fall on. */
function falls(
  tiers: ReturnType<typeof policyOf>,
  nights: Readonly<Record<string, number>>,
  asOf = '2035-12-31',
) {
  const log = Object.entries(nights).map(([day, count]) => ({
    kind: 'activity' as const,
    id: day,
    at: Date.parse(`${day}T12:00Z`),
    type: 'stay',
    values: { nights: count },
  }));
  const member = { memberId: 'ann', enrolledAt: Date.UTC(2020, 0, 1), log };
  const { events } = orThrow(replayTiers(tiers, member, { asOf }));
  const lines = tierTimeline(tiers, events).map(
    ({ day, statement }) => `${day} ${describeIn(statement, 'en')}`,
  );
  return lines.slice(lines.findIndex((line) => /Falls|lands/.test(line)));
}

/** Gold in 2020, Silver again in 2021, Bronze again in 2022. */
const LESS_EACH_YEAR = { '2020-06-01': 25, '2021-06-01': 12, '2022-06-01': 6 };

describe('the end of a term of three years', () => {
  it('lands on the tier of each earlier year in turn, until its own validity ends', () => {
    expect(falls(policyOf(years(2)), LESS_EACH_YEAR)).toEqual([
      '2023-01-01 Falls from Gold to Silver, through 31 December 2023.',
      '2024-01-01 Falls from Silver to Bronze, through 31 December 2024.',
      '2025-01-01 Falls from Bronze to Guest.',
    ]);
  });

  it('asks for renewal, not for entry, in each of them', () => {
    const { policy } = policyOf(years(2)).latest;
    const tiers = policy.tiers.map((one) =>
      one.tier === 'silver' ? { ...one, renewal: { metric: 'nights', atLeast: 8 } } : one,
    );
    expect(falls(policyOf(years(2), { tiers }), { '2020-06-01': 25, '2021-06-01': 8 })[0]).toBe(
      '2023-01-01 Falls from Gold to Silver, through 31 December 2023.',
    );
    expect(falls(policyOf(years(2), { tiers }), { '2020-06-01': 25, '2021-06-01': 7 })[0]).toBe(
      '2023-01-01 Falls from Gold to Bronze, through 31 December 2023.',
    );
  });

  it.each<readonly [DowngradeDepth, string]>([
    [{ kind: 'oneStep' }, '2023-01-01 Falls from Gold to Silver, through 31 December 2024.'],
    [{ kind: 'maxSteps', steps: 2 }, '2023-01-01 Falls from Gold to Silver, through 31 December 2023.'],
    [{ kind: 'toBase' }, '2023-01-01 Falls from Gold to Guest.'],
  ])('is lost as the policy says: %j', (depth, line) => {
    expect(falls(policyOf(years(2), { downgrade: { depth } }), LESS_EACH_YEAR)[0]).toBe(line);
  });

  it('looks at no year before the member was last at the base', () => {
    const toBase = { ...policyOf(years(0)).latest.policy };
    const tiers = toBase.tiers.map((one) =>
      one.tier === 'bronze'
        ? { ...one, validity: years(9) }
        : one.tier === 'gold'
          ? { ...one, depth: { kind: 'toBase' } as const }
          : one,
    );
    // Gold of 2020 is lost to the base, and with it the bronze of that year.
    const nights = { '2020-06-01': 25, '2021-06-01': 12 };
    expect(falls(policyOf(years(0), { tiers, renewal: { window: YEAR } }), nights)).toEqual([
      '2021-01-01 Falls from Gold to Guest.',
      '2021-06-01 Rises from Guest to Silver (2021-06-01), through 31 December 2021.',
      '2022-01-01 Falls from Silver to Bronze, through 31 December 2030.',
      '2031-01-01 Falls from Bronze to Guest.',
    ]);
  });
});

describe('the end of other terms', () => {
  it('counts the years between the period that is measured and a long extension', () => {
    expect(falls(policyOf(years(0, 'P26M')), { '2020-06-01': 25, '2021-06-01': 12 })).toEqual([
      '2023-03-01 Falls from Gold to Silver, through 29 February 2024.',
      '2024-03-01 Falls from Silver to Guest.',
    ]);
  });

  it('counts a duration from the last stay of a year', () => {
    const tiers = policyOf({ kind: 'duration', duration: 'P2Y' });
    expect(falls(tiers, { '2020-06-01': 25, '2021-03-01': 6, '2021-09-01': 6 })).toEqual([
      '2022-06-01 Falls from Gold to Silver, through 31 August 2023.',
      '2023-09-01 Falls from Silver to Guest.',
    ]);
  });

  it('keeps a tier for good that lasts for good', () => {
    const { policy } = policyOf(years(0)).latest;
    const tiers = policy.tiers.map((one) =>
      one.tier === 'bronze' ? { ...one, validity: { kind: 'lifetime' } as const } : one,
    );
    expect(falls(policyOf(years(2), { tiers }), { '2020-06-01': 25 })).toEqual([
      '2023-01-01 Falls from Gold to Bronze.',
    ]);
  });

  it('asks the years that a tier lasts for where the window has none', () => {
    const tiers = policyOf(years(2), { window: { kind: 'rollingMonths', months: 12 } });
    expect(falls(tiers, { '2020-11-01': 25, '2021-12-01': 12 })).toEqual([
      '2023-01-01 Falls from Gold to Silver, through 31 December 2023.',
      '2024-01-01 Falls from Silver to Guest.',
    ]);
  });

  it('is judged on a schedule alike', () => {
    const tiers = policyOf(years(2), {
      downgrade: { timing: 'onSchedule' },
      schedule: { unit: 'year' },
      renewal: { timing: 'atExpiry' },
    });
    expect(falls(tiers, { '2020-06-01': 25, '2021-06-01': 12 })[0]).toBe(
      '2023-01-01 Falls from Gold to Silver, through 31 December 2023.',
    );
  });
});
