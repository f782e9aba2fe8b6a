/** What `parseWorkflow` says of workflows whose parts do not fit together. */
import { complaintWorkflow, describe as inWords, parseWorkflow, sixSteps } from 'clientele/complaints';
import { describe, expect, it } from 'vitest';

interface Draft {
  [key: string]: unknown;
}

/** The problems of the six steps with one part changed, as `code path`. */
function problemsOf(change: (draft: ReturnType<typeof copy>) => void): readonly string[] {
  const draft = copy();
  change(draft);
  const parsed = parseWorkflow(draft);
  return parsed._tag === 'Left' ? parsed.left.map(({ code, path }) => `${code} ${path.join('.')}`) : [];
}

function copy(): {
  states: Draft;
  commands: Draft;
  facts: Draft;
  opening: Draft;
  transitions: Draft[];
} & Draft {
  return JSON.parse(JSON.stringify(sixSteps));
}

const first = (draft: ReturnType<typeof copy>): Draft => draft.transitions[0] ?? {};
const flag = {
  name: { en: 'flag', zh: '标志' },
  domain: 'boolean',
  from: { kind: 'case', initially: false },
};
const level = {
  name: { en: 'level', zh: '级别' },
  domain: { upTo: 3 },
  from: { kind: 'case', initially: 0 },
};

describe('a definition', () => {
  it.each<[string, (draft: ReturnType<typeof copy>) => void, readonly string[]]>([
    [
      'an initial state that is none',
      (d) => Object.assign(d, { initial: 'nowhere' }),
      ['unknownName initial'],
    ],
    [
      'a final state that is none',
      (d) => Object.assign(d, { final: ['closed', 'x'] }),
      ['unknownName final.1'],
    ],
    ['a final state twice', (d) => Object.assign(d, { final: ['closed', 'closed'] }), ['repeated final.1']],
    [
      'items that are to differ in a field that they do not have, or that is a list',
      (d) => {
        const item = {
          kind: 'object',
          fields: { id: { kind: 'text' }, all: { kind: 'list', of: { kind: 'text' } } },
        };
        const list = (uniqueBy: string) => ({ kind: 'list', of: item, uniqueBy });
        const fields = { a: list('id'), b: list('toString'), c: list('all') };
        Object.assign(d.commands, { EXTRA: { name: flag.name, kind: 'command', fields } });
      },
      ['unknownField commands.EXTRA.fields.b.uniqueBy', 'unknownField commands.EXTRA.fields.c.uniqueBy'],
    ],
    [
      'a way out of a final state',
      (d) => Object.assign(d, { final: ['closed', 'listen'] }),
      ['exitOfFinal transitions.0.from'],
    ],
    [
      'a state that inherited its name',
      (d) => Object.assign(first(d), { to: 'constructor' }),
      ['unknownName transitions.0.to'],
    ],
    [
      'an unknown command',
      (d) => Object.assign(first(d), { on: 'toString' }),
      ['unknownName transitions.0.on'],
    ],
    [
      'an id twice',
      (d) => Object.assign(first(d), { id: 'share.SHARED.probe' }),
      ['repeated transitions.1.id'],
    ],
    [
      'an id that the opening has',
      (d) => Object.assign(first(d), { id: 'opening' }),
      ['repeated transitions.0.id'],
    ],
    [
      'a field that the command does not have',
      (d) => Object.assign(first(d), { requires: ['keyPoints', 'x'] }),
      ['unknownName transitions.0.requires.1'],
    ],
    [
      'an opening without its field',
      (d) => Object.assign(d.opening, { requires: ['x'] }),
      ['unknownName opening.requires.0'],
    ],
    [
      'an unknown fact in a guard',
      (d) => Object.assign(first(d), { when: { anyOf: [{ not: { fact: 'x' } }] } }),
      ['unknownName transitions.0.when.anyOf.0.not.fact'],
    ],
    [
      'a guard over a field of another command',
      (d) => Object.assign(first(d), { when: { fact: 'satisfied' } }),
      ['unknownField transitions.0.when'],
    ],
    [
      'a value outside of the domain',
      (d) => {
        Object.assign(d.facts, { flag });
        Object.assign(first(d), { when: { fact: 'flag', is: 'yes' } });
      },
      ['outOfDomain transitions.0.when.is'],
    ],
    [
      'a bound on what is no count',
      (d) => {
        Object.assign(d.facts, { flag });
        Object.assign(first(d), { when: { fact: 'flag', atLeast: 1 } });
      },
      ['notACount transitions.0.when'],
    ],
    [
      'a bound that no count reaches',
      (d) => {
        Object.assign(d.facts, { level });
        Object.assign(first(d), { when: { fact: 'level', atMost: 4 } });
      },
      ['outOfDomain transitions.0.when.atMost'],
    ],
    [
      'a count that begins beyond its bound',
      (d) => Object.assign(d.facts, { level: { ...level, from: { kind: 'case', initially: 4 } } }),
      ['outOfDomain facts.level.from.initially'],
    ],
    [
      'an addition to what is no count',
      (d) => {
        Object.assign(d.facts, { flag });
        Object.assign(first(d), { sets: { flag: { add: 1 } } });
      },
      ['notACount transitions.0.sets.flag'],
    ],
    [
      'a fact set that the case does not keep',
      (d) => Object.assign(first(d), { sets: { satisfied: true } }),
      ['notKept transitions.0.sets.satisfied'],
    ],
    [
      '“otherwise” twice',
      (d) => {
        for (const one of d.transitions.slice(3, 5)) one['when'] = 'otherwise';
      },
      ['repeated transitions.4.when'],
    ],
    [
      'a slot that nothing writes',
      (d) => Object.assign(d.states, { probe: { name: { en: 'p', zh: '问' }, has: ['x'] } }),
      ['unknownName states.probe.has.0'],
    ],
    [
      'a slot named __proto__',
      (d) =>
        Object.assign(first(d), {
          writes: [
            { slot: '__proto__', as: 'set' },
            { slot: 'keyPoints', as: 'set' },
          ],
        }),
      ['reservedName transitions.0.writes.0.slot'],
    ],
    [
      'a field named at',
      (d) =>
        Object.assign(d.commands, {
          MORE: { name: { en: 'm', zh: '多' }, kind: 'command', fields: { at: { kind: 'instant' } } },
        }),
      ['reservedName commands.MORE.fields.at'],
    ],
    [
      'a number that cannot be',
      (d) =>
        Object.assign(d.commands, {
          MORE: {
            name: { en: 'm', zh: '多' },
            kind: 'command',
            fields: { n: { kind: 'number', min: 2, max: 1 } },
          },
        }),
      ['outOfRange commands.MORE.fields.n.max'],
    ],
    [
      'a fact read from a field of another form',
      (d) => Object.assign(d.facts, { odd: { ...flag, from: { kind: 'data', field: 'crux' } } }),
      ['outOfDomain facts.odd.from.field'],
    ],
    [
      'a test of a slot that nothing writes',
      (d) =>
        Object.assign(d.facts, {
          odd: { ...flag, from: { kind: 'test', test: { filled: { record: 'x.y' } } } },
        }),
      ['unknownName facts.odd.from.test.filled.record'],
    ],
    ['an answer that is no command', (d) => Object.assign(d, { answers: ['x'] }), ['unknownName answers.0']],
    [
      'two things at once',
      (d) => Object.assign(d, { initial: 'x', final: ['y'] }),
      ['unknownName initial', 'unknownName final.0'],
    ],
  ])('%s', (_, change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  it('nested without end, or with __proto__ as a name, is a problem and no crash', () => {
    const endless: Draft = {};
    endless['states'] = endless;
    for (const odd of [
      endless,
      null,
      [],
      7,
      JSON.parse('{"format":"case-workflow@1","states":{"__proto__":{}}}'),
    ]) {
      const parsed = parseWorkflow(odd);
      expect(parsed._tag).toBe('Left');
      if (parsed._tag === 'Left') for (const one of parsed.left) expect(inWords(one, 'zh')).not.toBe('');
    }
  });

  it('of the complaint workflow has a name in both languages for all that people see', () => {
    const { states, commands, facts } = complaintWorkflow;
    for (const { name } of [...Object.values(states), ...Object.values(commands), ...Object.values(facts)]) {
      expect(name.en).toMatch(/\S/);
      expect(name.zh).toMatch(/\p{Script=Han}/u);
    }
    for (const { fields } of Object.values(commands)) {
      for (const { name } of Object.values(fields)) expect(name?.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});
