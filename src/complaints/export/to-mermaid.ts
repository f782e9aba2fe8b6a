/** A workflow as a Mermaid state diagram. */
import type { Workflow } from '../workflow/model.js';
import { tagValueName } from '../workflow/name-of.js';
import {
  arrowsOf,
  type ChartOptions,
  commandName,
  groupOf,
  notesOf,
  requireDrawing,
  stateIds,
  stateName,
} from './arrows.js';

/** How a Mermaid chart is written out; each field has a default. */
export interface MermaidOptions extends ChartOptions {
  /**
   * A key of tags (`'step'`): states that carry it lie in a box for each value; where no state does, each lies in that which
   * most transitions leaving it carry.
   */
  readonly groupBy?: string;
}

/**
 * A `stateDiagram-v2` for Mermaid 10 or later. Transitions between the same two states share an arrow. States have the
 * identifiers `s0`, `s1`, … in the order of the workflow, and their names as labels; characters that mean something to Mermaid
 * are written as its entity codes (`#35;`), and line breaks as blanks.
 *
 * @throws ProblemError naming what is wrong, for what is no workflow at all, misspelt options and values that they cannot have.
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 * import { toMermaid } from 'clientele/complaints/export';
 *
 * toMermaid(sixSteps, { language: 'zh' }).split('\n').slice(0, 3);
 * // => ['stateDiagram-v2', '  direction TB', '  state "倾听" as s0']
 * ```
 */
export function toMermaid(workflow: Workflow, options: MermaidOptions = {}): string {
  requireDrawing(workflow, options, ['groupBy']);
  const { language, direction = 'TB', groupBy } = options;
  const ids = stateIds(workflow);
  const idOf = (state: string): string => ids.get(state) ?? state;
  const groups = groupedStates(workflow, groupBy);
  const notes = notesOf(workflow, options);
  const lines = [
    'stateDiagram-v2',
    `  direction ${direction}`,
    ...[...groups].flatMap(([group, states], i) => {
      const inside = states.flatMap((state) => [
        `state "${escaped(stateName(workflow, state, language))}" as ${idOf(state)}`,
        ...notes(state).map((line) => `${idOf(state)} : ${escaped(line)}`),
      ]);
      if (group === undefined) return inside.map((line) => `  ${line}`);
      const name =
        language === undefined || groupBy === undefined
          ? group
          : tagValueName(workflow, groupBy, group)[language];
      return [`  state "${escaped(name)}" as g${i} {`, ...inside.map((line) => `    ${line}`), '  }'];
    }),
    `  [*] --> ${idOf(workflow.initial)}: ${escaped(commandName(workflow, workflow.opening.on, language))}`,
    ...arrowsOf(workflow, options).map(
      ({ from, to, lines: says }) => `  ${idOf(from)} --> ${idOf(to)}: ${says.map(escaped).join(' / ')}`,
    ),
    ...workflow.final.map((state) => `  ${idOf(state)} --> [*]`),
  ];
  return `${lines.join('\n')}\n`;
}

function groupedStates(
  workflow: Workflow,
  tag: string | undefined,
): ReadonlyMap<string | undefined, readonly string[]> {
  const groups = new Map<string | undefined, string[]>();
  const groupIn = tag === undefined ? undefined : groupOf(workflow, tag);
  for (const state of Object.keys(workflow.states)) {
    const group = groupIn?.(state);
    groups.set(group, [...(groups.get(group) ?? []), state]);
  }
  return groups;
}

/** Letters, digits and harmless marks stay; the rest is written by its code point. */
function escaped(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const plain = flat.replace(
    /[^\p{L}\p{N} _.,!?()=≥≤+、，。（）？！：·’“”-]/gu,
    (char) => `#${char.codePointAt(0) ?? 0};`,
  );
  // `--` would be read as the beginning of an arrow.
  const safe = plain.replace(/--/g, '-#45;');
  return safe === '' ? '#32;' : safe;
}
