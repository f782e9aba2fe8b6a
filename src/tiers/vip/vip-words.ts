/** The sentences of a VIP membership. */
import { isoDay } from '../../foundation/civil.js';
import { clockOf } from '../../foundation/instant.js';
import { type Result, right } from '../../foundation/result.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { Truth } from '../criterion.js';
import type { VipEvent, VipMembership, VipState, VipTerm } from './vip-membership.js';

/**
 * The story of a membership: a sentence for each event with its civil day in the zone, then one for where the
 * customer stands. For `describe`.
 *
 * @example
 * ```ts
 * import { describe, explainVipMembership, orThrow, replayVipMembership } from 'clientele/tiers';
 *
 * const membership = orThrow(
 *   replayVipMembership([{ kind: 'evaluated', id: '1', at: Date.UTC(2025, 0, 10), result: 'yes' }]),
 * );
 * const story = orThrow(explainVipMembership(membership, 'Asia/Shanghai'));
 * describe(story, 'en');
 * // => '2025-01-10: evaluated, the conditions are met.\nA candidate for VIP, to be telephoned.'
 * describe(story, 'zh'); // => '2025-01-10：顾客评价，符合条件。\nVIP 候选顾客，待电话通知。'
 * ```
 */
export function explainVipMembership(
  { state, events }: VipMembership,
  zone: string,
): Result<{ readonly statements: readonly Statement[] }> {
  const clock = clockOf(zone);
  if (clock._tag === 'Left') return clock;
  return right({
    statements: [
      ...events.map((event): Statement => {
        const words = eventWords(event);
        const values = { ...termValues(termOf(event)), day: isoDay(clock.right.dayOf(event.at)) };
        return { en: `{day}: ${words.en}.`, zh: `{day}：${words.zh}。`, values };
      }),
      stateStatement(state),
    ],
  });
}

function termOf(event: VipEvent): VipTerm | null {
  return 'term' in event ? event.term : null;
}

function termValues(term: VipTerm | null): Statement['values'] {
  return term === null ? {} : { first: term.firstDay, last: term.lastDay };
}

const MET: Readonly<Record<Truth, Bilingual>> = {
  yes: { en: 'the conditions are met', zh: '符合条件' },
  no: { en: 'the conditions are not met', zh: '不符合条件' },
  unknown: { en: 'it is not known whether the conditions are met', zh: '尚不清楚是否符合条件' },
};

function eventWords(event: VipEvent): Bilingual {
  const year = termOf(event) === null ? NOTHING : YEAR;
  switch (event.kind) {
    case 'evaluated':
      return { en: `evaluated, ${MET[event.result].en}`, zh: `顾客评价，${MET[event.result].zh}` };
    case 'phoned':
      return { en: `telephoned${year.en}`, zh: `电话通知顾客${year.zh}` };
    case 'formPosted':
      return { en: 'application form and gold card posted', zh: '邮寄申请表和金卡' };
    case 'registered':
      return {
        en: `reply received, details registered${year.en}`,
        zh: `收到顾客回执，登记 VIP 资料${year.zh}`,
      };
    case 'replyExpired':
      return { en: 'no reply, no longer waited for', zh: '未收到回执，不再等待' };
    case 'yearEnded':
      return { en: 'the year is over', zh: '一年期满' };
    case 'reevaluated':
      return {
        en: `re-evaluated, ${MET[event.result].en}${year.en}`,
        zh: `再评价，${MET[event.result].zh}${year.zh}`,
      };
  }
}

const NOTHING: Bilingual = { en: '', zh: '' };
const YEAR: Bilingual = { en: '; VIP from {first} to {last}', zh: '；VIP 资格自 {first} 至 {last} 有效' };

function stateStatement(state: VipState): Statement {
  const { en, zh } = stateWords(state);
  const term = 'term' in state ? state.term : 'ended' in state ? state.ended : null;
  return { en: `${en}.`, zh: `${zh}。`, values: termValues(term) };
}

function stateWords(state: VipState): Bilingual {
  switch (state.kind) {
    case 'ordinary':
      return { en: 'An ordinary customer', zh: '普通顾客' };
    case 'candidate':
      return { en: 'A candidate for VIP, to be telephoned', zh: 'VIP 候选顾客，待电话通知' };
    case 'notified':
      return {
        en: 'A candidate who has been telephoned; the form is to be posted',
        zh: '已电话通知，待邮寄申请表和金卡',
      };
    case 'formSent':
      return { en: 'A candidate whose reply is awaited', zh: '已邮寄申请表和金卡，待顾客回执' };
    case 'active':
      return { en: 'VIP from {first} to {last}', zh: 'VIP 顾客，资格自 {first} 至 {last} 有效' };
    case 'underReview':
      return { en: 'VIP until {last}, to be re-evaluated', zh: 'VIP 资格已于 {last} 期满，待再评价' };
    case 'lapsed':
      return { en: 'VIP status has lapsed; it lasted until {last}', zh: 'VIP 资格已于 {last} 到期失效' };
  }
}
