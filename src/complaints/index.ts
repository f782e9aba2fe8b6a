/**
 * Complaints: a procedure as data, cases that cannot get stuck, and deadlines that can be explained.
 *
 * @packageDocumentation
 */
export { type Describable, describe } from '../foundation/describe.js';
export type { Expectation, Problem, Problems } from '../foundation/problem.js';
export { orThrow, ProblemError, type Result } from '../foundation/result.js';
export type { Bilingual, Language, Statement, StatementValue, Words } from '../foundation/statement.js';
export { checkWorkflow } from './check/check-workflow.js';
export type {
  ScriptStep,
  WorkflowCheck,
  WorkflowCheckOptions,
  WorkflowFinding,
  WorkflowFindingKind,
} from './check/finding.js';
export type {
  ComplaintCase,
  ComplaintCommand,
  ComplaintCommandType,
  ComplaintContext,
  ComplaintData,
  ComplaintEvent,
  ComplaintIn,
  ComplaintRecord,
  ComplaintState,
  Remedy,
  Requester,
} from './presets/complaint-case.js';
export { complaintWorkflow } from './presets/complaint-workflow.js';
export { sixSteps } from './presets/six-steps.js';
export type { Actor, CaseCommand, CaseEvent, CaseSnapshot, FactContext } from './workflow/case.js';
export { type CompiledWorkflow, compileWorkflow } from './workflow/compile.js';
export { decide } from './workflow/decide.js';
export { defineWorkflow, parseWorkflow } from './workflow/define.js';
export { evolve } from './workflow/evolve.js';
export type { Field } from './workflow/field.js';
export { type LegalCommand, type LegalWay, legalCommands } from './workflow/legal-commands.js';
export type {
  CommandDeclaration,
  FactDeclaration,
  FactDomain,
  FactOrigin,
  FactValue,
  Guard,
  RecordWrite,
  StateDeclaration,
  TransitionDeclaration,
  Workflow,
} from './workflow/model.js';
export type { DataTest, Operand } from './workflow/operand.js';
export type { Refusal, RefusedWay, UnmetFact } from './workflow/refusal.js';
export { type Replay, replay } from './workflow/replay.js';
export type {
  CaseOf,
  CommandOf,
  ContextOf,
  EventOf,
  TypedWorkflow,
  WorkflowInput,
} from './workflow/typed.js';
