/** A tier that is judged on a schedule is held until a scheduled day, however its term came about. */
import { orThrow, projectTier, replayTiers, type TierEntry, type TierPolicyInput } from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, POINTS, programme } from './programmes.js';

const START = Date.UTC(2025, 0, 1);
const at = (day: string): number => Date.parse(`${day}T12:00Z`);
const order = (day: string): TierEntry => ({
  kind: 'activity',
  id: `o ${day}`,
  at: at(day),
  type: 'order',
  values: { points: 10 },
});

/** Judged on the first day of a quarter; terms of a month. */
function club(rest: Partial<TierPolicyInput> = {}): TierPolicyInput {
  return programme(
    { base: null, gold: { metric: 'points', atLeast: 10 } },
    { points: POINTS },
    {
      window: { kind: 'calendar', unit: 'month' },
      validity: { kind: 'duration', duration: 'P1M' },
      downgrade: { timing: 'onSchedule' },
      schedule: { unit: 'quarter' },
      ...rest,
    },
  );
}

type Course = readonly [string, readonly TierPolicyInput[], readonly TierEntry[], string, string];

describe('a term that ends between two scheduled days', () => {
  const until = (day: string): TierEntry => ({
    kind: 'attribute',
    id: `until ${day}`,
    at: at('2025-03-10'),
    attribute: 'goldUntil',
    value: day,
  });
  const match: TierEntry = { kind: 'grant', id: 'match', at: at('2025-01-10'), offer: 'match' };
  const courses: readonly Course[] = [
    ['by its validity', [club()], [order('2025-01-20')], '2025-03-01', '2025-04-01'],
    [
      'by the minimum hold',
      [club({ minimumHold: 'P40D' })],
      [order('2025-03-20')],
      '2025-05-15',
      '2025-07-01',
    ],
    [
      'by a date of the host that is past',
      [club({ validity: { kind: 'attribute', attribute: 'goldUntil' } })],
      [order('2025-02-20'), until('2025-03-01')],
      '2025-03-20',
      '2025-04-01',
    ],
    [
      'by a challenge that was met',
      [
        club({
          offers: {
            match: {
              source: 'challenge',
              mode: 'floor',
              tier: 'gold',
              lasts: 'P30D',
              challenge: { keepIf: { metric: 'points', atLeast: 5 }, keepFor: 'P2M' },
            },
          },
          upgrade: { timing: 'onSchedule' },
        }),
      ],
      [match, order('2025-01-20')],
      '2025-05-01',
      '2025-07-01',
    ],
    [
      'by the version before, which had no schedule',
      [
        {
          ...programme({ base: null, gold: { metric: 'points', atLeast: 10 } }, { points: POINTS }),
          effective: { until: '2025-06-01' },
        },
        club({ version: '2', effective: { from: '2025-06-01' } }),
      ],
      [order('2025-02-10')],
      '2026-03-01',
      '2026-04-01',
    ],
  ];

  it.each(courses)('%s is held until it is judged', (_, policies, log, asked, judged) => {
    const tiers = compiled(...policies);
    const member = { memberId: 'm', enrolledAt: START, log };
    const { standing } = orThrow(replayTiers(tiers, member, { asOf: asked }));
    expect(standing).toMatchObject({ tier: 'gold', expiresAt: Date.parse(judged) });
    const after = orThrow(replayTiers(tiers, member, { asOf: Date.parse(judged) }));
    expect(after.events.at(-1)).toMatchObject({ kind: 'downgraded', at: Date.parse(judged) });
  });

  it('is projected to the day on which it is judged, under a ceiling too', () => {
    const ceiling: TierEntry = {
      kind: 'grant',
      id: 'ceiling',
      at: at('2025-03-25'),
      tier: 'base',
      mode: 'ceiling',
      fallback: { kind: 'earned' },
    };
    const tiers = compiled(club({ minimumHold: 'P40D' }));
    const member = { memberId: 'm', enrolledAt: START, log: [order('2025-03-20'), ceiling] };
    const { end } = orThrow(projectTier(tiers, member, { asOf: '2025-05-15', pace: { kind: 'lifetime' } }));
    expect(end).toMatchObject({ at: Date.UTC(2025, 6, 1), tier: 'base', earned: 'base' });
  });
});

describe('a version that takes over on a day', () => {
  const old: TierPolicyInput = {
    ...programme(
      { base: null, gold: { metric: 'points', atLeast: 10 } },
      { points: POINTS },
      { upgrade: { timing: 'nextPeriod' } },
    ),
    effective: { until: '2025-06-01' },
  };
  const takingOver = (rest: Partial<TierPolicyInput>): TierPolicyInput => ({
    ...old,
    version: '2',
    effective: { from: '2025-06-01' },
    upgrade: { timing: 'onSchedule' },
    ...rest,
  });
  const replayed = (policies: readonly TierPolicyInput[], log: readonly TierEntry[], asOf: string) =>
    orThrow(replayTiers(compiled(...policies), { memberId: 'm', enrolledAt: START, log }, { asOf }));

  it('of its own schedule raises on that day', () => {
    const quarters = takingOver({ schedule: { unit: 'quarter', startMonth: 3 } });
    const { events } = replayed([old, quarters], [order('2025-02-10')], '2025-06-01');
    expect(events.at(-1)).toMatchObject({ kind: 'upgraded', at: Date.UTC(2025, 5, 1), version: '2' });
  });

  it('on which a period that it counts has ended raises for that period', () => {
    const first = {
      ...old,
      upgrade: { timing: 'onSchedule' as const },
      schedule: { unit: 'year' as const, startMonth: 7 },
      effective: { until: '2026-01-01' },
    };
    const second = takingOver({ effective: { from: '2026-01-01' }, upgrade: { timing: 'nextPeriod' } });
    const { events } = replayed([first, second], [order('2025-08-10')], '2026-01-01');
    expect(events.at(-1)).toMatchObject({ kind: 'upgraded', at: Date.UTC(2026, 0, 1), version: '2' });
  });

  it('of its own schedule judges the terms that have ended by then', () => {
    const rules: Partial<TierPolicyInput> = {
      validity: { kind: 'whileQualified' },
      window: { kind: 'calendar', unit: 'month' },
    };
    const first = { ...old, ...rules, upgrade: {}, downgrade: { timing: 'never' as const } };
    const second = takingOver({
      ...rules,
      upgrade: {},
      downgrade: { timing: 'onSchedule' },
      schedule: { unit: 'month' },
    });
    const { events } = replayed([first, second], [order('2025-02-10')], '2025-06-01');
    expect(events.at(-1)).toMatchObject({ kind: 'downgraded', at: Date.UTC(2025, 5, 1), version: '2' });
  });

  it('of the schedule before only waits for its own first day', () => {
    const first = {
      ...old,
      upgrade: { timing: 'onSchedule' as const },
      schedule: { unit: 'month' as const },
    };
    const second = takingOver({ schedule: { unit: 'month', day: 15 } });
    const log = [order('2025-05-10')];
    expect(replayed([first, second], log, '2025-06-14').standing.tier).toBe('base');
    expect(replayed([first, second], log, '2025-06-15').standing.tier).toBe('gold');
  });

  it('of the schedule before ends what ends on it', () => {
    const first = { ...club(), effective: { until: '2025-07-01' } };
    const second = club({
      version: '2',
      effective: { from: '2025-07-01' },
      schedule: { unit: 'quarter', startMonth: 2 },
    });
    const { events } = replayed([first, second], [order('2025-05-10')], '2025-07-01');
    expect(events.at(-1)).toMatchObject({ kind: 'downgraded', at: Date.UTC(2025, 6, 1), version: '2' });
  });

  it('judges without what was returned and waits for the next evaluation', () => {
    const rules: Partial<TierPolicyInput> = {
      upgrade: {},
      returns: { clawback: 'atNextEvaluation' },
      validity: { kind: 'duration', duration: 'P1Y' },
    };
    const back: TierEntry = { kind: 'return', id: 'r', at: at('2025-05-01'), of: 'o 2025-02-10' };
    const log = [order('2025-02-10'), back];
    const second = (change: TierPolicyInput['change']) =>
      takingOver({ ...rules, ...(change === undefined ? {} : { change }) });
    const tierUnder = (change: TierPolicyInput['change']): string =>
      replayed([{ ...old, ...rules }, second(change)], log, '2025-06-01').standing.tier;
    expect(tierUnder({ held: 'keep' })).toBe('gold');
    expect(tierUnder({ held: 'judge' })).toBe('base');
    const { events } = replayed([{ ...old, ...rules }, second({ held: 'judge' })], log, '2025-06-01');
    expect(events.at(-1)).toMatchObject({ kind: 'clawedBack', at: Date.UTC(2025, 5, 1), to: 'base' });
  });
});
