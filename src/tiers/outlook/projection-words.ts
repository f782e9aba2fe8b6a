/** The sentences of a projection. */
import type { ZoneClock } from '../../foundation/civil.js';
import type { Statement } from '../../foundation/statement.js';
import { dayWords } from '../explain/date-words.js';
import type { TierProjection } from './tier-projection.js';

/** "At your usual pace: Gold on 14 November 2025." and what the end of the term brings. */
export function stateProjection(
  { next, end }: Pick<TierProjection, 'next' | 'end'>,
  clock: ZoneClock,
): readonly Statement[] {
  const reached: Statement =
    next === null
      ? {
          en: 'At your usual pace: no higher tier within five years.',
          zh: '按您目前的节奏：五年内不会达到更高等级。',
          values: {},
        }
      : {
          en: 'At your usual pace: {tier} on {at}.',
          zh: '按您目前的节奏：{at} 达到 {tier}。',
          values: { tier: next.name, at: dayWords(clock, next.at) },
        };
  if (end === null) return [reached];
  const grace = end.inGrace ? { en: ' (in grace)', zh: '（缓冲期内）' } : { en: '', zh: '' };
  return [
    reached,
    {
      en: `At your usual pace: {tier}${grace.en} from {at} on.`,
      zh: `按您目前的节奏：自 {at} 起为 {tier}${grace.zh}。`,
      values: { tier: end.name, at: dayWords(clock, end.at) },
    },
  ];
}
