/** Banking and insurance consumer complaints in China. */
import type { ClockMoment, ClockRule, MomentTime, RulePack } from '../clocks/model.js';
import { DECIDED, ENDED_EARLY, HELD, publishedPack, RECEIVED } from './canonical-moments.js';

const ORDER = '银行业保险业消费投诉处理管理办法（中国银行保险监督管理委员会令2020年第3号）';

const RECEIPT: MomentTime = { record: 'RECEIVE.receivedAt' };

/** An update for an extension that somebody approved. */
const APPROVED: ClockMoment = { event: 'SEND_UPDATE', when: { filled: { data: 'approvedBy' } } };

/** A further limit from receipt, for a case whose complexity a holding update states. */
function extended(
  { clock, name, starts, meets }: Pick<ClockRule, 'clock' | 'name' | 'starts' | 'meets'>,
  days: number,
): ClockRule {
  return {
    clock,
    name,
    kind: 'duty',
    class: 'statutory',
    starts,
    meets,
    cancels: ENDED_EARLY,
    limit: { budget: { kind: 'calendarDays', days } },
    atRisk: [75, 90],
    timer: 'TIMER_RESPONSE',
    reopened: 'revive',
    citation: {
      rule: `CBIRC Order 2020/3, ${days} days`,
      name: { en: `CBIRC Order 2020/3, ${days} days`, zh: `银保监会2020年第3号令，${days}日` },
      source: ORDER,
    },
  };
}

/**
 * CBIRC Order 3 of 2020: a decision in 15 days; a complex case, which a holding update says to be one, in 30; a special
 * one, for which the update names who approved it (`approvedBy`), in 60. All from receipt. A withdrawal ends the
 * procedure the day it arrives (art. 15).
 *
 * @example
 * ```ts
 * import { bankInsuranceComplaints } from 'clientele/complaints';
 *
 * bankInsuranceComplaints.clocks.map(({ clock }) => clock); // => ['decision', 'complexDecision', 'specialDecision']
 * ```
 */
export const bankInsuranceComplaints: RulePack = /* @__PURE__ */ publishedPack({
  name: 'cn-bank-insurance',
  version: '2020-3',
  title: {
    en: 'Bank and insurance complaints, CBIRC Order 2020/3',
    zh: '银行业保险业消费投诉（2020年第3号令）',
  },
  jurisdiction: 'CN',
  zone: 'Asia/Shanghai',
  clocks: [
    {
      clock: 'decision',
      name: { en: 'Decision, or word that the case is complex', zh: '处理决定或延期告知' },
      kind: 'duty',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [DECIDED, HELD],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'calendarDays', days: 15 } },
      atRisk: [50, 75, 90],
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: {
        rule: 'CBIRC Order 2020/3, 15 days',
        name: { en: 'CBIRC Order 2020/3, 15 days', zh: '银保监会2020年第3号令，15日' },
        source: ORDER,
      },
    },
    /* @__PURE__ */ extended(
      {
        clock: 'complexDecision',
        name: { en: 'Decision in a complex case', zh: '情况复杂的处理决定' },
        starts: [{ ...HELD, at: RECEIPT }],
        meets: [DECIDED, APPROVED],
      },
      30,
    ),
    /* @__PURE__ */ extended(
      {
        clock: 'specialDecision',
        name: { en: 'Decision in a special case', zh: '情况特殊的处理决定' },
        starts: [{ ...APPROVED, at: RECEIPT }],
        meets: [DECIDED],
      },
      60,
    ),
  ],
});
