/** What a desk waits for while a complaint is open, and the next step of each who keeps it waiting. */
import type { ClockRule } from '../clocks/model.js';
import { DECIDED } from './canonical-moments.js';
import { type Limits, named, ownClock } from './desk-clock.js';

export function waiting(limits: Limits): readonly ClockRule[] {
  return [
    ownClock(
      'window',
      'customerWait',
      { en: "Customer's reply", zh: '客户回复' },
      {
        starts: [{ enters: 'awaitingCustomer' }, { event: 'TIMER_CUSTOMER_WAIT', in: ['awaitingCustomer'] }],
        restartsOn: 'everyStart',
        meets: [{ event: 'CUSTOMER_REPLIED' }],
        cancels: [{ leaves: 'awaitingCustomer' }],
        limit: named('dueBy', limits.customerWait),
        timer: 'TIMER_CUSTOMER_WAIT',
      },
    ),
    ownClock(
      'window',
      'thirdPartyWait',
      { en: "Third party's reply", zh: '第三方回复' },
      {
        starts: [
          { enters: 'awaitingThirdParty' },
          { event: 'TIMER_THIRD_PARTY_WAIT', in: ['awaitingThirdParty'] },
        ],
        restartsOn: 'everyStart',
        meets: [{ event: 'THIRD_PARTY_REPLIED' }],
        cancels: [{ leaves: 'awaitingThirdParty' }],
        limit: limits.thirdPartyWait,
        timer: 'TIMER_THIRD_PARTY_WAIT',
      },
    ),
    ownClock(
      'duty',
      'approval',
      { en: 'Approval', zh: '审批' },
      {
        starts: [{ enters: 'awaitingApproval' }],
        meets: [{ event: 'APPROVE' }, { event: 'REFUSE_APPROVAL' }],
        cancels: [{ leaves: 'awaitingApproval' }],
        limit: named('slaDueAt', limits.approval),
        timer: 'TIMER_APPROVAL',
        timerAgain: limits.approval,
      },
    ),
    ownClock(
      'window',
      'offer',
      { en: 'Offer', zh: '方案有效期' },
      {
        starts: [DECIDED],
        meets: [{ event: 'ACCEPT' }, { event: 'DECLINE' }],
        cancels: [{ leaves: 'offered' }],
        limit: named('acceptBy', limits.offer),
        timer: 'TIMER_OFFER',
      },
    ),
    ownClock(
      'duty',
      'escalationMove',
      { en: 'Change of person, time or place', zh: '换人、换时间或换地点' },
      {
        starts: [{ enters: 'escalated' }],
        meets: [{ event: 'CHANGE_PERSON' }, { event: 'CHANGE_TIME' }, { event: 'CHANGE_PLACE' }],
        cancels: [{ leaves: 'escalated' }],
        limit: limits.escalationMove,
        timer: 'TIMER_ESCALATION',
      },
    ),
    ownClock(
      'duty',
      'fulfil',
      { en: 'Fulfilment', zh: '补救履行' },
      {
        starts: [{ enters: 'fulfilling' }],
        meets: [{ enters: 'verifying' }],
        cancels: [{ leaves: 'fulfilling' }],
        limit: named('dueBy', limits.fulfil),
        timer: 'TIMER_FULFIL',
        timerAgain: limits.fulfil,
      },
    ),
    ownClock(
      'window',
      'verify',
      { en: 'Answer to the survey', zh: '满意度回访' },
      {
        starts: [{ enters: 'verifying' }],
        meets: [{ event: 'SURVEY' }],
        cancels: [{ leaves: 'verifying' }],
        limit: limits.verify,
        timer: 'TIMER_VERIFY',
      },
    ),
  ];
}
