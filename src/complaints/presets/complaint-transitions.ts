/** The 88 transitions of the complaint workflow, state by state. */
import type { Guard, RecordWrite, TransitionDeclaration } from '../workflow/model.js';
import { both } from './both.js';
import { CHASES, is, movesLeft, not } from './complaint-facts.js';

type Step = 'listen' | 'share' | 'identify' | 'check' | 'action' | 'satisfy';
type Rest = Omit<TransitionDeclaration, 'id' | 'from' | 'on' | 'to' | 'tags'>;

/** ISO 10002 (or 10003) clause, DISP rule, step of the six; empty where there is none. */
type Frames = readonly [iso10002: string, disp: string, step: Step | ''];

function move(from: string, on: string, to: string, frames: Frames, rest: Rest = {}): TransitionDeclaration {
  const [iso10002, disp, step] = frames;
  const tags = { iso10002, ...(disp === '' ? {} : { disp }), ...(step === '' ? {} : { step }) };
  return { id: `${from}.${on}.${to}`, from, on, to, ...rest, tags };
}

const set = (slot: string): readonly RecordWrite[] => [{ slot, as: 'set' }];
const append = (slot: string): readonly RecordWrite[] => [{ slot, as: 'append' }];
const allOf = (...guards: readonly Guard[]): Guard => ({ allOf: guards });
const anyOf = (...guards: readonly Guard[]): Guard => ({ anyOf: guards });

const acknowledge = (from: string) =>
  move(from, 'ACKNOWLEDGE', from, ['7.4', '1.6.1R(1)', 'listen'], {
    when: not(is('acked')),
    requires: ['channel', 'handler', 'nextUpdateBy', 'statementOfTimeLimits'],
    sets: { acked: true },
    writes: set('acknowledgement'),
  });

const markDuplicate = (from: string) =>
  move(from, 'MARK_DUPLICATE', 'merged', ['7.3', '', 'identify'], {
    when: allOf(is('primaryOpen'), is('primaryIsAnother'), not(is('wouldCycle'))),
    requires: ['primaryId', 'matchBasis', 'confirmedBy'],
    writes: set('merge'),
  });

const withdraw = (from: string, more: readonly string[] = []) =>
  move(from, 'WITHDRAW', 'withdrawn', ['7.9', '', 'satisfy'], {
    when: is('byComplainantOrAuthorised'),
    requires: ['requestedBy', 'reason', ...more],
    writes: set('withdrawal'),
  });

/** Open once the response is overdue, or where the host says so (a final response was sent). */
const referralOpen = allOf(anyOf(is('responseOverdue'), is('referralOpen')), not(is('external')));
const withinWindow = allOf(is('withinReferralWindow'), not(is('external')));

const refer = (from: string, disp: string, when: Guard, more: readonly string[] = []) =>
  move(from, 'REFER_EXTERNAL', 'external', ['7.9', disp, 'satisfy'], {
    when,
    requires: ['body', 'ref', ...more],
    sets: { external: true },
    writes: set('referral'),
  });

const responseOverdue = (from: string) =>
  move(from, 'TIMER_RESPONSE', from, ['7.7', '1.6.2R(2)', ''], {
    sets: { responseOverdue: true },
    note: both(
      'The limit is breached; a written response is owed, and the referral is open.',
      '已超过答复期限；须书面答复，并可向外部机构申诉。',
    ),
  });

const newEvidence = (from: string) =>
  move(from, 'NEW_EVIDENCE', 'investigating', ['7.6', '', 'check'], {
    requires: ['evidence'],
    writes: append('evidence'),
  });

const replied = (from: string, on: string) =>
  move(from, on, 'investigating', ['7.6', '', 'check'], {
    requires: ['content', 'receivedAt'],
    writes: append('evidence'),
  });

/** Nobody replied: remind, and after the last reminder go on with what there is. A case is never closed that way. */
const chase = (from: string, on: string): readonly TransitionDeclaration[] => [
  move(from, on, from, ['7.3', '', ''], {
    when: { fact: 'chasesLeft', atLeast: 1 },
    sets: { chasesLeft: { add: -1 } },
    note: both('A reminder is sent.', '发出催询。'),
  }),
  move(from, on, 'investigating', ['7.6', '1.4.1R', 'check'], {
    when: 'otherwise',
    note: both('The case goes on with the available evidence.', '依据现有证据继续处理。'),
  }),
];

const reopen = (from: string, when: Guard, requires: readonly string[]) =>
  move(from, 'REOPEN', 'investigating', ['7.9', '', 'listen'], {
    when,
    requires,
    writes: append('reopenings'),
  });

const archive = (from: string, on: string, frames: Frames, when?: Guard) =>
  move(from, on, 'archived', frames, {
    ...(when === undefined ? {} : { when }),
    requires: ['retentionUntil'],
    writes: set('retention'),
  });

const assessed = ['isComplaint', 'eligible', 'inScope', 'resolvableNow'];
const graded = ['severity', 'safety', 'complexity', 'impact', 'immediateAction', 'category', 'policyPackId'];
const accepted = [is('isComplaint'), is('eligible'), is('inScope')];

const received: readonly TransitionDeclaration[] = [
  acknowledge('received'),
  move('received', 'ASSESS', 'declinedScope', ['7.5', '2.7 / 1.3', 'identify'], {
    when: anyOf(...accepted.map(not)),
    requires: [...assessed, 'reasonCode', 'signpostedBody', 'noticeSentAt'],
    writes: [...set('assessment'), ...set('outOfScope')],
  }),
  move('received', 'ASSESS', 'proposing', ['7.5', '1.5', 'identify'], {
    when: allOf(...accepted, is('resolvableNow')),
    requires: [...assessed, ...graded],
    writes: set('assessment'),
  }),
  move('received', 'ASSESS', 'investigating', ['7.5', '1.4.1R(1)', 'identify'], {
    when: 'otherwise',
    requires: [...assessed, ...graded, 'owner'],
    writes: [...set('assessment'), { slot: 'owners', as: 'append', value: { data: 'owner' } }],
  }),
  markDuplicate('received'),
  withdraw('received', ['evidenceOfWithdrawal']),
  move('received', 'TIMER_ASSESS', 'received', ['7.3', '', ''], {
    note: both('Goes up one tier.', '升一级处理。'),
  }),
];

const investigating: readonly TransitionDeclaration[] = [
  acknowledge('investigating'),
  move('investigating', 'SEND_UPDATE', 'investigating', ['7.1/7.3', '1.6.1R(2)', 'share'], {
    requires: ['progress', 'nextUpdateBy'],
    writes: append('updates'),
  }),
  move('investigating', 'ASK_CUSTOMER', 'awaitingCustomer', ['7.6', '1.4.1R(1)', 'identify'], {
    requires: ['questions', 'dueBy', 'channel'],
    sets: { chasesLeft: CHASES },
    writes: set('questions'),
  }),
  move('investigating', 'ASK_THIRD_PARTY', 'awaitingThirdParty', ['7.6', '1.7 (other respondent)', 'check'], {
    requires: ['party', 'purpose'],
    sets: { chasesLeft: CHASES },
    writes: set('enquiry'),
  }),
  move('investigating', 'CONCLUDE', 'proposing', ['7.6', '1.4.1R(2)', 'check'], {
    when: allOf(is('evidencePresent'), is('investigatorImpartial')),
    requires: ['findings', 'evidence', 'upheld', 'causeCode', 'rootCauseHypothesis'],
    writes: set('findings'),
  }),
  move('investigating', 'FORWARD', 'declinedScope', ['7.5', '1.7.1R', 'check'], {
    when: allOf({ fact: 'extent', is: 'whole' }, is('otherRespondentResponsible')),
    requires: ['extent', 'otherRespondentResponsible', 'toRespondent', 'letterAt', 'reasons'],
    writes: set('outOfScope'),
  }),
  move('investigating', 'FORWARD', 'investigating', ['7.5', '1.7.1R', 'check'], {
    when: { fact: 'extent', is: 'part' },
    requires: ['extent', 'toRespondent', 'part', 'letterAt'],
    writes: append('forwarded'),
  }),
  markDuplicate('investigating'),
  withdraw('investigating'),
  refer('investigating', '2.8.1R', referralOpen, ['requestedBy']),
  move('investigating', 'TIMER_UPDATE', 'investigating', ['7.3', '1.6.1R(2)', 'share'], {
    note: both('An update is owed.', '须告知进展。'),
  }),
  responseOverdue('investigating'),
];

const waiting: readonly TransitionDeclaration[] = [
  replied('awaitingCustomer', 'CUSTOMER_REPLIED'),
  ...chase('awaitingCustomer', 'TIMER_CUSTOMER_WAIT'),
  withdraw('awaitingCustomer'),
  refer('awaitingCustomer', '2.8.1R', referralOpen),
  responseOverdue('awaitingCustomer'),
  replied('awaitingThirdParty', 'THIRD_PARTY_REPLIED'),
  ...chase('awaitingThirdParty', 'TIMER_THIRD_PARTY_WAIT'),
  withdraw('awaitingThirdParty'),
  refer('awaitingThirdParty', '2.8.1R', referralOpen),
  responseOverdue('awaitingThirdParty'),
];

const proposal: readonly RecordWrite[] = [
  ...set('proposal'),
  { slot: 'remedies', as: 'set', value: { data: 'remedies' } },
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

const closed: readonly TransitionDeclaration[] = [
  reopen('resolved', anyOf(is('withinReopenWindow'), is('materialNewEvidence')), [
    'requestedBy',
    'reason',
    'newEvidence',
    'clockPolicy',
  ]),
  refer('resolved', '2.8.2R', withinWindow),
  archive('resolved', 'TIMER_REOPEN_WINDOW', ['8.1', '1.9', ''], is('capaDone')),
  move('resolved', 'TIMER_REOPEN_WINDOW', 'resolved', ['8.7', '1.3.3R', ''], {
    when: 'otherwise',
    note: both('Waits until the corrective action is done.', '等待纠正措施完成。'),
  }),
  reopen('closedFinal', is('materialNewEvidence'), ['newEvidence']),
  move('closedFinal', 'ACCEPT_LATE', 'fulfilling', ['7.8', '1.4.1R(5)', 'satisfy'], {
    when: allOf(is('offerStillOpen'), is('remediesOffered'), is('decisionSent')),
    requires: ['acceptedAt'],
    writes: set('acceptance'),
  }),
  refer('closedFinal', '2.8.2R', withinWindow),
  archive('closedFinal', 'TIMER_REFERRAL_WINDOW', ['8.1', '1.9', '']),
  reopen('withdrawn', is('withinReopenWindow'), ['requestedBy', 'reason']),
  archive('withdrawn', 'TIMER_REOPEN_WINDOW', ['8.1', '1.9', '']),
  move('merged', 'UNMERGE', 'investigating', ['7.3', '', 'identify'], {
    when: is('primaryNotArchived'),
    requires: ['requestedBy', 'reason'],
    writes: [{ slot: 'merge', as: 'clear' }],
  }),
  move('merged', 'PRIMARY_ARCHIVED', 'archived', ['8.1', '', ''], {
    requires: ['primaryId', 'outcomeCopied'],
  }),
  move('declinedScope', 'APPEAL_SCOPE', 'investigating', ['7.5', '', 'listen'], {
    when: is('withinReopenWindow'),
    requires: ['reason'],
    writes: append('appeals'),
  }),
  refer('declinedScope', '2.7/2.8', not(is('external'))),
  archive('declinedScope', 'TIMER_REOPEN_WINDOW', ['8.1', '1.9', '']),
];

const remedies = (field: string): RecordWrite => ({ slot: 'remedies', as: 'set', value: { data: field } });

const external: readonly TransitionDeclaration[] = [
  move('external', 'EXTERNAL_DECISION', 'fulfilling', ['ISO 10003 7.5-7.6', '1.4.4R / 3.6', 'action'], {
    when: is('remedyDue'),
    requires: ['remedyDue', 'outcome', 'award', 'binding', 'dueBy'],
    writes: [...set('externalDecision'), remedies('award')],
  }),
  move('external', 'EXTERNAL_DECISION', 'externalClosed', ['ISO 10003 7.7', '3.6', 'satisfy'], {
    when: 'otherwise',
    requires: ['remedyDue', 'outcome'],
    writes: set('externalDecision'),
  }),
  move('external', 'EXTERNAL_WITHDRAWN', 'closedFinal', ['ISO 10003 7.7', '', 'satisfy'], {
    requires: ['requestedBy'],
    sets: { external: false },
  }),
  move('external', 'SETTLE', 'fulfilling', ['ISO 10003 7.4', '', 'action'], {
    requires: ['terms', 'remedies'],
    writes: [...set('settlement'), remedies('remedies')],
  }),
  move('external', 'TIMER_EXTERNAL_CHASE', 'external', ['ISO 10003 7.3', '1.4.4R', ''], {
    note: both('The body is asked, or the file is sent.', '催询外部机构或提交案卷。'),
  }),
  archive('externalClosed', 'TIMER_RETENTION', ['ISO 10003 7.7', '1.9', '']),
];

export const complaintTransitions: readonly TransitionDeclaration[] = [
  ...received,
  ...investigating,
  ...waiting,
  ...proposing,
  ...offered,
  ...escalated,
  ...fulfilling,
  ...closed,
  ...external,
];
