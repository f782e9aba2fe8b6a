/** The sentence of a benefit on a date. */
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import type { HeldBenefit } from './held-benefits.js';
import type { VoucherState } from './voucher.js';

/** A sentence for each benefit, or that there are none. */
export function benefitStatements(tier: Bilingual, benefits: readonly HeldBenefit[]): readonly Statement[] {
  if (benefits.length > 0) return benefits.map(benefitStatement);
  return [{ en: '{tier} brings no benefits.', zh: '{tier} 没有权益。', values: { tier } }];
}

/** "Cake coupon on a birthday stay: due for 2025-05-20." */
function benefitStatement({ benefit, availability, voucher }: HeldBenefit): Statement {
  const parts = [
    ...(availability === 'subjectToAvailability' ? [SUBJECT] : []),
    ...(voucher === undefined ? [] : [VOUCHER[voucher.state]]),
  ];
  const { en, zh } = parts.length === 0 ? { en: 'held', zh: '可享受' } : joined(parts);
  return {
    en: `{name}: ${en}.`,
    zh: `{name}：${zh}。`,
    values: { name: benefit.name, ...valuesOf(voucher) },
  };
}

const SUBJECT: Bilingual = { en: 'subject to availability', zh: '视供应情况而定' };

const VOUCHER: Readonly<Record<VoucherState['state'], Bilingual>> = {
  due: { en: 'due for {day}', zh: '应发放（{day}）' },
  notNow: { en: 'not now{next}', zh: '暂不发放{next}' },
  given: { en: 'given for this occasion', zh: '本次已发放' },
  usedUp: { en: 'given as often as a term allows ({times})', zh: '本期已发放 {times} 次，达到上限' },
  tooSoon: { en: 'not again before {day}', zh: '{day} 前不再发放' },
  unknown: { en: 'open, {missing} is not known', zh: '待定，{missing}未知' },
};

function joined(parts: readonly Bilingual[]): Bilingual {
  return { en: parts.map(({ en }) => en).join('; '), zh: parts.map(({ zh }) => zh).join('；') };
}

function valuesOf(voucher: VoucherState | undefined): Readonly<Record<string, StatementValue>> {
  switch (voucher?.state) {
    case 'due':
      return { day: voucher.occasion };
    case 'notNow': {
      const { next } = voucher;
      return { next: next === null ? '' : { en: `, next on ${next}`, zh: `，下次为 ${next}` } };
    }
    case 'usedUp':
      return { times: voucher.times };
    case 'tooSoon':
      return { day: voucher.until };
    case 'unknown':
      return { missing: MISSING[voucher.missing] };
    default:
      return {};
  }
}

const MISSING: Readonly<Record<'birthday' | 'staying', Bilingual>> = {
  birthday: { en: 'the birthday', zh: '生日' },
  staying: { en: 'whether the member is staying', zh: '当天是否入住' },
};
