/** The sentences that explain the tier a member holds. */
import type { ZoneClock } from '../../foundation/civil.js';
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import type { GrantSource } from '../metric.js';
import { dayWords } from './date-words.js';
import type { MeasuredOver, ThresholdExplanation } from './explain-criterion.js';
import { wordsOf } from './explain-words.js';
import type { ExplainedTier } from './explanation.js';
import type { ExplainedRenewal, OverrideInForce, TierExplanation } from './tier-explanation.js';

type Values = Record<string, StatementValue>;
type Told = Omit<TierExplanation, 'statements'>;

/** Why the tier is held, what else is in force, a sentence for each tier, and for the renewal. */
export function statementsOf(one: Told, clock: ZoneClock): readonly Statement[] {
  return [
    stateHeld(one, clock),
    ...one.overrides.map((override) => stateOverride(override, clock)),
    ...one.entry.map((tier) => stateCriterion(tier, clock, tier.by === 'reentry' ? REENTRY : NOTHING)),
    ...one.lifetime.map((tier) => stateCriterion(tier, clock, LIFETIME)),
    ...(one.renewal === null ? [] : stateRenewal(one.renewal, clock)),
  ];
}

const NOTHING: Bilingual = { en: '', zh: '' };
const REENTRY: Bilingual = { en: ' again', zh: '（重新取得）' };
const LIFETIME: Bilingual = { en: ' for life', zh: '（终身）' };

/** "Gold since 1 May 2025, until 1 May 2026, brought by 2 on 1 May 2025; version 1." */
function stateHeld({ name, standing, because, version }: Told, clock: ZoneClock): Statement {
  const values: Values = { tier: name, since: dayWords(clock, standing.since), version };
  if (standing.expiresAt !== null) values['until'] = dayWords(clock, standing.expiresAt);
  const until = standing.expiresAt === null ? NOTHING : { en: ', until {until}', zh: '，至 {until}（不含）' };
  const why = becauseWords(because, values, clock);
  return {
    en: `{tier} since {since}${until.en}${why.en}; version {version}.`,
    zh: `{tier}，自 {since} 起${until.zh}${why.zh}（规则版本 {version}）。`,
    values,
  };
}

function becauseWords(because: Told['because'], values: Values, clock: ZoneClock): Bilingual {
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
      values['from'] = because.from;
      return { en: ', landed here from {from} on {at}', zh: '，于 {at} 由 {from} 降至此级' };
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
): Statement {
  const values: Values = {
    grant,
    tier,
    mode: MODES[mode],
    source: SOURCES[source],
    from: dayWords(clock, from),
  };
  if (until !== null) values['until'] = dayWords(clock, until);
  return {
    en: `Override {grant} ({source}): {mode} {tier} since {from}${until === null ? '' : ', until {until}'}.`,
    zh: `授予 {grant}（{source}）：{mode} {tier}，自 {from} 起${until === null ? '' : '，至 {until}（不含）'}。`,
    values,
  };
}

/** "Gold: spend 52,000 of 50,000, met, from 1 January 2025 to 31 December 2025." */
function stateCriterion(
  { name, criterion }: ExplainedTier,
  clock: ZoneClock,
  after: Bilingual,
  before: Bilingual = NOTHING,
): Statement {
  const values: Values = { tier: name };
  const words = wordsOf(criterion, values, true, (one, into) => spanWords(one, into, clock));
  return {
    en: `${before.en}{tier}${after.en}: ${words.en}.`,
    zh: `${before.zh}{tier}${after.zh}：${words.zh}。`,
    values,
  };
}

function stateRenewal({ name, never, now, atEnd }: ExplainedRenewal, clock: ZoneClock): readonly Statement[] {
  if (never) return [{ en: '{tier} is not renewed.', zh: '{tier} 到期后不再续期。', values: { tier: name } }];
  const ahead = { en: 'Renewal of ', zh: '续期 ' };
  const both = [stateCriterion(now, clock, NOTHING, ahead)];
  if (atEnd !== null) {
    const last = dayWords(clock, atEnd.measuredAt);
    const end = { en: ` as of ${last.en}`, zh: `（截至 ${last.zh}）` };
    both.push(stateCriterion(atEnd, clock, end, ahead));
  }
  return both;
}

function spanWords({ measured }: ThresholdExplanation, values: Values, clock: ZoneClock): Bilingual {
  if (measured === undefined) return NOTHING;
  const put = (name: string, value: StatementValue): string => {
    const key = `${name}${Object.keys(values).length}`;
    values[key] = value;
    return `{${key}}`;
  };
  const { from, until } = measured;
  const start = from === null ? '' : put('from', dayWords(clock, from));
  const last = until === null ? '' : put('last', dayWords(clock, until - 1));
  const adjusted = adjustedWords(measured, put);
  return {
    en: `${start === '' ? '' : last === '' ? `, since ${start}` : `, from ${start} to ${last}`}${adjusted.en}`,
    zh: `${start === '' ? '' : last === '' ? `，自 ${start} 起` : `，${start} 至 ${last}`}${adjusted.zh}`,
  };
}

const KINDS = {
  carried: { en: 'carried in', zh: '结转' },
  deducted: { en: 'deducted', zh: '扣除' },
  forfeited: { en: 'forfeited', zh: '失效' },
  redeemed: { en: 'redeemed', zh: '兑换' },
} as const;

/** What a value contains besides activity, by kind. */
function adjustedWords(
  { adjustments }: MeasuredOver,
  put: (name: string, value: StatementValue) => string,
): Bilingual {
  const sums = new Map<keyof typeof KINDS, number>();
  for (const { kind, value } of adjustments) sums.set(kind, (sums.get(kind) ?? 0) + Math.abs(value));
  const parts = [...sums].map(([kind, sum]): Bilingual => {
    const shown = put(kind, { number: sum, decimals: 9 });
    return { en: `${shown} ${KINDS[kind].en}`, zh: `${KINDS[kind].zh} ${shown}` };
  });
  if (parts.length === 0) return NOTHING;
  return {
    en: ` (${parts.map(({ en }) => en).join(', ')})`,
    zh: `（${parts.map(({ zh }) => zh).join('，')}）`,
  };
}
