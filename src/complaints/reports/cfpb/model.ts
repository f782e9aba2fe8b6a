/** A complaint as the US Consumer Financial Protection Bureau publishes it, and the files it publishes them in. */

/** What the company answered. */
export type CfpbResponse =
  | 'monetaryRelief'
  | 'nonMonetaryRelief'
  | 'explanation'
  | 'closed'
  | 'inProgress'
  /** No answer in time, and none since. */
  | 'untimely';

/**
 * What a row says that is odd but possible:
 *
 * - `sentBeforeReceived`: sent to the company before the bureau received it. Where a case is made of the row, it
 *   counts as sent on the day of receipt, because a log does not go backwards; the day itself is kept.
 * - `routedAfter15Days`: sent to the company more than 15 days after receipt.
 * - `disputedBeforeResponse`: it says whether the consumer disputed a response that had not been given.
 */
export type CfpbFlag = 'sentBeforeReceived' | 'routedAfter15Days' | 'disputedBeforeResponse';

/** A published complaint. What a file does not have, or has blank, is left out. */
export interface CfpbComplaint {
  /** The published id; `row-17` where the file has none. */
  readonly id: string;
  /** Civil days, `yyyy-MM-dd`. */
  readonly receivedOn: string;
  readonly sentOn: string;
  readonly product: string;
  readonly subProduct?: string;
  readonly issue?: string;
  readonly subIssue?: string;
  readonly narrative?: string;
  readonly publicResponse?: string;
  readonly company?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly tags?: string;
  readonly consent?: string;
  readonly submittedVia?: string;
  readonly response?: CfpbResponse;
  readonly timely?: boolean;
  /** `notAsked`: consumers are no longer asked (`N/A`). */
  readonly disputed?: 'yes' | 'no' | 'notAsked';
  readonly eventTag?: string;
  readonly flags: readonly CfpbFlag[];
}

/** A column of the published files, by what it holds. */
export type CfpbField = Exclude<keyof CfpbComplaint, 'flags'>;

/**
 * How a file of complaints is written, as data: a file with other headings, days or words is read with a dialect of its
 * own.
 */
export interface CfpbDialect {
  readonly name: string;
  /** The heading of each field that the file has. */
  readonly columns: Readonly<Record<'receivedOn' | 'sentOn' | 'product', string>> &
    Readonly<Partial<Record<CfpbField, string>>>;
  /** How days are written: `yyyy`, `yy` (20yy), `MM`, `M`, `dd`, `d` and what stands between them, e.g. `'M/d/yyyy'`. */
  readonly days: string;
  readonly timely: Readonly<Record<'yes' | 'no', string>>;
  readonly disputed: Readonly<Record<'yes' | 'no' | 'notAsked', string>>;
  readonly responses: Readonly<Record<CfpbResponse, string>>;
}
