/** The tiers that many members hold, and the questions that their rows are asked. */
import { type Problem, show } from '../../foundation/problem.js';
import { unknownName } from '../check/policy-problem.js';
import type { CompiledVersion } from './compile.js';
import { type EvaluationOptions, questionFor } from './evaluate.js';
import type { Question } from './question.js';

/** A tier for all members, or one for each row (`undefined` for none). */
export type TierColumn = string | readonly (string | undefined)[];

/** The tiers held, as in {@link EvaluationOptions}: one for everybody, or one for each row. */
export interface HeldTiers {
  readonly held?: TierColumn;
  readonly heldBefore?: TierColumn;
}

/** Rows that are asked the same question. */
export interface Group {
  readonly question: Question;
  /** `undefined`: all of them. */
  readonly rows: readonly number[] | undefined;
}

/** The tiers held in a row, or by everybody. */
export function heldIn({ held, heldBefore }: HeldTiers, index: number): EvaluationOptions {
  const now = tierIn(held, index);
  const before = tierIn(heldBefore, index);
  return {
    ...(now === undefined ? {} : { held: now }),
    ...(before === undefined ? {} : { heldBefore: before }),
  };
}

function tierIn(column: TierColumn | undefined, index: number): string | undefined {
  return typeof column === 'object' ? column[index] : column;
}

/** One question for everybody, or one for each tier that is held. */
export function groupsOf(version: CompiledVersion, options: HeldTiers, length: number): readonly Group[] {
  if (typeof options.held !== 'object' && typeof options.heldBefore !== 'object')
    return [{ question: questionFor(version, heldIn(options, 0)), rows: undefined }];
  const groups = new Map<Question, number[]>();
  for (let index = 0; index < length; index += 1) {
    const question = questionFor(version, heldIn(options, index));
    const rows = groups.get(question);
    if (rows === undefined) groups.set(question, [index]);
    else rows.push(index);
  }
  return [...groups].map(([question, rows]) => ({ question, rows }));
}

/** Tiers held that the policy does not have: for one member they are ignored, over columns they are a mistake. */
export function heldProblems(
  { places }: CompiledVersion,
  options: HeldTiers,
  length: number,
): readonly Problem[] {
  const unknown = (tier: string | undefined, path: Problem['path']): readonly Problem[] =>
    tier === undefined || places.has(tier)
      ? []
      : [unknownName('unknownTier', path, [...places.keys()], tier)];
  return (['held', 'heldBefore'] as const).flatMap((key) => {
    const column = options[key];
    if (typeof column !== 'object') return unknown(column, [key]);
    return [
      ...lengthProblem(column, [key], length),
      ...column.flatMap((tier, index) => unknown(tier, [key, index])),
    ];
  });
}

/** A column of another length than the others. */
export function lengthProblem(
  column: { readonly length: number },
  path: Problem['path'],
  length: number,
): readonly Problem[] {
  if (column.length === length) return [];
  const expected = { kind: 'equal', to: length } as const;
  return [{ code: 'lengthsDiffer', path: [...path, 'length'], expected, found: show(column.length) }];
}
