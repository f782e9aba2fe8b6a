/** Whole amounts and exact percentages of them. */
import { decimalOfNumber, multiply, rescale } from '../../foundation/decimal.js';
import type { Rounding } from '../../foundation/money.js';
import { type Problem, show } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';

type Path = Problem['path'];

/** What is wrong with an amount: it is to be a whole number from 0 to 2^53 − 1. */
export function amountProblems(amount: unknown, path: Path): readonly Problem[] {
  if (!Number.isSafeInteger(amount)) {
    return [
      { code: 'notAnAmount', path, expected: { kind: 'type', type: 'safe integer' }, found: show(amount) },
    ];
  }
  return Number(amount) >= 0 ? [] : [outOfRange(amount, path, 0)];
}

/** What is wrong with a number that is to lie between two bounds. */
export function rangeProblems(value: unknown, path: Path, min: number, max?: number): readonly Problem[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return [
      { code: 'notANumber', path, expected: { kind: 'type', type: 'finite number' }, found: show(value) },
    ];
  }
  return value >= min && value <= (max ?? value) ? [] : [outOfRange(value, path, min, max)];
}

function outOfRange(found: unknown, path: Path, min: number, max?: number): Problem {
  const expected = { kind: 'range', min, ...(max === undefined ? {} : { max }) } as const;
  return { code: 'outOfRange', path, expected, found: show(found) };
}

const ROUNDINGS: readonly Rounding[] = [
  'exact',
  'halfEven',
  'halfAwayFromZero',
  'towardZero',
  'awayFromZero',
  'down',
  'up',
];

/** What is wrong with the name of a rounding, or of another choice. */
export function choiceProblems(
  found: string,
  path: Path,
  values: readonly string[] = ROUNDINGS,
): readonly Problem[] {
  if (values.includes(found)) return [];
  return [{ code: 'notOneOf', path, expected: { kind: 'oneOf', values }, found: show(found) }];
}

/** `percent` of a checked amount, worked out in decimals as written and then rounded. */
export function percentOf(amount: number, percent: number, rounding: Rounding, path: Path): Result<number> {
  const rate = decimalOfNumber(percent);
  if (rate === undefined) return left(...(rangeProblems(percent, path, 0) as [Problem]));
  const share = multiply({ coefficient: amount, scale: 2 }, rate);
  const whole = rescale(share, 0, rounding);
  if (whole.kind === 'value') return right(whole.value);
  if (whole.kind === 'tooLarge') return left(tooLarge(`${percent} % of ${amount}`, path));
  return left({
    code: 'tooManyDecimals',
    path,
    expected: { kind: 'decimals', atMost: 0 },
    found: { en: `${percent} % of ${amount}`, zh: `${amount} 的 ${percent}%` },
  });
}

/** A result past the safe integers. */
export function tooLarge(found: string, path: Path): Problem {
  return { code: 'tooLarge', path, expected: { kind: 'range', max: Number.MAX_SAFE_INTEGER }, found };
}
