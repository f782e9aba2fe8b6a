/** What is measured of a customer, and the value of it that each dimension of a model looks at. */
import type { RfmDimension, RfmModel } from './model.js';
import type { OrderedSummary } from './summary.js';

/** The figures a score depends on. */
export type Measures = Pick<
  OrderedSummary,
  'customerId' | 'orders' | 'purchaseDays' | 'total' | 'recencyDays' | 'recencyMonths'
>;

/** The value a model scores in one dimension: days or months, a count, minor units. */
export function scaleValue(model: RfmModel, dimension: RfmDimension, measures: Measures): number {
  switch (dimension) {
    case 'recency':
      return model.recency.unit === 'days' ? measures.recencyDays : measures.recencyMonths;
    case 'frequency':
      return measures[model.frequency.counts];
    case 'monetary':
      return measures.total / divisor(model, measures) + 0;
  }
}

/** Whether only whole numbers occur: days, counts and totals, but not months and averages. */
export function isWhole(model: RfmModel, dimension: RfmDimension): boolean {
  switch (dimension) {
    case 'recency':
      return model.recency.unit === 'days';
    case 'frequency':
      return true;
    case 'monetary':
      return model.monetary.basis === 'total';
  }
}

function divisor(model: RfmModel, measures: Measures): number {
  switch (model.monetary.basis) {
    case 'total':
      return 1;
    case 'averageOrderValue':
      return measures.orders;
    case 'averageDayValue':
      return measures.purchaseDays;
  }
}
