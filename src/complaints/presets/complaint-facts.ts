/** What the guards of the complaint workflow ask about, and where each answer comes from. */
import type { Bilingual } from '../../foundation/statement.js';
import type { FactDeclaration, FactOrigin, Guard } from '../workflow/model.js';
import type { DataTest } from '../workflow/operand.js';
import { both } from './both.js';
import { extent } from './complaint-choices.js';

const fact = (name: Bilingual, from: FactOrigin): FactDeclaration => ({ name, domain: 'boolean', from });
const kept = (en: string, zh: string, initially: boolean): FactDeclaration =>
  fact(both(en, zh), { kind: 'case', initially });
const told = (en: string, zh: string, field: string): FactDeclaration =>
  fact(both(en, zh), { kind: 'data', field });
const tested = (en: string, zh: string, test: DataTest): FactDeclaration =>
  fact(both(en, zh), { kind: 'test', test });
const brought = (en: string, zh: string): FactDeclaration => fact(both(en, zh), { kind: 'context' });

/** How often somebody who does not reply is reminded before the case goes on without them. */
export const CHASES = 2;

/** From this score of 5 on a customer counts as satisfied (top two boxes). */
const SATISFIED_FROM = 4;

export const complaintFacts: Readonly<Record<string, FactDeclaration>> = {
  acked: kept('it has been acknowledged', '已确认收到', false),
  external: kept('an external body has it or has decided it', '外部机构正在处理或已作决定', false),
  responseOverdue: kept('the response is overdue', '答复已超期', false),
  personUnused: kept('the person has not been changed yet', '尚未换人', true),
  timeUnused: kept('the time has not been changed yet', '尚未换时间', true),
  placeUnused: kept('the place has not been changed yet', '尚未换地点', true),
  chasesLeft: {
    name: both('the number of reminders left', '剩余催询次数'),
    domain: { upTo: CHASES },
    from: { kind: 'case', initially: CHASES },
  },

  isComplaint: told('it is a complaint', '属于投诉', 'isComplaint'),
  eligible: told('the complainant is eligible', '投诉人适格', 'eligible'),
  inScope: told('the complaint is in scope', '投诉属于受理范围', 'inScope'),
  resolvableNow: told('it can be put right at once', '可当场解决', 'resolvableNow'),
  otherRespondentResponsible: told(
    'the other respondent is responsible',
    '由另一被投诉方负责',
    'otherRespondentResponsible',
  ),
  remedyFailed: told('the remedy failed', '补救失败', 'remedyFailed'),
  remedyDue: told('a remedy is due', '须补救', 'remedyDue'),
  extent: {
    name: both('the extent', '转交范围'),
    domain: { oneOf: Object.keys(extent) },
    valueNames: extent,
    from: { kind: 'data', field: 'extent' },
  },

  primaryIsAnother: tested('the primary case is another one', '主案并非本案', {
    left: { data: 'primaryId' },
    is: '≠',
    right: { case: 'id' },
  }),
  byComplainantOrAuthorised: tested(
    'the complainant or somebody authorised asks for it',
    '由投诉人或其授权人提出',
    { one: { data: 'requestedBy' }, in: [{ value: 'complainant' }, { value: 'authorised' }] },
  ),
  evidencePresent: tested('there is evidence', '有证据', { filled: { data: 'evidence' } }),
  investigatorImpartial: tested('the investigator is not complained about', '调查人并非被投诉人', {
    one: { actor: 'id' },
    notIn: [{ record: 'complaint.aboutPersons' }],
  }),
  approverIsAnother: tested('the approver did not propose it', '审批人并非提出人', {
    one: { record: 'proposal.by.id' },
    notIn: [{ data: 'approver' }, { actor: 'id' }],
  }),
  ownerIsNew: tested(
    'the new owner has not had the case and is not complained about',
    '新负责人未经手且并非被投诉人',
    {
      one: { data: 'newOwner' },
      notIn: [{ record: 'owners' }, { record: 'complaint.aboutPersons' }],
    },
  ),
  finalResponseIrrevocable: tested('the final response is the last word', '最终答复不可变更', {
    left: { record: 'decision.irrevocable' },
    is: '=',
    right: { value: true },
  }),
  remediesDone: tested('every remedy has been fulfilled', '补救措施已全部履行', {
    every: { record: 'remedies', each: 'id' },
    in: [{ record: 'fulfilled', each: 'remedyId' }],
  }),
  remediesDoneNow: tested('every remedy has been fulfilled with this one', '含本项在内补救措施已全部履行', {
    every: { record: 'remedies', each: 'id' },
    in: [{ record: 'fulfilled', each: 'remedyId' }, { data: 'remedyId' }],
  }),
  remediesOffered: tested('remedies have been offered', '已提出补救措施', { filled: { record: 'remedies' } }),
  decisionSent: tested('a decision was sent', '已发出决定', { filled: { record: 'decision' } }),
  satisfied: tested('the customer is satisfied (4 or 5 of 5)', '客户满意（5 分制 4 分以上）', {
    left: { data: 'overall' },
    is: '≥',
    right: { value: SATISFIED_FROM },
  }),
  materialNewEvidence: tested('there is new evidence that matters', '有重要的新证据', {
    filled: { data: 'newEvidence' },
  }),

  primaryOpen: brought('the primary case is open', '主案未结'),
  wouldCycle: brought('the cases would be merged in a circle', '合并会形成循环'),
  primaryNotArchived: brought('the primary case is not archived', '主案未归档'),
  withinAuthority: brought('the amount is within the authority of who acts', '金额在经办人权限内'),
  conflictOfInterest: brought('who acts has an interest in the case', '经办人存在利益冲突'),
  lettersComplete: brought('the letter holds all that its kind needs', '答复函内容齐备'),
  referralOpen: brought('the referral to an external body is open', '可向外部机构申诉'),
  withinReferralWindow: brought('the referral window is open', '在申诉期限内'),
  withinReopenWindow: brought('the reopening window is open', '在重开期限内'),
  offerStillOpen: brought('the offer still stands', '方案仍然有效'),
  capaDone: brought('the corrective action is done or not needed', '纠正措施已完成或无须采取'),
};

export const not = (guard: Guard): Guard => ({ not: guard });
export const is = (name: string): Guard => ({ fact: name });

/** One of the three changes has not been made yet. */
export const movesLeft: Guard = { anyOf: [is('personUnused'), is('timeUnused'), is('placeUnused')] };
