/** One row of the host's data, read by the mapping: a line of an order, a row to leave out, or its problems. */
import type { ZoneClock } from '../foundation/civil.js';
import { type Decimal, decimalText, multiply, rescale } from '../foundation/decimal.js';
import { isoIn } from '../foundation/instant.js';
import type { Rounding } from '../foundation/money.js';
import { type Expectation, type Problem, show } from '../foundation/problem.js';
import type { Words } from '../foundation/statement.js';
import type { OrderMapping } from './mapping.js';
import { type Cells, cellReader, MASK } from './read-cells.js';

/** A row that is an order, or a part of one. */
export interface OrderLine {
  readonly kind: 'line';
  /** `undefined` where the mapping has no column for it. */
  readonly orderId: string | undefined;
  /** `undefined` where the row has none and the policy is `'guest'`. */
  readonly customerId: string | undefined;
  readonly at: number;
  readonly amount: number;
  readonly units: number;
  /** Marked as a return by its id or its status. */
  readonly returned: boolean;
}

/** What one row is. */
export type ReadRow =
  | OrderLine
  /** `by`: name and setting of the policy that leaves the row out. */
  | { readonly kind: 'ignored'; readonly by: string }
  | {
      readonly kind: 'rejected';
      readonly problems: readonly Problem[];
      /** Of which order it would have been a row, where that can be read. */
      readonly orderId: string | undefined;
      readonly returned: boolean;
    };

type Standing = { readonly returned: boolean } | { readonly ignoredBy: string };

/** A reader of rows under a mapping whose zone is that of the clock; orders after `asOf` are refused or ignored. */
export function rowReader(
  mapping: OrderMapping,
  clock: ZoneClock,
  asOf: number | undefined,
): (row: unknown) => ReadRow {
  const { columns, policies, returns, currency } = mapping;
  const cells = cellReader(mapping, clock);
  const personal: ReadonlySet<string> = new Set(mapping.personal);
  const counted = new Set(mapping.statuses?.counted ?? []);
  const struckOut = new Set(mapping.statuses?.ignored ?? []);
  const returning = new Set(returns.statuses ?? []);

  /** Whether the row counts at all, and whether it is marked as a return. */
  function standing(row: Cells, orderId: string | undefined, problems: Problem[]): Standing {
    const byId = returns.idPrefix !== undefined && orderId?.startsWith(returns.idPrefix) === true;
    const status = columns.status === undefined ? undefined : statusOf(row, columns.status, problems);
    if (status !== undefined && struckOut.has(status)) {
      return { ignoredBy: `status: ${personal.has(columns.status ?? '') ? MASK : status}` };
    }
    const returned = byId || (status !== undefined && returning.has(status));
    if (returned && policies.returns === 'ignore') return { ignoredBy: 'returns: ignore' };
    if (returned && policies.returns === 'refuse') {
      const [column, found] = byId ? [columns.orderId, orderId] : [columns.status, status];
      const expected = { kind: 'policy', policy: 'returns', setting: 'refuse' } as const;
      problems.push(cells.problem(column ?? '', 'return', expected, found));
    }
    return { returned };
  }

  /** The status, `''` where the cell is blank; a problem and `undefined` where it is none of the declared ones. */
  function statusOf(row: Cells, column: string, problems: Problem[]): string | undefined {
    const status = cells.id(row, column, problems) ?? '';
    if (isWrong(column, problems)) return undefined;
    if (struckOut.has(status) || returning.has(status) || counted.has(status)) return status;
    if (mapping.statuses === undefined) return status;
    const values = [...counted, ...struckOut, ...returning];
    problems.push(cells.problem(column, 'unknownStatus', { kind: 'oneOf', values }, status));
    return undefined;
  }

  function whole(
    column: string,
    decimal: Decimal,
    scale: number,
    rounding: Rounding,
    problems: Problem[],
  ): number {
    const result = rescale(decimal, scale, rounding);
    if (result.kind === 'value') return result.value;
    const [code, expected]: [string, Expectation] =
      result.kind === 'inexact'
        ? ['tooManyDecimals', { kind: 'decimals', atMost: scale }]
        : [
            'tooLarge',
            {
              kind: 'type',
              type: {
                en: `number that fits with ${scale} decimals`,
                zh: `在 ${scale} 位小数下可精确表示的数`,
              },
            },
          ];
    problems.push({ code, path: [column], expected, found: personal.has(column) ? MASK : written(decimal) });
    return 0;
  }

  function amountOf(row: Cells, quantity: Decimal | undefined, problems: Problem[]): number {
    const column = columns.amount ?? columns.unitPrice ?? '';
    const price = cells.decimal(row, column, problems);
    if (price === undefined) return 0;
    const decimals = mapping.amountsIn === 'minor' ? 0 : currency.minorUnit;
    if (columns.amount !== undefined) return whole(column, price, decimals, mapping.rounding, problems);
    if (quantity === undefined) return 0;
    return whole(column, multiply(price, quantity), decimals, mapping.rounding, problems);
  }

  /** The amount of a marked return as a number that is not positive. */
  function turned(amount: number, problems: Problem[]): number {
    const signed = returns.amounts === 'positive' ? -amount + 0 : amount;
    if (signed <= 0 || policies.returns === 'refuse') return signed;
    const column = columns.amount ?? columns.unitPrice ?? '';
    const expected: Expectation =
      returns.amounts === 'positive' ? { kind: 'range', min: 0 } : { kind: 'range', max: 0 };
    const text = `${decimalText(amount, currency.minorUnit)} ${currency.code}`;
    const found: Words = { en: `an amount of ${text}`, zh: `金额 ${text}` };
    const shown = personal.has(column) ? MASK : found;
    problems.push({ code: 'signOfReturn', path: [column], expected, found: shown });
    return 0;
  }

  function customerOf(row: Cells, problems: Problem[]): string | undefined {
    const id = cells.id(row, columns.customerId, problems);
    if (id === undefined && policies.missingCustomer === 'refuse' && !isWrong(columns.customerId, problems)) {
      problems.push(cells.missing(row, columns.customerId));
    }
    if (id?.startsWith(GUEST) === true && policies.missingCustomer === 'guest') {
      problems.push(
        cells.problem(
          columns.customerId,
          'reservedId',
          {
            kind: 'type',
            type: { en: `customer id that does not start with ${GUEST}`, zh: `不以 ${GUEST} 开头的顾客编号` },
          },
          id,
        ),
      );
    }
    return id;
  }

  function currencyOf(row: Cells, problems: Problem[]): void {
    if (columns.currency === undefined) return;
    const code = cells.id(row, columns.currency, problems);
    if (code === currency.code) return;
    problems.push(
      cells.problem(columns.currency, 'otherCurrency', { kind: 'equal', to: currency.code }, code),
    );
  }

  return (row) => {
    if (!isRow(row)) {
      const problem: Problem = {
        code: 'wrongType',
        path: [],
        expected: { kind: 'type', type: 'object' },
        found: personal.size > 0 && CONTENT.has(typeof row) ? MASK : show(row),
      };
      return { kind: 'rejected', problems: [problem], orderId: undefined, returned: false };
    }
    const problems: Problem[] = [];
    const orderId = columns.orderId === undefined ? undefined : cells.id(row, columns.orderId, problems);
    if (columns.orderId !== undefined && orderId === undefined && problems.length === 0) {
      problems.push(cells.missing(row, columns.orderId));
    }
    const stands = standing(row, orderId, problems);
    if ('ignoredBy' in stands) return { kind: 'ignored', by: stands.ignoredBy };
    const customerId = customerOf(row, problems);
    if (
      customerId === undefined &&
      policies.missingCustomer === 'ignore' &&
      !isWrong(columns.customerId, problems)
    ) {
      return { kind: 'ignored', by: 'missingCustomer: ignore' };
    }
    const at = cells.time(row, columns.at, problems);
    if (at !== undefined && asOf !== undefined && at > asOf) {
      if (policies.afterAsOf === 'ignore') return { kind: 'ignored', by: 'afterAsOf: ignore' };
      const expected = { kind: 'notAfter', instant: isoIn(mapping.zone, asOf) } as const;
      problems.push(cells.problem(columns.at, 'afterAsOf', expected, cells.value(row, columns.at)));
    }
    const quantity =
      columns.quantity === undefined ? undefined : cells.decimal(row, columns.quantity, problems);
    const amount = amountOf(row, quantity, problems);
    const units =
      quantity === undefined
        ? 0
        : whole(columns.quantity ?? '', quantity, mapping.quantityDecimals, 'exact', problems);
    currencyOf(row, problems);
    const signed = stands.returned ? turned(amount, problems) : amount;
    const { returned } = stands;
    if (problems.length > 0 || at === undefined) return { kind: 'rejected', problems, orderId, returned };
    return {
      kind: 'line',
      orderId,
      customerId,
      at,
      amount: signed,
      units: returned ? -Math.abs(units) + 0 : units,
      returned,
    };
  };
}

function isRow(row: unknown): row is Cells {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** What a row that is no object can give away. */
const CONTENT: ReadonlySet<string> = new Set(['string', 'number', 'bigint', 'boolean']);

function isWrong(column: string, problems: readonly Problem[]): boolean {
  return problems.some((one) => one.path[0] === column);
}

/** A decimal as plain text, e.g. `-1.005`. */
function written({ coefficient, scale }: Decimal): string {
  const text = String(coefficient);
  const digits = text.replace('-', '').padStart(scale + 1, '0');
  const sign = text.startsWith('-') ? '-' : '';
  return scale === 0 ? text : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** How the customer ids of guests begin. */
export const GUEST = 'guest:';
