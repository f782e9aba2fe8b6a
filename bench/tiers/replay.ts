/** The replay of logs side by side with a fold by hand for that one policy: `npm run bench:tiers`. */
import { orThrow, replayTiers, type TierMember } from 'clientele/tiers';
import { handFold, type Stay } from './hand-fold.js';
import { hilton2026 } from './hilton.js';
import { numbers } from './members.js';

const DAY = 86_400_000;
const START = Date.UTC(2022, 0, 1);
const AS_OF = Date.UTC(2028, 5, 1);
const TIERS = ['member', 'silver', 'gold', 'diamond', 'diamondReserve'];
const EVENTS = 12;

type Activity = Stay & TierMember['log'][number];
type Guest = TierMember & { readonly log: readonly Activity[] };

/** Members with stays over four years, in the order of time. */
function randomGuests(count: number, next: () => number): readonly Guest[] {
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

/** The fields of an event in one order. */
function sorted(event: object): readonly unknown[] {
  return Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Every member has the same tiers at the same times, by the same events. */
function checkHistories(guests: readonly Guest[]): void {
  for (const guest of guests) {
    const { intervals, events } = handFold(guest.log, guest.enrolledAt, AS_OF);
    const hand = [intervals.map(({ tier, from, until }) => [TIERS[tier], from, until]), events.map(sorted)];
    const history = orThrow(replayTiers(hilton2026, guest, { asOf: AS_OF }));
    const ours = [
      history.intervals.map(({ tier, from, until }) => [tier, from, until]),
      history.events.map(sorted),
    ];
    if (JSON.stringify(hand) !== JSON.stringify(ours)) {
      throw new Error(`${JSON.stringify(guest)}: ${JSON.stringify(hand)} by hand, ${JSON.stringify(ours)}`);
    }
  }
}

const BATCH = 20_000;
const WARMUP = 5;

/** Members per second, by hand and replayed, and how much of the heap stays for each member. */
interface ReplayRace {
  readonly members: number;
  readonly speeds: ReadonlyMap<string, number>;
  readonly bytesPerMember: number;
}

/** Members come in batches and are gone after theirs, so that memory shows what replays keep. */
export function raceReplay(batches: number): ReplayRace {
  const next = numbers(12);
  const seconds = { hand: 0, ours: 0 };
  let intervals = 0;
  let heap = 0;
  const byHand = (guests: readonly Guest[]): void => {
    for (const { log, enrolledAt } of guests) intervals += handFold(log, enrolledAt, AS_OF).intervals.length;
  };
  const replayed = (guests: readonly Guest[]): void => {
    for (const guest of guests)
      intervals += orThrow(replayTiers(hilton2026, guest, { asOf: AS_OF })).intervals.length;
  };
  for (let batch = -WARMUP; batch < batches; batch += 1) {
    const guests = randomGuests(BATCH, next);
    if (batch === -WARMUP) checkHistories(guests);
    if (batch === 0) heap = heapUsed();
    // In turns, as the first one finds the members far from the processor.
    const byHandFirst = batch % 2 === 0;
    const before = byHandFirst ? timed(() => byHand(guests)) : timed(() => replayed(guests));
    const after = byHandFirst ? timed(() => replayed(guests)) : timed(() => byHand(guests));
    if (batch < 0) continue;
    seconds.hand += byHandFirst ? before : after;
    seconds.ours += byHandFirst ? after : before;
    if (batch === batches - 1) heap = heapUsed() - heap;
  }
  const members = batches * BATCH;
  // The histories are used, so that none is optimised away.
  if (intervals < members) throw new Error('members without a tier');
  return {
    members,
    speeds: new Map([
      ['fold by hand', members / seconds.hand],
      ['clientele, replay', members / seconds.ours],
    ]),
    bytesPerMember: heap / members,
  };
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
