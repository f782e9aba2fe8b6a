/** Telecommunications in the United Kingdom: when a complaint may go to alternative dispute resolution. */
import type { RulePack } from '../clocks/model.js';
import { ANSWERED, ENDED_EARLY, publishedPack, RECEIVED } from './canonical-moments.js';

function ofcom(weeks: number, version: string, effective: RulePack['effective'], source: string): RulePack {
  return publishedPack({
    name: 'uk-ofcom',
    version,
    effective,
    title: { en: 'Ofcom complaints code', zh: '英国 Ofcom 投诉规则' },
    jurisdiction: 'GB',
    zone: 'Europe/London',
    clocks: [
      {
        clock: 'response',
        name: { en: 'Resolution before referral', zh: '移送前的解决期限' },
        kind: 'duty',
        class: 'statutory',
        starts: [RECEIVED],
        meets: [ANSWERED],
        cancels: ENDED_EARLY,
        limit: { budget: { kind: 'weeks', weeks } },
        atRisk: [50, 75, 90],
        timer: 'TIMER_RESPONSE',
        reopened: 'revive',
        citation: {
          rule: `Ofcom, ${weeks} weeks to ADR`,
          name: { en: `Ofcom, ${weeks} weeks to ADR`, zh: `Ofcom：${weeks} 周后可移送` },
          source,
          unverified: true,
        },
        consequence: {
          en: 'The customer can take the complaint to alternative dispute resolution.',
          zh: '客户可将投诉提交替代性争议解决机构。',
        },
      },
    ],
  });
}

/**
 * Ofcom's rule on referral to alternative dispute resolution, in both versions: eight weeks for complaints received
 * before 2026-04-08, six weeks from then on. From second-hand pages: check before you rely on it.
 *
 * @example
 * ```ts
 * import { checkRulePacks, ofcomReferral } from 'clientele/complaints';
 *
 * ofcomReferral.map(({ version, effective }) => [version, effective]);
 * // => [['eight-weeks', { until: '2026-04-08' }], ['six-weeks', { from: '2026-04-08' }]]
 * checkRulePacks(ofcomReferral); // => []
 * ```
 */
export const ofcomReferral: readonly RulePack[] = [
  /* @__PURE__ */ ofcom(
    8,
    'eight-weeks',
    { until: '2026-04-08' },
    'Ofcom General Conditions, before 8 April 2026',
  ),
  /* @__PURE__ */ ofcom(
    6,
    'six-weeks',
    { from: '2026-04-08' },
    'Ofcom statement of July 2025, in force on 8 April 2026',
  ),
];
