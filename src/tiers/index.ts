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
export { assignBenefits, type BenefitMatrix } from './assign-benefits.js';
export type { Benefit, DiscountStep } from './benefit.js';
export { type BenefitFacts, benefitsAt } from './benefits-at.js';
export { benefitsOf, type TiersWithBenefits } from './benefits-of.js';
export {
  type ColumnEvaluationOptions,
  type ColumnsOver,
  evaluateTierColumns,
  type TierColumns,
} from './bulk.js';
export type { MetricColumn, MetricColumns } from './bulk-columns.js';
export { type ComparisonOptions, compareTierPolicies } from './compare-policies.js';
export { type CompiledTiers, type CompiledVersion, compileTiers } from './compile.js';
export type { QualificationCriterion, Threshold, Truth } from './criterion.js';
export { defineTierPolicy, parseTierMember, parseTierPolicy } from './define.js';
export type {
  AppliedDiscount,
  DiscountCombination,
  DiscountedPrice,
  PriceQuestion,
  SkippedDiscount,
} from './discounted-price.js';
export { type EvaluationOptions, evaluateTier } from './evaluate.js';
export type { TierEvaluation, UndecidedTier } from './evaluation.js';
export { examineTierPolicy } from './examine-policy.js';
export {
  type Contribution,
  type CounterAdjustment,
  type CriterionExplanation,
  type Exclusion,
  explainCriterion,
  type JoinExplanation,
  type MeasuredOver,
  type ThresholdExplanation,
} from './explain-criterion.js';
export { explainEvaluation } from './explain-evaluation.js';
export { explainTier } from './explain-tier.js';
export type { EvaluationExplanation, ExplainedTier } from './explanation.js';
export type { ExclusionReason } from './filter.js';
export type { ConditionCause } from './fold/conditions.js';
export type { HeldBenefit, HeldBenefits } from './held-benefits.js';
export type {
  RejectedEntry,
  TierEvent,
  TierHistory,
  TierInterval,
  TierStanding,
  TierState,
} from './history.js';
export type { Comparison, MetricValue } from './judge.js';
export type { LeapDay } from './leap-day.js';
export type {
  ActivityReturn,
  AttributeChange,
  GrantRevocation,
  QualifyingActivity,
  Redemption,
  StatusGrant,
  TierEntry,
  TierMember,
} from './member.js';
export type { MembershipTerm } from './membership-term.js';
export type {
  ActivityFilter,
  AttributeTest,
  AttributeValue,
  GrantSource,
  QualifyingMetric,
  TierSource,
} from './metric.js';
export type { MetricValues, ValuesOver } from './metric-values.js';
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
export type {
  CalendarPeriod,
  CivilDuration,
  QualificationWindow,
  TierSchedule,
  TierValidity,
} from './periods.js';
export { type EarnedPoints, type PointsQuestion, pointsFor } from './points.js';
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
} from './policy-comparison.js';
export type { DateExample, MetricExample, PolicyFinding, PolicyFindingKind } from './policy-finding.js';
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
export { priceAfter } from './price.js';
export { compileProgramme, replayProgramme, type TierProgramme } from './programme.js';
export { type ProgressOptions, tierProgress } from './progress.js';
export { type ProjectionOptions, projectTier } from './projection.js';
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
export type {
  ExplainedEntry,
  ExplainedRenewal,
  HeldBecause,
  OverrideInForce,
  TierExplanation,
} from './tier-explanation.js';
export { type TierFlowChart, tierFlowChart } from './tier-flow-chart.js';
export type { TierAhead, TierProgress, TierRetention } from './tier-progress.js';
export type {
  ExpectedValue,
  ProjectedEnd,
  ProjectedPace,
  ProjectionAssumption,
  TierProjection,
} from './tier-projection.js';
export { type TimelineEntry, tierTimeline } from './timeline.js';
export { type UpcomingOptions, upcomingTierEvents } from './upcoming.js';
export { decideVip, evolveVip, noVipMembership, replayVipMembership, vipTermAt } from './vip-flow.js';
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
  VipTerm,
} from './vip-membership.js';
export { explainVipMembership } from './vip-words.js';
export type { GivenVoucher, VoucherState } from './voucher.js';
export type { MissingAmount, UnboughtCondition, UnitCosts, WayToTier } from './way.js';
export { type CostlyReturn, returnsThatCost } from './what-if-return.js';
