/** The figures of a sentence, with as many decimals as it takes to tell them apart. */
import type { Bilingual, StatementValue } from '../foundation/statement.js';
import type { FittedRfm } from './fitted.js';
import type { RfmDimension, RfmModel } from './model.js';
import { BASIS_NAMES } from './words.js';

const MOST = 12;

/** How the values of one dimension are written in one sentence. */
export interface Figures {
  readonly write: (value: number) => StatementValue;
  /** A distance, rounded up: who goes so far arrives. */
  readonly writeDistance: (distance: number) => StatementValue;
}

/** Two decimals, or more where two different ones of these values would look the same. */
export function figuresOf(
  fitted: FittedRfm,
  dimension: RfmDimension,
  values: readonly (number | undefined)[],
): Figures {
  const currency = fitted.fittedOn?.currency ?? fitted.model.currency;
  const money = dimension === 'monetary' ? currency : undefined;
  const different = [...new Set(values.filter((one) => one !== undefined))];
  const least = money === undefined ? 2 : Math.max(2 - money.minorUnit, 0);
  let decimals = least;
  while (decimals < MOST && new Set(different.map((one) => rounded(one, decimals))).size < different.length)
    decimals += 1;
  const write = (value: number): StatementValue => {
    const more = decimals === least ? {} : { decimals };
    if (money !== undefined)
      return { minor: value, minorUnit: money.minorUnit, currency: money.code, ...more };
    return decimals === least ? value : { number: value, decimals };
  };
  return { write, writeDistance: (distance) => write(roundedUp(distance, decimals)) };
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

/** What is a hair above a round figure is that figure, with the noise of floating point. */
function roundedUp(value: number, decimals: number): number {
  const scaled = value * 10 ** decimals;
  const nearest = Math.round(scaled);
  const noise = Math.abs(scaled - nearest) <= 1e-9 * Math.max(1, Math.abs(nearest)) && nearest > 0;
  return (noise ? nearest : Math.ceil(scaled)) / 10 ** decimals;
}

/** "days ago", "orders", "average order value". */
export function unitOf(model: RfmModel, dimension: RfmDimension, value: number): Bilingual {
  if (dimension === 'monetary') {
    const basis = BASIS_NAMES[model.monetary.basis];
    return { en: ` ${basis.en}`, zh: `（${basis.zh}）` };
  }
  const { en, zh } = plainUnitOf(model, dimension, value);
  return dimension === 'recency' ? { en: `${en} ago`, zh: `${zh}前` } : { en, zh };
}

/** "days", "orders"; nothing for money, which carries its currency. */
export function plainUnitOf(model: RfmModel, dimension: RfmDimension, value: number): Bilingual {
  const one = value === 1;
  switch (dimension) {
    case 'recency':
      if (model.recency.unit === 'days') return { en: one ? ' day' : ' days', zh: ' 天' };
      return { en: one ? ' month' : ' months', zh: ' 个月' };
    case 'frequency':
      if (model.frequency.counts === 'orders') return { en: one ? ' order' : ' orders', zh: ' 单' };
      return { en: one ? ' purchase day' : ' purchase days', zh: ' 个购买日' };
    case 'monetary':
      return { en: '', zh: '' };
  }
}
