/** Sentences of clocks, steps up and re-hearings, with events called as the desk's workflow calls its commands. */
import { own } from '../../foundation/record.js';
import type { Statement } from '../../foundation/statement.js';
import type { CaseClock } from '../clocks/case-clock.js';
import type { EscalationStanding } from '../escalation/standing.js';
import type { Workflow } from '../workflow/model.js';

/** Under these a sentence of a log holds the type of an event. */
const EVENTS = ['event', 'by', 'type'];

export function withNames({ commands }: Workflow, statement: Statement): Statement {
  const values = Object.entries(statement.values).map(([key, value]) => [
    key,
    EVENTS.includes(key) && typeof value === 'string' ? (own(commands, value)?.name ?? value) : value,
  ]);
  return { ...statement, values: Object.fromEntries(values) };
}

/** Of a clock's own sentences only that of a cancelled one tells of an event. */
export function clockWithNames(workflow: Workflow, clock: CaseClock): CaseClock {
  if (clock.status.kind !== 'cancelled') return clock;
  return { ...clock, statements: clock.statements.map((one) => withNames(workflow, one)) };
}

export function escalationWithNames(workflow: Workflow, standing: EscalationStanding): EscalationStanding {
  const named = (some: readonly Statement[]): readonly Statement[] =>
    some.map((one) => withNames(workflow, one));
  return {
    ...standing,
    raised: standing.raised.map((step) => ({ ...step, statements: named(step.statements) })),
    statements: named(standing.statements),
  };
}
