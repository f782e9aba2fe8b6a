/** What a check of a workflow finds: each finding with the shortest script of events that shows it. */
import type { Problem } from '../../foundation/problem.js';
import type { Statement } from '../../foundation/statement.js';
import type { FactValue } from '../workflow/model.js';

/** One event of a script: the transition that was taken, and the facts that were chosen for it. */
export interface ScriptStep {
  readonly command: string;
  readonly transition: string;
  readonly from: string;
  readonly to: string;
  /** Facts that the guards of this command read here, apart from those that the case keeps. */
  readonly facts: Readonly<Record<string, FactValue>>;
}

/**
 * Errors:
 *
 * - `unreachableState`: no script leads there.
 * - `deadTransition`: whatever happens, it is never taken.
 * - `deadlock`: nothing can happen any more, and the state is not final.
 * - `cannotFinish`: events go on, but none ever leads to a final state.
 * - `ambiguousGuards`: one command in one state could take two transitions.
 * - `waitWithoutTimer`: the case waits for somebody else, and no timer can ever fire.
 * - `silenceCloses`: a timer closes the case although no answer was ever sent.
 * - `slotNotGuaranteed`: a state promises a slot of the record (`has`) that a script leaves empty.
 * - `finalWithExit`: a final state from which a transition leads.
 * - `unbounded`: a command that was to be bounded can be repeated for ever without the case being closed in between.
 *
 * Warnings:
 *
 * - `silenceGoesRound`: the timers of a waiting state only lead to waiting again, for as long as nobody speaks.
 * - `factNeverRead`, `factNeverSet`: a fact that no guard reads; a fact of the case that no transition sets.
 *
 * Information:
 *
 * - `uncoveredGuards`: under some facts the command is refused, because no guard holds.
 * - `answersForEver`: an answer can be sent again and again without the case being closed in between.
 */
export type WorkflowFindingKind =
  | 'unreachableState'
  | 'deadTransition'
  | 'deadlock'
  | 'cannotFinish'
  | 'ambiguousGuards'
  | 'waitWithoutTimer'
  | 'silenceCloses'
  | 'slotNotGuaranteed'
  | 'finalWithExit'
  | 'unbounded'
  | 'silenceGoesRound'
  | 'factNeverRead'
  | 'factNeverSet'
  | 'uncoveredGuards'
  | 'answersForEver';

/** Something that a workflow probably does not mean; `describe` turns it into a sentence. */
export interface WorkflowFinding extends Statement {
  readonly kind: WorkflowFindingKind;
  readonly severity: 'error' | 'warning' | 'information';
  /** Where in the workflow. */
  readonly path: Problem['path'];
  /**
   * The shortest script from the opening to where it shows; ends with the step in question where there is one. Empty
   * where it shows at once, and where nothing can show it (a state that is never reached).
   */
  readonly script: readonly ScriptStep[];
  /** All facts that the guards read, as they clash or none of them holds, for a command given after the script. */
  readonly facts?: Readonly<Record<string, FactValue>>;
  /** After the script, these steps lead back to the same configuration. */
  readonly loop?: readonly ScriptStep[];
  /** In how many configurations it shows; 0 where it is about none. */
  readonly configurations: number;
}

/** The answer of `checkWorkflow`: everything that was found, or that the workflow has too many configurations. */
export type WorkflowCheck =
  | {
      readonly kind: 'checked';
      /** No finding is an error. */
      readonly sound: boolean;
      /** Configurations that can be reached: a state with the values of the facts that the case keeps and guards read. */
      readonly configurations: number;
      /** Transitions between them, each counted once for each configuration that it can be taken in. */
      readonly edges: number;
      /** Errors first, then warnings, then information. */
      readonly findings: readonly WorkflowFinding[];
    }
  | {
      readonly kind: 'tooLarge';
      /** What there was too much of: configurations, or ways to choose the facts of one command. */
      readonly of: 'configurations' | 'choices';
      readonly limit: number;
      /** The state and command whose facts have too many values. */
      readonly at?: { readonly state: string; readonly command: string };
      readonly statements: readonly Statement[];
    };

/** How far the search goes, and what it may take as bounded. */
export interface WorkflowCheckOptions {
  /** How many configurations to search at most; default 100,000. */
  readonly configurations?: number;
  /** In how many ways the facts of one command in one state may be chosen at most; default 65,536. */
  readonly choices?: number;
  /** Commands that a case must not be able to repeat for ever between two closings, e.g. `['DECLINE']`. */
  readonly bounded?: readonly string[];
}
