/** Financial services in Australia: internal dispute resolution. */
import type { RulePack } from '../clocks/model.js';
import { DECIDED, ENDED_EARLY, publishedPack, RECEIVED } from './canonical-moments.js';

const GUIDE = 'ASIC Regulatory Guide 271';

/**
 * ASIC RG 271: acknowledged within 24 hours, answered within 30 calendar days. From memory: check before you rely on it.
 * Days turn in Sydney.
 *
 * @example
 * ```ts
 * import { asicRg271 } from 'clientele/complaints';
 *
 * asicRg271.clocks.map(({ clock }) => clock); // => ['ack', 'response']
 * ```
 */
export const asicRg271: RulePack = /* @__PURE__ */ publishedPack({
  name: 'au-asic-rg271',
  title: { en: 'ASIC RG 271', zh: '澳大利亚 ASIC 监管指南 271' },
  jurisdiction: 'AU',
  zone: 'Australia/Sydney',
  clocks: [
    {
      clock: 'ack',
      name: { en: 'Acknowledgement', zh: '受理确认' },
      kind: 'duty',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [{ event: 'ACKNOWLEDGE' }, DECIDED],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'elapsedMinutes', minutes: 1440 } },
      atRisk: [50, 75],
      citation: {
        rule: 'RG 271, 24 hours',
        name: { en: 'RG 271, 24 hours', zh: 'RG 271，24 小时' },
        source: GUIDE,
        unverified: true,
      },
    },
    {
      clock: 'response',
      name: { en: 'Response', zh: '答复' },
      kind: 'duty',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [DECIDED],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'calendarDays', days: 30 } },
      atRisk: [50, 75, 90],
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: {
        rule: 'RG 271, 30 days',
        name: { en: 'RG 271, 30 days', zh: 'RG 271，30 日' },
        source: GUIDE,
        unverified: true,
      },
    },
  ],
});
