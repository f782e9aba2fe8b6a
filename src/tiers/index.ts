/**
 * Membership tiers: a programme as data, and for every member the tier, why, until when, and what is missing.
 *
 * @packageDocumentation
 */
export { type Describable, describe } from '../foundation/describe.js';
export type { AsOf } from '../foundation/instant.js';
export type { Currency, Rounding } from '../foundation/money.js';
export type { Expectation, Problem, Problems } from '../foundation/problem.js';
export { orThrow, ProblemError, type Result } from '../foundation/result.js';
export type { Bilingual, Language, Statement, StatementValue, Words } from '../foundation/statement.js';
export type { Benefit, BenefitBase, DiscountStep } from './benefit.js';
export { assignBenefits, type BenefitMatrix } from './benefits/assign-benefits.js';
export { type BenefitFacts, benefitsAt } from './benefits/benefits-at.js';
export { benefitsOf, type TiersWithBenefits } from './benefits/benefits-of.js';
export type {
  AppliedDiscount,
  DiscountCombination,
  DiscountedPrice,
  PriceQuestion,
  SkippedDiscount,
} from './benefits/discounted-price.js';
export type { HeldBenefit, HeldBenefits } from './benefits/held-benefits.js';
export type { MembershipTerm } from './benefits/membership-term.js';
export { type EarnedPoints, type PointsQuestion, pointsFor } from './benefits/points.js';
export { priceAfter } from './benefits/price.js';
export type { GivenVoucher, VoucherState } from './benefits/voucher.js';
export { auditTierLog } from './check/audit-log.js';
export { type ComparisonOptions, compareTierPolicies } from './compare/compare-policies.js';
export type {
  BenefitCostChange,
  BenefitCosts,
  ComparedPolicy,
  ComparedTier,
  MemberWithRejections,
  PolicyComparison,
  TierCost,
  TierMove,
  TierTransition,
  UnjudgedMember,
} from './compare/policy-comparison.js';
export { type TierFlowChart, tierFlowChart } from './compare/tier-flow-chart.js';
export type { QualificationCriterion, Threshold, Truth } from './criterion.js';
export { defineTierPolicy, parseTierMember, parseTierPolicy } from './define.js';
export {
  type ColumnEvaluationOptions,
  type ColumnsOver,
  evaluateTierColumns,
  type TierColumns,
} from './evaluate/bulk.js';
export type { MetricColumn, MetricColumns } from './evaluate/bulk-columns.js';
export type { HeldTiers, TierColumn } from './evaluate/bulk-held.js';
export { type CompiledTiers, type CompiledVersion, compileTiers } from './evaluate/compile.js';
export { type EvaluationOptions, evaluateTier } from './evaluate/evaluate.js';
export type { TierEvaluation, UndecidedTier } from './evaluate/evaluation.js';
export type { Comparison, MetricValue } from './evaluate/judge.js';
export type { MetricValues, ValuesOver } from './evaluate/metric-values.js';
export { examineTierPolicy } from './examine/examine-policy.js';
export type {
  DateExample,
  MetricExample,
  PolicyFinding,
  PolicyFindingKind,
} from './examine/policy-finding.js';
export {
  type Contribution,
  type CounterAdjustment,
  type CriterionExplanation,
  type Exclusion,
  explainCriterion,
  type JoinExplanation,
  type MeasuredOver,
  type ThresholdExplanation,
} from './explain/explain-criterion.js';
export { explainEvaluation } from './explain/explain-evaluation.js';
export { explainTier } from './explain/explain-tier.js';
export type { EvaluationExplanation, ExplainedTier } from './explain/explanation.js';
export type {
  ExplainedEntry,
  ExplainedRenewal,
  HeldBecause,
  OverrideInForce,
  TierExplanation,
} from './explain/tier-explanation.js';
export { type TimelineEntry, tierTimeline } from './explain/timeline.js';
export type { ExclusionReason } from './filter.js';
export type { ConditionCause } from './fold/conditions.js';
export type {
  RejectedEntry,
  TierEvent,
  TierEventBase,
  TierHistory,
  TierInterval,
  TierStanding,
  TierState,
} from './history.js';
export type {
  ActivityReturn,
  AttributeChange,
  GrantRevocation,
  QualifyingActivity,
  Redemption,
  StatusGrant,
  TierEntry,
  TierEntryBase,
  TierMember,
} from './member.js';
export type {
  ActivityFilter,
  AttributeTest,
  AttributeValue,
  GrantSource,
  MetricKind,
  MetricReading,
  MetricWording,
  QualifyingMetric,
  TierSource,
} from './metric.js';
export type {
  CarryOver,
  DowngradeDepth,
  DowngradeRule,
  Grace,
  GrantFallback,
  OverrideMode,
  RenewalRule,
  ReturnRule,
  StatusOffer,
  Tier,
  TierPolicy,
  TierPolicyInput,
  UpgradeRule,
  VersionChange,
} from './model.js';
export { type ProgressOptions, tierProgress } from './outlook/progress.js';
export { type ProjectionOptions, projectTier } from './outlook/projection.js';
export type { TierAhead, TierChallenge, TierProgress, TierRetention } from './outlook/tier-progress.js';
export type {
  ExpectedValue,
  ProjectedEnd,
  ProjectedPace,
  ProjectionAssumption,
  TierProjection,
} from './outlook/tier-projection.js';
export { type UpcomingOptions, upcomingTierEvents } from './outlook/upcoming.js';
export type { MissingAmount, UnboughtCondition, UnitCosts, WayToTier } from './outlook/way.js';
export { type CostlyReturn, type ReturnOptions, returnsThatCost } from './outlook/what-if-return.js';
export type {
  CalendarPeriod,
  CivilDuration,
  QualificationWindow,
  TierSchedule,
  TierValidity,
} from './periods.js';
export { type AdvocateThresholds, advocateCandidate } from './presets/advocate-candidate.js';
export {
  flyingBlueTiers,
  type QantasFigures,
  type QantasOptions,
  type QantasOptions2026,
  qantasTiers2025,
  qantasTiers2026,
} from './presets/airlines.js';
export {
  type ChinaMobileOptions,
  chinaMobileTiers2025,
  jdLikeTiers,
  type ScoreOptions,
  vip88Price,
} from './presets/chinese-programmes.js';
export { gradeTiers } from './presets/grade-tiers.js';
export { benlaiTiers, xinyueTiers } from './presets/growth-value.js';
export {
  type HiltonOptions,
  hiltonTiers2022,
  hiltonTiers2025,
  hiltonTiers2026,
} from './presets/hilton.js';
export { hotelBenefitExample, hotelBenefits } from './presets/hotel-benefits.js';
export { hyattTiers } from './presets/hyatt.js';
export { importantCustomer } from './presets/important-customer.js';
export {
  type BonOptions,
  bonLikeTiers,
  voucherifyLikeTiers,
  type YotpoOptions,
  type YotpoTier,
  yotpoLikeTiers,
} from './presets/loyalty-apps.js';
export { type MarriottOptions, marriottRewardsTiers2010, marriottTiers } from './presets/marriott.js';
export type { ProgrammeOptions, TierThreshold } from './presets/programme.js';
export { type TelecomOptions, telecomKeyCustomers } from './presets/telecom-key-customers.js';
export { type VipTiersOptions, vipTiers } from './presets/vip-tiers.js';
export { compileProgramme, replayProgramme, type TierProgramme } from './programme.js';
export {
  advanceTier,
  type HistoryOptions,
  type ReplayOptions,
  replayTiers,
  startTier,
  tierAt,
  tierHistory,
} from './replay.js';
export { type TierBand, type TierDistribution, tierDistribution } from './tier-distribution.js';
export type { LeapDay } from './time/leap-day.js';
export { decideVip, evolveVip, noVipMembership, replayVipMembership, vipTermAt } from './vip/vip-flow.js';
export type {
  VipCommand,
  VipCommandKind,
  VipEvent,
  VipEventKind,
  VipFlowOptions,
  VipMembership,
  VipOutsider,
  VipPaperwork,
  VipState,
  VipStep,
  VipTerm,
} from './vip/vip-membership.js';
export { explainVipMembership } from './vip/vip-words.js';
