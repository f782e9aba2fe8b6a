/** Where the clocks of a case stand: the answers of `projectClocks`. All plain JSON. */
import type { Pause } from '../../calendar/index.js';
import type { Problem, Problems } from '../../foundation/problem.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { Citation, ClockRule } from './model.js';

/** Where a clock stands as of an instant. A limit is half-open: what happens at `dueAt` itself is too late. */
export type ClockStatus =
  /** `atRisk`: the highest of the rule's percentages that has been reached. */
  | { readonly kind: 'running'; readonly dueAt: number; readonly atRisk?: number }
  | { readonly kind: 'paused'; readonly reasons: readonly string[] }
  /** `marginMs`: how long before the limit, on the wall. */
  | { readonly kind: 'met'; readonly at: number; readonly dueAt: number; readonly marginMs: number }
  /** `at`: the limit itself, however late it was told; `firstKnownAt`: when the first event at or after it happened. */
  | {
      readonly kind: 'breached';
      readonly at: number;
      readonly firstKnownAt?: number;
      /** When the duty was fulfilled after all. */
      readonly metAt?: number;
      /** When it was cancelled after its limit, and by what: nothing is owed any more, but it was late. */
      readonly cancelledAt?: number;
    }
  /** A window that has passed unused. */
  | { readonly kind: 'lapsed'; readonly at: number }
  /** `by`: the type of the event. */
  | { readonly kind: 'cancelled'; readonly at: number; readonly by: string }
  /** It cannot be dated: an unknown calendar, a year without holidays, a field that is missing. `endedAt`: met or cancelled. */
  | { readonly kind: 'undated'; readonly problems: Problems; readonly endedAt?: number };

/** `dueAt` and the fields that the clock's rule adds, epoch milliseconds. */
export type TimerData = { readonly dueAt: number } & Readonly<Record<string, number>>;

/** The workflow's timer of an open clock. */
export type ClockTimer = {
  readonly command: string;
  /** The open or lapsed clock that it waits for beyond its own clock's limit; see `holds` of a rule. */
  readonly heldBy?: { readonly pack: string; readonly clock: string; readonly round: number };
} /** `data`: what the timer's command carries. */ & (
  | { readonly kind: 'due'; readonly dueAt: number; readonly data: TimerData }
  /** Its limit is not known: the clock, or the one that holds it, is paused or cannot be dated. */
  | { readonly kind: 'waiting' }
  /** It was fed at `at`, and is not due again. */
  | { readonly kind: 'fed'; readonly at: number }
);

/** An event in the life of a clock. */
export interface ClockStep {
  readonly eventId: string;
  readonly type: string;
  /** When it truly was; see `at` of a clock's moment. */
  readonly at: number;
}

/** One clock of a case, in one of its rounds. */
export interface CaseClock {
  /** Name and version of the pack. */
  readonly pack: string;
  readonly version: string;
  readonly clock: string;
  /** 1, and one more for each time it began anew. */
  readonly round: number;
  readonly name: Bilingual;
  /** What the pack is called, where a clock of another pack has the same name in this case: sentences say both. */
  readonly ofPack?: Bilingual;
  readonly kind: ClockRule['kind'];
  readonly class: ClockRule['class'];
  /** Where its rule is written; the pack's citation where the clock has none of its own. */
  readonly citation?: Citation;
  readonly consequence?: Bilingual;
  readonly startedBy: ClockStep;
  /** What it counts from, epoch milliseconds. */
  readonly anchor: number;
  readonly status: ClockStatus;
  /** The limit; left out while it is paused and where it cannot be dated. */
  readonly dueAt?: number;
  /** When each of the rule's percentages of the budget is used up. */
  readonly atRiskAt: readonly { readonly percent: number; readonly at: number }[];
  /** The pauses that were counted around; one without `until` lasts. */
  readonly pauses: readonly Pause[];
  /** Left out where the rule names none, and once the clock is met or cancelled. */
  readonly timer?: ClockTimer;
  /** The same for one who reads: the clock, its rule, where it stands. */
  readonly statements: readonly Statement[];
}

/** A pack of which no version covers the day that chooses. */
export interface NotInForce {
  readonly pack: string;
  /** The civil day, `yyyy-MM-dd`. */
  readonly day: string;
  readonly versions: readonly {
    readonly version: string;
    readonly from?: string;
    readonly until?: string;
  }[];
}

/** The clocks of one case as of an instant. */
export interface CaseClocks {
  readonly caseId: string;
  /** The state the case was in; `null` before it was opened. */
  readonly state: string | null;
  readonly asOf: number;
  /** By pack, clock and round, whatever the order in which the packs were handed over. */
  readonly clocks: readonly CaseClock[];
  readonly notInForce: readonly NotInForce[];
  /** What keeps a whole pack from being used: a received day that cannot be read, a zone that does not exist. */
  readonly problems: readonly Problem[];
}
