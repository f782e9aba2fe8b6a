/** The shape of a member and of what happened to them, with times as they were written. */
import * as z from 'zod/mini';
import { once } from '../../../foundation/once.js';
import {
  attributeValue,
  criterion,
  fallback,
  grantSource,
  optional,
  overrideMode,
  record,
  text,
} from '../criteria/schema.js';

/** An instant as JSON holds it: epoch milliseconds, or text that `parseTierMember` says how to read. */
type WrittenInstant = number | string;

/** A member as JSON holds it; entries are of the kinds of `TierEntry`, with their times as they were written. */
export interface WrittenMember {
  readonly memberId: string;
  readonly enrolledAt: WrittenInstant;
  readonly log: readonly WrittenEntry[];
}

export interface WrittenEntry {
  readonly kind: string;
  readonly id: string;
  readonly at: WrittenInstant;
  readonly recordedAt?: WrittenInstant;
  readonly until?: WrittenInstant;
}

/** Shape of a `TierMember` in JSON. Whether its entries go with a policy is for a replay to say, entry by entry. */
export const tierMemberSchema: () => z.ZodMiniType<WrittenMember> = /* @__PURE__ */ once(makeMember);

function makeMember(): z.ZodMiniType<WrittenMember> {
  const instant = () => z.union([z.number(), text()]);
  const entry = { id: text(), at: instant(), recordedAt: optional(instant()) };
  const values = () => record(z.number());
  return z.strictObject({
    memberId: text(),
    enrolledAt: instant(),
    log: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          ...entry,
          kind: z.literal('activity'),
          type: text(),
          values: optional(values()),
          attributes: optional(record(attributeValue())),
        }),
        z.strictObject({ ...entry, kind: z.literal('return'), of: text(), values: optional(values()) }),
        z.strictObject({ ...entry, kind: z.literal('redemption'), values: values() }),
        z.strictObject({
          ...entry,
          kind: z.literal('attribute'),
          attribute: text(),
          value: z.nullable(attributeValue()),
        }),
        z.strictObject({
          ...entry,
          kind: z.literal('grant'),
          ladder: optional(text()),
          offer: optional(text()),
          tier: optional(text()),
          mode: optional(overrideMode()),
          source: optional(grantSource()),
          until: optional(instant()),
          fallback: optional(fallback(criterion())),
        }),
        z.strictObject({ ...entry, kind: z.literal('revocation'), of: text() }),
      ]),
    ),
  });
}
