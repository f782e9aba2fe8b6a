/** The sentences of a member's progress. */
import type { ZoneClock } from '../../foundation/civil.js';
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import { dayWords } from '../explain/date-words.js';
import { thresholdWords } from '../explain/explain-words.js';
import type { TierAhead, TierProgress, TierRetention } from './tier-progress.js';
import type { WayToTier } from './way.js';

/** "Gold: 5 more nights before 1 January 2026; or 2 more stays." A sentence for each tier above, and one to stay. */
export function statementsOf(
  { higher, retain }: Pick<TierProgress, 'higher' | 'retain'>,
  clock: ZoneClock,
): readonly Statement[] {
  return [
    ...higher.map((one) => stateAhead(one, clock)),
    ...(retain === null ? [] : [stateRetain(retain, clock)]),
  ];
}

function stateAhead({ name, ways }: TierAhead, clock: ZoneClock): Statement {
  const values: Record<string, StatementValue> = { tier: name };
  const words = waysWords(ways, values, clock);
  return { en: `{tier}: ${words.en}.`, zh: `{tier}：${words.zh}。`, values };
}

function stateRetain({ name, secured, ways, expiresAt }: TierRetention, clock: ZoneClock): Statement {
  const values: Record<string, StatementValue> = { tier: name };
  if (expiresAt !== null) values['ends'] = dayWords(clock, expiresAt);
  if (secured) {
    const beyond =
      expiresAt === null ? { en: '', zh: '' } : { en: ' beyond {ends}', zh: '，{ends} 之后仍可保持' };
    return { en: `{tier} is secured${beyond.en}.`, zh: `{tier} 已保级${beyond.zh}。`, values };
  }
  const words = waysWords(ways, values, clock);
  const end = expiresAt === null ? { en: '', zh: '' } : { en: ' beyond {ends}', zh: '（{ends} 到期）' };
  return { en: `To keep {tier}${end.en}: ${words.en}.`, zh: `保级 {tier}${end.zh}：${words.zh}。`, values };
}

/** Past so many a sentence is no longer read. */
const SPOKEN = 3;

function waysWords(
  ways: readonly WayToTier[],
  values: Record<string, StatementValue>,
  clock: ZoneClock,
): Bilingual {
  if (ways.length === 0) return { en: 'nothing that can be done brings it', zh: '无法通过活动达到' };
  const spoken = ways.slice(0, SPOKEN).map((way) => wayWords(way, values, clock));
  const more = ways.length - SPOKEN;
  if (more > 0) {
    values['more'] = more;
    spoken.push({ en: 'one of {more} more ways', zh: '另外 {more} 种方式之一' });
  }
  return {
    en: spoken.map(({ en }) => en).join('; or '),
    zh: spoken.map(({ zh }) => zh).join('；或 '),
  };
}

function wayWords(
  { missing, conditions, until }: WayToTier,
  values: Record<string, StatementValue>,
  clock: ZoneClock,
): Bilingual {
  if (missing.length + conditions.length === 0) return { en: 'nothing is missing', zh: '已满足条件' };
  const put = (name: string, value: StatementValue): string => {
    const key = `${name}${Object.keys(values).length}`;
    values[key] = value;
    return `{${key}}`;
  };
  const amounts = missing.map(({ metric, missing: amount }): Bilingual => {
    const shown = `${put('missing', { number: amount, decimals: 9 })} `;
    const named = put('metric', metric);
    return { en: `${shown}more ${named}`, zh: `还差 ${shown}${named}` };
  });
  const others = conditions.map(({ criterion, from }): Bilingual => {
    const words = thresholdWords(criterion, values);
    if (from === null) return words;
    const day = put('from', dayWords(clock, from));
    return { en: `${words.en} (from ${day})`, zh: `${words.zh}（${day} 起）` };
  });
  const all = [...amounts, ...others];
  const before = missing.length === 0 || until === null ? '' : put('until', dayWords(clock, until));
  return {
    en: `${all.map(({ en }) => en).join(' and ')}${before === '' ? '' : ` before ${before}`}`,
    zh: `${before === '' ? '' : `${before} 之前，`}${all.map(({ zh }) => zh).join('，且')}`,
  };
}
