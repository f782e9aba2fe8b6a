/** A redress judgement in words. */
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import { same } from '../workflow/name-of.js';
import type { RedressJudgement, RedressQuestion, RedressReason } from './judgement.js';
import type { LookBack, RedressPolicy } from './model.js';

export function redressWords(
  policy: RedressPolicy,
  { actor }: RedressQuestion,
  judged: Omit<RedressJudgement, 'statements'>,
  nameOf: (role: string) => Bilingual = same,
): readonly Statement[] {
  const roleName = (role: string): Bilingual =>
    policy.authorities.find((one) => one.role === role)?.name ?? nameOf(role);
  const { currency = '' } = judged;
  const minorUnit = policy.currencies.find(({ code }) => code === currency)?.minorUnit ?? 0;
  const money = (minor: number): StatementValue => ({ minor, minorUnit, currency });
  if (judged.allowed) {
    return judged.currency === undefined
      ? [{ en: 'Nothing in it is counted in money.', zh: '其中没有以金钱计算的补救。', values: {} }]
      : [
          {
            en: '{amount} is within the authority of the role “{role}”.',
            zh: '{amount} 在角色“{role}”的权限之内。',
            values: { amount: money(judged.inCase), role: roleName(actor.role) },
          },
        ];
  }
  const approvers = judged.approvers.map(roleName);
  return [
    ...judged.reasons.map((reason) => reasonWords(reason, money, roleName)),
    approvers.length === 0
      ? { en: 'Nobody may approve it as it stands.', zh: '目前无人有权批准。', values: {} }
      : {
          en: 'It may be approved by another person in the role {approvers}.',
          zh: '可由另一位{approvers}角色的人员批准。',
          values: {
            approvers: {
              en: approvers.map(({ en }) => `“${en}”`).join(' or '),
              zh: approvers.map(({ zh }) => `“${zh}”`).join('或'),
            },
          },
        },
  ];
}

function reasonWords(
  reason: RedressReason,
  money: (minor: number) => StatementValue,
  roleName: (role: string) => Bilingual,
): Statement {
  switch (reason.kind) {
    case 'noAuthority':
      return {
        en: 'The role “{role}” has no authority to promise money.',
        zh: '角色“{role}”没有承诺金额的权限。',
        values: { role: roleName(reason.role) },
      };
    case 'perCase':
      return {
        en: '{amount} in this case is beyond the limit of the role “{role}” ({limit}).',
        zh: '本案金额 {amount} 超过角色“{role}”的限额（{limit}）。',
        values: { amount: money(reason.amount), role: roleName(reason.role), limit: money(reason.limit) },
      };
    case 'perCustomer':
      return {
        en: '{amount} for this customer within {within} is beyond the limit of the role “{role}” ({limit}).',
        zh: '该客户 {within}内累计 {amount}，超过角色“{role}”的限额（{limit}）。',
        values: {
          amount: money(reason.amount),
          role: roleName(reason.role),
          limit: money(reason.limit),
          within: lookBackWords(reason.within),
        },
      };
    case 'otherCurrency':
      return {
        en: 'The customer was promised something in {found} as well, which cannot be added up under the limit of the role “{role}”.',
        zh: '该客户另有 {found} 的补偿，无法在角色“{role}”的限额内合并计算。',
        values: { found: reason.found, role: roleName(reason.role) },
      };
    case 'fourEyes':
      return {
        en: '{amount} needs a second person (from {from} on).',
        zh: '{amount} 须由第二人复核（自 {from} 起）。',
        values: { amount: money(reason.amount), from: money(reason.from) },
      };
    case 'ownProposal':
      return {
        en: '{person} proposed it and cannot approve it as well.',
        zh: '{person} 是提出人，不能同时批准。',
        values: { person: reason.person },
      };
    case 'overCap':
      return {
        en: '{amount} is more than {percent} percent of the price paid ({price}), and no reason is given.',
        zh: '{amount} 超过实付价格（{price}）的 {percent}%，且未说明理由。',
        values: {
          amount: money(reason.amount),
          percent: { number: reason.percentOfPrice, decimals: 0 },
          price: money(reason.pricePaid),
        },
      };
  }
}

export function lookBackWords(within: LookBack): { readonly en: string; readonly zh: string } {
  const [number, unit, zh] = 'days' in within ? [within.days, 'day', '天'] : [within.months, 'month', '个月'];
  return { en: `${number} ${unit}${number === 1 ? '' : 's'}`, zh: `${number} ${zh}` };
}
