/** The sentences that explain the tier a member holds. */
import type { ZoneClock } from '../../foundation/civil.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { GrantSource } from '../metric.js';
import { dayWords } from './date-words.js';
import type { CriterionExplanation, MeasuredOver, ThresholdExplanation } from './explain-criterion.js';
import { wordsOf } from './explain-words.js';
import type { ExplainedTier } from './explanation.js';
import {
  type Metrics,
  NOTHING,
  type Put,
  putInto,
  type SpokenMetric,
  spoken,
  type Values,
} from './metric-words.js';
import type { ExplainedRenewal, OverrideInForce, TierExplanation } from './tier-explanation.js';

/** The name of a tier by its id. */
type NameOf = (tier: string) => Bilingual;
type Told = Omit<TierExplanation, 'statements'>;

/** What the sentences need of the policy. */
interface Rules {
  readonly clock: ZoneClock;
  readonly metrics: Metrics;
  readonly nameOf: NameOf;
}

/** Why the tier is held, what else is in force, a sentence for each tier, and for the renewal. */
export function statementsOf(one: Told, rules: Rules): readonly Statement[] {
  const { clock, nameOf } = rules;
  return [
    stateHeld(one, clock, nameOf),
    ...one.overrides.map((override) => stateOverride(override, clock, nameOf)),
    ...one.entry.map((tier) => stateCriterion(tier, rules, tier.by === 'reentry' ? REENTRY : NOTHING)),
    ...one.lifetime.map((tier) => stateCriterion(tier, rules, LIFETIME)),
    ...(one.renewal === null ? [] : stateRenewal(one.renewal, rules)),
  ];
}

const REENTRY: Bilingual = { en: ' again', zh: '（重新取得）' };
const LIFETIME: Bilingual = { en: ' for life', zh: '（终身）' };

/** "Gold since 1 May 2025, through 30 April 2026, brought by 2 on 1 May 2025; version 1." */
function stateHeld({ name, standing, because, version }: Told, clock: ZoneClock, nameOf: NameOf): Statement {
  const values: Values = { tier: name, since: dayWords(clock, standing.since), version };
  if (standing.expiresAt !== null) values['last'] = dayWords(clock, standing.expiresAt - 1);
  const until = standing.expiresAt === null ? NOTHING : { en: ', through {last}', zh: '，有效期至 {last}' };
  const why = becauseWords(because, values, clock, nameOf);
  return {
    en: `{tier} since {since}${until.en}${why.en}; version {version}.`,
    zh: `{tier}，自 {since} 起${until.zh}${why.zh}（规则版本 {version}）。`,
    values,
  };
}

function becauseWords(because: Told['because'], values: Values, clock: ZoneClock, nameOf: NameOf): Bilingual {
  if ('at' in because && because.at !== null) values['at'] = dayWords(clock, because.at);
  switch (because.kind) {
    case 'base':
      return { en: ', the base', zh: '，为基础等级' };
    case 'earned':
      if (because.by === null) return { en: ', earned on {at}', zh: '，于 {at} 达到' };
      values['by'] = because.by;
      return { en: ', brought by {by} on {at}', zh: '，于 {at} 因 {by} 达到' };
    case 'landed':
      if (because.from === null) return { en: ', landed here on {at}', zh: '，于 {at} 落至此级' };
      values['from'] = nameOf(because.from);
      return { en: ', landed here from {from} on {at}', zh: '，于 {at} 由 {from} 降至此级' };
    case 'clawedBack':
      values['of'] = because.of;
      values['from'] = nameOf(because.from);
      return {
        en: ', left from {from} on {at} when {of} was returned',
        zh: '，于 {at} 因 {of} 退回由 {from} 退至此级',
      };
    case 'lifetime':
      return { en: ', held for life', zh: '，终身保有' };
    case 'override':
      values['grant'] = because.override.grant;
      values['source'] = SOURCES[because.override.source];
      return { en: ', by the override {grant} ({source})', zh: '，依据授予 {grant}（{source}）' };
    case 'leftByOverride':
      values['source'] = SOURCES[because.source];
      return { en: ', left by an override ({source}) on {at}', zh: '，于 {at} 由授予（{source}）留下' };
  }
}

export const SOURCES: Readonly<Record<GrantSource, Bilingual>> = {
  manual: { en: 'manual', zh: '人工' },
  statusMatch: { en: 'status match', zh: '等级匹配' },
  challenge: { en: 'challenge', zh: '挑战' },
  gift: { en: 'gift', zh: '赠送' },
  partnerCard: { en: 'partner card', zh: '联名卡' },
  compensation: { en: 'compensation', zh: '补偿' },
  extension: { en: 'extension', zh: '延期' },
};

export const MODES: Readonly<Record<OverrideInForce['mode'], Bilingual>> = {
  floor: { en: 'at least', zh: '不低于' },
  pin: { en: 'exactly', zh: '固定为' },
  ceiling: { en: 'at most', zh: '不高于' },
};

function stateOverride(
  { grant, mode, tier, source, from, until }: OverrideInForce,
  clock: ZoneClock,
  nameOf: NameOf,
): Statement {
  const values: Values = {
    grant,
    tier: nameOf(tier),
    mode: MODES[mode],
    source: SOURCES[source],
    from: dayWords(clock, from),
  };
  if (until !== null) values['last'] = dayWords(clock, until - 1);
  return {
    en: `Override {grant} ({source}): {mode} {tier} since {from}${until === null ? '' : ', through {last}'}.`,
    zh: `授予 {grant}（{source}）：{mode} {tier}，自 {from} 起${until === null ? '' : '，有效期至 {last}'}。`,
    values,
  };
}

/** "Gold: spend 52,000 of 50,000, met, from 1 January 2025 to 31 December 2025." */
function stateCriterion(
  { name, criterion }: ExplainedTier,
  { clock, metrics }: Rules,
  after: Bilingual,
  before: Bilingual = NOTHING,
): Statement {
  const values: Values = { tier: name };
  const shared = sharedSpan(criterion);
  const over = shared === undefined ? NOTHING : boundsWords(shared, putInto(values), clock);
  const words = wordsOf(criterion, values, metrics, ({ metric, measured }, into) => {
    if (measured === undefined) return NOTHING;
    const put = putInto(into);
    const bounds = shared === undefined ? boundsWords(measured, put, clock) : NOTHING;
    const adjusted = adjustedWords(measured, spoken(metrics, metric, put).figure);
    return { en: bounds.en + adjusted.en, zh: bounds.zh + adjusted.zh };
  });
  return {
    en: `${before.en}{tier}${after.en}${over.en}: ${words.en}.`,
    zh: `${before.zh}{tier}${after.zh}${over.zh}：${words.zh}。`,
    values,
  };
}

function stateRenewal({ name, never, now, atEnd }: ExplainedRenewal, rules: Rules): readonly Statement[] {
  if (never) return [{ en: '{tier} is not renewed.', zh: '{tier} 到期后不再续期。', values: { tier: name } }];
  const ahead = { en: 'Renewal of ', zh: '续期 ' };
  const current = stateCriterion(now, rules, NOTHING, ahead);
  if (atEnd === null) return [current];
  // Where nothing changes until then, once is enough.
  const unchanged = JSON.stringify(stateCriterion(atEnd, rules, NOTHING, ahead)) === JSON.stringify(current);
  if (unchanged) return [current];
  const last = dayWords(rules.clock, atEnd.measuredAt);
  const end = { en: ` as of ${last.en}`, zh: `（截至 ${last.zh}）` };
  return [current, stateCriterion(atEnd, rules, end, ahead)];
}

/** The window of several thresholds that were all measured over the same one. */
function sharedSpan(criterion: CriterionExplanation): MeasuredOver | undefined {
  const spans = leavesOf(criterion).flatMap(({ measured }) => measured ?? []);
  const [first] = spans;
  if (first === undefined || spans.length < 2 || first.from === null) return undefined;
  return spans.every(({ from, until }) => from === first.from && until === first.until) ? first : undefined;
}

function leavesOf(criterion: CriterionExplanation): readonly ThresholdExplanation[] {
  return criterion.kind === 'threshold' ? [criterion] : criterion.of.flatMap(leavesOf);
}

function boundsWords({ from, until }: MeasuredOver, put: Put, clock: ZoneClock): Bilingual {
  if (from === null) return NOTHING;
  const start = put('from', dayWords(clock, from));
  if (until === null) return { en: `, since ${start}`, zh: `，自 ${start} 起` };
  const last = put('last', dayWords(clock, until - 1));
  return { en: `, from ${start} to ${last}`, zh: `，${start} 至 ${last}` };
}

const KINDS = {
  carried: { en: 'carried in', zh: '结转' },
  deducted: { en: 'deducted', zh: '扣除' },
  forfeited: { en: 'forfeited', zh: '失效' },
  redeemed: { en: 'redeemed', zh: '兑换' },
} as const;

/** What a value contains besides activity, by kind. */
function adjustedWords({ adjustments }: MeasuredOver, figure: SpokenMetric['figure']): Bilingual {
  const sums = new Map<keyof typeof KINDS, number>();
  for (const { kind, value } of adjustments) sums.set(kind, (sums.get(kind) ?? 0) + Math.abs(value));
  const parts = [...sums].map(([kind, sum]): Bilingual => {
    const shown = figure(kind, sum);
    return { en: `${shown} ${KINDS[kind].en}`, zh: `${KINDS[kind].zh} ${shown}` };
  });
  if (parts.length === 0) return NOTHING;
  return {
    en: ` (${parts.map(({ en }) => en).join(', ')})`,
    zh: `（${parts.map(({ zh }) => zh).join('，')}）`,
  };
}
