/** The figures of a complaints return to the UK's Financial Conduct Authority. */
import type { CompiledCalendar } from '../../calendar/index.js';
import { problem } from '../../foundation/make-problem.js';
import { optionProblems } from '../../foundation/options.js';
import { left, type Result, right } from '../../foundation/result.js';
import { calendarProblem } from '../clocks/limit.js';
import { textIn } from '../log/read-data.js';
import { redressLedger } from '../redress/ledger.js';
import { classifyOutcome } from '../redress/outcome.js';
import type { CaseEvent } from '../workflow/case.js';
import { type Columns, columnOf, columnsOf, type DispBucket } from './disp-columns.js';
import { type Turn, turnsOf } from './life.js';
import { isWithin, type ReportPeriod, type Span, spanOf } from './period.js';
import { type RejectedLog, readLogs } from './read-logs.js';

/** What the return is made with. */
export interface DispReturnOptions extends ReportPeriod {
  /** Business days for the limit of three; its zone says where days turn. */
  readonly calendar: CompiledCalendar;
  /**
   * - `'3 business days, 8 weeks'` (default): closed within three business days, within eight weeks, later.
   * - `'4 weeks, 8 weeks'`: the older form.
   * - your own columns, the shortest limit first.
   */
  readonly form?: '3 business days, 8 weeks' | '4 weeks, 8 weeks' | readonly DispBucket[];
  /** Left out: no rows besides the total. `'category'` is that of the assessment. */
  readonly by?: 'product' | 'category';
}

/**
 * One row of the return.
 *
 * `outstandingAtStart + received + reopened = closed + ended + outstandingAtEnd`, and
 * `closed = sum of within + later + undated = upheld + rejected + undetermined`.
 */
export interface DispRow {
  readonly outstandingAtStart: number;
  readonly received: number;
  readonly reopened: number;
  readonly closed: number;
  /** Each closed complaint in the first column whose limit it keeps. */
  readonly within: readonly { readonly name: string; readonly closed: number }[];
  /** Closed after all limits. */
  readonly later: number;
  /** Closed, and the calendar does not know the days of a limit. */
  readonly undated: number;
  readonly upheld: number;
  readonly rejected: number;
  readonly undetermined: number;
  /** Over without an answer of ours: withdrawn, merged, forwarded or out of scope, decided elsewhere. */
  readonly ended: number;
  readonly outstandingAtEnd: number;
  /** Paid in the period by currency, minor units: with distress, goodwill, interest, waived excess. */
  readonly redressPaid: Readonly<Record<string, number>>;
}

/** A return. `cases + rejected.length` is the number of logs. */
export interface DispReturn {
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  readonly cases: number;
  readonly total: DispRow;
  /** By product or category; complaints without one under `''`. Their rows add up to the total. */
  readonly groups: readonly { readonly name: string; readonly row: DispRow }[];
  /** Logs that are none, second logs of a case, and those whose payments cannot be added up. */
  readonly rejected: readonly RejectedLog[];
}

/**
 * The figures of a complaints return over a period (DISP 1.10): received, closed by how long it took, upheld and
 * rejected, outstanding at both ends, redress paid.
 *
 * A complaint is closed by its final answer, or by the customer's acceptance of any other, a summary too (1.10.7R); one whose
 * summary nobody has accepted is outstanding, however long it is silent, as its final response is owed. It is
 * counted with what had been concluded by then: partly upheld, or redress without a decision, is upheld; rejected with
 * goodwill is rejected (see `classifyOutcome`). One that is reopened and answered again is closed twice, and its reopening
 * stands in a column of its own, so that the balance holds. Time is counted from the day of receipt, which is not counted.
 * It is a sum of figures, not the form itself: groups of products and vulnerability are the host's.
 *
 * A problem: days of the period that are none, a calendar that is not compiled, an unknown grouping, a form that there is not. A log whose payments cannot be added up is rejected with its problems.
 *
 * @example
 * ```ts
 * import { compileCalendar, englandAndWalesBusinessCalendar } from 'clientele/calendar';
 * import { dispReturn, orThrow } from 'clientele/complaints';
 *
 * const calendar = compileCalendar(englandAndWalesBusinessCalendar());
 *
 * orThrow(dispReturn([], { from: '2026-01-01', until: '2026-07-01', calendar })).total.within;
 * // => [{ name: '3 business days', closed: 0 }, { name: '8 weeks', closed: 0 }]
 * ```
 */
export function dispReturn(
  logs: readonly (readonly CaseEvent[])[],
  options: DispReturnOptions,
): Result<DispReturn> {
  const malformed = optionProblems(options, OPTIONS);
  if (malformed !== undefined) return left(...malformed);
  const { from, until, calendar, form = '3 business days, 8 weeks', by } = options;
  const compiled = calendarProblem(calendar, ['calendar']);
  if (compiled !== undefined) return left(compiled);
  if (by !== undefined && by !== 'product' && by !== 'category')
    return left(problem('notOneOf', ['by'], { kind: 'oneOf', values: ['product', 'category'] }, by));
  const { zone } = calendar.clock;
  const span = spanOf({ from, until }, zone);
  if (span._tag === 'Left') return span;
  const columns = columnsOf(form);
  if (columns._tag === 'Left') return columns;
  const buckets = columns.right;
  const total = new Row(buckets);
  const groups = new Map<string, Row>();
  const { accepted, rejected: unread } = readLogs(logs);
  const rejected = [...unread];
  for (const log of accepted) {
    const one = figuresOf(log, span.right, { calendar, buckets });
    if (one._tag === 'Left') {
      rejected.push({ caseId: log[0]?.caseId ?? '', problems: one.left });
      continue;
    }
    total.add(one.right);
    if (by === undefined) continue;
    const name = groupOf(log, by);
    const row = groups.get(name) ?? new Row(buckets);
    row.add(one.right);
    groups.set(name, row);
  }
  return right({
    from,
    until,
    zone,
    cases: accepted.length + unread.length - rejected.length,
    total: total.figures(),
    groups: [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, row]) => ({ name, row: row.figures() })),
    rejected,
  });
}

const OPTIONS: readonly (keyof DispReturnOptions)[] = ['from', 'until', 'calendar', 'form', 'by'];

function groupOf(log: readonly CaseEvent[], by: 'product' | 'category'): string {
  const event = by === 'product' ? log[0] : log.findLast(({ type }) => type === 'ASSESS');
  return textIn(event?.data ?? {}, by) ?? '';
}

/** What one case adds to a row. */
interface Figures {
  readonly counts: Readonly<Record<Count, number>>;
  /** By column. */
  readonly within: readonly number[];
  readonly redressPaid: Readonly<Record<string, number>>;
}

const COUNTS = [
  'outstandingAtStart',
  'received',
  'reopened',
  'closed',
  'later',
  'undated',
  'upheld',
  'rejected',
  'undetermined',
  'ended',
  'outstandingAtEnd',
] as const;
type Count = (typeof COUNTS)[number];

const noCounts = (): Record<Count, number> => ({
  outstandingAtStart: 0,
  received: 0,
  reopened: 0,
  closed: 0,
  later: 0,
  undated: 0,
  upheld: 0,
  rejected: 0,
  undetermined: 0,
  ended: 0,
  outstandingAtEnd: 0,
});

function figuresOf(log: readonly CaseEvent[], span: Span, columns: Columns): Result<Figures> {
  const redressPaid = paidWithin(log, span);
  if (redressPaid._tag === 'Left') return redressPaid;
  const counts = noCounts();
  const within = columns.buckets.map(() => 0);
  const turns = turnsOf(log);
  const receivedAt = turns[0]?.at ?? 0;
  if (isOpenAt(turns, span.from)) counts.outstandingAtStart = 1;
  if (isOpenAt(turns, span.until)) counts.outstandingAtEnd = 1;
  for (const { kind, at, index } of turns) {
    if (!isWithin(at, span)) continue;
    if (kind !== 'closed') {
      counts[kind === 'opened' ? 'received' : kind] += 1;
      continue;
    }
    counts.closed += 1;
    const column = columnOf(receivedAt, at, columns);
    if (typeof column === 'number') within[column] = (within[column] ?? 0) + 1;
    else counts[column] += 1;
    const outcome = classifyOutcome(log.slice(0, index + 1));
    if (outcome._tag === 'Left') return outcome;
    counts[outcome.right.verdict] += 1;
  }
  return right({ counts, within, redressPaid: redressPaid.right });
}

/** Whether the case is open when an instant begins; turns that are told late count from when they were. */
function isOpenAt(turns: readonly Turn[], at: number): boolean {
  const last = turns.findLast((turn) => turn.at < at);
  return last?.kind === 'opened' || last?.kind === 'reopened';
}

/** What was paid up to the end of the period and not before it. */
function paidWithin(
  log: readonly CaseEvent[],
  { from, until }: Span,
): Result<Readonly<Record<string, number>>> {
  const [before, after] = [from, until].map((end) => redressLedger([log.filter(({ at }) => at < end)]));
  if (before === undefined || after === undefined) return right({});
  if (before._tag === 'Left') return before;
  if (after._tag === 'Left') return after;
  const paid = Object.entries(after.right.totals).flatMap(([currency, totals]) => {
    const sum = totals.paid - (before.right.totals[currency]?.paid ?? 0);
    return sum === 0 ? [] : [[currency, sum] as const];
  });
  return right(Object.fromEntries(paid));
}

class Row {
  readonly #counts = noCounts();
  readonly #within: number[];
  readonly #paid: Record<string, number> = {};
  readonly #buckets: readonly DispBucket[];

  constructor(buckets: readonly DispBucket[]) {
    this.#buckets = buckets;
    this.#within = buckets.map(() => 0);
  }

  add({ counts, within, redressPaid }: Figures): void {
    for (const count of COUNTS) this.#counts[count] += counts[count];
    for (const [i, closed] of within.entries()) this.#within[i] = (this.#within[i] ?? 0) + closed;
    for (const [currency, paid] of Object.entries(redressPaid))
      this.#paid[currency] = (this.#paid[currency] ?? 0) + paid;
  }

  figures(): DispRow {
    const within = this.#buckets.map(({ name }, i) => ({ name, closed: this.#within[i] ?? 0 }));
    return { ...this.#counts, within, redressPaid: { ...this.#paid } };
  }
}
