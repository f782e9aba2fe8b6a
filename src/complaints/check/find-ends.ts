/** Whether every case can come to an end: deadlocks, and circles that no way leads out of. */
import type { WorkflowFinding } from './finding.js';
import { finding } from './found.js';
import { type Configuration, type Search, scriptTo } from './search.js';
import { stateName } from './words.js';

export function findEnds(search: Search): readonly WorkflowFinding[] {
  const { configurations, isFinal } = search;
  const canFinish = leadingTo(
    search,
    configurations.filter(({ state }) => isFinal(state)),
  );
  const lost = configurations.filter((one) => !canFinish.has(one));
  const stuck = lost.filter(({ out }) => out.length === 0);
  const towardsStuck = leadingTo(search, stuck);
  return [
    ...byState(stuck).map(([at, count]) =>
      finding(search, {
        kind: 'deadlock',
        path: ['states', at.state],
        words: {
          en: 'After {script} nothing can happen in {state} any more, and it is not final ({lost} configurations never end).',
          zh: '经过“{script}”后，{state}中不再能发生任何事，而它并非终止状态（{lost} 个格局永不结束）。',
        },
        values: { state: stateName(search.workflow, at.state), lost: lost.length },
        script: scriptTo(at),
        configurations: count,
      }),
    ),
    // What leads to a deadlock is its consequence; the rest goes round for ever.
    ...byState(lost.filter((one) => !towardsStuck.has(one))).map(([at, count]) =>
      finding(search, {
        kind: 'cannotFinish',
        path: ['states', at.state],
        words: {
          en: 'After {script} the case is in {state}, and nothing leads to a final state any more.',
          zh: '经过“{script}”后案件处于{state}，再也无法到达终止状态。',
        },
        values: { state: stateName(search.workflow, at.state) },
        script: scriptTo(at),
        configurations: count,
      }),
    ),
  ];
}

/** The first configuration of each state, with how many there are. */
export function byState(some: readonly Configuration[]): readonly (readonly [Configuration, number])[] {
  const all = new Map<string, [Configuration, number]>();
  for (const one of some) {
    const known = all.get(one.state);
    if (known === undefined) all.set(one.state, [one, 1]);
    else known[1] += 1;
  }
  return [...all.values()];
}

/** Every configuration from which one of the given ones can be reached, those included. */
function leadingTo({ edges }: Search, ends: readonly Configuration[]): ReadonlySet<Configuration> {
  const into = new Map<Configuration, Configuration[]>();
  for (const { from, to } of edges) {
    const known = into.get(to);
    if (known === undefined) into.set(to, [from]);
    else known.push(from);
  }
  const reached = new Set(ends);
  // A set may grow while it is walked.
  for (const one of reached) for (const before of into.get(one) ?? []) reached.add(before);
  return reached;
}
