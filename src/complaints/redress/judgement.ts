/** What a redress policy is asked, and what it answers. */
import type { Statement } from '../../foundation/statement.js';
import type { Remedy } from '../presets/complaint-case.js';
import type { Actor } from '../workflow/case.js';
import type { RedressLedger } from './ledger.js';
import type { LookBack } from './model.js';

/** What is asked of a redress policy. */
export interface RedressQuestion {
  /** What is to be promised, with the price that was paid for what went wrong. Amounts in minor units. */
  readonly proposal: {
    readonly remedies: readonly Remedy[];
    readonly pricePaid?: number;
    /** Why the cap may be passed. */
    readonly override?: string;
  };
  readonly actor: Actor;
  /** Who proposed it, where `actor` approves: the same person may not. */
  readonly proposedBy?: string;
  /** Of this case so far; what is proposed replaces what is not paid in it, and comes on top of what is. */
  readonly ledger?: RedressLedger;
  /** Of the customer's other cases. */
  readonly customerLedger?: RedressLedger;
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/** Why somebody may not decide alone. Amounts in minor units of `currency`. */
export type RedressReason =
  /** The role is in no authority of the policy. */
  | { readonly kind: 'noAuthority'; readonly role: string }
  | { readonly kind: 'perCase'; readonly role: string; readonly amount: number; readonly limit: number }
  | {
      readonly kind: 'perCustomer';
      readonly role: string;
      readonly amount: number;
      readonly limit: number;
      readonly within: LookBack;
    }
  /** The customer was promised something in another currency, which cannot be added up. */
  | { readonly kind: 'otherCurrency'; readonly role: string; readonly found: string }
  | { readonly kind: 'fourEyes'; readonly amount: number; readonly from: number }
  | { readonly kind: 'ownProposal'; readonly person: string }
  | {
      readonly kind: 'overCap';
      readonly amount: number;
      readonly pricePaid: number;
      readonly percentOfPrice: number;
    };

/** A judgement with everything that it rests on. */
export interface RedressJudgement {
  /** Whether the actor may decide it alone; as an approver: may approve it. */
  readonly allowed: boolean;
  readonly reasons: readonly RedressReason[];
  /** Roles that could approve it, the lowest first. None where the cap is passed without a reason: nobody may. */
  readonly approvers: readonly string[];
  /** Left out where nothing is counted in money. */
  readonly currency?: string;
  /** In this case: proposed now, and paid before. */
  readonly inCase: number;
  /** With the customer's other cases, as far as the actor's authority looks back; the case alone where it does not. */
  readonly withCustomer: number;
  /** `priceUnknown`: the cap could not be asked about. */
  readonly cap: 'kept' | 'passed' | 'overridden' | 'priceUnknown' | 'none';
  readonly statements: readonly Statement[];
}
