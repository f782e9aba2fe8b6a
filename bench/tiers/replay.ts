/** The replay of logs side by side with a fold by hand for that one policy: `npm run bench:tiers`. */
import { orThrow, replayTiers, type TierMember } from 'clientele/tiers';
import { handFold, type Stay } from './hand-fold.js';
import { hilton2026 } from './hilton.js';
import { numbers } from './members.js';
import { race } from './rounds.js';

const DAY = 86_400_000;
const START = Date.UTC(2022, 0, 1);
const AS_OF = Date.UTC(2028, 5, 1);
const TIERS = ['member', 'silver', 'gold', 'diamond', 'diamondReserve'];
const EVENTS = 12;

type Activity = Stay & TierMember['log'][number];
type Guest = TierMember & { readonly log: readonly Activity[] };

/** Members with stays over four years, in the order of time. */
function randomGuests(count: number): readonly Guest[] {
  const next = numbers(12);
  return Array.from({ length: count }, (_, i): Guest => {
    const enrolledAt = START + Math.floor(next() * 365) * DAY;
    const times = Array.from({ length: EVENTS }, () => enrolledAt + 1 + Math.floor(next() * 4 * 365 * DAY));
    const log = times
      .sort((a, b) => a - b)
      .map((at, k) => ({
        kind: 'activity' as const,
        id: String(100 + k),
        at,
        type: 'stay',
        values: { nights: Math.floor(next() ** 2 * 40), spend: Math.floor(next() ** 2 * 12_000) },
      }));
    return { memberId: String(i), enrolledAt, log };
  });
}

/** Every member has the same tiers at the same times. */
function checkHistories(guests: readonly Guest[]): void {
  for (const guest of guests) {
    const hand = handFold(guest.log, guest.enrolledAt, AS_OF).map(({ tier, from, until }) => [
      TIERS[tier],
      from,
      until,
    ]);
    const { intervals } = orThrow(replayTiers(hilton2026, guest, { asOf: AS_OF }));
    const ours = intervals.map(({ tier, from, until }) => [tier, from, until]);
    if (JSON.stringify(hand) !== JSON.stringify(ours)) {
      throw new Error(`${JSON.stringify(guest)}: ${JSON.stringify(hand)} by hand, ${JSON.stringify(ours)}`);
    }
  }
}

/** Members per second, by hand and replayed. */
export async function raceReplay(count: number, rounds: number): Promise<ReadonlyMap<string, number>> {
  const guests = randomGuests(count);
  checkHistories(guests);
  let intervals = 0;
  const speeds = await race(
    [
      {
        name: 'fold by hand',
        members: count,
        run() {
          for (const { log, enrolledAt } of guests) intervals += handFold(log, enrolledAt, AS_OF).length;
        },
      },
      {
        name: 'clientele, replay',
        members: count,
        run() {
          for (const guest of guests) {
            intervals += orThrow(replayTiers(hilton2026, guest, { asOf: AS_OF })).intervals.length;
          }
        },
      },
    ],
    rounds,
  );
  // The histories are used, so that none is optimised away.
  if (intervals < count) throw new Error('members without a tier');
  return speeds;
}
