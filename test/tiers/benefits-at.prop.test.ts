/** Laws of vouchers: a host that gives what is due, day by day, gives neither too many nor too few. */
import { type Benefit, benefitsAt, type GivenVoucher, type MembershipTerm, orThrow } from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named, policyOf } from './benefit-support.js';

const DAY = 86_400_000;
type Occasion = Extract<Benefit, { kind: 'voucher' }>['on'];

interface Scenario {
  readonly zone: string;
  readonly on: Occasion;
  readonly times: number | undefined;
  readonly leapDay: 'february28' | 'march1';
  readonly birthday: string;
  /** Days after 1 January 2023. */
  readonly enrolled: number;
  readonly began: MembershipTerm['began'];
}

const scenario: fc.Arbitrary<Scenario> = fc.record({
  zone: fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'Asia/Shanghai',
    'America/Santiago',
    'Pacific/Apia',
    'Africa/Cairo',
  ),
  on: fc.constantFrom<Occasion>('entry', 'renewal', 'birthday', 'stayOnBirthday', 'anniversary'),
  times: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  leapDay: fc.constantFrom('february28' as const, 'march1' as const),
  birthday: fc.oneof(
    fc.constantFrom('02-28', '02-29', '03-01', '01-01', '12-31'),
    fc
      .integer({ min: 0, max: 365 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(5, 10)),
  ),
  enrolled: fc.integer({ min: 0, max: 1500 }),
  began: fc.constantFrom('entry' as const, 'renewal' as const, 'other' as const),
});

/** Four years, asked about every day; what is due is given. */
function yearsOf({ zone, on, times, leapDay, birthday, enrolled, began }: Scenario) {
  const gift: Benefit = named('gift', { kind: 'voucher', on, ...(times === undefined ? {} : { times }) });
  const policy = { ...policyOf({ gold: [gift] }), zone };
  const since = Date.UTC(2023, 0, 1) + enrolled * DAY;
  const term: MembershipTerm = { tier: 'gold', enrolledAt: since, since, began };
  const given: GivenVoucher[] = [];
  const days: string[] = [];
  for (let at = since; at < since + 4 * 365 * DAY; at += DAY) {
    const facts = { asOf: at, birthday, staying: true, leapDay, given };
    const held = orThrow(benefitsAt(policy, term, facts));
    if (held.benefits[0]?.voucher?.state !== 'due') continue;
    given.push({ benefit: 'gift', at });
    days.push(held.day);
    expect(orThrow(benefitsAt(policy, term, { ...facts, given })).benefits[0]?.voucher?.state).toBe('given');
  }
  return { days, first: orThrow(benefitsAt(policy, term, { asOf: since })).day };
}

describe('vouchers given as they fall due', () => {
  it('come on the day they are for, one a year, until the term allows no more', () => {
    fc.assert(
      fc.property(scenario, (one) => {
        const { days, first } = yearsOf(one);
        expect(days.length).toBeLessThanOrEqual(Math.min(one.times ?? 5, 5));
        expect(new Set(days.map((day) => day.slice(0, 4))).size).toBe(days.length);
        const yearly = one.on !== 'entry' && one.on !== 'renewal';
        if (!yearly) {
          expect(days).toEqual(one.began === one.on ? [first] : []);
          return;
        }
        const wanted = one.on === 'anniversary' ? first.slice(5) : one.birthday;
        const replaced = one.leapDay === 'march1' ? '03-01' : '02-28';
        for (const day of days) {
          const leap = new Date(`${day.slice(0, 4)}-02-29T00:00Z`).getUTCMonth() === 1;
          expect(day.slice(5)).toBe(wanted === '02-29' && !leap ? replaced : wanted);
        }
        expect(days.length).toBeGreaterThanOrEqual(Math.min(one.times ?? 3, 3));
      }),
      { numRuns: 20 },
    );
  });
});
