/** A row of a published file, read. */

import { isoDay, parseIsoDay } from '../../../foundation/civil.js';
import { problem, wrong } from '../../../foundation/make-problem.js';
import type { Problem } from '../../../foundation/problem.js';
import { own } from '../../../foundation/record.js';
import { left, type Result, unless } from '../../../foundation/result.js';
import { dayReader } from './day-pattern.js';
import { cfpbDialects } from './dialects.js';
import type { CfpbComplaint, CfpbDialect, CfpbField, CfpbFlag } from './model.js';

/** The cells of a row by their headings, as a CSV reader gives them. */
export type CfpbRow = Readonly<Record<string, unknown>>;

/** How rows are read; each field has a default. */
export interface CfpbRowOptions {
  /** How the file is written. Left out: the first of {@link cfpbDialects} that knows most of the row's headings. */
  readonly dialect?: CfpbDialect;
  /** The row's number, for the id of one that has none; default 1. */
  readonly row?: number;
}

/**
 * A row of the CFPB's complaint database, read in any of its dialects; or every problem with the heading it is under.
 *
 * What the file does not have or has blank is left out of the complaint, never guessed. What is odd but possible is
 * flagged and accepted.
 *
 * @example
 * ```ts
 * import { orThrow, readCfpbRow } from 'clientele/complaints';
 *
 * const { receivedOn, flags } = orThrow(
 *   readCfpbRow({ date_received: '2019-02-21', product: 'Mortgage', issue: 'Other', state: 'CA', date_sent_to_company: '2019-02-20' }),
 * );
 *
 * receivedOn; // => '2019-02-21'
 * flags; // => ['sentBeforeReceived']
 * ```
 */
export function readCfpbRow(row: CfpbRow, options: CfpbRowOptions = {}): Result<CfpbComplaint> {
  const headings = isRow(row) ? Object.keys(row) : [];
  return rowReader(options.dialect ?? dialectOf(headings))(row, options.row ?? 1);
}

/** The dialect that has all its headings there and the most of them. */
export function dialectOf(headings: readonly string[]): CfpbDialect {
  const there = new Set(headings);
  const known = (dialect: CfpbDialect): number => {
    const columns = Object.values(dialect.columns);
    return columns.every((column) => there.has(column)) ? columns.length : 0;
  };
  return cfpbDialects.reduce((best, one) => (known(one) > known(best) ? one : best));
}

const ROW = { en: 'row of cells by their headings', zh: '以列名为键的行' };

export function isRow(row: unknown): row is CfpbRow {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** A reader of many rows of one dialect. */
export function rowReader(dialect: CfpbDialect): (row: CfpbRow, number: number) => Result<CfpbComplaint> {
  const dayOf = dayReader(dialect.days);
  return (row, number) => {
    if (!isRow(row)) return left(wrong('wrongType', [], ROW, row));
    const problems: Problem[] = [];
    const text = (field: CfpbField): string | undefined => {
      const heading = dialect.columns[field];
      const cell = heading === undefined ? undefined : own(row, heading);
      const written =
        typeof cell === 'string' ? cell : cell === undefined || cell === null ? '' : String(cell);
      return written.trim() === '' ? undefined : written;
    };
    const path = (field: CfpbField): readonly string[] => [dialect.columns[field] ?? field];
    const needed = (field: CfpbField): string => {
      const found = text(field);
      if (found === undefined) problems.push(problem('missing', path(field), { kind: 'present' }, undefined));
      return found ?? '';
    };
    const day = (field: 'receivedOn' | 'sentOn'): string => {
      const written = needed(field);
      const read = dayOf(written.trim());
      if (written !== '' && read === undefined)
        problems.push(problem('notADay', path(field), { kind: 'form', form: dialect.days }, written));
      return read === undefined ? '' : isoDay(read);
    };
    const word = <K extends string>(field: CfpbField, words: Readonly<Record<K, string>>): K | undefined => {
      const written = text(field);
      if (written === undefined) return undefined;
      const found = keysOf(words).find((key) => words[key].toLowerCase() === written.trim().toLowerCase());
      if (found === undefined)
        problems.push(
          problem('unknown', path(field), { kind: 'oneOf', values: Object.values(words) }, written),
        );
      return found;
    };
    const timely = word('timely', dialect.timely);
    const complaint = present({
      id: text('id') ?? `row-${number}`,
      receivedOn: day('receivedOn'),
      sentOn: day('sentOn'),
      product: needed('product'),
      subProduct: text('subProduct'),
      issue: text('issue'),
      subIssue: text('subIssue'),
      narrative: text('narrative'),
      publicResponse: text('publicResponse'),
      company: text('company'),
      state: text('state'),
      zip: text('zip'),
      tags: text('tags'),
      consent: text('consent'),
      submittedVia: text('submittedVia'),
      response: word('response', dialect.responses),
      timely: timely && timely === 'yes',
      disputed: word('disputed', dialect.disputed),
      eventTag: text('eventTag'),
    });
    return unless(problems, () => ({ ...complaint, flags: flagsOf(complaint) }));
  };
}

/** Without the fields that are not there. */
export function present<T extends object>(fields: T): Present<T> {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  // A field is left out exactly where it is undefined, which its type says too.
  return Object.fromEntries(there) as Present<T>;
}

type Optional<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];
type Present<T> = { readonly [K in Exclude<keyof T, Optional<T>>]: T[K] } & {
  readonly [K in Optional<T>]?: Exclude<T[K], undefined>;
};

function keysOf<K extends string>(words: Readonly<Record<K, string>>): readonly K[] {
  return Object.keys(words) as K[];
}

/** How many days are ordinary between receipt and sending. */
const ROUTED_WITHIN = 15;

export function flagsOf({
  receivedOn,
  sentOn,
  response,
  disputed,
}: Omit<CfpbComplaint, 'flags'>): readonly CfpbFlag[] {
  const [received = 0, sent = 0] = [parseIsoDay(receivedOn), parseIsoDay(sentOn)];
  const answered = response !== undefined && response !== 'inProgress' && response !== 'untimely';
  return [
    ...(sent < received ? (['sentBeforeReceived'] as const) : []),
    ...(sent - received > ROUTED_WITHIN ? (['routedAfter15Days'] as const) : []),
    ...(!answered && (disputed === 'yes' || disputed === 'no') ? (['disputedBeforeResponse'] as const) : []),
  ];
}
