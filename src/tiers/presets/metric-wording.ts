/** How the metrics of presets are called and read. */
import type { MetricWording } from '../metric.js';

/** Plain numbers with a name. */
export function namedMetric(en: string, zh: string): Pick<Required<MetricWording>, 'name'> {
  return { name: { en, zh } };
}

type Counted = Pick<Required<MetricWording>, 'readAs'>;

/** Numbers of something that its unit names well enough. */
export function countedIn(one: string, other: string, zh: string): Counted {
  return { readAs: { kind: 'unit', en: { one, other }, zh } };
}

/** Amounts in minor units of a currency that has hundredths. */
export function moneyIn(code: string, en = 'spend', zh = '消费额'): Required<MetricWording> {
  return { name: { en, zh }, readAs: { kind: 'money', currency: { code, minorUnit: 2 } } };
}

/** Whole years of something. */
export function yearsOf(en: string, zh: string): Required<MetricWording> {
  return { name: { en, zh }, ...countedIn('year', 'years', '年') };
}

export const NIGHTS: Counted = /* @__PURE__ */ countedIn('night', 'nights', '晚');
export const STAYS: Counted = /* @__PURE__ */ countedIn('stay', 'stays', '次入住');
export const BASE_POINTS: Counted = /* @__PURE__ */ countedIn('base point', 'base points', '基本积分');
export const POINTS: Counted = /* @__PURE__ */ countedIn('point', 'points', '积分');
