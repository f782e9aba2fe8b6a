/** Whether what states promise of the record is there, and whether every fact has a use. */
import { factsIn } from '../workflow/guard.js';
import { factName } from '../workflow/name-of.js';
import type { ScriptStep, WorkflowFinding } from './finding.js';
import { finding } from './found.js';
import { type Configuration, type Edge, type Search, stepOf } from './search.js';
import { promises, type SlotEffect, slotEffects, slotOpened } from './slots.js';
import { slotName, stateName } from './words.js';

export function findData(search: Search): readonly WorkflowFinding[] {
  return [...openSlots(search), ...idleFacts(search)];
}

function openSlots(search: Search): readonly WorkflowFinding[] {
  const { workflow } = search;
  const slots = new Set(Object.values(workflow.states).flatMap(({ has = [] }) => has));
  return [...slots].flatMap((slot) =>
    whereOpen(search, slot).map(({ at, script, count }) =>
      finding(search, {
        kind: 'slotNotGuaranteed',
        path: ['states', at.state, 'has'],
        words: {
          en: '{state} promises {name} in the record, and after {script} it is not there.',
          zh: '{state}承诺记录中有{name}，而经过“{script}”后并没有。',
        },
        values: { state: stateName(workflow, at.state), slot, name: slotName(workflow, slot) },
        script,
        configurations: count,
      }),
    ),
  );
}

interface OpenSlot {
  readonly at: Configuration;
  readonly script: readonly ScriptStep[];
  count: number;
}

/** A configuration with the slot filled or not. */
interface Visit {
  readonly at: Configuration;
  readonly filled: boolean;
  readonly via: { readonly before: Visit; readonly edge: Edge } | undefined;
}

/** The shortest script to each state that promises the slot and does not have it. */
function whereOpen(search: Search, slot: string): readonly OpenSlot[] {
  const { workflow, configurations, edges } = search;
  const [first] = configurations;
  if (first === undefined) return [];
  const opened = filledAfter(slotOpened(workflow, slot)) ?? false;
  const visits: Visit[] = [{ at: first, filled: opened, via: undefined }];
  const known = {
    filled: new Uint8Array(configurations.length),
    open: new Uint8Array(configurations.length),
  };
  (opened ? known.filled : known.open)[first.index] = 1;
  const found = new Map<string, OpenSlot>();
  const after = slotEffects(workflow, slot);
  // What is never cleared need not be followed once it is there.
  const canBeLost = edges.some(({ way }) => filledAfter(after(way)) === false);
  for (const visit of visits) {
    const { at, filled } = visit;
    if (!filled && promises(workflow, at.state, slot)) {
      const before = found.get(at.state);
      if (before === undefined) found.set(at.state, { at, script: stepsTo(visit), count: 1 });
      else before.count += 1;
    }
    for (const edge of at.out) {
      const still = filledAfter(after(edge.way)) ?? filled;
      if (still && !canBeLost) continue;
      const visited = still ? known.filled : known.open;
      if (visited[edge.to.index] === 1) continue;
      visited[edge.to.index] = 1;
      visits.push({ at: edge.to, filled: still, via: { before: visit, edge } });
    }
  }
  return [...found.values()];
}

function stepsTo(visit: Visit): readonly ScriptStep[] {
  const steps: ScriptStep[] = [];
  for (let { via } = visit; via !== undefined; via = via.before.via) steps.push(stepOf(via.edge));
  return steps.reverse();
}

/** Whether the slot is filled after a transition for certain; `undefined` where it stays as it was. */
function filledAfter(after: SlotEffect | undefined): boolean | undefined {
  return after === undefined || after === 'appended' ? undefined : after === 'filled' || after === 'present';
}

function idleFacts(search: Search): readonly WorkflowFinding[] {
  const { workflow } = search;
  const { facts, transitions, opening } = workflow;
  const read = new Set(
    transitions.flatMap(({ when }) => (when === undefined || when === 'otherwise' ? [] : factsIn(when))),
  );
  const set = new Set([opening, ...transitions].flatMap(({ sets = {} }) => Object.keys(sets)));
  return Object.entries(facts).flatMap(([fact, { from }]) => {
    const about = { path: ['facts', fact], values: { fact: factName(workflow, fact), name: fact } };
    const never = (kind: 'factNeverRead' | 'factNeverSet', en: string, zh: string): WorkflowFinding =>
      finding(search, { ...about, kind, words: { en, zh } });
    return [
      ...(read.has(fact)
        ? []
        : [
            never(
              'factNeverRead',
              'No guard reads the fact {name} ({fact}).',
              '没有任何条件读取事实 {name}（{fact}）。',
            ),
          ]),
      ...(from.kind !== 'case' || set.has(fact)
        ? []
        : [
            never(
              'factNeverSet',
              'The case keeps the fact {name} ({fact}), and no transition ever changes it.',
              '案件保存事实 {name}（{fact}），却没有任何转移会改变它。',
            ),
          ]),
    ];
  });
}
