/**
 * Complaint procedures for other tools and for people: XState, SCXML, Mermaid, DOT, Markdown.
 *
 * @packageDocumentation
 */
export { type Describable, describe } from '../../foundation/describe.js';
export type { Expectation, Problem, Problems } from '../../foundation/problem.js';
export { orThrow, ProblemError, type Result } from '../../foundation/result.js';
export type { Bilingual, Language, Statement, StatementValue, Words } from '../../foundation/statement.js';
export type { Actor, CaseCommand, FactContext } from '../workflow/case.js';
export type { Field } from '../workflow/field.js';
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
  WorkflowNames,
  WorkflowTagNames,
} from '../workflow/model.js';
export type { DataTest, Operand } from '../workflow/operand.js';
export type { ChartOptions } from './arrows.js';
export { fromScxml } from './from-scxml.js';
export { fromXState } from './from-xstate.js';
export { toDot } from './to-dot.js';
export { type MermaidOptions, toMermaid } from './to-mermaid.js';
export { toProcedure } from './to-procedure.js';
export { toScxml } from './to-scxml.js';
export { toXState } from './to-xstate.js';
export type {
  XStateCase,
  XStateConfig,
  XStateEvent,
  XStateRest,
  XStateState,
  XStateTransition,
} from './xstate-config.js';
export {
  type XStateImplementations,
  type XStateScope,
  xstateEvent,
  xstateImplementations,
} from './xstate-implementations.js';
