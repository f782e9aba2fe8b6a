import { TZDate } from '@date-fns/tz';
import { addMonths as dateFnsAddMonths } from 'date-fns/addMonths';
import { differenceInMonths } from 'date-fns/differenceInMonths';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../src/foundation/civil.js';
import { addMonths, earliestWithin, monthsBetween } from '../../src/foundation/months.js';

const DAY = 86_400_000;
const days = fc.oneof(
  fc.integer({ min: -30_000, max: 60_000 }),
  // Ends and beginnings of months, where the clamp bites.
  fc
    .tuple(
      fc.integer({ min: 1890, max: 2120 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: -3, max: 2 }),
    )
    .map(([year, month, away]) => Date.UTC(year, month, 1) / DAY + away),
);
const pair = fc.tuple(days, days).map(([a, b]): [number, number] => (a <= b ? [a, b] : [b, a]));
const months = fc.integer({ min: 0, max: 400 });
const runs = { numRuns: 2000 };

const utc = (dayNo: number): TZDate => new TZDate(dayNo * DAY, 'UTC');

describe('calendar months', () => {
  it('are at most N exactly when the later day is not after the earlier one plus N months', () => {
    fc.assert(
      fc.property(pair, months, ([from, to], n) => {
        expect(monthsBetween(from, to) <= n).toBe(to <= addMonths(from, n));
      }),
      runs,
    );
  });

  it('are at most N at the very day that is N months later, and more on the next', () => {
    fc.assert(
      fc.property(days, months, (from, n) => {
        expect(monthsBetween(from, addMonths(from, n))).toBe(n);
        expect(monthsBetween(from, addMonths(from, n) + 1)).toBeGreaterThan(n);
      }),
      runs,
    );
  });

  it('are the most whole months that fit, and a part of less than one', () => {
    fc.assert(
      fc.property(pair, ([from, to]) => {
        const passed = monthsBetween(from, to);
        const whole = Math.floor(passed);
        expect(passed).toBeGreaterThanOrEqual(0);
        expect(addMonths(from, whole)).toBeLessThanOrEqual(to);
        expect(addMonths(from, whole + 1)).toBeGreaterThan(to);
      }),
      runs,
    );
  });

  it('grow with every day', () => {
    fc.assert(
      fc.property(pair, ([from, to]) => {
        expect(monthsBetween(from, to + 1)).toBeGreaterThan(monthsBetween(from, to));
      }),
      runs,
    );
  });

  it('never grow when the earlier day moves later', () => {
    fc.assert(
      fc.property(pair, ([from, to]) => {
        fc.pre(from < to);
        expect(Math.ceil(monthsBetween(from + 1, to))).toBeLessThanOrEqual(
          Math.ceil(monthsBetween(from, to)),
        );
      }),
      runs,
    );
  });

  it('have an earliest day: from it at most N have passed, from the day before more', () => {
    fc.assert(
      fc.property(days, months, (to, n) => {
        const earliest = earliestWithin(to, n);
        expect(monthsBetween(earliest, to)).toBeLessThanOrEqual(n);
        expect(monthsBetween(earliest - 1, to)).toBeGreaterThan(n);
      }),
      runs,
    );
  });

  it('have an earliest day that reaches the later one when they are added, and the day before does not', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1200, max: 1200 }), (to, n) => {
        const earliest = earliestWithin(to, n);
        expect(addMonths(earliest, n)).toBeGreaterThanOrEqual(to);
        expect(addMonths(earliest - 1, n)).toBeLessThan(to);
      }),
      runs,
    );
  });

  it('keep the day of the month, or take the last one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (from, n) => {
        const a = civilDate(from);
        const b = civilDate(addMonths(from, n));
        expect((b.year - a.year) * 12 + b.month - a.month).toBe(n);
        if (b.day !== a.day) {
          expect(b.day).toBeLessThan(a.day);
          expect(civilDate(addMonths(from, n) + 1).day).toBe(1);
        }
      }),
      runs,
    );
  });
});

describe('date-fns 4.4.0, asked in UTC,', () => {
  it('adds months alike', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (from, n) => {
        expect(addMonths(from, n) * DAY).toBe(dateFnsAddMonths(utc(from), n).getTime());
      }),
      runs,
    );
  });

  it('counts the same whole months between days that no month is too short for', () => {
    fc.assert(
      fc.property(pair, ([from, to]) => {
        fc.pre(civilDate(from).day <= 28);
        expect(Math.floor(monthsBetween(from, to))).toBe(differenceInMonths(utc(to), utc(from)));
      }),
      runs,
    );
  });

  it('deliberately differs at a clamped end: 31 March and three months are 30 June, yet it counts two months between', () => {
    const from = Date.UTC(2025, 2, 31) / DAY;
    const to = Date.UTC(2025, 5, 30) / DAY;
    expect(addMonths(from, 3)).toBe(to);
    expect(monthsBetween(from, to)).toBe(3);
    expect(dateFnsAddMonths(utc(from), 3).getTime()).toBe(to * DAY);
    expect(differenceInMonths(utc(to), utc(from))).toBe(2);
  });
});
