/** What happened to a member's tier, as dated sentences. */
import { isoDay, type ZoneClock } from '../../foundation/civil.js';
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import type { TierEvent } from '../history.js';
import type { TierEntry } from '../member.js';
import type { TierSource } from '../metric.js';
import { dayWords } from './date-words.js';
import { MODES, SOURCES } from './tier-words.js';

/** One line of a timeline. */
export interface TimelineEntry {
  readonly at: number;
  /** The civil day in the policy's zone, `yyyy-MM-dd`. */
  readonly day: string;
  readonly kind: TierEvent['kind'];
  /** For `describe`. */
  readonly statement: Statement;
}

/**
 * The events of a history (or those that are to come, of `upcomingTierEvents`) as dated sentences, in their order.
 * Days are those of the policy's zone; "through" names the last day with the tier. Where a given tier is held all the
 * while, a rise or fall is said of the tier earned. With the member's log, challenges that were not met are said so.
 *
 * @example
 * ```ts
 * import { compileTiers, describe, hiltonTiers2026, orThrow, replayTiers, tierTimeline } from 'clientele/tiers';
 *
 * const hilton = orThrow(compileTiers(hiltonTiers2026({ zone: 'UTC' })));
 * const ann = {
 *   memberId: 'ann',
 *   enrolledAt: Date.UTC(2026, 0, 15),
 *   log: [{ kind: 'activity', id: 'S1', at: Date.UTC(2026, 2, 3), type: 'stay', values: { nights: 12 } }],
 * } as const;
 * const { events } = orThrow(replayTiers(hilton, ann, { asOf: '2026-12-31' }));
 *
 * tierTimeline(hilton, events).map(({ day, statement }) => `${day} ${describe(statement, 'en')}`);
 * // => ['2026-01-15 Joins as Member.', '2026-03-03 Rises from Member to Silver (S1), through 31 March 2028.']
 * ```
 */
export function tierTimeline(
  tiers: CompiledTiers,
  events: readonly TierEvent[],
  log: readonly TierEntry[] = [],
): readonly TimelineEntry[] {
  const { clock } = tiers;
  const given = new GivenTiers(tiers);
  const challenges = challengesIn(tiers, log);
  return events.map((event) => {
    given.pass(event);
    const name = (tier: string): Bilingual => nameIn(tiers, event.version, tier);
    const failed = event.kind === 'overrideEnded' && event.outcome === 'ended' && challenges.has(event.grant);
    const over = given.over(event);
    return {
      at: event.at,
      day: isoDay(clock.dayOf(event.at)),
      kind: event.kind,
      statement: eventStatement(event, name, clock, failed, over === undefined ? undefined : name(over)),
    };
  });
}

/** The tiers given by the overrides so far, as far as the events tell. */
class GivenTiers {
  readonly #tiers: CompiledTiers;
  readonly #given = new Map<string | null, { readonly tier: string; readonly pin: boolean }>();

  constructor(tiers: CompiledTiers) {
    this.#tiers = tiers;
  }

  pass(event: TierEvent): void {
    if (event.kind === 'overrideEnded') this.#given.delete(event.grant);
    if (event.kind !== 'overrideApplied' || event.mode === 'ceiling') return;
    this.#given.set(event.grant, { tier: event.tier, pin: event.mode === 'pin' });
  }

  /** The tier that is held whatever an event does to the one earned; `undefined` where that one is held. */
  over(event: TierEvent): string | undefined {
    if (event.kind !== 'upgraded' && event.kind !== 'downgraded' && event.kind !== 'softLanded')
      return undefined;
    const { versions } = this.#tiers;
    const { places } = versions.find(({ policy }) => policy.version === event.version) ?? this.#tiers.latest;
    const place = (tier: string): number => places.get(tier) ?? -1;
    const all = [...this.#given.values()];
    const pinned = all.findLast(({ pin }) => pin)?.tier;
    if (pinned !== undefined) return pinned;
    const highest = all.reduce((best, { tier }) => (place(tier) > place(best) ? tier : best), '');
    const earned = Math.max(place(event.from), place(event.to));
    return highest !== '' && place(highest) >= earned ? highest : undefined;
  }
}

/** Ids of the grants that were made with a challenge. */
function challengesIn({ versions }: CompiledTiers, log: readonly TierEntry[]): ReadonlySet<string> {
  const offers = new Set(
    versions.flatMap(({ policy }) =>
      Object.entries(policy.offers).flatMap(([name, { challenge }]) =>
        challenge === undefined ? [] : [name],
      ),
    ),
  );
  return new Set(
    log.flatMap((entry) => (entry.kind === 'grant' && offers.has(entry.offer ?? '') ? [entry.id] : [])),
  );
}

/** A tier of a version that was left may have gone since. */
function nameIn({ versions }: CompiledTiers, version: string, tier: string): Bilingual {
  const inForce = versions.find(({ policy }) => policy.version === version);
  for (const one of inForce === undefined ? versions : [inForce, ...versions]) {
    const name = one.tiers[one.places.get(tier) ?? -1]?.name;
    if (name !== undefined) return name;
  }
  return { en: tier, zh: tier };
}

type Values = Record<string, StatementValue>;

function eventStatement(
  event: TierEvent,
  name: (tier: string) => Bilingual,
  clock: ZoneClock,
  failed: boolean,
  over: Bilingual | undefined,
): Statement {
  const values: Values = {};
  const through = (until: number | null): Bilingual => {
    if (until === null) return { en: '', zh: '' };
    values['last'] = dayWords(clock, until - 1);
    return { en: ', through {last}', zh: '，有效期至 {last}' };
  };
  if ('tier' in event) values['tier'] = name(event.tier);
  if ('from' in event) {
    values['from'] = name(event.from);
    values['to'] = name(event.to);
  }
  if (event.by !== null) values['by'] = event.by;
  if (event.kind === 'overrideEnded') values['grant'] = event.grant;
  if (over !== undefined) values['held'] = over;
  const { en, zh } = failed ? NOT_MET : wordsOf(event, values, clock, through);
  const still =
    over === undefined ? { en: '', zh: '' } : { en: '; holds {held}, given', zh: '；所持为授予的{held}' };
  return { en: `${en}${still.en}.`, zh: `${zh}${still.zh}。`, values };
}

function wordsOf(
  event: TierEvent,
  values: Values,
  clock: ZoneClock,
  through: (until: number | null) => Bilingual,
): Bilingual {
  const by = event.by === null ? { en: '', zh: '' } : { en: ' ({by})', zh: '（{by}）' };
  const ahead = (en: string, zh: string, until: number | null): Bilingual => {
    const end = through(until);
    return { en: `${en}${by.en}${end.en}`, zh: `${zh}${by.zh}${end.zh}` };
  };
  switch (event.kind) {
    case 'entered':
      return { en: 'Joins as {tier}', zh: '入会，等级为{tier}' };
    case 'upgraded':
      if ('held' in values) return ahead('Earns {to}', '取得{to}', event.expiresAt);
      return ahead('Rises from {from} to {to}', '由{from}升级为{to}', event.expiresAt);
    case 'renewed':
      return ahead('{tier} is renewed', '{tier}续期', event.expiresAt);
    case 'softLanded':
      return ahead(
        'Not renewed: lands softly from {from} on {to}',
        '未能保级：由{from}降至{to}（缓降）',
        event.expiresAt,
      );
    case 'downgraded':
      if ('held' in values)
        return ahead('Earned falls from {from} to {to}', '自行取得的等级由{from}降为{to}', event.expiresAt);
      return ahead('Falls from {from} to {to}', '由{from}降级为{to}', event.expiresAt);
    case 'extended': {
      const why = EXTENDED[event.because];
      return ahead(`{tier} runs on ${why.en}`, `{tier}顺延${why.zh}`, event.expiresAt);
    }
    case 'willExpire':
      values['last'] = dayWords(clock, event.expiresAt - 1);
      return {
        en: '{tier} is held through {last} unless it is renewed',
        zh: '{tier}有效期至 {last}，尚未满足保级条件',
      };
    case 'overrideApplied':
      return ahead(...appliedWords(event, values), event.until);
    case 'overrideEnded':
      return OUTCOMES[event.outcome];
    case 'clawedBack': {
      values['of'] = event.of;
      const rewards =
        event.rewards === 'reverse'
          ? { en: '; rewards given on entry are to be taken back', zh: '；已发放的升级奖励应收回' }
          : { en: '', zh: '' };
      return {
        en: `{of} was returned: from {from} back to {to}${rewards.en}`,
        zh: `{of} 已退回：由{from}退回{to}${rewards.zh}`,
      };
    }
  }
}

const EXTENDED = {
  grace: { en: 'by grace', zh: '（缓冲期）' },
  versionChange: { en: 'by a new version of the rules', zh: '（规则换版）' },
  noDowngrade: { en: 'because nobody falls here', zh: '（本方案不降级）' },
} as const;

const NOT_MET = {
  en: 'The challenge {grant} is not met: {tier}',
  zh: '授予 {grant} 的挑战未达成：等级为{tier}',
} as const;

const OUTCOMES = {
  ended: { en: 'The override {grant} ends: {tier}', zh: '授予 {grant} 到期：等级为{tier}' },
  kept: { en: 'The challenge {grant} is met: {tier} is kept', zh: '授予 {grant} 的挑战达成：保留{tier}' },
  revoked: { en: 'The override {grant} is revoked: {tier}', zh: '授予 {grant} 被撤销：等级为{tier}' },
} as const;

function appliedWords(
  { grant, mode, source }: Extract<TierEvent, { kind: 'overrideApplied' }>,
  values: Values,
): readonly [string, string] {
  if (grant === null) return ['{tier} for life', '终身{tier}'];
  values['mode'] = MODES[mode];
  values['source'] = sourceWords(source);
  return ['Given {mode} {tier}, {source}', '授予（{source}）：{mode}{tier}'];
}

function sourceWords(source: TierSource): StatementValue {
  return source === 'base' || source === 'earned' || source === 'lifetime' ? source : SOURCES[source];
}
