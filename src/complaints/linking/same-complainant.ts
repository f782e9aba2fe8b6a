/** Whether two cases may be merged, by who complains in them. */
import { textIn } from '../log/read-data.js';
import type { CaseEvent } from '../workflow/case.js';

/** Which complaints may be merged. */
export type MergesOf =
  /** Those of one complainant. */
  | 'sameComplainant'
  /** Also those of two, where one of the cases was opened with an `authority` to act for the complainant. */
  | 'alsoWithAuthority';

/** Who complains in two cases that may not be merged; nothing where they may, or where a case does not say who complains. */
export function otherComplainant(
  duplicate: readonly CaseEvent[],
  primary: readonly CaseEvent[],
  merges: MergesOf,
): { readonly own: string; readonly other: string } | undefined {
  const [own, other] = [duplicate, primary].map(
    ([opening]) => opening && textIn(opening.data, 'complainant'),
  );
  if (own === undefined || other === undefined || own === other) return undefined;
  const acts = [duplicate, primary].some(
    ([opening]) => opening !== undefined && textIn(opening.data, 'authority') !== undefined,
  );
  return merges === 'alsoWithAuthority' && acts ? undefined : { own, other };
}
