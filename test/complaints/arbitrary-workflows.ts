/**
 * Random workflows that are valid by construction, random data for their fields, and random commands for a case.
 *
 * States lie in a row: every state but the last has a way forward that nothing guards, so that every case can end. Besides
 * these there are ways to anywhere, guarded by facts of all four origins.
 */
import type {
  CaseCommand,
  CaseSnapshot,
  CommandDeclaration,
  CompiledWorkflow,
  FactContext,
  FactDeclaration,
  FactDomain,
  FactValue,
  Field,
  Guard,
  RecordWrite,
  TransitionDeclaration,
  Workflow,
} from 'clientele/complaints';
import { legalCommands } from 'clientele/complaints';
import fc from 'fast-check';

const both = (text: string) => ({ en: text, zh: `〈${text}〉` });

/** Names that an object has anyway are names like any other. */
const awkward = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const stateNames = ['start', 'état', '处理中', ...awkward, 'last one'];
const commandNames = ['DO', 'constructor', '回复', 'toString', 'NOTE', 'TICK'];
const factNames = ['yes', 'constructor', '数量', 'toString', 'level'];
const roles = ['clerk', 'chief', 'constructor'];
const slots = ['notes', 'constructor', '结果'];

const texts = fc.constantFrom('a', 'b', 'constructor', '__proto__', '中文');

/** Any field, nested twice at most. */
export function fields(depth = 1): fc.Arbitrary<Field> {
  const leaves: fc.Arbitrary<Field>[] = [
    fc.constantFrom<Field>(
      { kind: 'text' },
      { kind: 'text', blank: 'allowed' },
      { kind: 'boolean' },
      { kind: 'number' },
      { kind: 'number', min: -1.5, max: 1.5 },
      { kind: 'count' },
      { kind: 'count', min: 1, max: 3 },
      { kind: 'amount' },
      { kind: 'instant' },
      { kind: 'instant', notAfter: 'event' },
      { kind: 'day' },
      { kind: 'oneOf', values: ['x', 'y'] },
      { kind: 'json' },
    ),
  ];
  if (depth > 0) {
    const inner = fields(depth - 1);
    leaves.push(
      fc.record({ kind: fc.constant('list' as const), of: inner, atLeast: fc.nat({ max: 2 }) }),
      fc.record({
        kind: fc.constant('object' as const),
        fields: fc.dictionary(fc.constantFrom('p', 'q', 'constructor'), inner, { minKeys: 1 }),
      }),
    );
  }
  return fc.oneof(...leaves);
}

/** A value that a field takes. */
export function valueFor(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
      return field.blank === 'allowed' ? fc.constantFrom('', ' ', 'a') : texts;
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc
        .double({ min: field.min ?? -1e9, max: field.max ?? 1e9, noNaN: true })
        .map((value) => (value === 0 ? 0 : value));
    case 'count':
      return fc.integer({ min: field.min ?? 0, max: field.max ?? 1000 });
    case 'amount':
      return fc.integer();
    case 'instant':
      // The events of these tests happen after 1969.
      return fc.integer(field.notAfter === undefined ? { min: 0, max: 4e12 } : { min: -1e12, max: 0 });
    case 'day':
      return fc.constantFrom('2026-01-31', '2024-02-29');
    case 'oneOf':
      return fc.constantFrom(...field.values);
    case 'list':
      return listFor(field);
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(field.fields).map(([name, part]) => [name, valueFor(part)])),
      );
    case 'json':
      return fc.constantFrom(null, 1, 'text', [1, [2]], { a: { b: null } });
  }
}

function listFor({ of, atLeast = 0, uniqueBy }: Extract<Field, { kind: 'list' }>): fc.Arbitrary<unknown> {
  const size = { minLength: atLeast, maxLength: 3 };
  const item = valueFor(of);
  if (uniqueBy === undefined) return fc.array(item, size);
  const keyOf = (one: unknown): unknown =>
    typeof one === 'object' && one !== null
      ? Object.entries(one).find(([key]) => key === uniqueBy)?.[1]
      : one;
  return fc.uniqueArray(item, { ...size, selector: keyOf });
}

const domains: fc.Arbitrary<FactDomain> = fc.constantFrom<FactDomain>(
  'boolean',
  { oneOf: ['low', 'high', 'constructor'] },
  { upTo: 3 },
);

export function factValues(domain: FactDomain): fc.Arbitrary<FactValue> {
  if (domain === 'boolean') return fc.boolean();
  return 'oneOf' in domain ? fc.constantFrom(...domain.oneOf) : fc.nat({ max: domain.upTo });
}

function fieldOf(domain: FactDomain): Field {
  if (domain === 'boolean') return { kind: 'boolean' };
  return 'oneOf' in domain ? { kind: 'oneOf', values: domain.oneOf } : { kind: 'count', max: domain.upTo };
}

interface FactSeed {
  readonly declaration: FactDeclaration;
  /** The field that its value is read from. */
  readonly field?: readonly [name: string, field: Field];
}

/** The field that a test reads. */
const TESTED = 'tested';

function factSeeds(name: string): fc.Arbitrary<FactSeed> {
  const declared = (domain: FactDomain, from: FactDeclaration['from']): FactDeclaration => ({
    name: both(name),
    domain,
    from,
  });
  const field = `of ${name}`;
  return fc.oneof(
    domains.chain((domain) =>
      factValues(domain).map((initially) => ({ declaration: declared(domain, { kind: 'case', initially }) })),
    ),
    domains.map((domain) => ({
      declaration: declared(domain, { kind: 'data', field }),
      field: [field, fieldOf(domain)] as const,
    })),
    domains.map((domain) => ({ declaration: declared(domain, { kind: 'context' }) })),
    fc.constantFrom<FactSeed>(
      {
        declaration: declared('boolean', {
          kind: 'test',
          test: { left: { data: TESTED }, is: '≥', right: { value: 2 } },
        }),
        field: [TESTED, { kind: 'count', max: 4 }],
      },
      {
        declaration: declared('boolean', {
          kind: 'test',
          test: { one: { actor: 'role' }, in: [{ value: 'chief' }] },
        }),
      },
      {
        declaration: declared('boolean', { kind: 'test', test: { filled: { record: 'opened.note' } } }),
      },
    ),
  );
}

/** Any guard over facts that are declared. */
export function guards(
  facts: readonly (readonly [string, Pick<FactDeclaration, 'domain'>])[],
  depth = 2,
): fc.Arbitrary<Guard> {
  const literals = fc.constantFrom(...facts).chain(([fact, { domain }]): fc.Arbitrary<Guard> => {
    if (domain === 'boolean') return fc.constantFrom<Guard>({ fact }, { fact, is: false });
    if ('oneOf' in domain) return fc.constantFrom(...domain.oneOf).map((value) => ({ fact, is: value }));
    const bound = fc.nat({ max: domain.upTo });
    return fc.oneof(
      bound.map((atLeast): Guard => ({ fact, atLeast })),
      bound.map((atMost): Guard => ({ fact, atMost })),
      bound.map((value): Guard => ({ fact, is: value })),
    );
  });
  if (depth === 0) return literals;
  const inner = guards(facts, depth - 1);
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: literals },
    { weight: 1, arbitrary: inner.map((not): Guard => ({ not })) },
    { weight: 1, arbitrary: several.map((allOf): Guard => ({ allOf })) },
    { weight: 1, arbitrary: several.map((anyOf): Guard => ({ anyOf })) },
  );
}

interface WaySeed {
  readonly from: number;
  readonly on: number;
  readonly to: number;
  readonly elseTo: number | undefined;
  readonly when: Guard | undefined;
  readonly required: readonly number[];
  readonly set: number;
  readonly add: number;
  readonly write: RecordWrite | undefined;
  readonly by: string | undefined;
}

const writes: fc.Arbitrary<RecordWrite> = fc.oneof(
  fc.record({ slot: fc.constantFrom(...slots), as: fc.constantFrom('set', 'append', 'clear') }),
  fc.record({
    slot: fc.constantFrom(...slots),
    as: fc.constantFrom('set', 'append'),
    value: fc.constantFrom<NonNullable<RecordWrite['value']>>({ actor: 'id' }, { value: 7 }, { case: 'id' }),
  }),
);

function guardedFields(
  guard: Guard,
  seeds: ReadonlyMap<string, FactSeed>,
): readonly (readonly [string, Field])[] {
  if ('not' in guard) return guardedFields(guard.not, seeds);
  if ('allOf' in guard) return guard.allOf.flatMap((one) => guardedFields(one, seeds));
  if ('anyOf' in guard) return guard.anyOf.flatMap((one) => guardedFields(one, seeds));
  const field = seeds.get(guard.fact)?.field;
  return field === undefined ? [] : [field];
}

/** Any workflow that `defineWorkflow` takes and in which every case can end. */
export function workflows(): fc.Arbitrary<Workflow> {
  return fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.subarray(factNames, { minLength: 1 }))
    .chain(([size, facts]) =>
      fc.tuple(
        fc.constant(size),
        fc.tuple(...facts.map((fact) => factSeeds(fact).map((seed) => [fact, seed] as const))),
      ),
    )
    .chain(([size, facts]) => {
      const state = fc.nat({ max: size - 1 });
      const ways = fc.record<WaySeed>({
        from: fc.nat({ max: size - 2 }),
        on: fc.nat({ max: commandNames.length - 1 }),
        to: state,
        elseTo: fc.option(state, { nil: undefined }),
        when: fc.option(guards(facts.map(([fact, { declaration }]) => [fact, declaration])), {
          nil: undefined,
        }),
        required: fc.array(fc.nat({ max: 1 }), { maxLength: 2 }),
        set: fc.nat({ max: 20 }),
        add: fc.integer({ min: -1, max: 1 }),
        write: fc.option(writes, { nil: undefined }),
        by: fc.option(fc.constantFrom(...roles), { nil: undefined, freq: 4 }),
      });
      return fc.record({
        size: fc.constant(size),
        facts: fc.constant(facts),
        fields: fc.array(fc.tuple(fields(), fields()), {
          minLength: commandNames.length,
          maxLength: commandNames.length,
        }),
        timers: fc.subarray(commandNames),
        ways: fc.uniqueArray(ways, { maxLength: 14, selector: ({ from, on }) => `${from} ${on}` }),
      });
    })
    .map(build);
}

interface Seeds {
  readonly size: number;
  readonly facts: readonly (readonly [string, FactSeed])[];
  readonly fields: readonly (readonly [Field, Field])[];
  readonly timers: readonly string[];
  readonly ways: readonly WaySeed[];
}

function build({ size, facts, fields: own, timers, ways }: Seeds): Workflow {
  const states = stateNames.slice(0, size);
  const name = (index: number): string => states[index] ?? 'start';
  const seeds = new Map(facts);
  const kept = facts.filter(([, { declaration }]) => declaration.from.kind === 'case');
  const commands: Record<string, CommandDeclaration> = {
    OPEN: { name: both('OPEN'), kind: 'command', fields: { note: { kind: 'text' } } },
    NEXT: { name: both('NEXT'), kind: 'timer', fields: {} },
  };
  commandNames.forEach((type, index) => {
    const guarded = ways
      .filter(({ on }) => on === index)
      .flatMap(({ when }) => (when ? guardedFields(when, seeds) : []));
    // The first command carries them all, so that no fact is without its field.
    if (index === 0) guarded.push(...facts.flatMap(([, { field }]) => (field ? [field] : [])));
    const [first, second] = own[index] ?? [{ kind: 'text' }, { kind: 'text' }];
    commands[type] = {
      name: both(type),
      kind: timers.includes(type) ? 'timer' : 'command',
      fields: { first, second, ...Object.fromEntries(guarded) },
    };
  });
  const forward = states.slice(0, -1).map(
    (from, index): TransitionDeclaration => ({
      id: `next ${index}`,
      from,
      on: 'NEXT',
      to: name(index + 1),
    }),
  );
  const others = ways.flatMap((way, index): readonly TransitionDeclaration[] => {
    const fact = kept[way.set % Math.max(kept.length, 1)];
    const [required, taken] = [
      [...new Set(way.required.map((place) => (place === 0 ? 'first' : 'second')))],
      { from: name(way.from), on: commandNames[way.on] ?? 'DO' },
    ];
    const main: TransitionDeclaration = {
      id: `way ${index}`,
      ...taken,
      to: name(way.to),
      ...(way.when === undefined ? {} : { when: way.when }),
      ...(required.length === 0 ? {} : { requires: required }),
      ...(fact === undefined ? {} : { sets: { [fact[0]]: changeOf(fact[1].declaration, way) } }),
      ...(way.write === undefined ? {} : { writes: [way.write] }),
      ...(way.by === undefined ? {} : { by: [way.by] }),
    };
    if (way.elseTo === undefined || way.when === undefined) return [main];
    return [main, { id: `else ${index}`, ...taken, to: name(way.elseTo), when: 'otherwise' }];
  });
  return {
    format: 'case-workflow@1',
    name: 'random',
    version: '1',
    title: both('random'),
    initial: name(0),
    final: [name(size - 1)],
    states: Object.fromEntries(states.map((state) => [state, { name: both(state) }])),
    commands,
    opening: { on: 'OPEN', requires: ['note'], writes: [{ slot: 'opened', as: 'set' }] },
    facts: Object.fromEntries(facts.map(([fact, { declaration }]) => [fact, declaration])),
    transitions: [...forward, ...others],
  };
}

function changeOf({ domain }: FactDeclaration, { add, set }: WaySeed): FactValue | { readonly add: number } {
  if (domain === 'boolean') return set % 2 === 0;
  return 'oneOf' in domain ? (domain.oneOf[set % domain.oneOf.length] ?? 'low') : { add };
}

/** Data with all the fields that are named and some of the others. */
export function dataFor(
  declaration: CommandDeclaration,
  needed: readonly string[],
): fc.Arbitrary<CaseCommand['data']> {
  const values = Object.fromEntries(
    Object.entries(declaration.fields).map(([field, of]) => [field, valueFor(of)]),
  );
  return fc.record(values, { requiredKeys: needed.filter((field) => Object.hasOwn(values, field)) });
}

export interface Told {
  readonly command: CaseCommand;
  readonly context: FactContext;
}

/** A command that exists in the case's state, with data for one of its ways and everything the host could say. */
export function commandsFor(
  compiled: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  id: string,
  at: number,
): fc.Arbitrary<Told> {
  const legal = legalCommands(compiled, current);
  const { workflow } = compiled;
  if (legal.length === 0)
    return fc.constant({
      command: { type: 'NONE', id, at, by: { id: 'u', role: 'clerk' }, data: {} },
      context: {},
    });
  return fc
    .constantFrom(...legal.flatMap(({ type, ways }) => ways.map(({ needs, by }) => ({ type, needs, by }))))
    .chain(({ type, needs, by }) => {
      const declaration = workflow.commands[type];
      return fc.record({
        command: fc.record({
          type: fc.constant(type),
          id: fc.constant(id),
          at: fc.constant(at),
          by: fc.record({ id: texts, role: fc.constantFrom(...(by ?? roles)) }),
          data: declaration === undefined ? fc.constant({}) : dataFor(declaration, needs),
        }),
        context: contexts(workflow),
      });
    });
}

/** All that a host could bring along. */
export function contexts({ facts }: Workflow): fc.Arbitrary<FactContext> {
  return fc.record(
    Object.fromEntries(
      Object.entries(facts).flatMap(([fact, { domain, from }]) =>
        from.kind === 'context' ? [[fact, factValues(domain)]] : [],
      ),
    ),
  );
}

/** A case in a state, with any facts and any record that the workflow's transitions could have written. */
export function casesIn(compiled: CompiledWorkflow, state: string): fc.Arbitrary<CaseSnapshot> {
  const { workflow } = compiled;
  const facts = Object.entries(workflow.facts).flatMap(([fact, { domain, from }]) =>
    from.kind === 'case' ? [[fact, factValues(domain)] as const] : [],
  );
  const written = [workflow.opening, ...workflow.transitions].flatMap(
    ({ on, requires = [], writes: some = [] }) =>
      some.flatMap(({ slot, as, value }) => {
        const declaration = workflow.commands[on];
        if (as === 'clear' || declaration === undefined) return [];
        const one = value === undefined ? recorded(declaration, requires) : operandValues(declaration, value);
        return [[slot, as === 'append' ? fc.array(one, { minLength: 1, maxLength: 3 }) : one] as const];
      }),
  );
  const record = Object.fromEntries(
    [...new Set(written.map(([slot]) => slot))].map((slot) => [
      slot,
      fc.oneof(...written.filter(([name]) => name === slot).map(([, one]) => one)),
    ]),
  );
  return fc.record({
    caseId: fc.constant('case'),
    workflow: fc.constant(compiled.id),
    state: fc.constant(state),
    revision: fc.constant(3),
    openedAt: fc.constant(1),
    since: fc.constant(2),
    at: fc.constant(3),
    facts: fc.record(Object.fromEntries(facts)),
    record: fc.record(record, { requiredKeys: ['complaint', 'remedies'].filter((slot) => slot in record) }),
    eventIds: fc.constant(['one', 'two', 'three']),
  });
}

function recorded(declaration: CommandDeclaration, requires: readonly string[]): fc.Arbitrary<unknown> {
  const by = fc.record({ id: texts, role: fc.constantFrom(...roles) });
  return fc.tuple(dataFor(declaration, requires), by).map(([data, actor]) => ({ ...data, at: 2, by: actor }));
}

function operandValues(
  declaration: CommandDeclaration,
  value: NonNullable<RecordWrite['value']>,
): fc.Arbitrary<unknown> {
  if ('value' in value) return fc.constant(value.value);
  const field = 'data' in value ? declaration.fields[value.data] : undefined;
  return field === undefined ? texts : valueFor(field);
}
