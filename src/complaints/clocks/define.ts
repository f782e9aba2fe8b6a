/** The doors for rule packs: read from storage with every problem listed, or written in code and checked at start-up. */
import { checkInput } from '../../foundation/check-input.js';
import type { ModelFormat } from '../../foundation/format.js';
import { orThrow, type Result } from '../../foundation/result.js';
import { define, readStored } from '../../foundation/schema.js';
import { checkRulePack } from './check-pack.js';
import type { RulePack, RulePackInput } from './model.js';
import { rulePackSchema } from './schema.js';

const RULES: ModelFormat = { name: 'complaint-rules', version: 1, migrations: {} };

/**
 * A rule pack written in code, completed with the defaults (version `'1'`, effective on every day, chosen by the day of
 * receipt, nothing reopens a case) and checked; see {@link checkRulePacks} for packs that are used together.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineRulePack } from 'clientele/complaints';
 *
 * const pack = defineRulePack({
 *   name: 'our promise',
 *   title: { en: 'Our promise', zh: '服务承诺' },
 *   zone: 'Europe/London',
 *   clocks: [
 *     {
 *       clock: 'answer',
 *       name: { en: 'Answer', zh: '答复' },
 *       kind: 'duty',
 *       class: 'contractual',
 *       starts: [{ event: 'RECEIVE' }],
 *       meets: [{ event: 'SEND_DECISION' }],
 *       limit: { budget: { kind: 'businessDays', days: 10 } },
 *       atRisk: [75],
 *     },
 *   ],
 * });
 *
 * pack.version; // => '1'
 * defineRulePack({ ...pack, effective: { from: '2026-04-08', until: '2026-04-08' } }); // throws
 * ```
 */
export function defineRulePack(input: RulePackInput): RulePack {
  return define(rulePackSchema(), orThrow(checkInput(input)), RULES, checkRulePack);
}

/**
 * A rule pack from storage (`format: 'complaint-rules@1'`), or every problem with its path.
 *
 * @example
 * ```ts
 * import { describe, parseRulePack } from 'clientele/complaints';
 *
 * const result = parseRulePack({ format: 'complaint-rules@2' });
 *
 * result._tag === 'Left' ? describe(result.left[0], 'en') : ''; // => 'format: expected "complaint-rules@1", found "complaint-rules@2".'
 * ```
 */
export function parseRulePack(stored: unknown): Result<RulePack> {
  const readable = checkInput(stored);
  return readable._tag === 'Left' ? readable : readStored(rulePackSchema(), stored, RULES, checkRulePack);
}
