import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  explainScore,
  fitRfm,
  type OrderedSummary,
  orThrow,
  type RfmDimension,
  type RfmModel,
  describe as say,
  scoreCustomer,
  summarizePurchases,
  type Window,
  whatIfOrder,
} from '../../src/rfm/index.js';
import { arbitraryCustomers, arbitraryModel, arbitraryNestedModel, arbitraryOrders } from './arbitraries.js';
import { book, model, ordered, quantiles, scored, summaries } from './support.js';

/** The customer with another value in one dimension of the model. */
function withValue(
  how: RfmModel,
  dimension: RfmDimension,
  value: number,
  one: OrderedSummary,
): OrderedSummary {
  switch (dimension) {
    case 'recency':
      return { ...one, recencyDays: value, recencyMonths: value };
    case 'frequency':
      return { ...one, [how.frequency.counts]: value };
    case 'monetary':
      return {
        ...one,
        total: value,
        orders: how.monetary.basis === 'averageOrderValue' ? 1 : one.orders,
        purchaseDays: 1,
      };
  }
}

const LETTER = { recency: 'r', frequency: 'f', monetary: 'm' } as const;

/** A number next to a value, as near as makes a difference in every scale drawn here. */
const nudge = (value: number, up: boolean): number => value + (up ? 1 : -1) * 1e-7;

describe('an explanation', () => {
  it('has the score of scoreCustomer, a value in its band, and a next step that is true', () => {
    fc.assert(
      // Frequency and money on their own counts, so that one value can be moved without the other.
      fc.property(arbitraryModel, arbitraryCustomers, arbitraryCustomers, (drawn, fittedOn, customers) => {
        const how: RfmModel = {
          ...drawn,
          frequency: { ...drawn.frequency, counts: 'orders' },
          monetary: { ...drawn.monetary, basis: 'total' },
        };
        const fitted = orThrow(fitRfm(how, summaries(fittedOn)));
        for (const one of customers) {
          const { score, dimensions, statements } = explainScore(fitted, one);
          expect(score).toEqual(scoreCustomer(fitted, one));
          expect(dimensions.map(({ dimension }) => dimension)).toEqual(['recency', 'frequency', 'monetary']);
          expect(statements.length).toBe(3);
          for (const { dimension, value, score: points, of, band } of dimensions) {
            expect(points).toBe(scored(score)[LETTER[dimension]]);
            if (band.from !== undefined)
              expect(value > band.from || (band.includes.from && value === band.from)).toBe(true);
            if (band.to !== undefined)
              expect(value < band.to || (band.includes.to && value === band.to)).toBe(true);

            const at = (moved: number) =>
              scored(scoreCustomer(fitted, withValue(how, dimension, moved, one)))[LETTER[dimension]];
            const up = dimension !== 'recency';
            if (band.next === undefined) {
              expect(at(up ? 1e9 : 0)).toBe(points);
            } else {
              const { next } = band;
              expect(next.score > points && next.score <= of).toBe(true);
              expect(next.at).toBeCloseTo(value + (up ? next.distance : -next.distance), 9);
              expect(at(next.included ? next.at : nudge(next.at, up))).toBe(next.score);
              const whole =
                dimension === 'frequency' ||
                (dimension === 'recency' ? how.recency.unit === 'days' : how.monetary.basis === 'total');
              if (whole) expect(next.included && Number.isInteger(next.at)).toBe(true);
              if (next.at !== value)
                expect(at(whole ? next.at + (up ? -1 : 1) : nudge(next.at, !up))).toBe(points);
              if (!next.included) expect(at(next.at)).toBe(points);
            }
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it('agrees with the score in nested models, and always reads', () => {
    fc.assert(
      fc.property(
        arbitraryNestedModel,
        arbitraryCustomers,
        arbitraryCustomers,
        (how, fittedOn, customers) => {
          const fitted = orThrow(fitRfm(how, summaries(fittedOn)));
          for (const one of [...fittedOn, ...customers]) {
            const explanation = explainScore(fitted, one);
            expect(explanation.score).toEqual(scoreCustomer(fitted, one));
            const reached = explanation.dimensions.map(({ dimension, score }) => [dimension, score]);
            if (explanation.score.kind === 'scored') {
              const { r, f, m } = explanation.score;
              expect(reached).toEqual([
                ['recency', r],
                ['frequency', f],
                ['monetary', m],
              ]);
            } else expect(explanation.unscored?.dimension).toBe(explanation.score.dimension);
            for (const language of ['en', 'zh'] as const)
              expect(say(explanation, language)).not.toMatch(/[{}]|undefined|NaN/);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what one more order would change', () => {
  const window: fc.Arbitrary<Window> = fc.oneof(
    fc.constant({ kind: 'all' } as const),
    fc.integer({ min: 1, max: 18 }).map((months) => ({ kind: 'rollingMonths', months }) as const),
    fc.integer({ min: 1, max: 400 }).map((days) => ({ kind: 'rollingDays', days }) as const),
    fc.constant({ kind: 'calendarYear' } as const),
    fc.constantFrom(2024, 2025).map((year) => ({ kind: 'calendarYear', year }) as const),
    fc
      .constantFrom('2025-03-31', '2025-11-22', '2026-01-01')
      .map((until) => ({ kind: 'fixed', from: '2024-06-01', until }) as const),
  );
  const fittedOn = [1, 2, 3, 5, 8, 13].map((n) =>
    ordered({ customerId: `${n}`, recencyDays: n * 9, orders: n, purchaseDays: n, total: n * 700 }),
  );

  it('is what the summary of the history with that order at asOf gives', () => {
    fc.assert(
      fc.property(
        arbitraryOrders,
        window,
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/Havana'),
        fc.constantFrom('2025-03-30', '2025-11-02', '2025-11-22', Date.UTC(2025, 10, 2, 5, 30)),
        fc.nat({ max: 5000 }),
        fc.constantFrom('orders' as const, 'purchaseDays' as const),
        fc.constantFrom('total' as const, 'averageOrderValue' as const, 'averageDayValue' as const),
        (drawn, over, zone, asOf, amount, counts, basis) => {
          const orders = drawn.filter((one) => Math.abs(one.amount) < 1e6);
          const how = model({
            window: over,
            frequency: { counts, scale: quantiles(5) },
            monetary: { basis, scale: quantiles(5) },
          });
          const fitted = orThrow(fitRfm(how, summaries(fittedOn, { window: over })));
          const before = orThrow(
            summarizePurchases(book(orders, { zone }), { asOf, window: over, customers: ['new'] }),
          );
          for (const summary of before.customers) {
            const { customerId } = summary;
            const more = {
              id: 'one more',
              customerId,
              at: before.asOf,
              amount,
              units: 1,
              kind: 'purchase',
            } as const;
            const after = orThrow(
              summarizePurchases(book([...orders, more], { zone }), { asOf, window: over }),
            );
            const really = after.customers.find((one) => one.customerId === customerId);
            if (really === undefined) throw new Error('lost');
            const answer = orThrow(whatIfOrder(fitted, summary, { amount, asOf: before.asOf, zone }));
            expect(answer.before).toEqual(scoreCustomer(fitted, summary));
            expect(answer.after).toEqual(scoreCustomer(fitted, really));
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});
