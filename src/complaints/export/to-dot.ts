/** A workflow as a graph for Graphviz. */
import type { Workflow } from '../workflow/model.js';
import { arrowsOf, type ChartOptions, commandName, stateIds, stateName } from './arrows.js';

/**
 * A `digraph` in the DOT language. Final states have two outlines, states that wait for somebody dashed ones, closed states a
 * grey ground; what only timers take is dashed. States have the identifiers `s0`, `s1`, … in the order of the workflow.
 *
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 * import { toDot } from 'clientele/complaints/export';
 *
 * toDot(sixSteps, { direction: 'LR' }).split('\n')[1]; // => '  rankdir=LR;'
 * ```
 */
export function toDot(workflow: Workflow, options: ChartOptions = {}): string {
  const { language, direction = 'TB' } = options;
  const ids = stateIds(workflow);
  const idOf = (state: string): string => ids.get(state) ?? quoted(state);
  const lines = [
    `digraph ${quoted(workflow.name)} {`,
    `  rankdir=${direction};`,
    '  node [shape=box, style="rounded"];',
    '  start [shape=point, label=""];',
    ...Object.keys(workflow.states).map(
      (state) =>
        `  ${idOf(state)} [label=${quoted(stateName(workflow, state, language))}${look(workflow, state)}];`,
    ),
    `  start -> ${idOf(workflow.initial)} [label=${quoted(commandName(workflow, workflow.opening.on, language))}];`,
    ...arrowsOf(workflow, options).map(
      ({ from, to, lines: says, silent }) =>
        `  ${idOf(from)} -> ${idOf(to)} [label=${quoted(says.join('\n'))}${silent ? ', style=dashed' : ''}];`,
    ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function look({ states, final }: Workflow, state: string): string {
  const { waitsFor, closed } = (Object.hasOwn(states, state) ? states[state] : undefined) ?? {};
  const styles = [
    'rounded',
    ...(waitsFor === undefined ? [] : ['dashed']),
    ...(closed === true ? ['filled'] : []),
  ];
  const style = styles.length > 1 ? `, style="${styles.join(',')}"` : '';
  const ground = closed === true ? ', fillcolor="#eeeeee"' : '';
  return `${style}${ground}${final.includes(state) ? ', peripheries=2' : ''}`;
}

/** A string of DOT: quotes and backslashes escaped, so that no escape sequence of Graphviz is meant; lines as `\n`. */
function quoted(text: string): string {
  const safe = text.replace(/[\\"]/g, (char) => `\\${char}`).replace(/\r\n|[\r\n]/g, '\\n');
  // Graphviz reads entities of HTML in labels; a null ends the text.
  return `"${safe.replace(/&/g, '&amp;').replaceAll('\0', '\u2400')}"`;
}
