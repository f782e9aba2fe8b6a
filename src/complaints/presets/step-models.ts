/** Other ways to handle a complaint in steps: lists of what to do, in order. */
import type { Bilingual } from '../../foundation/statement.js';
import { both } from './both.js';

/** A procedure that is known by its steps only: nothing is said of what happens if one fails. */
export interface StepModel {
  readonly name: string;
  readonly title: Bilingual;
  readonly steps: readonly Bilingual[];
  /** Where it comes from. */
  readonly source: string;
  /** Set where the source is known from memory or second hand: check before you rely on it. */
  readonly unverified?: true;
  /** Set where steps of the source are lost. */
  readonly partial?: true;
}

const listen = both('Listen', '倾听');
const apologise = both('Apologise', '道歉');
const solve = both('Solve', '解决');
const thank = both('Thank', '致谢');
const resolve = both('Resolve', '解决');

/**
 * The step models of the trade and of the source material. For a workflow with states and data write your own, or start from
 * {@link sixSteps}, {@link serviceRequest} or {@link complaintWorkflow}.
 *
 * @example
 * ```ts
 * import { stepModels } from 'clientele/complaints';
 *
 * stepModels.find(({ name }) => name === 'HEARD')?.steps.map(({ en }) => en); // => ['Hear', 'Empathise', 'Apologise', 'Resolve', 'Diagnose']
 * ```
 */
export const stepModels: readonly StepModel[] = [
  {
    name: 'LAST',
    title: both('LAST', 'LAST 四步法'),
    steps: [listen, apologise, solve, thank],
    source: 'service trade, commonly taught',
    unverified: true,
  },
  {
    name: 'LEARN',
    title: both('LEARN', 'LEARN 五步法'),
    steps: [listen, both('Empathise', '共情'), apologise, resolve, both('Notify', '通报')],
    source: 'hotel trade, commonly taught',
    unverified: true,
  },
  {
    name: 'HEARD',
    title: both('HEARD', 'HEARD 五步法'),
    steps: [both('Hear', '倾听'), both('Empathise', '共情'), apologise, resolve, both('Diagnose', '诊断')],
    source: 'Disney Institute, as commonly quoted',
    unverified: true,
  },
  {
    name: 'LATTE',
    title: both('LATTE', 'LATTE 五步法'),
    steps: [
      listen,
      both('Acknowledge', '认同'),
      both('Take action', '采取行动'),
      thank,
      both('Explain', '解释'),
    ],
    source: 'Starbucks, as commonly quoted',
    unverified: true,
  },
  {
    name: 'LSCIA',
    title: both('LSCIA', 'LSCIA 五步法'),
    steps: [
      listen,
      both('Share', '分担'),
      both('Clarify', '澄清'),
      both('Illustrate', '说明'),
      both('Ask', '询问'),
    ],
    source: 'sales training, commonly taught',
    unverified: true,
  },
  {
    name: 'LSCPA',
    title: both('LSCPA', 'LSCPA 五步法'),
    steps: [
      listen,
      both('Share', '分担'),
      both('Clarify', '澄清'),
      both('Present', '陈述'),
      both('Ask for action', '请求行动'),
    ],
    source: 'sales training, commonly taught',
    unverified: true,
  },
  {
    name: 'thank-and-apologise',
    title: both('Complaint steps of the communication chapter', '沟通一章的投诉处理'),
    steps: [
      both('Encourage complaints and lower the threshold', '鼓励投诉，降低投诉门槛'),
      both('Thank the customer', '感谢客户'),
      both('Apologise, and say “I”, not “we”', '道歉，说“我”而不说“我们”'),
      both('Propose and carry out a plan that the customer accepts', '提出并实施客户能接受的方案'),
    ],
    source: 'Source material CMP-09; steps 1 and 2 are partly lost',
    partial: true,
  },
  {
    name: 'follow-up-call',
    title: both('Follow-up call', '跟踪回访'),
    steps: [
      both('Handle the complaint', '处理投诉'),
      both('Call back', '回访'),
      both('Make sure that the customer is satisfied', '确认客户满意'),
    ],
    source: 'Source material CMP-17',
  },
];
