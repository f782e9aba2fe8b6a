/** What one more order would change. */
import { isoDay } from '../foundation/civil.js';
import { type AsOf, clockOf, instantOf } from '../foundation/instant.js';
import { type Problem, show } from '../foundation/problem.js';
import { left, type Result, right, unless } from '../foundation/result.js';
import type { Language, Statement } from '../foundation/statement.js';
import { windowInterval } from '../foundation/window.js';
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
  /** The same as `before` where the order lies outside the model's period. */
  readonly after: RfmScore;
  /** The dimensions whose scores differ; empty where one of the two is no score. */
  readonly changed: readonly RfmDimension[];
  readonly statements: readonly Statement[];
}

/** One more order, placed at the instant the summary was made as of. */
export interface OneMoreOrder {
  /** In minor units; whole and not negative. */
  readonly amount: number;
  /**
   * When the summary was made. Default: the instant the model was fitted as of. It decides whether the order lies
   * in the model's period, and a model of a fixed period or a named year that was fitted without data needs it.
   */
  readonly asOf?: AsOf;
  /** IANA zone of the summary. Default: the zone the model was fitted in. */
  readonly zone?: string;
}

/**
 * The score a customer would have with one more order of this amount (minor units), placed at the instant the
 * summary was made as of. Works for customers who lapsed or never ordered, too. Cut points stay as they are.
 *
 * An order outside the model's period (a fixed one that is over, another calendar year) changes nothing, and the
 * statement says so. The summary must have been made under the model's window, zone and currency: only `scoreRfm`
 * can check that.
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
  order: OneMoreOrder,
): Result<WhatIf> {
  const total = summary.total + order.amount;
  const moment = momentOf(fitted, order);
  const problems = [...amountProblems(order.amount, total), ...(moment._tag === 'Left' ? moment.left : [])];
  return unless(problems, () => {
    const { day, counts } = moment._tag === 'Right' ? moment.right : INSIDE;
    const before = scoreCustomer(fitted, summary);
    const after = counts ? scoreWith(fitted, summary, total) : before;
    return {
      before,
      after,
      changed: changesOf(before, after),
      statements: [stateWhatIf(fitted, order.amount, { day, counts }, before, after)],
    };
  });
}

/** The civil day of the order, where it is known, and whether the order lies in the model's period. */
interface Moment {
  readonly day: string | undefined;
  readonly counts: boolean;
}

const INSIDE: Moment = { day: undefined, counts: true };

function momentOf({ model, fittedOn }: FittedRfm, order: OneMoreOrder): Result<Moment> {
  const { window } = model;
  const asOf = order.asOf ?? fittedOn?.asOf;
  const zone = order.zone ?? fittedOn?.zone;
  if (asOf === undefined || zone === undefined) {
    // Every other window ends with the instant that is asked about, so the order always lies in it.
    const anchored = window.kind === 'fixed' || (window.kind === 'calendarYear' && window.year !== undefined);
    if (!anchored) return right(INSIDE);
    const path = asOf === undefined ? 'asOf' : 'zone';
    return left({ code: 'missing', path: [path], expected: { kind: 'present' }, found: show(undefined) });
  }
  const clock = clockOf(zone);
  if (clock._tag === 'Left') return clock;
  const at = instantOf(asOf, clock.right);
  if (at._tag === 'Left') return at;
  const { from, until } = windowInterval(window, at.right, clock.right);
  return right({ day: isoDay(clock.right.dayOf(at.right)), counts: at.right >= from && at.right < until });
}

function scoreWith(fitted: FittedRfm, summary: PurchaseSummary, total: number): RfmScore {
  const { segments } = fitted.model;
  const sameDay = summary.kind === 'ordered' && summary.recencyDays === 0;
  const measures: Measures = {
    customerId: summary.customerId,
    orders: summary.orders + 1,
    purchaseDays: summary.purchaseDays + (sameDay ? 0 : 1),
    total,
    recencyDays: 0,
    recencyMonths: 0,
  };
  return scoreMeasures(fitted, measures, segments && ((scores) => segmentOf(segments, scores).segment));
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
  { day, counts }: Moment,
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
  const values = {
    amount: { minor: amount, minorUnit: currency.minorUnit, currency: currency.code },
    day: day ?? { en: 'that day', zh: '当天' },
    before: { en: text(before, 'en'), zh: text(before, 'zh') },
    after: { en: text(after, 'en'), zh: text(after, 'zh') },
  };
  const on = day === undefined ? '{day}' : 'on {day}';
  if (!counts) {
    return {
      en: `One more order of {amount} ${on} lies outside the period that counts and changes nothing: {before}.`,
      zh: '如果 {day} 再下一单 {amount}：该订单不在评价期间内，结果不变：{before}。',
      values,
    };
  }
  return {
    en: `One more order of {amount} ${on}: {before} → {after}.`,
    zh: `如果${day === undefined ? '{day}' : ' {day} '}再下一单 {amount}：{before} → {after}。`,
    values,
  };
}
