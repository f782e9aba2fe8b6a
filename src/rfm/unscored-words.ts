/** The sentences for customers without a score. */
import type { Bilingual, Statement } from '../foundation/statement.js';
import { figuresOf, plainUnitOf, unitOf } from './figures.js';
import type { FittedRfm } from './fitted.js';
import type { UnscoredCustomer } from './score.js';
import type { PurchaseSummary } from './summary.js';
import type { PrintedBand, UnscoredDimension } from './unscored.js';
import { DIMENSION_NAMES } from './words.js';

/** Nothing to score: no order in the period. */
export function stateNoOrder({ because }: UnscoredCustomer, summary: PurchaseSummary): Statement {
  if (because === 'lapsed' && summary.kind !== 'neverOrdered') {
    return {
      en: 'No score: the last order was {days} days ago, before the period that counts.',
      zh: '不评分：最近一次下单在 {days} 天前，早于评价期间。',
      values: { days: summary.recencyDays },
    };
  }
  return {
    en: 'No score: no order by the end of the period.',
    zh: '不评分：期末之前没有下单。',
    values: {},
  };
}

/** A value without a score, and the limit it missed. */
export function stateUnscored(one: UnscoredDimension, fitted: FittedRfm): Statement {
  const { dimension, value, limit, between } = one;
  const edges = {
    limit: limit?.at,
    lowerFrom: between?.lower.from,
    lowerTo: between?.lower.to,
    upperFrom: between?.upper.from,
    upperTo: between?.upper.to,
  };
  const { write } = figuresOf(fitted, dimension, [value, ...Object.values(edges)]);
  const why = reasonWords(one);
  return {
    en: `No score: {dimension}, {value}{unit}, ${why.en}.`,
    zh: `不评分：{dimension} {value}{unit}，${why.zh}。`,
    values: {
      dimension: DIMENSION_NAMES[dimension],
      value: write(value),
      unit: unitOf(fitted.model, dimension, value),
      model: fitted.model.name,
      limitUnit: plainUnitOf(fitted.model, dimension, limit?.at ?? 0),
      ...Object.fromEntries(
        Object.entries(edges).flatMap(([name, edge]) => (edge === undefined ? [] : [[name, write(edge)]])),
      ),
    },
  };
}

function reasonWords({ because, limit, between }: UnscoredDimension): Bilingual {
  switch (because) {
    case 'outsideScale':
      if (limit === undefined)
        return { en: 'lies outside the scale of "{model}"', zh: '超出“{model}”的评分标准' };
      return limit.side === 'above'
        ? {
            en: 'is above the largest value that "{model}" scores, {limit}{limitUnit}',
            zh: '高于“{model}”评分的最大值 {limit}{limitUnit}',
          }
        : {
            en: 'is below the smallest value that "{model}" scores, {limit}{limitUnit}',
            zh: '低于“{model}”评分的最小值 {limit}{limitUnit}',
          };
    case 'betweenBands': {
      const lower = bandWords(between?.lower ?? {}, 'lower');
      const upper = bandWords(between?.upper ?? {}, 'upper');
      return {
        en: `falls between two printed bands of "{model}": ${lower.en} and ${upper.en}`,
        zh: `落在“{model}”表中相邻两档之间的空档：${lower.zh}与${upper.zh}`,
      };
    }
    case 'emptyCell':
      return {
        en: 'has no cuts here, because no customer had these scores when "{model}" was fitted',
        zh: '在此没有分界点：拟合“{model}”时没有顾客具有这些分数',
      };
  }
}

function bandWords({ from, to }: PrintedBand, side: 'lower' | 'upper'): Bilingual {
  if (from === undefined) return { en: `up to {${side}To}`, zh: `不超过 {${side}To}` };
  if (to === undefined) return { en: `{${side}From} or more`, zh: `不少于 {${side}From}` };
  return { en: `{${side}From} to {${side}To}`, zh: `{${side}From} 至 {${side}To}` };
}
