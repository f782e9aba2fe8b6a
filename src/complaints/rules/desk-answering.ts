/** What a desk owes while a complaint is open: acknowledgement, assessment, updates, responses. */
import type { ClockMoment, ClockRule, PauseRule } from '../clocks/model.js';
import { DECIDED, ENDED_EARLY, HELD, RECEIVED, REFERRED } from './canonical-moments.js';
import { type Limits, named, ownClock } from './desk-clock.js';

/** No longer owed by the desk: over, or in another's hands. */
const OUT_OF_HAND: readonly ClockMoment[] = [...ENDED_EARLY, REFERRED];

const WAITS: readonly PauseRule[] = [
  {
    reason: 'customer',
    name: { en: 'waiting for the customer', zh: '等待客户' },
    whileIn: ['awaitingCustomer'],
  },
  {
    reason: 'thirdParty',
    name: { en: 'waiting for a third party', zh: '等待第三方' },
    whileIn: ['awaitingThirdParty'],
  },
];

/** The states in which the next step is somebody else's, by who that is. */
const ELSEWHERE: readonly PauseRule[] = [
  {
    reason: 'customer',
    name: { en: 'with the customer', zh: '待客户处理' },
    whileIn: ['awaitingCustomer', 'offered', 'verifying'],
  },
  {
    reason: 'thirdParty',
    name: { en: 'with a third party', zh: '待第三方处理' },
    whileIn: ['awaitingThirdParty'],
  },
  { reason: 'approver', name: { en: 'with the approver', zh: '待审批' }, whileIn: ['awaitingApproval'] },
  { reason: 'external', name: { en: 'with an external body', zh: '待外部机构处理' }, whileIn: ['external'] },
];

export function answering(limits: Limits): readonly ClockRule[] {
  return [
    ownClock(
      'duty',
      'ack',
      { en: 'Acknowledgement', zh: '受理确认' },
      {
        starts: [RECEIVED],
        meets: [{ event: 'ACKNOWLEDGE' }, DECIDED],
        cancels: OUT_OF_HAND,
        limit: limits.ack,
        reopened: 'revive',
      },
    ),
    ownClock(
      'duty',
      'assess',
      { en: 'Assessment', zh: '初步评估' },
      {
        starts: [RECEIVED],
        meets: [{ event: 'ASSESS' }],
        cancels: [{ leaves: 'received' }],
        limit: limits.assess,
        timer: 'TIMER_ASSESS',
        timerAgain: limits.assess,
      },
    ),
    ownClock(
      'duty',
      'update',
      { en: 'Update', zh: '进展告知' },
      {
        starts: [{ enters: 'investigating' }],
        meets: [{ event: 'SEND_UPDATE' }],
        cancels: [...OUT_OF_HAND, DECIDED],
        repeats: true,
        limit: named('nextUpdateBy', limits.update),
        timer: 'TIMER_UPDATE',
        timerAgain: limits.update,
      },
    ),
    ownClock(
      'duty',
      'holding',
      { en: 'Holding response', zh: '延期答复' },
      {
        starts: [RECEIVED],
        meets: [HELD, DECIDED],
        cancels: OUT_OF_HAND,
        limit: limits.holding,
        reopened: 'revive',
      },
    ),
    ownClock(
      'window',
      'summary',
      { en: 'Summary resolution', zh: '简易解决窗口' },
      {
        starts: [RECEIVED],
        meets: [{ event: 'ACCEPT' }],
        cancels: OUT_OF_HAND,
        limit: limits.summary,
      },
    ),
    ownClock(
      'duty',
      'response',
      { en: 'Response', zh: '答复' },
      {
        // Heard again after a refusal, it is owed again.
        starts: [RECEIVED, { enters: 'investigating' }],
        meets: [DECIDED],
        cancels: OUT_OF_HAND,
        pauses: WAITS,
        limit: limits.response,
        timer: 'TIMER_RESPONSE',
        reopened: 'asTold',
      },
    ),
    ownClock(
      'window',
      'agentWork',
      { en: "The agent's own time", zh: '经办人自身用时' },
      {
        starts: [RECEIVED],
        meets: [{ enters: 'resolved' }, { enters: 'closedFinal' }, { enters: 'externalClosed' }],
        cancels: ENDED_EARLY,
        pauses: ELSEWHERE,
        limit: limits.agentWork,
        reopened: 'resume',
      },
    ),
  ];
}
