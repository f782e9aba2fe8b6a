/**
 * The replay of Hilton 2026 by hand, for that one policy only: calendar years in UTC; upgrades at once; a tier lasts
 * to 31 March of the second year after (until 1 April); what then counts is the last whole calendar year.
 */

/** Dated activities of one member as columns, in the order of time. */
export interface Log {
  /** Epoch milliseconds. */
  readonly at: Float64Array;
  readonly nights: Float64Array;
  readonly spend: Float64Array;
}

/** From `from`, until before `until`; `null`: still. */
export interface HandInterval {
  readonly tier: number;
  readonly from: number;
  readonly until: number | null;
}

/** The rank of the tier that a year's counters give; 0 is the base. */
export function rankOf(nights: number, stays: number, spend: number): number {
  if ((nights >= 80 || stays >= 40) && spend >= 18_000) return 4;
  if (nights >= 50 || stays >= 25 || spend >= 11_500) return 3;
  if (nights >= 25 || stays >= 15 || spend >= 6000) return 2;
  if (nights >= 10 || stays >= 4 || spend >= 2500) return 1;
  return 0;
}

/** 1 April of the second year after, when a tier reached in a year ends. */
const endOf = (year: number): number => Date.UTC(year + 2, 3, 1);

/** The tiers of one member since enrolment, as intervals without gaps. */
export function handFold(log: Log, enrolledAt: number, asOf: number): readonly HandInterval[] {
  const intervals: HandInterval[] = [];
  let tier = 0;
  let since = enrolledAt;
  let expires = Number.POSITIVE_INFINITY;
  let year = new Date(enrolledAt).getUTCFullYear();
  let nextYear = Date.UTC(year + 1, 0, 1);
  let nights = 0;
  let stays = 0;
  let spend = 0;
  /** What the last whole calendar year gave. */
  let lastRank = 0;

  const change = (to: number, at: number): void => {
    if (to === tier) return;
    if (at > since) intervals.push({ tier, from: since, until: at });
    tier = to;
    since = at;
  };
  /** Ends years and terms up to an instant, in their order. */
  const moveTo = (at: number): void => {
    while (nextYear <= at || expires <= at) {
      if (nextYear <= expires) {
        lastRank = rankOf(nights, stays, spend);
        year += 1;
        nextYear = Date.UTC(year + 1, 0, 1);
        nights = stays = spend = 0;
      } else {
        const landing = Math.min(lastRank, tier);
        const ended = expires;
        change(landing, ended);
        expires = landing === 0 ? Number.POSITIVE_INFINITY : endOf(year);
      }
    }
  };

  for (let i = 0; i < log.at.length; i += 1) {
    const at = log.at[i] ?? 0;
    if (at > asOf) break;
    moveTo(at);
    nights += log.nights[i] ?? 0;
    stays += 1;
    spend += log.spend[i] ?? 0;
    const rank = rankOf(nights, stays, spend);
    if (rank > tier) {
      change(rank, at);
      expires = endOf(year);
    }
  }
  moveTo(asOf);
  intervals.push({ tier, from: since, until: null });
  return intervals;
}
