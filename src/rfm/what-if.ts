/** What one more order would change. */
import { type Problem, show } from '../foundation/problem.js';
import { type Result, unless } from '../foundation/result.js';
import type { Language, Statement } from '../foundation/statement.js';
import type { FittedRfm } from './fitted.js';
import type { RfmDimension } from './model.js';
import { type RfmScore, scoreCustomer, scoreMeasures } from './score.js';
import { segmentOf } from './segment.js';
import type { PurchaseSummary } from './summary.js';
import type { Measures } from './values.js';
import { bandOf } from './weighted.js';

/** A customer's score now, and with one more order placed at `asOf`. */
export interface WhatIf {
  readonly before: RfmScore;
  readonly after: RfmScore;
  /** The dimensions whose scores differ; empty where one of the two is no score. */
  readonly changed: readonly RfmDimension[];
  readonly statements: readonly Statement[];
}

/**
 * The score a customer would have with one more order of this amount (minor units), placed at the instant the
 * summary was made as of. Works for customers who lapsed or never ordered, too. Cut points stay as they are.
 *
 * @example
 * ```ts
 * import { fitRfm, orThrow, sourceMaterialRfm, whatIfOrder } from 'clientele/rfm';
 *
 * const fitted = orThrow(fitRfm(sourceMaterialRfm()));
 * const silver = {
 *   kind: 'ordered', customerId: 'ann', orders: 5, purchaseDays: 5, units: 5, returns: 0, total: 150_000,
 *   averageOrderValue: 30_000, recencyDays: 61, recencyMonths: 2, firstOrderAt: 0, lastOrderAt: 0, customerSince: 0,
 * } as const;
 * const { after, changed } = orThrow(whatIfOrder(fitted, silver, { amount: 150_000 }));
 *
 * after.kind === 'scored' && [after.code, after.grade]; // => ['553', 'G']
 * changed; // => ['recency', 'frequency', 'monetary']
 * ```
 */
export function whatIfOrder(
  fitted: FittedRfm,
  summary: PurchaseSummary,
  order: { readonly amount: number },
): Result<WhatIf> {
  const total = summary.total + order.amount;
  return unless(amountProblems(order.amount, total), () => {
    const before = scoreCustomer(fitted, summary);
    const { segments } = fitted.model;
    const measures: Measures = {
      customerId: summary.customerId,
      orders: summary.orders + 1,
      purchaseDays: summary.purchaseDays + (summary.kind === 'ordered' && summary.recencyDays === 0 ? 0 : 1),
      total,
      recencyDays: 0,
      recencyMonths: 0,
    };
    const after = scoreMeasures(
      fitted,
      measures,
      segments && ((scores) => segmentOf(segments, scores).segment),
    );
    return {
      before,
      after,
      changed: changesOf(before, after),
      statements: [stateWhatIf(fitted, order.amount, before, after)],
    };
  });
}

function amountProblems(amount: number, total: number): readonly Problem[] {
  if (Number.isSafeInteger(amount) && amount >= 0 && Number.isSafeInteger(total)) return [];
  return [
    {
      code: 'notAnAmount',
      path: ['amount'],
      expected: {
        kind: 'type',
        type: {
          en: 'whole number of minor units, not negative, that fits with the total',
          zh: '最小货币单位的非负整数，且与总额之和可精确表示',
        },
      },
      found: show(amount),
    },
  ];
}

function changesOf(before: RfmScore, after: RfmScore): readonly RfmDimension[] {
  if (before.kind === 'unscored' || after.kind === 'unscored') return [];
  return [
    ...(before.r === after.r ? [] : (['recency'] as const)),
    ...(before.f === after.f ? [] : (['frequency'] as const)),
    ...(before.m === after.m ? [] : (['monetary'] as const)),
  ];
}

function stateWhatIf(
  { model, fittedOn }: FittedRfm,
  amount: number,
  before: RfmScore,
  after: RfmScore,
): Statement {
  const currency = fittedOn?.currency ?? model.currency ?? { code: '', minorUnit: 0 };
  const text = (score: RfmScore, language: Language): string => {
    if (score.kind === 'unscored') return language === 'en' ? 'no score' : '无分数';
    const grade = model.grades && bandOf(model.grades, score.weighted)?.name[language];
    const segment = model.segments && segmentOf(model.segments, score).name[language];
    return [score.code, grade, segment].filter((part) => part !== undefined).join(' · ');
  };
  return {
    en: 'One more order of {amount} today: {before} → {after}.',
    zh: '如果今天再下一单 {amount}：{before} → {after}。',
    values: {
      amount: { minor: amount, minorUnit: currency.minorUnit, currency: currency.code },
      before: { en: text(before, 'en'), zh: text(before, 'zh') },
      after: { en: text(after, 'en'), zh: text(after, 'zh') },
    },
  };
}
