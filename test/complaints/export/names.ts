/** Workflows whose names are as awkward as names can be. */
import { parseWorkflow, type Workflow } from 'clientele/complaints';
import fc from 'fast-check';

const NAMES = [
  'a.b',
  '#x',
  '*',
  'x.*',
  '100%',
  '',
  ' ',
  'quote"\'`',
  '<b>&amp;</b>',
  'line\nbreak\r\n',
  '投诉',
  'constructor',
  'toString',
  '__x0041_',
  '_x0041_',
  '--',
  '1st',
  'end',
  'state',
  ':::',
  'a --> b',
  ']]>',
  '\u0001\u007f\ufffe',
  '😀',
  '\ud800',
  '%2E',
  '%',
];

const named = (text: string) => ({ en: text, zh: `中${text}` });

const awkwardText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const name = awkwardText.filter((one) => one !== '__proto__' && /\S/.test(one));

/** Any workflow that can be written, reachable or not: every kind of part, under every kind of name. */
export const awkwardWorkflow: fc.Arbitrary<Workflow> = fc
  .record({
    states: fc.uniqueArray(name, { minLength: 2, maxLength: 5 }),
    commands: fc.uniqueArray(name, { minLength: 2, maxLength: 4 }),
    facts: fc.uniqueArray(name, { minLength: 2, maxLength: 2 }),
    slot: name,
    title: name,
    tags: fc.dictionary(name, name, { maxKeys: 2, noNullPrototype: true }),
    picks: fc.array(fc.record({ from: fc.nat(), on: fc.nat(), to: fc.nat(), kind: fc.nat(5), id: name }), {
      minLength: 1,
      maxLength: 10,
    }),
  })
  .map(({ states, commands, facts, slot, title, tags, picks }): Workflow => {
    const at = (list: readonly string[], i: number): string => list[i % list.length] ?? '';
    const [flag = '', count = ''] = facts;
    return {
      format: 'case-workflow@1',
      name: `w${title}`,
      version: '1',
      title: named(title),
      source: title,
      initial: at(states, 0),
      final: [at(states, 1)],
      states: Object.fromEntries(
        states.map((state, i) => [
          state,
          {
            name: named(state),
            ...(i % 2 === 0 && { about: named(title) }),
            ...(i === 2 && { waitsFor: 'customer', closed: true, tags }),
          },
        ]),
      ),
      commands: Object.fromEntries(
        commands.map((command, i) => [
          command,
          {
            name: named(command),
            kind: i === 1 ? 'timer' : 'command',
            fields: {
              text: { name: named(title), kind: 'text' },
              many: { kind: 'count', max: 3 },
            },
          },
        ]),
      ),
      opening: { on: at(commands, 0), requires: ['text'], writes: [{ slot, as: 'append' }], tags },
      facts: {
        [flag]: { name: named(flag), domain: 'boolean', from: { kind: 'case', initially: false } },
        [count]: { name: named(count), domain: { upTo: 3 }, from: { kind: 'data', field: 'many' } },
      },
      transitions: picks.map(({ from, on, to, kind, id }, i) => ({
        id: `${id}${i}`,
        from: at(states, from),
        on: at(commands, on),
        to: at(states, to),
        ...(kind === 1 && { when: { fact: flag } }),
        ...(kind === 2 && {
          when: { anyOf: [{ not: { fact: count, atLeast: 2 } }, { fact: flag, is: false }] },
          sets: { [flag]: true },
        }),
        ...(kind === 3 && {
          requires: ['text'],
          by: ['manager', title],
          writes: [{ slot, as: 'set', value: { data: 'text' } }],
          tags,
        }),
        ...(kind === 4 && { note: named(title) }),
      })),
      answers: [at(commands, 1)],
      names: {
        roles: { manager: named(slot), [title]: named(flag) },
        ...(states.length > 2 && { parties: { customer: named(title) } }),
        slots: { [slot]: named(title) },
        tags: Object.fromEntries(
          Object.entries(tags).map(([key, value]) => [
            key,
            { name: named(title), values: { [value]: named(key) } },
          ]),
        ),
      },
    };
  })
  .filter((workflow) => parseWorkflow(workflow)._tag === 'Right');
