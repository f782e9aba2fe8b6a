/** Telecommunications in China: complaints of users under the ministry's Order 35. */
import type { ClockRule, RulePack } from '../clocks/model.js';
import { ARCHIVING, DECIDED, ENDED_EARLY, publishedPack, RECEIVED, REFERRED } from './canonical-moments.js';

const ORDER_35 = '电信用户申诉处理办法（工业和信息化部令第35号，2016）';

/** What the appeal body still takes, counted from the matter itself (`incidentAt`). */
function appealBar(rule: Pick<ClockRule, 'clock' | 'name' | 'applies'>, months: number): ClockRule {
  return {
    ...rule,
    kind: 'window',
    class: 'statutory',
    starts: [{ event: 'RECEIVE', at: { data: 'incidentAt' } }],
    meets: [REFERRED],
    limit: { budget: { kind: 'months', months } },
    holds: ARCHIVING,
    citation: {
      rule: `MIIT Order 35, ${months} months`,
      name: { en: `MIIT Order 35, ${months} months`, zh: `工信部第35号令，${months}个月` },
      source: ORDER_35,
      unverified: true,
    },
    consequence: { en: 'The appeal body need not accept it.', zh: '申诉受理机构可不予受理。' },
  };
}

/** A dispute about fees, by the category that the assessment gives it. */
const CATEGORY = { record: 'ASSESS.category' } as const;
const FEES = [{ value: 'fees' }] as const;

/**
 * MIIT Order 35 of 2016: the operator answers in 15 days, else the user may appeal; the body that receives the appeal
 * decides in 5 working days whether to accept it. A dispute about fees (assessed with the category `fees`) can be appealed
 * for five months, anything else for two years, counted here from `incidentAt`. Read in part second-hand: check before you rely on it. Working days
 * come from the calendar `cn`.
 *
 * @example
 * ```ts
 * import { miitOrder35 } from 'clientele/complaints';
 *
 * miitOrder35.clocks.map(({ clock }) => clock); // => ['response', 'appealAccepted', 'appealFees', 'appeal']
 * ```
 */
export const miitOrder35: RulePack = /* @__PURE__ */ publishedPack({
  name: 'cn-miit',
  version: 'order-35',
  title: { en: 'Telecom user complaints, MIIT Order 35', zh: '电信用户申诉（工信部第35号令）' },
  jurisdiction: 'CN',
  zone: 'Asia/Shanghai',
  clocks: [
    {
      clock: 'response',
      name: { en: "Operator's answer", zh: '电信企业答复' },
      kind: 'duty',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [DECIDED],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'calendarDays', days: 15 } },
      atRisk: [50, 75, 90],
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: {
        rule: 'MIIT Order 35, 15 days',
        name: { en: 'MIIT Order 35, 15 days', zh: '工信部第35号令，15日' },
        source: ORDER_35,
        unverified: true,
      },
      consequence: { en: 'The user may appeal to the ministry.', zh: '用户可向申诉受理机构提出申诉。' },
    },
    {
      clock: 'appealAccepted',
      name: { en: 'Decision of the appeal body whether to accept', zh: '申诉受理决定' },
      kind: 'window',
      class: 'statutory',
      starts: [REFERRED],
      meets: [{ event: 'EXTERNAL_DECISION' }, { event: 'EXTERNAL_WITHDRAWN' }],
      limit: { budget: { kind: 'businessDays', days: 5 } },
      calendar: 'cn',
      citation: {
        rule: 'MIIT Order 35, 5 working days',
        name: { en: 'MIIT Order 35, 5 working days', zh: '工信部第35号令，5个工作日' },
        source: ORDER_35,
        unverified: true,
      },
    },
    /* @__PURE__ */ appealBar(
      {
        clock: 'appealFees',
        name: { en: 'Time to appeal about fees', zh: '收费争议申诉期限' },
        applies: { one: CATEGORY, in: FEES },
      },
      5,
    ),
    /* @__PURE__ */ appealBar(
      {
        clock: 'appeal',
        name: { en: 'Time to appeal', zh: '申诉期限' },
        applies: { one: CATEGORY, notIn: FEES },
      },
      24,
    ),
  ],
});
