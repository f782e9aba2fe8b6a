import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, zoneClock } from '../../src/foundation/civil.js';
import {
  sameWindow,
  type Window,
  windowDays,
  windowInterval,
  windowName,
} from '../../src/foundation/window.js';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

function daysOf(window: Window, asOf: string): [from: string | number, until: string | number] {
  const { from, until } = windowDays(window, day(asOf));
  return [Number.isFinite(from) ? isoDay(from) : from, Number.isFinite(until) ? isoDay(until) : until];
}

describe('the days of a window, the first included and the last excluded', () => {
  it('all: everything up to today', () => {
    expect(daysOf({ kind: 'all' }, '2025-06-15')).toEqual([Number.NEGATIVE_INFINITY, '2025-06-16']);
  });

  it.each([
    ['2025-12-31', 12, '2024-12-31'],
    ['2024-02-29', 12, '2023-03-01'],
    ['2025-02-28', 12, '2024-02-28'],
    ['2025-03-31', 1, '2025-03-01'],
    ['2025-03-15', 0, '2025-03-15'],
  ])('rolling months: as of %s, %i months reach back to %s', (asOf, months, from) => {
    expect(daysOf({ kind: 'rollingMonths', months }, asOf)[0]).toBe(from);
  });

  it('rolling months: today is in it, tomorrow is not', () => {
    expect(daysOf({ kind: 'rollingMonths', months: 12 }, '2025-12-31')).toEqual(['2024-12-31', '2026-01-01']);
  });

  it('a year from the leap day holds the leap day one year on, the day it is clamped to', () => {
    const year: Window = { kind: 'rollingMonths', months: 12 };
    expect(windowDays(year, day('2025-02-28')).from).toBeLessThanOrEqual(day('2024-02-29'));
    expect(windowDays(year, day('2025-03-01')).from).toBeGreaterThan(day('2024-02-29'));
  });

  it('rolling days: today and that many days before it', () => {
    expect(daysOf({ kind: 'rollingDays', days: 30 }, '2025-03-01')).toEqual(['2025-01-30', '2025-03-02']);
    expect(daysOf({ kind: 'rollingDays', days: 366 }, '2025-02-28')).toEqual(['2024-02-28', '2025-03-01']);
    expect(daysOf({ kind: 'rollingDays', days: 0 }, '2024-02-29')).toEqual(['2024-02-29', '2024-03-01']);
  });

  it('calendar year: the year of today, up to today', () => {
    expect(daysOf({ kind: 'calendarYear' }, '2024-02-29')).toEqual(['2024-01-01', '2024-03-01']);
    expect(daysOf({ kind: 'calendarYear' }, '2024-01-01')).toEqual(['2024-01-01', '2024-01-02']);
    expect(daysOf({ kind: 'calendarYear' }, '2024-12-31')).toEqual(['2024-01-01', '2025-01-01']);
  });

  it('calendar year: a named past year is whole, a named present one ends today, a future one is empty', () => {
    expect(daysOf({ kind: 'calendarYear', year: 2023 }, '2025-06-15')).toEqual(['2023-01-01', '2024-01-01']);
    expect(daysOf({ kind: 'calendarYear', year: 2025 }, '2025-06-15')).toEqual(['2025-01-01', '2025-06-16']);
    const future = windowDays({ kind: 'calendarYear', year: 2026 }, day('2025-06-15'));
    expect(future.from).toBeGreaterThanOrEqual(future.until);
  });

  it('fixed: from its first day up to, not including, its end', () => {
    const window: Window = { kind: 'fixed', from: '2024-02-29', until: '2024-03-31' };
    expect(daysOf(window, '2025-06-15')).toEqual(['2024-02-29', '2024-03-31']);
    expect(daysOf(window, '2024-03-31')).toEqual(['2024-02-29', '2024-03-31']);
    expect(daysOf(window, '2024-03-10')).toEqual(['2024-02-29', '2024-03-11']);
  });

  it('fixed: empty before it begins, and where a date is none', () => {
    const empty = (window: Window, asOf: string): boolean => {
      const { from, until } = windowDays(window, day(asOf));
      return from >= until;
    };
    expect(empty({ kind: 'fixed', from: '2024-02-01', until: '2024-03-01' }, '2024-01-31')).toBe(true);
    expect(empty({ kind: 'fixed', from: '2023-02-29', until: '2024-03-01' }, '2025-01-01')).toBe(true);
    expect(empty({ kind: 'fixed', from: '2024-02-01', until: '2024-02-30' }, '2025-01-01')).toBe(true);
  });

  it('never reach beyond today, whatever the window', () => {
    const windows: fc.Arbitrary<Window> = fc.oneof(
      fc.constant<Window>({ kind: 'all' }),
      fc.nat(600).map((months): Window => ({ kind: 'rollingMonths', months })),
      fc.nat(6000).map((days): Window => ({ kind: 'rollingDays', days })),
      fc.constant<Window>({ kind: 'calendarYear' }),
      fc.integer({ min: 1900, max: 2100 }).map((year): Window => ({ kind: 'calendarYear', year })),
      fc
        .tuple(fc.integer({ min: -20_000, max: 40_000 }), fc.nat(2000))
        .map(
          ([from, length]): Window => ({ kind: 'fixed', from: isoDay(from), until: isoDay(from + length) }),
        ),
    );
    fc.assert(
      fc.property(windows, fc.integer({ min: -20_000, max: 40_000 }), (window, today) => {
        const { from, until } = windowDays(window, today);
        expect(until).toBeLessThanOrEqual(today + 1);
        if (
          window.kind.startsWith('rolling') ||
          (window.kind === 'calendarYear' && window.year === undefined)
        ) {
          expect(from).toBeLessThanOrEqual(today);
          expect(until).toBe(today + 1);
        }
      }),
    );
  });
});

describe('the instants of a window', () => {
  const instants = (
    window: Window,
    asOf: string,
    zone: string,
  ): [from: string | number, until: string | number] => {
    const { from, until } = windowInterval(window, Date.parse(asOf), zoneClock(zone));
    const shown = (at: number): string | number => (Number.isFinite(at) ? new Date(at).toISOString() : at);
    return [shown(from), shown(until)];
  };

  it('end with asOf itself, which is in', () => {
    const end = '2025-06-15T10:00:00.001Z';
    const asOf = '2025-06-15T10:00:00Z';
    expect(instants({ kind: 'all' }, asOf, 'UTC')).toEqual([Number.NEGATIVE_INFINITY, end]);
    expect(instants({ kind: 'rollingDays', days: 1 }, asOf, 'UTC')).toEqual([
      '2025-06-14T00:00:00.000Z',
      end,
    ]);
    expect(instants({ kind: 'calendarYear' }, asOf, 'UTC')).toEqual(['2025-01-01T00:00:00.000Z', end]);
    expect(instants({ kind: 'fixed', from: '2025-06-15', until: '2025-06-16' }, asOf, 'UTC')).toEqual([
      '2025-06-15T00:00:00.000Z',
      end,
    ]);
  });

  it('begin and end with days of the zone, not of UTC', () => {
    const asOf = '2025-06-15T22:00:00Z';
    expect(instants({ kind: 'rollingMonths', months: 12 }, asOf, 'Asia/Tokyo')).toEqual([
      '2024-06-15T15:00:00.000Z',
      '2025-06-15T22:00:00.001Z',
    ]);
    expect(instants({ kind: 'calendarYear', year: 2024 }, asOf, 'Asia/Tokyo')).toEqual([
      '2023-12-31T15:00:00.000Z',
      '2024-12-31T15:00:00.000Z',
    ]);
    expect(
      instants({ kind: 'fixed', from: '2025-03-30', until: '2025-03-31' }, asOf, 'Europe/Berlin'),
    ).toEqual(['2025-03-29T23:00:00.000Z', '2025-03-30T22:00:00.000Z']);
  });

  it('are none before a fixed window begins', () => {
    const { from, until } = windowInterval(
      { kind: 'fixed', from: '2025-06-16', until: '2025-07-01' },
      Date.parse('2025-06-15T23:59:59Z'),
      zoneClock('UTC'),
    );
    expect(from).toBeGreaterThanOrEqual(until);
  });

  it('reach asOf in the hour that is yesterday again, where clocks go back over midnight', () => {
    // St John's, 2006-10-29: at 00:01 the clock went back to 23:01 of the 28th.
    const asOf = '2006-10-28T23:30:00-03:30';
    expect(zoneClock('America/St_Johns').dayOf(Date.parse(asOf))).toBe(day('2006-10-28'));
    expect(instants({ kind: 'rollingDays', days: 0 }, asOf, 'America/St_Johns')).toEqual([
      '2006-10-28T02:30:00.000Z',
      '2006-10-29T03:00:00.001Z',
    ]);
  });

  it('are empty or end at asOf or before, whatever the window', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/St_Johns', 'Pacific/Apia', 'America/Havana', 'UTC'),
        fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.constantFrom<Window>(
          { kind: 'all' },
          { kind: 'rollingDays', days: 3 },
          { kind: 'calendarYear' },
          { kind: 'calendarYear', year: 2011 },
          { kind: 'fixed', from: '2011-12-01', until: '2011-12-31' },
        ),
        (zone, asOf, window) => {
          expect(windowInterval(window, asOf, zoneClock(zone)).until).toBeLessThanOrEqual(asOf + 1);
        },
      ),
    );
  });
});

describe('the name of a window', () => {
  const named: readonly (readonly [Window, string])[] = [
    [{ kind: 'all' }, 'all'],
    [{ kind: 'rollingMonths', months: 12 }, 'rollingMonths 12'],
    [{ kind: 'rollingDays', days: 12 }, 'rollingDays 12'],
    [{ kind: 'calendarYear' }, 'calendarYear'],
    [{ kind: 'calendarYear', year: 2025 }, 'calendarYear 2025'],
    [{ kind: 'fixed', from: '2025-01-01', until: '2025-07-01' }, 'fixed 2025-01-01 until 2025-07-01'],
  ];

  it.each(named)('%j is %s', (window, name) => {
    expect(windowName(window)).toBe(name);
  });

  it('is the same exactly for the same decision, in whatever order its fields stand', () => {
    for (const [a, nameA] of named) {
      for (const [b, nameB] of named) expect(sameWindow(a, b)).toBe(nameA === nameB);
    }
    expect(sameWindow({ kind: 'rollingMonths', months: 3 }, { months: 3, kind: 'rollingMonths' })).toBe(true);
    expect(sameWindow({ kind: 'rollingMonths', months: 3 }, { kind: 'rollingMonths', months: 4 })).toBe(
      false,
    );
    expect(
      sameWindow(
        { kind: 'fixed', from: '2025-01-01', until: '2025-07-01' },
        { kind: 'fixed', from: '2025-01-01', until: '2025-07-02' },
      ),
    ).toBe(false);
  });
});
