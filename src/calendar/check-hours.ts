/** Opening hours that a clock can show, and that say how long they are. */
import { millisecondsInDay } from 'date-fns/constants';
import { type Path, problem, wrong } from '../foundation/make-problem.js';
import type { Problem } from '../foundation/problem.js';
import type { OpenHours } from './model.js';
import { timeOfDay } from './time-of-day.js';

/** Problems of intervals: times that are no `HH:mm`, one that begins at `24:00`, and one that ends where it begins. */
export function checkHours(hours: readonly OpenHours[], path: Path): readonly Problem[] {
  return hours.flatMap((one, i) => checkInterval(one, [...path, i]));
}

function checkInterval([from, until]: OpenHours, path: Path): readonly Problem[] {
  const [opens, closes] = [timeOfDay(from), timeOfDay(until)];
  const unreadable = [
    ...(opens === undefined || opens === millisecondsInDay ? [notATime(from, [...path, 0], '23:59')] : []),
    ...(closes === undefined ? [notATime(until, [...path, 1], '24:00')] : []),
  ];
  if (unreadable.length > 0 || opens !== closes) return unreadable;
  // Nothing, or a whole day? Whoever means the day can say so.
  const type = {
    en: `time other than ${from} (a whole day is 00:00 to 24:00)`,
    zh: `${from} 以外的时间（全天写作 00:00 至 24:00）`,
  };
  return [wrong('emptyInterval', [...path, 1], type, until)];
}

function notATime(found: string, path: Path, latest: string): Problem {
  const form = { en: `HH:mm, 00:00 to ${latest}`, zh: `HH:mm（00:00 至 ${latest}）` };
  return problem('notATimeOfDay', path, { kind: 'form', form }, found);
}
