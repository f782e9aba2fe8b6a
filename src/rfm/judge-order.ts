/** What an order, or a row that is one, turns out to be once its total is known: zero, a return, too large. */
import { decimalText } from '../foundation/decimal.js';
import { type ExactSum, settle } from '../foundation/money.js';
import type { Expectation, Problem } from '../foundation/problem.js';
import type { Words } from '../foundation/statement.js';
import type { OrderMapping } from './mapping.js';
import type { Order } from './order.js';
import { MASK } from './read-cells.js';

/** An order as its policies see it. */
export interface Judged {
  /** Marked as a return by its id or its status. */
  readonly returned: boolean;
  readonly amount: ExactSum;
  readonly units: ExactSum;
}

/** An order that counts. */
export type Settled = Pick<Order, 'kind' | 'amount' | 'units'>;

export type Verdict = Settled | { readonly ignoredBy: string } | { readonly problem: Problem };

/** The verdict of the mapping's policies on an order. */
export function judge(mapping: OrderMapping, order: Judged): Verdict {
  const { columns, policies, returns, currency } = mapping;
  const column = columns.amount ?? columns.unitPrice ?? '';
  const amount = settle(order.amount);
  const units = settle(order.units);
  const problem = (code: string, at: string, expected: Expectation, found: Words): Verdict => ({
    problem: { code, path: [at], expected, found: mapping.personal.includes(at) ? MASK : found },
  });
  const total = (): Words => {
    const text = `${decimalText(order.amount, currency.minorUnit)} ${currency.code}`;
    return { en: `a total of ${text}`, zh: `合计 ${text}` };
  };
  if (amount === undefined) return problem('tooLarge', column, FITTING, total());
  if (units === undefined) {
    return problem(
      'tooLarge',
      columns.quantity ?? '',
      FITTING,
      decimalText(order.units, mapping.quantityDecimals),
    );
  }
  if (amount === 0 && policies.zeroAmounts !== 'keep') {
    if (policies.zeroAmounts === 'ignore') return { ignoredBy: 'zeroAmounts: ignore' };
    return problem(
      'zeroAmount',
      column,
      { kind: 'policy', policy: 'zeroAmounts', setting: 'refuse' },
      total(),
    );
  }
  const isReturn = order.returned || (amount < 0 && returns.negativeTotal === 'return');
  if (!isReturn) return { kind: 'purchase', amount, units };
  switch (policies.returns) {
    case 'net':
      return { kind: 'return', amount, units };
    case 'negativeOrder':
      return { kind: 'purchase', amount, units };
    case 'ignore':
      return { ignoredBy: 'returns: ignore' };
    case 'refuse':
      return problem('return', column, { kind: 'policy', policy: 'returns', setting: 'refuse' }, total());
  }
}

const FITTING: Expectation = {
  kind: 'type',
  type: { en: 'safe integer of minor units as the total of the order', zh: '可精确表示的订单合计' },
};
