/** The doors for corrective policies, and one to begin with. */
import { checkInput } from '../../foundation/check-input.js';
import type { ModelFormat } from '../../foundation/format.js';
import { orThrow, type Result } from '../../foundation/result.js';
import { define, readStored } from '../../foundation/schema.js';
import type { CorrectivePolicy, CorrectivePolicyInput } from './model.js';
import { correctivePolicySchema } from './schema.js';

const CORRECTIVE: ModelFormat = { name: 'corrective-policy', version: 1, migrations: {} };

/**
 * A policy to begin with: a systemic complaint that is upheld, wholly or in part, needs corrective action, and every case
 * waits with its archive until the actions linked to it are done (ISO 10002:2018 clause 8.7, DISP 1.3.3R).
 *
 * @example
 * ```ts
 * import { defaultCorrective } from 'clientele/complaints';
 *
 * defaultCorrective.archiveWaitsFor; // => 'done'
 * ```
 */
export const defaultCorrective: CorrectivePolicy = {
  format: 'corrective-policy@1',
  name: 'corrective-action',
  version: '1',
  title: { en: 'Corrective action', zh: '纠正措施规则' },
  neededFor: { impact: ['systemic'], upheld: ['yes', 'partly'] },
  archiveWaitsFor: 'done',
};

/**
 * A corrective policy written in code, completed with what `defaultCorrective` says and checked.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineCorrectivePolicy } from 'clientele/complaints';
 *
 * defineCorrectivePolicy({ archiveWaitsFor: 'checked' }).neededFor.impact; // => ['systemic']
 * ```
 */
export function defineCorrectivePolicy(input: CorrectivePolicyInput): CorrectivePolicy {
  const readable = orThrow(checkInput(input));
  return define(correctivePolicySchema(), { ...defaultCorrective, ...readable }, CORRECTIVE);
}

/**
 * A corrective policy from storage (`format: 'corrective-policy@1'`), or every problem with its path.
 *
 * @example
 * ```ts
 * import { parseCorrectivePolicy } from 'clientele/complaints';
 *
 * parseCorrectivePolicy({ format: 'corrective-policy@2' })._tag; // => 'Left'
 * ```
 */
export function parseCorrectivePolicy(stored: unknown): Result<CorrectivePolicy> {
  const readable = checkInput(stored);
  return readable._tag === 'Left' ? readable : readStored(correctivePolicySchema(), stored, CORRECTIVE);
}
