/** What fitting has to say: bins that stayed empty, values off the scale, a shop smaller than the scheme asks for. */
import type { FittedDimension, RfmNotice } from './fitted.js';
import type { RfmDimension, RfmModel } from './model.js';
import { scoresOf } from './weighted.js';
import { DIMENSION_NAMES } from './words.js';

/** All notices of a fit over `customers` customers; none about sizes where there were no data. */
export function noticesOf(
  model: RfmModel,
  fitted: Readonly<Record<RfmDimension, FittedDimension>>,
  customers: number,
  between: ((dimension: RfmDimension) => number) | undefined,
): readonly RfmNotice[] {
  if (between === undefined) return [];
  const dimensions = ['recency', 'frequency', 'monetary'] as const;
  return [
    ...tooFew(model, customers),
    ...dimensions.flatMap((dimension) => [
      ...emptyBins(dimension, fitted[dimension]),
      ...renumbered(model, dimension, fitted[dimension]),
      ...offScale(dimension, fitted[dimension], customers, between),
    ]),
  ];
}

function tooFew({ moreCustomersThan }: RfmModel, customers: number): readonly RfmNotice[] {
  if (moreCustomersThan === undefined || customers > moreCustomersThan) return [];
  return [
    {
      code: 'tooFewCustomers',
      en: 'The scheme is meant for shops with more than {least} ordering customers; this one has {customers}. Scores are not changed.',
      zh: '该方案适用于下单顾客超过 {least} 人的商店；本店为 {customers} 人。分数不受影响。',
      values: { least: moreCustomersThan, customers },
    },
  ];
}

function emptyBins(dimension: RfmDimension, { scales }: FittedDimension): readonly RfmNotice[] {
  const name = DIMENSION_NAMES[dimension];
  const cells = scales.filter((scale) => scale === null).length;
  const empty = scales.flatMap((scale, cell) => {
    const scores = (scale?.sizes ?? []).flatMap((size, i) => (size === 0 ? [i + 1] : []));
    return scores.length === 0 ? [] : [{ cell, scores, sizes: scale?.sizes ?? [] }];
  });
  const [first] = empty;
  return [
    ...(first === undefined
      ? []
      : [
          {
            code: 'emptyBin' as const,
            dimension,
            en:
              scales.length === 1
                ? '{dimension}: no customer has score {scores}; sizes from score 1 up: {sizes}.'
                : '{dimension}: scores stay empty in {cells} of its {all} cells; in the first of them {scores}, sizes {sizes}.',
            zh:
              scales.length === 1
                ? '{dimension}：没有顾客得 {scores} 分；自 1 分起各组人数：{sizes}。'
                : '{dimension}：{all} 个组合中有 {cells} 个存在空的分数；其中第一个为 {scores} 分，各组人数：{sizes}。',
            values: {
              dimension: name,
              scores: first.scores.join(', '),
              sizes: first.sizes.join(', '),
              cells: empty.length,
              all: scales.length,
            },
          },
        ]),
    ...(cells === 0
      ? []
      : [
          {
            code: 'emptyCell' as const,
            dimension,
            en: '{dimension}: {cells} of {all} cells had no customer to find cuts in; a customer who lands there later stays unscored.',
            zh: '{dimension}：{all} 个组合中有 {cells} 个没有可用于求分界点的顾客；以后落入其中的顾客不予评分。',
            values: { dimension: name, cells, all: scales.length },
          },
        ]),
  ];
}

function renumbered(
  model: RfmModel,
  dimension: RfmDimension,
  { bins, scales }: FittedDimension,
): readonly RfmNotice[] {
  const asked = scoresOf(model[dimension].scale);
  const name = DIMENSION_NAMES[dimension];
  if (scales.length === 1) {
    if (bins === asked) return [];
    return [
      {
        code: 'renumbered',
        dimension,
        en: '{dimension}: edges that coincide were dropped, which leaves {bins} of {asked} bins, numbered from 1; the best score is {bins}.',
        zh: '{dimension}：重复的边界已去掉，{asked} 组只剩 {bins} 组，并从 1 编号，因此最高分为 {bins}。',
        values: { dimension: name, bins, asked },
      },
    ];
  }
  const fewer = scales.flatMap((one) => (one !== null && one.sizes.length < asked ? [one.sizes.length] : []));
  if (fewer.length === 0) return [];
  return [
    {
      code: 'renumbered',
      dimension,
      en: '{dimension}: edges that coincide were dropped in {cells} of {all} cells, which have fewer than {asked} scores, numbered from 1; the fewest is {fewest}.',
      zh: '{dimension}：{all} 个组合中有 {cells} 个去掉了重复的边界，不足 {asked} 个分数，并从 1 编号；最少的为 {fewest} 个。',
      values: { dimension: name, cells: fewer.length, all: scales.length, asked, fewest: Math.min(...fewer) },
    },
  ];
}

function offScale(
  dimension: RfmDimension,
  { scales }: FittedDimension,
  customers: number,
  between: (dimension: RfmDimension) => number,
): readonly RfmNotice[] {
  const [only] = scales;
  if (only === undefined || only === null || scales.length > 1) return [];
  const missing = customers - only.sizes.reduce((sum, size) => sum + size, 0);
  if (missing === 0) return [];
  const holes = between(dimension);
  const name = DIMENSION_NAMES[dimension];
  const outside: RfmNotice = {
    code: 'outsideScale',
    dimension,
    en: '{dimension}: {missing} of {customers} customers lie outside the scale and stay unscored.',
    zh: '{dimension}：{customers} 名顾客中有 {missing} 名在评分标准之外，不予评分。',
    values: { dimension: name, missing: missing - holes, customers },
  };
  const inHoles: RfmNotice = {
    code: 'betweenBands',
    dimension,
    en: '{dimension}: {missing} of {customers} customers fall between two printed bands and stay unscored.',
    zh: '{dimension}：{customers} 名顾客中有 {missing} 名落在表中相邻两档之间的空档，不予评分。',
    values: { dimension: name, missing: holes, customers },
  };
  return [...(missing > holes ? [outside] : []), ...(holes > 0 ? [inHoles] : [])];
}
