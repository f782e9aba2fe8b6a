/** Options as a host hands them over: an object with known keys, or a problem; JavaScript hands over what it likes. */
import { wrong } from './make-problem.js';
import type { Problems } from './problem.js';
import { isRecord } from './record.js';
import { unknownKeys } from './unknown-keys.js';

/** No options; one object for every call that has none, which then has nothing to be checked. */
export const NO_OPTIONS: Readonly<Record<string, never>> = {};

/** What stands among options and is none of them, or what is no options at all. */
export function optionProblems(options: unknown, known: readonly string[]): Problems | undefined {
  if (options === NO_OPTIONS) return undefined;
  if (!isRecord(options))
    return [wrong('wrongType', ['options'], { en: 'object with options', zh: '选项对象' }, options)];
  const [unknown, ...more] = unknownKeys(options, known);
  return unknown === undefined ? undefined : [unknown, ...more];
}
