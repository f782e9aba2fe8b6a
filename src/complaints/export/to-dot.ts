/** A workflow as a graph for Graphviz. */
import { own } from '../../foundation/record.js';
import type { Workflow } from '../workflow/model.js';
import {
  arrowsOf,
  type ChartOptions,
  commandName,
  notesOf,
  requireDrawing,
  stateIds,
  stateName,
} from './arrows.js';

/**
 * A `digraph` in the DOT language. The initial state is blue, states that wait for somebody are yellow with a dashed outline,
 * closed ones grey; final states have two outlines. What only timers take is dashed and brown. States have the identifiers
 * `s0`, `s1`, … in the order of the workflow. Large charts are easier to read with
 * `{ loops: 'leftOut', shared: 'noted' }`.
 *
 * @throws ProblemError naming what is wrong, for what is no workflow at all, misspelt options and values that they cannot have.
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 * import { toDot } from 'clientele/complaints/export';
 *
 * toDot(sixSteps, { direction: 'LR' }).split('\n')[1]; // => '  rankdir=LR;'
 * ```
 */
export function toDot(workflow: Workflow, options: ChartOptions = {}): string {
  requireDrawing(workflow, options);
  const { language, direction = 'TB' } = options;
  const ids = stateIds(workflow);
  const notes = notesOf(workflow, options);
  const idOf = (state: string): string => ids.get(state) ?? quoted(state);
  const lines = [
    `digraph ${quoted(workflow.name)} {`,
    `  rankdir=${direction};`,
    `  label=${quoted(workflow.title[language ?? 'en'])}; labelloc=t; fontsize=18; fontname=${FONT};`,
    '  nodesep=0.35; ranksep=0.7;',
    `  node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="#374151", fontname=${FONT}, fontsize=13, margin="0.22,0.09"];`,
    `  edge [color="#64748b", fontcolor="#334155", fontname=${FONT}, fontsize=10, arrowsize=0.7];`,
    '  start [shape=point, label=""];',
    ...Object.keys(workflow.states).map(
      (state) =>
        `  ${idOf(state)} [label=${quoted([stateName(workflow, state, language), ...notes(state)].join('\n'))}${look(workflow, state)}];`,
    ),
    `  start -> ${idOf(workflow.initial)} [label=${quoted(commandName(workflow, workflow.opening.on, language))}];`,
    ...arrowsOf(workflow, options).map(
      ({ from, to, lines: says, silent }) =>
        `  ${idOf(from)} -> ${idOf(to)} [label=${quoted(says.join('\n'))}${silent ? TIMER : ''}];`,
    ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** Where one of these is missing, the next is taken. */
const FONT = '"Helvetica,Arial,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif"';
const TIMER = ', style=dashed, color="#b45309", fontcolor="#92400e"';

function look({ states, final, initial }: Workflow, state: string): string {
  const { waitsFor, closed } = own(states, state) ?? {};
  const dashed = waitsFor === undefined ? '' : ', style="rounded,filled,dashed"';
  const ground =
    state === initial
      ? '#dbeafe'
      : closed === true || final.includes(state)
        ? '#e5e7eb'
        : waitsFor === undefined
          ? undefined
          : '#fef3c7';
  const fill = ground === undefined ? '' : `, fillcolor="${ground}"`;
  return `${dashed}${fill}${final.includes(state) ? ', peripheries=2' : ''}`;
}

/** A string of DOT: quotes and backslashes escaped, so that no escape sequence of Graphviz is meant; lines as `\n`. */
function quoted(text: string): string {
  const safe = text.replace(/[\\"]/g, (char) => `\\${char}`).replace(/\r\n|[\r\n]/g, '\\n');
  // Graphviz reads entities of HTML in labels; a null ends the text.
  return `"${safe.replace(/&/g, '&amp;').replaceAll('\0', '\u2400')}"`;
}
