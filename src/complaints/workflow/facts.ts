/** What a guard asks about, read from where each fact comes from. */
import { own } from '../../foundation/record.js';
import type { FactContext } from './case.js';
import type { FactDeclaration, FactDomain, FactValue } from './model.js';
import type { DataTest } from './operand.js';
import { headOf, operandsOf, type Told, testReader } from './read-test.js';

/** All that the guards of a transition can look at. */
export interface Asked extends Told {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly context: FactContext;
}

/** A fact made ready. `undefined` means that it is not known. */
export interface CompiledFact {
  readonly fact: string;
  readonly declaration: FactDeclaration;
  readonly read: (asked: Asked) => FactValue | undefined;
  /** Fields of the command without which it is not known. */
  readonly fields: readonly string[];
  /** As far as it is known before there is a command; `actor` says whether there is somebody to act. */
  readonly foresee: (asked: Asked, actor: 'known' | 'unknown') => FactValue | undefined;
}

export function compileFact(fact: string, declaration: FactDeclaration): CompiledFact {
  const { from, domain } = declaration;
  const one = { fact, declaration };
  switch (from.kind) {
    case 'case': {
      const read = ({ facts }: Asked): FactValue | undefined => valueIn(facts, fact, domain);
      return { ...one, fields: [], read, foresee: read };
    }
    case 'context':
      return {
        ...one,
        fields: [],
        read: ({ context }) => valueIn(context, fact, domain),
        foresee: () => undefined,
      };
    case 'data': {
      const { field } = from;
      return {
        ...one,
        fields: [field],
        read: ({ data }) => valueIn(data, field, domain),
        foresee: () => undefined,
      };
    }
    case 'test':
      return { ...one, ...compiledTest(from.test) };
  }
}

function compiledTest(test: DataTest): Pick<CompiledFact, 'fields' | 'read' | 'foresee'> {
  const holds = testReader(test);
  const operands = operandsOf(test);
  const fields = operands.flatMap(({ operand, mayBeAbsent }) =>
    'data' in operand && !mayBeAbsent ? [headOf(operand.data)] : [],
  );
  const ofData = operands.some(({ operand }) => 'data' in operand);
  const ofActor = operands.some(({ operand }) => 'actor' in operand);
  return {
    fields,
    read:
      fields.length === 0
        ? holds
        : (asked) => (fields.every((field) => isThere(asked.data, field)) ? holds(asked) : undefined),
    foresee: (asked, actor) => (ofData || (ofActor && actor === 'unknown') ? undefined : holds(asked)),
  };
}

export function isThere(data: Readonly<Record<string, unknown>>, key: string): boolean {
  return Object.hasOwn(data, key) && data[key] !== undefined;
}

function valueIn(
  values: Readonly<Record<string, unknown>>,
  key: string,
  domain: FactDomain,
): FactValue | undefined {
  const value = own(values, key);
  return inDomain(value, domain) ? value : undefined;
}

/** Whether a fact can have this value. */
export function inDomain(value: unknown, domain: FactDomain): value is FactValue {
  if (domain === 'boolean') return typeof value === 'boolean';
  if ('oneOf' in domain) return typeof value === 'string' && domain.oneOf.includes(value);
  // JSON writes minus zero as zero.
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= domain.upTo &&
    !Object.is(value, -0)
  );
}
