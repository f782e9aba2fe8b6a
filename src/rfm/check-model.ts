/** What a model of the right shape can still get wrong: cuts out of order, grades for other weights, and the like. */
import { parseIsoDay } from '../foundation/civil.js';
import { type Expectation, type Problem, show } from '../foundation/problem.js';
import type { Window } from '../foundation/window.js';
import { checkSegmentRules } from './check-segment-rules.js';
import type { BandScale, GradeScheme, QuantileScale, RfmDimension, RfmModel } from './model.js';
import { scoresOf, weightedScore } from './weighted.js';
import { DIMENSION_NAMES } from './words.js';

type Path = Problem['path'];

/** All problems of a model; none means that it can be fitted. */
export function checkModel(model: RfmModel): readonly Problem[] {
  return [
    ...checkWindow(model.window, ['window']),
    ...DIMENSIONS.flatMap((dimension) => checkDimension(model, dimension)),
    ...checkCurrency(model),
    ...checkWeights(model),
    ...(model.grades === undefined ? [] : checkGrades(model, model.grades)),
    ...checkSegments(model),
  ];
}

const DIMENSIONS: readonly RfmDimension[] = ['recency', 'frequency', 'monetary'];

function problem(code: string, path: Path, expected: Expectation, found: unknown): Problem {
  return { code, path, expected, found: show(found) };
}

/** Problems of a window: no whole length, dates that do not exist, or an end that is not after the start. */
export function checkWindow(window: Window, path: Path): readonly Problem[] {
  const { kind }: { readonly kind: string } = window;
  switch (window.kind) {
    case 'all':
      return [];
    case 'rollingMonths':
      return checkWhole(window.months, 1, 1200, [...path, 'months']);
    case 'rollingDays':
      return checkWhole(window.days, 1, 36_525, [...path, 'days']);
    case 'calendarYear':
      return window.year === undefined ? [] : checkWhole(window.year, 1, 9999, [...path, 'year']);
    case 'fixed':
      return checkDays(window, path);
    default:
      return [problem('notOneOf', [...path, 'kind'], { kind: 'oneOf', values: WINDOWS }, kind)];
  }
}

const WINDOWS = ['all', 'rollingMonths', 'rollingDays', 'calendarYear', 'fixed'] as const;

function checkWhole(value: number, min: number, max: number, path: Path): readonly Problem[] {
  if (Number.isInteger(value) && value >= min && value <= max) return [];
  return [problem('outOfRange', path, { kind: 'range', min, max }, value)];
}

function checkDays(window: Extract<Window, { kind: 'fixed' }>, path: Path): readonly Problem[] {
  const from = parseIsoDay(window.from);
  const until = parseIsoDay(window.until);
  const day: Expectation = {
    kind: 'form',
    form: { en: 'yyyy-MM-dd, a day of the calendar', zh: 'yyyy-MM-dd（日历上存在的日期）' },
  };
  return [
    ...(from === undefined ? [problem('notADate', [...path, 'from'], day, window.from)] : []),
    ...(until === undefined ? [problem('notADate', [...path, 'until'], day, window.until)] : []),
    ...(from !== undefined && until !== undefined && until <= from
      ? [
          problem(
            'outOfRange',
            [...path, 'until'],
            { kind: 'type', type: { en: `day after ${window.from}`, zh: `晚于 ${window.from} 的日期` } },
            window.until,
          ),
        ]
      : []),
  ];
}

function checkDimension(model: RfmModel, dimension: RfmDimension): readonly Problem[] {
  const { scale } = model[dimension];
  const path = [dimension, 'scale'];
  if (scale.kind === 'bands') {
    const nested =
      model.binning === 'nested'
        ? [problem('bandsInNested', [...path, 'kind'], { kind: 'equal', to: 'quantiles' }, scale.kind)]
        : [];
    const numbers = checkNumbers(scale, dimension, path);
    return [...nested, ...(numbers.length > 0 ? numbers : checkBands(scale, path))];
  }
  return [...checkWhole(scale.bins, 2, 10, [...path, 'bins']), ...checkTogether(scale, dimension, path)];
}

/** Repeated edges are dropped among the values themselves, with the smallest one in the first bin. */
function checkTogether(scale: QuantileScale, dimension: RfmDimension, path: Path): readonly Problem[] {
  if (scale.ties === 'byRank') return [];
  const { shift, closed, emptyBins } = scale;
  const drops = emptyBins === 'dropRepeated';
  const whole = dimension !== 'monetary' || Number.isInteger(shift);
  return [
    ...(Number.isFinite(shift) && whole
      ? []
      : [problem('wrongType', [...path, 'shift'], dimension === 'monetary' ? MINOR_UNITS : FINITE, shift)]),
    ...(drops && Number.isFinite(shift) && shift !== 0
      ? [problem('dropsRepeated', [...path, 'shift'], { kind: 'equal', to: 0 }, shift)]
      : []),
    ...(drops && closed === 'lower'
      ? [problem('dropsRepeated', [...path, 'closed'], { kind: 'equal', to: 'upper' }, closed)]
      : []),
  ];
}

const FINITE: Expectation = { kind: 'type', type: 'finite number' };
const MINOR_UNITS: Expectation = {
  kind: 'type',
  type: { en: 'whole number of minor units', zh: '最小货币单位的整数' },
};

/** Every number of a fixed scale is finite; of money, whole minor units. */
function checkNumbers(scale: BandScale, dimension: RfmDimension, path: Path): readonly Problem[] {
  const { cuts, min = 0, max = 0, printedUnit = 1 } = scale;
  const money = dimension === 'monetary';
  const gap = Math.min(...cuts.slice(1).map((cut, i) => cut - (cuts[i] ?? cut)));
  const numbers: readonly (readonly [Path, number])[] = [
    ...cuts.map((cut, i) => [[...path, 'cuts', i], cut] as const),
    [[...path, 'min'], min],
    [[...path, 'max'], max],
    [[...path, 'printedUnit'], printedUnit],
  ];
  const wrong = numbers.flatMap(([at, value]) =>
    (money ? Number.isInteger(value) : Number.isFinite(value))
      ? []
      : [problem('wrongType', at, money ? MINOR_UNITS : FINITE, value)],
  );
  if (wrong.length > 0) return wrong;
  const printed = scale.printedUnit;
  return printed === undefined || (printed > 0 && printed <= gap)
    ? []
    : [problem('outOfRange', [...path, 'printedUnit'], { kind: 'range', min: 0, max: gap }, printed)];
}

function checkBands(scale: BandScale, path: Path): readonly Problem[] {
  const first = scale.cuts[0] ?? 0;
  const last = scale.cuts.at(-1) ?? 0;
  const ascending = scale.cuts.every(
    (cut, i) => cut > (i === 0 ? Number.NEGATIVE_INFINITY : (scale.cuts[i - 1] ?? cut)),
  );
  return [
    ...(ascending
      ? []
      : [problem('notAscending', [...path, 'cuts'], { kind: 'ascending' }, scale.cuts.join(', '))]),
    ...(scale.min !== undefined && scale.min > first
      ? [problem('outOfRange', [...path, 'min'], { kind: 'range', max: first }, scale.min)]
      : []),
    ...(scale.max !== undefined && scale.max < last
      ? [problem('outOfRange', [...path, 'max'], { kind: 'range', min: last }, scale.max)]
      : []),
    ...(scale.printedUnit !== undefined && scale.closed === 'upper'
      ? [problem('printedUnitNeedsLower', [...path, 'closed'], { kind: 'equal', to: 'lower' }, scale.closed)]
      : []),
  ];
}

function checkCurrency(model: RfmModel): readonly Problem[] {
  const unit = model.currency?.minorUnit ?? 0;
  if (!(Number.isInteger(unit) && unit >= 0 && unit <= 8))
    return checkWhole(unit, 0, 8, ['currency', 'minorUnit']);
  const fixedMoney = model.monetary.scale.kind === 'bands';
  if (!fixedMoney || model.currency !== undefined) return [];
  return [problem('missing', ['currency'], { kind: 'present' }, undefined)];
}

function checkWeights(model: RfmModel): readonly Problem[] {
  const { r, f, m } = model.weights;
  const positive = r >= 0 && f >= 0 && m >= 0 && r + f + m > 0;
  if (positive && Number.isFinite(highestScore(model))) return [];
  const expected = {
    kind: 'type',
    type: {
      en: 'positive weight, none negative, and a finite highest score',
      zh: '非负且至少一个为正、最高分有限的权重',
    },
  } as const;
  return [{ code: 'outOfRange', path: ['weights'], expected, found: `${r}, ${f}, ${m}` }];
}

function highestScore(model: RfmModel): number {
  return weightedScore(model.weights, {
    r: bins(model, 'recency'),
    f: bins(model, 'frequency'),
    m: bins(model, 'monetary'),
  });
}

/** Bands are drawn for one range of weighted scores; weights or scales that give another range need other bands. */
function checkGrades(model: RfmModel, grades: GradeScheme): readonly Problem[] {
  const highest = highestScore(model);
  const lowest = weightedScore(model.weights, { r: 1, f: 1, m: 1 });
  const bottom = grades.bands.at(-1);
  const descending = grades.bands.findIndex(
    (band, i) => i > 0 && band.from >= (grades.bands[i - 1]?.from ?? 0),
  );
  const names = grades.bands.map((band) => band.grade);
  const repeated = names.findIndex((name, i) => names.indexOf(name) !== i);
  return [
    ...(descending > 0
      ? [
          problem(
            'notDescending',
            ['grades', 'bands', descending, 'from'],
            {
              kind: 'type',
              type: {
                en: `number less than ${grades.bands[descending - 1]?.from}, as bands go from the highest grade down`,
                zh: `小于 ${grades.bands[descending - 1]?.from} 的数字（级别由高到低排列）`,
              },
            },
            grades.bands[descending]?.from,
          ),
        ]
      : []),
    ...(repeated >= 0
      ? [
          problem(
            'repeated',
            ['grades', 'bands', repeated, 'grade'],
            { kind: 'unique', of: { en: 'grade', zh: '级别' } },
            names[repeated],
          ),
        ]
      : []),
    ...((grades.bands[0]?.from ?? 0) <= grades.highest
      ? []
      : [
          problem(
            'gradesForOtherScores',
            ['grades', 'bands', 0, 'from'],
            { kind: 'range', max: grades.highest },
            grades.bands[0]?.from,
          ),
        ]),
    ...(grades.highest === highest
      ? []
      : [
          problem(
            'gradesForOtherScores',
            ['grades', 'highest'],
            {
              kind: 'sameAs',
              as: { en: 'the highest score of these weights and scales', zh: '这些权重与评分标准的最高分' },
              value: String(highest),
            },
            grades.highest,
          ),
        ]),
    ...(bottom !== undefined && bottom.from > lowest
      ? [
          problem(
            'gradesForOtherScores',
            ['grades', 'bands', grades.bands.length - 1, 'from'],
            { kind: 'range', max: lowest },
            bottom.from,
          ),
        ]
      : []),
  ];
}

function checkSegments(model: RfmModel): readonly Problem[] {
  const { segments } = model;
  if (segments === undefined) return [];
  const wrong = (
    [
      ['r', 'recency'],
      ['f', 'frequency'],
      ['m', 'monetary'],
    ] as const
  ).filter(([letter, dimension]) => segments.bins[letter] !== bins(model, dimension));
  return [
    ...wrong.map(([letter, dimension]) =>
      problem(
        'segmentsForOtherBins',
        ['segments', 'bins', letter],
        {
          kind: 'sameAs',
          as: { en: `the bins of ${dimension}`, zh: `${DIMENSION_NAMES[dimension].zh}的分组数` },
          value: String(bins(model, dimension)),
        },
        segments.bins[letter],
      ),
    ),
    ...checkSegmentRules(segments).map((one) => ({ ...one, path: ['segments', ...one.path] })),
  ];
}

function bins(model: RfmModel, dimension: RfmDimension): number {
  return scoresOf(model[dimension].scale);
}
