/** The commands and timers of the complaint workflow. */
import type { CommandDeclaration } from '../workflow/model.js';
import { both } from './both.js';
import * as fields from './complaint-fields.js';

const command = (en: string, zh: string, of: CommandDeclaration['fields']): CommandDeclaration => ({
  name: both(en, zh),
  kind: 'command',
  fields: of,
});
const timer = (en: string, zh: string, of = fields.timer): CommandDeclaration => ({
  name: both(en, zh),
  kind: 'timer',
  by: ['system'],
  fields: of,
});

export const complaintCommands: Readonly<Record<string, CommandDeclaration>> = {
  RECEIVE: command('Receive', '登记', fields.receive),
  ACKNOWLEDGE: command('Acknowledge', '确认收到', fields.acknowledge),
  ASSESS: command('Assess', '评估', fields.assess),
  MARK_DUPLICATE: command('Mark as duplicate', '标记重复', fields.markDuplicate),
  WITHDRAW: command('Withdraw', '撤回', fields.withdraw),
  SEND_UPDATE: command('Send an update', '告知进展', fields.sendUpdate),
  ASK_CUSTOMER: command('Ask the customer', '询问客户', fields.askCustomer),
  ASK_THIRD_PARTY: command('Ask a third party', '询问第三方', fields.askThirdParty),
  CUSTOMER_REPLIED: command('The customer replied', '客户已回复', fields.replied),
  THIRD_PARTY_REPLIED: command('The third party replied', '第三方已回复', fields.replied),
  CONCLUDE: command('Conclude the investigation', '调查结论', fields.conclude),
  FORWARD: command('Forward', '转交', fields.forward),
  NEW_EVIDENCE: command('New evidence', '新证据', fields.newEvidence),
  PROPOSE: command('Propose', '提出方案', fields.propose),
  APPROVE: { ...command('Approve', '批准', fields.approve), by: ['approver'] },
  REFUSE_APPROVAL: { ...command('Refuse approval', '不予批准', fields.refuseApproval), by: ['approver'] },
  SEND_DECISION: command('Send the decision', '发出决定', fields.sendDecision),
  ACCEPT: command('Accept', '接受', fields.accept),
  DECLINE: command('Decline', '不接受', fields.decline),
  CHANGE_PERSON: command('Change the person', '换人', fields.changePerson),
  CHANGE_TIME: command('Change the time', '换时间', fields.changeTime),
  CHANGE_PLACE: command('Change the place', '换地点', fields.changePlace),
  FULFIL: command('Fulfil', '履行', fields.fulfil),
  SURVEY: command('Survey', '满意度回访', fields.survey),
  REOPEN: command('Reopen', '重新开启', fields.reopen),
  ACCEPT_LATE: command('Accept late', '逾期接受', fields.acceptLate),
  UNMERGE: command('Unmerge', '取消合并', fields.unmerge),
  PRIMARY_ARCHIVED: {
    ...command('The primary case was archived', '主案已归档', fields.primaryArchived),
    by: ['system'],
  },
  APPEAL_SCOPE: command('Appeal against the scope', '对不予受理提出异议', fields.appealScope),
  REFER_EXTERNAL: command('Refer to an external body', '提交外部机构', fields.referExternal),
  EXTERNAL_DECISION: command('External decision', '外部决定', fields.externalDecision),
  EXTERNAL_WITHDRAWN: command('Withdrawn from the external body', '撤回外部申诉', fields.externalWithdrawn),
  SETTLE: command('Settle', '和解', fields.settle),
  TIMER_ASSESS: timer('Assessment overdue', '评估超期'),
  TIMER_UPDATE: timer('Update overdue', '进展告知超期'),
  TIMER_RESPONSE: timer('Response overdue', '答复超期'),
  TIMER_CUSTOMER_WAIT: timer('No reply of the customer', '客户未回复'),
  TIMER_THIRD_PARTY_WAIT: timer('No reply of the third party', '第三方未回复'),
  TIMER_APPROVAL: timer('Approval overdue', '审批超期'),
  TIMER_OFFER: timer('Offer lapsed', '答复到期未回应'),
  TIMER_ESCALATION: timer('No move in time', '升级超期未处理'),
  TIMER_FULFIL: timer('Fulfilment overdue', '履行超期'),
  TIMER_VERIFY: timer('No answer to the survey', '回访无回应'),
  TIMER_REOPEN_WINDOW: timer('Reopening window over', '重开期限届满', fields.lastTimer),
  TIMER_REFERRAL_WINDOW: timer('Referral window over', '申诉期限届满', fields.lastTimer),
  TIMER_EXTERNAL_CHASE: timer('Chase the external body', '催询外部机构'),
  TIMER_RETENTION: timer('Retention begins', '转入留存', fields.lastTimer),
};
