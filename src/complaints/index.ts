/**
 * Complaints: a procedure as data, cases that cannot get stuck, and deadlines that can be explained.
 *
 * @packageDocumentation
 */
export { type Describable, describe } from '../foundation/describe.js';
export { checkWorkflow } from './check/check-workflow.js';
export type {
  ScriptStep,
  WorkflowCheck,
  WorkflowCheckOptions,
  WorkflowFinding,
  WorkflowFindingKind,
} from './check/finding.js';
