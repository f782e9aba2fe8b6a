/** The models of this room that hosts store. */
import type * as z from 'zod/mini';
import { tierMemberSchema } from './stored/member/schema.js';
import { tierPolicySchema } from './stored/policy/schema.js';

/** Every stored model of this room by the name of its JSON Schema file. */
export function modelSchemas(): Readonly<Record<string, z.ZodMiniType>> {
  return { 'tier-policy': tierPolicySchema(), 'tier-member': tierMemberSchema() };
}
