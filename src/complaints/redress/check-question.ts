/** Whether a redress policy can be asked at all, and about what is proposed: wherever the question came from. */
import { isInstant } from '../../foundation/instant.js';
import { problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { unknownKeys } from '../../foundation/unknown-keys.js';
import type { Remedy } from '../presets/complaint-case.js';
import type { RedressQuestion } from './judgement.js';
import { isKind, kindOf } from './kinds.js';
import type { RedressPolicy } from './model.js';

const QUESTION: readonly (keyof RedressQuestion)[] = [
  'proposal',
  'actor',
  'proposedBy',
  'ledger',
  'customerLedger',
  'asOf',
];
const PROPOSAL: readonly (keyof RedressQuestion['proposal'])[] = ['remedies', 'pricePaid', 'override'];

/** Everything that keeps a proposal from being judged. */
export function questionProblems(policy: RedressPolicy, question: RedressQuestion): readonly Problem[] {
  const form = formProblems(policy, question);
  if (form.length > 0) return form;
  const { remedies, pricePaid } = question.proposal;
  return [...remedies.flatMap((remedy, i) => remedyProblems(policy, remedy, i)), ...priceProblems(pricePaid)];
}

/** A misspelt price would do away with the cap, a misspelt ledger with the limit for the customer. */
function formProblems(policy: unknown, question: unknown): readonly Problem[] {
  const isPolicy =
    isRecord(policy) && Array.isArray(policy['authorities']) && Array.isArray(policy['currencies']);
  if (!isPolicy) return [wrong('wrongType', ['policy'], POLICY, policy)];
  if (!isRecord(question)) return [wrong('wrongType', ['question'], ASKED, question)];
  const { proposal, actor, asOf } = question;
  const isActor = isRecord(actor) && typeof actor['id'] === 'string' && typeof actor['role'] === 'string';
  return [
    ...unknownKeys(question, QUESTION),
    ...(isRecord(proposal)
      ? [
          ...unknownKeys(proposal, PROPOSAL, ['proposal']),
          ...(Array.isArray(proposal['remedies'])
            ? []
            : [wrong('wrongType', ['proposal', 'remedies'], REMEDIES, proposal['remedies'])]),
        ]
      : [wrong('wrongType', ['proposal'], PROPOSED, proposal)]),
    ...(isActor ? [] : [wrong('wrongType', ['actor'], ACTOR, actor)]),
    ...ledgerProblems(question, 'ledger'),
    ...ledgerProblems(question, 'customerLedger'),
    ...(typeof asOf === 'number' && isInstant(asOf) ? [] : [wrong('notAnInstant', ['asOf'], INSTANT, asOf)]),
  ];
}

function ledgerProblems(
  question: Readonly<Record<string, unknown>>,
  key: 'ledger' | 'customerLedger',
): readonly Problem[] {
  const found = question[key];
  const isLedger = found === undefined || (isRecord(found) && Array.isArray(found['entries']));
  return isLedger ? [] : [wrong('wrongType', [key], LEDGER, found)];
}

function remedyProblems(policy: RedressPolicy, remedy: Remedy, i: number): readonly Problem[] {
  const path = ['proposal', 'remedies', i];
  if (!isRecord(remedy)) return [wrong('wrongType', path, REMEDY, remedy)];
  const { kind, amount, currency } = remedy;
  const nature = kindOf(kind);
  const codes = policy.currencies.map(({ code }) => code);
  if (!isKind(kind) || nature === undefined) {
    const type = {
      en: 'kind of compensation (see compensationKinds)',
      zh: '补偿种类（见 compensationKinds）',
    };
    return [wrong('unknownKind', [...path, 'kind'], type, kind)];
  }
  if (amount === undefined)
    return nature.amount === 'needed'
      ? [problem('missing', [...path, 'amount'], { kind: 'present' }, amount)]
      : [];
  return [
    ...(nature.amount === 'none'
      ? [wrong('amountOfNoMoney', [...path, 'amount'], { en: 'no amount', zh: '无金额' }, amount)]
      : []),
    ...(Number.isSafeInteger(amount) && amount >= 0
      ? []
      : [wrong('notAnAmount', [...path, 'amount'], AMOUNT, amount)]),
    ...(currency !== undefined && codes.includes(currency)
      ? []
      : [problem('unknownCurrency', [...path, 'currency'], { kind: 'oneOf', values: codes }, currency)]),
  ];
}

function priceProblems(pricePaid: number | undefined): readonly Problem[] {
  if (pricePaid === undefined || (Number.isSafeInteger(pricePaid) && pricePaid >= 0)) return [];
  return [wrong('notAnAmount', ['proposal', 'pricePaid'], AMOUNT, pricePaid)];
}

const POLICY = {
  en: 'redress policy of defineRedressPolicy or parseRedressPolicy',
  zh: '由 defineRedressPolicy 或 parseRedressPolicy 得到的补偿权限',
};
const ASKED = { en: 'question with proposal, actor and asOf', zh: '含 proposal、actor 与 asOf 的问题' };
const PROPOSED = { en: 'proposal with its remedies', zh: '含补救措施的方案' };
const REMEDIES = { en: 'list of remedies', zh: '补救措施列表' };
const REMEDY = { en: 'remedy', zh: '补救措施' };
const ACTOR = { en: 'person with an id and a role', zh: '含编号与角色的人员' };
const LEDGER = { en: 'ledger of redressLedger (its Right)', zh: 'redressLedger 给出的台账（其 Right）' };
const INSTANT = { en: 'instant in epoch milliseconds', zh: '毫秒时间戳' };
const AMOUNT = { en: 'whole number of minor units, not negative', zh: '非负整数（最小货币单位）' };
