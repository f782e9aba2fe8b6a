/** Whether what a free grant says of its end can be taken in: its shape, and the tiers and metrics it names. */

import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { checkCriterion } from '../check/check-criterion.js';
import { type Path, problem, wrong } from '../check/policy-problem.js';
import type { Work } from './work.js';

const KINDS = ['earned', 'tier', 'graded'] as const;

/** What is wrong with a fallback; `undefined` where nothing is. */
export function fallbackProblem(work: Work, fallback: unknown, path: Path): Problem | undefined {
  if (!isRecord(fallback)) return problem('wrongType', path, { kind: 'type', type: 'object' }, fallback);
  switch (fallback['kind']) {
    case 'earned':
      return undefined;
    case 'tier':
      return tierProblem(work, fallback['tier'], [...path, 'tier']);
    case 'graded':
      return stepsProblem(work, fallback['steps'], [...path, 'steps']);
    default:
      return problem('notOneOf', [...path, 'kind'], { kind: 'oneOf', values: KINDS }, fallback['kind']);
  }
}

/** A tier that is none of the policy's. */
export function tierProblem({ program }: Work, tier: unknown, path: Path): Problem | undefined {
  if (typeof tier === 'string' && program.placeOf.has(tier)) return undefined;
  return problem('notOneOf', path, { kind: 'oneOf', values: [...program.placeOf.keys()] }, tier);
}

function stepsProblem(work: Work, steps: unknown, path: Path): Problem | undefined {
  if (!Array.isArray(steps) || steps.length === 0)
    return wrong('wrongType', path, { en: 'list of at least 1 step', zh: '不少于 1 步的列表' }, steps);
  for (let i = 0; i < steps.length; i += 1) {
    const step: unknown = steps[i];
    const here = [...path, i];
    if (!isRecord(step)) return problem('wrongType', here, { kind: 'type', type: 'object' }, step);
    const found =
      criterionProblem(work, step['when'], [...here, 'when']) ??
      tierProblem(work, step['tier'], [...here, 'tier']);
    if (found !== undefined) return found;
  }
  return undefined;
}

function criterionProblem({ program }: Work, criterion: unknown, path: Path): Problem | undefined {
  const shape = shapeProblem(criterion, path, 0);
  if (shape !== undefined) return shape;
  const scope = { metrics: program.policy.metrics, granted: true };
  return checkCriterion(criterion as Parameters<typeof checkCriterion>[0], path, scope)[0];
}

/** Far deeper than any criterion that somebody can read. */
const DEEPEST = 100;
const JOINS = ['allOf', 'anyOf', 'of'] as const;
const FIGURES = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;

function shapeProblem(criterion: unknown, path: Path, depth: number): Problem | undefined {
  if (!isRecord(criterion) || depth > DEEPEST)
    return wrong('wrongType', path, { en: 'criterion', zh: '条件' }, criterion);
  if ('metric' in criterion) return thresholdProblem(criterion, path);
  // The first of them that is there is the one that is judged.
  const join = JOINS.find((key) => key in criterion);
  const parts: unknown = join === undefined ? undefined : criterion[join];
  if (join === undefined || !Array.isArray(parts) || parts.length === 0)
    return wrong('wrongType', path, { en: 'criterion', zh: '条件' }, criterion);
  if (join === 'of' && !(Number.isInteger(criterion['atLeast']) && Number(criterion['atLeast']) > 0))
    return problem(
      'wrongType',
      [...path, 'atLeast'],
      { kind: 'type', type: 'integer' },
      criterion['atLeast'],
    );
  for (let i = 0; i < parts.length; i += 1) {
    const found = shapeProblem(parts[i], [...path, join, i], depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function thresholdProblem(threshold: Readonly<Record<string, unknown>>, path: Path): Problem | undefined {
  const { metric, window, is } = threshold;
  if (typeof metric !== 'string')
    return problem('wrongType', [...path, 'metric'], { kind: 'type', type: 'string' }, metric);
  if (window !== undefined && !isWindow(window))
    return wrong('wrongType', [...path, 'window'], { en: 'window', zh: '统计窗口' }, window);
  const figures = FIGURES.filter((key) => key in threshold);
  const given = figures.length + Number('is' in threshold);
  const [figure] = figures;
  if (given !== 1) {
    const type = { en: 'threshold with one comparison', zh: '只有一种比较的条件' };
    return wrong('wrongType', path, type, threshold);
  }
  if (figure !== undefined && !Number.isFinite(threshold[figure]))
    return problem(
      'wrongType',
      [...path, figure],
      { kind: 'type', type: 'finite number' },
      threshold[figure],
    );
  const comparable = figure !== undefined || ['string', 'boolean'].includes(typeof is) || Number.isFinite(is);
  if (comparable) return undefined;
  const type = { en: 'text, finite number or boolean', zh: '文本、有限数字或布尔值' };
  return wrong('wrongType', [...path, 'is'], type, is);
}

const UNITS: readonly unknown[] = ['month', 'quarter', 'halfYear', 'year'];

function isWindow(window: unknown): boolean {
  if (!isRecord(window)) return false;
  const { kind, unit, startMonth = 1, ago = 0, days, months, from, until } = window;
  const whole = (value: unknown, min: number, max: number): boolean =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  switch (kind) {
    case 'calendar':
      return UNITS.includes(unit) && whole(startMonth, 1, 12) && whole(ago, 0, 1200);
    case 'membershipYear':
      return whole(ago, 0, 100);
    case 'rollingDays':
      return whole(days, 1, 36_525);
    case 'rollingMonths':
    case 'wholeMonths':
      return whole(months, 1, 1200);
    case 'fixed':
      return typeof from === 'string' && typeof until === 'string';
    default:
      return ['sinceTierStart', 'sinceLastChange', 'sinceGrant', 'lifetime', 'balance'].includes(
        String(kind),
      );
  }
}
