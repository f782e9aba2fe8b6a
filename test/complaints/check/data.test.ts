/** What data can be is tried at its bounds, by role and in pairs: `decide` takes exactly the ways that the check finds alive. */
import {
  type CaseCommand,
  checkWorkflow,
  compileWorkflow,
  decide,
  evolve,
  orThrow,
  parseWorkflow,
  type Workflow,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';

const same = (text: string) => ({ en: text, zh: text });
type Declared = Workflow['commands'][string];
type Test = Extract<Workflow['facts'][string]['from'], { kind: 'test' }>['test'];

interface Given {
  readonly fields?: Declared['fields'];
  readonly by?: readonly string[];
  readonly tests: Readonly<Record<string, Test>>;
  readonly ways: readonly Partial<Workflow['transitions'][number]>[];
}

/** One command with some ways out of the first state, each to a state of its own. */
function workflowOf({ fields = {}, by, tests, ways }: Given): Workflow {
  const states = Object.fromEntries(
    ['open', 'done', ...ways.map((_, i) => `s${i}`)].map((name) => [name, { name: same(name) }]),
  );
  return orThrow(
    parseWorkflow({
      format: 'case-workflow@1',
      name: 'one',
      version: '1',
      title: same('One'),
      initial: 'open',
      final: ['done'],
      states,
      commands: {
        OPEN: { name: same('open'), kind: 'command', fields: { note: { kind: 'text' } } },
        GO: { name: same('go'), kind: 'command', fields, ...(by && { by }) },
        END: { name: same('end'), kind: 'command', fields: {} },
      },
      opening: { on: 'OPEN', writes: [{ slot: 'owner', as: 'set', value: { actor: 'id' } }] },
      facts: Object.fromEntries(
        Object.entries(tests).map(([fact, test]) => [
          fact,
          { name: same(fact), domain: 'boolean', from: { kind: 'test', test } },
        ]),
      ),
      transitions: [
        ...ways.map((way, i) => ({ id: `t${i}`, from: 'open', on: 'GO', to: `s${i}`, ...way })),
        ...ways.map((_, i) => ({ id: `end${i}`, from: `s${i}`, on: 'END', to: 'done' })),
      ],
    }),
  );
}

function alive(workflow: Workflow): readonly string[] {
  const check = checkWorkflow(workflow);
  if (check.kind !== 'checked') throw new Error('too large');
  const dead = check.findings.filter(({ kind }) => kind === 'deadTransition').map(({ path }) => path[1]);
  return workflow.transitions.flatMap(({ id, on }, i) => (on === 'GO' && !dead.includes(i) ? [id] : []));
}

/** The ways that `decide` takes for some of these data and persons. */
function taken(
  workflow: Workflow,
  tries: readonly { data?: CaseCommand['data']; by?: CaseCommand['by'] }[],
): readonly string[] {
  const compiled = compileWorkflow<Workflow>(workflow);
  const ann = { id: 'ann', role: 'handler' };
  const opening = decide(compiled, undefined, { type: 'OPEN', id: 'e1', at: 0, by: ann, data: {} });
  const event = opening._tag === 'Left' ? undefined : opening.right[0];
  if (event === undefined) throw new Error('no event');
  const opened = orThrow(evolve(compiled, undefined, event));
  const ways = tries.flatMap(({ data = {}, by = ann }) => {
    const decided = decide(compiled, opened, { type: 'GO', id: 'e2', at: 0, by, data });
    return decided._tag === 'Left' ? [] : decided.right.map(({ transition }) => transition);
  });
  return [...new Set(ways)].sort();
}

const either = [{ when: { fact: 'f' } }, { when: { not: { fact: 'f' } } }] as const;
const list = { kind: 'list', of: { kind: 'text' } } as const;
const numbers = [-1, 0, 0.5, 1, 1.5, 2, 6, 9.5, 10, 10.5, 11].map((x) => ({ data: { x } }));

const CASES: Readonly<Record<string, { given: Given; tries: Parameters<typeof taken>[1] }>> = {
  'a list that is given and empty': {
    given: {
      fields: { x: list },
      tests: { f: { filled: { data: 'x' } } },
      ways: [either[0], { ...either[1], requires: ['x'] }],
    },
    tries: [{ data: {} }, { data: { x: [] } }, { data: { x: ['a'] } }],
  },
  'a list that may not be empty': {
    given: {
      fields: { x: { ...list, atLeast: 1 } },
      tests: { f: { filled: { data: 'x' } } },
      ways: [either[0], { ...either[1], requires: ['x'] }],
    },
    tries: [{ data: {} }, { data: { x: [] } }, { data: { x: ['a'] } }],
  },
  'a count beside a fraction': {
    given: {
      fields: { x: { kind: 'count' } },
      tests: { f: { left: { data: 'x' }, is: '≤', right: { value: 1.5 } } },
      ways: either,
    },
    tries: numbers,
  },
  'a number whose bound lies just above what it is compared with': {
    given: {
      fields: { x: { kind: 'number', min: 0, max: 10.5 } },
      tests: { f: { left: { data: 'x' }, is: '≤', right: { value: 10 } } },
      ways: either,
    },
    tries: numbers,
  },
  'a number that is never as large': {
    given: {
      fields: { x: { kind: 'number', min: 0, max: 5 } },
      tests: { f: { left: { data: 'x' }, is: '≤', right: { value: 10 } } },
      ways: either,
    },
    tries: numbers,
  },
  'who acts, against who is on record': {
    given: { tests: { f: { left: { actor: 'id' }, is: '=', right: { record: 'owner' } } }, ways: either },
    tries: [{}, { by: { id: 'bob', role: 'handler' } }],
  },
  'a role that only the transition lets in': {
    given: {
      by: ['handler'],
      tests: { f: { left: { actor: 'role' }, is: '=', right: { value: 'manager' } } },
      ways: [{ ...either[0], by: ['manager'] }, either[1]],
    },
    tries: [{}, { by: { id: 'bob', role: 'manager' } }],
  },
  'a role that the transition shuts out': {
    given: {
      by: ['handler', 'manager'],
      tests: { f: { left: { actor: 'role' }, is: '=', right: { value: 'manager' } } },
      ways: [{ ...either[0], by: ['handler'] }, either[1]],
    },
    tries: [{}, { by: { id: 'bob', role: 'manager' } }],
  },
  'values of different kinds, of which none is less': {
    given: {
      fields: { x: { kind: 'json' }, y: { kind: 'json' } },
      tests: {
        f: { left: { data: 'x' }, is: '≤', right: { data: 'y' } },
        g: { left: { data: 'x' }, is: '>', right: { data: 'y' } },
      },
      ways: [{ when: { anyOf: [{ fact: 'f' }, { fact: 'g' }] } }, { when: 'otherwise' }],
    },
    tries: [{ data: { x: 1, y: 2 } }, { data: { x: 'a', y: 2 } }],
  },
  'numbers, of which one is always less or both are equal': {
    given: {
      fields: { x: { kind: 'amount' }, y: { kind: 'amount' } },
      tests: {
        f: { left: { data: 'x' }, is: '≤', right: { data: 'y' } },
        g: { left: { data: 'x' }, is: '>', right: { data: 'y' } },
      },
      ways: [{ when: { anyOf: [{ fact: 'f' }, { fact: 'g' }] } }, { when: 'otherwise' }],
    },
    tries: [{ data: { x: 1, y: 2 } }, { data: { x: 3, y: 2 } }, { data: { x: 2 } }],
  },
};

describe('checkWorkflow on data', () => {
  it.each(Object.entries(CASES))('tries %s', (_, { given, tries }) => {
    const workflow = workflowOf(given);
    expect(alive(workflow)).toEqual(taken(workflow, tries));
  });
});

describe('checkWorkflow on the record', () => {
  const written = (
    write: Omit<NonNullable<Workflow['transitions'][number]['writes']>[number], 'slot'>,
    requires?: readonly string[],
  ): readonly string[] => {
    const workflow = workflowOf({
      fields: { x: { kind: 'text' } },
      tests: {},
      ways: [{ ...(requires && { requires }), writes: [{ slot: 's', ...write }] }],
    });
    const check = checkWorkflow({
      ...workflow,
      states: { ...workflow.states, s0: { name: same('s0'), has: ['s'] } },
    });
    return check.kind === 'checked'
      ? check.findings.filter(({ severity }) => severity === 'error').map(({ kind }) => kind)
      : [];
  };

  it('does not take a list to be there when what is appended may be missing', () => {
    expect(written({ as: 'append', value: { data: 'x' } })).toEqual(['slotNotGuaranteed']);
    expect(written({ as: 'append', value: { data: 'x' } }, ['x'])).toEqual([]);
  });

  it('sees that what is copied was cleared by the same event', () => {
    const workflow = workflowOf({
      tests: {},
      ways: [
        {
          writes: [
            { slot: 'owner', as: 'clear' },
            { slot: 's', as: 'set', value: { record: 'owner' } },
          ],
        },
      ],
    });
    const { open, s0, ...rest } = workflow.states;
    const check = checkWorkflow({
      ...workflow,
      states: { ...rest, open: { name: same('open'), has: ['owner'] }, s0: { name: same('s0'), has: ['s'] } },
    });
    expect(
      open !== undefined &&
        s0 !== undefined &&
        check.kind === 'checked' &&
        check.findings.map(({ kind }) => kind),
    ).toEqual(['slotNotGuaranteed']);
  });

  it('takes a text of blanks for nothing', () => {
    const workflow = workflowOf({
      tests: { f: { filled: { record: 's' } } },
      ways: [{ writes: [{ slot: 's', as: 'set', value: { value: ' ' } }] }],
    });
    const check = checkWorkflow({
      ...workflow,
      transitions: [
        ...workflow.transitions.map((one) =>
          one.id === 'end0' ? { ...one, when: { not: { fact: 'f' } } } : one,
        ),
      ],
    });
    expect(check.kind === 'checked' && check.sound).toBe(true);
  });
});
