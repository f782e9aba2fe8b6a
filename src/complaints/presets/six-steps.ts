/** The six-step procedure: listen, share, probe, check, action, satisfy. */
import type { Field } from '../workflow/field.js';
import type { StateDeclaration, Workflow } from '../workflow/model.js';
import { both } from './both.js';

const complaint = ['complaint'];
const states: Readonly<Record<string, StateDeclaration>> = {
  listen: {
    name: both('Listen', '倾听'),
    about: both('Hear the key points, patiently', '耐心倾听要点'),
    has: complaint,
  },
  share: {
    name: both('Share', '分担'),
    about: both('Share the worry: feel, felt, found', '感同身受：感受、曾感受、发觉'),
    has: [...complaint, 'keyPoints'],
  },
  probe: {
    name: both('Probe', '澄清'),
    about: both('Ask, and judge what the crux is', '提问并判断症结'),
    has: [...complaint, 'keyPoints'],
  },
  check: {
    name: both('Check', '确认'),
    about: both('Confirm with the customer and with our side', '与客户及我方核实'),
    has: [...complaint, 'crux'],
  },
  action: {
    name: both('Action', '行动'),
    about: both('A concrete plan; promises kept without discount', '提出具体方案，不打折扣地兑现承诺'),
    has: [...complaint, 'crux'],
  },
  satisfy: {
    name: both('Satisfy', '满意'),
    about: both('Prevent it from happening again; the customer confirms', '防止再发，并确认客户满意'),
    has: [...complaint, 'crux', 'plan'],
  },
  escalated: {
    name: both('Escalated (addition)', '升级（补充）'),
    about: both('Another person, time or place', '换人、换时间或换地点'),
    has: [...complaint, 'crux', 'plan'],
  },
  closed: { name: both('Closed (addition)', '结案（补充）'), has: complaint, closed: true },
};

const text = (en: string, zh: string): Field => ({ kind: 'text', name: both(en, zh) });
const texts = (en: string, zh: string, atLeast = 0): Field => ({
  kind: 'list',
  of: { kind: 'text' },
  atLeast,
  name: both(en, zh),
});
const flag = (en: string, zh: string): Field => ({ kind: 'boolean', name: both(en, zh) });
const addition = { addition: 'library' };

/**
 * The six steps of the source material as a workflow, each step entered with what the step before has found out:
 * Listen needs the complaint, Share the key points, Probe the words of sympathy, Check the crux, Action what customer
 * and house both confirm, Satisfy the plan carried out and its promises.
 *
 * The material names the steps in a line and says nothing of failure. Added here: the crux that is not confirmed goes
 * back from Check to Probe, and a customer who is not satisfied from Satisfy to Action; a close, and an escalation
 * (change of person, time or place) that are marked `addition` in their tags. The third step is printed "Probleming".
 *
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 *
 * Object.keys(sixSteps.states); // => ['listen', 'share', 'probe', 'check', 'action', 'satisfy', 'escalated', 'closed']
 * ```
 */
export const sixSteps: Workflow = {
  format: 'case-workflow@1',
  name: 'six-steps',
  version: '1',
  title: both('Six steps of complaint handling', '客户抱怨处理六步骤'),
  source: both('Source material CMP-01 (reconstructed), AMB-25', '原始资料 CMP-01（经还原）、AMB-25'),
  initial: 'listen',
  final: ['closed'],
  states,
  commands: {
    START: {
      name: both('Start', '开始'),
      kind: 'command',
      fields: { complaint: text('complaint', '投诉内容') },
    },
    HEARD: {
      name: both('The complaint was heard', '已听取'),
      kind: 'command',
      fields: { keyPoints: texts('key points', '要点', 1) },
    },
    SHARED: {
      name: both('The worry was shared', '已分担'),
      kind: 'command',
      fields: { sympathy: text('words of sympathy', '共情的话') },
    },
    PROBED: {
      name: both('The crux was found', '已判断症结'),
      kind: 'command',
      fields: { questions: texts('questions', '问题', 1), crux: text('crux', '症结') },
    },
    CHECKED: {
      name: both('The crux was checked', '已核实症结'),
      kind: 'command',
      fields: {
        customerConfirms: flag('whether the customer confirms the crux', '客户是否确认症结'),
        houseConfirms: flag('whether our side confirms the crux', '我方是否确认症结'),
      },
    },
    ACTED: {
      name: both('The plan was carried out', '方案已实施'),
      kind: 'command',
      fields: { plan: text('plan', '方案'), promises: texts('promises', '承诺') },
    },
    CONFIRMED: {
      name: both('The customer was asked', '已回访客户'),
      kind: 'command',
      fields: {
        satisfied: flag('whether the customer is satisfied', '客户是否满意'),
        prevention: text('how it is prevented from now on', '防止再发的措施'),
      },
    },
    ESCALATE: {
      name: both('Escalate', '升级'),
      kind: 'command',
      fields: {
        change: {
          kind: 'oneOf',
          values: ['person', 'time', 'place'],
          valueNames: {
            person: both('another person', '换人'),
            time: both('another time', '换时间'),
            place: both('another place', '换地点'),
          },
          name: both('what is changed', '更换内容'),
        },
        reason: text('reason', '理由'),
      },
    },
    REHEAR: {
      name: both('Hear again', '重新听取'),
      kind: 'command',
      fields: { arrangement: text('arrangement', '重新听取的安排') },
    },
    GIVE_UP: {
      name: both('Close unsatisfied', '未满意结案'),
      kind: 'command',
      fields: { reason: text('reason', '理由') },
    },
  },
  opening: { on: 'START', requires: ['complaint'], writes: [{ slot: 'complaint', as: 'set' }] },
  facts: {
    customerConfirms: {
      name: both('the customer confirms the crux', '客户确认症结'),
      domain: 'boolean',
      from: { kind: 'data', field: 'customerConfirms' },
    },
    houseConfirms: {
      name: both('our side confirms the crux', '我方确认症结'),
      domain: 'boolean',
      from: { kind: 'data', field: 'houseConfirms' },
    },
    satisfied: {
      name: both('the customer is satisfied', '客户满意'),
      domain: 'boolean',
      from: { kind: 'data', field: 'satisfied' },
    },
  },
  transitions: [
    {
      id: 'listen.HEARD.share',
      from: 'listen',
      on: 'HEARD',
      to: 'share',
      requires: ['keyPoints'],
      writes: [{ slot: 'keyPoints', as: 'set' }],
    },
    {
      id: 'share.SHARED.probe',
      from: 'share',
      on: 'SHARED',
      to: 'probe',
      requires: ['sympathy'],
    },
    {
      id: 'probe.PROBED.check',
      from: 'probe',
      on: 'PROBED',
      to: 'check',
      requires: ['questions', 'crux'],
      writes: [{ slot: 'crux', as: 'set' }],
    },
    {
      id: 'check.CHECKED.action',
      from: 'check',
      on: 'CHECKED',
      when: { allOf: [{ fact: 'customerConfirms' }, { fact: 'houseConfirms' }] },
      to: 'action',
      requires: ['customerConfirms', 'houseConfirms'],
    },
    {
      id: 'check.CHECKED.probe',
      from: 'check',
      on: 'CHECKED',
      when: 'otherwise',
      to: 'probe',
      requires: ['customerConfirms', 'houseConfirms'],
      tags: addition,
    },
    {
      id: 'action.ACTED.satisfy',
      from: 'action',
      on: 'ACTED',
      to: 'satisfy',
      requires: ['plan', 'promises'],
      writes: [{ slot: 'plan', as: 'set' }],
    },
    {
      id: 'satisfy.CONFIRMED.closed',
      from: 'satisfy',
      on: 'CONFIRMED',
      when: { fact: 'satisfied' },
      to: 'closed',
      requires: ['satisfied', 'prevention'],
      tags: addition,
    },
    {
      id: 'satisfy.CONFIRMED.action',
      from: 'satisfy',
      on: 'CONFIRMED',
      when: 'otherwise',
      to: 'action',
      requires: ['satisfied'],
      tags: addition,
    },
    {
      id: 'satisfy.ESCALATE.escalated',
      from: 'satisfy',
      on: 'ESCALATE',
      to: 'escalated',
      requires: ['change', 'reason'],
      writes: [{ slot: 'changes', as: 'append' }],
      tags: addition,
    },
    {
      id: 'escalated.REHEAR.listen',
      from: 'escalated',
      on: 'REHEAR',
      to: 'listen',
      requires: ['arrangement'],
      tags: addition,
    },
    {
      id: 'escalated.GIVE_UP.closed',
      from: 'escalated',
      on: 'GIVE_UP',
      to: 'closed',
      requires: ['reason'],
      tags: addition,
    },
  ],
  answers: ['ACTED'],
  names: {
    slots: {
      complaint: both('complaint', '投诉内容'),
      keyPoints: both('key points', '要点'),
      crux: both('crux', '症结'),
      plan: both('plan', '方案'),
      changes: both('changes of person, time or place', '换人、换时间、换地点记录'),
    },
    tags: {
      addition: {
        name: both('Not in the source', '原始资料所无'),
        values: { library: both('added here', '本流程补充') },
      },
    },
  },
};
