/** The sentences of an explanation. */
import type { Bilingual, Statement, StatementValue } from '../foundation/statement.js';
import type { DimensionExplanation, GradeExplanation, SegmentExplanation } from './explanation.js';
import { figuresOf, plainUnitOf, unitOf } from './figures.js';
import type { FittedRfm } from './fitted.js';
import type { ScoredCustomer } from './score.js';
import { DIMENSION_NAMES } from './words.js';

/** "Frequency: 5 orders, score 4 of 5 (4 or more, below 6); score 5 from 6 orders: 1 more order." */
export function stateDimension(one: DimensionExplanation, fitted: FittedRfm): Statement {
  const { model } = fitted;
  const { dimension, value, band, score, of } = one;
  const { next } = band;
  const { write, writeDistance } = figuresOf(fitted, dimension, [value, band.from, band.to, next?.at]);
  const range = rangeWords(one);
  const step = nextWords(one);
  return {
    en: `{dimension}: {value}{unit}, score {score} of {of}${range.en}${step.en}.`,
    zh: `{dimension}：{value}{unit}，得 {score} 分（满分 {of}）${range.zh}${step.zh}。`,
    values: {
      dimension: DIMENSION_NAMES[dimension],
      value: write(value),
      unit: unitOf(model, dimension, value),
      score,
      of,
      ...(band.from === undefined ? {} : { from: write(band.from) }),
      ...(band.to === undefined ? {} : { to: write(band.to) }),
      ...(next === undefined
        ? {}
        : {
            better: next.score,
            at: write(next.at),
            atUnit: plainUnitOf(model, dimension, next.at),
            distance: writeDistance(next.distance),
            distanceUnit: plainUnitOf(model, dimension, next.distance),
          }),
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

function nextWords({ band, dimension, score, of }: DimensionExplanation): Bilingual {
  if (band.next === undefined) {
    if (score === of) return { en: ', the best', zh: '，为最高分' };
    return { en: '; no higher score here', zh: '；此处没有更高的分数' };
  }
  const { included, distance } = band.next;
  // A value on the very edge is no distance away from it.
  const far = distance > 0;
  if (dimension === 'recency') {
    const less = far
      ? { en: ' ({distance}{distanceUnit} less)', zh: '（还须少 {distance}{distanceUnit}）' }
      : { en: '', zh: '' };
    return {
      en: `; score {better} when ${included ? 'at most' : 'less than'} {at}{atUnit} ago${less.en}, which takes a new order`,
      zh: `；${included ? '{at}{atUnit}以内' : '不到 {at}{atUnit}'}得 {better} 分${less.zh}，须有新订单`,
    };
  }
  if (included) {
    const money = dimension === 'monetary';
    return {
      en: `; score {better} from {at}{atUnit}: {distance}${money ? ' more' : ' more{distanceUnit}'}`,
      zh: `；达到 {at}${money ? ' ' : '{atUnit}'}得 {better} 分，还差 {distance}{distanceUnit}`,
    };
  }
  return {
    en: `; score {better} above {at}${far ? ': over {distance} more' : ''}`,
    zh: `；超过 {at} 得 {better} 分${far ? '，须再多 {distance} 以上' : ''}`,
  };
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
