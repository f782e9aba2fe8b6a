/** The shape of escalation policies; the only file here that knows zod. */
import * as z from 'zod/mini';
import { once } from '../../foundation/once.js';
import type { EscalationPolicy, EscalationTier, EscalationTrigger } from './model.js';

const text = () => z.string().check(z.minLength(1));
const bilingual = () => z.strictObject({ en: text(), zh: text() });
const several = <A>(of: z.ZodMiniType<A>) => z.array(of).check(z.minLength(1));
const optional = z.exactOptional;
const count = (least: number) => z.int().check(z.minimum(least));
const tier = (): z.ZodMiniType<EscalationTier> => z.literal([0, 1, 2, 3]);

const trigger: () => z.ZodMiniType<EscalationTrigger> = once(() => {
  const to = z.union([tier(), z.literal('nextTier')]);
  const ofClocks = {
    clocks: optional(several(text())),
    class: optional(z.enum(['statutory', 'contractual'])),
  };
  const percent = z.number().check(z.minimum(0), z.maximum(100));
  return z.discriminatedUnion('when', [
    z.strictObject({ when: z.literal('budgetUsed'), percent, ...ofClocks, to }),
    z.strictObject({ when: z.literal('breached'), ...ofClocks, to }),
    z.strictObject({
      when: z.literal('severity'),
      atLeast: z.enum(['low', 'medium', 'high', 'critical']),
      to,
    }),
    z.strictObject({ when: z.literal('safety'), to }),
    z.strictObject({
      when: z.literal('repeated'),
      times: count(2),
      withinDays: count(1),
      same: optional(z.literal('product')),
      to,
    }),
    z.strictObject({ when: z.literal('threat'), of: several(z.enum(['legal', 'press'])), to }),
    z.strictObject({ when: z.literal('declined'), times: count(1), to }),
    z.strictObject({ when: z.literal('timer'), timers: several(text()), to }),
  ]);
});

/** Shape of an {@link EscalationPolicy}. */
export const escalationPolicySchema: () => z.ZodMiniType<EscalationPolicy> = /* @__PURE__ */ once(() =>
  z.strictObject({
    format: z.literal('escalation-policy@1'),
    name: text(),
    version: z._default(text(), '1'),
    title: bilingual(),
    tiers: several(z.strictObject({ tier: tier(), name: bilingual(), role: optional(text()) })),
    triggers: z.array(trigger()),
    moves: z.strictObject({ person: count(0), time: count(0), place: count(0) }),
    handledBy: z.array(text()),
  }),
);

/** Every stored model of this part by the name of its JSON Schema file. */
export function modelSchemas(): Readonly<Record<string, z.ZodMiniType>> {
  return { 'escalation-policy': escalationPolicySchema() };
}
