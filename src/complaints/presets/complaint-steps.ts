/** Where the six steps stand in the complaint workflow, in ISO 10002, in DISP, in HEARD and LAST, and which justice they serve. */
import type { Bilingual } from '../../foundation/statement.js';
import { stepNames } from './complaint-names.js';

/** A kind of justice that customers perceive in how a complaint is handled. */
export type Justice = 'distributive' | 'procedural' | 'interactional';

/** One of the six steps, and what it is called elsewhere. */
export interface ComplaintStep {
  /** As the `step` tags of {@link complaintWorkflow} have it; the three changes carry the tag of the step they return to. */
  readonly step: 'listen' | 'share' | 'identify' | 'check' | 'action' | 'satisfy' | 'change';
  readonly name: Bilingual;
  /** State of {@link sixSteps}. */
  readonly sixStep: string;
  /** States of the complaint workflow that belong to it. */
  readonly states: readonly string[];
  /** Its commands there. */
  readonly commands: readonly string[];
  readonly iso10002: readonly string[];
  readonly disp: readonly string[];
  readonly heard: readonly string[];
  readonly last: readonly string[];
  readonly justice: readonly Justice[];
}

/**
 * The six steps and the three changes, each with its states and commands in {@link complaintWorkflow}, its clauses of
 * ISO 10002:2018 (numbers from secondary pages) and FCA DISP, its letters in HEARD and LAST, and the justice it serves. The third step,
 * tagged `identify`, is the Probe of the source material.
 *
 * @example
 * ```ts
 * import { complaintSteps } from 'clientele/complaints';
 *
 * complaintSteps.find(({ step }) => step === 'identify')?.sixStep; // => 'probe'
 * ```
 */
export const complaintSteps: readonly ComplaintStep[] = [
  {
    step: 'listen',
    name: stepNames.listen,
    sixStep: 'listen',
    states: ['received'],
    commands: ['RECEIVE', 'ACKNOWLEDGE', 'REOPEN', 'APPEAL_SCOPE'],
    iso10002: ['7.2', '7.4'],
    disp: ['1.6.1R'],
    heard: ['Hear'],
    last: ['Listen'],
    justice: ['interactional'],
  },
  {
    step: 'share',
    name: stepNames.share,
    sixStep: 'share',
    states: [],
    commands: ['SEND_UPDATE'],
    iso10002: ['7.1', '7.3'],
    disp: ['1.6.1R(2)'],
    heard: ['Empathise', 'Apologise'],
    last: ['Apologise'],
    justice: ['interactional'],
  },
  {
    step: 'identify',
    name: stepNames.identify,
    sixStep: 'probe',
    states: ['awaitingCustomer'],
    commands: ['ASSESS', 'ASK_CUSTOMER', 'MARK_DUPLICATE', 'UNMERGE'],
    iso10002: ['7.5'],
    disp: ['1.4.1R(1)', '1.5'],
    heard: ['Diagnose'],
    last: [],
    justice: ['procedural'],
  },
  {
    step: 'check',
    name: stepNames.check,
    sixStep: 'check',
    states: ['investigating', 'awaitingThirdParty'],
    commands: [
      'ASK_THIRD_PARTY',
      'CUSTOMER_REPLIED',
      'THIRD_PARTY_REPLIED',
      'NEW_EVIDENCE',
      'CONCLUDE',
      'FORWARD',
    ],
    iso10002: ['7.6'],
    disp: ['1.4.1R(2)', '1.7'],
    heard: ['Diagnose'],
    last: [],
    justice: ['procedural'],
  },
  {
    step: 'action',
    name: stepNames.action,
    sixStep: 'action',
    states: ['proposing', 'awaitingApproval', 'decisionReady', 'fulfilling'],
    commands: ['PROPOSE', 'APPROVE', 'REFUSE_APPROVAL', 'SEND_DECISION', 'FULFIL', 'SETTLE'],
    iso10002: ['7.7', '7.8'],
    disp: ['1.4.1R(3)', '1.4.1R(4)', '1.4.1R(5)', '1.6.2R'],
    heard: ['Resolve'],
    last: ['Solve'],
    justice: ['distributive'],
  },
  {
    step: 'satisfy',
    name: stepNames.satisfy,
    sixStep: 'satisfy',
    states: ['offered', 'verifying', 'resolved', 'closedFinal', 'external', 'externalClosed'],
    commands: [
      'ACCEPT',
      'ACCEPT_LATE',
      'DECLINE',
      'SURVEY',
      'WITHDRAW',
      'REFER_EXTERNAL',
      'EXTERNAL_DECISION',
      'EXTERNAL_WITHDRAWN',
    ],
    iso10002: ['7.9', '8.3'],
    disp: ['1.5.3R', '2.8'],
    heard: [],
    last: ['Thank'],
    justice: ['distributive', 'procedural', 'interactional'],
  },
  {
    step: 'change',
    name: stepNames.change,
    sixStep: 'escalated',
    states: ['escalated'],
    commands: ['CHANGE_PERSON', 'CHANGE_TIME', 'CHANGE_PLACE'],
    iso10002: ['Annex escalation'],
    disp: ['1.6.5R'],
    heard: [],
    last: [],
    justice: ['procedural', 'interactional'],
  },
];
