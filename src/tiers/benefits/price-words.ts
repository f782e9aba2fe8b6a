/** The sentences of a discounted price. */
import type { Currency } from '../../foundation/money.js';
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import type { AppliedDiscount, DiscountedPrice, SkippedDiscount } from './discounted-price.js';

type Write = (minor: number) => StatementValue;

/** One sentence for each discount, given or not, and one for the sum. */
export function priceStatements(
  { price, discount, pays, applied, skipped, combination }: Omit<DiscountedPrice, 'statements'>,
  currency: Currency | undefined,
): readonly Statement[] {
  const write: Write = (minor) =>
    currency === undefined ? minor : { minor, minorUnit: currency.minorUnit, currency: currency.code };
  const how = COMBINATIONS[combination];
  return [
    ...applied.map((one) => stateApplied(one, write)),
    ...skipped.map((one) => stateSkipped(one, write)),
    {
      en: `{price} less {discount}, ${how.en}: {pays} to pay.`,
      zh: `原价 {price}，优惠 {discount}（${how.zh}），应付 {pays}。`,
      values: { price: write(price), discount: write(discount), pays: write(pays) },
    },
  ];
}

const COMBINATIONS: Readonly<Record<DiscountedPrice['combination'], Bilingual>> = {
  best: { en: 'the best single discount', zh: '只取最大的一项' },
  inTurn: { en: 'all discounts in turn', zh: '各项依次计算' },
};

function stateApplied({ name, percent, of, off }: AppliedDiscount, write: Write): Statement {
  const values = { name, of: write(of), off: write(off) };
  return percent === null
    ? { en: '{name}: {off} off {of}.', zh: '{name}：{of} 减 {off}。', values }
    : {
        en: '{name}: {percent}% off {of}, that is {off}.',
        zh: '{name}：{of} 优惠 {percent}%，减 {off}。',
        values: { ...values, percent },
      };
}

function stateSkipped(one: SkippedDiscount, write: Write): Statement {
  const { en, zh, values } = reason(one, write);
  return { en: `{name}: ${en}.`, zh: `{name}：${zh}。`, values: { ...values, name: one.name } };
}

function reason(one: SkippedDiscount, write: Write): Statement {
  switch (one.because) {
    case 'minimumSpend':
      return {
        en: 'not given, it needs a purchase of {needs}',
        zh: '未享受，须消费满 {needs}',
        values: { needs: write(one.needs) },
      };
    case 'step':
      return {
        en: 'not given, it begins at {needs}, found {found}',
        zh: '未享受，须达到 {needs}，现为 {found}',
        values: { needs: one.needs, found: one.found },
      };
    case 'unknown':
      return {
        en: 'not given, {missing} is not known',
        zh: '未享受，{missing} 未知',
        values: { missing: one.missing === 'quantity' ? { en: 'the quantity', zh: '数量' } : one.missing },
      };
    case 'availability':
      return { en: 'not given, subject to availability', zh: '未享受，视供应情况而定', values: {} };
    case 'notBest':
      return {
        en: 'not given, it would take off {off}',
        zh: '未享受，可减 {off}，不是最大的一项',
        values: { off: write(one.off) },
      };
  }
}
