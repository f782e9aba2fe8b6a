/** Sentences for the explanation of a tier. */
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { TierEvaluation } from '../evaluate/evaluation.js';
import type { CriterionExplanation, JoinExplanation, ThresholdExplanation } from './explain-criterion.js';
import type { ExplainedTier } from './explanation.js';
import { type Metrics, NOTHING, putInto, spoken, type Values } from './metric-words.js';

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
export function stateTier(
  { name, criterion }: ExplainedTier,
  kind: 'tier' | 'lifetime',
  metrics: Metrics,
): Statement {
  const values: Values = { tier: name };
  const words = wordsOf(criterion, values, metrics);
  const forLife = kind === 'lifetime' ? { en: ' for life', zh: '（终身）' } : { en: '', zh: '' };
  return {
    en: `{tier}${forLife.en}: ${words.en}.`,
    zh: `{tier}${forLife.zh}：${words.zh}。`,
    values,
  };
}

/** What is said of a threshold after its figures: over what time it was measured. */
type SpanWords = (one: ThresholdExplanation, values: Values) => Bilingual;

/** Puts the figures of a criterion into `values`, and gives the templates that show them. */
export function wordsOf(
  criterion: CriterionExplanation,
  values: Values,
  metrics: Metrics,
  spanWords: SpanWords = () => NOTHING,
): Bilingual {
  if (criterion.kind === 'threshold') {
    const found = thresholdWords(criterion, values, metrics);
    const span = spanWords(criterion, values);
    return { en: found.en + span.en, zh: found.zh + span.zh };
  }
  const parts = criterion.of.map((part) => {
    const words = wordsOf(part, values, metrics, spanWords);
    return part.kind === 'threshold' ? words : { en: `(${words.en})`, zh: `（${words.zh}）` };
  });
  const join = joinWords(criterion);
  return {
    en: `${join.en}: ${parts.map(({ en }) => en).join('; ')}`,
    zh: `${join.zh}：${parts.map(({ zh }) => zh).join('；')}`,
  };
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

/** "spend 420 of 500, 80 short", "18 of 25 nights, 7 short", "spend not known, at least 500 needed". */
export function thresholdWords(one: ThresholdExplanation, values: Values, metrics: Metrics): Bilingual {
  const { called, lead, figure, unit } = spoken(metrics, one.metric, putInto(values));
  const asked = figure('threshold', one.threshold);
  const ofWhat = unit(one.threshold);
  const asks = ASKS[one.comparison];
  const needed = { en: `${asks.en} ${asked}${ofWhat.en} needed`, zh: `须${asks.zh} ${asked}${ofWhat.zh}` };
  if (one.value === null || one.holds === 'unknown') {
    const wrong = one.value === null ? '' : ` ${figure('value', one.value)}`;
    return {
      en: `${called()}${wrong} not known, ${needed.en}`,
      zh: `${called()}${wrong} 未知，${needed.zh}`,
    };
  }
  const value = figure('value', one.value);
  const done = HOLDS[one.holds];
  if (one.comparison !== 'atLeast') {
    const counted = unit(one.value);
    return {
      en: `${lead.en}${value}${counted.en}, ${needed.en}, ${done.en}`,
      zh: `${lead.zh}${value}${counted.zh}，${needed.zh}，${done.zh}`,
    };
  }
  const reached = {
    en: `${lead.en}${value} of ${asked}${ofWhat.en}`,
    zh: `${lead.zh}${value} / ${asked}${ofWhat.zh}`,
  };
  if (one.holds === 'yes') return { en: `${reached.en}, ${done.en}`, zh: `${reached.zh}，${done.zh}` };
  const gap = one.gap ?? 0;
  const short = figure('gap', gap);
  return { en: `${reached.en}, ${short} short`, zh: `${reached.zh}，还差 ${short}${unit(gap).zh}` };
}

const ASKS = {
  atLeast: { en: 'at least', zh: '不少于' },
  moreThan: { en: 'more than', zh: '大于' },
  atMost: { en: 'at most', zh: '不超过' },
  lessThan: { en: 'less than', zh: '小于' },
  is: { en: 'exactly', zh: '为' },
} as const;
