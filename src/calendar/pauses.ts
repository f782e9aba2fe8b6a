/** Pauses made ready to count around: checked, in order, overlaps counted once. */
import { isInstant } from '../foundation/instant.js';
import { problem, wrong } from '../foundation/make-problem.js';
import type { Problem } from '../foundation/problem.js';
import { isRecord } from '../foundation/record.js';
import { left, type Result, unless } from '../foundation/result.js';
import type { Bilingual } from '../foundation/statement.js';
import type { Interval } from '../foundation/window.js';
import type { Pause } from './deadline-rule.js';

/** Time that does not count, with every reason for it; `until` is +Infinity while it lasts. */
export interface MergedPause extends Interval {
  /** In the order in which they began, each once. */
  readonly reasons: readonly string[];
}

/** What sentences call a reason, where a pause says so. */
export type PauseNames = ReadonlyMap<string, Bilingual>;

/** The names that pauses give their reasons; of two names for one reason the first. */
export function pauseNames(pauses: readonly Pause[] = []): PauseNames {
  const names = new Map<string, Bilingual>();
  for (const { reason, name } of pauses)
    if (name !== undefined && !names.has(reason)) names.set(reason, name);
  return names;
}

/** Reasons as a list: "waiting for the customer, inspection". */
export function pauseWords(reasons: readonly string[], names?: PauseNames): Bilingual {
  const words = reasons.map((reason) => names?.get(reason) ?? { en: reason, zh: reason });
  return { en: words.map(({ en }) => en).join(', '), zh: words.map(({ zh }) => zh).join('、') };
}

/** The union of pauses, ascending, neither overlapping nor touching; empty ones are left out. Or a problem at `['pauses', i]`. */
export function mergePauses(pauses: readonly Pause[] = []): Result<readonly MergedPause[]> {
  // JavaScript hands over what it likes.
  if (!Array.isArray(pauses))
    return left(wrong('wrongType', ['pauses'], { en: 'list of pauses', zh: '暂停列表' }, pauses));
  return unless(pauses.flatMap(problemsOf), () => union(pauses));
}

function problemsOf(pause: Pause, i: number): readonly Problem[] {
  if (typeof pause !== 'object' || pause === null)
    return [wrong('wrongType', ['pauses', i], { en: 'pause', zh: '暂停' }, pause)];
  const { from, until, reason, name } = pause;
  if (typeof reason !== 'string')
    return [wrong('wrongType', ['pauses', i, 'reason'], { en: 'text', zh: '文本' }, reason)];
  if (name !== undefined && !isNamed(name))
    return [
      wrong(
        'wrongType',
        ['pauses', i, 'name'],
        { en: 'name in English and Chinese', zh: '中英文名称' },
        name,
      ),
    ];
  if (!isInstant(from)) return [notAnInstant(i, 'from', from)];
  if (until === undefined) return [];
  if (!isInstant(until)) return [notAnInstant(i, 'until', until)];
  if (until >= from) return [];
  return [problem('endsBeforeItBegins', ['pauses', i, 'until'], { kind: 'range', min: from }, until)];
}

/** JavaScript hands over what it likes. */
function isNamed(name: unknown): boolean {
  return isRecord(name) && typeof name['en'] === 'string' && typeof name['zh'] === 'string';
}

function notAnInstant(i: number, key: 'from' | 'until', found: unknown): Problem {
  return wrong(
    'notAnInstant',
    ['pauses', i, key],
    { en: 'instant in epoch milliseconds', zh: '毫秒时间戳' },
    found,
  );
}

function union(pauses: readonly Pause[]): readonly MergedPause[] {
  const merged: { from: number; until: number; reasons: string[] }[] = [];
  for (const { from, until = Number.POSITIVE_INFINITY, reason } of pauses.toSorted(
    (a, b) => a.from - b.from,
  )) {
    const last = merged.at(-1);
    if (until <= from) continue;
    if (last === undefined || from > last.until) merged.push({ from, until, reasons: [reason] });
    else {
      last.until = Math.max(last.until, until);
      if (!last.reasons.includes(reason)) last.reasons.push(reason);
    }
  }
  return merged;
}

/** That a budget is not used up when a pause begins that has no end yet, so that there is no deadline either. */
export function stillPaused(pauses: readonly Pause[]): Problem {
  const i = pauses.findIndex(({ until }) => until === undefined);
  return {
    code: 'stillPaused',
    path: ['pauses', i, 'until'],
    expected: {
      kind: 'type',
      type: {
        en: 'time at which the pause ended, since the budget outlasts its beginning',
        zh: '暂停结束的时间（暂停开始时期限尚未用完）',
      },
    },
    found: { en: 'a pause that lasts', zh: '仍在持续的暂停' },
  };
}
