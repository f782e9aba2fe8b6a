/** What a stored fitted model of the right shape can still get wrong: scales that do not fit the model they claim. */
import { isZone } from '../foundation/civil.js';
import { type Expectation, type Problem, show } from '../foundation/problem.js';
import { checkModel } from './check-model.js';
import type { FittedDimension, FittedRfm, FittedScale, RankBoundary } from './fitted.js';
import type { RfmDimension, RfmScale } from './model.js';
import { scoresOf } from './weighted.js';

/** All problems of a fitted model; none means that it can score. */
export function checkFitted(fitted: FittedRfm): readonly Problem[] {
  const { model } = fitted;
  const nested = model.binning === 'nested';
  const rs = fitted.recency.bins;
  const fs = fitted.frequency.bins;
  return [
    ...checkModel(model).map((one) => ({ ...one, path: ['model', ...one.path] })),
    ...(fitted.fittedOn === undefined || isZone(fitted.fittedOn.zone)
      ? []
      : [
          {
            code: 'unknownZone',
            path: ['fittedOn', 'zone'],
            expected: { kind: 'zone' } as const,
            found: show(fitted.fittedOn.zone),
          },
        ]),
    ...checkBasis(fitted),
    ...checkDimension(fitted, 'recency', 1),
    ...checkDimension(fitted, 'frequency', nested ? rs : 1),
    ...checkDimension(fitted, 'monetary', nested ? rs * fs : 1),
  ];
}

/** What the cuts were found in: there where they had to be found, in the model's currency, and not too few. */
function checkBasis({ model, fittedOn, recency, frequency, monetary }: FittedRfm): readonly Problem[] {
  const { currency } = model;
  const scales = [model.recency.scale, model.frequency.scale, model.monetary.scale];
  if (fittedOn === undefined) {
    if (scales.every(({ kind }) => kind === 'bands')) return [];
    return [{ code: 'missing', path: ['fittedOn'], expected: { kind: 'present' }, found: show(undefined) }];
  }
  const same =
    currency === undefined ||
    (currency.code === fittedOn.currency.code && currency.minorUnit === fittedOn.currency.minorUnit);
  const counted = Object.entries({ recency, frequency, monetary }).flatMap(([dimension, one]) => {
    const sum = one.scales.flatMap((scale) => scale?.sizes ?? []).reduce((all, size) => all + size, 0);
    return sum <= fittedOn.customers
      ? []
      : [otherModel([dimension, 'scales'], { kind: 'range', max: fittedOn.customers }, sum)];
  });
  const expected = {
    kind: 'sameAs',
    as: { en: 'the currency of the model', zh: '模型的货币' },
    value: currency?.code ?? '',
  } as const;
  return [
    ...(same ? [] : [otherModel(['fittedOn', 'currency'], expected, fittedOn.currency.code)]),
    ...counted,
  ];
}

function checkDimension(fitted: FittedRfm, dimension: RfmDimension, cells: number): readonly Problem[] {
  const { scale } = fitted.model[dimension];
  const { bins, scales }: FittedDimension = fitted[dimension];
  const most = scoresOf(scale);
  const binsFit = mayShrink(scale) ? bins <= most : bins === most;
  return [
    ...(binsFit ? [] : [otherModel([dimension, 'bins'], { kind: 'equal', to: most }, bins)]),
    ...(scales.length === cells
      ? []
      : [otherModel([dimension, 'scales', 'length'], { kind: 'equal', to: cells }, scales.length)]),
    ...scales.flatMap((one, i) => {
      const path = [dimension, 'scales', i];
      if (one !== null) return checkScale(one, scale, bins, path, dimension);
      // Only a cell of a nested model may have been empty, and the first dimension has one cell only.
      const mayBeEmpty = fitted.model.binning === 'nested' && dimension !== 'recency';
      return mayBeEmpty ? [] : [otherModel(path, { kind: 'type', type: 'object' }, one)];
    }),
  ];
}

function otherModel(path: Problem['path'], expected: Expectation, found: unknown): Problem {
  return { code: 'otherModel', path, expected, found: show(found) };
}

function mayShrink(scale: RfmScale): boolean {
  return scale.kind === 'quantiles' && scale.ties === 'together' && scale.emptyBins === 'dropRepeated';
}

/** Ranks where the model ranks, else as many cuts as its scores need: the model's own where it has fixed bands. */
function checkScale(
  one: FittedScale,
  scale: RfmScale,
  bins: number,
  path: Problem['path'],
  dimension: RfmDimension,
): readonly Problem[] {
  const kind = scale.kind === 'quantiles' && scale.ties === 'byRank' ? 'ranks' : 'cuts';
  if (one.kind !== kind) return [otherModel([...path, 'kind'], { kind: 'equal', to: kind }, one.kind)];
  const sizes = one.kind === 'ranks' ? bins : one.cuts.length + 1;
  return [
    ...(one.kind === 'ranks'
      ? checkBoundaries(one.boundaries, bins, path, dimension)
      : [...checkCuts(one.cuts, scale, bins, path), ...checkSides(one, scale, path)]),
    ...(one.sizes.length === sizes
      ? []
      : [otherModel([...path, 'sizes', 'length'], { kind: 'equal', to: sizes }, one.sizes.length)]),
  ];
}

function checkBoundaries(
  boundaries: readonly RankBoundary[],
  bins: number,
  path: Problem['path'],
  dimension: RfmDimension,
): readonly Problem[] {
  const max = bins - 1;
  if (boundaries.length > max) {
    return [otherModel([...path, 'boundaries', 'length'], { kind: 'range', max }, boundaries.length)];
  }
  const better = dimension === 'recency' ? -1 : 1;
  const wrong = boundaries.findIndex((one, i) => {
    const worse = boundaries[i - 1];
    if (worse === undefined) return false;
    return one.value === worse.value ? one.id <= worse.id : (one.value - worse.value) * better < 0;
  });
  if (wrong >= 0) {
    const type = { en: 'boundary better than the one before', zh: '优于前一个的分界' };
    return [
      {
        code: 'notAscending',
        path: [...path, 'boundaries', wrong],
        expected: { kind: 'type', type },
        found: show(boundaries[wrong]?.value),
      },
    ];
  }
  return [];
}

/** The closed side and the limits are the model's: nothing is found in the data but cuts. */
function checkSides(
  one: Extract<FittedScale, { kind: 'cuts' }>,
  scale: RfmScale,
  path: Problem['path'],
): readonly Problem[] {
  if (scale.kind === 'quantiles' && scale.ties === 'byRank') return [];
  const own: Partial<Pick<typeof one, 'closed' | 'min' | 'max' | 'printedUnit'>> = scale;
  return (['closed', 'min', 'max', 'printedUnit'] as const).flatMap((key) =>
    own[key] === one[key]
      ? []
      : [
          otherModel(
            [...path, key],
            { kind: 'sameAs', as: { en: 'the model', zh: '模型' }, value: String(own[key] ?? '-') },
            one[key],
          ),
        ],
  );
}

function checkCuts(
  cuts: readonly number[],
  scale: RfmScale,
  bins: number,
  path: Problem['path'],
): readonly Problem[] {
  if (scale.kind === 'bands') {
    const same = cuts.length === scale.cuts.length && cuts.every((cut, i) => cut === scale.cuts[i]);
    const expected = {
      kind: 'sameAs',
      as: { en: 'the cuts of the model', zh: '模型的分界点' },
      value: scale.cuts.join(', '),
    } as const;
    return same ? [] : [otherModel([...path, 'cuts'], expected, cuts.join(', '))];
  }
  const fits = mayShrink(scale) ? cuts.length <= bins - 1 : cuts.length === bins - 1;
  const ascending = cuts.every((cut, i) => i === 0 || cut >= (cuts[i - 1] ?? cut));
  return [
    ...(fits
      ? []
      : [
          otherModel(
            [...path, 'cuts', 'length'],
            mayShrink(scale) ? { kind: 'range', max: bins - 1 } : { kind: 'equal', to: bins - 1 },
            cuts.length,
          ),
        ]),
    ...(ascending
      ? []
      : [
          {
            code: 'notAscending',
            path: [...path, 'cuts'],
            expected: { kind: 'ascending' } as const,
            found: show(cuts.join(', ')),
          },
        ]),
  ];
}
