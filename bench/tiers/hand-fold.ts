/**
 * The replay of Hilton 2026 by hand, for that one policy only: calendar years in UTC; upgrades at once; a tier lasts
 * to 31 March of the second year after the one in which it was last reached (until 1 April); then comes the tier that
 * the last whole calendar year gave, or the present one where that is higher.
 */

/** A stay: its nights and what was spent. */
export interface Stay {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly values: { readonly nights: number; readonly spend: number };
}

/** From `from`, until before `until`; `null`: still. */
export interface HandInterval {
  readonly tier: number;
  readonly from: number;
  readonly until: number | null;
}

/** The rank of the tier that a year's counters give; 0 is the base. */
function rankOf(nights: number, stays: number, spend: number): number {
  if ((nights >= 80 || stays >= 40) && spend >= 18_000) return 4;
  if (nights >= 50 || stays >= 25 || spend >= 11_500) return 3;
  if (nights >= 25 || stays >= 15 || spend >= 6000) return 2;
  if (nights >= 10 || stays >= 4 || spend >= 2500) return 1;
  return 0;
}

/** 1 April of the second year after, when a tier reached in a year ends. */
const endOf = (year: number): number => Date.UTC(year + 2, 3, 1);

const NAMES = ['member', 'silver', 'gold', 'diamond', 'diamondReserve'] as const;
const VERSION = '1';

/** What the replay gives of a member, so that the race is for the same answer: intervals and events. */
export interface HandHistory {
  readonly intervals: readonly HandInterval[];
  readonly events: readonly object[];
}

/** The tiers of one member since enrolment, as intervals without gaps; the stays are in the order of time. */
export function handFold(stays: readonly Stay[], enrolledAt: number, asOf: number): HandHistory {
  const intervals: HandInterval[] = [];
  const events: object[] = [{ kind: 'entered', tier: NAMES[0], at: enrolledAt, version: VERSION, by: null }];
  let tier = 0;
  let since = enrolledAt;
  let expires = Number.POSITIVE_INFINITY;
  let year = new Date(enrolledAt).getUTCFullYear();
  let nextYear = Date.UTC(year + 1, 0, 1);
  let nights = 0;
  let count = 0;
  let spend = 0;
  /** What the last whole calendar year gave. */
  let lastRank = 0;

  const change = (to: number, at: number, by: string | null, until: number): void => {
    const kind = to > tier ? 'upgraded' : 'downgraded';
    const expiresAt = to === 0 ? null : until;
    events.push({ kind, from: NAMES[tier], to: NAMES[to], expiresAt, at, by, version: VERSION });
    expires = expiresAt ?? Number.POSITIVE_INFINITY;
    if (at > since) intervals.push({ tier, from: since, until: at });
    tier = to;
    since = at;
  };
  /** The term runs on, where that goes further. */
  const renew = (at: number, by: string | null, until: number): void => {
    if (tier === 0 || until <= expires) return;
    expires = until;
    events.push({ kind: 'renewed', tier: NAMES[tier], expiresAt: until, at, by, version: VERSION });
  };
  /** Ends years and terms up to an instant, in their order. */
  const moveTo = (at: number): void => {
    while (nextYear <= at || expires <= at) {
      if (nextYear <= expires) {
        lastRank = rankOf(nights, count, spend);
        year += 1;
        nextYear = Date.UTC(year + 1, 0, 1);
        nights = count = spend = 0;
      } else if (lastRank >= tier) renew(expires, null, endOf(year - 1));
      else {
        // What last year gave; more where the present year gives more already.
        const ended = expires;
        change(lastRank, ended, null, endOf(year - 1));
        const now = rankOf(nights, count, spend);
        if (now > tier) change(now, ended, null, endOf(year));
        else if (now === tier) renew(ended, null, endOf(year));
      }
    }
  };

  for (const { at, id, values } of stays) {
    if (at > asOf) break;
    moveTo(at);
    nights += values.nights;
    count += 1;
    spend += values.spend;
    const rank = rankOf(nights, count, spend);
    if (rank > tier) change(rank, at, id, endOf(year));
    else if (rank === tier) renew(at, id, endOf(year));
  }
  moveTo(asOf);
  intervals.push({ tier, from: since, until: null });
  return { intervals, events };
}
