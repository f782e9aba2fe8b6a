/** Cases of the complaint workflow, shortly written: what was told on which day. */
import {
  type ComplaintCommandType,
  type ComplaintContext,
  type ComplaintData,
  type ComplaintEvent,
  compileWorkflow,
  complaintWorkflow,
  runSteps,
} from 'clientele/complaints';

const complaints = compileWorkflow(complaintWorkflow);

/** What is told unless the test says otherwise. */
const DATA: Readonly<Partial<Record<ComplaintCommandType, object>>> = {
  RECEIVE: {
    channel: 'web',
    complainant: 'customer',
    product: 'card',
    incidentAt: 0,
    description: 'Charged twice',
    desiredRemedy: 'Refund',
  },
  ACKNOWLEDGE: { channel: 'mail', handler: 'ann', nextUpdateBy: 0, statementOfTimeLimits: 'eight weeks' },
  ASSESS: {
    isComplaint: true,
    eligible: true,
    inScope: true,
    resolvableNow: false,
    severity: 'medium',
    safety: false,
    complexity: 'normal',
    impact: 'one',
    immediateAction: false,
    category: 'fees',
    policyPackId: 'disp',
    owner: 'ann',
  },
  CONCLUDE: {
    findings: 'Charged twice',
    evidence: ['statement'],
    upheld: 'yes',
    causeCode: 'duplicate charge',
    rootCauseHypothesis: 'retry',
  },
  PROPOSE: { remedies: [], reasons: 'as found', justiceIntent: [] },
  SEND_DECISION: {
    kind: 'final',
    decision: 'upheld',
    reasons: 'as found',
    referralRights: 'FOS',
    acceptBy: 0,
  },
  ACCEPT: { form: 'written' },
  DECLINE: { reason: 'too little', whatWouldSatisfy: 'more' },
  WITHDRAW: { requestedBy: 'complainant', reason: 'settled', evidenceOfWithdrawal: 'mail' },
  FULFIL: { proof: 'receipt' },
  REOPEN: { requestedBy: 'complainant', reason: 'again', newEvidence: ['letter'], clockPolicy: 'restart' },
  SURVEY: { verbatim: '' },
  CHANGE_PERSON: { newOwner: 'bob', tier: 1, handover: 'file' },
};

const CONTEXT: ComplaintContext = {
  withinAuthority: true,
  conflictOfInterest: false,
  lettersComplete: true,
  withinReopenWindow: true,
};

/** Days and instants `2026-01-05T10:00Z`. */
export type Told = {
  readonly [Type in ComplaintCommandType]: readonly [Type, string, Partial<ComplaintData[Type]>?];
}[ComplaintCommandType];

export function caseLog(caseId: string, ...told: readonly Told[]): readonly ComplaintEvent[] {
  const { log, refused } = runSteps(
    complaints,
    told.map(([type, day, data], i) => {
      const at = Date.parse(day.includes('T') ? day : `${day}T10:00Z`);
      const own = { RECEIVE: { receivedAt: at }, ACCEPT: { acceptedAt: at }, FULFIL: { paidAt: at } };
      const whole = { ...DATA[type], ...(type in own ? own[type as keyof typeof own] : {}), ...data };
      const by = { id: 'ann', role: type.startsWith('TIMER') ? 'system' : 'handler' };
      // The parts of a command that the compiler cannot see belong together.
      return {
        command: { type, id: `${caseId}-${i}`, at, by, data: whole, caseId } as never,
        context: CONTEXT,
      };
    }),
  );
  const [first] = refused;
  if (first !== undefined)
    throw new Error(`${caseId}, step ${first.index}: ${JSON.stringify(first.refusal)}`);
  return log;
}

/** Received and answered; with a remedy of so much where an amount is given. */
export function answered(received: string, decided: string, amount?: number): readonly Told[] {
  return [
    ['RECEIVE', received],
    ['ASSESS', received],
    ['CONCLUDE', decided],
    [
      'PROPOSE',
      decided,
      {
        remedies:
          amount === undefined
            ? []
            : [{ id: 'r1', kind: 'goodwill', amount, currency: 'GBP', basis: 'distress' }],
      },
    ],
    ['SEND_DECISION', decided],
  ];
}
