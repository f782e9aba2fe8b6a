/** The canonical complaint workflow: 19 states, 88 transitions, mapped to ISO 10002, DISP and the six steps. */
import type { Workflow } from '../workflow/model.js';
import type { TypedWorkflow } from '../workflow/typed.js';
import { both } from './both.js';
import type { ComplaintCase, ComplaintCommand, ComplaintContext } from './complaint-case.js';
import { complaintCommands } from './complaint-commands.js';
import { complaintFacts } from './complaint-facts.js';
import { complaintNames } from './complaint-names.js';
import { complaintStates } from './complaint-states.js';
import { complaintTransitions } from './complaint-transitions.js';

const workflow: Workflow = {
  format: 'case-workflow@1',
  name: 'complaint',
  version: '1',
  title: both('Complaint handling', '投诉处理'),
  source: both(
    'ISO 10002:2018 clauses 7 and 8, ISO 10003:2018 clause 7, FCA DISP 1 and 2',
    'ISO 10002:2018 第 7、8 章，ISO 10003:2018 第 7 章，英国 FCA DISP 第 1、2 章',
  ),
  initial: 'received',
  final: ['archived'],
  states: complaintStates,
  commands: complaintCommands,
  opening: {
    on: 'RECEIVE',
    requires: [
      'receivedAt',
      'channel',
      'complainant',
      'product',
      'incidentAt',
      'description',
      'desiredRemedy',
    ],
    writes: [{ slot: 'complaint', as: 'set' }],
    tags: { iso10002: '7.2', disp: '1.6.1R', step: 'listen' },
  },
  facts: complaintFacts,
  transitions: complaintTransitions,
  answers: ['SEND_DECISION', 'EXTERNAL_DECISION', 'SETTLE'],
  names: complaintNames,
};

/**
 * The complaint workflow: from receipt to archive, with waits that end by timers, four eyes over what exceeds an
 * authority, three changes (person, time, place) before a refusal becomes final, and the way to an external body.
 * Each transition says in its `tags` where it stands in ISO 10002 (or 10003), in DISP and among the six steps.
 *
 * Sources: ISO 10002:2018 clauses 7.2 to 7.9 and 8, ISO 10003:2018 clause 7 (clause numbers from secondary pages),
 * FCA Handbook DISP 1 and 2. An offered case has `record.decision`, a fulfilling one `record.remedies`: see
 * {@link ComplaintCase}.
 *
 * @example
 * ```ts
 * import { complaintWorkflow } from 'clientele/complaints';
 *
 * Object.keys(complaintWorkflow.states).length; // => 19
 * complaintWorkflow.transitions.length; // => 88
 * complaintWorkflow.transitions.find(({ on }) => on === 'CONCLUDE')?.tags; // => { iso10002: '7.6', disp: '1.4.1R(2)', step: 'check' }
 * ```
 */
export const complaintWorkflow: TypedWorkflow<ComplaintCase, ComplaintCommand, ComplaintContext> = workflow;
