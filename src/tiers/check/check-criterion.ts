/** What a criterion or a window of the right shape can still get wrong. */
import { parseIsoDay } from '../../foundation/civil.js';
import type { Problem } from '../../foundation/problem.js';
import type { QualificationCriterion, Threshold } from '../criterion.js';
import { type Join, neededOf, partsOf } from '../evaluate/judge.js';
import type { QualifyingMetric } from '../metric.js';
import type { QualificationWindow } from '../periods.js';
import { type Path, problem, unknownName, wrong } from './policy-problem.js';

/** What criteria may refer to, and whether there is a grant to measure from. */
export interface CriterionScope {
  readonly metrics: Readonly<Record<string, QualifyingMetric>>;
  readonly granted: boolean;
}

/** All problems of a criterion, from left to right. */
export function checkCriterion(
  criterion: QualificationCriterion,
  path: Path,
  scope: CriterionScope,
): readonly Problem[] {
  if ('metric' in criterion) return checkThreshold(criterion, path, scope);
  const parts = partsOf(criterion);
  const key = partsKey(criterion);
  const needed = neededOf(criterion);
  return [
    ...(needed <= parts.length
      ? []
      : [problem('outOfRange', [...path, 'atLeast'], { kind: 'range', min: 1, max: parts.length }, needed)]),
    ...parts.flatMap((part, i) => checkCriterion(part, [...path, key, i], scope)),
  ];
}

/** Where a join keeps what it joins. */
export function partsKey(join: Join): 'allOf' | 'anyOf' | 'of' {
  if ('allOf' in join) return 'allOf';
  return 'anyOf' in join ? 'anyOf' : 'of';
}

function checkThreshold(threshold: Threshold, path: Path, scope: CriterionScope): readonly Problem[] {
  const { metric, window } = threshold;
  const measured = metricOf(scope.metrics, metric);
  const windows = window === undefined ? [] : checkWindow(window, [...path, 'window'], scope.granted);
  if (measured === undefined)
    return [
      unknownName('unknownMetric', [...path, 'metric'], Object.keys(scope.metrics), metric),
      ...windows,
    ];
  const textual = 'is' in threshold && typeof threshold.is !== 'number';
  return textual && measured.kind !== 'attribute'
    ? [problem('wrongType', [...path, 'is'], { kind: 'type', type: 'number' }, threshold.is), ...windows]
    : windows;
}

/** A metric by its name; names such as `constructor` are only metrics where they are declared. */
export function metricOf(
  metrics: Readonly<Record<string, QualifyingMetric>>,
  name: string,
): QualifyingMetric | undefined {
  return Object.hasOwn(metrics, name) ? metrics[name] : undefined;
}

/** Problems of a window: dates that do not exist, an end not after the start, a grant where there is none. */
export function checkWindow(window: QualificationWindow, path: Path, granted: boolean): readonly Problem[] {
  if (window.kind === 'sinceGrant' && !granted)
    return [
      wrong(
        'noGrant',
        [...path, 'kind'],
        {
          en: 'window that does not need a grant (only challenges and fallbacks of offers have one)',
          zh: '不依赖授予的统计窗口（只有授予项的挑战与后续安排才有授予时间）',
        },
        window.kind,
      ),
    ];
  return window.kind === 'fixed' ? checkSpan(window, path) : [];
}

/** Problems of a span of civil days; each end may be open. */
export function checkSpan(
  span: { readonly from?: string; readonly until?: string },
  path: Path,
): readonly Problem[] {
  const wrongDays = [...checkDay(span.from, [...path, 'from']), ...checkDay(span.until, [...path, 'until'])];
  if (wrongDays.length > 0 || span.from === undefined || span.until === undefined) return wrongDays;
  return checkAfter(span.from, span.until, [...path, 'until']);
}

/** A day of the calendar, where there is one at all. */
export function checkDay(day: string | undefined, path: Path): readonly Problem[] {
  if (day === undefined || parseIsoDay(day) !== undefined) return [];
  const form = { en: 'yyyy-MM-dd, a day of the calendar', zh: 'yyyy-MM-dd（日历上存在的日期）' };
  return [problem('notADate', path, { kind: 'form', form }, day)];
}

/** Days in their form sort as text. */
export function checkAfter(from: string, until: string, path: Path): readonly Problem[] {
  if (until > from) return [];
  return [wrong('outOfRange', path, { en: `day after ${from}`, zh: `晚于 ${from} 的日期` }, until)];
}
