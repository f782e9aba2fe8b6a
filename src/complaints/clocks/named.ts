/** Sentences that tell of events, which call them as a workflow calls its commands. */
import { own } from '../../foundation/record.js';
import type { Statement } from '../../foundation/statement.js';
import type { Workflow } from '../workflow/model.js';
import type { CaseClock } from './case-clock.js';

/** Where the names of commands are; left out, events are called as the log has them. */
export type Naming = Pick<Workflow, 'commands'> | undefined;

/** Under these a sentence of a log holds the type of an event. */
const EVENTS = ['event', 'by', 'type'];

export function withNames(naming: Naming, statement: Statement): Statement {
  if (naming === undefined) return statement;
  const values = Object.entries(statement.values).map(([key, value]) => [
    key,
    EVENTS.includes(key) && typeof value === 'string' ? (own(naming.commands, value)?.name ?? value) : value,
  ]);
  return { ...statement, values: Object.fromEntries(values) };
}

/** Of a clock's own sentences only that of a cancelled one tells of an event. */
export function clockWithNames(naming: Naming, clock: CaseClock): CaseClock {
  if (clock.status.kind !== 'cancelled') return clock;
  return { ...clock, statements: clock.statements.map((one) => withNames(naming, one)) };
}
