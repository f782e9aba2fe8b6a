/** Which terms end with the periods that are counted. */
import { describe, expect, it } from 'vitest';
import type { QualificationWindow, TierValidity } from '../../src/tiers/periods.js';
import { endsWithPeriods, fitsIntoPeriod } from '../../src/tiers/time/period-terms.js';

const year: QualificationWindow = { kind: 'calendar', unit: 'year' };
const fiscal: QualificationWindow = { kind: 'calendar', unit: 'year', startMonth: 4 };
const own: QualificationWindow = { kind: 'membershipYear' };

function toEnd(periods: number, extend = 'P0D', unit: 'year' | 'month' = 'year'): TierValidity {
  return { kind: 'endOfPeriod', period: { unit }, periods, extend };
}

describe('terms that end with the periods counted', () => {
  it.each<[string, QualificationWindow, TierValidity, boolean]>([
    ['to the end of the next year and of February (hotels)', year, toEnd(1, 'P2M'), true],
    ['to the end of this year', year, toEnd(0), true],
    ['of a year that is said to begin in January', { ...year, startMonth: 1 }, toEnd(1), true],
    ['two years on', year, toEnd(2), false],
    ['extended by a whole year', year, toEnd(1, 'P365D'), false],
    ['of months extended by a month', { kind: 'calendar', unit: 'month' }, toEnd(0, 'P1M', 'month'), false],
    ['of another year', fiscal, toEnd(1), false],
    ['of another length', year, toEnd(1, 'P0D', 'month'), false],
    ['of the year before', { kind: 'calendar', unit: 'year', ago: 1 }, toEnd(1), false],
    ['of membership years', own, { kind: 'endOfPeriod', period: 'membershipYear', periods: 1 }, true],
    ['of calendar years, counted by membership years', own, toEnd(1), false],
    [
      'of membership years, counted by calendar years',
      year,
      { kind: 'endOfPeriod', period: 'membershipYear', periods: 1 },
      false,
    ],
    ['over rolling months', { kind: 'rollingMonths', months: 12 }, toEnd(1), false],
    ['from day to day', year, { kind: 'duration', duration: 'P1Y' }, false],
  ])('%s', (_, window, validity, expected) => {
    expect(endsWithPeriods(window, validity)).toBe(expected);
  });

  it.each<[QualificationWindow, string, boolean]>([
    [year, 'P1Y', true],
    [year, 'P366D', false],
    [{ kind: 'calendar', unit: 'month' }, 'P4W', true],
    [{ kind: 'calendar', unit: 'month' }, 'P30D', false],
    [own, 'P6M', true],
    [{ kind: 'lifetime' }, 'P1D', false],
  ])('a duration fits into a period: %o, %s', (window, duration, expected) => {
    expect(fitsIntoPeriod(window, duration)).toBe(expected);
  });
});
