/** The shapes that policies and members have in common: names, values, windows, criteria, and what follows a grant. */
import * as z from 'zod/mini';
import type { QualificationCriterion } from '../../criterion.js';
import type { AttributeValue, GrantSource } from '../../metric.js';
import type { GrantFallback, OverrideMode } from '../../model.js';
import type { CalendarPeriod, QualificationWindow } from '../../periods.js';

export const text = (): z.ZodMiniString => z.string().check(z.minLength(1));
export const count = (min: number, max: number): z.ZodMiniType<number> =>
  z.int().check(z.minimum(min), z.maximum(max));
export const isoDay = (): z.ZodMiniType<string> => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const record = <A>(of: z.ZodMiniType<A>): z.ZodMiniType<Record<string, A>> => z.record(text(), of);
export const attributeValue = (): z.ZodMiniType<AttributeValue> =>
  z.union([z.string(), z.number(), z.boolean()]);
export const optional: typeof z.exactOptional = z.exactOptional;

export const grantSource = (): z.ZodMiniType<GrantSource> =>
  z.enum(['manual', 'statusMatch', 'challenge', 'gift', 'partnerCard', 'compensation', 'extension']);
export const overrideMode = (): z.ZodMiniType<OverrideMode> => z.enum(['floor', 'pin', 'ceiling']);

interface CalendarFields {
  readonly unit: z.ZodMiniType<CalendarPeriod['unit']>;
  readonly startMonth: z.ZodMiniExactOptional<z.ZodMiniType<number>>;
}

export const calendarFields = (): CalendarFields => ({
  unit: z.enum(['month', 'quarter', 'halfYear', 'year']),
  startMonth: optional(count(1, 12)),
});

export const window = (): z.ZodMiniType<QualificationWindow> =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('calendar'), ...calendarFields(), ago: optional(count(0, 1200)) }),
    z.strictObject({ kind: z.literal('membershipYear'), ago: optional(count(0, 100)) }),
    z.strictObject({ kind: z.literal('rollingDays'), days: count(1, 36_525) }),
    z.strictObject({ kind: z.literal('rollingMonths'), months: count(1, 1200) }),
    z.strictObject({ kind: z.literal('wholeMonths'), months: count(1, 1200) }),
    z.strictObject({ kind: z.literal('sinceTierStart'), withTrigger: optional(z.boolean()) }),
    z.strictObject({ kind: z.literal('sinceLastChange'), withTrigger: optional(z.boolean()) }),
    z.strictObject({ kind: z.literal('sinceGrant') }),
    z.strictObject({ kind: z.literal('lifetime') }),
    z.strictObject({ kind: z.literal('balance') }),
    z.strictObject({ kind: z.literal('fixed'), from: isoDay(), until: isoDay() }),
  ]);

/** One schema object for all criteria of a policy, so that its JSON Schema is written out once. */
export function criterion(): z.ZodMiniType<QualificationCriterion> {
  const measured = { metric: text(), window: optional(window()) };
  const nested: z.ZodMiniType<QualificationCriterion> = z.lazy(() => any);
  const several = () => z.array(nested).check(z.minLength(1));
  const any: z.ZodMiniType<QualificationCriterion> = z.union([
    z.strictObject({ ...measured, atLeast: z.number() }),
    z.strictObject({ ...measured, moreThan: z.number() }),
    z.strictObject({ ...measured, atMost: z.number() }),
    z.strictObject({ ...measured, lessThan: z.number() }),
    z.strictObject({ ...measured, is: attributeValue() }),
    z.strictObject({ allOf: several() }),
    z.strictObject({ anyOf: several() }),
    z.strictObject({ atLeast: count(1, Number.MAX_SAFE_INTEGER), of: several() }),
  ]);
  return nested;
}

export const fallback = (when: z.ZodMiniType<QualificationCriterion>): z.ZodMiniType<GrantFallback> =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('earned') }),
    z.strictObject({ kind: z.literal('tier'), tier: text() }),
    z.strictObject({
      kind: z.literal('graded'),
      steps: z.array(z.strictObject({ when, tier: text() })).check(z.minLength(1)),
      unlessHeldBefore: optional(z.boolean()),
    }),
  ]);
