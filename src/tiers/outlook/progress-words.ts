/** The sentences of a member's progress. */
import type { ZoneClock } from '../../foundation/civil.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { dayWords } from '../explain/date-words.js';
import { thresholdWords } from '../explain/explain-words.js';
import { type Metrics, NOTHING, putInto, spoken, type Values } from '../explain/metric-words.js';
import type { TierAhead, TierChallenge, TierProgress, TierRetention } from './tier-progress.js';
import type { WayToTier } from './way.js';

/** What the sentences need of the policy. */
interface Rules {
  readonly clock: ZoneClock;
  readonly metrics: Metrics;
}

/** "Gold: 5 more nights by 31 December 2025; or 2 more stays." A sentence for each tier above, and one to stay. */
export function statementsOf(
  { higher, retain, challenges }: Pick<TierProgress, 'higher' | 'retain' | 'challenges'>,
  above: (tier: string) => boolean,
  rules: Rules,
): readonly Statement[] {
  return [
    ...higher.map((one) => stateAhead(one, above(one.tier), rules)),
    ...(retain === null ? [] : [stateRetain(retain, rules)]),
    ...challenges.map((one) => stateChallenge(one, rules)),
  ];
}

function stateAhead({ name, ways }: TierAhead, above: boolean, rules: Rules): Statement {
  const values: Values = { tier: name };
  const words = waysWords(ways, values, rules);
  const head = above ? NOTHING : { en: 'To earn ', zh: '自行取得 ' };
  return { en: `${head.en}{tier}: ${words.en}.`, zh: `${head.zh}{tier}：${words.zh}。`, values };
}

/** "Challenge g1, to keep Gold beyond 9 April 2025: 8 more nights by 9 April 2025." */
function stateChallenge(
  { grant, name, met, ways, countsFrom, until }: TierChallenge,
  rules: Rules,
): Statement {
  const values: Values = { grant, tier: name, ends: dayWords(rules.clock, until - 1) };
  const words = met ? { en: 'met', zh: '已达成' } : waysWords(ways, values, rules, countsFrom);
  return {
    en: `Challenge {grant}, to keep {tier} beyond {ends}: ${words.en}.`,
    zh: `挑战 {grant}（{ends} 之后保留 {tier}）：${words.zh}。`,
    values,
  };
}

function stateRetain(retain: TierRetention, rules: Rules): Statement {
  const { name, secured, ways, countsFrom, expiresAt, now } = retain;
  const values: Values = { tier: name };
  if (expiresAt !== null) values['ends'] = dayWords(rules.clock, expiresAt - 1);
  if (secured) {
    const beyond = expiresAt === null ? NOTHING : { en: ' beyond {ends}', zh: '，{ends} 之后仍可保持' };
    return { en: `{tier} is secured${beyond.en}.`, zh: `{tier} 已保级${beyond.zh}。`, values };
  }
  const end = expiresAt === null ? NOTHING : { en: ' beyond {ends}', zh: '（有效期至 {ends}）' };
  const head = { en: `To keep {tier}${end.en}: `, zh: `保级 {tier}${end.zh}：` };
  const atOnce = now === null || now.length === 0 || sameWays(now, ways) ? null : now;
  if (atOnce !== null && ways.length === 0) {
    const words = waysWords(atOnce, values, rules);
    return {
      en: `${head.en}it renews at once with ${words.en}.`,
      zh: `${head.zh}立即续期：${words.zh}。`,
      values,
    };
  }
  const words = waysWords(ways, values, rules, countsFrom);
  const sooner = atOnce === null ? undefined : waysWords(atOnce, values, rules);
  const or =
    sooner === undefined
      ? NOTHING
      : { en: `; or it renews at once with ${sooner.en}`, zh: `；或立即续期：${sooner.zh}` };
  return { en: `${head.en}${words.en}${or.en}.`, zh: `${head.zh}${words.zh}${or.zh}。`, values };
}

/** Whether two lists ask for the same by the same day, so that one of them says it all. */
function sameWays(a: readonly WayToTier[], b: readonly WayToTier[]): boolean {
  const said = (ways: readonly WayToTier[]): string =>
    JSON.stringify(
      ways.map(({ missing, conditions }) => [
        missing.map(({ metric, missing: amount }) => [metric, amount]),
        conditions.map(({ criterion }) => [criterion.metric, criterion.threshold]),
      ]),
    );
  return said(a) === said(b);
}

/** Past so many a sentence is no longer read. */
const SPOKEN = 3;

function waysWords(
  ways: readonly WayToTier[],
  values: Values,
  rules: Rules,
  countsFrom: number | null = null,
): Bilingual {
  if (ways.length === 0) return { en: 'nothing that can be done brings it', zh: '无法通过活动达到' };
  const said = ways.slice(0, SPOKEN).map((way) => wayWords(way, values, rules, countsFrom));
  const more = ways.length - SPOKEN;
  if (more > 0) {
    const number = putInto(values)('more', more);
    said.push({ en: `one of ${number} more ways`, zh: `另外 ${number} 种方式之一` });
  }
  return {
    en: said.map(({ en }) => en).join('; or '),
    zh: said.map(({ zh }) => zh).join('；或 '),
  };
}

function wayWords(
  { missing, conditions, until }: WayToTier,
  values: Values,
  rules: Rules,
  countsFrom: number | null,
): Bilingual {
  if (missing.length + conditions.length === 0) return { en: 'nothing is missing', zh: '已满足条件' };
  const put = putInto(values);
  const amounts = missing.map(({ metric, missing: amount }): Bilingual => {
    const { figure, more } = spoken(rules.metrics, metric, put);
    const shown = figure('missing', amount);
    const named = more(amount);
    return { en: `${shown}${named.en}`, zh: `还差 ${shown}${named.zh}` };
  });
  const others = conditions.map(({ criterion, from }): Bilingual => {
    const words = thresholdWords(criterion, values, rules.metrics);
    if (from === null) return words;
    const day = put('from', dayWords(rules.clock, from));
    return { en: `${words.en} (from ${day})`, zh: `${words.zh}（${day} 起）` };
  });
  const all = [...amounts, ...others];
  const span =
    missing.length === 0
      ? NOTHING
      : spanWords(countsFrom, until, (name, at) => put(name, dayWords(rules.clock, at)));
  return {
    en: `${all.map(({ en }) => en).join(' and ')}${span.en}`,
    zh: `${span.zh}${all.map(({ zh }) => zh).join('，且')}`,
  };
}

/** Between which days something has to be done; days that are named are both within. */
function spanWords(
  from: number | null,
  until: number | null,
  put: (name: string, at: number) => string,
): Bilingual {
  const first = from === null ? '' : put('first', from);
  const last = until === null ? '' : put('last', until - 1);
  if (first === '') return last === '' ? NOTHING : { en: ` by ${last}`, zh: `截至 ${last}，` };
  if (last === '') return { en: ` from ${first} on`, zh: `自 ${first} 起，` };
  return { en: ` between ${first} and ${last}`, zh: `${first} 至 ${last} 期间，` };
}
