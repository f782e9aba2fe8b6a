/**
 * Complaints: a procedure as data, cases that cannot get stuck, and deadlines that can be explained.
 *
 * @packageDocumentation
 */
export type {
  CalendarConventions,
  CalendarException,
  ClockEffect,
  ClosedReason,
  ClosedStep,
  ClosingBoundary,
  CompiledCalendar,
  CountedStep,
  DayKind,
  DayReason,
  DaysStep,
  Deadline,
  DeadlineExplanation,
  DeadlineRule,
  DeadlineStep,
  MeasuredWorkingTime,
  OpenHours,
  OpenReason,
  Pause,
  TimeBudget,
  Weekday,
  WeekRule,
  WorkingCalendar,
  WorkingTimeExplanation,
  WorkingTimeStep,
} from '../calendar/index.js';
export { type Describable, describe } from '../foundation/describe.js';
export type { AsOf } from '../foundation/instant.js';
export type { Currency } from '../foundation/money.js';
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
  CaseClock,
  CaseClocks,
  ClockStatus,
  ClockStep,
  ClockTimer,
  NotInForce,
  TimerData,
} from './clocks/case-clock.js';
export { checkRulePacks, type PackSurroundings } from './clocks/check-packs.js';
export { type ClockChange, compareClocks } from './clocks/compare.js';
export type { ExplainedPart } from './clocks/compared.js';
export { defineRulePack, parseRulePack } from './clocks/define.js';
export { type DueTimer, type DueTimers, dueTimers, type UndatedTimer } from './clocks/due-timers.js';
export { nextDuty, openDuties } from './clocks/duties.js';
export { type ClockExplanation, type ClockName, explainClock } from './clocks/explain.js';
export type {
  Citation,
  ClockLimit,
  ClockMoment,
  ClockRule,
  ComparedLimit,
  FieldLimit,
  LimitPart,
  MomentTime,
  PauseRule,
  ReopenPolicy,
  RulePack,
  RulePackInput,
  RunOutMoment,
} from './clocks/model.js';
export { type ClockOptions, projectClocks } from './clocks/project.js';
export {
  type ChecklistItem,
  type ComplaintAngle,
  type ContactDont,
  type ContactPrinciple,
  type ContactTechnique,
  contactTechniques,
  type FeedbackChannel,
  feedbackChannels,
  type MediaDont,
  mediaDonts,
  sevenPrinciples,
  tenDonts,
  threeAngles,
} from './contact/checklists.js';
export {
  type ContactRecord,
  type ContactReview,
  type Observation,
  type ReviewedItem,
  reviewContact,
} from './contact/review.js';
export { correctiveWorkflow } from './corrective/corrective-workflow.js';
export { defaultCorrective, defineCorrectivePolicy, parseCorrectivePolicy } from './corrective/define.js';
export {
  type CorrectiveAction,
  type CorrectiveGate,
  correctiveActionOf,
  correctiveGate,
} from './corrective/gate.js';
export type { CorrectivePolicy, CorrectivePolicyInput } from './corrective/model.js';
export { type BundleOptions, bundleCase, type CaseBundle } from './desk/bundle.js';
export { complaintDesk } from './desk/desk.js';
export { handleComplaint } from './desk/handle.js';
export type {
  ComplaintDesk,
  ComplaintView,
  DeskAnswer,
  DeskExtra,
  DeskRefusal,
  DeskSetup,
  DeskTimer,
  FactAnswer,
  FiredTimer,
} from './desk/model.js';
export { type ReplayedBundle, replayBundle } from './desk/replay-bundle.js';
export { type CaseTimeline, type CaseTimelineEntry, caseTimeline } from './desk/timeline.js';
export type { BundleVerdict } from './desk/verdict.js';
export { explainDuty, viewComplaint } from './desk/view.js';
export { defaultEscalation } from './escalation/default-escalation.js';
export { defineEscalationPolicy, parseEscalationPolicy } from './escalation/define.js';
export { type MayRehear, mayRehear, type RehearingBar } from './escalation/may-rehear.js';
export type {
  EscalationPolicy,
  EscalationPolicyInput,
  EscalationTier,
  EscalationTrigger,
  RehearingMove,
} from './escalation/model.js';
export { projectEscalation } from './escalation/project.js';
export type {
  EscalationOptions,
  EscalationStanding,
  EscalationStep,
  RehearingUsed,
  Threat,
  TriggerCause,
} from './escalation/standing.js';
export { watchedPacks } from './escalation/watch.js';
export {
  type ArchiveNotice,
  archiveNotices,
  type CaseCrossing,
  caseCrossings,
  caseGroup,
  type MergeLink,
  mergedLog,
  mergeOf,
  primaryOf,
} from './linking/links.js';
export type { MergesOf } from './linking/same-complainant.js';
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
export { type ComplaintStep, complaintSteps, type Justice } from './presets/complaint-steps.js';
export { complaintWorkflow } from './presets/complaint-workflow.js';
export { serviceRequest } from './presets/service-request.js';
export { sixSteps } from './presets/six-steps.js';
export { type StepModel, stepModels } from './presets/step-models.js';
export { defineRedressPolicy, parseRedressPolicy } from './redress/define.js';
export { judgeRedress } from './redress/judge.js';
export type { RedressJudgement, RedressQuestion, RedressReason } from './redress/judgement.js';
export { type CompensationKind, type CompensationNature, compensationKinds } from './redress/kinds.js';
export {
  type LedgerEntry,
  type RedressLedger,
  type RedressTotals,
  type RemedyStatus,
  redressLedger,
} from './redress/ledger.js';
export type {
  Amounts,
  LookBack,
  RedressAuthority,
  RedressPolicy,
  RedressPolicyInput,
} from './redress/model.js';
export { classifyOutcome, type OutcomeClass } from './redress/outcome.js';
export {
  type CauseRow,
  type ComplaintCauses,
  type ComplaintGrouping,
  complaintCauses,
} from './reports/causes.js';
export {
  type CfpbAssumptions,
  type CfpbScriptOptions,
  type CfpbStep,
  cfpbCommands,
} from './reports/cfpb/commands.js';
export { cfpbDialects } from './reports/cfpb/dialects.js';
export type { CfpbComplaint, CfpbDialect, CfpbField, CfpbFlag, CfpbResponse } from './reports/cfpb/model.js';
export { type CfpbRow, type CfpbRowOptions, readCfpbRow } from './reports/cfpb/read-row.js';
export { type CfpbRows, readCfpbRows } from './reports/cfpb/read-rows.js';
export { cfpbCells, cfpbRow } from './reports/cfpb/row-of-log.js';
export type { DispBucket } from './reports/disp-columns.js';
export {
  type DispReturn,
  type DispReturnOptions,
  type DispRow,
  dispReturn,
} from './reports/disp-return.js';
export { type IndicatorOptions, type IsoIndicators, isoIndicators } from './reports/iso-indicators.js';
export {
  type JusticeRelation,
  type JusticeSummary,
  justiceSummary,
  type ScoreSummary,
} from './reports/justice.js';
export type { ReportPeriod } from './reports/period.js';
export type { CaseRate, LeftOut } from './reports/rate.js';
export { compareCounts, type Exposed, type RateChange } from './reports/rate-change.js';
export type { RejectedLog } from './reports/read-logs.js';
export {
  type ComplaintTrends,
  complaintTrends,
  type TrendCell,
  type TrendOptions,
} from './reports/trends.js';
export { type Interval95, wilsonInterval } from './reports/wilson.js';
export { asicRg271 } from './rules/au-asic.js';
export { caacPassengerService } from './rules/cn-airline.js';
export { bankInsuranceComplaints } from './rules/cn-bank-insurance.js';
export { miitOrder35 } from './rules/cn-miit.js';
export { type SamrOrder121Options, samrOrder20, samrOrder121 } from './rules/cn-samr.js';
export { tourismOrder32 } from './rules/cn-tourism.js';
export { type DeskClockOptions, deskClocks } from './rules/desk.js';
export { type DeskLimit, deskLimits } from './rules/desk-limits.js';
export { euDisputeResolution } from './rules/eu-adr.js';
export {
  euAirPassengers,
  euBusPassengers,
  euRailPassengers,
  euShipPassengers,
} from './rules/eu-passengers.js';
export { publishedRules } from './rules/published.js';
export { abtaCode, abtaWithRelaxation } from './rules/uk-abta.js';
export { fcaDisp, ukPaymentServices } from './rules/uk-fca.js';
export { ofcomReferral } from './rules/uk-ofcom.js';
export { cfpbComplaints } from './rules/us-cfpb.js';
export {
  estimateHiddenDissatisfaction,
  type HiddenDissatisfaction,
  type HiddenDissatisfactionInput,
  type ResponseRate,
  responseRate,
} from './signals/estimate.js';
export {
  estimateMarketDamage,
  type MarketDamage,
  type MarketDamageInput,
  type MarketDamageSegment,
} from './signals/market-damage.js';
export {
  type DissatisfiedSegment,
  type RepurchaseTable,
  type TellingTable,
  tarpRepurchase,
  tarpTelling,
} from './signals/market-tables.js';
export {
  type DissatisfactionSignal,
  type ExplicitRecord,
  type ImplicitRecord,
  type SortedComplaints,
  sortComplaints,
} from './signals/sort.js';
export type { Actor, CaseCommand, CaseEvent, CaseSnapshot, FactContext } from './workflow/case.js';
export { type CompiledWorkflow, compileWorkflow } from './workflow/compile.js';
export { decide } from './workflow/decide.js';
export { defineWorkflow, parseWorkflow } from './workflow/define.js';
export { evolve } from './workflow/evolve.js';
export type { Field } from './workflow/field.js';
export type { Replay } from './workflow/history.js';
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
  WorkflowNames,
  WorkflowTagNames,
} from './workflow/model.js';
export type { DataTest, Operand } from './workflow/operand.js';
export { parseCaseEvents } from './workflow/parse-events.js';
export type { Refusal, RefusedWay, UnmetFact } from './workflow/refusal.js';
export { type ReplayedCase, type ReplayedCases, replay, replayCases } from './workflow/replay.js';
export { type CaseStep, runSteps, type StepsTaken } from './workflow/run-steps.js';
export type {
  CaseOf,
  CommandOf,
  ContextOf,
  EventOf,
  TypedWorkflow,
  WorkflowInput,
} from './workflow/typed.js';
export { withRoles } from './workflow/with-roles.js';
