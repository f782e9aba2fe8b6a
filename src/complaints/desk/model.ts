/** What a complaint desk is made of, what is told to it and what it answers. */
import type { CompiledCalendar, WorkingCalendar } from '../../calendar/index.js';
import type { Problem } from '../../foundation/problem.js';
import type { Statement } from '../../foundation/statement.js';
import type { CaseClock, CaseClocks } from '../clocks/case-clock.js';
import type { UndatedTimer } from '../clocks/due-timers.js';
import type { RulePack } from '../clocks/model.js';
import type { CorrectiveGate } from '../corrective/gate.js';
import type { CorrectivePolicy } from '../corrective/model.js';
import type { EscalationPolicy } from '../escalation/model.js';
import type { EscalationStanding, Threat } from '../escalation/standing.js';
import type { MergesOf } from '../linking/same-complainant.js';
import type { RedressLedger } from '../redress/ledger.js';
import type { RedressPolicy } from '../redress/model.js';
import type { CaseCommand, CaseEvent, CaseSnapshot, FactContext } from '../workflow/case.js';
import type { CompiledWorkflow } from '../workflow/compile.js';
import type { LegalCommand } from '../workflow/legal-commands.js';
import type { FactValue, Workflow } from '../workflow/model.js';
import type { Refusal } from '../workflow/refusal.js';

/** Everything that a desk decides by, as data: it can be stored as JSON, and travels with a replay bundle. */
export interface DeskSetup {
  /** Default: the canonical `complaintWorkflow`. */
  readonly workflow?: Workflow;
  /** The desk's own clocks and the rules of its regulators; every timer of the workflow has to be dated by one. */
  readonly packs: readonly RulePack[];
  /** The calendars that the packs name. */
  readonly calendars: Readonly<Record<string, WorkingCalendar>>;
  /** Left out: proposals with money need `withinAuthority` from the host. */
  readonly redress?: RedressPolicy;
  /** Default: `defaultEscalation`. */
  readonly escalation?: EscalationPolicy;
  /** Default: `defaultCorrective`. */
  readonly corrective?: CorrectivePolicy;
  /** By kind of decision, the fields that its letter must hold besides those the workflow requires. Default: none. */
  readonly letters?: Readonly<Record<string, readonly string[]>>;
  /** How long an offer that was not accepted can still be: until its `acceptBy` (default), or while the referral window is open. */
  readonly offersStand?: 'untilAcceptBy' | 'whileReferralIsOpen';
  /**
   * Which complaints may be merged: those of one complainant (default), or also those of two where one of the cases was
   * opened with an `authority` to act for the complainant (a representative and the customer).
   */
  readonly merges?: MergesOf;
  /**
   * Calendar months that an archived case is kept, where the clock of the timer does not say. Default 36 (DISP 1.9.1R asks
   * for three years; unverified).
   */
  readonly retentionMonths?: number;
}

/** A {@link DeskSetup} made ready by `complaintDesk`. */
export interface ComplaintDesk<Case = CaseSnapshot, Command = CaseCommand, Context = FactContext> {
  /** What it was made from, completed with the defaults. */
  readonly setup: Required<Omit<DeskSetup, 'redress'>> & Pick<DeskSetup, 'redress'>;
  readonly workflow: CompiledWorkflow<Case, Command, Context>;
  readonly calendars: Readonly<Record<string, CompiledCalendar>>;
  /** The packs, watching the percentages that the escalation policy asks about. */
  readonly packs: readonly RulePack[];
}

/** What the host knows besides the log of the case. */
export interface DeskExtra<Context = FactContext> {
  /** Logs of other cases: the customer's, for limits and repeats; those that are or shall be merged. */
  readonly related?: readonly (readonly CaseEvent[])[];
  /** Logs of corrective actions. */
  readonly corrective?: readonly (readonly CaseEvent[])[];
  /** The price paid for what went wrong, in minor units of the proposal's currency; for the cap on compensation. */
  readonly pricePaid?: number;
  /** Why the cap may be passed. */
  readonly capOverride?: string;
  /** The customer spoke of a lawyer or of the press. */
  readonly threats?: readonly Threat[];
  /** Persons with an interest in the case, besides those complained about. */
  readonly interested?: readonly string[];
  /** Facts that the host knows better: they go before what the desk works out. */
  readonly context?: Context;
}

/** A timer for the host's scheduler. Feed it back at `dueAt` as `{ ...timer, firedAt }`. */
export interface DeskTimer {
  /** The workflow's timer. */
  readonly timer: string;
  /** The same in every projection of the same limit: it makes feeding idempotent. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** What its command will carry: when it was due, and what its clock adds, as far as the workflow has fields for them. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly clock: CaseClock;
}

/** A timer that the scheduler feeds back, on time or late; as little as it needs to remember. */
export interface FiredTimer extends Pick<DeskTimer, 'timer' | 'id' | 'dueAt'> {
  /** When it is fed in, epoch milliseconds. */
  readonly firedAt: number;
}

/** A fact that the workflow asked the host for, as the desk worked it out. */
export interface FactAnswer {
  readonly fact: string;
  readonly value: FactValue;
  readonly from: 'host' | 'clocks' | 'redress' | 'cases' | 'corrective' | 'persons' | 'letter' | 'offer';
  readonly statements: readonly Statement[];
}

/** A case as it stands: what it is, what is owed, what comes next. */
export interface ComplaintView<Case = CaseSnapshot> {
  readonly case: Case;
  readonly asOf: number;
  readonly clocks: CaseClocks;
  /** What is owed, the most urgent first: late, then by limit, then paused. */
  readonly duties: readonly CaseClock[];
  readonly timers: readonly DeskTimer[];
  readonly undatedTimers: readonly UndatedTimer[];
  readonly escalation: EscalationStanding;
  readonly redress: RedressLedger;
  readonly corrective: CorrectiveGate;
  /** What can be told to it. */
  readonly legal: readonly LegalCommand[];
  /** What kept a part of this from being worked out. */
  readonly problems: readonly Problem[];
}

/** A command that was taken: what happened, the log with it, and where the case stands now. */
export interface DeskAnswer<Case = CaseSnapshot, Event = CaseEvent> extends ComplaintView<Case> {
  /** None where the case already had the command. */
  readonly events: readonly Event[];
  /** The log handed in, with the events: what the host stores. */
  readonly log: readonly Event[];
  /** Facts that the desk worked out for it. */
  readonly answers: readonly FactAnswer[];
}

/** A command that was not taken; the case is as it was. */
export interface DeskRefusal extends Omit<Refusal, 'kind'> {
  readonly kind:
    | Refusal['kind']
    /** What was handed in as the desk is none: see `problems`. */
    | 'desk'
    /** The log cannot be replayed or its clocks not be worked out: see `problems`. */
    | 'history'
    /** The log holds the id already, with another type, actor or data: see `problems`. */
    | 'otherContent'
    /** A timer that is not due: too early, fed for a limit that has moved, or no longer running. */
    | 'notDue'
    /** Somebody else complains in the case that this one is to be merged into; see `merges` of the setup. */
    | 'otherComplainant'
    /** The person to hear the case again has handled it or is complained about. */
    | 'notImpartial'
    /** The budget of re-hearings has no such change left. */
    | 'noMoveLeft'
    /** The appointment lies before the end of the cooling-off. */
    | 'tooSoon';
  /** Facts that the desk worked out for it. */
  readonly answers: readonly FactAnswer[];
}
