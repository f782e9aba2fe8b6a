/** The arrows of a chart: transitions between the same two states in one, with a line for each. */

import { problem } from '../../foundation/make-problem.js';
import { optionProblems } from '../../foundation/options.js';
import type { Problem } from '../../foundation/problem.js';
import { own } from '../../foundation/record.js';
import { throwProblems } from '../../foundation/result.js';
import type { Language } from '../../foundation/statement.js';
import type { TransitionDeclaration, Workflow } from '../workflow/model.js';
import * as called from '../workflow/name-of.js';
import { requireWorkflow } from '../workflow/require-workflow.js';
import { whenWords } from './guard-words.js';

/** How a chart is written out; each field has a default. */
export interface ChartOptions {
  /** The language of names and guards; left out: the identifiers of the workflow. */
  readonly language?: Language;
  /** `'TB'`: from top to bottom (default); `'LR'`: from left to right. */
  readonly direction?: 'TB' | 'LR';
  /** What an arrow says: commands only (default), or with the guard in brackets. */
  readonly labels?: 'commands' | 'commandsAndGuards';
  /** Arrows from a state to itself: default `'shown'`. */
  readonly loops?: 'shown' | 'leftOut';
  /**
   * A command that leads from four states or more to the same one (a withdrawal): `'drawn'` with an arrow from each
   * (default), or `'noted'` as a line in their boxes, which keeps a large chart readable.
   */
  readonly shared?: 'drawn' | 'noted';
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** Refuses what is no workflow, and languages that there are no names in. */
export function requireChart(workflow: Workflow, language: Language | undefined): void {
  requireWorkflow(workflow);
  throwProblems(choiceProblems({ language }, { language: LANGUAGES }));
}

const CHOICES: Readonly<Record<keyof ChartOptions, readonly string[]>> = {
  language: LANGUAGES,
  direction: ['TB', 'LR'],
  labels: ['commands', 'commandsAndGuards'],
  loops: ['shown', 'leftOut'],
  shared: ['drawn', 'noted'],
};

/** Refuses what is no workflow, misspelt options, and choices that there are not; `more`: options of this chart alone. */
export function requireDrawing(
  workflow: Workflow,
  options: ChartOptions,
  more: readonly string[] = [],
): void {
  requireWorkflow(workflow);
  throwProblems(optionProblems(options, [...Object.keys(CHOICES), ...more]));
  throwProblems(choiceProblems({ ...options }, CHOICES));
}

function choiceProblems(
  options: Readonly<Record<string, unknown>>,
  choices: Readonly<Record<string, readonly string[]>>,
): readonly Problem[] {
  return Object.entries(choices).flatMap(([key, values]) => {
    const found = options[key];
    const known = found === undefined || values.some((one) => one === found);
    return known ? [] : [problem('notOneOf', [key], { kind: 'oneOf', values }, found)];
  });
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** What can take it, each once. */
  readonly lines: readonly string[];
  /** Every way to take it is a timer. */
  readonly silent: boolean;
}

/** In the order in which the workflow first declares them. */
export function arrowsOf(workflow: Workflow, options: ChartOptions): readonly Arrow[] {
  const groups = new Map<string, [TransitionDeclaration, ...TransitionDeclaration[]]>();
  const noted = notedOf(workflow, options);
  for (const one of workflow.transitions) {
    if ((options.loops === 'leftOut' && one.from === one.to) || noted.has(one)) continue;
    const key = JSON.stringify([one.from, one.to]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()].map((group) => ({
    from: group[0].from,
    to: group[0].to,
    lines: [...new Set(group.map((one) => lineOf(workflow, one, options)))],
    silent: group.every(({ on }) => kindOf(workflow, on) === 'timer'),
  }));
}

/** From so many states on a way that they share is noted. */
const MANY = 4;

function notedOf({ transitions }: Workflow, { shared }: ChartOptions): ReadonlySet<TransitionDeclaration> {
  if (shared !== 'noted') return new Set();
  const from = new Map<string, Set<string>>();
  const keyOf = ({ on, to }: TransitionDeclaration): string => JSON.stringify([on, to]);
  const moves = transitions.filter((one) => one.from !== one.to);
  for (const one of moves) from.set(keyOf(one), (from.get(keyOf(one)) ?? new Set()).add(one.from));
  return new Set(moves.filter((one) => (from.get(keyOf(one))?.size ?? 0) >= MANY));
}

/** The lines that stand in the box of a state: "Withdraw → Withdrawn". */
export function notesOf(workflow: Workflow, options: ChartOptions): (state: string) => readonly string[] {
  const noted = [...notedOf(workflow, options)];
  return (state) => [
    ...new Set(
      noted.flatMap((one) =>
        one.from === state
          ? [`${lineOf(workflow, one, options)} → ${stateName(workflow, one.to, options.language)}`]
          : [],
      ),
    ),
  ];
}

function kindOf({ commands }: Workflow, on: string): 'command' | 'timer' | undefined {
  return Object.hasOwn(commands, on) ? commands[on]?.kind : undefined;
}

function lineOf(
  workflow: Workflow,
  { on, when }: TransitionDeclaration,
  { language, labels }: ChartOptions,
): string {
  const name = commandName(workflow, on, language);
  const guard = labels === 'commandsAndGuards' ? whenWords(workflow, when, language ?? 'en') : undefined;
  return guard === undefined ? name : `${name} [${guard}]`;
}

export function commandName(workflow: Workflow, command: string, language: Language | undefined): string {
  return language === undefined ? command : called.commandName(workflow, command)[language];
}

export function stateName(workflow: Workflow, state: string, language: Language | undefined): string {
  return language === undefined ? state : called.stateName(workflow, state)[language];
}

/** Identifiers that every notation can hold: `s0`, `s1`, … in the order of the states, whatever they are called. */
export function stateIds({ states }: Workflow): ReadonlyMap<string, string> {
  return new Map(Object.keys(states).map((state, i) => [state, `s${i}`]));
}

/**
 * What states carry under the key of a tag; in a workflow where no state carries it, what most transitions leaving the state
 * do, the first of equals. `undefined` where there is none.
 */
export function groupOf(
  { states, transitions }: Workflow,
  tag: string,
): (state: string) => string | undefined {
  const ofState = (state: string): string | undefined => own(own(states, state)?.tags, tag) || undefined;
  if (Object.keys(states).some((state) => ofState(state) !== undefined)) return ofState;
  return (state) => {
    const counts = new Map<string, number>();
    for (const { from, tags = {} } of transitions) {
      const value = own(tags, tag);
      if (from === state && value !== undefined && value !== '')
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  };
}
