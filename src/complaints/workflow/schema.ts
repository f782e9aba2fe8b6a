/** The shape of a stored workflow; the only file here that knows zod. Functions, so that what is not called is not bundled. */
import * as z from 'zod/mini';
import type { Field } from './field.js';
import type { Guard, Workflow } from './model.js';
import type { DataTest } from './operand.js';

const text = (): z.ZodMiniString => z.string().check(z.minLength(1));
const texts = () => z.array(text()).check(z.minLength(1));
const bilingual = () => z.strictObject({ en: text(), zh: text() });
const record = <A>(of: z.ZodMiniType<A>) => z.record(text(), of);
const optional = z.exactOptional;
const factValue = () => z.union([z.boolean(), text(), z.number()]);
const count = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));

/** More values of one fact than that nobody can search. */
const MOST = 1000;

/** One schema object for all fields of a workflow, so that its JSON Schema is written out once. */
function field(): z.ZodMiniType<Field> {
  const named = { name: optional(bilingual()) };
  const nested: z.ZodMiniType<Field> = z.lazy(() => any);
  const any: z.ZodMiniType<Field> = z.discriminatedUnion('kind', [
    z.strictObject({ ...named, kind: z.literal('text'), blank: optional(z.literal('allowed')) }),
    z.strictObject({ ...named, kind: z.literal('boolean') }),
    z.strictObject({
      ...named,
      kind: z.literal('number'),
      min: optional(z.number()),
      max: optional(z.number()),
    }),
    z.strictObject({ ...named, kind: z.literal('count'), min: optional(z.int()), max: optional(z.int()) }),
    z.strictObject({ ...named, kind: z.literal('amount') }),
    z.strictObject({ ...named, kind: z.literal('instant'), notAfter: optional(z.literal('event')) }),
    z.strictObject({ ...named, kind: z.literal('day') }),
    z.strictObject({
      ...named,
      kind: z.literal('oneOf'),
      values: texts(),
      valueNames: optional(record(bilingual())),
    }),
    z.strictObject({
      ...named,
      kind: z.literal('list'),
      of: nested,
      atLeast: optional(count(0, MOST)),
      uniqueBy: optional(text()),
    }),
    z.strictObject({
      ...named,
      kind: z.literal('object'),
      fields: record(nested),
      optional: optional(texts()),
    }),
    z.strictObject({ ...named, kind: z.literal('json') }),
  ]);
  return nested;
}

function guard(): z.ZodMiniType<Guard> {
  const nested: z.ZodMiniType<Guard> = z.lazy(() => any);
  const several = () => z.array(nested).check(z.minLength(1));
  const any: z.ZodMiniType<Guard> = z.union([
    z.strictObject({ fact: text(), is: optional(factValue()) }),
    z.strictObject({ fact: text(), atLeast: z.int() }),
    z.strictObject({ fact: text(), atMost: z.int() }),
    z.strictObject({ not: nested }),
    z.strictObject({ allOf: several() }),
    z.strictObject({ anyOf: several() }),
  ]);
  return nested;
}

const operand = () =>
  z.union([
    z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ data: text(), each: optional(text()) }),
    z.strictObject({ actor: z.enum(['id', 'role']) }),
    z.strictObject({ case: z.literal('id') }),
    z.strictObject({ record: text(), each: optional(text()) }),
  ]);

/** A comparison of the data of a command with other values, as facts and clocks ask for it. */
export const dataTest = (): z.ZodMiniType<DataTest> =>
  z.union([
    z.strictObject({ filled: operand() }),
    z.strictObject({ left: operand(), is: z.enum(['=', '≠', '<', '≤', '>', '≥']), right: operand() }),
    z.strictObject({ one: operand(), in: z.array(operand()) }),
    z.strictObject({ one: operand(), notIn: z.array(operand()) }),
    z.strictObject({ every: operand(), in: z.array(operand()) }),
  ]);

const fact = () =>
  z.strictObject({
    name: bilingual(),
    domain: z.union([
      z.literal('boolean'),
      z.strictObject({ oneOf: texts() }),
      z.strictObject({ upTo: count(1, MOST) }),
    ]),
    valueNames: optional(record(bilingual())),
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('case'), initially: factValue() }),
      z.strictObject({ kind: z.literal('data'), field: text() }),
      z.strictObject({ kind: z.literal('test'), test: dataTest() }),
      z.strictObject({ kind: z.literal('context') }),
    ]),
  });

const state = () =>
  z.strictObject({
    name: bilingual(),
    about: optional(bilingual()),
    waitsFor: optional(text()),
    has: optional(texts()),
    closed: optional(z.boolean()),
    tags: optional(record(z.string())),
  });

const write = () =>
  z.strictObject({ slot: text(), as: z.enum(['set', 'append', 'clear']), value: optional(operand()) });

/** What the opening and every transition can do. */
const effects = () => ({
  requires: optional(texts()),
  sets: optional(record(z.union([factValue(), z.strictObject({ add: z.int() })]))),
  writes: optional(z.array(write())),
  tags: optional(record(z.string())),
});

const transition = (when: z.ZodMiniType<Guard>) =>
  z.strictObject({
    id: text(),
    from: text(),
    on: text(),
    when: optional(z.union([z.literal('otherwise'), when])),
    to: text(),
    by: optional(texts()),
    ...effects(),
    note: optional(bilingual()),
  });

/** What people call the parts that are declared nowhere. */
function names() {
  const some = optional(record(bilingual()));
  const tag = z.strictObject({ name: optional(bilingual()), values: some });
  return z.strictObject({ roles: some, parties: some, slots: some, tags: optional(record(tag)) });
}

export function workflowSchema(): z.ZodMiniType<Workflow> {
  const fields = record(field());
  return z.strictObject({
    format: z.literal('case-workflow@1'),
    name: text(),
    version: text(),
    title: bilingual(),
    source: optional(z.union([text(), bilingual()])),
    initial: text(),
    final: z.array(text()),
    states: record(state()),
    commands: record(
      z.strictObject({
        name: bilingual(),
        kind: z.enum(['command', 'timer']),
        by: optional(texts()),
        fields,
      }),
    ),
    opening: z.strictObject({ on: text(), ...effects() }),
    facts: record(fact()),
    transitions: z.array(transition(guard())),
    answers: optional(texts()),
    names: optional(names()),
  });
}

/** Every stored model of this part by the name of its JSON Schema file. */
export function modelSchemas(): Readonly<Record<string, z.ZodMiniType>> {
  return { 'case-workflow': workflowSchema() };
}
