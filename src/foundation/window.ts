/** Periods of evaluation, as data, and the half-open interval of instants that one means as of an instant. */

/**
 * The period a question looks at, always ending at or before `asOf`.
 *
 * - `all`: everything up to and including `asOf`.
 * - `rollingMonths`: the civil days from which at most `months` calendar months have passed by the civil
 *   day of `asOf` (a day plus `months`, clamped to the month's end, is not before it), up to `asOf`.
 * - `rollingDays`: the civil day of `asOf` and the `days` civil days before it, up to `asOf`.
 * - `calendarYear`: the civil year of `asOf` (or the named year) in the zone, up to `asOf`.
 * - `fixed`: civil days from `from` (inclusive) to `until` (exclusive), `yyyy-MM-dd`, up to `asOf`.
 */
export type Window =
  | { readonly kind: 'all' }
  | { readonly kind: 'rollingMonths'; readonly months: number }
  | { readonly kind: 'rollingDays'; readonly days: number }
  | { readonly kind: 'calendarYear'; readonly year?: number }
  | { readonly kind: 'fixed'; readonly from: string; readonly until: string };
