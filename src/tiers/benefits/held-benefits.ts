/** What a member holds on a date, as data. */
import type { Statement } from '../../foundation/statement.js';
import type { Benefit } from '../benefit.js';
import type { MembershipTerm } from './membership-term.js';
import type { VoucherState } from './voucher.js';

/** A benefit on a date. */
export interface HeldBenefit {
  readonly benefit: Benefit;
  /** Whether the host has to find out if it can be given. */
  readonly availability: 'grantable' | 'subjectToAvailability';
  /** Vouchers only. */
  readonly voucher?: VoucherState;
}

/** What a member holds on a date, and by which term. */
export interface HeldBenefits {
  readonly term: MembershipTerm;
  /** The civil day in the policy's zone, `yyyy-MM-dd`. */
  readonly day: string;
  readonly benefits: readonly HeldBenefit[];
  readonly statements: readonly Statement[];
}
