/** What was handed over as a log, or as several, and is none: for hosts that have no compiler to tell them. */
import { type Path, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import type { Bilingual } from '../../foundation/statement.js';

/** The problem of what is no list at all; what its events are is for a replay to say. */
export function noLog(found: unknown, path: Path = ['log']): Problem | undefined {
  return Array.isArray(found) ? undefined : wrong('wrongType', path, LOG, found);
}

/**
 * The first thing wrong with a list of logs. Of each event only that it is one at all: whether it follows on the others is
 * for its own replay to say.
 */
export function noLogs(found: unknown, path: Path = ['logs']): Problem | undefined {
  return inList(found, path, LOGS, (log, place) => inList(log, place, LOG, noEvent));
}

/** The first thing wrong with a list, or with what is in it. */
export function inList(
  found: unknown,
  path: Path,
  what: Bilingual,
  problemOf: (item: unknown, path: Path) => Problem | undefined,
): Problem | undefined {
  if (!Array.isArray(found)) return wrong('wrongType', path, what, found);
  const items: readonly unknown[] = found;
  for (const [i, item] of items.entries()) {
    const odd = problemOf(item, [...path, i]);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

function noEvent(found: unknown, path: Path): Problem | undefined {
  const isEvent = isRecord(found) && isRecord(found['data']) && typeof found['at'] === 'number';
  return isEvent ? undefined : wrong('wrongType', path, EVENT, found);
}

const LOG: Bilingual = { en: 'list of events', zh: '事件列表' };
const LOGS: Bilingual = { en: 'list of logs', zh: '日志列表' };
const EVENT: Bilingual = { en: 'event with its data and its time', zh: '含数据与时间的事件' };
