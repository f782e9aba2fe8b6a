/** What a refusal says would have to be otherwise, against every other way the facts could be. */
import {
  compileWorkflow,
  decide,
  defineWorkflow,
  type FactContext,
  type FactDomain,
  type FactValue,
  type Guard,
  type RefusedWay,
  runSteps,
  type UnmetFact,
  type Workflow,
} from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factValues, guards } from './arbitrary-workflows.js';
import { frozen } from './frozen.js';

const both = (text: string) => ({ en: text, zh: text });

/** Every kind of domain; few enough values that all that could be can be tried. */
const domains: Readonly<Record<string, FactDomain>> = Object.fromEntries<FactDomain>([
  ['yes', 'boolean'],
  ['constructor', 'boolean'],
  ['grade', { oneOf: ['low', 'high', 'constructor'] }],
  ['count', { upTo: 3 }],
]);

function gate(guard: Guard): Workflow {
  return defineWorkflow({
    name: 'gate',
    version: '1',
    title: both('gate'),
    initial: 'outside',
    final: ['inside'],
    states: { outside: { name: both('outside') }, inside: { name: both('inside') } },
    commands: {
      COME: { name: both('come'), kind: 'command', fields: {} },
      ENTER: { name: both('enter'), kind: 'command', fields: {} },
    },
    opening: { on: 'COME' },
    facts: Object.fromEntries(
      Object.entries(domains).map(([fact, domain]) => [
        fact,
        { name: both(fact), domain, from: { kind: 'context' } },
      ]),
    ),
    transitions: [{ id: 'enter', from: 'outside', on: 'ENTER', to: 'inside', when: guard }],
  });
}

const by = { id: 'u', role: 'guest' };

/** What a refused entrance says of its only way; `undefined` where it is open. */
function wayUnder(guard: Guard, context: FactContext): RefusedWay | undefined {
  const compiled = compileWorkflow(gate(guard));
  const { case: outside } = runSteps(compiled, [{ command: { type: 'COME', id: '1', at: 0, by, data: {} } }]);
  const entered = decide(compiled, outside, { type: 'ENTER', id: '2', at: 1, by, data: {} }, context);
  return entered._tag === 'Left' ? entered.left.ways[0] : undefined;
}

/** A plain reading of a guard. */
function holds(guard: Guard, facts: FactContext): boolean {
  if ('not' in guard) return !holds(guard.not, facts);
  if ('allOf' in guard) return guard.allOf.every((one) => holds(one, facts));
  if ('anyOf' in guard) return guard.anyOf.some((one) => holds(one, facts));
  const value = facts[guard.fact];
  if ('atLeast' in guard) return Number(value) >= guard.atLeast;
  return 'atMost' in guard ? Number(value) <= guard.atMost : value === (guard.is ?? true);
}

function valuesOf(domain: FactDomain): readonly FactValue[] {
  if (domain === 'boolean') return [true, false];
  return 'oneOf' in domain ? domain.oneOf : Array.from({ length: domain.upTo + 1 }, (_, i) => i);
}

const everything = Object.entries(domains).reduce<readonly FactContext[]>(
  (some, [fact, domain]) =>
    some.flatMap((one) => valuesOf(domain).map((value) => ({ ...one, [fact]: value }))),
  [{}],
);

function meets(value: FactValue | undefined, needed: UnmetFact['needed']): boolean {
  if ('is' in needed) return value === needed.is;
  if ('isNot' in needed) return value !== needed.isNot;
  return 'atLeast' in needed ? Number(value) >= needed.atLeast : Number(value) <= needed.atMost;
}

type Unmet = readonly UnmetFact[];
const factsOf = (set: Unmet): readonly string[] => [...new Set(set.map(({ fact }) => fact))];
const isMetBy = (set: Unmet, facts: FactContext): boolean =>
  set.every(({ fact, needed }) => meets(facts[fact], needed));
/** Facts that are not what they were. */
const changed = (before: FactContext, after: FactContext): readonly string[] =>
  Object.keys(domains).filter((fact) => before[fact] !== after[fact]);

/** A guard that does not hold, since its opposite is taken where it does; so every run says something. */
const refusals = fc
  .record({
    guard: guards(Object.entries(domains).map(([fact, domain]) => [fact, { domain }] as const)),
    context: fc.record(
      Object.fromEntries(Object.entries(domains).map(([fact, domain]) => [fact, factValues(domain)])),
    ),
  })
  .map(({ guard, context }) => ({ guard: holds(guard, context) ? { not: guard } : guard, context }));

function refused(law: (unmet: readonly Unmet[], guard: Guard, context: FactContext) => void): void {
  fc.assert(
    fc.property(refusals, ({ guard, context }) => {
      const way = wayUnder(frozen(guard), frozen(context));
      if (way === undefined) throw new Error('a guard that does not hold lets nobody through');
      law(way.unmet, guard, context);
    }),
    { numRuns: 200 },
  );
}

describe('the sets of facts in a refusal', () => {
  it('open the guard whenever one is met and the other facts stay as they are', () => {
    refused((unmet, guard, context) => {
      for (const set of unmet) {
        const meeting = everything.filter(
          (facts) =>
            isMetBy(set, facts) && changed(context, facts).every((fact) => factsOf(set).includes(fact)),
        );
        expect(meeting.length).toBeGreaterThan(0);
        for (const facts of meeting) expect(holds(guard, facts), JSON.stringify(facts)).toBe(true);
      }
    });
  });

  it('are all there: whatever opens the guard meets one and changes what it names', () => {
    refused((unmet, guard, context) => {
      for (const facts of everything.filter((one) => holds(guard, one))) {
        const named = unmet.some(
          (set) =>
            isMetBy(set, facts) && factsOf(set).every((fact) => changed(context, facts).includes(fact)),
        );
        expect(named, JSON.stringify(facts)).toBe(true);
      }
    });
  });

  it('name nothing that is so already, and nothing that need not be otherwise', () => {
    refused((unmet, guard, context) => {
      for (const set of unmet) {
        for (const fact of factsOf(set)) {
          const own = set.filter((one) => one.fact === fact);
          expect(own.map(({ found }) => found)).toEqual(own.map(() => context[fact]));
          expect(isMetBy(own, context)).toBe(false);
        }
        const others = unmet.filter((one) => one !== set);
        expect(
          others.some((one) => everything.every((facts) => !isMetBy(set, facts) || isMetBy(one, facts))),
        ).toBe(false);
        const only = everything.filter(
          (facts) =>
            isMetBy(set, facts) && changed(context, facts).every((fact) => factsOf(set).includes(fact)),
        );
        const [single] = only;
        if (single === undefined || only.length > 1) continue;
        for (const fact of factsOf(set)) {
          expect(holds(guard, { ...single, [fact]: context[fact] ?? false })).toBe(false);
        }
      }
    });
  });

  it.each<[string, Guard, FactContext, readonly Unmet[]]>([
    [
      'a fact that is asked about twice has to suit both times',
      { allOf: [{ fact: 'count', atMost: 2 }, { anyOf: [{ fact: 'count', atLeast: 3 }, { fact: 'yes' }] }] },
      { count: 1, yes: false },
      [[{ fact: 'yes', found: false, needed: { is: true } }]],
    ],
    [
      'bounds from both sides',
      {
        allOf: [
          { fact: 'count', atLeast: 1 },
          { fact: 'count', atMost: 2 },
        ],
      },
      { count: 3 },
      [
        [
          { fact: 'count', found: 3, needed: { atLeast: 1 } },
          { fact: 'count', found: 3, needed: { atMost: 2 } },
        ],
      ],
    ],
    ['what no value can be', { not: { fact: 'count', atLeast: 0 } }, { count: 3 }, []],
    [
      'what excludes itself',
      {
        allOf: [
          { fact: 'grade', is: 'low' },
          { fact: 'grade', is: 'high' },
        ],
      },
      { grade: 'high' },
      [],
    ],
    [
      'the last value that is left',
      {
        allOf: [{ not: { fact: 'grade', is: 'low' } }, { not: { fact: 'grade', is: 'high' } }],
      },
      { grade: 'high' },
      [[{ fact: 'grade', found: 'high', needed: { is: 'constructor' } }]],
    ],
  ])('%s', (_, guard, context, unmet) => {
    expect(wayUnder(guard, context)?.unmet).toEqual(unmet);
  });
});

describe('a guard with more ways out than anybody reads', () => {
  const many = (length: number, of: (i: number) => Guard): readonly Guard[] =>
    Array.from({ length }, (_, i) => of(i));
  const wide = (guard: Guard, context: FactContext, upTo = 999) => {
    const workflow = gate({ fact: 'yes' });
    const facts = {
      ...workflow.facts,
      count: { name: both('count'), domain: { upTo }, from: { kind: 'context' } as const },
      ...Object.fromEntries(
        many(40, (i) => ({ fact: `f${i}` })).map((_, i) => [
          `f${i}`,
          { name: both(`f${i}`), domain: 'boolean', from: { kind: 'context' } } as const,
        ]),
      ),
    };
    const transitions = workflow.transitions.map((one) => ({ ...one, when: guard }));
    const compiled = compileWorkflow(defineWorkflow({ ...workflow, facts, transitions }));
    const outside = runSteps(compiled, [{ command: { type: 'COME', id: '1', at: 0, by, data: {} } }]).case;
    const entered = decide(compiled, outside, { type: 'ENTER', id: '2', at: 1, by, data: {} }, context);
    return entered._tag === 'Left' ? entered.left.ways[0]?.unmet : undefined;
  };

  it('never says that nothing could open it because of those it left out', () => {
    const anyCount: Guard = { anyOf: many(300, (is) => ({ fact: 'count', is })) };
    expect(wide({ allOf: [anyCount, { fact: 'count', is: 299 }] }, { count: 500 })).toEqual([
      [{ fact: 'count', found: 500, needed: { is: 299 } }],
    ]);
  });

  it('lists 64 of them, the shortest first, without trying millions', () => {
    const pairs = many(20, (i): Guard => ({ anyOf: [{ fact: `f${i}` }, { fact: `f${i + 20}` }] }));
    const context = Object.fromEntries(many(40, (i) => ({ fact: `f${i}` })).map((_, i) => [`f${i}`, false]));
    const unmet = wide({ allOf: pairs }, context) ?? [];
    expect(unmet.map((set) => set.length)).toEqual(Array.from({ length: 64 }, () => 20));
    const short: Guard = { allOf: [{ fact: 'f0' }, { fact: 'f1' }] };
    expect(wide({ anyOf: [{ allOf: pairs }, short] }, context)?.[0]?.map(({ fact }) => fact)).toEqual([
      'f0',
      'f1',
    ]);
  });
});
