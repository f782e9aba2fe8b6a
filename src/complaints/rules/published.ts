/** Every published rule pack, with its defaults. */
import type { RulePack } from '../clocks/model.js';
import { asicRg271 } from './au-asic.js';
import { caacPassengerService } from './cn-airline.js';
import { bankInsuranceComplaints } from './cn-bank-insurance.js';
import { miitOrder35 } from './cn-miit.js';
import { samrOrder20, samrOrder121 } from './cn-samr.js';
import { tourismOrder32 } from './cn-tourism.js';
import { euDisputeResolution } from './eu-adr.js';
import { euAirPassengers, euBusPassengers, euRailPassengers, euShipPassengers } from './eu-passengers.js';
import { abtaCode } from './uk-abta.js';
import { fcaDisp, ukPaymentServices } from './uk-fca.js';
import { ofcomReferral } from './uk-ofcom.js';
import { cfpbComplaints } from './us-cfpb.js';

/**
 * Every rule pack that comes with the library, to look through; a case has the few that bind its desk.
 *
 * @example
 * ```ts
 * import { checkRulePacks, publishedRules } from 'clientele/complaints';
 *
 * checkRulePacks(publishedRules()); // => []
 * new Set(publishedRules().map(({ jurisdiction }) => jurisdiction)).size; // => 5
 * ```
 */
export function publishedRules(): readonly RulePack[] {
  return [
    fcaDisp,
    ukPaymentServices,
    ...ofcomReferral,
    abtaCode,
    cfpbComplaints,
    samrOrder20,
    samrOrder121(),
    miitOrder35,
    bankInsuranceComplaints,
    tourismOrder32,
    caacPassengerService,
    euShipPassengers,
    euBusPassengers,
    euRailPassengers,
    euAirPassengers,
    euDisputeResolution,
    asicRg271,
  ];
}
