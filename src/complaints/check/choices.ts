/**
 * What can differ from one event to the next: the command's data, its actor, what the host brings along, and what the
 * record holds. Facts that are worked out from the same value hang on one choice, so that `amount ≤ 100` and
 * `amount > 100` never hold together; everything else is free.
 */
import type { CompiledCommand, Crossing, Way } from '../workflow/compile.js';
import { type CompiledFact, inDomain } from '../workflow/facts.js';
import type { Field } from '../workflow/field.js';
import type { FactDomain, FactValue } from '../workflow/model.js';
import type { DataTest, Operand } from '../workflow/operand.js';
import { headOf, isFilled, testReader } from '../workflow/read-test.js';
import {
  countsAround,
  INCOMPARABLE,
  PAIRS,
  type Scalar,
  toldWith,
  valuesAround,
  valuesWithin,
} from './test-values.js';

/** The ways in which one value may turn out. */
export type Choice = readonly ChoiceWay[];

export interface ChoiceWay {
  /** Facts that hang on the value; left out where they are not known in this way. */
  readonly facts: readonly (readonly [string, FactValue])[];
  /** Fields of the command that are missing in this way. */
  readonly absent?: readonly string[];
  /** The role of the actor in this way. */
  readonly role?: string;
  /** A slot of the record, and whether there is something in it in this way: nothing, a blank, or more than that. */
  readonly slot?: { readonly name: string; readonly holds: 'nothing' | 'blank' | 'something' };
}

/** The choices behind some facts of one command; facts that the case keeps are none. */
export function choicesOf(
  { command, ways }: Crossing,
  facts: readonly CompiledFact[],
  compared: ReadonlyMap<string, readonly FactValue[]>,
): readonly Choice[] {
  const asked = { command, roles: rolesOf(ways), compared };
  const bySource = new Map<string, [CompiledFact, ...CompiledFact[]]>();
  for (const fact of facts) {
    if (fact.declaration.from.kind === 'case') continue;
    const key = sourceOf(fact);
    const known = bySource.get(key);
    if (known === undefined) bySource.set(key, [fact]);
    else known.push(fact);
  }
  return [...bySource.values()].map((members) => waysOf(asked, members));
}

interface Asked {
  readonly command: CompiledCommand;
  /** Who may take one of its ways; left out where everybody may. */
  readonly roles: readonly string[] | undefined;
  readonly compared: ReadonlyMap<string, readonly FactValue[]>;
}

function rolesOf(ways: readonly Way[]): readonly string[] | undefined {
  const all = ways.map(({ roles }) => roles);
  return all.includes(undefined) ? undefined : [...new Set(all.flatMap((roles) => roles ?? []))];
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

function waysOf(asked: Asked, members: Members): Choice {
  const [{ declaration }] = members;
  const { from, domain } = declaration;
  const test = from.kind === 'test' ? from.test : undefined;
  const operand = from.kind === 'data' ? { data: from.field } : test && aloneIn(test);
  if (operand !== undefined) return waysOfOperand(asked, operand, members);
  if (test === undefined) return waysOfDomain(members, valuesOf(domain, comparedBy(members, asked.compared)));
  const pair = pairIn(test);
  if (pair !== undefined) return waysOfPair(asked, pair, members);
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

function waysOfPair({ command }: Asked, [one, other]: readonly [Operand, Operand], members: Members): Choice {
  const pairs = isOrdered(command, one) && isOrdered(command, other) ? PAIRS : [...PAIRS, INCOMPARABLE];
  const possible = pairs.filter(([left, right]) => canBe(one, left) && canBe(other, right));
  return possible.map(([left, right]) =>
    wayWith(members, [
      [one, left],
      [other, right],
    ]),
  );
}

/** There is always an actor and a case. */
function canBe(operand: Operand, value: Scalar): boolean {
  return value !== undefined || !('actor' in operand || 'case' in operand);
}

/** Of two values of such operands one is less, or they are equal, unless one of them is missing. */
function isOrdered({ fields }: CompiledCommand, operand: Operand): boolean {
  if ('actor' in operand || 'case' in operand) return true;
  if (!('data' in operand)) return false;
  const kind = fields.get(operand.data)?.field.kind;
  return kind === 'number' || kind === 'count' || kind === 'amount' || kind === 'instant';
}

/** Everything that the facts on an operand tell apart, and its absence. */
function waysOfOperand(asked: Asked, operand: Operand, members: Members): Choice {
  const ways = operandValues(asked, operand, members).map((value) => wayWith(members, [[operand, value]]));
  if ('actor' in operand || 'case' in operand) return distinct(ways);
  const missing = wayWith(members, [[operand, undefined]]);
  return distinct([...ways, 'data' in operand ? { ...missing, absent: [headOf(operand.data)] } : missing]);
}

/** A field whose values are few says so itself; otherwise the domain of a fact, or what the tests compare with. */
function operandValues(
  { command, roles, compared }: Asked,
  operand: Operand,
  members: Members,
): readonly FactValue[] {
  const field = 'data' in operand ? command.fields.get(operand.data)?.field : undefined;
  if (field?.kind === 'boolean') return [true, false];
  if (field?.kind === 'oneOf') return field.values;
  if ('actor' in operand && operand.actor === 'role' && roles !== undefined) return roles;
  const near = comparedBy(members, compared);
  const kept = members.find((member) => member.declaration.from.kind === 'data');
  const values = kept === undefined ? [] : valuesOf(kept.declaration.domain, near);
  if (field === undefined || field.kind === 'json') return [...values, ...valuesAround(near)];
  return [...new Set([...values, ...valuesWithin(field, near)])].filter((value) => canHold(field, value));
}

function canHold(field: Field, value: FactValue): boolean {
  if (mayBeBlank(field)) return typeof value === 'string';
  if (field.kind === 'text' || field.kind === 'day' || field.kind === 'list' || field.kind === 'object')
    return typeof value === 'string' && isFilled(value);
  if (typeof value !== 'number') return false;
  if (field.kind !== 'number' && !Number.isInteger(value)) return false;
  if (field.kind !== 'number' && field.kind !== 'count') return true;
  const { min = field.kind === 'count' ? 0 : Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } =
    field;
  return value >= min && value <= max;
}

/** Whether nothing can be in it although it is there: a blank text stands for an empty list too. */
function mayBeBlank(field: Field): boolean {
  if (field.kind === 'list') return (field.atLeast ?? 0) === 0;
  return field.kind === 'text' && field.blank === 'allowed';
}

/** What the guards compare the facts with, and what their tests compare with. */
function comparedBy(members: Members, compared: Asked['compared']): readonly FactValue[] {
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
      return inDomain(value, domain) ? [[fact, value]] : [];
    },
  );
  return { facts, ...(absent.length > 0 && { absent }), ...roleOf(values), ...slotOf(values) };
}

/** Of a test that compares a whole slot with written values. */
function slotOf(values: readonly (readonly [Operand, Scalar])[]): Pick<ChoiceWay, 'slot'> {
  const [[operand, value] = [undefined, undefined], other] = values;
  if (operand === undefined || other !== undefined || !('record' in operand)) return {};
  const name = headOf(operand.record);
  if (name !== operand.record) return {};
  return { slot: { name, holds: value === undefined ? 'nothing' : isFilled(value) ? 'something' : 'blank' } };
}

function roleOf(values: readonly (readonly [Operand, Scalar])[]): Pick<ChoiceWay, 'role'> {
  const [[operand, role] = [undefined, undefined], other] = values;
  const known = operand !== undefined && 'actor' in operand && operand.actor === 'role';
  return known && other === undefined && typeof role === 'string' ? { role } : {};
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
