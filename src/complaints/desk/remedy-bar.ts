/** What keeps a remedy from being promised under an id that the case knows already. */
import type { Path } from '../../foundation/make-problem.js';
import { type Problem, show } from '../../foundation/problem.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { remediesIn } from '../log/read-data.js';
import type { Remedy } from '../presets/complaint-case.js';
import type { LedgerEntry } from '../redress/ledger.js';
import { problemWords } from '../workflow/problem-words.js';
import type { Question } from './answers.js';
import type { DeskRefusal } from './model.js';
import { barred } from './refused.js';

/** Where remedies are promised. */
const PROMISES: Readonly<Record<string, string>> = {
  PROPOSE: 'remedies',
  SETTLE: 'remedies',
  EXTERNAL_DECISION: 'award',
};

/**
 * What keeps PROPOSE, SETTLE and EXTERNAL_DECISION from being taken: another remedy under the id of an earlier one. A
 * payment names the id alone, so the log would not say what it was for.
 */
export function remedyBar({ desk: { workflow }, view, command }: Question): DeskRefusal | undefined {
  const field = Object.hasOwn(PROMISES, command.type) ? PROMISES[command.type] : undefined;
  if (field === undefined) return undefined;
  const others = remediesIn(command.data, field).flatMap((remedy, i) => {
    const before = view.redress.entries.findLast(({ remedyId }) => remedyId === remedy.id);
    const problems = before === undefined ? [] : otherThan(before, remedy, ['data', field, i]);
    return problems.length === 0 ? [] : [{ id: remedy.id, problems }];
  });
  if (others.length === 0) return undefined;
  const statements = others.flatMap(({ id, problems }): readonly Statement[] => [
    { ...OTHER, values: { id } },
    ...problems.map((one) => problemWords(workflow, command.type, one)),
  ]);
  return barred(
    'data',
    view.case,
    command,
    others.flatMap(({ problems }) => problems),
    statements,
  );
}

/** The same remedy is of one kind and currency. Its amount can be improved until something was paid on it. */
function otherThan(before: LedgerEntry, { kind, amount, currency }: Remedy, path: Path): readonly Problem[] {
  const differs = (key: string, was: unknown, is: unknown): readonly Problem[] => {
    if (was === is) return [];
    const as = { en: `the remedy “${before.remedyId}” before`, zh: `此前的补救“${before.remedyId}”` };
    const expected = { kind: 'sameAs', as, value: shown(was) } as const;
    return [
      { code: 'otherRemedy', path: [...path, key], expected, found: is === undefined ? NONE : show(is) },
    ];
  };
  return [
    ...differs('kind', before.kind, kind),
    ...(before.currency === undefined || currency === undefined
      ? []
      : differs('currency', before.currency, currency)),
    ...(before.paid === undefined ? [] : differs('amount', before.amount, amount)),
  ];
}

function shown(value: unknown): string {
  return value === undefined ? '–' : show(value);
}

const NONE: Bilingual = { en: 'nothing', zh: '空' };
const OTHER: Statement = {
  en: 'The remedy “{id}” is not the one that this case knows under that id: give another remedy an id of its own.',
  zh: '补救“{id}”与本案同一编号的补救不同：另一项补救须用新的编号。',
  values: {},
};
