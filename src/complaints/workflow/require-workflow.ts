/** The least that a workflow must be before anything looks at it: for hosts that have no compiler to tell them. */

import { type Path, problem } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { orThrow, unless } from '../../foundation/result.js';
import type { Workflow } from './model.js';

/**
 * Nothing for what has the parts of a workflow; whether they fit together is for `defineWorkflow` and `parseWorkflow` to say.
 *
 * @throws ProblemError naming every part that is not there.
 */
export function requireWorkflow(found: Workflow): void {
  orThrow(unless(partProblems(found), () => undefined));
}

function partProblems(found: unknown): readonly Problem[] {
  if (!isRecord(found)) return [notOf('object', [], found)];
  const named = ['states', 'commands', 'facts'].flatMap((part) =>
    isRecord(found[part])
      ? Object.entries(found[part]).flatMap(([key, one]) => namedProblems(one, [part, key]))
      : [notOf('object', [part], found[part])],
  );
  return [
    ...['name', 'version', 'initial'].flatMap((part) => textProblems(found[part], [part])),
    ...bilingualProblems(found['title'], ['title']),
    ...(Array.isArray(found['final']) ? [] : [notOf('array', ['final'], found['final'])]),
    ...named,
    ...namesProblems(found['names']),
    ...movesProblems(found['opening'], ['on'], ['opening']),
    ...(Array.isArray(found['transitions'])
      ? Array.from(found['transitions'], (one: unknown, i) =>
          movesProblems(one, ['id', 'from', 'on', 'to'], ['transitions', i]),
        ).flat()
      : [notOf('array', ['transitions'], found['transitions'])]),
  ];
}

function namedProblems(found: unknown, path: Path): readonly Problem[] {
  if (!isRecord(found)) return [notOf('object', path, found)];
  const needed = path[0] === 'commands' ? ['fields'] : path[0] === 'facts' ? ['from'] : [];
  return [
    ...bilingualProblems(found['name'], [...path, 'name']),
    ...dictionaryProblems(found['valueNames'], [...path, 'valueNames']),
    ...needed.flatMap((part) =>
      isRecord(found[part]) ? [] : [notOf('object', [...path, part], found[part])],
    ),
  ];
}

/** Names may be left out; those that are there are looked up, and have to be names. */
function namesProblems(found: unknown): readonly Problem[] {
  if (found === undefined) return [];
  if (!isRecord(found)) return [notOf('object', ['names'], found)];
  const { tags } = found;
  return [
    ...['roles', 'parties', 'slots'].flatMap((part) => dictionaryProblems(found[part], ['names', part])),
    ...(tags === undefined || isRecord(tags) ? [] : [notOf('object', ['names', 'tags'], tags)]),
    ...(isRecord(tags) ? Object.entries(tags) : []).flatMap(([key, tag]) => {
      const path = ['names', 'tags', key];
      if (!isRecord(tag)) return [notOf('object', path, tag)];
      return [
        ...(tag['name'] === undefined ? [] : bilingualProblems(tag['name'], [...path, 'name'])),
        ...dictionaryProblems(tag['values'], [...path, 'values']),
      ];
    }),
  ];
}

function dictionaryProblems(found: unknown, path: Path): readonly Problem[] {
  if (found === undefined) return [];
  if (!isRecord(found)) return [notOf('object', path, found)];
  return Object.entries(found).flatMap(([key, one]) => bilingualProblems(one, [...path, key]));
}

function bilingualProblems(found: unknown, path: Path): readonly Problem[] {
  if (!isRecord(found)) return [notOf('object', path, found)];
  return ['en', 'zh'].flatMap((language) => textProblems(found[language], [...path, language]));
}

function movesProblems(found: unknown, texts: readonly string[], path: Path): readonly Problem[] {
  if (!isRecord(found)) return [notOf('object', path, found)];
  return texts.flatMap((part) => textProblems(found[part], [...path, part]));
}

function textProblems(found: unknown, path: Path): readonly Problem[] {
  return typeof found === 'string' ? [] : [notOf('string', path, found)];
}

function notOf(type: string, path: Path, found: unknown): Problem {
  return problem(found === undefined ? 'missing' : 'wrongType', path, { kind: 'type', type }, found);
}
