/** A help desk's procedure, made from its log: the states are what was done last, the moves those that it ever made. */
import {
  type CaseCommand,
  type CaseStep,
  defineWorkflow,
  type TransitionDeclaration,
  type Workflow,
} from 'clientele/complaints';

/** Where each activity of the log leads. `Resolve ticket` and the like are its words. */
const LEADS_TO = {
  'Insert ticket': 'inserted',
  'Assign seriousness': 'graded',
  'Take in charge ticket': 'inCharge',
  Wait: 'waiting',
  'Require upgrade': 'upgrading',
  'Schedule intervention': 'scheduled',
  'Create SW anomaly': 'anomaly',
  'Resolve SW anomaly': 'anomalyFixed',
  RESOLVED: 'anomalyFixed',
  INVALID: 'anomalyJudged',
  DUPLICATE: 'anomalyJudged',
  VERIFIED: 'anomalyJudged',
  'Resolve ticket': 'resolved',
  Closed: 'closed',
} as const;

type Activity = keyof typeof LEADS_TO;
type State = 'registered' | (typeof LEADS_TO)[Activity];

/** What may be done in each state: everything that the desk did there in four years, once or a thousand times. */
const MAY: Readonly<Record<State, readonly Activity[]>> = {
  registered: [
    'Insert ticket',
    'Assign seriousness',
    'Take in charge ticket',
    'Resolve ticket',
    'Wait',
    'Create SW anomaly',
  ],
  inserted: ['Assign seriousness', 'Take in charge ticket', 'Wait'],
  graded: [
    'Assign seriousness',
    'Take in charge ticket',
    'Wait',
    'Require upgrade',
    'Create SW anomaly',
    'Resolve ticket',
  ],
  inCharge: [
    'Assign seriousness',
    'Take in charge ticket',
    'Wait',
    'Require upgrade',
    'Schedule intervention',
    'Create SW anomaly',
    'Resolve SW anomaly',
    'Resolve ticket',
  ],
  waiting: [
    'Assign seriousness',
    'Take in charge ticket',
    'Wait',
    'Require upgrade',
    'Create SW anomaly',
    'Resolve ticket',
  ],
  upgrading: [
    'Take in charge ticket',
    'Wait',
    'Require upgrade',
    'Create SW anomaly',
    'VERIFIED',
    'Resolve ticket',
  ],
  scheduled: ['Take in charge ticket', 'Resolve ticket'],
  anomaly: [
    'Take in charge ticket',
    'Require upgrade',
    'Create SW anomaly',
    'Resolve SW anomaly',
    'Resolve ticket',
  ],
  anomalyFixed: ['Require upgrade', 'Resolve SW anomaly', 'INVALID', 'Resolve ticket'],
  anomalyJudged: ['VERIFIED', 'DUPLICATE', 'Resolve ticket', 'Closed'],
  resolved: [
    'Assign seriousness',
    'Take in charge ticket',
    'Wait',
    'Require upgrade',
    'RESOLVED',
    'Resolve ticket',
    'Closed',
  ],
  // A closed ticket may be closed again, and taken up again.
  closed: ['Closed', 'Take in charge ticket', 'VERIFIED'],
};

const text = { kind: 'text' } as const;
const same = (name: string) => ({ en: name, zh: name });

const moves: readonly TransitionDeclaration[] = Object.entries(MAY).flatMap(([from, activities]) =>
  activities.map((activity) => ({
    id: `${from}.${activity}`,
    from,
    on: activity,
    to: LEADS_TO[activity],
    requires: ['resource'],
    ...(activity === 'Take in charge ticket'
      ? { writes: [{ slot: 'owners', as: 'append', value: { data: 'resource' } } as const] }
      : {}),
  })),
);

/** The procedure: activities are commands, and a ticket is archived some time after it was closed. */
export const helpDesk: Workflow = defineWorkflow({
  name: 'help-desk',
  version: '1',
  title: { en: 'Help desk', zh: '服务台' },
  initial: 'registered',
  final: ['archived'],
  states: {
    ...Object.fromEntries(Object.keys(MAY).map((state) => [state, { name: same(state) }])),
    waiting: { name: same('waiting'), waitsFor: 'customer' },
    closed: { name: same('closed'), closed: true },
    archived: { name: same('archived'), closed: true },
  },
  commands: {
    REGISTER: { name: same('Register'), kind: 'command', fields: { customer: text, product: text } },
    ...Object.fromEntries(
      Object.keys(LEADS_TO).map((activity) => [
        activity,
        { name: same(activity), kind: 'command' as const, fields: { resource: text } },
      ]),
    ),
    TIMER_CHASE: { name: same('Remind the customer'), kind: 'timer', by: ['system'], fields: {} },
    TIMER_ARCHIVE: { name: same('Archive'), kind: 'timer', by: ['system'], fields: {} },
  },
  opening: { on: 'REGISTER', requires: ['customer', 'product'], writes: [{ slot: 'ticket', as: 'set' }] },
  facts: {},
  transitions: [
    ...moves,
    { id: 'waiting.TIMER_CHASE', from: 'waiting', on: 'TIMER_CHASE', to: 'inCharge' },
    { id: 'closed.TIMER_ARCHIVE', from: 'closed', on: 'TIMER_ARCHIVE', to: 'archived' },
  ],
  answers: ['Resolve ticket', 'Closed'],
});

/** A row of the log. */
export interface HelpDeskRow {
  readonly 'case:concept:name': string;
  readonly event_index: string;
  readonly 'concept:name': string;
  readonly 'org:resource': string;
  readonly 'time:timestamp': string;
  readonly customer: string;
  readonly product: string;
}

/** The rows of one ticket as commands, in the order in which they are given; the first row's registration before them. */
export function ticketSteps(rows: readonly HelpDeskRow[]): readonly CaseStep<CaseCommand>[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { customer, product } = first;
  const register = { ...stepOf(first), type: 'REGISTER', id: 'registered', data: { customer, product } };
  return [register, ...rows.map(stepOf)].map((command) => ({ command }));
}

function stepOf(row: HelpDeskRow): CaseCommand {
  const resource = row['org:resource'];
  return {
    type: row['concept:name'],
    id: row.event_index,
    at: Date.parse(row['time:timestamp']),
    by: { id: resource, role: 'agent' },
    data: { resource },
    caseId: row['case:concept:name'],
  };
}
