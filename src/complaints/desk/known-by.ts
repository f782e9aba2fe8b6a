/** What had happened by an instant: what comes after it is as yet unknown. */
import type { CaseEvent } from '../workflow/case.js';
import { isObject } from '../workflow/envelope.js';
import type { DeskExtra } from './model.js';

type Log = readonly CaseEvent[];

/** The events of a log by then; what is no event stays in for the replay to name. */
export function eventsBy(log: Log, asOf: number): Log {
  return log.some((event) => isLater(event, asOf)) ? log.filter((event) => !isLater(event, asOf)) : log;
}

function isLater(event: CaseEvent, asOf: number): boolean {
  return isObject(event) && event.at > asOf;
}

/** The logs that a host hands over besides, as they were by then. */
export interface KnownExtra {
  readonly related: readonly Log[];
  readonly corrective: readonly Log[];
}

/** Other cases and corrective action by then; of what had not begun there is nothing. */
export function extraBy(
  { related = [], corrective = [] }: Pick<DeskExtra, keyof KnownExtra>,
  asOf: number,
): KnownExtra {
  return { related: logsBy(related, asOf), corrective: logsBy(corrective, asOf) };
}

function logsBy(logs: readonly Log[], asOf: number): readonly Log[] {
  return logs.map((log) => eventsBy(log, asOf)).filter(({ length }) => length > 0);
}
