/** Corrective action as a workflow: from a suspicion to a cause, a measure, and a look whether it helped. */
import type { Bilingual } from '../../foundation/statement.js';
import type { Field } from '../workflow/field.js';
import type { TransitionDeclaration, Workflow } from '../workflow/model.js';

const both = (en: string, zh: string): Bilingual => ({ en, zh });
const text = (en: string, zh: string): Field => ({ kind: 'text', name: both(en, zh) });
const cases: Field = {
  kind: 'list',
  atLeast: 1,
  of: { kind: 'text' },
  name: both('cases it comes from', '来源个案'),
};
const evidence: Field = {
  kind: 'list',
  atLeast: 1,
  of: { kind: 'text' },
  name: both('evidence', '证据'),
};

const move = (
  from: string,
  on: string,
  to: string,
  rest: Omit<TransitionDeclaration, 'id' | 'from' | 'on' | 'to'>,
): TransitionDeclaration => ({ id: `${from}.${on}.${to}`, from, on, to, tags: { iso10002: '8.7' }, ...rest });

const set = (slot: string) => [{ slot, as: 'set' }] as const;

/** Another case of the same cause is added wherever the action stands. */
const link = (from: string) =>
  move(from, 'LINK_CASE', from, {
    requires: ['case', 'basis'],
    writes: [{ slot: 'linked', as: 'append' }],
  });

/**
 * Corrective action (ISO 10002:2018 clauses 8.2 and 8.7, DISP 1.3.3R): suspected, confirmed with its root cause, an action
 * with owner and due time, done, and checked for its effect by somebody other than the owner. What did not help goes back to
 * the cause; a suspicion can be dropped with a reason. Run it on the engine of complaints, one log for each action; its
 * opening names the cases it comes from, `LINK_CASE` adds those in which the cause has recurred.
 *
 * @example
 * ```ts
 * import { correctiveWorkflow } from 'clientele/complaints';
 *
 * Object.keys(correctiveWorkflow.states); // => ['suspected', 'confirmed', 'action', 'done', 'checked', 'dropped']
 * ```
 */
export const correctiveWorkflow: Workflow = {
  format: 'case-workflow@1',
  name: 'corrective-action',
  version: '1',
  title: both('Corrective action', '纠正措施'),
  source: both(
    'ISO 10002:2018 clauses 8.2 and 8.7 (clause numbers from secondary pages), FCA DISP 1.3.3R',
    'ISO 10002:2018 第 8.2、8.7 条（条号来自二手资料），英国 FCA DISP 1.3.3R',
  ),
  initial: 'suspected',
  final: ['checked', 'dropped'],
  states: {
    suspected: { name: both('Suspected', '疑似'), has: ['suspicion'] },
    confirmed: { name: both('Cause confirmed', '原因已确认'), has: ['suspicion', 'cause'] },
    action: { name: both('Action under way', '措施进行中'), has: ['suspicion', 'cause', 'plan'] },
    done: { name: both('Action done', '措施已完成'), has: ['suspicion', 'cause', 'plan', 'result'] },
    checked: {
      name: both('Effect checked', '有效性已验证'),
      has: ['suspicion', 'cause', 'plan', 'result', 'effect'],
      closed: true,
    },
    dropped: { name: both('Dropped', '已排除'), has: ['suspicion', 'dropped'], closed: true },
  },
  commands: {
    SUSPECT: {
      name: both('Suspect a cause', '提出疑似原因'),
      kind: 'command',
      fields: {
        cases,
        hypothesis: text('what may be the cause', '原因假设'),
        recurrenceOf: text('earlier action', '既往措施'),
      },
    },
    LINK_CASE: {
      name: both('Link a case', '关联个案'),
      kind: 'command',
      fields: {
        case: text('case', '个案'),
        basis: text('why it has the same cause', '关联依据'),
      },
    },
    CONFIRM: {
      name: both('Confirm the cause', '确认原因'),
      kind: 'command',
      fields: {
        rootCause: text('root cause', '根本原因'),
        causeCode: text('cause code', '原因代码'),
        evidence,
      },
    },
    DROP: {
      name: both('Drop the suspicion', '排除疑似原因'),
      kind: 'command',
      fields: { reason: text('reason', '理由') },
    },
    PLAN: {
      name: both('Plan the action', '制定措施'),
      kind: 'command',
      fields: {
        measure: text('measure', '措施'),
        owner: text('owner', '负责人'),
        dueBy: { kind: 'instant', name: both('when it is due', '最迟时间') },
      },
    },
    FINISH: {
      name: both('The action is done', '措施完成'),
      kind: 'command',
      fields: { proof: text('proof', '完成凭证') },
    },
    CHECK_EFFECT: {
      name: both('Check the effect', '验证有效性'),
      kind: 'command',
      fields: {
        effective: { kind: 'boolean', name: both('whether it helped', '是否有效') },
        evidence,
      },
    },
    TIMER_ACTION: {
      name: both('Action overdue', '措施超期'),
      kind: 'timer',
      by: ['system'],
      fields: { dueAt: { kind: 'instant', name: both('when it was due', '到期时间') } },
    },
  },
  opening: { on: 'SUSPECT', requires: ['cases', 'hypothesis'], writes: set('suspicion') },
  facts: {
    effective: {
      name: both('it helped', '措施有效'),
      domain: 'boolean',
      from: { kind: 'data', field: 'effective' },
    },
    checkerIsAnother: {
      name: both('who checks did not own the action', '验证人并非措施负责人'),
      domain: 'boolean',
      from: { kind: 'test', test: { one: { actor: 'id' }, notIn: [{ record: 'plan.owner' }] } },
    },
  },
  transitions: [
    link('suspected'),
    move('suspected', 'CONFIRM', 'confirmed', {
      requires: ['rootCause', 'causeCode', 'evidence'],
      writes: set('cause'),
    }),
    move('suspected', 'DROP', 'dropped', { requires: ['reason'], writes: set('dropped') }),
    link('confirmed'),
    move('confirmed', 'PLAN', 'action', {
      requires: ['measure', 'owner', 'dueBy'],
      writes: set('plan'),
    }),
    link('action'),
    move('action', 'FINISH', 'done', { requires: ['proof'], writes: set('result') }),
    move('action', 'TIMER_ACTION', 'action', {
      note: both('The action is late; who answers for it is told.', '措施已超期，通知责任人。'),
    }),
    link('done'),
    move('done', 'CHECK_EFFECT', 'checked', {
      when: { allOf: [{ fact: 'checkerIsAnother' }, { fact: 'effective' }] },
      requires: ['effective', 'evidence'],
      writes: set('effect'),
    }),
    move('done', 'CHECK_EFFECT', 'confirmed', {
      when: { allOf: [{ fact: 'checkerIsAnother' }, { not: { fact: 'effective' } }] },
      requires: ['effective', 'evidence'],
      writes: [...set('effect'), { slot: 'result', as: 'clear' }],
    }),
  ],
  names: {
    roles: { system: both('system', '系统') },
    slots: {
      suspicion: both('suspicion', '疑似原因'),
      linked: both('cases linked later', '后续关联个案'),
      cause: both('cause', '原因'),
      plan: both('plan', '措施计划'),
      result: both('result', '完成情况'),
      effect: both('effect', '验证结果'),
      dropped: both('why it was dropped', '排除理由'),
    },
    tags: { iso10002: { name: both('ISO 10002', 'ISO 10002') } },
  },
};
