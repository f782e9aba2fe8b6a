/** What people call the roles, slots and tags of the complaint workflow. */
import type { Bilingual } from '../../foundation/statement.js';
import type { WorkflowNames } from '../workflow/model.js';
import { both } from './both.js';

type Step = 'listen' | 'share' | 'identify' | 'check' | 'action' | 'satisfy' | 'change';

/** The six steps and the three changes by their tag. */
export const stepNames: Readonly<Record<Step, Bilingual>> = {
  listen: both('Listen', '倾听'),
  share: both('Share', '分担'),
  identify: both('Identify the problem', '判断问题'),
  check: both('Check', '确认'),
  action: both('Action', '行动'),
  satisfy: both('Satisfy', '满意'),
  change: both('Change the person, the time or the place', '换人、换时间、换地点'),
};

const roles: Readonly<Record<string, Bilingual>> = {
  handler: both('handler', '经办人'),
  agent: both('agent', '客服人员'),
  approver: both('approver', '审批人'),
  manager: both('manager', '经理'),
  complainant: both('complainant', '投诉人'),
  customer: both('customer', '客户'),
  company: both('company', '企业'),
  regulator: both('regulator', '监管部门'),
  system: both('system', '系统'),
};

const slots: Readonly<Record<string, Bilingual>> = {
  complaint: both('complaint', '投诉内容'),
  acknowledgement: both('acknowledgement', '收到确认'),
  assessment: both('assessment', '评估结果'),
  outOfScope: both('why it is out of scope', '不予受理依据'),
  merge: both('merger', '合并信息'),
  withdrawal: both('withdrawal', '撤回记录'),
  updates: both('updates', '进展告知'),
  questions: both('questions to the customer', '向客户提出的问题'),
  enquiry: both('enquiry to the third party', '向第三方的询问'),
  evidence: both('evidence', '证据'),
  findings: both('findings', '调查结论'),
  forwarded: both('what was forwarded', '转交记录'),
  owners: both('owners so far', '历任负责人'),
  proposal: both('proposal', '方案'),
  remedies: both('remedies', '补救措施'),
  approval: both('approval', '批准意见'),
  objections: both('objections of the approver', '审批反对意见'),
  decision: both('decision', '决定'),
  acceptance: both('acceptance', '接受记录'),
  refusals: both('refusals of the customer', '客户不接受记录'),
  moves: both('changes of person, time or place', '换人、换时间、换地点记录'),
  fulfilled: both('what was fulfilled', '履行记录'),
  survey: both('survey', '回访结果'),
  reopenings: both('reopenings', '重新开启记录'),
  appeals: both('appeals against the scope', '受理异议'),
  referral: both('referral', '外部申诉'),
  externalDecision: both('external decision', '外部决定'),
  settlement: both('settlement', '和解'),
  retention: both('retention', '留存'),
};

export const complaintNames: WorkflowNames = {
  roles,
  parties: {
    customer: both('the customer', '客户'),
    thirdParty: both('the third party', '第三方'),
    approver: both('the approver', '审批人'),
    external: both('the external body', '外部机构'),
  },
  slots,
  tags: {
    iso10002: {
      name: both('ISO 10002', 'ISO 10002'),
      values: { 'Annex escalation': both('Annex on escalation', '附录（升级）') },
    },
    disp: {
      name: both('FCA DISP', '英国 FCA DISP'),
      values: {
        '1.7 (other respondent)': both('1.7 (other respondent)', '1.7（另一被投诉方）'),
        '1.6.5R (two-stage)': both('1.6.5R (two stages)', '1.6.5R（两阶段）'),
      },
    },
    step: { name: both('Step of the six', '六步骤'), values: stepNames },
  },
};
