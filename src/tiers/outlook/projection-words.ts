/** The sentences of a projection. */
import type { ZoneClock } from '../../foundation/civil.js';
import type { Statement } from '../../foundation/statement.js';
import { dayWords } from '../explain/date-words.js';
import type { TierProjection } from './tier-projection.js';

/** What the sentences are made of. */
interface Told extends Pick<TierProjection, 'next' | 'end'> {
  /** Whether no activity can bring a higher tier. */
  readonly atTop: boolean;
  /** Whether the next tier is above the one held. */
  readonly above: boolean;
}

/** "At your usual pace: Gold on 14 November 2025." and what the end of what is held brings. */
export function stateProjection({ next, end, atTop, above }: Told, clock: ZoneClock): readonly Statement[] {
  const reached = stateNext(next, atTop, above, clock);
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

function stateNext(next: Told['next'], atTop: boolean, above: boolean, clock: ZoneClock): Statement {
  if (next !== null) {
    const earned = above ? { en: '', zh: '' } : { en: ' is earned', zh: '自行' };
    return {
      en: `At your usual pace: {tier}${earned.en} on {at}.`,
      zh: `按您目前的节奏：{at} ${earned.zh}达到 {tier}。`,
      values: { tier: next.name, at: dayWords(clock, next.at) },
    };
  }
  return atTop
    ? { en: 'No activity brings a higher tier.', zh: '已是可通过活动达到的最高等级。', values: {} }
    : {
        en: 'At your usual pace: no higher tier within five years.',
        zh: '按您目前的节奏：五年内不会达到更高等级。',
        values: {},
      };
}
