/** Random criteria over a few metrics, and random values for them. */
import type { QualificationCriterion, Threshold } from 'clientele/tiers';
import fc from 'fast-check';

export const METRICS: readonly string[] = ['nights', 'stays', 'spend', 'score'];

/** Small whole numbers, so that values often lie on a threshold, and a few far out. */
const limit: fc.Arbitrary<number> = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -2, max: 6 }) },
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

export const threshold: fc.Arbitrary<Threshold> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ metric: fc.constantFrom(...METRICS), atLeast: limit }) },
  fc.record({ metric: fc.constantFrom(...METRICS), moreThan: limit }),
  fc.record({ metric: fc.constantFrom(...METRICS), atMost: limit }),
  fc.record({ metric: fc.constantFrom(...METRICS), lessThan: limit }),
  fc.record({ metric: fc.constantFrom(...METRICS), is: limit }),
  fc.record({ metric: fc.constant('plan'), is: fc.constantFrom<string | boolean>('a', 'b', true) }),
);

/** More of a metric never turns it from met to not met. */
export const rising: fc.Arbitrary<Threshold> = fc.oneof(
  fc.record({ metric: fc.constantFrom(...METRICS), atLeast: limit }),
  fc.record({ metric: fc.constantFrom(...METRICS), moreThan: limit }),
);

export function criterion(leaf: fc.Arbitrary<Threshold>): fc.Arbitrary<QualificationCriterion> {
  return fc.letrec<{ criterion: QualificationCriterion }>((tie) => {
    const parts = fc.array(tie('criterion'), { maxLength: 4 });
    return {
      criterion: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        leaf,
        fc.record({ allOf: parts }),
        fc.record({ anyOf: parts }),
        fc.record({ atLeast: fc.integer({ min: 0, max: 4 }), of: parts }),
      ),
    };
  }).criterion;
}

/** A value for every metric, some of them missing or of the wrong kind. */
export const values: fc.Arbitrary<Readonly<Record<string, number | string | boolean | undefined>>> =
  fc.record({
    ...Object.fromEntries(METRICS.map((metric) => [metric, fc.oneof(limit, limit, fc.constant(undefined))])),
    plan: fc.constantFrom<string | boolean | number | undefined>('a', 'b', true, false, 3, undefined),
  });
