/** From a proposal to satisfaction: approval, decision, the customer's answer, another hearing, fulfilment. */
import type { Guard, RecordWrite, TransitionDeclaration } from '../workflow/model.js';
import { both } from './both.js';
import { is, movesLeft, not } from './complaint-facts.js';
import {
  allOf,
  append,
  move,
  newEvidence,
  promise,
  type Rest,
  refer,
  referralOpen,
  responseOverdue,
  set,
  withdraw,
} from './complaint-moves.js';

const proposal: readonly RecordWrite[] = [
  ...set('proposal'),
  ...promise('remedies', ['approval', 'decision', 'acceptance', 'fulfilled']),
];

const proposing: readonly TransitionDeclaration[] = [
  move('proposing', 'PROPOSE', 'decisionReady', ['7.7', '1.4.1R(3)', 'action'], {
    when: allOf(is('withinAuthority'), not(is('conflictOfInterest'))),
    requires: ['remedies', 'reasons', 'justiceIntent'],
    writes: proposal,
  }),
  move('proposing', 'PROPOSE', 'awaitingApproval', ['7.7', '1.4.1R(3)', 'action'], {
    when: 'otherwise',
    requires: ['remedies', 'reasons', 'justiceIntent', 'approverRole', 'slaDueAt'],
    writes: proposal,
  }),
  newEvidence('proposing'),
  withdraw('proposing'),
  responseOverdue('proposing'),
  move('awaitingApproval', 'APPROVE', 'decisionReady', ['7.7', '1.4.1R(3)', 'action'], {
    when: allOf(is('approverIsAnother'), is('withinAuthority')),
    requires: ['approver', 'conditions'],
    writes: set('approval'),
  }),
  move('awaitingApproval', 'REFUSE_APPROVAL', 'proposing', ['7.7', '', 'action'], {
    requires: ['approver', 'reason'],
    writes: append('objections'),
  }),
  move('awaitingApproval', 'TIMER_APPROVAL', 'awaitingApproval', ['7.7', '', ''], {
    note: both('Goes to the next approver.', '转下一级审批人。'),
  }),
  responseOverdue('awaitingApproval'),
  withdraw('awaitingApproval'),
  move('decisionReady', 'SEND_DECISION', 'offered', ['7.8', '1.5.4R / 1.6.2R(1)', 'action'], {
    when: is('lettersComplete'),
    requires: ['kind', 'decision', 'reasons', 'referralRights', 'acceptBy'],
    writes: set('decision'),
  }),
  newEvidence('decisionReady'),
  responseOverdue('decisionReady'),
  withdraw('decisionReady'),
];

const offered: readonly TransitionDeclaration[] = [
  move('offered', 'ACCEPT', 'fulfilling', ['7.8', '1.4.1R(5)', 'satisfy'], {
    when: not(is('remediesDone')),
    requires: ['acceptedAt', 'form'],
    writes: set('acceptance'),
  }),
  move('offered', 'ACCEPT', 'verifying', ['7.9', '1.5.3R', 'satisfy'], {
    when: 'otherwise',
    requires: ['acceptedAt'],
    writes: set('acceptance'),
  }),
  move('offered', 'DECLINE', 'escalated', ['7.9', '1.6.5R (two-stage)', 'satisfy'], {
    when: allOf(movesLeft, not(is('finalResponseIrrevocable'))),
    requires: ['reason', 'whatWouldSatisfy'],
    writes: append('refusals'),
  }),
  move('offered', 'DECLINE', 'closedFinal', ['7.9', '1.6.2R', 'satisfy'], {
    when: 'otherwise',
    requires: ['reason'],
    writes: append('refusals'),
  }),
  move('offered', 'TIMER_OFFER', 'closedFinal', ['7.9', '', ''], {
    note: both('No reply in time.', '逾期未回复。'),
  }),
  refer('offered', '2.8.1R(1)', referralOpen),
  withdraw('offered'),
];

const change = (
  on: string,
  disp: string,
  requires: readonly string[],
  unused: string,
  rest: Rest,
): TransitionDeclaration =>
  move('escalated', on, 'investigating', ['Annex escalation', disp, 'listen'], {
    when: is(unused),
    requires,
    sets: { [unused]: false },
    writes: append('moves'),
    ...rest,
  });

const escalated: readonly TransitionDeclaration[] = [
  change('CHANGE_PERSON', '1.6.5R', ['newOwner', 'tier', 'handover'], 'personUnused', {
    when: allOf(is('personUnused'), is('ownerIsNew')),
    writes: [...append('moves'), { slot: 'owners', as: 'append', value: { data: 'newOwner' } }],
  }),
  change('CHANGE_TIME', '', ['appointmentAt', 'coolingOffUntil'], 'timeUnused', {}),
  change('CHANGE_PLACE', '', ['placeOrChannel'], 'placeUnused', {}),
  refer('escalated', '2.8.1R', referralOpen),
  move('escalated', 'TIMER_ESCALATION', 'closedFinal', ['7.9', '1.6.2R', ''], {
    note: both('No move was made in time; a final response is sent.', '未在期限内处理，发出最终答复。'),
  }),
  withdraw('escalated'),
];

const survey = (to: string, when: Guard) =>
  move('verifying', 'SURVEY', to, ['8.3', '', 'satisfy'], {
    when,
    requires: ['overall', 'distributive', 'procedural', 'interactional', 'verbatim'],
    writes: set('survey'),
  });

const fulfilling: readonly TransitionDeclaration[] = [
  move('fulfilling', 'FULFIL', 'verifying', ['7.8', '1.4.1R(5)', 'action'], {
    when: is('remediesDoneNow'),
    requires: ['remedyId', 'proof', 'amountPaid', 'paidAt'],
    writes: append('fulfilled'),
  }),
  move('fulfilling', 'FULFIL', 'fulfilling', ['7.8', '1.4.1R(5)', 'action'], {
    when: 'otherwise',
    requires: ['remedyId', 'proof'],
    writes: append('fulfilled'),
  }),
  move('fulfilling', 'NEW_EVIDENCE', 'investigating', ['7.6', '', 'check'], {
    when: is('remedyFailed'),
    requires: ['evidence', 'remedyFailed'],
    writes: append('evidence'),
  }),
  move('fulfilling', 'TIMER_FULFIL', 'fulfilling', ['7.8', '1.4.1R(5)', ''], {
    note: both('The limit is breached; goes up one tier.', '已超过履行期限，升一级处理。'),
  }),
  refer('fulfilling', '2.8.1R', referralOpen),
  survey('resolved', is('satisfied')),
  survey('escalated', allOf(not(is('satisfied')), movesLeft)),
  survey('closedFinal', allOf(not(is('satisfied')), not(movesLeft))),
  move('verifying', 'TIMER_VERIFY', 'resolved', ['8.3', '', ''], {
    note: both('Whether the customer is satisfied is not known.', '客户满意与否未知。'),
  }),
];

export const answering: readonly TransitionDeclaration[] = [
  ...proposing,
  ...offered,
  ...escalated,
  ...fulfilling,
];
