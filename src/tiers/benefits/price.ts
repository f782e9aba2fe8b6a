/** What a member pays: a price after the discounts of the tier held. */
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right, unless } from '../../foundation/result.js';
import type { Benefit, DiscountStep } from '../benefit.js';
import { benefitsOf } from './benefits-of.js';
import type { AppliedDiscount, DiscountedPrice, PriceQuestion, SkippedDiscount } from './discounted-price.js';
import { amountProblems, choiceProblems, percentOf, rangeProblems } from './exact-share.js';
import { priceStatements } from './price-words.js';

type Discount = Extract<
  Benefit,
  { readonly kind: 'percentageDiscount' | 'fixedDiscount' | 'quantityDiscount' | 'cumulativeDiscount' }
>;

/**
 * What is to be paid after the discounts of the tier held, and which discount gave how much. Discounts that do not
 * apply are listed with the reason; what they would need and nobody said (the quantity, a metric) is `unknown`, not
 * zero. Percentages are exact before they are rounded; nobody pays less than nothing. Because a discount off a lower
 * price never leaves more, `'inTurn'` is never dearer than `'best'`.
 *
 * Problems: a tier that is not in the policy; an amount that is no whole number from 0 to 2^53 − 1; a percentage
 * outside 0 to 100; quantities and metrics that are no finite numbers; a fraction where the rounding is `'exact'`.
 *
 * @example
 * ```ts
 * import { describe, orThrow, priceAfter } from 'clientele/tiers';
 *
 * const policy = {
 *   tiers: [
 *     {
 *       tier: 'gold',
 *       name: { en: 'Gold', zh: '金卡' },
 *       rank: 0,
 *       benefits: [
 *         { benefit: 'ten', name: { en: 'Members', zh: '会员价' }, kind: 'percentageDiscount', percent: 10 } as const,
 *         {
 *           benefit: 'bulk',
 *           name: { en: 'By the dozen', zh: '数量优惠' },
 *           kind: 'quantityDiscount',
 *           steps: [{ from: 12, percent: 15 }],
 *         } as const,
 *       ],
 *     },
 *   ],
 * };
 * const purchase = { policy, tier: 'gold', price: 20_000, quantity: 12, currency: { code: 'CNY', minorUnit: 2 } };
 *
 * orThrow(priceAfter({ ...purchase, combination: 'best' })).pays; // => 17000
 * const inTurn = orThrow(priceAfter({ ...purchase, combination: 'inTurn' }));
 * inTurn.applied.map(({ benefit, of, off }) => [benefit, of, off]); // => [['ten', 20000, 2000], ['bulk', 18000, 2700]]
 * describe(inTurn, 'en').split('\n').at(-1); // => '200.00 CNY less 47.00 CNY, all discounts in turn: 153.00 CNY to pay.'
 * ```
 */
export function priceAfter(question: PriceQuestion): Result<DiscountedPrice> {
  const { policy, tier, combination, rounding = 'down' } = question;
  const listed = benefitsOf(policy, tier);
  if (listed._tag === 'Left') return listed;
  const discounts = listed.right.filter(isDiscount);
  const [wrong, ...more] = [
    ...amountProblems(question.price, ['price']),
    ...choiceProblems(combination, ['combination'], ['best', 'inTurn']),
    ...choiceProblems(rounding, ['rounding']),
    ...factProblems(question, discounts),
    ...discounts.flatMap(discountProblems),
  ];
  if (wrong !== undefined) return left(wrong, ...more);

  const price = question.price + 0;
  const judged = discounts.map((one) => judgeDiscount(one, question));
  const taken = combination === 'best' ? best(judged, price, rounding) : inTurn(judged, price, rounding);
  if (taken._tag === 'Left') return taken;
  const { applied, skipped } = taken.right;
  const discount = applied.reduce((sum, { off }) => sum + off, 0);
  const answer = { tier, price, discount, pays: price - discount, applied, skipped, combination, rounding };
  return right({ ...answer, statements: priceStatements(answer, question.currency) });
}

function isDiscount(benefit: Benefit): benefit is Discount {
  return benefit.kind.endsWith('Discount');
}

/** A discount that applies, with the rate or amount it has on this purchase; or one that does not. */
type Judged =
  | { readonly discount: Discount; readonly percent: number | null; readonly amount: number }
  | SkippedDiscount;

function judgeDiscount(discount: Discount, question: PriceQuestion): Judged {
  const { benefit, name } = discount;
  if (discount.subjectToAvailability === true && question.available?.includes(benefit) !== true) {
    return { benefit, name, because: 'availability' };
  }
  switch (discount.kind) {
    case 'percentageDiscount':
    case 'fixedDiscount': {
      const needs = discount.minimumSpend ?? 0;
      if (question.price < needs) return { benefit, name, because: 'minimumSpend', needs };
      return discount.kind === 'fixedDiscount'
        ? { discount, percent: null, amount: discount.amount }
        : { discount, percent: discount.percent, amount: 0 };
    }
    case 'quantityDiscount':
      return byStep(discount, discount.steps, question.quantity, 'quantity');
    case 'cumulativeDiscount':
      return byStep(discount, discount.steps, boughtBefore(question, discount.metric), discount.metric);
  }
}

function byStep(
  discount: Discount,
  steps: readonly DiscountStep[],
  found: number | undefined,
  missing: string,
): Judged {
  const { benefit, name } = discount;
  if (found === undefined) return { benefit, name, because: 'unknown', missing };
  const reached = steps.reduce<DiscountStep | undefined>(
    (best, step) => (step.from <= found && (best === undefined || step.from > best.from) ? step : best),
    undefined,
  );
  if (reached !== undefined) return { discount, percent: reached.percent, amount: 0 };
  return { benefit, name, because: 'step', needs: Math.min(...steps.map(({ from }) => from)), found };
}

function boughtBefore({ cumulative }: PriceQuestion, metric: string): number | undefined {
  return cumulative !== undefined && Object.hasOwn(cumulative, metric) ? cumulative[metric] : undefined;
}

/** What was given and what was not. */
type Taken = Pick<DiscountedPrice, 'applied' | 'skipped'>;
type Rounded = DiscountedPrice['rounding'];

function inTurn(judged: readonly Judged[], price: number, rounding: Rounded): Result<Taken> {
  const applied: AppliedDiscount[] = [];
  let remains = price;
  for (const one of judged) {
    if ('because' in one) continue;
    const given = applyTo(remains, one, rounding);
    if (given._tag === 'Left') return given;
    applied.push(given.right);
    remains -= given.right.off;
  }
  return right({ applied, skipped: judged.filter((one) => 'because' in one) });
}

function best(judged: readonly Judged[], price: number, rounding: Rounded): Result<Taken> {
  const problems: Problem[] = [];
  const tried = judged.map((one): AppliedDiscount | SkippedDiscount => {
    if ('because' in one) return one;
    const given = applyTo(price, one, rounding);
    if (given._tag === 'Right') return given.right;
    problems.push(...given.left);
    return { benefit: one.discount.benefit, name: one.discount.name, because: 'notBest', off: 0 };
  });
  const winner = tried.reduce<AppliedDiscount | undefined>(
    (best, one) => ('because' in one || (best !== undefined && one.off <= best.off) ? best : one),
    undefined,
  );
  return unless(problems, () => ({
    applied: winner === undefined ? [] : [winner],
    skipped: tried.flatMap((one): readonly SkippedDiscount[] => {
      if ('because' in one) return [one];
      const { benefit, name, off } = one;
      return one === winner ? [] : [{ benefit, name, because: 'notBest', off }];
    }),
  }));
}

function applyTo(
  price: number,
  { discount, percent, amount }: Exclude<Judged, SkippedDiscount>,
  rounding: Rounded,
): Result<AppliedDiscount> {
  const { benefit, name } = discount;
  if (percent === null) return right({ benefit, name, percent, of: price, off: Math.min(amount, price) });
  const off = percentOf(price, percent, rounding, ['policy', benefit, 'percent']);
  return off._tag === 'Left' ? off : right({ benefit, name, percent, of: price, off: off.right });
}

/** What is wrong with what the host says of the purchase, as far as the discounts ask for it. */
function factProblems(question: PriceQuestion, discounts: readonly Discount[]): readonly Problem[] {
  const { quantity } = question;
  return [
    ...(quantity === undefined ? [] : rangeProblems(quantity, ['quantity'], 0)),
    ...discounts.flatMap((one) => {
      const before = one.kind === 'cumulativeDiscount' ? boughtBefore(question, one.metric) : undefined;
      if (one.kind !== 'cumulativeDiscount' || before === undefined) return [];
      // A balance may be negative after returns.
      return rangeProblems(before, ['cumulative', one.metric], Number.NEGATIVE_INFINITY);
    }),
  ];
}

/** Policies are checked where they are made; this keeps a wrong one from giving a wrong price. */
function discountProblems(discount: Discount): readonly Problem[] {
  const path = ['policy', discount.benefit];
  if ('steps' in discount) {
    return discount.steps.flatMap((step, i) => [
      ...rangeProblems(step.from, [...path, 'steps', i, 'from'], Number.NEGATIVE_INFINITY),
      ...rangeProblems(step.percent, [...path, 'steps', i, 'percent'], 0, 100),
    ]);
  }
  const { minimumSpend } = discount;
  return [
    ...(minimumSpend === undefined ? [] : amountProblems(minimumSpend, [...path, 'minimumSpend'])),
    ...(discount.kind === 'fixedDiscount'
      ? amountProblems(discount.amount, [...path, 'amount'])
      : rangeProblems(discount.percent, [...path, 'percent'], 0, 100)),
  ];
}
