/** The shape of rule packs; the only file here that knows zod. Functions, so that what is not called is not bundled. */
import * as z from 'zod/mini';
import { deadlineRuleSchema } from '../../calendar/index.js';
import { once } from '../../foundation/once.js';
import type { DataTest } from '../workflow/operand.js';
import { dataTest } from '../workflow/schema.js';
import type {
  Citation,
  ClockLimit,
  ClockMoment,
  ClockRule,
  LimitPart,
  MomentTime,
  PauseRule,
  RulePack,
} from './model.js';

const text = () => z.string().check(z.minLength(1));
const bilingual = () => z.strictObject({ en: text(), zh: text() });
const isoDay = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const several = <A>(of: z.ZodMiniType<A>) => z.array(of).check(z.minLength(1));
const optional = z.exactOptional;

const test: () => z.ZodMiniType<DataTest> = once(dataTest);

const time: () => z.ZodMiniType<MomentTime> = once(() =>
  z.union([z.strictObject({ data: text() }), z.strictObject({ record: text() })]),
);

const moment: () => z.ZodMiniType<ClockMoment> = once(() => {
  const more = {
    when: optional(test()),
    at: optional(time()),
    within: optional(text()),
    onceMet: optional(text()),
  };
  return z.union([
    z.strictObject({ event: text(), in: optional(several(text())), ...more }),
    z.strictObject({ enters: text(), ...more }),
    z.strictObject({ leaves: text(), ...more }),
  ]);
});

const citation: () => z.ZodMiniType<Citation> = once(() =>
  z.strictObject({
    rule: text(),
    name: optional(bilingual()),
    source: text(),
    readOn: optional(isoDay()),
    unverified: optional(z.literal(true)),
  }),
);

const pause: () => z.ZodMiniType<PauseRule> = once(() => {
  const named = { reason: text(), name: optional(bilingual()), citation: optional(citation()) };
  return z.union([
    z.strictObject({ ...named, whileIn: several(text()) }),
    z.strictObject({ ...named, from: several(moment()), until: several(moment()) }),
  ]);
});

const limitPart: () => z.ZodMiniType<LimitPart> = once(() =>
  z.strictObject({
    name: bilingual(),
    rule: deadlineRuleSchema(),
    from: optional(time()),
    optional: optional(z.literal(true)),
  }),
);

const limit: () => z.ZodMiniType<ClockLimit> = once(() =>
  z.union([
    deadlineRuleSchema(),
    z.strictObject({ untilField: text(), otherwise: optional(deadlineRuleSchema()) }),
    z.strictObject({
      whichever: z.enum(['latest', 'earliest']),
      of: z.array(limitPart()).check(z.minLength(2)),
    }),
  ]),
);

const clock: () => z.ZodMiniType<ClockRule> = once(() =>
  z.strictObject({
    clock: text(),
    name: bilingual(),
    kind: z.enum(['duty', 'window']),
    class: z.enum(['statutory', 'contractual']),
    applies: optional(test()),
    starts: several(z.union([moment(), z.strictObject({ runsOut: text() })])),
    meets: z.array(moment()),
    cancels: optional(z.array(moment())),
    repeats: optional(z.boolean()),
    restartsOn: optional(z.enum(['everyStart', 'firstStart'])),
    pauses: optional(z.array(pause())),
    limit: limit(),
    calendar: optional(text()),
    atRisk: optional(z.array(z.number())),
    timer: optional(text()),
    holds: optional(several(text())),
    timerAgain: optional(deadlineRuleSchema()),
    timerFields: optional(z.record(text(), deadlineRuleSchema())),
    reopened: optional(z.enum(['resume', 'restart', 'countClosedTime', 'revive', 'none', 'asTold'])),
    reopenWithin: optional(deadlineRuleSchema()),
    citation: optional(citation()),
    consequence: optional(bilingual()),
  }),
);

/** Shape of a {@link RulePack}; whether zone, days and percentages are right is for `checkRulePack` to say. */
export const rulePackSchema: () => z.ZodMiniType<RulePack> = /* @__PURE__ */ once(() =>
  z.strictObject({
    format: z.literal('complaint-rules@1'),
    name: text(),
    version: z._default(text(), '1'),
    title: bilingual(),
    jurisdiction: optional(text()),
    citation: optional(citation()),
    effective: z.prefault(z.strictObject({ from: optional(isoDay()), until: optional(isoDay()) }), {}),
    chosenBy: z._default(z.enum(['opening', 'start']), 'opening'),
    receivedAt: optional(text()),
    zone: text(),
    reopenings: z._default(z.array(moment()), []),
    applies: optional(test()),
    clocks: several(clock()),
  }),
);

/** Every stored model of this part by the name of its JSON Schema file. */
export function modelSchemas(): Readonly<Record<string, z.ZodMiniType>> {
  return { 'complaint-rules': rulePackSchema() };
}
