/** Until when one can complain, for any days: held against arithmetic with the days themselves. */
import { fcaDisp, tourismOrder32 } from 'clientele/complaints';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, logOf, project, received } from '../clocks/support.js';

const DAY = 86_400_000;
const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A civil day so many years later; 29 February ends with February. */
function yearsLater(date: string, years: number): string {
  const then = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return isoDay(Date.parse(then)) === then ? then : then.replace('-29', '-28');
}

test('DISP 2.8.2R: in time up to the later of six years from the event and three from awareness', () => {
  const first = Date.UTC(2016, 0, 1);
  const seen = { met: 0, lapsed: 0 };
  fc.assert(
    fc.property(
      fc.nat({ max: 3650 }),
      fc.option(fc.nat({ max: 3650 }), { nil: undefined }),
      fc.integer({ min: -3, max: 3 }),
      (event, awareness, off) => {
        const incidentAt = first + event * DAY + DAY / 2;
        const awareAt = awareness === undefined ? undefined : first + awareness * DAY + DAY / 2;
        const six = yearsLater(isoDay(incidentAt), 6);
        const three = awareAt === undefined ? six : yearsLater(isoDay(awareAt), 3);
        const last = six > three ? six : three;
        // At noon of a day near the last one.
        const at = Date.parse(`${last}T12:00:00Z`) + off * DAY;
        const data = { incidentAt, ...(awareAt === undefined ? {} : { awareAt }) };
        const { status } = clockOf(
          project(logOf(received(new Date(at).toISOString(), data)), { packs: [fcaDisp], asOf: at }),
          'complain',
        );
        expect(status.kind).toBe(off <= 0 ? 'met' : 'lapsed');
        seen[off <= 0 ? 'met' : 'lapsed'] += 1;
      },
    ),
  );
  expect(Math.min(seen.met, seen.lapsed)).toBeGreaterThan(10);
});

test('CNTA Order 32: in time up to the ninetieth day after the contract ended', () => {
  fc.assert(
    fc.property(fc.nat({ max: 700 }), fc.integer({ min: -100, max: 200 }), (end, days) => {
      // Received at noon in Shanghai.
      const ends = Date.UTC(2025, 1, 1) + end * DAY;
      const at = ends + days * DAY + 4 * 3_600_000;
      const opening = received(new Date(at).toISOString(), { contractEndsOn: isoDay(ends) });
      const clock = clockOf(project(logOf(opening), { packs: [tourismOrder32], asOf: at }), 'complain');
      expect(clock.status.kind).toBe(days <= 90 ? 'met' : 'lapsed');
      expect(clock.dueAt).toBe(ends + 91 * DAY - 8 * 3_600_000);
    }),
  );
});
