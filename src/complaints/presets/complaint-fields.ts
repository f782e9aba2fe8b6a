/** The data of the complaint workflow's commands. */
import type { Bilingual } from '../../foundation/statement.js';
import type { Field } from '../workflow/field.js';
import { both } from './both.js';
import * as choices from './complaint-choices.js';

type Fields = Readonly<Record<string, Field>>;

const text = (en: string, zh: string): Field => ({ kind: 'text', name: both(en, zh) });
const texts = (en: string, zh: string, atLeast = 0): Field => ({
  kind: 'list',
  of: { kind: 'text' },
  atLeast,
  name: both(en, zh),
});
const flag = (en: string, zh: string): Field => ({ kind: 'boolean', name: both(en, zh) });
const instant = (en: string, zh: string): Field => ({ kind: 'instant', name: both(en, zh) });
const day = (en: string, zh: string): Field => ({ kind: 'day', name: both(en, zh) });
/** What the event tells of the past: it cannot lie after the event. */
const past = (en: string, zh: string): Field => ({
  kind: 'instant',
  notAfter: 'event',
  name: both(en, zh),
});
const oneOf = (valueNames: Readonly<Record<string, Bilingual>>, en: string, zh: string): Field => ({
  kind: 'oneOf',
  values: Object.keys(valueNames),
  valueNames,
  name: both(en, zh),
});
const score = (en: string, zh: string): Field => ({ kind: 'count', min: 1, max: 5, name: both(en, zh) });

const channel = text('channel', '渠道');
const receivedAt = past('when it was received', '收到时间');
const nextUpdateBy = instant('when the next update is due', '下次告知的最迟时间');
const acceptedAt = past('when it was accepted', '接受时间');
const dueBy = instant('when it is due', '最迟时间');
const reason = text('reason', '理由');
const reasons = text('reasons', '理由');
const content = text('content', '内容');
const approver = text('approver', '审批人');
const requestedBy = oneOf(choices.requester, 'who asks for it', '提出人');

const primaryId = text('id of the primary case', '主案编号');

const remedies = (atLeast: number): Field => ({
  kind: 'list',
  atLeast,
  uniqueBy: 'id',
  name: both('remedies', '补救措施'),
  of: {
    kind: 'object',
    fields: {
      id: { kind: 'text', name: both('id of a remedy', '补救编号') },
      kind: { kind: 'text', name: both('kind', '类别') },
      amount: { kind: 'amount', name: both('amount in minor units', '金额（最小货币单位）') },
      currency: { kind: 'text', name: both('currency', '币种') },
      basis: { kind: 'text', name: both('basis', '依据') },
    },
    optional: ['amount', 'currency'],
  },
});

export const receive: Fields = {
  receivedAt,
  channel,
  complainant: text('complainant', '投诉人'),
  authority: text('authority to act for the complainant', '代理授权'),
  product: text('product', '产品或服务'),
  incidentAt: past('when it happened', '事发时间'),
  awareAt: past('when the complainant became aware, or ought to have', '投诉人知道或应当知道的时间'),
  contractEndsOn: day('day on which the contract ends', '合同终止日'),
  description: text('description', '投诉内容'),
  desiredRemedy: text('remedy sought', '期望的补救'),
  vulnerability: text('vulnerability', '弱势情形'),
  aboutPersons: texts('persons complained about', '被投诉人员'),
};

export const acknowledge: Fields = {
  channel,
  handler: text('handler', '经办人'),
  nextUpdateBy,
  statementOfTimeLimits: text('statement of the time limits', '时限告知'),
};

export const assess: Fields = {
  isComplaint: flag('whether it is a complaint', '是否属于投诉'),
  eligible: flag('whether the complainant is eligible', '投诉人是否适格'),
  inScope: flag('whether it is in scope', '是否属于受理范围'),
  resolvableNow: flag('whether it can be put right at once', '能否当场解决'),
  severity: oneOf(choices.severity, 'severity', '严重程度'),
  safety: flag('whether safety is at stake', '是否涉及安全'),
  complexity: oneOf(choices.complexity, 'complexity', '复杂程度'),
  impact: oneOf(choices.impact, 'impact', '影响范围'),
  immediateAction: flag('whether something must be done at once', '是否须立即行动'),
  category: text('category', '类别'),
  policyPackId: text('rules that apply', '适用规则'),
  owner: text('owner', '负责人'),
  reasonCode: text('reason code', '原因代码'),
  signpostedBody: text('body signposted to', '告知的受理机构'),
  noticeSentAt: past('when the notice was sent', '通知发出时间'),
};

export const markDuplicate: Fields = {
  primaryId,
  matchBasis: text('why they are the same', '认定依据'),
  confirmedBy: text('who confirmed it', '确认人'),
};

export const withdraw: Fields = {
  requestedBy,
  reason,
  evidenceOfWithdrawal: text('evidence of the withdrawal', '撤回凭证'),
};

export const sendUpdate: Fields = {
  progress: text('progress', '进展'),
  nextUpdateBy,
  holding: flag('whether it is a holding response', '是否为延期答复'),
  approvedBy: text('who approved the extension', '延期批准人'),
  referralRights: text('how to refer it elsewhere', '外部申诉途径'),
};

export const askCustomer: Fields = { questions: texts('questions', '问题', 1), dueBy, channel };

export const askThirdParty: Fields = {
  party: text('party', '相关方'),
  purpose: text('purpose', '目的'),
  statutoryPauseBasis: text('rule that stops the statutory clock', '法定期限中止依据'),
};

export const conclude: Fields = {
  findings: text('findings', '调查结论'),
  evidence: texts('evidence', '证据'),
  upheld: oneOf(choices.upheld, 'whether it is upheld', '是否成立'),
  causeCode: text('cause code', '原因代码'),
  rootCauseHypothesis: text('root cause, as assumed', '根本原因假设'),
};

export const forward: Fields = {
  extent: oneOf(choices.extent, 'extent', '转交范围'),
  otherRespondentResponsible: flag('whether the other is responsible', '是否由对方负责'),
  toRespondent: text('other respondent', '转交对象'),
  part: text('part that is forwarded', '转交部分'),
  letterAt: past('when the letter was sent', '函件发出时间'),
  reasons,
};

export const referExternal: Fields = {
  body: text('external body', '外部机构'),
  ref: text('reference there', '外部案号'),
  requestedBy,
};

export const replied: Fields = { content, receivedAt };

export const newEvidence: Fields = {
  evidence: text('evidence', '证据'),
  remedyFailed: flag('whether the remedy failed', '补救是否失败'),
};

export const propose: Fields = {
  remedies: remedies(0),
  reasons,
  justiceIntent: {
    kind: 'list',
    of: { kind: 'oneOf', values: Object.keys(choices.justice), valueNames: choices.justice },
    name: both('kinds of justice it serves', '所回应的公平维度'),
  },
  approverRole: text('role of the approver', '审批角色'),
  slaDueAt: instant('when approval is due', '审批期限'),
};

export const approve: Fields = { approver, conditions: texts('conditions', '附加条件') };

export const refuseApproval: Fields = { approver, reason };

export const sendDecision: Fields = {
  kind: oneOf(choices.letter, 'kind of letter', '答复类型'),
  decision: text('decision', '决定'),
  reasons,
  referralRights: text('rights of referral', '申诉权利告知'),
  acceptBy: instant('when an answer is due', '回复期限'),
  waiveTimeLimits: flag('whether time limits are waived', '是否放弃时限抗辩'),
  irrevocable: flag('whether it is the last word', '是否为终局答复'),
};

export const accept: Fields = { acceptedAt, form: oneOf(choices.form, 'form', '形式') };

export const decline: Fields = {
  reason,
  whatWouldSatisfy: text('what would satisfy', '客户满意的条件'),
};

export const changePerson: Fields = {
  newOwner: text('new owner', '新负责人'),
  tier: { kind: 'count', max: 3, name: both('tier', '层级') },
  handover: text('handover', '交接说明'),
};

export const changeTime: Fields = {
  appointmentAt: instant('appointment', '约定时间'),
  coolingOffUntil: instant('end of the cooling-off', '冷静期截止'),
};

export const changePlace: Fields = {
  placeOrChannel: oneOf(choices.place, 'place or channel', '地点或渠道'),
};

export const fulfil: Fields = {
  remedyId: text('id of the remedy', '补救编号'),
  proof: text('proof', '履行凭证'),
  amountPaid: { kind: 'amount', name: both('amount paid', '支付金额') },
  paidAt: past('when it was paid', '支付时间'),
};

export const survey: Fields = {
  overall: score('satisfaction overall', '总体满意度'),
  distributive: score('fairness of the outcome', '结果公平'),
  procedural: score('fairness of the procedure', '程序公平'),
  interactional: score('fairness of the treatment', '互动公平'),
  verbatim: { kind: 'text', blank: 'allowed', name: both('own words', '客户原话') },
};

export const reopen: Fields = {
  requestedBy,
  reason,
  newEvidence: texts('new evidence', '新证据'),
  clockPolicy: oneOf(choices.clockPolicy, 'what the clocks do', '计时方式'),
};

export const acceptLate: Fields = { acceptedAt };

export const unmerge: Fields = { requestedBy, reason };

export const primaryArchived: Fields = {
  primaryId,
  outcomeCopied: flag('whether the outcome was copied', '是否已复制处理结果'),
};

export const appealScope: Fields = { reason };

export const externalDecision: Fields = {
  remedyDue: flag('whether a remedy is due', '是否须补救'),
  outcome: text('outcome', '处理结果'),
  award: remedies(1),
  binding: flag('whether it binds', '是否具有约束力'),
  dueBy,
};

export const externalWithdrawn: Fields = { requestedBy };

export const settle: Fields = { terms: text('terms', '和解条款'), remedies: remedies(1) };

/** Of every timer: when it was due; when it was fed in is the event's own time. */
export const timer: Fields = { dueAt: instant('when it was due', '到期时间') };

export const lastTimer: Fields = { ...timer, retentionUntil: instant('end of retention', '保存期截止') };
