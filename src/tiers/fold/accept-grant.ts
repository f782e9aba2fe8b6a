/** Whether a grant can be taken in: what its offer allows, and that it ends somehow. */
import { isInstant } from '../../foundation/instant.js';
import type { Problem } from '../../foundation/problem.js';
import { type Path, problem } from '../check/policy-problem.js';
import type { StatusGrant } from '../member.js';
import type { StatusOffer } from '../model.js';
import { addDuration } from '../time/civil-duration.js';
import { dayOf } from './days.js';
import { completed, offerOf } from './grants.js';
import { offerHolds } from './measure.js';
import { heldBy, nameOf } from './standing.js';
import type { Work } from './work.js';

export function grantProblem(work: Work, grant: StatusGrant, path: Path): Problem | undefined {
  const offer = offerOf(work, grant);
  return (
    named(work, grant, offer, path) ??
    ends(grant, offer, path) ??
    (offer && allowed(work, grant, offer, path))
  );
}

const MODES = ['floor', 'pin', 'ceiling'] as const;

function named(
  work: Work,
  grant: StatusGrant,
  offer: StatusOffer | undefined,
  path: Path,
): Problem | undefined {
  const { offers, placeOf } = work.program;
  if (grant.offer !== undefined && offer === undefined)
    return problem(
      'notOneOf',
      [...path, 'offer'],
      { kind: 'oneOf', values: [...offers.keys()] },
      grant.offer,
    );
  const tier = grant.tier ?? offer?.tier;
  if (tier === undefined || !placeOf.has(tier))
    return problem('notOneOf', [...path, 'tier'], { kind: 'oneOf', values: [...placeOf.keys()] }, tier);
  if (grant.mode !== undefined && !MODES.includes(grant.mode))
    return problem('notOneOf', [...path, 'mode'], { kind: 'oneOf', values: MODES }, grant.mode);
  return undefined;
}

function ends(grant: StatusGrant, offer: StatusOffer | undefined, path: Path): Problem | undefined {
  const { until, at } = grant;
  if (until !== undefined && !(isInstant(until) && until > at)) {
    const type = { en: 'instant after the grant', zh: '晚于授予的时间' };
    return problem('outOfRange', [...path, 'until'], { kind: 'type', type }, until);
  }
  const ending = until ?? offer?.lasts ?? grant.fallback ?? offer?.fallback;
  if (ending !== undefined) return undefined;
  const type = {
    en: 'end (until), or a fallback for when it is revoked',
    zh: '结束时间（until），或撤销后的去处（fallback）',
  };
  return problem('endless', [...path, 'until'], { kind: 'type', type }, until);
}

function allowed(work: Work, grant: StatusGrant, offer: StatusOffer, path: Path): Problem | undefined {
  const { at } = grant;
  const { tier } = completed(work, grant);
  if (offer.notIfHeld === true && heldBy(work).tier >= tier) {
    const type = {
      en: `member below ${nameOf(work, tier)}`,
      zh: `${nameOf(work, tier)} 以下的会员`,
    };
    return problem('alreadyHeld', path, { kind: 'type', type }, nameOf(work, heldBy(work).tier));
  }
  if (offer.requires !== undefined && !offerHolds(work, offer.requires, at, at)) {
    const type = { en: 'member who meets what the offer requires', zh: '符合该优惠条件的会员' };
    return problem('notEntitled', path, { kind: 'type', type }, grant.offer);
  }
  return usedUp(work, grant, offer) ? spent(offer, path, grant) : undefined;
}

function usedUp(work: Work, grant: StatusGrant, { allowance }: StatusOffer): boolean {
  if (allowance === undefined) return false;
  const today = dayOf(work, grant.at);
  const { per } = allowance;
  const counts = (at: number): boolean => per === 'lifetime' || addDuration(dayOf(work, at), per) > today;
  const used = work.log.filter(
    (entry) => entry.kind === 'grant' && entry.offer === grant.offer && counts(entry.at),
  );
  return used.length >= allowance.times;
}

function spent({ allowance }: StatusOffer, path: Path, grant: StatusGrant): Problem {
  const { times = 0, per = '' } = allowance ?? {};
  const type =
    per === 'lifetime'
      ? { en: `at most ${times} in a lifetime`, zh: `一生最多 ${times} 次` }
      : { en: `at most ${times} within ${per}`, zh: `${per} 内最多 ${times} 次` };
  return problem('allowanceUsed', [...path, 'offer'], { kind: 'type', type }, grant.offer);
}
