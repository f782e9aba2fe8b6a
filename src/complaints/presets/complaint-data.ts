/** What the commands of complaints carry. */

/** Something promised to the customer; `amount` in minor units of `currency`. */
export interface Remedy {
  /** Unique in its case, over all hearings. */
  readonly id: string;
  readonly kind: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly basis: string;
}

/** Who asks for a withdrawal, a reopening and the like. */
export type Requester = 'complainant' | 'authorised' | 'company' | 'other';

interface Replied {
  readonly content: string;
  readonly receivedAt: number;
}

interface Timer {
  readonly dueAt?: number;
}

interface Kept extends Timer {
  readonly retentionUntil: number;
}

/** The data of each command and timer. What only some states ask for is optional here and checked by `decide`. */
export interface ComplaintData {
  readonly RECEIVE: {
    readonly receivedAt: number;
    readonly channel: string;
    readonly complainant: string;
    readonly authority?: string;
    readonly product: string;
    readonly incidentAt: number;
    /** When the complainant became aware of cause to complain, or ought reasonably to have; left out where nobody knows. */
    readonly awareAt?: number;
    /** The day on which the contract complained about ends, `yyyy-MM-dd`; it may lie ahead. */
    readonly contractEndsOn?: string;
    readonly description: string;
    readonly desiredRemedy: string;
    readonly vulnerability?: string;
    readonly aboutPersons?: readonly string[];
  };
  readonly ACKNOWLEDGE: {
    readonly channel: string;
    readonly handler: string;
    readonly nextUpdateBy: number;
    readonly statementOfTimeLimits: string;
  };
  readonly ASSESS: {
    readonly isComplaint: boolean;
    readonly eligible: boolean;
    readonly inScope: boolean;
    readonly resolvableNow: boolean;
    readonly severity?: 'low' | 'medium' | 'high' | 'critical';
    readonly safety?: boolean;
    readonly complexity?: 'simple' | 'normal' | 'complex';
    readonly impact?: 'one' | 'several' | 'systemic';
    readonly immediateAction?: boolean;
    readonly category?: string;
    readonly policyPackId?: string;
    readonly owner?: string;
    readonly reasonCode?: string;
    readonly signpostedBody?: string;
    readonly noticeSentAt?: number;
  };
  readonly MARK_DUPLICATE: {
    readonly primaryId: string;
    readonly matchBasis: string;
    readonly confirmedBy: string;
  };
  readonly WITHDRAW: {
    readonly requestedBy: Requester;
    readonly reason: string;
    readonly evidenceOfWithdrawal?: string;
  };
  readonly SEND_UPDATE: {
    readonly progress: string;
    readonly nextUpdateBy: number;
    readonly holding?: boolean;
    /** Of an extension that a rule allows only with approval. */
    readonly approvedBy?: string;
    /** Of a response that says "not yet": where the complainant may turn now. */
    readonly referralRights?: string;
  };
  readonly ASK_CUSTOMER: {
    readonly questions: readonly string[];
    readonly dueBy: number;
    readonly channel: string;
  };
  readonly ASK_THIRD_PARTY: {
    readonly party: string;
    readonly purpose: string;
    readonly statutoryPauseBasis?: string;
  };
  readonly CUSTOMER_REPLIED: Replied;
  readonly THIRD_PARTY_REPLIED: Replied;
  readonly CONCLUDE: {
    readonly findings: string;
    readonly evidence: readonly string[];
    readonly upheld: 'yes' | 'partly' | 'no';
    readonly causeCode: string;
    readonly rootCauseHypothesis: string;
  };
  readonly FORWARD: {
    readonly extent: 'whole' | 'part';
    readonly otherRespondentResponsible?: boolean;
    readonly toRespondent: string;
    readonly part?: string;
    readonly letterAt: number;
    readonly reasons?: string;
  };
  readonly NEW_EVIDENCE: { readonly evidence: string; readonly remedyFailed?: boolean };
  readonly PROPOSE: {
    readonly remedies: readonly Remedy[];
    readonly reasons: string;
    readonly justiceIntent: readonly ('distributive' | 'procedural' | 'interactional')[];
    readonly approverRole?: string;
    readonly slaDueAt?: number;
  };
  readonly APPROVE: { readonly approver: string; readonly conditions: readonly string[] };
  readonly REFUSE_APPROVAL: { readonly approver: string; readonly reason: string };
  readonly SEND_DECISION: {
    readonly kind: 'summary' | 'final' | 'redressOffer';
    readonly decision: string;
    readonly reasons: string;
    readonly referralRights: string;
    readonly acceptBy: number;
    readonly waiveTimeLimits?: boolean;
    readonly irrevocable?: boolean;
  };
  readonly ACCEPT: { readonly acceptedAt: number; readonly form?: 'oral' | 'written' };
  readonly DECLINE: { readonly reason: string; readonly whatWouldSatisfy?: string };
  readonly CHANGE_PERSON: { readonly newOwner: string; readonly tier: number; readonly handover: string };
  readonly CHANGE_TIME: { readonly appointmentAt: number; readonly coolingOffUntil: number };
  readonly CHANGE_PLACE: {
    readonly placeOrChannel: 'privateRoom' | 'phone' | 'video' | 'visit' | 'mediator';
  };
  readonly FULFIL: {
    readonly remedyId: string;
    readonly proof: string;
    readonly amountPaid?: number;
    readonly paidAt?: number;
  };
  /** Scores from 1 to 5. */
  readonly SURVEY: {
    readonly overall: number;
    readonly distributive: number;
    readonly procedural: number;
    readonly interactional: number;
    readonly verbatim: string;
  };
  readonly REOPEN: {
    readonly requestedBy?: Requester;
    readonly reason?: string;
    readonly newEvidence?: readonly string[];
    readonly clockPolicy?: 'resume' | 'restart' | 'fresh';
  };
  readonly ACCEPT_LATE: { readonly acceptedAt: number };
  readonly UNMERGE: { readonly requestedBy: Requester; readonly reason: string };
  readonly PRIMARY_ARCHIVED: { readonly primaryId: string; readonly outcomeCopied: boolean };
  readonly APPEAL_SCOPE: { readonly reason: string };
  readonly REFER_EXTERNAL: {
    readonly body: string;
    readonly ref: string;
    readonly requestedBy?: Requester;
  };
  readonly EXTERNAL_DECISION: {
    readonly remedyDue: boolean;
    readonly outcome: string;
    readonly award?: readonly Remedy[];
    readonly binding?: boolean;
    readonly dueBy?: number;
  };
  readonly EXTERNAL_WITHDRAWN: { readonly requestedBy: Requester };
  readonly SETTLE: { readonly terms: string; readonly remedies: readonly Remedy[] };
  readonly TIMER_ASSESS: Timer;
  readonly TIMER_UPDATE: Timer;
  readonly TIMER_RESPONSE: Timer;
  readonly TIMER_CUSTOMER_WAIT: Timer;
  readonly TIMER_THIRD_PARTY_WAIT: Timer;
  readonly TIMER_APPROVAL: Timer;
  readonly TIMER_OFFER: Timer;
  readonly TIMER_ESCALATION: Timer;
  readonly TIMER_FULFIL: Timer;
  readonly TIMER_VERIFY: Timer;
  readonly TIMER_REOPEN_WINDOW: Timer & Partial<Kept>;
  readonly TIMER_REFERRAL_WINDOW: Kept;
  readonly TIMER_EXTERNAL_CHASE: Timer;
  readonly TIMER_RETENTION: Kept;
}
