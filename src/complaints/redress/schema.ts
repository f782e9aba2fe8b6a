/** The shape of redress policies; the only file here that knows zod. */
import * as z from 'zod/mini';
import { once } from '../../foundation/once.js';
import type { Amounts, LookBack, RedressPolicy } from './model.js';

const text = () => z.string().check(z.minLength(1));
const bilingual = () => z.strictObject({ en: text(), zh: text() });
const optional = z.exactOptional;
const count = (least: number) => z.int().check(z.minimum(least));

const amounts: () => z.ZodMiniType<Amounts> = once(() => z.record(text(), count(0)));

export const lookBackSchema: () => z.ZodMiniType<LookBack> = /* @__PURE__ */ once(() =>
  z.union([z.strictObject({ days: count(1) }), z.strictObject({ months: count(1) })]),
);

/** Published cap: satisfaction rises up to about 150 percent and falls beyond (Haesevoets 2017). */
const CAP = { percentOfPrice: 150, source: 'Haesevoets et al. 2017' } as const;

/** Shape of a {@link RedressPolicy}. */
export const redressPolicySchema: () => z.ZodMiniType<RedressPolicy> = /* @__PURE__ */ once(() =>
  z.strictObject({
    format: z.literal('redress-policy@1'),
    name: text(),
    version: z._default(text(), '1'),
    title: bilingual(),
    currencies: z
      .array(z.strictObject({ code: text(), minorUnit: z.int().check(z.minimum(0), z.maximum(8)) }))
      .check(z.minLength(1)),
    authorities: z
      .array(
        z.strictObject({
          role: text(),
          name: optional(bilingual()),
          perCase: z.union([z.literal('unlimited'), amounts()]),
          perCustomer: optional(z.strictObject({ amounts: amounts(), within: lookBackSchema() })),
        }),
      )
      .check(z.minLength(1)),
    fourEyesFrom: optional(amounts()),
    cap: z._default(
      z.union([z.literal('none'), z.strictObject({ percentOfPrice: count(0), source: optional(text()) })]),
      CAP,
    ),
    zone: text(),
  }),
);

/** Every stored model of this part by the name of its JSON Schema file. */
export function modelSchemas(): Readonly<Record<string, z.ZodMiniType>> {
  return { 'redress-policy': redressPolicySchema() };
}
