/** Single cells of a row, read by the mapping's forms: ids, decimals and times, or a problem that names the column. */
import type { ZoneClock } from '../foundation/civil.js';
import { type Decimal, decimalOfNumber, decimalReader } from '../foundation/decimal.js';
import { isInstant, parseIso, patternReader, type WrittenTime } from '../foundation/instant.js';
import { type Expectation, type Problem, show } from '../foundation/problem.js';
import type { Words } from '../foundation/statement.js';
import type { OrderMapping } from './mapping.js';

/** What personal contents are replaced with. */
export const MASK = '•••';

/** A row of which nothing is known. */
export type Cells = Readonly<Record<string, unknown>>;

/** Reads cells of one row; what is wrong is added to the row's problems and the answer is `undefined`. */
export interface CellReader {
  /** Text or a whole number; `undefined` without a problem where the cell is blank. */
  id(row: Cells, column: string, problems: Problem[]): string | undefined;
  decimal(row: Cells, column: string, problems: Problem[]): Decimal | undefined;
  /** Epoch milliseconds. */
  time(row: Cells, column: string, problems: Problem[]): number | undefined;
  /** The cell itself, text trimmed; `undefined` where it is blank. */
  value(row: Cells, column: string): unknown;
  problem(column: string, code: string, expected: Expectation, found: unknown): Problem;
  /** The problem of a cell that is blank, or whose column the row does not have. */
  missing(row: Cells, column: string): Problem;
}

/** The cell reader of a mapping, whose zone is that of the clock. */
export function cellReader(mapping: OrderMapping, clock: ZoneClock): CellReader {
  // A cell without text holds no value, whatever else stands for none.
  const blanks = new Set(['', ...mapping.blanks]);
  const longestBlank = Math.max(...[...blanks].map((blank) => blank.length));
  const personal = new Set(mapping.personal);
  const parseDecimal = decimalReader(mapping.numbers);
  const dates = timeForm(mapping);

  function problem(column: string, code: string, expected: Expectation, found: unknown): Problem {
    const shown = found === undefined ? NOTHING : personal.has(column) ? MASK : show(found);
    return { code, path: [column], expected, found: shown };
  }

  function cell(row: Cells, column: string): unknown {
    const raw = Object.hasOwn(row, column) ? row[column] : undefined;
    if (raw === null || raw === undefined) return undefined;
    if (typeof raw === 'bigint') return String(raw);
    if (typeof raw !== 'string') return raw;
    const text = raw.trim();
    // Most texts are longer than any blank: they need not be hashed.
    return text.length <= longestBlank && blanks.has(text) ? undefined : text;
  }

  /** A blank cell, or no such column in the row at all: a misspelt column shows at once. */
  function missing(row: Cells, column: string): Problem {
    if (Object.hasOwn(row, column)) return problem(column, 'missing', { kind: 'present' }, undefined);
    return { code: 'missingColumn', path: [column], expected: { kind: 'present' }, found: NO_COLUMN };
  }

  function local(day: number, millisecondOfDay: number): number | 'skippedTime' | 'repeatedTime' {
    const found = clock.instantsOf(day, millisecondOfDay);
    if (found.kind === 'single') return found.at;
    if (found.kind === 'skipped') return mapping.skippedTimes === 'later' ? found.movedOn : 'skippedTime';
    return mapping.repeatedTimes === 'refuse' ? 'repeatedTime' : found[mapping.repeatedTimes];
  }

  return {
    value: cell,
    problem,
    missing,
    id(row, column, problems) {
      const value = cell(row, column);
      if (value === undefined || typeof value === 'string') return value;
      if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value + 0);
      problems.push(
        problem(
          column,
          'notAnId',
          { kind: 'type', type: { en: 'text or whole number', zh: '文本或整数' } },
          value,
        ),
      );
      return undefined;
    },
    decimal(row, column, problems) {
      const value = cell(row, column);
      const read =
        typeof value === 'number'
          ? decimalOfNumber(value)
          : typeof value === 'string'
            ? parseDecimal(value)
            : undefined;
      if (read === undefined) {
        const expected: Expectation =
          typeof value === 'string'
            ? { kind: 'form', form: numberForm(mapping) }
            : { kind: 'type', type: 'finite number' };
        problems.push(
          value === undefined ? missing(row, column) : problem(column, 'notANumber', expected, value),
        );
      }
      return read;
    },
    time(row, column, problems) {
      const value = cell(row, column);
      if (value === undefined) {
        problems.push(missing(row, column));
        return undefined;
      }
      const written = value instanceof Date ? instant(value.getTime()) : dates.read(value);
      if (written === undefined) {
        problems.push(problem(column, 'notADate', { kind: 'form', form: dates.form }, value));
        return undefined;
      }
      if (written.kind === 'instant') return written.at;
      const at =
        written.kind === 'day' ? clock.startOf(written.day) : local(written.day, written.millisecondOfDay);
      if (typeof at === 'number') return at;
      problems.push(problem(column, at, { kind: 'singleLocalTime', zone: mapping.zone }, value));
      return undefined;
    },
  };
}

const NOTHING: Words = { en: 'nothing', zh: '空' };
const NO_COLUMN: Words = { en: 'no such column', zh: '没有这一列' };

function numberForm({ numbers }: OrderMapping): Words {
  const { decimal, group } = numbers;
  const plain = `1234${decimal}56`;
  if (group === undefined) return plain;
  const grouped = `1${group}234${decimal}56`;
  return { en: `${grouped} or ${plain}`, zh: `${grouped} 或 ${plain}` };
}

/** A copy of a row in which the contents of the mapping's personal columns are masked; blanks stay blank. */
export function maskRow(
  row: Readonly<Record<string, unknown>>,
  mapping: OrderMapping,
): Record<string, unknown> {
  const personal = new Set(mapping.personal);
  const entries = Object.entries(row).map(([column, value]) => {
    const blank = value === null || value === undefined || value === '';
    return [column, personal.has(column) && !blank ? MASK : value] as const;
  });
  return Object.fromEntries(entries);
}

const ISO_FORM: Words = {
  en: '2025-12-31, 2025-12-31T23:59 or 2025-12-31T23:59:59Z (ISO 8601), a day that exists',
  zh: '2025-12-31、2025-12-31T23:59 或 2025-12-31T23:59:59Z（ISO 8601，存在的日期）',
};

interface TimeForm {
  /** How the form is named in problems. */
  readonly form: Words;
  read(value: unknown): WrittenTime | undefined;
}

function instant(at: number): WrittenTime | undefined {
  return isInstant(at) ? { kind: 'instant', at: at + 0 } : undefined;
}

function timeForm({ dates }: OrderMapping): TimeForm {
  if (dates.kind === 'epoch') {
    const scale = dates.unit === 'seconds' ? 1000 : 1;
    return {
      form: `epoch ${dates.unit}`,
      read(value) {
        const number = typeof value === 'string' && /^-?\d{1,17}$/.test(value) ? Number(value) : value;
        return typeof number === 'number' ? instant(number * scale) : undefined;
      },
    };
  }
  const read = dates.kind === 'iso' ? parseIso : patternReader(dates.pattern);
  return {
    form:
      dates.kind === 'iso'
        ? ISO_FORM
        : { en: `${dates.pattern}, a day that exists`, zh: `${dates.pattern}（存在的日期）` },
    read: (value) => (typeof value === 'string' ? read?.(value) : undefined),
  };
}
