/** When a case goes up, and how often it may be heard again, as data. */
import type { Bilingual } from '../../foundation/statement.js';

/** How high a case has been raised: 0 is the desk itself. */
export type EscalationTier = 0 | 1 | 2 | 3;

/** What can be changed for a new hearing: the person, the time, the place. */
export type RehearingMove = 'person' | 'time' | 'place';

/** Clocks by name (`'response'`); left out: every duty. `class`: of one class only. */
interface OfClocks {
  readonly clocks?: readonly string[];
  readonly class?: 'statutory' | 'contractual';
}

/** What raises a case, and to which tier at least; `'nextTier'` is one up from where it is, never beyond the third. */
export type EscalationTrigger = { readonly to: EscalationTier | 'nextTier' } & (
  | /** So many percent of a duty's budget are used up; 100 is its limit. */
  ({ readonly when: 'budgetUsed'; readonly percent: number } & OfClocks)
  /** A duty is late. */
  | ({ readonly when: 'breached' } & OfClocks)
  /** Assessed as this severe or worse. */
  | { readonly when: 'severity'; readonly atLeast: 'low' | 'medium' | 'high' | 'critical' }
  /** Assessed as a matter of safety. */
  | { readonly when: 'safety' }
  /** The customer has complained so many times within a time, this case included. */
  | {
      readonly when: 'repeated';
      readonly times: number;
      readonly withinDays: number;
      readonly same?: 'product';
    }
  /** The customer speaks of a lawyer or of the press. */
  | { readonly when: 'threat'; readonly of: readonly ('legal' | 'press')[] }
  /** The customer has declined so many answers. */
  | { readonly when: 'declined'; readonly times: number }
  /** A timer was fed that goes up a tier. */
  | { readonly when: 'timer'; readonly timers: readonly string[] }
);

/** Tiers, what raises a case, and the budget of re-hearings. Stored as JSON. */
export interface EscalationPolicy {
  readonly format: 'escalation-policy@1';
  readonly name: string;
  readonly version: string;
  readonly title: Bilingual;
  readonly tiers: readonly {
    readonly tier: EscalationTier;
    readonly name: Bilingual;
    readonly role?: string;
  }[];
  readonly triggers: readonly EscalationTrigger[];
  /** How often each change may be made in a case: the three changes, bounded so that no case goes round for ever. */
  readonly moves: Readonly<Record<RehearingMove, number>>;
  /** Events whose actor counts as having handled the case, besides its owners. */
  readonly handledBy: readonly string[];
}

/** An {@link EscalationPolicy} as written in code; whatever is left out is as in `defaultEscalation`. */
export type EscalationPolicyInput = Partial<EscalationPolicy>;
