/** Sentences for the explanation of a tier. */
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import type { TierEvaluation } from '../evaluate/evaluation.js';
import type { CriterionExplanation, JoinExplanation, ThresholdExplanation } from './explain-criterion.js';
import type { ExplainedTier } from './explanation.js';

/** "Tier Gold, by version 2026." */
export function stateTierGiven(name: Bilingual, { version, unknown }: TierEvaluation): Statement {
  const open = unknown.some(({ criterion }) => criterion === 'tier');
  return {
    en: `Tier {tier}, by version {version}${open ? '; it may be a higher one, as not all metrics are known' : ''}.`,
    zh: `等级：{tier}（规则版本 {version}）${open ? '；部分指标未知，实际等级可能更高' : ''}。`,
    values: { tier: name, version },
  };
}

/** "Gold: spend 420 of 500, 80 short." */
export function stateTier({ name, criterion }: ExplainedTier, kind: 'tier' | 'lifetime'): Statement {
  const values: Record<string, StatementValue> = { tier: name };
  const words = wordsOf(criterion, values, true);
  const forLife = kind === 'lifetime' ? { en: ' for life', zh: '（终身）' } : { en: '', zh: '' };
  return {
    en: `{tier}${forLife.en}: ${words.en}.`,
    zh: `{tier}${forLife.zh}：${words.zh}。`,
    values,
  };
}

/** What is said of a threshold after its figures: over what time it was measured. */
type SpanWords = (one: ThresholdExplanation, values: Record<string, StatementValue>) => Bilingual;

const NOTHING: Bilingual = { en: '', zh: '' };

/** Puts the figures of a criterion into `values`, and gives the templates that show them. */
export function wordsOf(
  criterion: CriterionExplanation,
  values: Record<string, StatementValue>,
  outermost: boolean,
  spanWords: SpanWords = () => NOTHING,
): Bilingual {
  if (criterion.kind === 'threshold') {
    const found = thresholdWords(criterion, values);
    const span = spanWords(criterion, values);
    return { en: found.en + span.en, zh: found.zh + span.zh };
  }
  const parts = criterion.of.map((part) => wordsOf(part, values, false, spanWords));
  const en = `${joinWords(criterion).en}: ${parts.map((part) => part.en).join('; ')}`;
  const zh = `${joinWords(criterion).zh}：${parts.map((part) => part.zh).join('；')}`;
  return outermost ? { en, zh } : { en: `(${en})`, zh: `（${zh}）` };
}

function joinWords({ kind, holds, needed, met, of }: JoinExplanation): Bilingual {
  const done = HOLDS[holds];
  if (kind === 'allOf') return { en: `${done.en}, all of`, zh: `${done.zh}，须全部满足` };
  if (kind === 'anyOf') return { en: `${done.en}, any of`, zh: `${done.zh}，满足其一即可` };
  return {
    en: `${done.en}, ${met} of ${needed} needed among ${of.length}`,
    zh: `${done.zh}，${of.length} 项中须满足 ${needed} 项，已满足 ${met} 项`,
  };
}

const HOLDS = {
  yes: { en: 'met', zh: '已达到' },
  no: { en: 'not met', zh: '未达到' },
  unknown: { en: 'not known', zh: '尚无法判断' },
} as const;

export function thresholdWords(one: ThresholdExplanation, values: Record<string, StatementValue>): Bilingual {
  const number = Object.keys(values).length;
  const put = (name: string, value: string | number | boolean): string => {
    values[`${name}${number}`] = figure(value);
    return `{${name}${number}}`;
  };
  const metric = put('metric', one.metric);
  const threshold = put('threshold', one.threshold);
  const asks = ASKS[one.comparison];
  if (one.value === null || one.holds === 'unknown') {
    const wrong = one.value === null ? '' : ` ${put('value', one.value)}`;
    return {
      en: `${metric}${wrong} not known, ${asks.en} ${threshold} needed`,
      zh: `${metric}${wrong} 未知，须${asks.zh} ${threshold}`,
    };
  }
  const value = put('value', one.value);
  if (one.comparison === 'atLeast') {
    const gap = one.gap ?? 0;
    if (one.holds === 'yes')
      return {
        en: `${metric} ${value} of ${threshold}, met`,
        zh: `${metric} ${value} / ${threshold}，已达到`,
      };
    const short = put('gap', gap);
    return {
      en: `${metric} ${value} of ${threshold}, ${short} short`,
      zh: `${metric} ${value} / ${threshold}，还差 ${short}`,
    };
  }
  const done = HOLDS[one.holds];
  return {
    en: `${metric} ${value}, ${asks.en} ${threshold} needed, ${done.en}`,
    zh: `${metric} ${value}，须${asks.zh} ${threshold}，${done.zh}`,
  };
}

const ASKS = {
  atLeast: { en: 'at least', zh: '不少于' },
  moreThan: { en: 'more than', zh: '大于' },
  atMost: { en: 'at most', zh: '不超过' },
  lessThan: { en: 'less than', zh: '小于' },
  is: { en: 'exactly', zh: '为' },
} as const;

/** Differences of decimals are written without the noise of binary fractions. */
function figure(value: string | number | boolean): StatementValue {
  if (typeof value === 'boolean') return value ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' };
  return typeof value === 'number' ? { number: value, decimals: 9 } : value;
}
