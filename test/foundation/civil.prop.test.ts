import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDate,
  dayNumber,
  isoDay,
  parseIsoDay,
  validDay,
  zoneClock,
} from '../../src/foundation/civil.js';
import {
  changesOf,
  DAY,
  END_OF_2037,
  FEBRUARY_1972,
  HARD_ZONES,
  HOUR,
  instantsShowing,
  MINUTE,
  shown,
  shownDay,
  ZONES,
} from './clock-oracle.js';

const FIRST = -719_162; // 0001-01-01
const LAST = 2_932_896; // 9999-12-31

describe('day numbers', () => {
  it('agree with Date.UTC on every 97th day from 0001-01-01 to 9999-12-31, and on the first and last of every month', () => {
    let checked = 0;
    const agree = (dayNo: number): void => {
      const date = new Date(dayNo * DAY);
      const { year, month, day } = civilDate(dayNo);
      const same =
        year === date.getUTCFullYear() && month === date.getUTCMonth() + 1 && day === date.getUTCDate();
      if (!same || dayNumber({ year, month, day }) !== dayNo) throw new Error(`differs on day ${dayNo}`);
      checked += 1;
    };
    for (let dayNo = FIRST; dayNo <= LAST; dayNo += 97) agree(dayNo);
    const first = new Date(0);
    for (let month = 0; month < 9999 * 12; month += 1) {
      first.setUTCFullYear(1, month, 1);
      agree(first.getTime() / DAY);
      agree(first.getTime() / DAY - 1);
    }
    expect(checked).toBeGreaterThan(270_000);
  });

  it('and civil dates are each other’s inverse, within the reach of a Date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (dayNo) => {
        expect(dayNumber(civilDate(dayNo))).toBe(dayNo);
      }),
    );
  });

  it('survive being written as yyyy-MM-dd and sort as text does', () => {
    const dayNos = fc.integer({ min: FIRST, max: LAST });
    fc.assert(
      fc.property(dayNos, dayNos, (a, b) => {
        expect(parseIsoDay(isoDay(a))).toBe(a);
        expect(isoDay(a) < isoDay(b)).toBe(a < b);
      }),
    );
  });

  it('exist exactly for the dates that Date.UTC does not move', () => {
    const field = fc.integer({ min: -3, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9999 }), field, field, (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const kept =
          date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(validDay({ year, month, day })).toBe(kept ? date.getTime() / DAY : undefined);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Instants of a zone, most of them within two days of a change of its clock. */
function instantsIn(zones: readonly string[]): fc.Arbitrary<{ zone: string; instant: number }> {
  const known = new Map<string, readonly number[]>();
  const changes = (zone: string): readonly number[] => {
    const found = known.get(zone) ?? changesOf(zone, FEBRUARY_1972, END_OF_2037);
    known.set(zone, found);
    return found;
  };
  const anywhere = fc.integer({ min: FEBRUARY_1972, max: END_OF_2037 });
  return fc.constantFrom(...zones).chain((zone) => {
    const near = changes(zone);
    if (near.length === 0) return anywhere.map((instant) => ({ zone, instant }));
    const around = fc
      .tuple(
        fc.constantFrom(...near),
        fc.oneof(
          fc.integer({ min: -2 * DAY, max: 2 * DAY }),
          fc.integer({ min: -3 * HOUR, max: 3 * HOUR }),
          fc.integer({ min: -1, max: 1 }),
        ),
      )
      .map(([change, away]) => change + away);
    return fc
      .oneof({ weight: 1, arbitrary: anywhere }, { weight: 4, arbitrary: around })
      .map((instant) => ({ zone, instant }));
  });
}

/** Local times at whole minutes, most of them near a change. */
const localTimes = instantsIn(HARD_ZONES).map(({ zone, instant }) => ({
  zone,
  local: Math.floor(shown(zone, instant) / MINUTE) * MINUTE,
}));

function dayAndTime(local: number): [day: number, millisecondOfDay: number] {
  const day = Math.floor(local / DAY);
  return [day, local - day * DAY];
}

describe('a zone clock, 1972 to 2037', () => {
  it('puts every instant on the day that Intl shows, in zones of the whole world', () => {
    fc.assert(
      fc.property(instantsIn(ZONES), ({ zone, instant }) => {
        expect(zoneClock(zone).dayOf(instant)).toBe(shownDay(zone, instant));
      }),
      { numRuns: 4000 },
    );
  }, 60_000);

  it('keeps doing so when one clock is asked about many instants', () => {
    for (const zone of HARD_ZONES) {
      const clock = zoneClock(zone);
      fc.assert(
        fc.property(instantsIn([zone]), ({ instant }) => {
          expect(clock.dayOf(instant)).toBe(shownDay(zone, instant));
        }),
        { numRuns: 100 },
      );
    }
  }, 60_000);

  it('finds exactly the instants at which Intl shows a local time', () => {
    fc.assert(
      fc.property(localTimes, ({ zone, local }) => {
        const found = zoneClock(zone).instantsOf(...dayAndTime(local));
        const instants =
          found.kind === 'single'
            ? [found.at]
            : found.kind === 'repeated'
              ? [found.earlier, found.later]
              : [];
        expect(instants).toEqual(instantsShowing(zone, local));
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('moves skipped local times on by the length of the gap, and resumes with the first instant after it', () => {
    let skipped = 0;
    for (const zone of HARD_ZONES) {
      for (const change of changesOf(zone, FEBRUARY_1972, END_OF_2037)) {
        const gap = shown(zone, change) - (shown(zone, change - 1) + 1);
        if (gap <= 0) continue;
        for (const into of [0, gap / 2, gap - 1]) {
          const local = shown(zone, change) - gap + into;
          const expected = { kind: 'skipped', movedOn: change + into, resumes: change };
          expect([zone, local, zoneClock(zone).instantsOf(...dayAndTime(local))]).toEqual([
            zone,
            local,
            expected,
          ]);
          expect(shown(zone, change + into)).toBe(local + gap);
          skipped += 1;
        }
      }
    }
    expect(skipped).toBeGreaterThan(2000);
  }, 60_000);

  it('starts each day with its first instant: no instant of the 26 hours before falls on it', () => {
    fc.assert(
      fc.property(instantsIn(HARD_ZONES), ({ zone, instant }) => {
        const day = shownDay(zone, instant);
        const start = zoneClock(zone).startOf(day);
        expect(shownDay(zone, start)).toBe(day);
        expect(start).toBeLessThanOrEqual(instant);
        expect(shownDay(zone, start - 1)).toBeLessThan(day);
        for (let earlier = start - 5 * MINUTE; earlier > start - 26 * HOUR; earlier -= 5 * MINUTE) {
          if (shownDay(zone, earlier) >= day)
            throw new Error(`${new Date(earlier).toISOString()} is earlier in ${zone}`);
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
