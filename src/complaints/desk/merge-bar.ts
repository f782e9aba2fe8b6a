/** What keeps a case from being merged into another: that somebody else complains there. */
import { problem } from '../../foundation/make-problem.js';
import type { Statement } from '../../foundation/statement.js';
import { otherComplainant } from '../linking/same-complainant.js';
import { textIn } from '../log/read-data.js';
import { logOf, type Question } from './answers.js';
import type { DeskRefusal } from './model.js';
import { barred } from './refused.js';

/** What keeps MARK_DUPLICATE from being taken; without the log of the primary nobody can say. */
export function mergeBar(question: Question): DeskRefusal | undefined {
  const { desk, log, view, command } = question;
  const primaryId = textIn(command.data, 'primaryId');
  if (command.type !== 'MARK_DUPLICATE' || primaryId === undefined) return undefined;
  const { merges } = desk.setup;
  const two = otherComplainant(log, logOf(question, primaryId) ?? [], merges);
  if (two === undefined) return undefined;
  const as = { en: 'the complainant of this case', zh: '本案投诉人' };
  const found = problem(
    'otherComplainant',
    ['data', 'primaryId'],
    { kind: 'sameAs', as, value: two.own },
    two.other,
  );
  const words = merges === 'sameComplainant' ? OTHER : NO_AUTHORITY;
  return barred(
    'otherComplainant',
    view.case,
    command,
    [found],
    [{ ...words, values: { ...two, primaryId } }],
  );
}

const OTHER: Statement = {
  en: 'In the case “{primaryId}” {other} complains, in this one {own}: only complaints of one complainant are merged.',
  zh: '个案“{primaryId}”的投诉人为 {other}，本案为 {own}：只合并同一投诉人的投诉。',
  values: {},
};
const NO_AUTHORITY: Statement = {
  en: 'In the case “{primaryId}” {other} complains, in this one {own}, and neither was opened with an authority to act for the complainant.',
  zh: '个案“{primaryId}”的投诉人为 {other}，本案为 {own}，且两案登记时均无代理授权。',
  values: {},
};
