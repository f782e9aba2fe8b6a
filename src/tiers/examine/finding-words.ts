/** What findings say of tiers, criteria, values and windows. */
import { describe } from '../../foundation/describe.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { windowKey } from '../evaluate/metric-values.js';
import { NOTHING, putInto, spoken, type Values } from '../explain/metric-words.js';
import type { AttributeValue } from '../metric.js';
import type { Tier, TierPolicy } from '../model.js';
import type { QualificationWindow } from '../periods.js';
import type { Assumed } from './find-values.js';
import type { MetricExample } from './policy-finding.js';

const WINDOWS: Readonly<Record<QualificationWindow['kind'], Bilingual>> = {
  calendar: { en: 'calendar period', zh: '日历周期' },
  membershipYear: { en: 'membership year', zh: '会员年度' },
  rollingDays: { en: 'rolling days', zh: '滚动天数' },
  rollingMonths: { en: 'rolling months', zh: '滚动月数' },
  wholeMonths: { en: 'whole months', zh: '整月' },
  sinceTierStart: { en: 'since the term began', zh: '本期以来' },
  sinceLastChange: { en: 'since the last change of tier', zh: '上次等级变动以来' },
  sinceGrant: { en: 'since the grant', zh: '授予以来' },
  lifetime: { en: 'lifetime', zh: '终身' },
  balance: { en: 'balance', zh: '余额' },
  fixed: { en: 'fixed period', zh: '固定期间' },
};

/** A window in two words. */
export function windowWords(window: QualificationWindow): Bilingual {
  return WINDOWS[window.kind];
}

/** "30 nights, spend 500", with the window where it is not the policy's. */
export function valueWords(policy: TierPolicy, { axes, values }: Assumed): Bilingual {
  const shown = axes.map(({ key, metric, window }): Statement => {
    const value = values.get(key);
    const own = window === undefined || windowKey(window) === windowKey(policy.window);
    const said = own ? NOTHING : bracketed(WINDOWS[window.kind]);
    const into: Values = {};
    const { called, lead, figure, unit } = spoken(policy.metrics, metric, putInto(into));
    if (value === undefined)
      return { en: `${called()}${said.en} not known`, zh: `${called()}${said.zh} 未知`, values: into };
    const number = figure('value', value);
    const counted = unit(value);
    return {
      en: `${lead.en}${number}${counted.en}${said.en}`,
      zh: `${lead.zh}${number}${counted.zh}${said.zh}`,
      values: into,
    };
  });
  if (shown.length === 0) return { en: 'any values', zh: '任意数值' };
  return {
    en: shown.map((one) => describe(one, 'en')).join(', '),
    zh: shown.map((one) => describe(one, 'zh')).join('、'),
  };
}

function bracketed({ en, zh }: Bilingual): Bilingual {
  return { en: ` (${en})`, zh: `（${zh}）` };
}

/** The same as data: values over the policy's window, and over others. */
export function exampleOf(policy: TierPolicy, { axes, values }: Assumed, gives: Tier): MetricExample {
  const own: Record<string, AttributeValue> = {};
  const over = new Map<string, { window: QualificationWindow; values: Record<string, AttributeValue> }>();
  const plain = windowKey(policy.window);
  for (const { key, metric, window } of axes) {
    const value = values.get(key);
    if (value === undefined) continue;
    if (window === undefined || windowKey(window) === plain) {
      own[metric] = value;
      continue;
    }
    const other = over.get(windowKey(window)) ?? { window, values: {} };
    other.values[metric] = value;
    over.set(windowKey(window), other);
  }
  return { kind: 'metrics', values: own, over: [...over.values()], gives: gives.tier };
}
