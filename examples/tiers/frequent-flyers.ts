/** Members of an airline's programme and three years of flights, drawn from a seed. */
import type { TierEntry, TierMember } from 'clientele/tiers';
import { createRandom } from '../score-orders/random.js';

const DAY = 86_400_000;
const FIRST = Date.UTC(2023, 0, 1, 2);

/**
 * One member after the other; none is kept. Some fly more every year, some less. One in twenty came from another
 * airline and was given Gold for a year.
 */
export function* frequentFlyers(count: number, seed: number): Generator<TierMember> {
  const random = createRandom(seed);
  for (let i = 1; i <= count; i += 1) {
    const enrolledAt = FIRST + random.between(0, 364) * DAY;
    const log: TierEntry[] = [];
    /** Credits in the first year, and how they change from year to year, in percent. */
    let credits = random.pick([60, 200, 350, 520, 680, 760, 900, 1500]);
    for (let year = 0; year < 3; year += 1) {
      const flights = random.between(2, 8);
      const each = Math.round((credits * random.between(80, 120)) / 100 / flights);
      for (let flight = 0; flight < flights; flight += 1) {
        log.push({
          kind: 'activity',
          id: `${year}-${flight}`,
          at: enrolledAt + (year * 365 + random.between(1, 360)) * DAY,
          type: 'flight',
          values: { statusCredits: each },
          attributes: { own: true },
        });
      }
      credits = Math.round((credits * random.between(75, 125)) / 100);
    }
    if (random.chance(5))
      log.push({ kind: 'grant', id: 'match', at: enrolledAt + 800 * DAY, offer: 'match' });
    yield { memberId: `m${String(i).padStart(String(count).length, '0')}`, enrolledAt, log };
  }
}
