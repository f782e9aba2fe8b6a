/** Who may promise how much to a customer, as data. */
import type { Currency } from '../../foundation/money.js';
import type { Bilingual } from '../../foundation/statement.js';

/** Amounts in minor units by currency code. A currency that is not there: nothing at all. */
export type Amounts = Readonly<Record<string, number>>;

/** Civil days or calendar months that look back from the day of the question. */
export type LookBack = { readonly days: number } | { readonly months: number };

/** How much one role may promise on its own. */
export interface RedressAuthority {
  readonly role: string;
  /** What people call the role; left out: by the name that the desk's workflow gives it, or as it is. */
  readonly name?: Bilingual;
  readonly perCase: Amounts | 'unlimited';
  /** For all cases of one customer within a time, this one included. Left out: no such limit. */
  readonly perCustomer?: { readonly amounts: Amounts; readonly within: LookBack };
}

/** Limits of authority, four eyes and the cap on compensation. Stored as JSON. */
export interface RedressPolicy {
  readonly format: 'redress-policy@1';
  readonly name: string;
  readonly version: string;
  readonly title: Bilingual;
  /** Currencies in which something may be promised. Amounts in two of them are never added up. */
  readonly currencies: readonly Currency[];
  /** In the order in which somebody is asked: the lowest first. */
  readonly authorities: readonly RedressAuthority[];
  /** From this amount in a case on somebody else has to agree, whatever the authority. Left out: never for the amount alone. */
  readonly fourEyesFrom?: Amounts;
  /**
   * The most that a case may be given, in percent of the price paid; more needs a reason that is told. `source` says
   * where the figure comes from.
   */
  readonly cap: { readonly percentOfPrice: number; readonly source?: string } | 'none';
  /** Where the days turn that `within` counts: IANA name. */
  readonly zone: string;
}

/** A {@link RedressPolicy} as written in code; defaults: version `'1'`, a cap of 150 percent of the price paid. */
export type RedressPolicyInput = Omit<RedressPolicy, 'format' | 'version' | 'cap'> &
  Partial<Pick<RedressPolicy, 'format' | 'version' | 'cap'>>;
