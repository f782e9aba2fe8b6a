/** Members of real programmes for tests: their logs in civil days, and what a replay says in civil days too. */
import {
  compileTiers,
  orThrow,
  replayTiers,
  type TierEntry,
  type TierEvent,
  type TierHistory,
  type TierPolicy,
} from 'clientele/tiers';

type Without<E, K extends PropertyKey> = E extends unknown ? Omit<E, K> : never;

/** An entry by the day (at noon, UTC) or the instant it took effect. */
export type DatedEntry = Without<TierEntry, 'id' | 'at'> & { readonly id?: string; readonly at: string };

/** `yyyy-MM-dd` (noon) or an ISO instant. */
export function instant(text: string): number {
  return Date.parse(text.includes('T') ? text : `${text}T12:00Z`);
}

/** An activity with quantities. */
export function did(
  at: string,
  values: Readonly<Record<string, number>>,
  rest: { type?: string; id?: string; attributes?: Readonly<Record<string, string | number | boolean>> } = {},
): DatedEntry {
  return { kind: 'activity', type: 'stay', at, values, ...rest };
}

/** The history of somebody who enrolled on a day, under one policy or several versions. */
export function history(
  policies: TierPolicy | readonly TierPolicy[],
  enrolled: string,
  log: readonly DatedEntry[],
  asOf: string,
): TierHistory {
  const entries = log.map(
    (entry, i) => ({ id: `e${String(i).padStart(3, '0')}`, ...entry, at: instant(entry.at) }) as TierEntry,
  );
  const member = { memberId: 'm', enrolledAt: instant(enrolled), log: entries };
  const result = orThrow(replayTiers(orThrow(compileTiers(policies)), member, { asOf }));
  if (result.rejected.length > 0 && !log.some((entry) => entry.id === 'refused')) {
    throw new Error(JSON.stringify(result.rejected));
  }
  return result;
}

/** The civil day of an instant in a zone, `yyyy-MM-dd`. */
export function dayIn(zone: string, at: number | null): string | null {
  if (at === null) return null;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

/** The last day of a tier: the day before its end, as programmes print it. */
export function validThrough(zone: string, expiresAt: number | null): string | null {
  return expiresAt === null ? null : dayIn(zone, expiresAt - 1);
}

/** Who held what from which day on. */
export function held(
  { intervals }: TierHistory,
  zone = 'UTC',
): readonly (readonly [string, string | null])[] {
  return intervals.map(({ tier, from }) => [tier, dayIn(zone, from)]);
}

/** Kinds of events. */
export function kinds({ events }: TierHistory): readonly TierEvent['kind'][] {
  return events.map(({ kind }) => kind);
}

/** The tier on a day. */
export function tierOn(
  policies: TierPolicy | readonly TierPolicy[],
  enrolled: string,
  log: readonly DatedEntry[],
  day: string,
): string {
  return history(policies, enrolled, log, day).standing.tier;
}
