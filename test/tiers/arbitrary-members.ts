/** Arbitrary members of a policy: entries of every kind over four years, with leap days and nights in which clocks change. */
import fc from 'fast-check';
import { dayNumber, zoneClock } from '../../src/foundation/civil.js';
import type { TierEntry, TierMember, TierPolicy } from '../../src/tiers/index.js';
import { seldom, sometimes, without } from './arbitrary-parts.js';

const DAY = 86_400_000;

/** First of 2023 to the last of 2026, with a leap day and the nights in which clocks change. */
const SPECIAL_DAYS = [
  '2023-12-31',
  '2024-01-01',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-03-10',
  '2024-03-31',
  '2024-10-27',
  '2024-11-03',
  '2025-02-28',
  '2025-03-09',
  '2025-03-30',
  '2025-04-06',
  '2025-10-26',
  '2025-11-02',
].map((day) => Date.parse(day) / DAY);
const FIRST = dayNumber({ year: 2023, month: 1, day: 1 });

/** A civil day and how far into it. */
const arbitraryTime = fc.record({
  day: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 1460 }).map((days) => FIRST + days) },
    { weight: 1, arbitrary: fc.constantFrom(...SPECIAL_DAYS) },
  ),
  into: fc.oneof(
    fc.constantFrom(0, 0, 1, DAY / 2, DAY - 1),
    fc.integer({ min: 0, max: 24 }).map((hours) => (hours * DAY) / 24),
  ),
});

/** Points as exact as the policy counts them. */
function valuesOf({ metrics }: TierPolicy): fc.Arbitrary<Readonly<Record<string, number>>> {
  const { points } = metrics;
  const decimals = points?.kind === 'sum' ? (points.decimals ?? 0) : 0;
  const whole = fc.integer({ min: 0, max: 25 });
  if (decimals === 0) return whole.map((n) => ({ points: n }));
  const parts = 10 ** decimals;
  return fc
    .tuple(whole, fc.nat({ max: parts - 1 }))
    .map(([n, part]) => ({ points: (n * parts + part) / parts }));
}

interface Draft {
  readonly kind: 'activity' | 'return' | 'redemption' | 'attribute' | 'grant' | 'revocation';
  readonly at: number;
  /** How much later it became known. */
  readonly late: number | undefined;
  readonly entry: Readonly<Record<string, unknown>>;
  /** How soon it takes something back, where that does not depend on `at`. */
  readonly soon: number | undefined;
  /** Which of the entries of the kind it takes back, where it takes back one. */
  readonly of: number;
}

/**
 * Entries of every kind, 0 to 20, in any order of time over four years, none before `enrolledAt`. What takes something
 * back comes at or after it; whether a grant is one that the policy allows is left to chance.
 */
export function tierLogs(
  policy: TierPolicy,
  enrolledAt: number = Number.NEGATIVE_INFINITY,
): fc.Arbitrary<readonly TierEntry[]> {
  const clock = zoneClock(policy.zone);
  const time = arbitraryTime.map(({ day, into }) => Math.max(enrolledAt, clock.startOf(day) + into));
  const soon = sometimes(fc.nat({ max: 25 * DAY }));
  const late = seldom(fc.nat({ max: 60 * DAY }));
  const values = valuesOf(policy);
  const draft = (
    kind: Draft['kind'],
    entry: fc.Arbitrary<Readonly<Record<string, unknown>>>,
  ): fc.Arbitrary<Draft> =>
    fc.record({ kind: fc.constant(kind), at: time, late, soon, entry, of: fc.nat({ max: 19 }) });

  const activity = fc
    .record({
      type: fc.constantFrom('stay', 'order', 'giftCard'),
      values,
      attributes: sometimes(fc.record({ hotel: fc.constantFrom('a', 'b', 'c'), paid: fc.boolean() })),
    })
    .map((one) => without(one));
  const attribute = fc.oneof(
    fc.record({ attribute: fc.constant('plan'), value: fc.constantFrom('plus', 'basic', null, 12) }),
    fc.record({
      attribute: fc.constant('validUntil'),
      value: fc.constantFrom('2024-06-30', '2026-02-28', 'soon', null),
    }),
  );
  const tiers = policy.tiers.map((one) => one.tier);
  const tier = fc.constantFrom(...tiers);
  const done = fc
    .record({
      metric: fc.constantFrom(...Object.keys(policy.metrics)),
      figure: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ metric, figure }) => ({ metric, atLeast: figure, window: { kind: 'sinceGrant' } }));
  const graded = fc.record({ when: done, tier });
  const fallback = fc.oneof(
    fc.constant({ kind: 'earned' }),
    tier.map((to) => ({ kind: 'tier', tier: to })),
    fc
      .record({
        steps: fc.array(graded, { minLength: 1, maxLength: 2 }),
        unlessHeldBefore: sometimes(fc.boolean()),
      })
      .map((one) => ({ kind: 'graded', ...without(one) })),
  );
  const free = fc
    .record({
      tier,
      mode: fc.constantFrom('floor', 'pin', 'ceiling'),
      source: fc.constantFrom('manual', 'compensation'),
      until: sometimes(time),
      fallback,
    })
    .map((one) => without(one));
  const offered = Object.keys(policy.offers).map((offer) =>
    fc.record({ offer: fc.constant(offer), until: sometimes(time) }).map((one) => without(one)),
  );
  const drafts = fc.oneof(
    { weight: 8, arbitrary: draft('activity', activity) },
    {
      weight: 2,
      arbitrary: draft(
        'return',
        sometimes(values).map((one) => without({ values: one })),
      ),
    },
    {
      weight: 1,
      arbitrary: draft(
        'redemption',
        values.map((one) => ({ values: one })),
      ),
    },
    { weight: 1, arbitrary: draft('attribute', attribute) },
    { weight: 1, arbitrary: draft('grant', fc.oneof(free, ...offered)) },
    { weight: 1, arbitrary: draft('revocation', fc.constant({})) },
  );
  return fc.array(drafts, { maxLength: 20 }).map(entriesOf);
}

function entriesOf(drafts: readonly Draft[]): readonly TierEntry[] {
  const TAKES: Readonly<Record<string, Draft['kind']>> = { return: 'activity', revocation: 'grant' };
  return drafts.flatMap((draft, i): readonly TierEntry[] => {
    const { kind, at, late, soon, entry } = draft;
    const id = `e${i}`;
    const known = (from: number): object => (late === undefined ? {} : { recordedAt: from + late });
    const taken = TAKES[kind];
    if (taken === undefined) {
      // A grant that was over before it began says nothing.
      const until = typeof entry['until'] === 'number' ? { until: Math.max(entry['until'], at + DAY) } : {};
      return [{ kind, id, at, ...known(at), ...entry, ...until } as unknown as TierEntry];
    }
    const places = drafts.flatMap((one, place) => (one.kind === taken ? [place] : []));
    const place = places[draft.of % places.length];
    const of = place === undefined ? undefined : drafts[place];
    if (of === undefined) return [];
    const since = soon === undefined ? Math.max(at, of.at) : of.at + soon;
    return [{ kind, id, at: since, ...known(since), of: `e${place}`, ...entry } as unknown as TierEntry];
  });
}

/** A member of a policy, enrolled in 2023 or on a leap day. */
export function tierMembers(policy: TierPolicy): fc.Arbitrary<TierMember> {
  const clock = zoneClock(policy.zone);
  return fc
    .oneof(
      fc.integer({ min: 0, max: 200 }).map((days) => FIRST + days),
      fc.constant(dayNumber({ year: 2024, month: 2, day: 29 })),
    )
    .map((day) => clock.startOf(day) + 9 * 3_600_000)
    .chain((enrolledAt) => tierLogs(policy, enrolledAt).map((log) => ({ memberId: 'm1', enrolledAt, log })));
}
