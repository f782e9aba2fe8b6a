/** Travel in the United Kingdom: the code of conduct of ABTA. */
import type { RulePack } from '../clocks/model.js';
import { DECIDED, ENDED_EARLY, publishedPack, RECEIVED } from './canonical-moments.js';

function abta(days: number, version: string, effective: RulePack['effective']): RulePack {
  return publishedPack({
    name: 'uk-abta',
    version,
    effective,
    title: { en: 'ABTA code of conduct', zh: '英国旅行社协会（ABTA）行为准则' },
    jurisdiction: 'GB',
    zone: 'Europe/London',
    clocks: [
      {
        clock: 'response',
        name: { en: 'Reply', zh: '答复' },
        kind: 'duty',
        class: 'statutory',
        starts: [RECEIVED],
        meets: [DECIDED],
        cancels: ENDED_EARLY,
        limit: { budget: { kind: 'calendarDays', days } },
        atRisk: [50, 75, 90],
        timer: 'TIMER_RESPONSE',
        reopened: 'revive',
        citation: {
          rule: `ABTA code, ${days} days`,
          name: { en: `ABTA code, ${days} days`, zh: `ABTA 行为准则，${days} 日` },
          source: 'ABTA Code of Conduct',
        },
        consequence: { en: 'The customer can go to arbitration.', zh: '客户可申请仲裁。' },
      },
    ],
  });
}

/**
 * The code of ABTA: a reply within 28 days, then arbitration.
 *
 * @example
 * ```ts
 * import { abtaCode } from 'clientele/complaints';
 *
 * abtaCode.clocks[0]?.limit; // => { budget: { kind: 'calendarDays', days: 28 } }
 * ```
 */
export const abtaCode: RulePack = /* @__PURE__ */ abta(28, '1', {});

/**
 * The code of ABTA with the time, from a day until before another (`yyyy-MM-dd`), in which it allowed 56 days (the
 * relaxation during Covid; its dates are for the host to look up). Three versions of one pack.
 *
 * @example
 * ```ts
 * import { abtaWithRelaxation } from 'clientele/complaints';
 *
 * const versions = abtaWithRelaxation({ from: '2020-04-01', until: '2021-04-01' });
 * versions.map(({ version }) => version); // => ['before', 'relaxed', 'after']
 * ```
 */
export function abtaWithRelaxation(relaxed: {
  readonly from: string;
  readonly until: string;
}): readonly RulePack[] {
  const { from, until } = relaxed;
  return [
    abta(28, 'before', { until: from }),
    abta(56, 'relaxed', { from, until }),
    abta(28, 'after', { from: until }),
  ];
}
