/** A guest of a hotel and a year of stays, drawn from a seed. */
import type { TierEntry, TierMember } from 'clientele/tiers';
import { createRandom } from '../score-orders/random.js';

const DAY = 86_400_000;
/** Noon in UTC, which is the same civil day all over America and Europe. */
const JOINED = Date.UTC(2026, 0, 5, 12);

/** Stays about every ten days; one is cancelled, and for a bad night the hotel gives Gold for ninety days. */
export function hotelGuest(seed: number): TierMember {
  const random = createRandom(seed);
  const log: TierEntry[] = [];
  let day = 0;
  for (let stay = 1; stay <= 24; stay += 1) {
    day += random.between(4, 18);
    const nights = random.between(1, 4);
    log.push({
      kind: 'activity',
      id: `stay-${String(stay).padStart(2, '0')}`,
      at: JOINED + day * DAY,
      type: 'stay',
      values: { nights, spend: nights * random.between(90, 240) * 100 },
      attributes: { paid: true },
    });
  }
  const [, second, third] = log;
  if (second !== undefined && third !== undefined) {
    log.push({ kind: 'return', id: 'cancelled-1', at: third.at + DAY, of: second.id });
    const given = third.at + 2 * DAY;
    const until = given + 90 * DAY;
    log.push({
      kind: 'grant',
      id: 'sorry-1',
      at: given,
      tier: 'gold',
      mode: 'floor',
      source: 'compensation',
      until,
    });
  }
  return { memberId: 'guest-1', enrolledAt: JOINED, log };
}
