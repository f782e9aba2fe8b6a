/** The shapes of the models of this room; the only file here that knows zod. Functions, so that what is not called is not bundled. */
import * as z from 'zod/mini';
import { once } from '../foundation/once.js';
import { MOST_OF_BUDGET, RULE_CHOICES } from './check-deadline-rule.js';
import type { DeadlineRule } from './deadline-rule.js';
import type { WorkingCalendar } from './model.js';
import { WEEKDAYS } from './time-of-day.js';

const text = () => z.string().check(z.minLength(1));
const words = () => z.union([text(), z.strictObject({ en: text(), zh: text() })]);
const isoDay = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = (max: number) => z.int().check(z.minimum(0), z.maximum(max));
const weekday = () => z.enum(WEEKDAYS);
const several = <A>(of: z.ZodMiniType<A>) => z.array(of).check(z.minLength(1));
const hours = () => several(z.tuple([text(), text()]));
const optional = z.exactOptional;

/** Shape of a {@link WorkingCalendar}; whether times, days and zone exist is for `checkWorkingCalendar` to say. */
export const workingCalendarSchema: () => z.ZodMiniType<WorkingCalendar> = /* @__PURE__ */ once(makeCalendar);

function makeCalendar(): z.ZodMiniType<WorkingCalendar> {
  const days = { date: isoDay(), last: optional(isoDay()), name: words() };
  return z.strictObject({
    format: z.literal('working-calendar@1'),
    name: text(),
    source: optional(text()),
    zone: text(),
    week: z.array(z.strictObject({ days: several(weekday()), hours: hours() })),
    exceptions: z._default(
      z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('closed'), ...days }),
          z.strictObject({ kind: z.literal('workingDay'), as: weekday(), ...days }),
          z.strictObject({ kind: z.literal('hours'), hours: hours(), ...days }),
          z.strictObject({ kind: z.literal('break'), hours: hours(), ...days }),
        ]),
      ),
      [],
    ),
    known: optional(z.strictObject({ from: isoDay(), until: isoDay() })),
    conventions: z.prefault(
      z.strictObject({
        boundary: z._default(z.enum(['close', 'nextOpening']), 'close'),
        gap: z._default(z.enum(['shift', 'clamp']), 'clamp'),
        fold: z._default(z.enum(['earlier', 'later']), 'earlier'),
      }),
      {},
    ),
  });
}

/**
 * Shape of a {@link DeadlineRule} as a zod/mini schema, for the schemas of models that hold one; `checkDeadlineRule`
 * says what the shape cannot.
 */
export const deadlineRuleSchema: () => z.ZodMiniType<DeadlineRule> = /* @__PURE__ */ once(makeRule);

function makeRule(): z.ZodMiniType<DeadlineRule> {
  const minutes = () => z.number().check(z.minimum(0), z.maximum(MOST_OF_BUDGET.minutes));
  return z.strictObject({
    budget: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('elapsedMinutes'), minutes: minutes() }),
      z.strictObject({ kind: z.literal('workingMinutes'), minutes: minutes() }),
      z.strictObject({ kind: z.literal('calendarDays'), days: count(MOST_OF_BUDGET.days) }),
      z.strictObject({ kind: z.literal('weeks'), weeks: count(MOST_OF_BUDGET.weeks) }),
      z.strictObject({ kind: z.literal('months'), months: count(MOST_OF_BUDGET.months) }),
      z.strictObject({ kind: z.literal('businessDays'), days: count(MOST_OF_BUDGET.days) }),
    ]),
    anchorDay: optional(z.enum(RULE_CHOICES.anchorDay)),
    receiptCutoff: optional(z.enum(RULE_CHOICES.receiptCutoff)),
    until: optional(z.enum(RULE_CHOICES.until)),
    roll: optional(z.enum(RULE_CHOICES.roll)),
    monthEnd: optional(z.enum(RULE_CHOICES.monthEnd)),
    boundary: optional(z.enum(RULE_CHOICES.boundary)),
    pausedDays: optional(z.enum(RULE_CHOICES.pausedDays)),
  });
}

/** A file of holiday-cn: the days off and the make-up days of a year. */
export interface HolidayCnFile {
  readonly year: number;
  readonly papers?: readonly string[];
  readonly days: readonly { readonly name: string; readonly date: string; readonly isOffDay: boolean }[];
}

/** Shape of a {@link HolidayCnFile}; what else it says is not looked at. */
export const holidayCnSchema: () => z.ZodMiniType<HolidayCnFile> = /* @__PURE__ */ once(() =>
  z.object({
    year: z.int().check(z.minimum(1), z.maximum(9998)),
    papers: optional(z.array(z.string())),
    days: several(z.object({ name: text(), date: isoDay(), isOffDay: z.boolean() })),
  }),
);

/** One division of gov.uk's bank-holidays.json. */
export interface BankHolidayDivision {
  readonly events: readonly { readonly title: string; readonly date: string }[];
}

/** Shape of a {@link BankHolidayDivision}; what else it says is not looked at. */
export const bankHolidaySchema: () => z.ZodMiniType<BankHolidayDivision> = /* @__PURE__ */ once(() =>
  z.object({ events: several(z.object({ title: text(), date: isoDay() })) }),
);

/** Every stored model of this room by the name of its JSON Schema file. */
export function modelSchemas(): Readonly<Record<string, z.ZodMiniType>> {
  return { 'working-calendar': workingCalendarSchema() };
}
