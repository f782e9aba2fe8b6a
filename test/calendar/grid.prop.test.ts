/** The answers are those of counting every five minutes on the clock that `Intl` shows. */
import {
  addWorkingTime,
  compileCalendar,
  intersectCalendars,
  isOpen,
  nextOpening,
  orThrow,
  subtractWorkingTime,
  workingTimeBetween,
} from 'clientele/calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySeason, calendarIn, instantIn, pausesIn } from './arbitraries.js';
import { Grid } from './grid.js';

const arbitrary = arbitrarySeason.chain((season) =>
  fc.record({
    season: fc.constant(season),
    calendar: calendarIn(season),
    other: calendarIn(season),
    from: instantIn(season, 5),
    until: instantIn(season, 5),
    minutes: fc.nat({ max: 300 }).map((n) => n * 5),
    pauses: pausesIn(season, 5),
    boundary: fc.constantFrom('close' as const, 'nextOpening' as const),
  }),
);

/** The grid's answer; `undefined` where it would need more days than it has. */
function within(answer: () => number): number | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

test('open, added, taken back and measured as on the grid', () => {
  let compared = 0;
  fc.assert(
    fc.property(arbitrary, ({ season, calendar, from, until, minutes, pauses, boundary }) => {
      const grid = new Grid(calendar, season.from, season.days);
      const compiled = compileCalendar(calendar);
      expect(orThrow(isOpen(compiled, from))).toBe(grid.counts(from, []));
      const [first, last] = [Math.min(from, until), Math.max(from, until)];
      expect(orThrow(workingTimeBetween(compiled, first, last, { pauses }))).toBe(
        grid.between(first, last, pauses),
      );

      const added = within(() => grid.add(from, minutes, boundary, pauses));
      if (added !== undefined) {
        compared += 1;
        expect(orThrow(addWorkingTime(compiled, from, minutes, { boundary, pauses }))).toBe(added);
      }
      const opens = within(() => grid.resumed(from, []));
      if (opens !== undefined) expect(orThrow(nextOpening(compiled, from))).toBe(opens);
      const taken = minutes === 0 ? undefined : within(() => grid.subtract(from, minutes, pauses));
      if (taken !== undefined)
        expect(orThrow(subtractWorkingTime(compiled, from, minutes, { pauses }))).toBe(taken);
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(100);
});

test('an intersection is open where all are, whatever their zones', () => {
  fc.assert(
    fc.property(arbitrary, ({ season, calendar, other, from, until, pauses }) => {
      const grids = [calendar, other].map((one) => new Grid(one, season.from, season.days));
      const both = intersectCalendars(compileCalendar(calendar), compileCalendar(other));
      const [first, last] = [Math.min(from, until), Math.max(from, until)];
      let expected = 0;
      for (let at = first; at < last; at += 300_000)
        if (grids.every((grid) => grid.counts(at, pauses))) expected += 5;
      expect(orThrow(workingTimeBetween(both, first, last, { pauses }))).toBe(expected);
    }),
  );
});
