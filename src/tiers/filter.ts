/** Which activities count: filters made into one question each. */
import { own } from '../foundation/record.js';
import type { QualifyingActivity } from './member.js';
import type { ActivityFilter, AttributeTest, AttributeValue } from './metric.js';

/** Why an activity does not count. */
export type ExclusionReason =
  | 'type'
  | 'attribute'
  | 'noValue'
  | 'returned'
  | 'beforeCounting'
  | 'outsideWindow'
  | 'countersReset';

/** What tells why a filter leaves an activity out; `undefined` where it does not. */
export function excluder(
  filter: ActivityFilter | undefined,
): (activity: QualifyingActivity) => ExclusionReason | undefined {
  const { types, exceptTypes, where } = filter ?? {};
  if (types === undefined && exceptTypes === undefined && where === undefined) return () => undefined;
  const only = types && new Set(types);
  const except = new Set(exceptTypes);
  const tests = where?.map(testOf) ?? [];
  return ({ type, attributes }) => {
    if (only?.has(type) === false || except.has(type)) return 'type';
    return tests.every((test) => test(attributes)) ? undefined : 'attribute';
  };
}

type Attributes = QualifyingActivity['attributes'];

function testOf(test: AttributeTest): (attributes: Attributes) => boolean {
  const passes = (value: AttributeValue): boolean => {
    if ('is' in test) return value === test.is;
    if ('isNot' in test) return value !== test.isNot;
    return 'in' in test ? test.in.includes(value) : !test.notIn.includes(value);
  };
  return (attributes) => {
    const value = own(attributes, test.attribute);
    return value !== undefined && passes(value);
  };
}
