/** The weighted scheme of the source material: three printed tables, 1R + 3F + 4M, grades P, G, S and B. */
import type { Currency } from '../../foundation/money.js';
import type { Window } from '../../foundation/window.js';
import type { GradeScheme, RfmModel } from '../model.js';

/** Platinum 40–36, Gold 35–26, Silver 25–17, Bronze 16–1, as printed; with weights 1, 3 and 4 scores are 8 to 40. */
export const sourceMaterialGrades: GradeScheme = {
  highest: 40,
  bands: [
    { grade: 'P', name: { en: 'Platinum', zh: '白金' }, from: 36 },
    { grade: 'G', name: { en: 'Gold', zh: '金牌' }, from: 26 },
    { grade: 'S', name: { en: 'Silver', zh: '银牌' }, from: 17 },
    { grade: 'B', name: { en: 'Bronze', zh: '铜牌' }, from: 1 },
  ],
};

/** What the printed scheme leaves open. */
export interface SourceMaterialOptions {
  /**
   * The printed table says only "M: amount". Default `'averageOrderValue'`, because it reproduces the one printed
   * example (24 points, Silver); `'total'` of the period makes the same customer 32 points, Gold.
   */
  readonly monetaryBasis?: 'averageOrderValue' | 'total';
  /** The one-year period: `'rolling'` twelve months (default) or the `'calendarYear'` of `asOf`. */
  readonly period?: 'rolling' | 'calendarYear';
  /** `'calendar'` months (default), or `'thirtyDays'` each, so that the year ends after 360 days. */
  readonly months?: 'calendar' | 'thirtyDays';
  /**
   * The money table is printed in whole yuan (1,000–1,999, 2,000 and over). 1,999.50 belongs to the band below
   * (`'floor'`, default) or to none (`'unscored'`).
   */
  readonly betweenBands?: 'floor' | 'unscored';
  /** The printed condition of more than 150,000 ordering customers: `'off'` (default) or a `'notice'` when not met. */
  readonly precondition?: 'off' | 'notice';
  /** Default yuan in fen. */
  readonly currency?: Currency;
}

/**
 * The scheme of the source material's e-commerce chapter: recency ≤1, ≤3, ≤4, ≤7, ≤12 months scores 5 to 1 (upper
 * bounds inclusive, irregular as printed); frequency 6 or more, 4–5, 3, 2, 1 orders; money from 2,000, 1,000, 500, 300
 * and 0 yuan. Score 1R + 3F + 4M. Whoever has not ordered for over twelve months is dormant and not scored.
 *
 * @example
 * ```ts
 * import { sourceMaterialRfm } from 'clientele/rfm';
 *
 * sourceMaterialRfm().weights; // => { r: 1, f: 3, m: 4 }
 * sourceMaterialRfm({ period: 'calendarYear' }).window; // => { kind: 'calendarYear' }
 * ```
 */
export function sourceMaterialRfm(options: SourceMaterialOptions = {}): RfmModel {
  const { monetaryBasis = 'averageOrderValue', period = 'rolling', months = 'calendar' } = options;
  const { betweenBands = 'floor', precondition = 'off', currency = { code: 'CNY', minorUnit: 2 } } = options;
  const yuan = 10 ** currency.minorUnit;
  const year: Window =
    months === 'calendar' ? { kind: 'rollingMonths', months: 12 } : { kind: 'rollingDays', days: 360 };
  const perMonth = months === 'calendar' ? 1 : 30;
  return {
    format: 'rfm-model@1',
    name: 'source material: 1R + 3F + 4M',
    source: 'Customer-management course material, e-commerce CRM chapter (RFM table and grades P, G, S, B)',
    window: period === 'rolling' ? year : { kind: 'calendarYear' },
    recency: {
      unit: months === 'calendar' ? 'months' : 'days',
      scale: {
        kind: 'bands',
        cuts: [1, 3, 4, 7].map((n) => n * perMonth),
        closed: 'upper',
        min: 0,
        max: 12 * perMonth,
      },
    },
    frequency: { counts: 'orders', scale: { kind: 'bands', cuts: [2, 3, 4, 6], closed: 'lower', min: 1 } },
    monetary: {
      basis: monetaryBasis,
      scale: {
        kind: 'bands',
        cuts: [300, 500, 1000, 2000].map((n) => n * yuan),
        closed: 'lower',
        min: 0,
        ...(betweenBands === 'unscored' ? { printedUnit: yuan } : {}),
      },
    },
    binning: 'independent',
    weights: { r: 1, f: 3, m: 4 },
    currency,
    grades: sourceMaterialGrades,
    ...(precondition === 'notice' ? { moreCustomersThan: 150_000 } : {}),
  };
}
