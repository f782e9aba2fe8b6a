/** From receipt to a conclusion: assessing, investigating, waiting for others. */
import type { TransitionDeclaration } from '../workflow/model.js';
import { both } from './both.js';
import { CHASES, is, not } from './complaint-facts.js';
import {
  allOf,
  anyOf,
  append,
  move,
  refer,
  referralOpen,
  responseOverdue,
  set,
  withdraw,
} from './complaint-moves.js';

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

export const hearing: readonly TransitionDeclaration[] = [...received, ...investigating, ...waiting];
