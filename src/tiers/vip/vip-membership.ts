/** The VIP membership of the source material, as data: where a customer stands, what was done, what can be asked. */
import type { Truth } from '../criterion.js';
import type { LeapDay } from '../time/leap-day.js';

/** A year of membership: from `from`, until before `until` (epoch milliseconds). */
export interface VipTerm {
  readonly from: number;
  readonly until: number;
  /** The civil days of both ends as a customer is told them, `yyyy-MM-dd`, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A customer who is no VIP and is not being considered: one who never was, or one who was. */
export type VipOutsider =
  | { readonly kind: 'ordinary' }
  /** `since`: when the re-evaluation failed. `ended`: the last year of membership. */
  | { readonly kind: 'lapsed'; readonly since: number; readonly ended: VipTerm };

/**
 * What is still to be done about form and card of an active member. `'toSend'` and `'sent'` only where membership
 * begins with the phone call; `'unanswered'`: the wait for the reply slip was given up.
 */
export type VipPaperwork = 'toSend' | 'sent' | 'registered' | 'unanswered';

/** Where a customer stands. `since` is the time of the event that led here, `before` what a silent candidate goes back to. */
export type VipState =
  | VipOutsider
  /** The conditions are met; nobody has phoned yet. */
  | { readonly kind: 'candidate'; readonly since: number; readonly before: VipOutsider }
  | { readonly kind: 'notified'; readonly since: number; readonly before: VipOutsider }
  /** Application form and gold card are in the post; it stays so until a reply or its expiry. */
  | { readonly kind: 'formSent'; readonly since: number; readonly before: VipOutsider }
  | { readonly kind: 'active'; readonly term: VipTerm; readonly paperwork: VipPaperwork }
  /** The year has ended and the re-evaluation is due. */
  | {
      readonly kind: 'underReview';
      readonly since: number;
      readonly ended: VipTerm;
      readonly paperwork: VipPaperwork;
    };

/** What every event and command has. */
export interface VipStep {
  /** Unique in the membership. What comes twice under one id counts once. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What happened. An event carries what was decided then, so that a replay needs no options. */
export type VipEvent = VipStep &
  (
    | { readonly kind: 'evaluated'; readonly result: Truth }
    /** `term`: the year that began with the call; `null` where it begins with the reply. */
    | { readonly kind: 'phoned'; readonly term: VipTerm | null }
    | { readonly kind: 'formPosted' }
    /** `term`: the year that began; `null` where it had begun with the call. */
    | { readonly kind: 'registered'; readonly term: VipTerm | null }
    | { readonly kind: 'replyExpired' }
    | { readonly kind: 'yearEnded' }
    /** `term`: the next year, where the result is yes. */
    | { readonly kind: 'reevaluated'; readonly result: Truth; readonly term: VipTerm | null }
  );

/**
 * What the host reports.
 *
 * - `evaluate`: the annual evaluation, of a customer who is no VIP; `result` is that of the qualification rule
 *   (`vipTiers`). No and unknown leave the customer where they are.
 * - `phone`, `postForm`, `register` (reply slip received, details registered): in this order.
 * - `expireReply`: the host no longer waits for the reply.
 * - `endYear`: the year of membership is over.
 * - `reevaluate`: yes renews for a year, no lets the membership lapse, unknown leaves it under review.
 */
export type VipCommand = VipStep &
  (
    | { readonly kind: 'evaluate' | 'reevaluate'; readonly result: Truth }
    | { readonly kind: 'phone' | 'postForm' | 'register' | 'expireReply' | 'endYear' }
  );

/** How the printed flow is read, where it leaves a choice. */
export interface VipFlowOptions {
  /** IANA name; a year is counted in the civil days of this zone. */
  readonly zone: string;
  /**
   * The year begins when the details are registered after the `'reply'` (default), or with the phone call
   * (`'notification'`); then form and reply follow during membership, and a missing reply does not end it.
   */
  readonly activateOn?: 'reply' | 'notification';
  /** A renewed year begins where the last one ended (`'expiry'`, default) or at the `'reevaluation'`. */
  readonly renewFrom?: 'expiry' | 'reevaluation';
  /** When a year that began on 29 February is over. Default `'february28'`. */
  readonly leapDay?: LeapDay;
}

/** A customer's membership: where they stand and how they got there. Plain data; `events` alone rebuilds it. */
export interface VipMembership {
  readonly state: VipState;
  /** In the order in which they happened. */
  readonly events: readonly VipEvent[];
}

/** The state machine's transitions, by the event that makes them. */
export type VipEventKind = VipEvent['kind'];
/** The kinds of command of the VIP flow. */
export type VipCommandKind = VipCommand['kind'];
