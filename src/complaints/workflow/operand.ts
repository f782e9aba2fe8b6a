/** What facts are worked out from: values in a command, its actor and the case's record, and comparisons of them. */

/** A value to compare. Paths go through objects by dots; `each` takes one field of every item of a list. */
export type Operand =
  | { readonly value: string | number | boolean }
  | { readonly data: string; readonly each?: string }
  | { readonly actor: 'id' | 'role' }
  | { readonly case: 'id' }
  | { readonly record: string; readonly each?: string };

/**
 * A comparison. What is absent equals nothing (so `≠` holds) and is in no list; an operand that is a list stands for its
 * items on the right of `in` and `notIn`. Numbers are compared with numbers and texts with texts by `<`, `≤`, `>` and
 * `≥`; nothing else is less or more. `filled` says whether something is there: a text that is not blank, a list with at
 * least one item, any other value.
 */
export type DataTest =
  | { readonly filled: Operand }
  | { readonly left: Operand; readonly is: '=' | '≠' | '<' | '≤' | '>' | '≥'; readonly right: Operand }
  | { readonly one: Operand; readonly in: readonly Operand[] }
  | { readonly one: Operand; readonly notIn: readonly Operand[] }
  /** Every item of a list is among the others. */
  | { readonly every: Operand; readonly in: readonly Operand[] };
