/** The doors for redress policies: read from storage with every problem listed, or written in code and checked. */
import { checkInput } from '../../foundation/check-input.js';
import { isZone } from '../../foundation/civil.js';
import type { ModelFormat } from '../../foundation/format.js';
import { type Path, problem, repeats } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { orThrow, type Result } from '../../foundation/result.js';
import { define, readStored } from '../../foundation/schema.js';
import type { Amounts, RedressPolicy, RedressPolicyInput } from './model.js';
import { redressPolicySchema } from './schema.js';

const REDRESS: ModelFormat = { name: 'redress-policy', version: 1, migrations: {} };

/**
 * A redress policy written in code, completed with the defaults (version `'1'`; a cap of 150 percent of the price paid,
 * after Haesevoets et al. 2017) and checked: every currency that is used is declared, no role or currency twice.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineRedressPolicy } from 'clientele/complaints';
 *
 * const policy = defineRedressPolicy({
 *   name: 'redress',
 *   title: { en: 'Redress', zh: '补偿权限' },
 *   zone: 'Europe/London',
 *   currencies: [{ code: 'GBP', minorUnit: 2 }],
 *   authorities: [
 *     { role: 'handler', perCase: { GBP: 5000 } },
 *     { role: 'manager', perCase: 'unlimited' },
 *   ],
 * });
 *
 * policy.cap; // => { percentOfPrice: 150, source: 'Haesevoets et al. 2017' }
 * defineRedressPolicy({ ...policy, fourEyesFrom: { EUR: 1 } }); // throws
 * ```
 */
export function defineRedressPolicy(input: RedressPolicyInput): RedressPolicy {
  return define(redressPolicySchema(), orThrow(checkInput(input)), REDRESS, checkRedressPolicy);
}

/**
 * A redress policy from storage (`format: 'redress-policy@1'`), or every problem with its path.
 *
 * @example
 * ```ts
 * import { describe, parseRedressPolicy } from 'clientele/complaints';
 *
 * const result = parseRedressPolicy({ format: 'redress-policy@2' });
 *
 * result._tag === 'Left' ? describe(result.left[0], 'en') : ''; // => 'format: expected "redress-policy@1", found "redress-policy@2".'
 * ```
 */
export function parseRedressPolicy(stored: unknown): Result<RedressPolicy> {
  const readable = checkInput(stored);
  return readable._tag === 'Left'
    ? readable
    : readStored(redressPolicySchema(), stored, REDRESS, checkRedressPolicy);
}

/** What a policy of the right shape can still get wrong. */
export function checkRedressPolicy(policy: RedressPolicy): readonly Problem[] {
  const codes = policy.currencies.map(({ code }) => code);
  const known = (amounts: Amounts, path: Path): readonly Problem[] =>
    Object.keys(amounts)
      .filter((code) => !codes.includes(code))
      .map((code) => problem('unknownCurrency', [...path, code], { kind: 'oneOf', values: codes }, code));
  const roles = policy.authorities.map(({ role }) => role);
  return [
    ...(isZone(policy.zone) ? [] : [problem('unknownZone', ['zone'], { kind: 'zone' }, policy.zone)]),
    ...repeats(codes, (i) => ['currencies', i, 'code'], { en: 'currency', zh: '币种' }),
    ...repeats(roles, (i) => ['authorities', i, 'role'], { en: 'role', zh: '角色' }),
    ...policy.authorities.flatMap(({ perCase, perCustomer }, i) => [
      ...(perCase === 'unlimited' ? [] : known(perCase, ['authorities', i, 'perCase'])),
      ...(perCustomer === undefined
        ? []
        : known(perCustomer.amounts, ['authorities', i, 'perCustomer', 'amounts'])),
    ]),
    ...known(policy.fourEyesFrom ?? {}, ['fourEyesFrom']),
  ];
}
