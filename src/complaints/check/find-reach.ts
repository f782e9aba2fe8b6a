/** What is never reached or never taken, what clashes, and where nothing is taken. */
import type { Bilingual } from '../../foundation/statement.js';
import type { Way } from '../workflow/compile.js';
import type { Facts, SearchedCrossing } from './crossings.js';
import type { WorkflowFinding } from './finding.js';
import { finding } from './found.js';
import { type Configuration, type Search, scriptTo } from './search.js';
import { commandName, stateName } from './words.js';

export function findReach(search: Search): readonly WorkflowFinding[] {
  return [
    ...unreachable(search),
    ...dead(search),
    ...finalExits(search),
    ...clashes(search),
    ...uncovered(search),
  ];
}

/** The first configuration in each state that is reached, in the order of the search. */
export function firstByState({ configurations }: Search): ReadonlyMap<string, Configuration> {
  const first = new Map<string, Configuration>();
  for (const one of configurations) if (!first.has(one.state)) first.set(one.state, one);
  return first;
}

function unreachable(search: Search): readonly WorkflowFinding[] {
  const { workflow } = search;
  const reached = firstByState(search);
  return Object.keys(workflow.states)
    .filter((state) => !reached.has(state))
    .map((state) =>
      finding(search, {
        kind: 'unreachableState',
        path: ['states', state],
        words: { en: 'Nothing leads to {state}.', zh: '没有任何途径到达{state}。' },
        values: { state: stateName(workflow, state) },
      }),
    );
}

function dead(search: Search): readonly WorkflowFinding[] {
  const { workflow, edges } = search;
  const taken = new Set(edges.map(({ way }) => way.id));
  const reached = firstByState(search);
  return workflow.transitions.flatMap(({ id, from, on, to }, i) => {
    if (taken.has(id)) return [];
    const at = reached.get(from);
    return finding(search, {
      kind: 'deadTransition',
      path: ['transitions', i],
      words:
        at === undefined
          ? {
              en: '{command} never leads from {from} to {to}: nothing leads to {from}.',
              zh: '{command}从不会由{from}到{to}：没有任何途径到达{from}。',
            }
          : {
              en: '{command} never leads from {from} to {to}: under no facts is this transition taken ({script} leads to {from}).',
              zh: '{command}从不会由{from}到{to}：任何情况下都不会选取这条转移（“{script}”到达{from}）。',
            },
      values: {
        command: commandName(workflow, on),
        from: stateName(workflow, from),
        to: stateName(workflow, to),
      },
      script: at === undefined ? [] : scriptTo(at),
    });
  });
}

function finalExits(search: Search): readonly WorkflowFinding[] {
  const { workflow, isFinal } = search;
  const reached = firstByState(search);
  return workflow.transitions.flatMap(({ from, on, to }, i) => {
    if (!isFinal(from)) return [];
    const at = reached.get(from);
    return finding(search, {
      kind: 'finalWithExit',
      path: ['transitions', i],
      words: {
        en: '{from} is final, and yet {command} leads from there to {to}.',
        zh: '{from}是终止状态，却可由{command}转到{to}。',
      },
      values: {
        command: commandName(workflow, on),
        from: stateName(workflow, from),
        to: stateName(workflow, to),
      },
      script: at === undefined ? [] : scriptTo(at),
      configurations: search.configurations.filter(({ state }) => state === from).length,
    });
  });
}

/** Something seen in configurations, kept with the first of them. */
interface Seen<A> {
  readonly at: Configuration;
  readonly what: A;
  count: number;
}

function seen<A>(
  { configurations }: Search,
  look: (at: Configuration) => readonly (readonly [string, A])[],
): readonly Seen<A>[] {
  const all = new Map<string, Seen<A>>();
  for (const at of configurations) {
    for (const [key, what] of look(at)) {
      const known = all.get(key);
      if (known === undefined) all.set(key, { at, what, count: 1 });
      else known.count += 1;
    }
  }
  return [...all.values()];
}

function clashes(search: Search): readonly WorkflowFinding[] {
  const { workflow } = search;
  const found = seen(search, ({ outcomes }) =>
    outcomes.flatMap(({ crossing, outcomes: { clashes: some } }) =>
      some.map(({ ways, facts }): readonly [string, Clash] => [
        JSON.stringify(ways.map(({ id }) => id)),
        { crossing, ways, facts },
      ]),
    ),
  );
  return found.map(({ at, what: { crossing, ways, facts }, count }) => {
    const [one, other] = ways;
    return finding(search, {
      kind: 'ambiguousGuards',
      path: ['transitions', workflow.transitions.findIndex(({ id }) => id === other.id)],
      words: one.to === other.to ? SAME_STATE : OTHER_STATES,
      values: {
        command: commandName(workflow, crossing.command),
        state: stateName(workflow, crossing.state),
        one: stateName(workflow, one.to),
        other: stateName(workflow, other.to),
        oneId: one.id,
        otherId: other.id,
      },
      script: scriptTo(at),
      facts,
      configurations: count,
    });
  });
}

const OTHER_STATES: Bilingual = {
  en: '{command} in {state} could lead to {one} or to {other} under the same facts ({facts}), after {script}.',
  zh: '{state}中的{command}在相同情况下（{facts}）既可到{one}，也可到{other}，路径：{script}。',
};
/** Only their identifiers tell two transitions apart that lead to one state. */
const SAME_STATE: Bilingual = {
  en: '{command} in {state} could lead to {one} in two ways ({oneId}, {otherId}) under the same facts ({facts}), after {script}.',
  zh: '{state}中的{command}在相同情况下（{facts}）可经两条转移（{oneId}、{otherId}）到{one}，路径：{script}。',
};

interface Clash {
  readonly crossing: SearchedCrossing;
  readonly ways: readonly [Way, Way];
  readonly facts: Facts;
}

function uncovered(search: Search): readonly WorkflowFinding[] {
  const { workflow } = search;
  const found = seen(search, ({ outcomes }) =>
    outcomes.flatMap(({ crossing, outcomes: { refused } }): readonly (readonly [string, Refused])[] =>
      refused === undefined
        ? []
        : [[JSON.stringify([crossing.state, crossing.command]), { crossing, facts: refused }]],
    ),
  );
  return found.map(({ at, what: { crossing, facts }, count }) =>
    finding(search, {
      kind: 'uncoveredGuards',
      path: ['states', crossing.state],
      words: {
        en: '{command} in {state} is refused under some facts ({facts}), after {script}.',
        zh: '{state}中的{command}在某些情况下（{facts}）会被拒绝，路径：{script}。',
      },
      values: {
        command: commandName(workflow, crossing.command),
        state: stateName(workflow, crossing.state),
      },
      script: scriptTo(at),
      facts,
      configurations: count,
    }),
  );
}

interface Refused {
  readonly crossing: SearchedCrossing;
  readonly facts: Facts;
}
