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
    ...checkDimension(fitted, 'recency', 1),
    ...checkDimension(fitted, 'frequency', nested ? rs : 1),
    ...checkDimension(fitted, 'monetary', nested ? rs * fs : 1),
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
      if (one !== null) return checkScale(one, scale, bins, path);
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
  return scale.kind === 'quantiles' && scale.ties === 'together' && scale.emptyBins === 'renumber';
}

/** Ranks where the model ranks, else as many cuts as its scores need: the model's own where it has fixed bands. */
function checkScale(
  one: FittedScale,
  scale: RfmScale,
  bins: number,
  path: Problem['path'],
): readonly Problem[] {
  const kind = scale.kind === 'quantiles' && scale.ties === 'byRank' ? 'ranks' : 'cuts';
  if (one.kind !== kind) return [otherModel([...path, 'kind'], { kind: 'equal', to: kind }, one.kind)];
  const sizes = one.kind === 'ranks' ? bins : one.cuts.length + 1;
  return [
    ...(one.kind === 'ranks'
      ? checkBoundaries(one.boundaries, bins, path)
      : checkCuts(one.cuts, scale, bins, path)),
    ...(one.sizes.length === sizes
      ? []
      : [otherModel([...path, 'sizes', 'length'], { kind: 'equal', to: sizes }, one.sizes.length)]),
  ];
}

function checkBoundaries(
  boundaries: readonly RankBoundary[],
  bins: number,
  path: Problem['path'],
): readonly Problem[] {
  const max = bins - 1;
  if (boundaries.length <= max) return [];
  return [otherModel([...path, 'boundaries', 'length'], { kind: 'range', max }, boundaries.length)];
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
