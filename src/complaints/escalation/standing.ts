/** Where a case stands on the way up: what is asked, and what is answered. */
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { CaseClocks } from '../clocks/case-clock.js';
import type { CaseEvent } from '../workflow/case.js';
import type { Workflow } from '../workflow/model.js';
import type { EscalationTier, EscalationTrigger, RehearingMove } from './model.js';

/** Somebody spoke of a lawyer or of the press. */
export interface Threat {
  readonly of: 'legal' | 'press';
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What is looked at besides the log. */
export interface EscalationOptions {
  /** Of the same case; with `watchedPacks`, so that every percentage is known. */
  readonly clocks: CaseClocks;
  /** Epoch milliseconds; what happens later is not known yet. Default: that of the clocks. */
  readonly asOf?: number;
  /** Logs of other cases, among which those of the same complainant count as repeats. */
  readonly related?: readonly (readonly CaseEvent[])[];
  readonly threats?: readonly Threat[];
  /** Whose names of commands sentences use for events; left out: the names that the log has. */
  readonly workflow?: Pick<Workflow, 'commands'>;
}

/** What makes a trigger fire, and when. */
export type TriggerCause =
  | {
      readonly kind: 'clock';
      readonly pack: string;
      readonly clock: string;
      readonly round: number;
      readonly name: Bilingual;
    }
  | { readonly kind: 'event'; readonly eventId: string; readonly type: string }
  | { readonly kind: 'cases'; readonly caseIds: readonly string[] }
  | { readonly kind: 'threat'; readonly of: Threat['of'] };

/** A tier that a trigger raised a case to. */
export interface EscalationStep {
  readonly at: number;
  /** Place of the trigger in the policy. */
  readonly index: number;
  readonly trigger: EscalationTrigger;
  readonly cause: TriggerCause;
  readonly from: EscalationTier;
  readonly to: EscalationTier;
  readonly statements: readonly Statement[];
}

/** A change that was made for a new hearing. */
export interface RehearingUsed {
  readonly move: RehearingMove;
  readonly at: number;
  readonly eventId: string;
}

/** Where a case stands on the way up. */
export interface EscalationStanding {
  readonly tier: EscalationTier;
  /** Each step that took it up, in order; what fired without raising it is left out. */
  readonly raised: readonly EscalationStep[];
  readonly moves: {
    readonly used: readonly RehearingUsed[];
    /** How often each can still be made. */
    readonly left: Readonly<Record<RehearingMove, number>>;
  };
  /** The next instant at which time alone raises it, if nothing is done before. */
  readonly next?: Omit<EscalationStep, 'from' | 'statements'>;
  readonly statements: readonly Statement[];
}
