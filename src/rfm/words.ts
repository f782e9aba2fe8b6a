/** The words of this room in both languages. */
import type { Bilingual } from '../foundation/statement.js';
import type { RfmDimension, RfmModel } from './model.js';

export const DIMENSION_NAMES: Readonly<Record<RfmDimension, Bilingual>> = {
  recency: { en: 'Recency', zh: '最近一次购买' },
  frequency: { en: 'Frequency', zh: '购买频次' },
  monetary: { en: 'Monetary value', zh: '消费金额' },
};

export const BASIS_NAMES: Readonly<Record<RfmModel['monetary']['basis'], Bilingual>> = {
  total: { en: 'total', zh: '总额' },
  averageOrderValue: { en: 'average order value', zh: '客单价' },
  averageDayValue: { en: 'average per purchase day', zh: '日均消费' },
};
