/** Why a command is refused, and what would make it legal. */
import type { Problem } from '../../foundation/problem.js';
import type { Statement } from '../../foundation/statement.js';
import type { FactValue } from './model.js';

/** A fact that a guard asks for, as it was found. */
export interface UnmetFact {
  readonly fact: string;
  readonly found: FactValue | 'missing';
  /** What the guard needs, e.g. `{ is: true }`. */
  readonly needed:
    | { readonly is: FactValue }
    | { readonly atLeast: number }
    | { readonly atMost: number }
    | { readonly isNot: FactValue };
}

/** A transition that the command could take, and what it still lacks. */
export interface RefusedWay {
  readonly transition: string;
  readonly to: string;
  /** Every smallest set of facts that would have to be otherwise; one empty set where the guard holds. */
  readonly unmet: readonly (readonly UnmetFact[])[];
  /** Fields it needs that are missing. */
  readonly missing: readonly string[];
  /** Roles that may take it; left out: everybody. */
  readonly by?: readonly string[];
}

/** A command that was refused; the case is as it was. Everything that is wrong is named, not only the first thing. */
export interface Refusal {
  readonly kind: /** The command does not exist, or not in this state: `legal` lists those that do. */
    | 'notLegalHere'
    /** The actor's role may not. */
    | 'notAllowed'
    /** Required fields are missing or a field has the wrong form, or there is no workflow or case: see `problems`. */
    | 'data'
    /** A fact that the host must bring is missing: see `problems`. */
    | 'context'
    /** No guard holds: see `ways`. */
    | 'guard'
    /** It lies before the last event of the case, or the case belongs to another workflow. */
    | 'order';
  readonly state: string | null;
  readonly command: string;
  readonly problems: readonly Problem[];
  readonly ways: readonly RefusedWay[];
  /** Commands that exist in this state, in the order of the workflow. */
  readonly legal: readonly string[];
  readonly statements: readonly Statement[];
}
