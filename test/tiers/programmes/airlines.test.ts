/** Airline programmes of the handbook's section 5.1: T15 and T16. */
import { flyingBlueTiers, qantasTiers2025, qantasTiers2026 } from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import { type DatedEntry, dayIn, did, held, history, kinds, tierOn, validThrough } from './member-log.js';

const SYDNEY = 'Australia/Sydney';
/** Noon in Sydney, in winter and in summer within an hour. */
const flights = (day: string, statusCredits: number, count = 4): DatedEntry[] =>
  Array.from({ length: Math.max(count, 1) }, (_, i) =>
    did(
      `${day}T02:0${i}Z`,
      { statusCredits: i === 0 ? statusCredits : 0 },
      { type: 'flight', attributes: { own: count > 0 } },
    ),
  );
/** The membership year goes from 1 April to 31 March. */
const ENROLLED = '2020-04-01T02:00Z';

describe('Qantas', () => {
  const figures = { silver: { attain: 300 }, platinum: { attain: 1400 }, platinumOne: { attain: 3600 } };
  const until2025 = qantasTiers2025(figures);
  const from2026 = qantasTiers2026({
    silver: 300,
    platinum: 1400,
    platinumOne: 3600,
    rolloverCaps: { silver: 100, gold: 350 },
  });
  /** Gold since June 2020, valid to the end of March 2022, and what was flown in the year from April 2021. */
  const goldWith = (credits: number, policy = until2025) => {
    const log = [...flights('2020-06-01', 700), ...(credits > 0 ? flights('2021-06-01', credits) : [])];
    return history(policy, ENROLLED, log, '2022-06-01');
  };

  test('T15: Gold is attained with 700 credits and four own flights', () => {
    expect(tierOn(until2025, ENROLLED, flights('2020-06-01', 700), '2020-07-01')).toBe('gold');
    expect(tierOn(until2025, ENROLLED, flights('2020-06-01', 699), '2020-07-01')).toBe('silver');
    expect(tierOn(until2025, ENROLLED, flights('2020-06-01', 700, 3), '2020-07-01')).toBe('bronze');
    expect(tierOn(until2025, ENROLLED, flights('2020-06-01', 700, 0), '2020-07-01')).toBe('bronze');
  });

  test('T15: and retained with 600', () => {
    const member = goldWith(600);
    expect(member.standing.tier).toBe('gold');
    expect(validThrough(SYDNEY, member.standing.expiresAt)).toBe('2023-03-31');
  });

  test.each([595, 0])('T15: Gold with %d credits lands softly on Silver', (credits) => {
    const member = goldWith(credits);
    expect(member.events.at(-1)).toMatchObject({ from: 'gold', to: 'silver' });
    expect(dayIn(SYDNEY, member.standing.since)).toBe('2022-04-01');
    expect(validThrough(SYDNEY, member.standing.expiresAt)).toBe('2023-03-31');
  });

  test('T15: Platinum One without flights takes four years to Bronze', () => {
    const member = history(until2025, ENROLLED, flights('2020-06-01', 3600), '2026-06-01');
    expect(held(member, SYDNEY).slice(1)).toEqual([
      ['platinumOne', '2020-06-01'],
      ['platinum', '2022-04-01'],
      ['gold', '2023-04-01'],
      ['silver', '2024-04-01'],
      ['bronze', '2025-04-01'],
    ]);
    expect(kinds(member).slice(2)).toEqual(['softLanded', 'softLanded', 'softLanded', 'downgraded']);
  });

  test('T15: the counter begins anew on 1 April, that of a lifetime goes on', () => {
    const policy = qantasTiers2025({ ...figures, lifetime: { silver: 350 } });
    const log = [...flights('2021-03-31', 250), ...flights('2021-04-01', 100)];
    const member = history(policy, ENROLLED, log, '2021-05-01');
    expect(member.standing).toMatchObject({ tier: 'silver', source: 'lifetime', earned: { tier: 'bronze' } });
    const sameYear = [...flights('2021-03-30', 250), ...flights('2021-03-31', 100)];
    expect(tierOn(until2025, ENROLLED, sameYear, '2021-03-31')).toBe('silver');
  });

  test('T15: 650 credits renew under the policy of 2025 and fail under that of 2026', () => {
    expect(goldWith(650).standing.tier).toBe('gold');
    expect(goldWith(650, from2026).standing.tier).toBe('silver');
    expect(goldWith(700, from2026).standing.tier).toBe('gold');
  });

  test('T15: in 2026 half of what is unused rolls over, up to the cap of the tier', () => {
    // 900 reach Gold: 200 unused, 100 roll; then 600 are enough.
    const next = (first: number, second: number): string => {
      const log = [...flights('2020-06-01', first), ...flights('2021-06-01', second)];
      return tierOn(from2026, ENROLLED, log, '2022-06-01');
    };
    expect(next(900, 600)).toBe('gold');
    expect(next(900, 599)).toBe('silver');
    // 1,399: 349 roll, which is half of 699 and below the cap of 350.
    expect(next(1399, 351)).toBe('gold');
    expect(next(1399, 350)).toBe('silver');
    // 1,400 reach Platinum, for which no cap was given: nothing rolls, and Gold is a soft landing.
    expect(next(1400, 699)).toBe('gold');
  });
});

describe('Flying Blue', () => {
  const PARIS = 'Europe/Paris';
  const flyingBlue = flyingBlueTiers();
  const xp = (at: string, count: number): DatedEntry => did(at, { xp: count }, { type: 'flight' });

  test('T16: 100, 180 and 300 XP are paid in turn: 580 from Explorer to Platinum', () => {
    const log = [xp('2023-01-10', 100), xp('2023-02-10', 180), xp('2023-03-10', 300)];
    const member = history(flyingBlue, '2023-01-01', log, '2023-12-31');
    expect(held(member, PARIS)).toEqual([
      ['explorer', '2023-01-01'],
      ['silver', '2023-01-10'],
      ['gold', '2023-02-10'],
      ['platinum', '2023-03-10'],
    ]);
  });

  test('T16: the counter is at 0 after each step', () => {
    expect(
      tierOn(flyingBlue, '2023-01-01', [xp('2023-01-10', 100), xp('2023-02-10', 179)], '2023-03-01'),
    ).toBe('silver');
    const almost = [xp('2023-01-10', 100), xp('2023-02-10', 180), xp('2023-03-10', 299)];
    expect(tierOn(flyingBlue, '2023-01-01', almost, '2023-04-01')).toBe('gold');
  });

  test.each([
    [99, 'explorer'],
    [279, 'silver'],
    [280, 'gold'],
    [579, 'gold'],
    [580, 'platinum'],
  ])('T16: %d XP at once give %s', (count, tier) => {
    expect(tierOn(flyingBlue, '2023-01-01', [xp('2023-01-10', count)], '2023-01-11')).toBe(tier);
  });

  test('T16: with its XP at the end of the year a tier renews, and up to 300 of the rest are kept', () => {
    // Gold on 10 February 2023; 180 + 100 more: renewed, 100 kept, and 80 more renew again.
    const log = [xp('2023-02-10', 280), xp('2023-06-10', 280), xp('2024-06-10', 80)];
    const member = history(flyingBlue, '2023-01-01', log, '2025-03-01');
    expect(member.standing.tier).toBe('gold');
    expect(kinds(member)).toEqual(['entered', 'upgraded', 'upgraded', 'renewed', 'renewed']);
    expect(dayIn(PARIS, member.standing.expiresAt)).toBe('2026-02-10');
    const short = [...log.slice(0, 2), xp('2024-06-10', 79)];
    expect(tierOn(flyingBlue, '2023-01-01', short, '2025-03-01')).toBe('silver');
  });

  test('T16: of more than 300 the rest is forfeited', () => {
    // Platinum needs 300 a year. 700 above: renewed, 400 left, 300 kept, which renew once more; then nothing is left.
    const log = [xp('2023-02-10', 580), xp('2023-06-10', 700)];
    const member = history(flyingBlue, '2023-01-01', log, '2026-03-01');
    expect(held(member, PARIS).slice(1)).toEqual([
      ['platinum', '2023-02-10'],
      ['gold', '2026-02-10'],
    ]);
  });

  test('T16: without them it goes one level down, step by step', () => {
    const member = history(flyingBlue, '2023-01-01', [xp('2023-02-10', 580)], '2027-01-01');
    expect(held(member, PARIS).slice(1)).toEqual([
      ['platinum', '2023-02-10'],
      ['gold', '2024-02-10'],
      ['silver', '2025-02-10'],
      ['explorer', '2026-02-10'],
    ]);
  });

  test('Platinum for life after ten years in a row', () => {
    const log = Array.from({ length: 10 }, (_, i) =>
      xp(i === 0 ? '2010-02-09' : `${2010 + i}-02-01`, i === 0 ? 580 : 300),
    );
    const member = history(flyingBlue, '2010-01-01', log, '2030-01-01');
    expect(member.standing).toMatchObject({ tier: 'platinum', source: 'lifetime' });
    const nine = history(flyingBlue, '2010-01-01', log.slice(0, 9), '2030-01-01');
    expect(nine.standing.tier).toBe('explorer');
  });
});
