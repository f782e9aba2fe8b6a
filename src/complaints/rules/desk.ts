/** A desk's own promises and waiting times over the canonical chart: every timer that the chart needs. */
import type { DeadlineRule } from '../../calendar/index.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { ClockLimit, ClockMoment, ClockRule, PauseRule, RulePack } from '../clocks/model.js';
import { DECIDED, ENDED_EARLY, HELD, RECEIVED, REFERRED, REOPENED } from './canonical-moments.js';
import { type DeskLimit, deskLimits } from './desk-limits.js';

/** What a desk chooses. */
export interface DeskClockOptions {
  /** IANA name: where the desk's days turn. The calendar must be of the same zone. */
  readonly zone: string;
  /** Limits other than {@link deskLimits}. */
  readonly limits?: Partial<Readonly<Record<DeskLimit, DeadlineRule>>>;
  /** The name of the desk's calendar among those handed over. Default `'default'`. */
  readonly calendar?: string;
  /** Percentages of each duty's budget at which it is at risk. Default 75 and 90. */
  readonly atRisk?: readonly number[];
  /** Default `'desk'`. */
  readonly name?: string;
  readonly version?: string;
  /** Default: every day. */
  readonly effective?: RulePack['effective'];
}

/**
 * A contractual pack for the canonical chart: acknowledgement, assessment, periodic updates, holding response, summary
 * window, response; waits for the customer and for third parties, approval, offer, the move after a refusal,
 * fulfilment, verification; the windows to reopen and to refer; chasing an external body, retention. Together they date
 * every timer of the chart.
 *
 * The response pauses while the customer or a third party is waited for; a reopening does with it what the event's
 * `clockPolicy` says. What a person has named in an event (`nextUpdateBy`, `dueBy`, `slaDueAt`, `acceptBy`) goes before
 * the limits set here. The timer of an overdue assessment, update, approval or fulfilment is due again each such period, for the next tier.
 *
 * @example
 * ```ts
 * import { checkRulePacks, deskClocks } from 'clientele/complaints';
 *
 * const desk = deskClocks({ zone: 'Europe/London', limits: { ack: { budget: { kind: 'workingMinutes', minutes: 240 } } } });
 *
 * checkRulePacks([desk]); // => []
 * desk.clocks[0]?.limit; // => { budget: { kind: 'workingMinutes', minutes: 240 } }
 * ```
 */
export function deskClocks(options: DeskClockOptions): RulePack {
  const {
    zone,
    calendar = 'default',
    atRisk = [75, 90],
    name = 'desk',
    version = '1',
    effective = {},
  } = options;
  const limits = { ...deskLimits, ...options.limits };
  return {
    format: 'complaint-rules@1',
    name,
    version,
    title: { en: "The desk's own clocks", zh: '服务台内部时限' },
    effective,
    chosenBy: 'opening',
    receivedAt: 'receivedAt',
    zone,
    reopenings: REOPENED,
    clocks: [...answering(limits), ...waiting(limits), ...afterwards(limits)].map((rule) => ({
      ...rule,
      calendar,
      ...(rule.kind === 'duty' ? { atRisk } : {}),
    })),
  };
}

type Limits = Readonly<Record<DeskLimit, DeadlineRule>>;

type Own = Omit<ClockRule, 'clock' | 'name' | 'kind' | 'class' | 'calendar' | 'atRisk'>;

function own(
  kind: ClockRule['kind'],
  clock: Exclude<DeskLimit, 'archive'>,
  name: Bilingual,
  rule: Own,
): ClockRule {
  return { clock, name, kind, class: 'contractual', ...rule };
}

/** What an event names, or else the desk's limit. */
function named(untilField: string, otherwise: DeadlineRule): ClockLimit {
  return { untilField, otherwise };
}

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

function answering(limits: Limits): readonly ClockRule[] {
  return [
    own(
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
    own(
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
    own(
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
    own(
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
    own(
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
    own(
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
  ];
}

function waiting(limits: Limits): readonly ClockRule[] {
  return [
    own(
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
    own(
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
    own(
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
    own(
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
    own(
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
    own(
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
    own(
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

function afterwards(limits: Limits): readonly ClockRule[] {
  return [
    own(
      'window',
      'reopenWindow',
      { en: 'Time to reopen', zh: '重开期限' },
      {
        starts: [{ enters: 'resolved' }, { enters: 'withdrawn' }, { enters: 'declinedScope' }],
        meets: REOPENED,
        cancels: [{ leaves: 'resolved' }, { leaves: 'withdrawn' }, { leaves: 'declinedScope' }],
        limit: limits.reopenWindow,
        timer: 'TIMER_REOPEN_WINDOW',
        timerFields: { retentionUntil: limits.archive },
      },
    ),
    // The window is over, but corrective action still keeps the case from the archive.
    own(
      'window',
      'correctiveWait',
      { en: 'Wait for corrective action', zh: '等待纠正措施' },
      {
        starts: [{ event: 'TIMER_REOPEN_WINDOW', in: ['resolved'] }],
        restartsOn: 'everyStart',
        meets: [],
        cancels: [{ leaves: 'resolved' }],
        limit: limits.correctiveWait,
        timer: 'TIMER_REOPEN_WINDOW',
        timerFields: { retentionUntil: limits.archive },
      },
    ),
    own(
      'window',
      'referralWindow',
      { en: 'Time to go to an external body', zh: '外部申诉期限' },
      {
        starts: [{ enters: 'closedFinal' }],
        meets: [REFERRED],
        cancels: [{ leaves: 'closedFinal' }],
        limit: limits.referralWindow,
        timer: 'TIMER_REFERRAL_WINDOW',
        timerFields: { retentionUntil: limits.archive },
      },
    ),
    own(
      'window',
      'externalChase',
      { en: "External body's answer", zh: '外部机构答复' },
      {
        starts: [{ enters: 'external' }, { event: 'TIMER_EXTERNAL_CHASE', in: ['external'] }],
        restartsOn: 'everyStart',
        meets: [{ event: 'EXTERNAL_DECISION' }],
        cancels: [{ leaves: 'external' }],
        limit: limits.externalChase,
        timer: 'TIMER_EXTERNAL_CHASE',
      },
    ),
    own(
      'window',
      'retention',
      { en: 'Retention', zh: '档案留存' },
      {
        starts: [{ enters: 'externalClosed' }],
        meets: [],
        cancels: [{ leaves: 'externalClosed' }],
        limit: limits.retention,
        timer: 'TIMER_RETENTION',
        timerFields: { retentionUntil: limits.archive },
      },
    ),
  ];
}
