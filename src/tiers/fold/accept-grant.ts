/** Whether a grant can be taken in: what its offer allows, and that it ends somehow. */
import { isoDay } from '../../foundation/civil.js';
import { isInstant } from '../../foundation/instant.js';
import type { Problem } from '../../foundation/problem.js';
import { type Path, problem, wrong } from '../check/policy-problem.js';
import type { StatusGrant } from '../member.js';
import type { GrantSource } from '../metric.js';
import type { StatusOffer } from '../model.js';
import { addDuration } from '../time/civil-duration.js';
import { fallbackProblem, tierProblem } from './accept-fallback.js';
import { dayOf } from './days.js';
import { completed, offerOf } from './grants.js';
import { offerHolds } from './measure.js';
import { heldBy, nameOf } from './standing.js';
import type { Work } from './work.js';

export function grantProblem(work: Work, grant: StatusGrant, path: Path): Problem | undefined {
  const offer = offerOf(work, grant);
  return (
    named(work, grant, offer, path) ??
    (grant.fallback === undefined
      ? undefined
      : fallbackProblem(work, grant.fallback, [...path, 'fallback'])) ??
    ends(grant, offer, path) ??
    (offer && allowed(work, grant, offer, path))
  );
}

const MODES = ['floor', 'pin', 'ceiling'] as const;
const SOURCES = [
  'manual',
  'statusMatch',
  'challenge',
  'gift',
  'partnerCard',
  'compensation',
  'extension',
] as const satisfies readonly GrantSource[];
const NO_OFFERS = {
  en: 'grant without an offer: the policy has none',
  zh: '不引用授予项的授予（该方案没有授予项）',
};

function named(
  work: Work,
  grant: StatusGrant,
  offer: StatusOffer | undefined,
  path: Path,
): Problem | undefined {
  const { offers, policy } = work.program;
  if (grant.ladder !== undefined && grant.ladder !== policy.ladder)
    return problem('notOneOf', [...path, 'ladder'], { kind: 'oneOf', values: [policy.ladder] }, grant.ladder);
  if (grant.offer !== undefined && offer === undefined)
    return offers.size === 0
      ? wrong('notOneOf', [...path, 'offer'], NO_OFFERS, grant.offer)
      : problem('notOneOf', [...path, 'offer'], { kind: 'oneOf', values: [...offers.keys()] }, grant.offer);
  const unknownTier = tierProblem(work, grant.tier === undefined ? offer?.tier : grant.tier, [
    ...path,
    'tier',
  ]);
  if (unknownTier !== undefined) return unknownTier;
  if (grant.mode !== undefined && !MODES.includes(grant.mode))
    return problem('notOneOf', [...path, 'mode'], { kind: 'oneOf', values: MODES }, grant.mode);
  if (grant.source !== undefined && !SOURCES.includes(grant.source))
    return problem('notOneOf', [...path, 'source'], { kind: 'oneOf', values: SOURCES }, grant.source);
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
    const type = {
      en: 'offer whose requirements the member meets (its `requires`)',
      zh: '会员已符合其条件（requires）的授予项',
    };
    return problem('notEntitled', [...path, 'offer'], { kind: 'type', type }, grant.offer);
  }
  return spent(work, grant, offer, path);
}

/** An offer that was used as often as it may be, and from when on it may be used again. */
function spent(work: Work, grant: StatusGrant, { allowance }: StatusOffer, path: Path): Problem | undefined {
  if (allowance === undefined) return undefined;
  const { per, times } = allowance;
  const today = dayOf(work, grant.at);
  const again = (at: number): number =>
    per === 'lifetime' ? Number.POSITIVE_INFINITY : addDuration(dayOf(work, at), per);
  const used = work.log
    .flatMap((entry) => (entry.kind === 'grant' && entry.offer === grant.offer ? [again(entry.at)] : []))
    .filter((day) => day > today);
  if (used.length < times) return undefined;
  const day = used[used.length - times] ?? Number.POSITIVE_INFINITY;
  const type =
    per === 'lifetime'
      ? {
          en: `grant by an offer not used up (this one: at most ${times} in a lifetime)`,
          zh: `尚未用完的授予项（此项一生最多 ${times} 次）`,
        }
      : {
          en: `grant by an offer not used up (this one: at most ${times} within ${per}, again from ${isoDay(day)})`,
          zh: `尚未用完的授予项（此项 ${per} 内最多 ${times} 次，${isoDay(day)} 起可再次使用）`,
        };
  return problem('allowanceUsed', [...path, 'offer'], { kind: 'type', type }, grant.offer);
}
