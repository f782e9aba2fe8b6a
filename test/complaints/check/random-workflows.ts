/** Arbitrary workflows, most of them wrong in some way. */
import type { Guard, Workflow } from 'clientele/complaints';
import fc from 'fast-check';

const same = (text: string) => ({ en: text, zh: text });

const STATES = ['a', 'b', 'c', 'd', 'done'];
const COMMANDS = ['GO', 'TELL', 'TICK', 'LATE'];

const FACTS: Workflow['facts'] = {
  flag: { name: same('flag'), domain: 'boolean', from: { kind: 'case', initially: false } },
  left: { name: same('left'), domain: { upTo: 2 }, from: { kind: 'case', initially: 2 } },
  host: { name: same('host'), domain: 'boolean', from: { kind: 'context' } },
  many: { name: same('many'), domain: { upTo: 3 }, from: { kind: 'context' } },
  kind: { name: same('kind'), domain: { oneOf: ['x', 'y', 'z'] }, from: { kind: 'data', field: 'kind' } },
};

const comparison: fc.Arbitrary<Guard> = fc.oneof(
  fc.constantFrom<Guard>(
    { fact: 'flag' },
    { fact: 'host' },
    { fact: 'host', is: false },
    { fact: 'flag', is: false },
  ),
  fc.constantFrom<Guard>({ fact: 'kind', is: 'x' }, { fact: 'kind', is: 'y' }),
  fc.record({ fact: fc.constantFrom('left', 'many'), atLeast: fc.nat(3) }),
  fc.record({ fact: fc.constantFrom('left', 'many'), atMost: fc.nat(3) }),
  fc.record({ fact: fc.constantFrom('left', 'many'), is: fc.nat(3) }),
);

const guard: fc.Arbitrary<Guard> = fc.oneof(
  { weight: 4, arbitrary: comparison },
  { weight: 1, arbitrary: comparison.map((one): Guard => ({ not: one })) },
  {
    weight: 1,
    arbitrary: fc.array(comparison, { minLength: 2, maxLength: 3 }).map((allOf): Guard => ({ allOf })),
  },
  {
    weight: 1,
    arbitrary: fc.array(comparison, { minLength: 2, maxLength: 2 }).map((anyOf): Guard => ({ anyOf })),
  },
);

type Transition = Workflow['transitions'][number];

const transition: fc.Arbitrary<Omit<Transition, 'id'>> = fc.record(
  {
    from: fc.constantFrom(...STATES.slice(0, 4), 'a', 'a', 'b', 'done'),
    on: fc.constantFrom(...COMMANDS),
    to: fc.constantFrom(...STATES),
    when: fc.oneof(guard, fc.constant('otherwise' as const)),
    sets: fc.constantFrom<NonNullable<Transition['sets']>>(
      { flag: true },
      { flag: false },
      { left: { add: -1 } },
      { left: 2 },
      { left: { add: 1 }, flag: true },
    ),
    writes: fc.array(
      fc.record({
        slot: fc.constantFrom('s', 't'),
        as: fc.constantFrom('set' as const, 'append' as const, 'clear' as const),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: ['from', 'on', 'to'] },
);

const stateOf = (name: string): fc.Arbitrary<Workflow['states'][string]> =>
  fc.record(
    {
      name: fc.constant(same(name)),
      waitsFor: fc.constant('customer'),
      closed: fc.constant(true),
      has: fc.constantFrom(['s'], ['s', 't']),
    },
    { requiredKeys: ['name'] },
  );

export const randomWorkflow: fc.Arbitrary<Workflow> = fc
  .record({
    states: fc.record(Object.fromEntries(STATES.map((name) => [name, stateOf(name)]))),
    transitions: fc.array(transition, { minLength: 3, maxLength: 14 }),
    answers: fc.constantFrom([], ['TELL']),
  })
  .map(({ states, transitions, answers }) => ({
    format: 'case-workflow@1',
    name: 'random',
    version: '1',
    title: same('Random'),
    initial: 'a',
    final: ['done'],
    states,
    commands: {
      OPEN: { name: same('open'), kind: 'command', fields: {} },
      ...Object.fromEntries(
        COMMANDS.map((name) => [
          name,
          {
            name: same(name),
            kind: name === 'TICK' || name === 'LATE' ? 'timer' : 'command',
            fields: { kind: { kind: 'oneOf', values: ['x', 'y', 'z'] } },
          },
        ]),
      ),
    },
    opening: { on: 'OPEN' },
    facts: FACTS,
    transitions: transitions.map((one, i) => ({ ...one, id: `t${i}` })),
    answers,
  }));
