/** Complaints to race with: scripts of commands over the canonical chart, and logs made of them. */
import {
  type CaseStep,
  type ComplaintCommand,
  type ComplaintContext,
  type ComplaintEvent,
  cfpbCommands,
  compileWorkflow,
  complaintWorkflow,
  orThrow,
  runSteps,
} from 'clientele/complaints';

export const complaints = compileWorkflow(complaintWorkflow);

export type Step = CaseStep<ComplaintCommand, ComplaintContext>;

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 12, 9);
const ANN = { id: 'ann', role: 'handler' };
const BO = { id: 'bo', role: 'approver' };

const published = {
  receivedOn: '2026-01-12',
  sentOn: '2026-01-13',
  product: 'Mortgage',
  issue: 'Servicing',
  company: 'Harbour Bank',
  flags: [],
} as const;

/** A complaint that takes the long way: questions, four eyes, a refusal, another person, fulfilment, a survey. */
function longWay(): readonly Step[] {
  let at = START;
  let count = 0;
  const step = (
    type: ComplaintCommand['type'],
    data: object,
    by = ANN,
    context: ComplaintContext = {},
  ): Step => {
    at += MINUTE;
    count += 1;
    // The parts of a command, which each line below keeps together.
    return {
      command: { type, id: `long-${count}`, at, by, data, caseId: 'long' } as ComplaintCommand,
      context,
    };
  };
  const conclude = (): Step =>
    step('CONCLUDE', {
      findings: 'as told',
      evidence: ['statement'],
      upheld: 'yes',
      causeCode: 'retry',
      rootCauseHypothesis: 'no reference',
    });
  const remedies = [{ id: 'r1', kind: 'refund', amount: 5000, currency: 'GBP', basis: 'paid twice' }];
  const propose = { remedies, reasons: 'as found', justiceIntent: ['distributive'] };
  const decision = {
    kind: 'final',
    decision: 'upheld',
    reasons: 'as found',
    referralRights: 'ombudsman',
    acceptBy: START + 1e9,
  };
  const within = { withinAuthority: true, conflictOfInterest: false };
  return [
    step('RECEIVE', {
      receivedAt: START,
      channel: 'phone',
      complainant: 'k7',
      product: 'card',
      incidentAt: START,
      description: 'Paid twice.',
      desiredRemedy: 'money back',
    }),
    step('ACKNOWLEDGE', {
      channel: 'mail',
      handler: 'ann',
      nextUpdateBy: START + 1e8,
      statementOfTimeLimits: 'eight weeks',
    }),
    step('ASSESS', {
      isComplaint: true,
      eligible: true,
      inScope: true,
      resolvableNow: false,
      severity: 'medium',
      safety: false,
      complexity: 'normal',
      impact: 'one',
      immediateAction: false,
      category: 'payments',
      policyPackId: 'disp',
      owner: 'ann',
    }),
    step('ASK_CUSTOMER', { questions: ['Which receipt?'], dueBy: START + 1e8, channel: 'mail' }),
    step('CUSTOMER_REPLIED', { content: 'The first.', receivedAt: at }),
    conclude(),
    step('PROPOSE', { ...propose, approverRole: 'approver', slaDueAt: START + 1e8 }, ANN, {
      ...within,
      withinAuthority: false,
    }),
    step('APPROVE', { approver: 'bo', conditions: [] }, BO, within),
    step('SEND_DECISION', decision, ANN, { lettersComplete: true }),
    step('DECLINE', { reason: 'too little', whatWouldSatisfy: 'an apology' }),
    step('CHANGE_PERSON', { newOwner: 'cleo', tier: 1, handover: 'file' }),
    conclude(),
    step('PROPOSE', propose, ANN, within),
    step('SEND_DECISION', decision, ANN, { lettersComplete: true }),
    step('ACCEPT', { acceptedAt: at, form: 'written' }),
    step('FULFIL', { remedyId: 'r1', proof: 'transfer', amountPaid: 5000, paidAt: at }),
    step('SURVEY', { overall: 4, distributive: 4, procedural: 3, interactional: 4, verbatim: '' }),
  ];
}

/** The long way, and the ways that complaints of a public database take. */
export const scripts: readonly (readonly Step[])[] = [
  longWay(),
  ...[
    { id: 'relief', response: 'monetaryRelief', timely: true, disputed: 'no' } as const,
    { id: 'explained', response: 'explanation', timely: true, disputed: 'no' } as const,
    { id: 'disputed', response: 'explanation', timely: false, disputed: 'yes' } as const,
    { id: 'untimely', response: 'untimely', timely: false } as const,
  ].map((one) => orThrow(cfpbCommands({ ...published, ...one }))),
];

const templates = scripts.map((steps) => {
  const { log, refused } = runSteps(complaints, steps);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return log;
});

/** Logs of cases, together of so many events; each event an object of its own, as if it had been read from somewhere. */
export function manyLogs(events: number): readonly (readonly ComplaintEvent[])[] {
  const logs: (readonly ComplaintEvent[])[] = [];
  for (let count = 0; count < events; ) {
    const template = templates[logs.length % templates.length] ?? [];
    const caseId = `case-${logs.length}`;
    logs.push(template.map((event, i) => ownEvent(event, caseId, `${caseId}-${i}`)));
    count += template.length;
  }
  return logs;
}

/** One case with so many events: updates, after it was received and assessed. */
export function oneLongLog(events: number): readonly ComplaintEvent[] {
  const [received, assessed] = runSteps(complaints, (scripts[1] ?? []).slice(0, 2)).log;
  if (received === undefined || assessed === undefined) throw new Error('no such script');
  const update = (i: number): ComplaintEvent => ({
    type: 'SEND_UPDATE',
    id: `update-${i}`,
    at: assessed.at + i,
    by: { id: 'ann', role: 'handler' },
    data: { progress: 'in hand', nextUpdateBy: assessed.at + i },
    caseId: received.caseId,
    revision: i + 1,
    workflow: received.workflow,
    transition: 'investigating.SEND_UPDATE.investigating',
    from: 'investigating',
    to: 'investigating',
  });
  return Array.from({ length: events }, (_, i) => (i === 0 ? received : i === 1 ? assessed : update(i)));
}

function ownEvent(event: ComplaintEvent, caseId: string, id: string): ComplaintEvent {
  // A copy has the type of what was copied, which a spread of a union loses.
  return { ...event, caseId, id, by: { ...event.by }, data: { ...event.data } } as ComplaintEvent;
}
