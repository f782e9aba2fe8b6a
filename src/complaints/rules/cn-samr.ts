/** Consumer complaints to China's market regulators: Order 20 until 14 April 2026, Order 121 from the day after. */
import type { DeadlineRule } from '../../calendar/index.js';
import type { Citation, ClockRule, PauseRule, RulePack } from '../clocks/model.js';
import { DECIDED, ENDED_EARLY, publishedPack, RECEIVED, TAKEN_UP } from './canonical-moments.js';

const ORDER_20 = '市场监督管理投诉举报处理暂行办法（国家市场监督管理总局令第20号，2022年修正）';
const ORDER_121 = '市场监督管理投诉举报处理办法（国家市场监督管理总局令第121号）';

/** The first day of Order 121. */
const CHANGE = '2026-04-15';

function accept(citation: Citation): ClockRule {
  return {
    clock: 'accept',
    name: { en: 'Decision whether to accept', zh: '受理决定' },
    kind: 'duty',
    class: 'statutory',
    starts: [RECEIVED],
    meets: [{ event: 'ASSESS' }],
    cancels: ENDED_EARLY,
    limit: { budget: { kind: 'businessDays', days: 7 } },
    calendar: 'cn',
    atRisk: [50, 75],
    citation,
  };
}

function mediation(
  limit: DeadlineRule,
  citation: Citation,
  more: Partial<Pick<ClockRule, 'pauses' | 'calendar'>>,
): ClockRule {
  return {
    clock: 'mediation',
    name: { en: 'Mediation', zh: '调解' },
    kind: 'window',
    class: 'statutory',
    starts: [TAKEN_UP],
    meets: [{ event: 'ACCEPT' }],
    cancels: [...ENDED_EARLY, { event: 'REFER_EXTERNAL' }],
    limit,
    ...more,
    atRisk: [50, 75, 90],
    reopened: 'revive',
    citation,
    consequence: {
      en: 'No agreement in time: mediation ends, and the parties are told.',
      zh: '期限届满仍未达成调解协议的，终止调解并告知当事人。',
    },
  };
}

/** That mediation has ended is told within seven working days; the day after its last one is the first. */
function terminationNotice(citation: Citation): ClockRule {
  return {
    clock: 'terminationNotice',
    name: { en: 'Notice that mediation has ended', zh: '终止调解告知' },
    kind: 'duty',
    class: 'statutory',
    starts: [{ runsOut: 'mediation' }],
    meets: [{ event: 'SEND_UPDATE' }, DECIDED],
    cancels: ENDED_EARLY,
    limit: { budget: { kind: 'businessDays', days: 7 }, anchorDay: 'included' },
    calendar: 'cn',
    atRisk: [50, 75],
    citation,
  };
}

/** Time of an inspection or appraisal: the third party that is asked, where the basis for the pause is named. */
const INSPECTION: PauseRule = {
  reason: 'inspection',
  name: { en: 'inspection or appraisal', zh: '检验、检测、鉴定' },
  from: [{ event: 'ASK_THIRD_PARTY', when: { filled: { data: 'statutoryPauseBasis' } } }],
  until: [{ leaves: 'awaitingThirdParty' }],
  citation: {
    rule: 'SAMR Order 20, art. 20',
    name: { en: 'SAMR Order 20, art. 20', zh: '第20号令第二十条' },
    source: ORDER_20,
  },
};

/**
 * SAMR Order 20 (2019, amended 2022), for complaints received before 2026-04-15: accepted or refused in 7 working days
 * (art. 14); mediation ends without agreement 45 working days after acceptance (art. 21(1)(5)), the time of inspections
 * not counted (art. 20), nor the days on which they begin and end; that it has ended is told in 7 working days. Working days, not the often quoted 60, and make-up
 * working days count; they come from the calendar `cn`.
 *
 * @example
 * ```ts
 * import { samrOrder20 } from 'clientele/complaints';
 *
 * samrOrder20.effective; // => { until: '2026-04-15' }
 * ```
 */
export const samrOrder20: RulePack = /* @__PURE__ */ publishedPack({
  name: 'cn-samr',
  version: 'order-20',
  effective: { until: CHANGE },
  title: { en: 'SAMR complaints, Order 20', zh: '市场监管投诉处理（第20号令）' },
  jurisdiction: 'CN',
  zone: 'Asia/Shanghai',
  clocks: [
    /* @__PURE__ */ accept({
      rule: 'SAMR Order 20, art. 14',
      name: { en: 'SAMR Order 20, art. 14', zh: '第20号令第十四条' },
      source: ORDER_20,
    }),
    /* @__PURE__ */ mediation(
      { budget: { kind: 'businessDays', days: 45 } },
      {
        rule: 'SAMR Order 20, art. 21(1)(5)',
        name: { en: 'SAMR Order 20, art. 21(1)(5)', zh: '第20号令第二十一条第一款第五项' },
        source: ORDER_20,
      },
      { pauses: [INSPECTION], calendar: 'cn' },
    ),
    /* @__PURE__ */ terminationNotice({
      rule: 'SAMR Order 20, art. 21',
      name: { en: 'SAMR Order 20, art. 21', zh: '第20号令第二十一条' },
      source: ORDER_20,
    }),
  ],
});

/** What the text of Order 121 that could be read leaves open. */
export interface SamrOrder121Options {
  /**
   * A last day that is no working day: it stays (`'none'`, the default), or it moves to the next working day
   * (`'following'`, as Civil Code art. 203 has it), by the calendar `cn`.
   */
  readonly roll?: 'none' | 'following';
}

/**
 * SAMR Order 121, for complaints received from 2026-04-15 on: mediation ends without agreement 60 calendar days after
 * acceptance (art. 23(1)(5), second-hand); accepted or refused in 7 working days (Consumer Protection Law art. 46; the
 * order's own figure is not confirmed). Another version of the pack of {@link samrOrder20}: use both.
 *
 * @example
 * ```ts
 * import { checkRulePacks, samrOrder20, samrOrder121 } from 'clientele/complaints';
 *
 * checkRulePacks([samrOrder20, samrOrder121()]); // => []
 * ```
 */
export function samrOrder121({ roll = 'none' }: SamrOrder121Options = {}): RulePack {
  return publishedPack({
    name: 'cn-samr',
    version: 'order-121',
    effective: { from: CHANGE },
    title: { en: 'SAMR complaints, Order 121', zh: '市场监管投诉处理（第121号令）' },
    jurisdiction: 'CN',
    zone: 'Asia/Shanghai',
    clocks: [
      accept({
        rule: 'Consumer Protection Law, art. 46',
        name: { en: 'Consumer Protection Law, art. 46', zh: '消费者权益保护法第四十六条' },
        source: ORDER_121,
        unverified: true,
      }),
      mediation(
        roll === 'none'
          ? { budget: { kind: 'calendarDays', days: 60 } }
          : { budget: { kind: 'calendarDays', days: 60 }, roll },
        {
          rule: 'SAMR Order 121, art. 23(1)(5)',
          name: { en: 'SAMR Order 121, art. 23(1)(5)', zh: '第121号令第二十三条第一款第五项' },
          source: ORDER_121,
          unverified: true,
        },
        roll === 'none' ? {} : { calendar: 'cn' },
      ),
    ],
  });
}
