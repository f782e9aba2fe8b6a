/** The shape of corrective policies; the only file here that knows zod. */
import * as z from 'zod/mini';
import { once } from '../../foundation/once.js';
import type { CorrectivePolicy } from './model.js';

const text = () => z.string().check(z.minLength(1));
const optional = z.exactOptional;

/** Shape of a {@link CorrectivePolicy}. */
export const correctivePolicySchema: () => z.ZodMiniType<CorrectivePolicy> = /* @__PURE__ */ once(() =>
  z.strictObject({
    format: z.literal('corrective-policy@1'),
    name: text(),
    version: z._default(text(), '1'),
    title: z.strictObject({ en: text(), zh: text() }),
    neededFor: z.strictObject({
      severity: optional(z.array(z.enum(['low', 'medium', 'high', 'critical']))),
      impact: optional(z.array(z.enum(['one', 'several', 'systemic']))),
      upheld: optional(z.array(z.enum(['yes', 'partly', 'no']))),
    }),
    archiveWaitsFor: z.enum(['done', 'checked']),
  }),
);

/** Every stored model of this part by the name of its JSON Schema file. */
export function modelSchemas(): Readonly<Record<string, z.ZodMiniType>> {
  return { 'corrective-policy': correctivePolicySchema() };
}
