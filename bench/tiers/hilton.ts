/** The rules of Hilton Honors for 2026, as data and written by hand. */
import {
  type CompiledTiers,
  compileTiers,
  defineTierPolicy,
  orThrow,
  type TierPolicy,
} from 'clientele/tiers';

/** What is known of a member's year: nights, stays, and spend in whole dollars. */
export interface Year {
  readonly nights: number;
  readonly stays: number;
  readonly spend: number;
}

const tier = (name: string, rank: number) => ({ tier: name, name: { en: name, zh: name }, rank });

const anyOf = (nights: number, stays: number, spend: number) => ({
  anyOf: [
    { metric: 'nights', atLeast: nights },
    { metric: 'stays', atLeast: stays },
    { metric: 'spend', atLeast: spend },
  ],
});

export const HILTON_2026: TierPolicy = defineTierPolicy({
  name: 'Hilton Honors 2026',
  zone: 'UTC',
  metrics: {
    nights: { kind: 'sum', of: 'nights' },
    stays: { kind: 'count' },
    spend: { kind: 'sum', of: 'spend' },
  },
  window: { kind: 'calendar', unit: 'year' },
  validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1, extend: 'P3M' },
  tiers: [
    tier('member', 0),
    { ...tier('silver', 1), entry: anyOf(10, 4, 2500) },
    { ...tier('gold', 2), entry: anyOf(25, 15, 6000) },
    { ...tier('diamond', 3), entry: anyOf(50, 25, 11_500) },
    {
      ...tier('diamondReserve', 4),
      entry: {
        allOf: [
          {
            anyOf: [
              { metric: 'nights', atLeast: 80 },
              { metric: 'stays', atLeast: 40 },
            ],
          },
          { metric: 'spend', atLeast: 18_000 },
        ],
      },
    },
  ],
});

export const hilton2026: CompiledTiers = orThrow(compileTiers(HILTON_2026));

/** The same by hand. */
export function handWritten(year: Year): string {
  if ((year.nights >= 80 || year.stays >= 40) && year.spend >= 18_000) return 'diamondReserve';
  if (year.nights >= 50 || year.stays >= 25 || year.spend >= 11_500) return 'diamond';
  if (year.nights >= 25 || year.stays >= 15 || year.spend >= 6000) return 'gold';
  if (year.nights >= 10 || year.stays >= 4 || year.spend >= 2500) return 'silver';
  return 'member';
}
