/** Air passengers in China. */
import type { RulePack } from '../clocks/model.js';
import { DECIDED, ENDED_EARLY, publishedPack, RECEIVED } from './canonical-moments.js';

const RULES = '公共航空运输旅客服务管理规定（2021年9月1日起施行）';

/**
 * The passenger service rules of the CAAC, for complaints received from 2021-09-01 on: dealt with in 10 working days;
 * refunds in 7 working days. Second-hand: check before you rely on it. Working days come from the calendar `cn`.
 *
 * @example
 * ```ts
 * import { caacPassengerService } from 'clientele/complaints';
 *
 * caacPassengerService.clocks[0]?.limit; // => { budget: { kind: 'businessDays', days: 10 } }
 * ```
 */
export const caacPassengerService: RulePack = /* @__PURE__ */ publishedPack({
  name: 'cn-airline',
  version: '2021',
  effective: { from: '2021-09-01' },
  title: { en: 'Air passenger service rules, CAAC', zh: '公共航空运输旅客服务管理规定' },
  jurisdiction: 'CN',
  zone: 'Asia/Shanghai',
  clocks: [
    {
      clock: 'response',
      name: { en: 'Result of the complaint', zh: '投诉处理结果' },
      kind: 'duty',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [DECIDED],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'businessDays', days: 10 } },
      calendar: 'cn',
      atRisk: [50, 75, 90],
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: {
        rule: 'CAAC passenger service rules, 10 working days',
        name: { en: 'CAAC passenger service rules, 10 working days', zh: '民航旅客服务管理规定，10个工作日' },
        source: RULES,
        unverified: true,
      },
    },
    {
      clock: 'refund',
      name: { en: 'Refund', zh: '退款' },
      kind: 'duty',
      class: 'statutory',
      starts: [{ enters: 'fulfilling' }],
      meets: [{ enters: 'verifying' }],
      cancels: [{ leaves: 'fulfilling' }],
      limit: { budget: { kind: 'businessDays', days: 7 } },
      calendar: 'cn',
      timer: 'TIMER_FULFIL',
      citation: {
        rule: 'CAAC passenger service rules, 7 working days',
        name: { en: 'CAAC passenger service rules, 7 working days', zh: '民航旅客服务管理规定，7个工作日' },
        source: RULES,
        unverified: true,
      },
    },
  ],
});
