/** A desk to test with, and short ways to tell it things. */
import { defineWorkingCalendar, mondayToFriday } from 'clientele/calendar';
import {
  type ComplaintCase,
  type ComplaintCommand,
  type ComplaintCommandType,
  type ComplaintContext,
  type ComplaintData,
  type ComplaintEvent,
  complaintDesk,
  type DeskAnswer,
  type DeskExtra,
  type DeskRefusal,
  type DeskSetup,
  defineRedressPolicy,
  deskClocks,
  type FiredTimer,
  handleComplaint,
} from 'clientele/complaints';

export const zone = 'Europe/London';

export const redress = defineRedressPolicy({
  name: 'redress',
  title: { en: 'Redress', zh: '补偿权限' },
  zone,
  currencies: [
    { code: 'GBP', minorUnit: 2 },
    { code: 'EUR', minorUnit: 2 },
  ],
  authorities: [
    {
      role: 'handler',
      perCase: { GBP: 5000 },
      perCustomer: { amounts: { GBP: 8000 }, within: { months: 12 } },
    },
    { role: 'approver', perCase: 'unlimited' },
  ],
  fourEyesFrom: { GBP: 4000 },
});

export const setup: DeskSetup = {
  packs: [deskClocks({ zone })],
  calendars: {
    default: defineWorkingCalendar({ name: 'desk', zone, week: mondayToFriday(['09:00', '17:00']) }),
  },
  redress,
};

export const desk = complaintDesk(setup);

export type Desk = typeof desk;
export type Answer = DeskAnswer<ComplaintCase, ComplaintEvent>;

export const MONDAY = Date.UTC(2026, 0, 12, 9);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

let next = 0;

type CommandOf<Type extends ComplaintCommandType> = Extract<ComplaintCommand, { readonly type: Type }>;

/** A command of its type; the role is the one that the workflow asks for. */
export function tell<Type extends ComplaintCommandType>(
  type: Type,
  at: number,
  data: ComplaintData[Type],
  by = { id: 'ann', role: 'handler' },
  id?: string,
): CommandOf<Type> {
  next += 1;
  return { type, id: id ?? `x${next}`, at, by, data } as unknown as CommandOf<Type>;
}

export const boss = { id: 'eve', role: 'approver' };

export const complaint: ComplaintData['RECEIVE'] = {
  receivedAt: MONDAY,
  channel: 'phone',
  complainant: 'k7',
  product: 'room 12',
  incidentAt: MONDAY - 2 * DAY,
  description: 'The heating was off for two nights.',
  desiredRemedy: 'money back',
  aboutPersons: ['zed'],
};

export const assessment: ComplaintData['ASSESS'] = {
  isComplaint: true,
  eligible: true,
  inScope: true,
  resolvableNow: false,
  severity: 'medium',
  safety: false,
  complexity: 'normal',
  impact: 'one',
  immediateAction: false,
  category: 'heating',
  policyPackId: 'desk',
  owner: 'ann',
};

export const conclusion: ComplaintData['CONCLUDE'] = {
  findings: 'The boiler had failed.',
  evidence: ['photo'],
  upheld: 'yes',
  causeCode: 'boiler',
  rootCauseHypothesis: 'no maintenance',
};

export function proposal(
  amount: number,
  more: Partial<ComplaintData['PROPOSE']> = {},
): ComplaintData['PROPOSE'] {
  return {
    remedies: [{ id: 'r1', kind: 'goodwill', amount, currency: 'GBP', basis: 'two nights' }],
    reasons: 'two cold nights',
    justiceIntent: ['distributive'],
    approverRole: 'approver',
    slaDueAt: MONDAY + 9 * DAY,
    ...more,
  };
}

export const decision: ComplaintData['SEND_DECISION'] = {
  kind: 'final',
  decision: 'We pay.',
  reasons: 'the boiler',
  referralRights: 'ombudsman',
  acceptBy: MONDAY + 40 * DAY,
};

export type Told = ComplaintCommand | FiredTimer;

/** The answer to a command; a refusal fails the test. */
export function told(
  log: readonly ComplaintEvent[],
  command: Told,
  extra?: DeskExtra<ComplaintContext>,
  at: Desk = desk,
): Answer {
  const answer = handleComplaint(at, log, command, extra);
  if (answer._tag === 'Left')
    throw new Error(
      `${answer.left.kind}: ${answer.left.statements.map(({ en, values }) => `${en} ${JSON.stringify(values)}`).join(' ')} ${JSON.stringify(answer.left.problems)}`,
    );
  return answer.right;
}

/** The refusal of a command; an answer fails the test. */
export function refusedBy(
  log: readonly ComplaintEvent[],
  command: Told,
  extra?: DeskExtra<ComplaintContext>,
  at: Desk = desk,
): DeskRefusal {
  const answer = handleComplaint(at, log, command, extra);
  if (answer._tag === 'Right') throw new Error(`${command} was taken: ${answer.right.case.state}`);
  return answer.left;
}

/** The log after some commands. */
export function logAfter(...commands: readonly Told[]): readonly ComplaintEvent[] {
  return commands.reduce<readonly ComplaintEvent[]>((log, command) => told(log, command).log, []);
}

export function opened(
  caseId: string,
  at = MONDAY,
  data: Partial<ComplaintData['RECEIVE']> = {},
): ComplaintCommand {
  return tell(
    'RECEIVE',
    at,
    { ...complaint, receivedAt: at, incidentAt: at - 2 * DAY, ...data },
    undefined,
    caseId,
  );
}

/** Received, assessed and concluded: ready for a proposal. */
export function proposing(caseId = 'c1', at = MONDAY): readonly ComplaintEvent[] {
  return logAfter(
    opened(caseId, at),
    tell('ASSESS', at + HOUR, assessment),
    tell('CONCLUDE', at + DAY, conclusion),
  );
}

/** Ready for the customer's answer to an offer of so many pence. */
export function offered(amount = 3000, caseId = 'c1', at = MONDAY): readonly ComplaintEvent[] {
  const log = told(proposing(caseId, at), tell('PROPOSE', at + 2 * DAY, proposal(amount))).log;
  return told(log, tell('SEND_DECISION', at + 3 * DAY, { ...decision, acceptBy: at + 40 * DAY })).log;
}
