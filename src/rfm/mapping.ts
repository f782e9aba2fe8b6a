/** How a host's rows are to be read as orders, as data: nothing about a file is guessed. */
import type { NumberStyle } from '../foundation/decimal.js';
import type { Currency, Rounding } from '../foundation/money.js';

/** How times are written. */
export type DateForm =
  /** ISO 8601 / RFC 3339: `2011-12-09`, `2011-12-09T12:50`, `…:30.250`, with `Z`, `±hh:mm` or, in local time, without. */
  | { readonly kind: 'iso' }
  /** Milliseconds or seconds since 1970-01-01T00:00Z. */
  | { readonly kind: 'epoch'; readonly unit: 'milliseconds' | 'seconds' }
  /**
   * Local time by pattern: `yyyy`, `MM` or `M`, `dd` or `d`, `HH` or `H`, `mm`, `ss` (Unicode date field
   * symbols), everything else literal, e.g. `'dd/MM/yyyy HH:mm'`.
   */
  | { readonly kind: 'pattern'; readonly pattern: string };

/** What happens to rows that are not plain orders. `'refuse'` rejects with a reason; `'ignore'` leaves out and counts. */
export interface OrderPolicies {
  /**
   * Returns and cancellations. `'net'` (default): they lower the customer's total without being orders.
   * `'negativeOrder'`: they are orders with a negative amount.
   */
  readonly returns: 'net' | 'negativeOrder' | 'ignore' | 'refuse';
  /** Orders whose total is zero. Default `'keep'`. */
  readonly zeroAmounts: 'keep' | 'ignore' | 'refuse';
  /** Orders of one customer on one civil day: `'keep'` apart (default) or `'merge'` into the day's first. */
  readonly sameDay: 'keep' | 'merge';
  /** Rows equal to an earlier row in every column. Default `'keep'`; the others need memory for every row. */
  readonly duplicateRows: 'keep' | 'ignore' | 'refuse';
  /**
   * An order id seen before, where each row is an order. `'refuse'` (default) rejects the later row; `'first'`
   * and `'last'` keep one and ignore the others; `'sum'` adds them up; `'separate'` makes each an order. A row that is
   * refused or ignored for its amount claims no id.
   */
  readonly repeatedIds: 'refuse' | 'first' | 'last' | 'sum' | 'separate';
  /**
   * Orders of which a line was refused. `'keep'` (default): they stay, with the amount of the other lines, so that a
   * bad row never changes what good ones give; `ParsedOrders.partialOrders` counts them. `'refuse'` rejects their
   * other lines too. A repeated row that `duplicateRows` refuses is no loss.
   */
  readonly partialOrders: 'keep' | 'refuse';
  /** Rows without a customer id. Default `'refuse'`. `'guest'`: each such order is a customer of its own, `guest:<order id>`. */
  readonly missingCustomer: 'refuse' | 'ignore' | 'guest';
  /** Orders after `asOf`. Default `'refuse'`. */
  readonly afterAsOf: 'refuse' | 'ignore';
}

/** How returns show in the rows; every way that is present counts. */
export interface ReturnSigns {
  /** Order ids that start so, e.g. `'C'`. */
  readonly idPrefix?: string;
  /**
   * Values of the status column on rows that are returns. A status that strikes out the original order in place
   * (cancelled before payment) belongs in `statuses.ignored` instead.
   */
  readonly statuses?: readonly string[];
  /**
   * The sign of amounts on rows marked by `idPrefix` or `statuses`: `'negative'` (default), or `'positive'`,
   * which is then turned round. The other sign is a problem.
   */
  readonly amounts: 'negative' | 'positive';
  /** An order whose total is below zero. Default `'return'`; `'order'` leaves it an order. */
  readonly negativeTotal: 'return' | 'order';
}

/** How rows become orders. */
export interface OrderMapping {
  readonly format: 'order-mapping@1';
  /** Whether a row is a whole order, or one line of an order; lines are grouped by order id, wherever they stand. */
  readonly rows: 'orders' | 'lines';
  /** The rows' property names (the file's column names). */
  readonly columns: {
    /** Needed where rows are lines and for `returns.idPrefix`. Absent: every row is an order with its row number as id (`#17`). */
    readonly orderId?: string;
    readonly customerId: string;
    /** When it was ordered. The order's time is that of its earliest line. */
    readonly at: string;
    /** The row's amount; or `unitPrice` and `quantity`, whose product it is. */
    readonly amount?: string;
    readonly unitPrice?: string;
    readonly quantity?: string;
    readonly status?: string;
    /** Every row must then be in `currency`; another is a problem, never converted. */
    readonly currency?: string;
  };
  /**
   * How numbers are written in text cells; cells that already are numbers need no form. Without `group` nothing
   * may stand between digits, so that `"1,234"` is a problem and not a guess.
   */
  readonly numbers: NumberStyle;
  readonly dates: DateForm;
  /** IANA zone of local times, and of the days of `sameDay`. */
  readonly zone: string;
  /** A local time that a clock change repeats: the `'earlier'` or the `'later'` instant, or `'refuse'`. Default `'earlier'`. */
  readonly repeatedTimes: 'earlier' | 'later' | 'refuse';
  /** A local time that a clock change skips: `'later'` moves it on by the length of the gap. Default `'later'`. */
  readonly skippedTimes: 'later' | 'refuse';
  readonly currency: Currency;
  /**
   * What the cells of `amount` and `unitPrice` count: `'major'` (default), so that `19.99` is 1999 where the currency
   * has two decimals, or `'minor'`, for sources that give cents: `1999` is 1999.
   */
  readonly amountsIn: 'major' | 'minor';
  /** Where an amount has more decimals than the unit holds. Default `'exact'`: that is a problem. */
  readonly rounding: Rounding;
  /** Decimals a quantity may have; `Order.units` is held in that unit. 0 to 6, default 0. */
  readonly quantityDecimals: number;
  /** Cells that mean "no value", after trimming. Default `['']`. */
  readonly blanks: readonly string[];
  /** With a status column: which values count, and which are left out. Any other value is a problem. */
  readonly statuses?: { readonly counted: readonly string[]; readonly ignored: readonly string[] };
  readonly returns: ReturnSigns;
  readonly policies: OrderPolicies;
  /** Columns whose contents are masked in problems and by `maskRow`, mapped or not. Default none. */
  readonly personal: readonly string[];
}

/** An {@link OrderMapping} as written in code: what has a default may be left out. */
export type OrderMappingInput = Pick<OrderMapping, 'rows' | 'columns' | 'zone' | 'currency'> &
  Partial<Omit<OrderMapping, 'format' | 'returns' | 'policies'>> & {
    readonly returns?: Partial<ReturnSigns>;
    readonly policies?: Partial<OrderPolicies>;
  };
