/** What another version of the rules, or a later look, changes about the clocks of a case. */
import { zoneClock } from '../../foundation/civil.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { CaseClock, CaseClocks } from './case-clock.js';
import { calledWords } from './clock-words.js';
import { limitWords } from './time-words.js';

/** One clock that is not as it was. */
export type ClockChange = {
  readonly pack: string;
  readonly clock: string;
  readonly round: number;
  readonly statements: readonly Statement[];
} & (
  | { readonly kind: 'added'; readonly after: CaseClock }
  | { readonly kind: 'removed'; readonly before: CaseClock }
  /**
   * `movedBy`: milliseconds from the old limit to the new one, 0 where only the standing differs; left out where one of
   * them is not dated.
   */
  | {
      readonly kind: 'changed';
      readonly before: CaseClock;
      readonly after: CaseClock;
      readonly movedBy?: number;
      readonly statusChanged: boolean;
    }
);

/**
 * The difference between two projections of one case: under another version of a pack, with other calendars, or as of
 * another instant. Neither is overwritten; what was told under the old rules stays what it was. Clocks that are alike in
 * limit and standing are left out; clocks are told apart by pack, clock and round, whatever the version.
 *
 * @example
 * ```ts
 * import { compareClocks } from 'clientele/complaints';
 *
 * const none = { caseId: 'c1', state: null, asOf: 0, clocks: [], notInForce: [], problems: [] };
 * compareClocks(none, none); // => []
 * ```
 */
export function compareClocks(before: CaseClocks, after: CaseClocks, zone = 'UTC'): readonly ClockChange[] {
  const old = new Map(before.clocks.map((clock) => [keyOf(clock), clock]));
  const now = new Map(after.clocks.map((clock) => [keyOf(clock), clock]));
  const words = (clock: CaseClock): Bilingual => wordsOf(clock, zone);
  const removed = before.clocks
    .filter((clock) => !now.has(keyOf(clock)))
    .map(
      (clock): ClockChange => ({
        ...placeOf(clock),
        kind: 'removed',
        before: clock,
        statements: [gone(clock, words)],
      }),
    );
  const others = after.clocks.flatMap((clock): readonly ClockChange[] => {
    const was = old.get(keyOf(clock));
    if (was === undefined)
      return [{ ...placeOf(clock), kind: 'added', after: clock, statements: [come(clock, words)] }];
    return changed(was, clock, words);
  });
  return [...removed, ...others];
}

function keyOf({ pack, clock, round }: CaseClock): string {
  return JSON.stringify([pack, clock, round]);
}

function placeOf({ pack, clock, round }: CaseClock): Pick<ClockChange, 'pack' | 'clock' | 'round'> {
  return { pack, clock, round };
}

type Words = (clock: CaseClock) => Bilingual;

function changed(before: CaseClock, after: CaseClock, words: Words): readonly ClockChange[] {
  const statusChanged = JSON.stringify(before.status) !== JSON.stringify(after.status);
  if (!statusChanged && before.dueAt === after.dueAt) return [];
  const dated = before.dueAt !== undefined && after.dueAt !== undefined;
  return [
    {
      ...placeOf(after),
      kind: 'changed',
      before,
      after,
      ...(dated ? { movedBy: (after.dueAt ?? 0) - (before.dueAt ?? 0) } : {}),
      statusChanged,
      statements: [
        {
          en: '{clock}: was {before}, is {after}.',
          zh: '{clock}：原为{before}，现为{after}。',
          values: { clock: calledWords(after), before: words(before), after: words(after) },
        },
      ],
    },
  ];
}

function come(clock: CaseClock, words: Words): Statement {
  const values = { clock: calledWords(clock), after: words(clock) };
  return { en: '{clock}: was not there, is {after}.', zh: '{clock}：原无此项，现为{after}。', values };
}

function gone(clock: CaseClock, words: Words): Statement {
  const values = { clock: calledWords(clock), before: words(clock) };
  return {
    en: '{clock}: was {before}, is not there any more.',
    zh: '{clock}：原为{before}，现已无此项。',
    values,
  };
}

/** "running, limit the end of 28 May 2026 (version 1)". */
function wordsOf({ status, dueAt, version }: CaseClock, zone: string): Bilingual {
  const limit = dueAt === undefined ? undefined : limitWords(zoneClock(zone), dueAt);
  const kind = KINDS[status.kind];
  return {
    en: `${kind.en}${limit === undefined ? '' : `, limit ${limit.en}`} (version ${version})`,
    zh: `${kind.zh}${limit === undefined ? '' : `，期限 ${limit.zh}`}（版本 ${version}）`,
  };
}

const KINDS: Readonly<Record<CaseClock['status']['kind'], Bilingual>> = {
  running: { en: 'running', zh: '计时中' },
  paused: { en: 'paused', zh: '已暂停' },
  met: { en: 'met in time', zh: '按时完成' },
  breached: { en: 'breached', zh: '已逾期' },
  lapsed: { en: 'lapsed', zh: '已失效' },
  cancelled: { en: 'cancelled', zh: '已取消' },
  undated: { en: 'not dated', zh: '无法计算期限' },
};
