/** Passengers in the European Union, by ship, bus, rail and air. */
import type { Citation, ClockRule, RulePack } from '../clocks/model.js';
import { DECIDED, ENDED_EARLY, HELD, publishedPack, RECEIVED } from './canonical-moments.js';

type Mode = Pick<RulePack, 'name' | 'title' | 'clocks'>;

/** Days turn in Brussels unless the host says otherwise: `{ ...euShipPassengers, zone: 'Europe/Athens' }`. */
function europeanPack(mode: Mode): RulePack {
  return publishedPack({ ...mode, jurisdiction: 'EU', zone: 'Europe/Brussels' });
}

/** Word of where it stands: founded, rejected or still looked into. */
function status(citation: Citation): ClockRule {
  return {
    clock: 'status',
    name: { en: 'Notice whether it is upheld, rejected or still considered', zh: '告知处理状态' },
    kind: 'duty',
    class: 'statutory',
    starts: [RECEIVED],
    meets: [DECIDED, HELD],
    cancels: ENDED_EARLY,
    limit: { budget: { kind: 'months', months: 1 } },
    atRisk: [50, 75, 90],
    reopened: 'revive',
    citation,
  };
}

function final(months: number, citation: Citation): ClockRule {
  return {
    clock: 'response',
    name: { en: 'Final reply', zh: '最终答复' },
    kind: 'duty',
    class: 'statutory',
    starts: [RECEIVED],
    meets: [DECIDED],
    cancels: ENDED_EARLY,
    limit: { budget: { kind: 'months', months } },
    atRisk: [50, 75, 90],
    timer: 'TIMER_RESPONSE',
    reopened: 'revive',
    citation,
  };
}

const SHIP: Citation = {
  rule: 'Regulation (EU) 1177/2010 art. 24',
  name: { en: 'Regulation (EU) 1177/2010 art. 24', zh: '欧盟第 1177/2010 号条例第二十四条' },
  source: 'Regulation (EU) No 1177/2010',
};

const BUS: Citation = {
  rule: 'Regulation (EU) 181/2011 art. 27',
  name: { en: 'Regulation (EU) 181/2011 art. 27', zh: '欧盟第 181/2011 号条例第二十七条' },
  source: 'Regulation (EU) No 181/2011',
  unverified: true,
};

const RAIL: Citation = {
  rule: 'Regulation (EU) 2021/782',
  name: { en: 'Regulation (EU) 2021/782', zh: '欧盟第 2021/782 号条例' },
  source: 'Regulation (EU) 2021/782',
  unverified: true,
};

/**
 * Regulation (EU) 1177/2010 art. 24, passengers by ship: the complaint within two months of the service (from
 * `incidentAt`); within one month word whether it is upheld, rejected or still considered; the final reply within two.
 * Months are counted from receipt itself, never one after the other.
 *
 * @example
 * ```ts
 * import { euShipPassengers } from 'clientele/complaints';
 *
 * euShipPassengers.clocks.map(({ clock }) => clock); // => ['complain', 'status', 'response']
 * ```
 */
export const euShipPassengers: RulePack = /* @__PURE__ */ europeanPack({
  name: 'eu-ship-passengers',
  title: { en: 'EU ship passengers', zh: '欧盟水运旅客投诉' },
  clocks: [
    {
      clock: 'complain',
      name: { en: 'Time to complain', zh: '投诉提出期限' },
      kind: 'window',
      class: 'statutory',
      starts: [{ event: 'RECEIVE', at: { data: 'incidentAt' } }],
      meets: [RECEIVED],
      limit: { budget: { kind: 'months', months: 2 } },
      citation: SHIP,
      consequence: { en: 'The complaint came too late.', zh: '投诉已超过期限。' },
    },
    /* @__PURE__ */ status(SHIP),
    /* @__PURE__ */ final(2, SHIP),
  ],
});

/**
 * Regulation (EU) 181/2011 art. 27, passengers by bus: one month, the final reply within three. Second-hand: check
 * before you rely on it.
 *
 * @example
 * ```ts
 * import { euBusPassengers } from 'clientele/complaints';
 *
 * euBusPassengers.clocks.map(({ limit }) => limit);
 * // => [{ budget: { kind: 'months', months: 1 } }, { budget: { kind: 'months', months: 3 } }]
 * ```
 */
export const euBusPassengers: RulePack = /* @__PURE__ */ europeanPack({
  name: 'eu-bus-passengers',
  title: { en: 'EU bus and coach passengers', zh: '欧盟公路客运旅客投诉' },
  clocks: [/* @__PURE__ */ status(BUS), /* @__PURE__ */ final(3, BUS)],
});

/**
 * Regulation (EU) 2021/782, passengers by rail: an answer, or word that it will take longer, within one month.
 * Second-hand: check before you rely on it.
 *
 * @example
 * ```ts
 * import { euRailPassengers } from 'clientele/complaints';
 *
 * euRailPassengers.clocks[0]?.citation?.unverified; // => true
 * ```
 */
export const euRailPassengers: RulePack = /* @__PURE__ */ europeanPack({
  name: 'eu-rail-passengers',
  title: { en: 'EU rail passengers', zh: '欧盟铁路旅客投诉' },
  clocks: [/* @__PURE__ */ status(RAIL)],
});

/**
 * Passengers by air: the complaint form of the national enforcement bodies asks them to wait six weeks for the airline
 * before they escalate. Second-hand: check before you rely on it.
 *
 * @example
 * ```ts
 * import { euAirPassengers } from 'clientele/complaints';
 *
 * euAirPassengers.clocks[0]?.limit; // => { budget: { kind: 'weeks', weeks: 6 } }
 * ```
 */
export const euAirPassengers: RulePack = /* @__PURE__ */ europeanPack({
  name: 'eu-air-passengers',
  title: { en: 'EU air passengers', zh: '欧盟航空旅客投诉' },
  clocks: [
    {
      clock: 'response',
      name: { en: 'Reply before escalation', zh: '升级前的答复期限' },
      kind: 'duty',
      class: 'statutory',
      starts: [RECEIVED],
      meets: [DECIDED],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'weeks', weeks: 6 } },
      atRisk: [50, 75, 90],
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: {
        rule: 'EU air passengers, 6 weeks before escalation',
        name: { en: 'EU air passengers, 6 weeks before escalation', zh: '欧盟航空旅客：升级前 6 周' },
        source: 'Complaint form of the national enforcement bodies',
        unverified: true,
      },
      consequence: {
        en: 'The passenger can turn to the national enforcement body.',
        zh: '旅客可向国家执法机构投诉。',
      },
    },
  ],
});
