/** Financial services in the United Kingdom: the dispute resolution rules of the Financial Conduct Authority. */
import type { ClockRule, RulePack } from '../clocks/model.js';
import {
  ACCEPTED,
  ARCHIVING,
  ENDED_EARLY,
  FINAL,
  HELD,
  NOT_YET,
  publishedPack,
  RECEIVED,
  REFERRED,
  SUMMARY,
  SUMMARY_SENT,
} from './canonical-moments.js';

const HANDBOOK = 'FCA Handbook, DISP';
const OMBUDSMAN = {
  en: 'The complainant can refer the complaint to the Financial Ombudsman Service.',
  zh: '投诉人可将投诉提交金融申诉专员服务机构（FOS）。',
} as const;

/** It applies to payment services too (1.5.1R). */
const SUMMARY_WINDOW: ClockRule = {
  clock: 'summary',
  name: { en: 'Summary resolution', zh: '简易解决窗口' },
  kind: 'window',
  class: 'statutory',
  starts: [RECEIVED],
  meets: [ACCEPTED],
  cancels: ENDED_EARLY,
  limit: { budget: { kind: 'businessDays', days: 3 }, until: 'close' },
  calendar: 'uk',
  citation: { rule: 'DISP 1.5.1R', source: HANDBOOK },
  consequence: {
    en: 'The time limit rules apply: a final response is owed.',
    zh: '适用时限规则，须出具最终答复。',
  },
};

/** The firm's own record of the complaint is enough to have complained in time. */
const TIME_BAR: ClockRule = {
  clock: 'complain',
  name: { en: 'Time to complain', zh: '投诉提出期限' },
  kind: 'window',
  class: 'statutory',
  applies: { filled: { data: 'incidentAt' } },
  starts: [{ event: 'RECEIVE', at: { data: 'incidentAt' } }],
  meets: [RECEIVED],
  limit: {
    whichever: 'latest',
    of: [
      {
        name: { en: 'Six years from the event', zh: '自事件发生起六年' },
        rule: { budget: { kind: 'months', months: 72 } },
      },
      {
        name: { en: 'Three years from awareness', zh: '自知道或应当知道起三年' },
        rule: { budget: { kind: 'months', months: 36 } },
        from: { data: 'awareAt' },
        optional: true,
      },
    ],
  },
  citation: { rule: 'DISP 2.8.2R', source: HANDBOOK },
  consequence: {
    en: 'The complaint came too late for the Financial Ombudsman Service, exceptions aside.',
    zh: '除例外情形外，该投诉已超过向金融申诉专员服务机构（FOS）申诉的期限。',
  },
};

/**
 * FCA DISP 1 and 2 for complaints in general: resolved by close of business on the third business day, which is when the
 * complainant has accepted by then, in whatever form (then a summary resolution communication is enough, 1.5.1R to
 * 1.5.4R); within eight weeks a final response, or a written one that says
 * why not yet and that the ombudsman is open now: an update with `referralRights` (1.6.2R). Without a final response the
 * ombudsman is open after eight weeks either way (2.8.1R); six months from the final response to go there, for a complaint
 * made within six years from the event or, if later, three from when the complainant became aware (2.8.2R; `incidentAt`
 * and, where it is told, `awareAt` of the opening).
 *
 * A summary of what the complainant has not accepted by then (`acceptedAt` of ACCEPT) is no answer of this kind: the final
 * response stays owed, or a written "not yet". Accepted by then, it may be sent promptly afterwards.
 *
 * The day of receipt is not counted; eight weeks are calendar time and are not rolled. The acknowledgement must be
 * prompt (1.6.1R), which is no number of days: promise one in `deskClocks`. Business days and closing time come from the
 * calendar `uk`.
 *
 * @example
 * ```ts
 * import { fcaDisp } from 'clientele/complaints';
 *
 * fcaDisp.clocks.map(({ clock }) => clock); // => ['summary', 'response', 'ombudsman', 'referral', 'complain']
 * ```
 */
export const fcaDisp: RulePack = /* @__PURE__ */ publishedPack({
  name: 'uk-fca-disp',
  title: { en: 'FCA DISP', zh: '英国 FCA 投诉处理规则（DISP）' },
  jurisdiction: 'GB',
  zone: 'Europe/London',
  clocks: [
    SUMMARY_WINDOW,
    {
      clock: 'response',
      name: { en: 'Final response', zh: '最终答复' },
      kind: 'duty',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [FINAL, ...SUMMARY, NOT_YET],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'weeks', weeks: 8 } },
      atRisk: [50, 75, 90],
      reopened: 'revive',
      citation: { rule: 'DISP 1.6.2R', source: HANDBOOK },
      consequence: OMBUDSMAN,
    },
    {
      clock: 'ombudsman',
      name: { en: "The firm's own time", zh: '机构自行处理期' },
      kind: 'window',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [FINAL, ...SUMMARY],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'weeks', weeks: 8 } },
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: { rule: 'DISP 2.8.1R', source: HANDBOOK },
      consequence: OMBUDSMAN,
    },
    {
      clock: 'referral',
      name: { en: 'Referral to the ombudsman', zh: '向申诉专员提交投诉' },
      kind: 'window',
      class: 'statutory',
      starts: [FINAL, ...SUMMARY_SENT],
      meets: [REFERRED],
      limit: { budget: { kind: 'months', months: 6 } },
      holds: ARCHIVING,
      citation: { rule: 'DISP 2.8.2R', source: HANDBOOK },
    },
    TIME_BAR,
  ],
});

/**
 * FCA DISP 1.6.2AR for payment services and electronic money, instead of the eight weeks of {@link fcaDisp}: a final
 * response in 15 business days; in exceptional circumstances a holding response in 15 and the final one in 35, both
 * counted from receipt. Business days come from the calendar `uk`.
 *
 * @example
 * ```ts
 * import { ukPaymentServices } from 'clientele/complaints';
 *
 * ukPaymentServices.clocks.map(({ clock }) => clock); // => ['summary', 'response', 'heldResponse', 'referral', 'complain']
 * ```
 */
export const ukPaymentServices: RulePack = /* @__PURE__ */ publishedPack({
  name: 'uk-payment-services',
  title: { en: 'FCA DISP, payment services', zh: '英国 FCA 支付服务投诉规则' },
  jurisdiction: 'GB',
  zone: 'Europe/London',
  clocks: [
    SUMMARY_WINDOW,
    {
      clock: 'response',
      name: { en: 'Final or holding response', zh: '最终答复或暂缓答复' },
      kind: 'duty',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [FINAL, ...SUMMARY, HELD],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'businessDays', days: 15 } },
      calendar: 'uk',
      atRisk: [50, 75, 90],
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: { rule: 'DISP 1.6.2AR', source: HANDBOOK },
      consequence: OMBUDSMAN,
    },
    {
      clock: 'heldResponse',
      name: { en: 'Final response after a holding response', zh: '暂缓答复后的最终答复' },
      kind: 'duty',
      class: 'statutory',
      starts: [{ ...HELD, at: { record: 'RECEIVE.receivedAt' } }],
      meets: [FINAL, ...SUMMARY],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'businessDays', days: 35 } },
      calendar: 'uk',
      atRisk: [75, 90],
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: { rule: 'DISP 1.6.2AR', source: HANDBOOK },
      consequence: OMBUDSMAN,
    },
    {
      clock: 'referral',
      name: { en: 'Referral to the ombudsman', zh: '向申诉专员提交投诉' },
      kind: 'window',
      class: 'statutory',
      starts: [FINAL, ...SUMMARY_SENT],
      meets: [REFERRED],
      limit: { budget: { kind: 'months', months: 6 } },
      holds: ARCHIVING,
      citation: { rule: 'DISP 2.8.2R', source: HANDBOOK },
    },
    TIME_BAR,
  ],
});
