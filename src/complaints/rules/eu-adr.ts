/** Alternative dispute resolution in the European Union. */
import type { RulePack } from '../clocks/model.js';
import { publishedPack, REFERRED } from './canonical-moments.js';

/**
 * Directive 2013/11/EU: the outcome within 90 days of the complete file, taken here from the referral. From memory:
 * check before you rely on it.
 *
 * @example
 * ```ts
 * import { euDisputeResolution } from 'clientele/complaints';
 *
 * euDisputeResolution.clocks[0]?.citation?.unverified; // => true
 * ```
 */
export const euDisputeResolution: RulePack = /* @__PURE__ */ publishedPack({
  name: 'eu-adr',
  title: { en: 'EU alternative dispute resolution', zh: '欧盟替代性争议解决' },
  jurisdiction: 'EU',
  zone: 'Europe/Brussels',
  clocks: [
    {
      clock: 'outcome',
      name: { en: 'Outcome of the dispute resolution', zh: '争议解决结果' },
      kind: 'window',
      class: 'statutory',
      starts: [REFERRED],
      meets: [{ event: 'EXTERNAL_DECISION' }, { event: 'SETTLE' }],
      cancels: [{ event: 'EXTERNAL_WITHDRAWN' }],
      limit: { budget: { kind: 'calendarDays', days: 90 } },
      citation: {
        rule: 'Directive 2013/11/EU, 90 days',
        name: { en: 'Directive 2013/11/EU, 90 days', zh: '欧盟第 2013/11 号指令，90 日' },
        source: 'Directive 2013/11/EU on consumer ADR',
        unverified: true,
      },
    },
  ],
});
