/** The sentences of an explanation. */
import type { Bilingual, Statement, StatementValue } from '../foundation/statement.js';
import type { DimensionExplanation, GradeExplanation, SegmentExplanation } from './explanation.js';
import type { FittedRfm } from './fitted.js';
import type { RfmDimension, RfmModel } from './model.js';
import type { ScoredCustomer, UnscoredCustomer } from './score.js';
import type { PurchaseSummary } from './summary.js';
import { BASIS_NAMES, DIMENSION_NAMES } from './words.js';

/** "Frequency: 5 orders, score 4 of 5 (4 or more, below 6); score 5 from 6: 1 more." */
export function stateDimension(one: DimensionExplanation, fitted: FittedRfm): Statement {
  const { dimension, value, band, score, of } = one;
  const write = (edge: number): StatementValue => figure(fitted, dimension, edge);
  const range = rangeWords(one);
  const next = nextWords(one);
  return {
    en: `{dimension}: {value} {unit}, score {score} of {of}${range.en}${next.en}.`,
    zh: `{dimension}：{value}{unit}，得 {score} 分（满分 {of}）${range.zh}${next.zh}。`,
    values: {
      dimension: DIMENSION_NAMES[dimension],
      value: write(value),
      unit: unitOf(fitted.model, dimension, value),
      score,
      of,
      ...(band.from === undefined ? {} : { from: write(band.from) }),
      ...(band.to === undefined ? {} : { to: write(band.to) }),
      ...(band.next === undefined
        ? {}
        : { better: band.next.score, at: write(band.next.at), distance: write(band.next.distance) }),
    },
  };
}

function rangeWords({ band }: DimensionExplanation): Bilingual {
  const en = [
    ...(band.from === undefined ? [] : [band.includes.from ? '{from} or more' : 'more than {from}']),
    ...(band.to === undefined ? [] : [band.includes.to ? 'up to {to}' : 'below {to}']),
  ];
  const zh = [
    ...(band.from === undefined ? [] : [band.includes.from ? '不少于 {from}' : '多于 {from}']),
    ...(band.to === undefined ? [] : [band.includes.to ? '不超过 {to}' : '少于 {to}']),
  ];
  if (en.length === 0) return { en: '', zh: '' };
  const ties =
    band.by === 'rank' ? { en: ', ties by customer id', zh: '，同值按顾客编号排序' } : { en: '', zh: '' };
  return { en: ` (${en.join(', ')}${ties.en})`, zh: `（${zh.join('，')}${ties.zh}）` };
}

function nextWords({ band, dimension }: DimensionExplanation): Bilingual {
  if (band.next === undefined) return { en: ', the best', zh: '，为最高分' };
  const { included, distance } = band.next;
  const recency = dimension === 'recency';
  if (included) {
    return recency
      ? {
          en: '; score {better} at {at} or less: {distance} less',
          zh: '；不超过 {at} 得 {better} 分，还差 {distance}',
        }
      : {
          en: '; score {better} from {at}: {distance} more',
          zh: '；达到 {at} 得 {better} 分，还差 {distance}',
        };
  }
  // A value on the very edge is no distance away from it.
  const far = distance > 0;
  return recency
    ? {
        en: `; score {better} below {at}${far ? ': over {distance} less' : ''}`,
        zh: `；少于 {at} 得 {better} 分${far ? '，须再少 {distance} 以上' : ''}`,
      }
    : {
        en: `; score {better} above {at}${far ? ': over {distance} more' : ''}`,
        zh: `；超过 {at} 得 {better} 分${far ? '，须再多 {distance} 以上' : ''}`,
      };
}

function figure(fitted: FittedRfm, dimension: RfmDimension, value: number): StatementValue {
  const currency = fitted.fittedOn?.currency ?? fitted.model.currency;
  if (dimension !== 'monetary' || currency === undefined) return value;
  return { minor: value, minorUnit: currency.minorUnit, currency: currency.code };
}

function unitOf(model: RfmModel, dimension: RfmDimension, value: number): Bilingual {
  const one = value === 1;
  switch (dimension) {
    case 'recency':
      if (model.recency.unit === 'days') return { en: one ? 'day ago' : 'days ago', zh: ' 天前' };
      return { en: one ? 'month ago' : 'months ago', zh: ' 个月前' };
    case 'frequency':
      if (model.frequency.counts === 'orders') return { en: one ? 'order' : 'orders', zh: ' 单' };
      return { en: one ? 'purchase day' : 'purchase days', zh: ' 个购买日' };
    case 'monetary':
      return { en: BASIS_NAMES[model.monetary.basis].en, zh: `(${BASIS_NAMES[model.monetary.basis].zh})` };
  }
}

/** "Grade Silver: 24 points (from 17); 2 more for Gold." */
export function stateGrade(one: GradeExplanation, { model }: FittedRfm, score: ScoredCustomer): Statement {
  const { r, f, m } = model.weights;
  const sum = `${r}×${score.r} + ${f}×${score.f} + ${m}×${score.m} = {weighted}`;
  const name = (grade: string): StatementValue =>
    model.grades?.bands.find((band) => band.grade === grade)?.name ?? grade;
  return {
    en: `Grade {grade}: ${sum} points ({from} or more)${one.next === undefined ? ', the highest.' : '; {missing} more for {next}.'}`,
    zh: `级别 {grade}：${sum} 分（不少于 {from}）${one.next === undefined ? '，为最高级别。' : '；距 {next} 还差 {missing} 分。'}`,
    values: {
      grade: name(one.grade),
      weighted: one.weighted,
      from: one.from,
      ...(one.next === undefined ? {} : { missing: one.next.missing, next: name(one.next.grade) }),
    },
  };
}

/** "Segment Champions: code 555, rule 1 of 11 of the map …" */
export function stateSegment(
  one: SegmentExplanation,
  { model }: FittedRfm,
  score: ScoredCustomer,
): Statement {
  const map = model.segments;
  const rule = one.rule === null ? undefined : map?.rules[one.rule];
  const doubt = one.unverified
    ? { en: ' (this rule has no primary source)', zh: '（该规则无一手来源）' }
    : { en: '', zh: '' };
  return {
    en:
      rule === undefined
        ? 'Segment {segment}: no rule of the map "{map}" names code {code}.'
        : `Segment {segment}: code {code}, rule {rule} of the map "{map}"${doubt.en}.`,
    zh:
      rule === undefined
        ? '分群 {segment}：映射“{map}”没有规则对应代码 {code}。'
        : `分群 {segment}：代码 {code}，依据映射“{map}”的第 {rule} 条规则${doubt.zh}。`,
    values: {
      segment: rule?.name ?? map?.otherwise.name ?? one.segment,
      code: score.code,
      map: map?.name ?? '',
      ...(one.rule === null ? {} : { rule: one.rule + 1 }),
    },
  };
}

/** Why there is no score. */
export function stateUnscored(one: UnscoredCustomer, fitted: FittedRfm, summary: PurchaseSummary): Statement {
  const dimension = one.dimension === undefined ? {} : { dimension: DIMENSION_NAMES[one.dimension] };
  switch (one.because) {
    case 'neverOrdered':
      return { en: 'No score: never ordered.', zh: '不评分：从未下单。', values: {} };
    case 'lapsed':
      return {
        en: 'No score: the last order was {days} days ago, before the period that counts.',
        zh: '不评分：最近一次下单在 {days} 天前，早于评价期间。',
        values: { days: summary.kind === 'neverOrdered' ? 0 : summary.recencyDays },
      };
    case 'outsideScale':
      return {
        en: 'No score: {dimension} lies outside the scale of "{model}".',
        zh: '不评分：{dimension}超出“{model}”的量表范围。',
        values: { ...dimension, model: fitted.model.name },
      };
    case 'betweenBands':
      return {
        en: 'No score: {dimension} falls between two printed bands of "{model}".',
        zh: '不评分：{dimension}落在“{model}”两个印刷区间之间的空隙。',
        values: { ...dimension, model: fitted.model.name },
      };
    case 'emptyCell':
      return {
        en: 'No score: {dimension} has no cuts here, because no customer had these scores when "{model}" was fitted.',
        zh: '不评分：拟合“{model}”时没有顾客具有这些分数，{dimension}在此没有分界点。',
        values: { ...dimension, model: fitted.model.name },
      };
  }
}
