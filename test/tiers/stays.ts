/** Members with stays, and ways written short. */
import type { TierEntry, TierMember, WayToTier } from 'clientele/tiers';

const YEAR_START = Date.UTC(2025, 0, 1);

export function member(log: readonly TierEntry[]): TierMember {
  return { memberId: 'm', enrolledAt: YEAR_START, log };
}

export function stay(id: string, day: string, values: Readonly<Record<string, number>>): TierEntry {
  return { kind: 'activity', id, at: Date.parse(day), type: 'stay', values };
}

/** The amounts of ways, `+` before what activity cannot bring. */
export function short(ways: readonly WayToTier[] | undefined): readonly (readonly string[])[] {
  return (ways ?? []).map(({ missing, conditions }) => [
    ...missing.map((one) => `${one.missing} ${one.metric}`),
    ...conditions.map(({ criterion }) => `+${criterion.metric}`),
  ]);
}
