/** What keeps a fulfilment from counting: a remedy that nobody promised, an amount that is not what is owed. */
import { problem } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { numberIn, textIn } from '../log/read-data.js';
import type { LedgerEntry } from '../redress/ledger.js';
import { problemWords } from '../workflow/problem-words.js';
import type { Question } from './answers.js';
import type { DeskRefusal } from './model.js';
import { barred } from './refused.js';

/** What keeps FULFIL from being taken; a case in which no remedy was promised has none to name. */
export function fulfilmentBar({ desk: { workflow }, view, command }: Question): DeskRefusal | undefined {
  const remedyId = textIn(command.data, 'remedyId');
  const owed = view.redress.entries.filter(({ status }) => status !== 'replaced' && status !== 'declined');
  if (command.type !== 'FULFIL' || remedyId === undefined || owed.length === 0) return undefined;
  const entry = owed.findLast((one) => one.remedyId === remedyId);
  if (entry !== undefined) {
    const found = amountProblem(entry, numberIn(command.data, 'amountPaid'));
    if (found === undefined) return undefined;
    const words = problemWords(workflow, command.type, found);
    return barred('data', view.case, command, [found], [words]);
  }
  const values = [...new Set(owed.map((one) => one.remedyId))];
  const path = ['data', 'remedyId'];
  const unknown = problem('unknownRemedy', path, { kind: 'oneOf', values }, remedyId);
  return barred('data', view.case, command, [unknown], [problemWords(workflow, command.type, unknown)]);
}

/** The chart takes a remedy that was told of as done, so what is paid is all that is owed. */
function amountProblem(
  { amount = 0, amountPaid }: LedgerEntry,
  paid: number | undefined,
): Problem | undefined {
  const outstanding = Math.max(0, amount - amountPaid);
  if (paid === undefined || paid === outstanding) return undefined;
  const path = ['data', 'amountPaid'];
  return paid > outstanding
    ? problem('aboveOutstanding', path, { kind: 'range', max: outstanding }, paid)
    : problem('partPayment', path, { kind: 'equal', to: outstanding }, paid);
}
