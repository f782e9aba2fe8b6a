/** Tourism complaints in China, before the complaint bodies of the tourism authorities. */
import type { RulePack } from '../clocks/model.js';
import { ENDED_EARLY, publishedPack, RECEIVED, TAKEN_UP } from './canonical-moments.js';

const ORDER_32 = '旅游投诉处理办法（国家旅游局令第32号，2010）';

/**
 * CNTA Order 32 of 2010, for a body that hears the complaint: brought within 90 days after the contract ended (where the
 * complaint says when: `contractEndsOn`); accepted in 5 working days; the respondent (the third party that is asked)
 * answers in writing in 10 days; mediation within 60 days of acceptance. All second-hand: check before you rely on it.
 * Working days come from the calendar `cn`.
 *
 * @example
 * ```ts
 * import { tourismOrder32 } from 'clientele/complaints';
 *
 * tourismOrder32.clocks.map(({ clock }) => clock); // => ['complain', 'accept', 'respondentAnswer', 'mediation']
 * ```
 */
export const tourismOrder32: RulePack = /* @__PURE__ */ publishedPack({
  name: 'cn-tourism',
  version: 'order-32',
  title: { en: 'Tourism complaints, CNTA Order 32', zh: '旅游投诉（第32号令）' },
  jurisdiction: 'CN',
  zone: 'Asia/Shanghai',
  clocks: [
    {
      clock: 'complain',
      name: { en: 'Time to complain', zh: '投诉提出期限' },
      kind: 'window',
      class: 'statutory',
      applies: { filled: { data: 'contractEndsOn' } },
      starts: [{ event: 'RECEIVE', at: { data: 'contractEndsOn' } }],
      meets: [RECEIVED],
      limit: { budget: { kind: 'calendarDays', days: 90 } },
      citation: {
        rule: 'CNTA Order 32, 90 days after the contract ended',
        name: {
          en: 'CNTA Order 32, 90 days after the contract ended',
          zh: '旅游局第32号令，合同结束之日起90天',
        },
        source: ORDER_32,
        unverified: true,
      },
      consequence: { en: 'The complaint came too late to be accepted.', zh: '投诉已超过期限，不予受理。' },
    },
    {
      clock: 'accept',
      name: { en: 'Decision whether to accept', zh: '受理决定' },
      kind: 'duty',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [{ event: 'ASSESS' }],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'businessDays', days: 5 } },
      calendar: 'cn',
      citation: {
        rule: 'CNTA Order 32, 5 working days',
        name: { en: 'CNTA Order 32, 5 working days', zh: '旅游局第32号令，5个工作日' },
        source: ORDER_32,
        unverified: true,
      },
    },
    {
      clock: 'respondentAnswer',
      name: { en: "Respondent's written answer", zh: '被投诉人书面答复' },
      kind: 'window',
      class: 'statutory',
      starts: [{ event: 'ASK_THIRD_PARTY' }],
      meets: [{ event: 'THIRD_PARTY_REPLIED' }],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'calendarDays', days: 10 } },
      citation: {
        rule: 'CNTA Order 32, 10 days',
        name: { en: 'CNTA Order 32, 10 days', zh: '旅游局第32号令，10日' },
        source: ORDER_32,
        unverified: true,
      },
    },
    {
      clock: 'mediation',
      name: { en: 'Mediation', zh: '调解' },
      kind: 'window',
      class: 'statutory',
      starts: [TAKEN_UP],
      meets: [{ event: 'ACCEPT' }],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'calendarDays', days: 60 } },
      atRisk: [50, 75, 90],
      citation: {
        rule: 'CNTA Order 32, 60 days',
        name: { en: 'CNTA Order 32, 60 days', zh: '旅游局第32号令，60日' },
        source: ORDER_32,
        unverified: true,
      },
    },
  ],
});
