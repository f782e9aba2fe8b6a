/** A member's year as a timeline: what they did, what it did to their tier, why they stand where they do, what is next. */
import {
  compileTiers,
  describe,
  explainTier,
  hiltonTiers2026,
  marriottTiers,
  orThrow,
  replayTiers,
  type Statement,
  type TierEntry,
  type TierMember,
  type TierPolicy,
  tierProgress,
  tierTimeline,
  upcomingTierEvents,
} from 'clientele/tiers';
import { hotelGuest } from './hotel-guest.js';
import type { Options } from './options.js';
import { wrapped } from './text-table.js';

const TITLES = {
  en: { why: 'Why', next: 'What is missing', ahead: 'If nothing more is done' },
  zh: { why: '为什么', next: '还差什么', ahead: '如果不再有任何活动' },
} as const;

/** A preset is plain data: this one gets a notice two months before a tier ends. */
function policyOf(programme: Options['programme']): TierPolicy {
  const preset = programme === 'hilton' ? hiltonTiers2026() : marriottTiers();
  return { ...preset, notices: ['P2M'] };
}

export function memberYear({ programme, asOf, seed, language }: Options): string {
  const tiers = orThrow(compileTiers(policyOf(programme)));
  const guest = hotelGuest(seed);
  const history = orThrow(replayTiers(tiers, guest, { asOf }));
  const why = orThrow(explainTier(tiers, guest, { asOf }));
  const progress = orThrow(tierProgress(tiers, guest, { asOf }));
  const ahead = orThrow(upcomingTierEvents(tiers, guest, { asOf, until: '2031-12-31' }));
  const titles = TITLES[language];
  const said = (statement: Statement): string => describe(statement, language);
  const lines = [
    ...activityLines(guest, history.asOf, said),
    ...tierTimeline(tiers, history.events, guest.log).map(({ at, day, statement }) => ({
      at,
      text: `${day}  * ${said(statement)}`,
    })),
  ].sort((a, b) => a.at - b.at);
  return [
    `${tiers.latest.policy.name}, ${guest.memberId}, ${asOf}`,
    '',
    ...lines.map(({ text }) => text),
    ...section(titles.why, describe(why, language).split('\n')),
    ...section(titles.next, describe(progress, language).split('\n')),
    ...section(
      titles.ahead,
      tierTimeline(tiers, ahead).map(({ day, statement }) => `${day}  ${said(statement)}`),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.flatMap((line) => wrapped(line, '  '))];
}

/** What the member did, told like the events; an entry comes before what it brought. */
function activityLines(
  { log }: TierMember,
  asOf: number,
  said: (statement: Statement) => string,
): readonly { readonly at: number; readonly text: string }[] {
  return log.flatMap((entry) => {
    const statement = entry.at > asOf ? undefined : entryStatement(entry);
    return statement === undefined
      ? []
      : [{ at: entry.at, text: `${dayOf(entry.at)}    ${said(statement)}` }];
  });
}

function entryStatement(entry: TierEntry): Statement | undefined {
  if (entry.kind === 'activity') {
    const { nights = 0, spend = 0 } = entry.values ?? {};
    const values = { id: entry.id, nights, spend: { minor: spend, minorUnit: 2, currency: 'USD' } };
    return {
      en: `{id}: {nights} ${nights === 1 ? 'night' : 'nights'}, {spend}`,
      zh: '{id}：{nights} 晚，{spend}',
      values,
    };
  }
  if (entry.kind === 'return') return { en: '{of} cancelled', zh: '{of} 取消', values: { of: entry.of } };
  // What a grant does is an event of its own.
  return undefined;
}

/** Everything here happens at noon in UTC, which is the same civil day in the programme's zone. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
