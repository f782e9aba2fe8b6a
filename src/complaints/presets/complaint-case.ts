/** The types of complaints: what is known of a case in each state, and what can be told to it. */
import type { CaseCommand, CaseEvent, CaseSnapshot } from '../workflow/case.js';
import type { ComplaintData, Remedy } from './complaint-data.js';

export type { ComplaintData, Remedy, Requester } from './complaint-data.js';

/** The name of a command or timer. */
export type ComplaintCommandType = keyof ComplaintData;

/** What can be told to a complaint, by `type`. */
export type ComplaintCommand = {
  readonly [Type in ComplaintCommandType]: CaseCommand<Type, Plain<ComplaintData[Type]>>;
}[ComplaintCommandType];

/** What happened to a complaint, by `type`. */
export type ComplaintEvent = {
  readonly [Type in ComplaintCommandType]: CaseEvent<Type, Plain<ComplaintData[Type]>>;
}[ComplaintCommandType];

/** As a type that any key of a text may be asked of, which an interface is not. */
type Plain<T> = { readonly [K in keyof T]: T[K] };

/** What a command wrote into the record: its data, when, and by whom. */
type From<Type extends ComplaintCommandType> = Plain<ComplaintData[Type] & Pick<CaseEvent, 'at' | 'by'>>;

/** Everything that the record of a complaint may hold, by slot. */
export interface ComplaintRecord {
  readonly complaint: From<'RECEIVE'>;
  readonly acknowledgement: From<'ACKNOWLEDGE'>;
  readonly assessment: From<'ASSESS'>;
  readonly outOfScope: From<'ASSESS'> | From<'FORWARD'>;
  readonly merge: From<'MARK_DUPLICATE'>;
  readonly withdrawal: From<'WITHDRAW'>;
  readonly updates: readonly From<'SEND_UPDATE'>[];
  readonly questions: From<'ASK_CUSTOMER'>;
  readonly enquiry: From<'ASK_THIRD_PARTY'>;
  readonly evidence: readonly (
    | From<'CUSTOMER_REPLIED'>
    | From<'THIRD_PARTY_REPLIED'>
    | From<'NEW_EVIDENCE'>
  )[];
  readonly findings: From<'CONCLUDE'>;
  readonly forwarded: readonly From<'FORWARD'>[];
  readonly owners: readonly string[];
  readonly proposal: From<'PROPOSE'>;
  /** What is promised as it stands: by the last proposal, settlement or award. */
  readonly remedies: readonly Remedy[];
  /** Of the last proposal, like the decision, the acceptance and what was fulfilled. */
  readonly approval: From<'APPROVE'>;
  readonly objections: readonly From<'REFUSE_APPROVAL'>[];
  readonly decision: From<'SEND_DECISION'>;
  readonly acceptance: From<'ACCEPT'> | From<'ACCEPT_LATE'>;
  readonly refusals: readonly From<'DECLINE'>[];
  readonly moves: readonly (From<'CHANGE_PERSON'> | From<'CHANGE_TIME'> | From<'CHANGE_PLACE'>)[];
  /** Of the remedies as they stand: a new promise begins with none. */
  readonly fulfilled: readonly From<'FULFIL'>[];
  readonly survey: From<'SURVEY'>;
  readonly reopenings: readonly From<'REOPEN'>[];
  readonly appeals: readonly From<'APPEAL_SCOPE'>[];
  readonly referral: From<'REFER_EXTERNAL'>;
  readonly externalDecision: From<'EXTERNAL_DECISION'>;
  readonly settlement: From<'SETTLE'>;
  readonly retention: From<'TIMER_REOPEN_WINDOW'> | From<'TIMER_REFERRAL_WINDOW'> | From<'TIMER_RETENTION'>;
}

type Slot = keyof ComplaintRecord;

/** The slots that are sure to be there in each state; `complaint` is in all. */
interface Held {
  readonly received: never;
  readonly investigating: never;
  readonly awaitingCustomer: 'questions';
  readonly awaitingThirdParty: 'enquiry';
  readonly proposing: never;
  readonly awaitingApproval: 'proposal' | 'remedies';
  readonly decisionReady: 'proposal' | 'remedies';
  readonly offered: 'proposal' | 'remedies' | 'decision';
  readonly escalated: 'remedies';
  readonly fulfilling: 'remedies';
  readonly verifying: 'remedies';
  readonly resolved: 'remedies';
  readonly closedFinal: never;
  readonly withdrawn: 'withdrawal';
  readonly merged: 'merge';
  readonly declinedScope: 'outOfScope';
  readonly external: 'referral';
  readonly externalClosed: 'referral' | 'externalDecision';
  readonly archived: never;
}

/** A state of a complaint. */
export type ComplaintState = keyof Held;

type RecordWith<Sure extends Slot> = Plain<
  Pick<ComplaintRecord, 'complaint' | Sure> & Partial<Omit<ComplaintRecord, 'complaint' | Sure>>
>;

/** A complaint in one state. */
export type ComplaintIn<State extends ComplaintState> = CaseSnapshot<State, RecordWith<Held[State]>>;

/**
 * A complaint: look at `state` and the compiler knows what the record holds, so that an offered case has its decision and a
 * fulfilling one its remedies.
 *
 * @example
 * ```ts
 * import type { ComplaintCase } from 'clientele/complaints';
 *
 * const answerDue = (one: ComplaintCase): number | undefined =>
 *   one.state === 'offered' ? one.record.decision.acceptBy : undefined;
 *
 * typeof answerDue; // => 'function'
 * ```
 */
export type ComplaintCase = { readonly [State in ComplaintState]: ComplaintIn<State> }[ComplaintState];

/** What the host brings along with a command where the workflow asks for it. */
export interface ComplaintContext {
  readonly primaryOpen?: boolean;
  readonly wouldCycle?: boolean;
  readonly primaryNotArchived?: boolean;
  readonly withinAuthority?: boolean;
  readonly conflictOfInterest?: boolean;
  readonly lettersComplete?: boolean;
  readonly referralOpen?: boolean;
  readonly withinReferralWindow?: boolean;
  readonly withinReopenWindow?: boolean;
  readonly offerStillOpen?: boolean;
  readonly capaDone?: boolean;
}
