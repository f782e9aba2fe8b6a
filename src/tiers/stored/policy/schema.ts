/** The shape of a policy. Functions, so that what is not called is not bundled. */
import * as z from 'zod/mini';
import { once } from '../../../foundation/once.js';
import type { QualificationCriterion } from '../../criterion.js';
import type { TierPolicy } from '../../model.js';
import {
  attributeValue,
  calendarFields,
  count,
  criterion,
  fallback,
  grantSource,
  isoDay,
  optional,
  overrideMode,
  record,
  text,
  window,
} from '../criteria/schema.js';

const texts = () => z.array(text()).check(z.minLength(1));
const least = (min: number) => z.number().check(z.minimum(min));
const percent = (max: number) => z.number().check(z.minimum(0), z.maximum(max));
const bilingual = () => z.strictObject({ en: text(), zh: text() });
/** Money in minor units. */
const minor = () => z.int().check(z.minimum(0));

const tierSource = () =>
  z.enum([
    'base',
    'earned',
    'lifetime',
    'manual',
    'statusMatch',
    'challenge',
    'gift',
    'partnerCard',
    'compensation',
    'extension',
  ]);

const calendarPeriod = () => z.strictObject(calendarFields());

const attributeTest = () =>
  z.union([
    z.strictObject({ attribute: text(), is: attributeValue() }),
    z.strictObject({ attribute: text(), isNot: attributeValue() }),
    z.strictObject({ attribute: text(), in: z.array(attributeValue()) }),
    z.strictObject({ attribute: text(), notIn: z.array(attributeValue()) }),
  ]);

const filterFields = () => ({
  types: optional(texts()),
  exceptTypes: optional(texts()),
  where: optional(z.array(attributeTest()).check(z.minLength(1))),
});
const only = () => optional(z.strictObject(filterFields()));

/** What sentences say of a metric. */
const wording = () => ({
  name: optional(bilingual()),
  readAs: optional(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('money'),
        currency: z.strictObject({ code: text(), minorUnit: count(0, 8) }),
      }),
      z.strictObject({
        kind: z.literal('unit'),
        en: z.strictObject({ one: text(), other: text() }),
        zh: text(),
      }),
    ]),
  ),
});

const metric = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...wording(),
      kind: z.literal('sum'),
      of: text(),
      decimals: optional(count(0, 8)),
      only: only(),
    }),
    z.strictObject({ ...wording(), kind: z.literal('count'), only: only() }),
    z.strictObject({ ...wording(), kind: z.literal('distinct'), of: text(), only: only() }),
    z.strictObject({ ...wording(), kind: z.literal('tenure'), unit: z.enum(['days', 'months', 'years']) }),
    z.strictObject({
      ...wording(),
      kind: z.literal('timeAtTier'),
      tier: text(),
      unit: z.enum(['months', 'years']),
      sources: optional(z.array(tierSource()).check(z.minLength(1))),
      longestRun: optional(z.boolean()),
    }),
    z.strictObject({ ...wording(), kind: z.literal('attribute'), attribute: text() }),
    z.strictObject({
      ...wording(),
      kind: z.literal('combined'),
      of: z.array(z.strictObject({ metric: text(), times: z.number() })).check(z.minLength(1)),
    }),
    z.strictObject({
      ...wording(),
      kind: z.literal('banded'),
      of: text(),
      bands: z.array(z.strictObject({ from: z.number(), value: z.number() })).check(z.minLength(1)),
    }),
  ]);

const validity = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('endOfPeriod'),
      period: z.union([calendarPeriod(), z.literal('membershipYear')]),
      periods: count(0, 1200),
      extend: optional(text()),
    }),
    z.strictObject({
      kind: z.literal('duration'),
      duration: text(),
      roundUpTo: optional(calendarPeriod()),
      roundDownTo: optional(calendarPeriod()),
    }),
    z.strictObject({ kind: z.literal('whileQualified') }),
    z.strictObject({ kind: z.literal('lifetime') }),
    z.strictObject({ kind: z.literal('attribute'), attribute: text() }),
  ]);

const depth = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('toQualified') }),
    z.strictObject({ kind: z.literal('oneStep') }),
    z.strictObject({ kind: z.literal('maxSteps'), steps: count(1, 1000) }),
    z.strictObject({ kind: z.literal('toBase') }),
    z.strictObject({ kind: z.literal('highestOfTerm') }),
    z.strictObject({ kind: z.literal('never') }),
  ]);

const steps = () => z.array(z.strictObject({ from: least(0), percent: percent(100) })).check(z.minLength(1));

const benefit = () => {
  const said = { benefit: text(), name: bilingual(), subjectToAvailability: optional(z.boolean()) };
  const occasions = z.enum(['entry', 'renewal', 'birthday', 'stayOnBirthday', 'anniversary']);
  return z.discriminatedUnion('kind', [
    z.strictObject({ ...said, kind: z.literal('pointsBonus'), percent: least(0) }),
    z.strictObject({
      ...said,
      kind: z.literal('percentageDiscount'),
      percent: percent(100),
      minimumSpend: optional(minor()),
    }),
    z.strictObject({
      ...said,
      kind: z.literal('fixedDiscount'),
      amount: minor(),
      minimumSpend: optional(minor()),
    }),
    z.strictObject({ ...said, kind: z.literal('quantityDiscount'), steps: steps() }),
    z.strictObject({ ...said, kind: z.literal('cumulativeDiscount'), metric: text(), steps: steps() }),
    z.strictObject({
      ...said,
      kind: z.literal('entitlement'),
      quantity: optional(least(0)),
      unit: optional(text()),
    }),
    z.strictObject({
      ...said,
      kind: z.literal('voucher'),
      on: occasions,
      times: optional(count(1, 1000)),
      apart: optional(text()),
    }),
  ]);
};

const offer = (met: z.ZodMiniType<QualificationCriterion>) =>
  z.strictObject({
    source: grantSource(),
    mode: overrideMode(),
    tier: optional(text()),
    lasts: optional(text()),
    requires: optional(met),
    notIfHeld: optional(z.boolean()),
    allowance: optional(z.strictObject({ times: count(1, 1_000_000), per: text() })),
    challenge: optional(z.strictObject({ keepIf: met, keepFor: optional(text()) })),
    fallback: optional(fallback(met)),
  });

const tier = (met: z.ZodMiniType<QualificationCriterion>) =>
  z.strictObject({
    tier: text(),
    name: bilingual(),
    rank: z.int(),
    entry: optional(met),
    reentry: optional(met),
    renewal: optional(z.union([met, z.literal('never')])),
    lifetime: optional(met),
    validity: optional(validity()),
    depth: optional(depth()),
    benefits: optional(z.array(benefit())),
  });

/** Far more than any programme has; columns of places hold 256. */
const MOST_TIERS = 100;

/** Shape of a {@link TierPolicy}. Made once: making a schema takes far longer than reading a member by it. */
export const tierPolicySchema: () => z.ZodMiniType<TierPolicy> = /* @__PURE__ */ once(makePolicy);

function makePolicy(): z.ZodMiniType<TierPolicy> {
  const met = criterion();
  return z.strictObject({
    format: z.literal('tier-policy@1'),
    name: text(),
    source: optional(text()),
    ladder: z._default(text(), 'main'),
    version: z._default(text(), '1'),
    effective: z.prefault(z.strictObject({ from: optional(isoDay()), until: optional(isoDay()) }), {}),
    change: z.prefault(
      z.strictObject({
        held: z._default(z.enum(['keep', 'judge']), 'keep'),
        extendTo: optional(isoDay()),
        renamed: optional(record(text())),
      }),
      {},
    ),
    zone: text(),
    counts: z.prefault(z.strictObject({ ...filterFields(), from: optional(isoDay()) }), {}),
    metrics: record(metric()),
    window: window(),
    tiers: z.array(tier(met)).check(z.minLength(2), z.maxLength(MOST_TIERS)),
    upgrade: z.prefault(
      z.strictObject({
        timing: z._default(z.enum(['immediate', 'nextPeriod', 'onSchedule']), 'immediate'),
        path: z._default(z.enum(['jump', 'sequential', 'oneStep']), 'jump'),
        counters: z._default(z.enum(['keep', 'reset', 'deductThreshold']), 'keep'),
      }),
      {},
    ),
    renewal: z.prefault(
      z.strictObject({
        timing: z._default(z.enum(['onQualifying', 'atExpiry']), 'onQualifying'),
        window: optional(window()),
      }),
      {},
    ),
    validity: validity(),
    minimumHold: optional(text()),
    downgrade: z.prefault(
      z.strictObject({
        timing: z._default(z.enum(['never', 'immediate', 'atExpiry', 'onSchedule', 'onReturn']), 'atExpiry'),
        depth: z._default(depth(), { kind: 'toQualified' }),
      }),
      {},
    ),
    schedule: optional(z.strictObject({ ...calendarFields(), day: optional(count(1, 28)) })),
    grace: z.prefault(z.strictObject({ tier: optional(text()), counters: optional(text()) }), {}),
    carryOver: optional(
      z.strictObject({
        of: z.enum(['surplus', 'remaining']),
        metrics: texts(),
        percentage: optional(percent(100)),
        cap: optional(z.union([least(0), record(least(0))])),
        onceOnly: optional(z.boolean()),
        tiers: optional(texts()),
      }),
    ),
    returns: z.prefault(
      z.strictObject({
        clawback: z._default(
          z.enum(['atOnce', 'atNextEvaluation', 'protectedInTerm', 'ifCausedUpgrade']),
          'atOnce',
        ),
        rewards: z._default(z.enum(['reverse', 'keep']), 'reverse'),
        negativeBalance: z._default(z.boolean(), false),
      }),
      {},
    ),
    offers: z.prefault(record(offer(met)), {}),
    notices: z._default(z.array(text()), []),
  });
}
