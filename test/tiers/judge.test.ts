import type { QualificationCriterion, Threshold, Truth } from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import { judge, type MetricValue, neededOf, partsOf } from '../../src/tiers/evaluate/judge.js';

const known =
  (values: Readonly<Record<string, MetricValue>>) =>
  ({ metric }: Threshold): MetricValue =>
    values[metric];
const spend: QualificationCriterion = { metric: 'spend', atLeast: 500 };

describe('a threshold', () => {
  test.each<[Threshold, MetricValue, Truth]>([
    [{ metric: 'm', atLeast: 5 }, 5, 'yes'],
    [{ metric: 'm', atLeast: 5 }, 4.999, 'no'],
    [{ metric: 'm', moreThan: 4000 }, 4000, 'no'],
    [{ metric: 'm', moreThan: 4000 }, 4050, 'yes'],
    [{ metric: 'm', atMost: 5 }, 5, 'yes'],
    [{ metric: 'm', lessThan: 5 }, 5, 'no'],
    [{ metric: 'm', lessThan: 5 }, -1, 'yes'],
    [{ metric: 'm', is: 'b' }, 'b', 'yes'],
    [{ metric: 'm', is: false }, false, 'yes'],
    [{ metric: 'm', is: 1 }, 2, 'no'],
  ])('%j on %j: %s', (threshold, value, truth) => {
    expect(judge(threshold, () => value)).toBe(truth);
  });
});

describe('what is not known (handbook R1–R3)', () => {
  test.each<Threshold>([
    { metric: 'missing', lessThan: 2 },
    { metric: 'missing', atMost: 0 },
    { metric: 'missing', lessThan: 5 },
    { metric: 'missing', atLeast: 0 },
    { metric: 'missing', is: false },
  ])('R1: a missing value is neither %j nor its opposite', (threshold) => {
    expect(judge(threshold, () => undefined)).toBe('unknown');
    expect(judge(threshold, () => Number.NaN)).toBe('unknown');
    expect(judge(threshold, () => Number.NEGATIVE_INFINITY)).toBe('unknown');
  });

  test('R2: instants compare as the numbers they are, and text is no number', () => {
    const after: Threshold = { metric: 'lastOrder', moreThan: Date.UTC(2025, 0, 1) };
    expect(judge(after, () => Date.UTC(2025, 0, 2))).toBe('yes');
    expect(judge({ metric: 'm', moreThan: 3 }, () => '20')).toBe('unknown');
  });

  test('R3: a value of another type than the one asked for is unknown, not different', () => {
    expect(judge({ metric: 'm', is: '2025-01-01' }, () => Date.UTC(2025, 0, 1))).toBe('unknown');
    expect(judge({ metric: 'm', is: 1 }, () => true)).toBe('unknown');
  });

  test('a join is decided as soon as the known part decides it', () => {
    const nights: QualificationCriterion = { metric: 'nights', atLeast: 25 };
    const values = known({ nights: 30 });
    expect(judge({ anyOf: [spend, nights] }, values)).toBe('yes');
    expect(judge({ allOf: [spend, nights] }, values)).toBe('unknown');
    expect(judge({ allOf: [spend, { metric: 'nights', atLeast: 31 }] }, values)).toBe('no');
    expect(judge({ atLeast: 2, of: [spend, nights, nights] }, values)).toBe('yes');
    expect(judge({ atLeast: 3, of: [spend, nights, nights] }, values)).toBe('unknown');
    expect(judge({ atLeast: 4, of: [spend, nights, nights] }, values)).toBe('no');
  });

  test('all of nothing holds, any of nothing does not', () => {
    expect(judge({ allOf: [] }, () => undefined)).toBe('yes');
    expect(judge({ anyOf: [] }, () => undefined)).toBe('no');
  });
});

test('every join is at least so many of its parts', () => {
  expect(neededOf({ anyOf: [spend, spend] })).toBe(1);
  expect(neededOf({ allOf: [spend, spend] })).toBe(2);
  expect(neededOf({ atLeast: 3, of: [spend] })).toBe(3);
  expect(partsOf({ atLeast: 3, of: [spend] })).toEqual([spend]);
});
