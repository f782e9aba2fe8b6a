import { describe, expect, it } from 'vitest';
import { isoDay } from '../../src/foundation/civil.js';
import { addMonths, earliestWithin, monthsBetween } from '../../src/foundation/months.js';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

describe('addMonths', () => {
  it.each([
    ['2025-01-15', 1, '2025-02-15'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['1896-02-29', 48, '1900-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
    ['1900-01-31', 1, '1900-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-10-31', 1, '2025-11-30'],
    ['2025-12-31', 1, '2026-01-31'],
    ['2025-01-31', -2, '2024-11-30'],
    ['2025-01-01', -1, '2024-12-01'],
    ['2025-05-30', 0, '2025-05-30'],
    ['2025-12-05', -24, '2023-12-05'],
    ['2025-06-30', 1200, '2125-06-30'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(isoDay(addMonths(day(from), months))).toBe(to);
  });

  it('forgets a clamped day: from 31 January a month and a month is 28 March, two months is 31 March', () => {
    const january = day('2025-01-31');
    expect(isoDay(addMonths(addMonths(january, 1), 1))).toBe('2025-03-28');
    expect(isoDay(addMonths(january, 2))).toBe('2025-03-31');
  });
});

describe('monthsBetween', () => {
  it.each([
    ['2025-01-15', '2025-01-15', 0],
    ['2025-01-15', '2025-02-15', 1],
    ['2025-01-15', '2025-02-14', 30 / 31],
    ['2025-01-15', '2025-01-16', 1 / 31],
    ['2025-01-31', '2025-02-28', 1],
    ['2025-01-31', '2025-02-27', 27 / 28],
    ['2025-01-31', '2025-03-01', 1 + 1 / 31],
    ['2025-02-28', '2025-03-31', 1 + 3 / 31],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-02-29', '2025-02-27', 11 + 29 / 30],
    ['2024-12-31', '2025-12-31', 12],
    ['2011-12-09', '2010-12-09', -12],
  ])('from %s to %s passes %d calendar months', (from, to, months) => {
    expect(monthsBetween(day(from), day(to))).toBeCloseTo(months, 12);
  });
});

describe('earliestWithin', () => {
  it.each([
    ['2025-12-31', 12, '2024-12-31'],
    ['2025-02-28', 12, '2024-02-28'],
    ['2024-02-29', 12, '2023-03-01'],
    ['2025-02-28', 1, '2025-01-28'],
    ['2025-03-31', 1, '2025-03-01'],
    ['2025-03-30', 1, '2025-03-01'],
    ['2025-03-28', 1, '2025-02-28'],
    ['2025-05-30', 0, '2025-05-30'],
  ])('by %s at most %i months have passed from %s on', (to, months, earliest) => {
    expect(isoDay(earliestWithin(day(to), months))).toBe(earliest);
  });

  it('is the first of all days that reach a day, for every day of nine years and up to 50 months', () => {
    const span = { first: day('1899-01-01'), last: day('1907-12-31') };
    const wrong: [to: number, months: number][] = [];
    for (let months = 0; months <= 50; months += 1) {
      // Days ascend and so do the days they reach: one walk finds the first for each.
      let first = addMonths(span.first, -months) - 40;
      for (let to = span.first; to <= span.last; to += 1) {
        while (addMonths(first, months) < to) first += 1;
        if (earliestWithin(to, months) !== first) wrong.push([to, months]);
      }
    }
    expect(wrong).toEqual([]);
  });
});
