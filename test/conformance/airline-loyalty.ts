/** Members and monthly flights of the airline data set as members of a tier programme. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Problem, QualifyingActivity, TierMember } from 'clientele/tiers';
import { parse } from 'csv-parse/sync';
import { dayNumber, zoneClock } from '../../src/foundation/civil.js';
import { sharedPath } from '../shared.js';

export const ZONE = 'America/Toronto';
const clock = zoneClock(ZONE);

/**
 * What becomes of two rows of one member and month: `'addUp'` makes one activity of both; `'keepFirst'` refuses the
 * later row; `'refuse'` refuses both, because nobody can say which is right.
 */
export type RepeatedMonths = 'addUp' | 'keepFirst' | 'refuse';

/** A row that is not part of any activity, counted from 1, without the header. */
export interface RejectedRow {
  readonly row: number;
  readonly reason: 'unknownMember' | 'repeatedMonth' | 'notAMonth' | 'notAQuantity' | Problem['code'];
}

export interface Loaded {
  readonly members: readonly TierMember[];
  /** The rows behind each activity, by its id. */
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
  readonly rejected: readonly RejectedRow[];
  readonly rows: number;
}

export type Row = Readonly<Record<string, string>>;

export function airlineRows(file: 'members' | 'flight-activity'): readonly Row[] {
  const text = gunzipSync(readFileSync(sharedPath('data', 'airline-loyalty', `${file}.csv.gz`))).toString(
    'utf8',
  );
  return parse(text, { bom: true, columns: true, skip_empty_lines: true });
}

/** The first instant of a month in the airline's zone. */
export function monthStart(year: number, month: number): number {
  return clock.startOf(dayNumber({ year, month, day: 1 }));
}

const QUANTITIES = { points: 'Points Accumulated', distance: 'Distance', flights: 'Total Flights' } as const;
export type Quantity = keyof typeof QUANTITIES;

/** Points have two decimals, the others none. */
const FORM = /^\d+(\.\d{1,2})?$/;

/** Each month is one activity at its first instant; the month of enrolment counts from its start. */
export function loadAirline(
  memberRows: readonly Row[],
  flightRows: readonly Row[],
  repeatedMonths: RepeatedMonths,
): Loaded {
  const logs = new Map(memberRows.map((row) => [row['Loyalty Number'] ?? '', new Map<string, Month>()]));
  const rejected: RejectedRow[] = [];
  flightRows.forEach((cells, i) => {
    const row = i + 1;
    const months = logs.get(cells['Loyalty Number'] ?? '');
    const read = months === undefined ? 'unknownMember' : monthOf(cells, row);
    if (months === undefined || typeof read === 'string') {
      rejected.push({ row, reason: read as RejectedRow['reason'] });
      return;
    }
    const before = months.get(read.id);
    if (before === undefined) months.set(read.id, read);
    else if (repeatedMonths === 'keepFirst') rejected.push({ row, reason: 'repeatedMonth' });
    else months.set(read.id, together(before, read));
  });
  if (repeatedMonths === 'refuse') {
    for (const months of logs.values())
      for (const { id, rows } of months.values()) {
        if (rows.length === 1) continue;
        rejected.push(...rows.map((row) => ({ row, reason: 'repeatedMonth' })));
        months.delete(id);
      }
  }
  const rowsOf = new Map<string, readonly number[]>();
  const members = memberRows.map((row): TierMember => {
    const memberId = row['Loyalty Number'] ?? '';
    const months = [...(logs.get(memberId)?.values() ?? [])];
    for (const { id, rows } of months) rowsOf.set(`${memberId} ${id}`, rows);
    return {
      memberId,
      enrolledAt: monthStart(Number(row['Enrollment Year']), Number(row['Enrollment Month'])),
      log: months.map(({ id, at, hundredths }): QualifyingActivity => {
        const values = Object.fromEntries(
          Object.entries(hundredths).map(([name, value]) => [name, value / 100]),
        );
        return { kind: 'activity', id, at, type: 'month', values };
      }),
    };
  });
  return { members, rowsOf, rejected, rows: flightRows.length };
}

interface Month {
  readonly id: string;
  readonly at: number;
  readonly hundredths: Readonly<Record<Quantity, number>>;
  readonly rows: readonly number[];
}

function monthOf(cells: Row, row: number): Month | RejectedRow['reason'] {
  const [year, month] = [Number(cells['Year']), Number(cells['Month'])];
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12) return 'notAMonth';
  const texts = Object.entries(QUANTITIES).map(([name, column]) => [name, cells[column] ?? ''] as const);
  if (texts.some(([, text]) => !FORM.test(text))) return 'notAQuantity';
  const hundredths = Object.fromEntries(texts.map(([name, text]) => [name, hundredthsOf(text)]));
  return {
    id: `${year}-${String(month).padStart(2, '0')}`,
    at: monthStart(year, month),
    hundredths: hundredths as Record<Quantity, number>,
    rows: [row],
  };
}

/** Exact: by digits, not by multiplication. */
export function hundredthsOf(text: string): number {
  const [whole = '', fraction = ''] = text.split('.');
  return Number(whole + fraction.padEnd(2, '0'));
}

function together(a: Month, b: Month): Month {
  const sum = (name: Quantity): number => a.hundredths[name] + b.hundredths[name];
  const hundredths = { points: sum('points'), distance: sum('distance'), flights: sum('flights') };
  return { ...a, hundredths, rows: [...a.rows, ...b.rows] };
}
