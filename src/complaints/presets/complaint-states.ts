/** The 19 states of the complaint workflow. */
import type { StateDeclaration } from '../workflow/model.js';
import { both } from './both.js';

export const complaintStates: Readonly<Record<string, StateDeclaration>> = {
  received: {
    name: both('Received', '已登记'),
    about: both('Logged under an id; to be assessed', '已登记编号，待评估'),
    has: ['complaint'],
    tags: { step: 'listen' },
  },
  investigating: {
    name: both('Investigating', '调查中'),
    about: both('Somebody owns it and finds out what happened', '已有负责人，正在查明事实'),
    has: ['complaint'],
    tags: { step: 'check' },
  },
  awaitingCustomer: {
    name: both('Waiting for the customer', '等待客户'),
    about: both('The customer was asked something', '已向客户提问'),
    waitsFor: 'customer',
    has: ['complaint', 'questions'],
    tags: { step: 'identify' },
  },
  awaitingThirdParty: {
    name: both('Waiting for a third party', '等待第三方'),
    about: both('Somebody outside was asked something', '已向外部相关方询问'),
    waitsFor: 'thirdParty',
    has: ['complaint', 'enquiry'],
    tags: { step: 'check' },
  },
  proposing: {
    name: both('Proposing', '拟定方案'),
    about: both('A remedy or a reasoned refusal is drafted', '正在拟定补救方案或附理由的拒绝'),
    has: ['complaint'],
    tags: { step: 'action' },
  },
  awaitingApproval: {
    name: both('Waiting for approval', '等待审批'),
    about: both('Somebody else has to agree', '须由他人复核同意'),
    waitsFor: 'approver',
    has: ['complaint', 'proposal', 'remedies'],
    tags: { step: 'action' },
  },
  decisionReady: {
    name: both('Decision ready', '决定待发'),
    about: both('Agreed; the letter is to be sent', '已同意，待发出决定'),
    has: ['complaint', 'proposal', 'remedies'],
    tags: { step: 'action' },
  },
  offered: {
    name: both('Offered', '已答复'),
    about: both('The decision was sent; the customer answers', '决定已发出，待客户回应'),
    waitsFor: 'customer',
    has: ['complaint', 'proposal', 'remedies', 'decision'],
    tags: { step: 'satisfy' },
  },
  escalated: {
    name: both('Escalated', '已升级'),
    about: both('Another person, time or place is to be found', '须换人、换时间或换地点'),
    has: ['complaint', 'remedies'],
    tags: { step: 'change' },
  },
  fulfilling: {
    name: both('Fulfilling', '履行中'),
    about: both('What was agreed is paid or done', '正在支付或履行约定的补救'),
    has: ['complaint', 'remedies'],
    tags: { step: 'action' },
  },
  verifying: {
    name: both('Verifying', '回访中'),
    about: both('The customer is asked whether it is right now', '正在确认客户是否满意'),
    waitsFor: 'customer',
    has: ['complaint', 'remedies'],
    tags: { step: 'satisfy' },
  },
  resolved: {
    name: both('Resolved', '已解决'),
    about: both('Closed; may be reopened for a while', '已结案，在期限内可重新开启'),
    has: ['complaint', 'remedies'],
    closed: true,
    tags: { step: 'satisfy' },
  },
  closedFinal: {
    name: both('Closed with a final response', '最终答复后结案'),
    about: both('Not accepted; other bodies may be asked', '客户未接受，可向外部机构申诉'),
    has: ['complaint'],
    closed: true,
    tags: { step: 'satisfy' },
  },
  withdrawn: {
    name: both('Withdrawn', '已撤回'),
    about: both('The complainant took it back', '投诉人已撤回'),
    has: ['complaint', 'withdrawal'],
    closed: true,
  },
  merged: {
    name: both('Merged', '已合并'),
    about: both('Handled under another case', '并入另一个案处理'),
    has: ['complaint', 'merge'],
    closed: true,
  },
  declinedScope: {
    name: both('Out of scope', '不予受理'),
    about: both('Not a complaint for this desk; signposted', '不属于受理范围，已告知去向'),
    has: ['complaint', 'outOfScope'],
    closed: true,
  },
  external: {
    name: both('With an external body', '外部处理中'),
    about: both(
      'An ombudsman, mediator, regulator or court decides',
      '由申诉专员、调解机构、监管部门或法院处理',
    ),
    waitsFor: 'external',
    has: ['complaint', 'referral'],
    tags: { step: 'satisfy' },
  },
  externalClosed: {
    name: both('Closed by the external body', '外部机构已结案'),
    about: both('Decided without a remedy', '外部决定无须补救'),
    has: ['complaint', 'referral', 'externalDecision'],
    closed: true,
    tags: { step: 'satisfy' },
  },
  archived: {
    name: both('Archived', '已归档'),
    about: both('Kept until its retention ends', '在保存期内留存'),
    has: ['complaint'],
    closed: true,
  },
};
