/** What a mapping of the right shape can still get wrong: columns that are needed together, patterns, zones. */
import { isZone } from '../foundation/civil.js';
import { patternReader } from '../foundation/instant.js';
import { type Expectation, type Problem, show } from '../foundation/problem.js';
import type { OrderMapping } from './mapping.js';

/** All problems of a mapping; none means that rows can be read with it. */
export function checkMapping(mapping: OrderMapping): readonly Problem[] {
  return [
    ...checkColumns(mapping),
    ...checkNumbers(mapping),
    ...checkDates(mapping),
    ...checkStatuses(mapping),
    ...(isZone(mapping.zone) ? [] : [problem('unknownZone', ['zone'], { kind: 'zone' }, mapping.zone)]),
  ];
}

function problem(code: string, path: Problem['path'], expected: Expectation, found: unknown): Problem {
  return { code, path, expected, found: show(found) };
}

function checkColumns({ rows, columns, returns }: OrderMapping): readonly Problem[] {
  const product = columns.unitPrice !== undefined;
  const none = {
    kind: 'type',
    type: {
      en: 'single source of the amount: amount, or unitPrice with quantity',
      zh: '唯一的金额来源：amount，或 unitPrice 与 quantity',
    },
  } as const;
  return [
    ...((rows === 'lines' || returns.idPrefix !== undefined) && columns.orderId === undefined
      ? [problem('missing', ['columns', 'orderId'], { kind: 'present' }, undefined)]
      : []),
    ...(columns.amount === undefined && !product
      ? [problem('missing', ['columns', 'amount'], none, undefined)]
      : []),
    ...(columns.amount !== undefined && product
      ? [problem('conflict', ['columns', 'unitPrice'], none, columns.unitPrice)]
      : []),
    ...(product && columns.quantity === undefined
      ? [problem('missing', ['columns', 'quantity'], { kind: 'present' }, undefined)]
      : []),
  ];
}

function checkNumbers({ numbers }: OrderMapping): readonly Problem[] {
  const { decimal, group, symbols = [] } = numbers;
  const sameSign: Expectation = {
    kind: 'type',
    type: { en: 'sign other than the decimal one', zh: '与小数点不同的符号' },
  };
  return [
    ...(group === decimal ? [problem('conflict', ['numbers', 'group'], sameSign, group)] : []),
    ...symbols.flatMap((symbol, i) =>
      NUMERIC.test(symbol) || (group !== undefined && symbol.trim().includes(group))
        ? [problem('conflict', ['numbers', 'symbols', i], SYMBOL, symbol)]
        : [],
    ),
  ];
}

/** What means something in a number, so that a symbol with it would change what is read. */
const NUMERIC = /[\p{Nd}\p{Pd}\u2212+.,()]/u;

const SYMBOL: Expectation = {
  kind: 'type',
  type: {
    en: 'text without digits, signs, separators and parentheses',
    zh: '不含数字、正负号、分隔符和括号的文本',
  },
};

function checkDates({ dates }: OrderMapping): readonly Problem[] {
  if (dates.kind !== 'pattern' || patternReader(dates.pattern) !== undefined) return [];
  const form = {
    en: 'a full date of yyyy, MM or M, dd or d, perhaps with HH or H, mm and ss, each at most once, and something other than digits between any two of M, d and H',
    zh: '由 yyyy、MM 或 M、dd 或 d（可加 HH 或 H、mm、ss）组成的完整日期，各至多一次，且 M、d、H 之间须以非数字字符隔开',
  };
  return [problem('wrongForm', ['dates', 'pattern'], { kind: 'form', form }, dates.pattern)];
}

function checkStatuses({ columns, statuses, returns }: OrderMapping): readonly Problem[] {
  const read = columns.status !== undefined;
  const meaning = statuses !== undefined || returns.statuses !== undefined;
  const all = [...(statuses?.counted ?? []), ...(statuses?.ignored ?? []), ...(returns.statuses ?? [])];
  const twice = all.find((status, i) => all.indexOf(status) !== i);
  return [
    ...(meaning && !read ? [problem('missing', ['columns', 'status'], { kind: 'present' }, undefined)] : []),
    ...(read && !meaning ? [problem('missing', ['statuses'], { kind: 'present' }, undefined)] : []),
    ...(twice === undefined
      ? []
      : [problem('repeated', ['statuses'], { kind: 'unique', of: { en: 'status', zh: '状态' } }, twice)]),
  ];
}
