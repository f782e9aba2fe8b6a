/** The columns of a complaints return: closed within which limit from receipt. */
import {
  type CompiledCalendar,
  checkDeadlineRule,
  type DeadlineRule,
  deadlineOf,
} from '../../calendar/index.js';
import { type Path, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord, own } from '../../foundation/record.js';
import { left, type Result, right, unless } from '../../foundation/result.js';

/** A column for complaints closed within a limit from receipt. */
export interface DispBucket {
  readonly name: string;
  readonly within: DeadlineRule;
}

const FORMS: Readonly<Record<string, readonly DispBucket[]>> = {
  '3 business days, 8 weeks': [
    { name: '3 business days', within: { budget: { kind: 'businessDays', days: 3 } } },
    { name: '8 weeks', within: { budget: { kind: 'weeks', weeks: 8 } } },
  ],
  '4 weeks, 8 weeks': [
    { name: '4 weeks', within: { budget: { kind: 'weeks', weeks: 4 } } },
    { name: '8 weeks', within: { budget: { kind: 'weeks', weeks: 8 } } },
  ],
};

/** The columns of a form; or that there is no such form, or what is wrong with a column of the host's own. */
export function columnsOf(form: unknown): Result<readonly DispBucket[]> {
  const known = typeof form === 'string' ? own(FORMS, form) : undefined;
  if (known !== undefined) return right(known);
  if (!Array.isArray(form)) {
    const type = {
      en: `list of columns, or ${Object.keys(FORMS)
        .map((one) => `"${one}"`)
        .join(' or ')}`,
      zh: `栏目列表，或 ${Object.keys(FORMS)
        .map((one) => `"${one}"`)
        .join(' 或 ')}`,
    };
    return left(wrong('notOneOf', ['form'], type, form));
  }
  const columns: readonly DispBucket[] = form;
  const problems = columns.flatMap((column, i) => columnProblems(column, ['form', i]));
  return unless(problems, () => columns);
}

function columnProblems(column: DispBucket, path: Path): readonly Problem[] {
  if (!isRecord(column) || typeof column.name !== 'string') return [wrong('wrongType', path, COLUMN, column)];
  return checkDeadlineRule(column.within).map((one) => ({ ...one, path: [...path, 'within', ...one.path] }));
}

const COLUMN = { en: 'column { name, within }', zh: '栏目 { name, within }' };

export interface Columns {
  readonly calendar: CompiledCalendar;
  readonly buckets: readonly DispBucket[];
}

/** The place of the first column whose limit a complaint keeps. */
export function columnOf(
  receivedAt: number,
  closedAt: number,
  { calendar, buckets }: Columns,
): number | 'later' | 'undated' {
  for (const [column, { within }] of buckets.entries()) {
    const due = deadlineOf(calendar, within, receivedAt);
    if (due._tag === 'Left') return 'undated';
    if (closedAt < due.right.at) return column;
  }
  return 'later';
}
