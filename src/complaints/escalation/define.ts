/** The doors for escalation policies: read from storage with every problem listed, or written in code and checked. */
import { checkInput } from '../../foundation/check-input.js';
import type { ModelFormat } from '../../foundation/format.js';
import { repeats } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { orThrow, type Result } from '../../foundation/result.js';
import { define, readStored } from '../../foundation/schema.js';
import { defaultEscalation } from './default-escalation.js';
import type { EscalationPolicy, EscalationPolicyInput } from './model.js';
import { escalationPolicySchema } from './schema.js';

const ESCALATION: ModelFormat = { name: 'escalation-policy', version: 1, migrations: {} };

/**
 * An escalation policy written in code, completed with what `defaultEscalation` says and checked.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineEscalationPolicy } from 'clientele/complaints';
 *
 * const policy = defineEscalationPolicy({ triggers: [{ when: 'breached', class: 'statutory', to: 3 }] });
 *
 * policy.moves; // => { person: 1, time: 1, place: 1 }
 * defineEscalationPolicy({ moves: { person: -1, time: 1, place: 1 } }); // throws
 * ```
 */
export function defineEscalationPolicy(input: EscalationPolicyInput): EscalationPolicy {
  const readable = orThrow(checkInput(input));
  return define(
    escalationPolicySchema(),
    { ...defaultEscalation, ...readable },
    ESCALATION,
    checkEscalationPolicy,
  );
}

/**
 * An escalation policy from storage (`format: 'escalation-policy@1'`), or every problem with its path.
 *
 * @example
 * ```ts
 * import { describe, parseEscalationPolicy } from 'clientele/complaints';
 *
 * const result = parseEscalationPolicy({ format: 'escalation-policy@2' });
 *
 * result._tag === 'Left' ? describe(result.left[0], 'en') : ''; // => 'format: expected "escalation-policy@1", found "escalation-policy@2".'
 * ```
 */
export function parseEscalationPolicy(stored: unknown): Result<EscalationPolicy> {
  const readable = checkInput(stored);
  return readable._tag === 'Left'
    ? readable
    : readStored(escalationPolicySchema(), stored, ESCALATION, checkEscalationPolicy);
}

export function checkEscalationPolicy({ tiers }: EscalationPolicy): readonly Problem[] {
  return repeats(
    tiers.map(({ tier }) => tier),
    (i) => ['tiers', i, 'tier'],
    { en: 'tier', zh: '层级' },
  );
}
