/** What a stored fitted model of the right shape can still get wrong: scales that do not fit the model they claim. */
import { isZone } from '../foundation/civil.js';
import { type Problem, show } from '../foundation/problem.js';
import { checkModel } from './check-model.js';
import type { FittedDimension, FittedRfm, FittedScale } from './fitted.js';
import type { RfmDimension } from './model.js';
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
  const found: FittedDimension = fitted[dimension];
  const mayShrink = scale.kind === 'quantiles' && scale.ties === 'together' && scale.emptyBins === 'renumber';
  const bins = scoresOf(scale);
  const binsFit = mayShrink ? found.bins <= bins : found.bins === bins;
  return [
    ...(binsFit
      ? []
      : [
          {
            code: 'otherModel',
            path: [dimension, 'bins'],
            expected: { kind: 'equal', to: bins } as const,
            found: show(found.bins),
          },
        ]),
    ...(found.scales.length === cells
      ? []
      : [
          {
            code: 'otherModel',
            path: [dimension, 'scales', 'length'],
            expected: { kind: 'equal', to: cells } as const,
            found: show(found.scales.length),
          },
        ]),
    ...found.scales.flatMap((one, i) =>
      one === null ? [] : checkScale(one, found.bins, [dimension, 'scales', i]),
    ),
  ];
}

function checkScale(scale: FittedScale, bins: number, path: Problem['path']): readonly Problem[] {
  const marks = scale.kind === 'cuts' ? scale.cuts.length : scale.boundaries.length;
  const tooMany = marks > bins - 1;
  const ascending =
    scale.kind === 'ranks' || scale.cuts.every((cut, i) => i === 0 || cut >= (scale.cuts[i - 1] ?? cut));
  return [
    ...(tooMany
      ? [
          {
            code: 'otherModel',
            path: [...path, scale.kind === 'cuts' ? 'cuts' : 'boundaries'],
            expected: { kind: 'range', max: bins - 1 } as const,
            found: `${marks} of them`,
          },
        ]
      : []),
    ...(ascending
      ? []
      : [
          {
            code: 'notAscending',
            path: [...path, 'cuts'],
            expected: { kind: 'ascending' } as const,
            found: show(scale.kind === 'cuts' ? scale.cuts.join(', ') : ''),
          },
        ]),
  ];
}
