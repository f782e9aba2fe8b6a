/**
 * What can differ from one event to the next: the command's data, its actor, what the host brings along, and what the
 * record holds. Facts that are worked out from the same value hang on one choice, so that `amount ≤ 100` and
 * `amount > 100` never hold together; everything else is free.
 */
import type { CompiledCommand } from '../workflow/compile.js';
import type { CompiledFact } from '../workflow/facts.js';
import type { Field } from '../workflow/field.js';
import type { FactDomain, FactValue } from '../workflow/model.js';
import type { DataTest, Operand } from '../workflow/operand.js';
import { headOf, isFilled, testReader } from '../workflow/read-test.js';
import { countsAround, PAIRS, type Scalar, toldWith, valuesAround } from './test-values.js';

/** The ways in which one value may turn out. */
export type Choice = readonly ChoiceWay[];

export interface ChoiceWay {
  /** Facts that hang on the value; left out where they are not known in this way. */
  readonly facts: readonly (readonly [string, FactValue])[];
  /** The field of the command that is missing in this way. */
  readonly absent?: string;
  /** A slot of the record, and whether there is something in it in this way: nothing, a blank, or more than that. */
  readonly slot?: { readonly name: string; readonly holds: 'nothing' | 'blank' | 'something' };
}

/** The choices behind some facts of one command; facts that the case keeps are none. */
export function choicesOf(
  command: CompiledCommand,
  facts: readonly CompiledFact[],
  compared: ReadonlyMap<string, readonly FactValue[]>,
): readonly Choice[] {
  const bySource = new Map<string, [CompiledFact, ...CompiledFact[]]>();
  for (const fact of facts) {
    if (fact.declaration.from.kind === 'case') continue;
    const key = sourceOf(fact);
    const known = bySource.get(key);
    if (known === undefined) bySource.set(key, [fact]);
    else known.push(fact);
  }
  return [...bySource.values()].map((members) => waysOf(command, members, compared));
}

/** Facts with the same key hang on the same value. */
function sourceOf({ fact, declaration: { from } }: CompiledFact): string {
  if (from.kind === 'data') return operandKey({ data: from.field });
  if (from.kind !== 'test') return `fact ${JSON.stringify(fact)}`;
  const { test } = from;
  const alone = aloneIn(test);
  if (alone !== undefined) return operandKey(alone);
  const pair = pairIn(test);
  if (pair !== undefined) return `pair ${JSON.stringify(pair.map(operandKey).sort())}`;
  return `test ${JSON.stringify('notIn' in test ? { one: test.one, in: test.notIn } : test)}`;
}

/** The one operand that a test compares with written values only. */
function aloneIn(test: DataTest): Operand | undefined {
  if ('every' in test) return undefined;
  if ('filled' in test) return isPlain(test.filled) ? test.filled : undefined;
  if ('one' in test) {
    const others = 'in' in test ? test.in : test.notIn;
    return isPlain(test.one) && others.every((other) => 'value' in other) ? test.one : undefined;
  }
  if ('value' in test.right) return isPlain(test.left) ? test.left : undefined;
  return 'value' in test.left && isPlain(test.right) ? test.right : undefined;
}

/** Two operands that a test compares with each other. */
function pairIn(test: DataTest): readonly [Operand, Operand] | undefined {
  return 'left' in test && isPlain(test.left) && isPlain(test.right) ? [test.left, test.right] : undefined;
}

/** One value of the command or the record, not a list of them. */
function isPlain(operand: Operand): boolean {
  return !('value' in operand) && !('each' in operand && operand.each !== undefined);
}

function operandKey(operand: Operand): string {
  return JSON.stringify(operand);
}

type Members = readonly [CompiledFact, ...CompiledFact[]];
type Compared = ReadonlyMap<string, readonly FactValue[]>;

function waysOf(command: CompiledCommand, members: Members, compared: Compared): Choice {
  const [{ declaration }] = members;
  const { from, domain } = declaration;
  const test = from.kind === 'test' ? from.test : undefined;
  const operand = from.kind === 'data' ? { data: from.field } : test && aloneIn(test);
  if (operand !== undefined) return waysOfOperand(command, operand, members, compared);
  if (test === undefined) return waysOfDomain(members, valuesOf(domain, comparedBy(members, compared)));
  const pair = pairIn(test);
  if (pair !== undefined)
    return PAIRS.map(([one, other]) =>
      wayWith(members, [
        [pair[0], one],
        [pair[1], other],
      ]),
    );
  return [true, false].map((holds) => ({
    facts: members.map(({ fact, declaration: { from: origin } }) => {
      const opposite = origin.kind === 'test' && 'notIn' in origin.test;
      return [fact, opposite ? !holds : holds] as const;
    }),
  }));
}

function waysOfDomain(members: Members, values: readonly FactValue[]): Choice {
  return values.map((value) => ({ facts: members.map(({ fact }) => [fact, value] as const) }));
}

/** Everything that the facts on an operand tell apart, and its absence. */
function waysOfOperand(
  command: CompiledCommand,
  operand: Operand,
  members: Members,
  compared: Compared,
): Choice {
  const field = 'data' in operand ? headOf(operand.data) : undefined;
  const whole = 'data' in operand && field === operand.data ? command.fields.get(field)?.field : undefined;
  const ways = operandValues(command, operand, whole, members, compared).map((value) =>
    wayWith(members, [[operand, value]]),
  );
  if ('actor' in operand || 'case' in operand) return distinct(ways);
  const missing = wayWith(members, [[operand, undefined]]);
  return distinct([...ways, field === undefined ? missing : { ...missing, absent: field }]);
}

/** A field whose values are few says so itself; otherwise the domain of a fact, or what the tests compare with. */
function operandValues(
  { declaration }: CompiledCommand,
  operand: Operand,
  field: Field | undefined,
  members: Members,
  compared: Compared,
): readonly FactValue[] {
  if (field?.kind === 'boolean') return [true, false];
  if (field?.kind === 'oneOf') return field.values;
  if ('actor' in operand && operand.actor === 'role' && declaration.by !== undefined) return declaration.by;
  const near = comparedBy(members, compared);
  const kept = members.find((member) => member.declaration.from.kind === 'data');
  if (kept === undefined) return valuesAround(near).filter((value) => canHold(field, value));
  return valuesOf(kept.declaration.domain, near).filter((value) => canHold(field, value));
}

function canHold(field: Field | undefined, value: FactValue): boolean {
  if (field === undefined || field.kind === 'json') return true;
  if (field.kind === 'text' || field.kind === 'day') return typeof value === 'string';
  if (field.kind === 'list' || field.kind === 'object') return value !== '';
  if (typeof value !== 'number') return false;
  if (field.kind !== 'number' && !Number.isInteger(value)) return false;
  if (field.kind !== 'number' && field.kind !== 'count') return true;
  const { min = field.kind === 'count' ? 0 : Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } =
    field;
  return value >= min && value <= max;
}

/** What the guards compare the facts with, and what their tests compare with. */
function comparedBy(members: Members, compared: Compared): readonly FactValue[] {
  return members.flatMap(({ fact, declaration: { from } }) =>
    from.kind === 'test' ? writtenIn(from.test) : (compared.get(fact) ?? []),
  );
}

function writtenIn(test: DataTest): readonly FactValue[] {
  if ('filled' in test || 'every' in test) return [];
  const operands = 'left' in test ? [test.left, test.right] : 'in' in test ? test.in : test.notIn;
  return operands.flatMap((operand) => ('value' in operand ? [operand.value] : []));
}

function valuesOf(domain: FactDomain, compared: readonly FactValue[]): readonly FactValue[] {
  if (domain === 'boolean') return [true, false];
  return 'oneOf' in domain ? domain.oneOf : countsAround(domain.upTo, compared);
}

/** What the facts are when their operands have these values; a test of a field that is missing is not known. */
function wayWith(members: Members, values: readonly (readonly [Operand, Scalar])[]): ChoiceWay {
  const told = toldWith(values);
  const absent = values.flatMap(([operand, value]) =>
    'data' in operand && value === undefined ? [headOf(operand.data)] : [],
  );
  const facts = members.flatMap(
    ({ fact, fields, declaration: { from, domain } }): (readonly [string, FactValue])[] => {
      if (from.kind === 'test') {
        return fields.some((field) => absent.includes(field)) ? [] : [[fact, testReader(from.test)(told)]];
      }
      const [[, value] = [undefined, undefined]] = values;
      return value !== undefined && isIn(domain, value) ? [[fact, value]] : [];
    },
  );
  const [field] = absent;
  return { facts, ...(field !== undefined && { absent: field }), ...slotOf(values) };
}

/** Of a test that compares a whole slot with written values. */
function slotOf(values: readonly (readonly [Operand, Scalar])[]): Pick<ChoiceWay, 'slot'> {
  const [[operand, value] = [undefined, undefined], other] = values;
  if (operand === undefined || other !== undefined || !('record' in operand)) return {};
  const name = headOf(operand.record);
  if (name !== operand.record) return {};
  return { slot: { name, holds: value === undefined ? 'nothing' : isFilled(value) ? 'something' : 'blank' } };
}

function isIn(domain: FactDomain, value: FactValue): boolean {
  if (domain === 'boolean') return typeof value === 'boolean';
  if ('oneOf' in domain) return typeof value === 'string' && domain.oneOf.includes(value);
  return typeof value === 'number' && value >= 0 && value <= domain.upTo;
}

/** Of ways that make no difference to any fact, the first. */
function distinct(ways: Choice): Choice {
  const byFacts = new Map<string, ChoiceWay>();
  for (const way of ways) {
    const key = JSON.stringify(way);
    if (!byFacts.has(key)) byFacts.set(key, way);
  }
  return [...byFacts.values()];
}
