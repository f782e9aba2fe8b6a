/** Where a clock stands, in sentences. */
import type { ZoneClock } from '../../foundation/civil.js';
import { describe } from '../../foundation/describe.js';
import type { Problem } from '../../foundation/problem.js';
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import type { CaseClock, ClockStatus } from './case-clock.js';
import { limitWords, timeWords } from './time-words.js';

/** A clock as it stands. */
export type Unworded = Omit<CaseClock, 'statements'>;

/** Words of one kind of status; the first and second value they name are filled in by {@link clockStatements}. */
interface StatusWords extends Bilingual {
  readonly values: Readonly<Record<string, StatementValue>>;
}

/** "Answer: due by the end of 12 April 2026. Rule: DISP 1.6.2R." and what follows when it is late. */
export function clockStatements(clock: Unworded, zone: ZoneClock): readonly Statement[] {
  const words = statusWords(clock, zone);
  const rule = ruleWords(clock);
  const stands: Statement = {
    en: `{clock}: ${words.en}. Rule: {rule}.`,
    zh: `{clock}：${words.zh}。依据：{rule}。`,
    values: { clock: calledWords(clock), rule, ...words.values },
  };
  const late = clock.status.kind === 'breached' || clock.status.kind === 'lapsed';
  if (!late || clock.consequence === undefined) return [stands];
  return [stands, { en: '{consequence}', zh: '{consequence}', values: { consequence: clock.consequence } }];
}

/** The name of a clock; where another pack has one of that name, with its pack: "Summary resolution (FCA DISP)". */
export function calledWords({ name, ofPack }: Pick<CaseClock, 'name' | 'ofPack'>): Bilingual {
  return ofPack === undefined ? name : { en: `${name.en} (${ofPack.en})`, zh: `${ofPack.zh}·${name.zh}` };
}

/** What a reason of a pause is called. */
function pauseWords(reason: string, pauses: CaseClock['pauses']): Bilingual {
  const named = pauses.find((pause) => pause.reason === reason && pause.name !== undefined);
  return named?.name ?? { en: reason, zh: reason };
}

/** A problem within a sentence: without its full stop, and of what no event holds without a place. */
function problemWords(found: Problem): Bilingual {
  const problem = ['unknownDay', 'unknownCalendar'].includes(found.code) ? { ...found, path: [] } : found;
  return {
    en: describe(problem, 'en').replace(/\.$/, ''),
    zh: describe(problem, 'zh').replace(/。$/, ''),
  };
}

function joined(words: readonly Bilingual[], between: Bilingual): Bilingual {
  return {
    en: words.map(({ en }) => en).join(between.en),
    zh: words.map(({ zh }) => zh).join(between.zh),
  };
}

/** "DISP 1.6.2R", with a word where nobody has checked it; of a pack without a citation its name and version. */
export function ruleWords({
  citation,
  pack,
  version,
}: Pick<CaseClock, 'citation' | 'pack' | 'version'>): Bilingual {
  if (citation === undefined) return { en: `${pack} ${version}`, zh: `${pack} ${version}` };
  const { en, zh } = citation.name ?? { en: citation.rule, zh: citation.rule };
  return citation.unverified === true ? { en: `${en} (not verified)`, zh: `${zh}（未核实）` } : { en, zh };
}

function statusWords({ kind, status, pauses }: Unworded, zone: ZoneClock): StatusWords {
  const limit = (at: number): Bilingual => limitWords(zone, at);
  const time = (at: number): Bilingual => timeWords(zone, at);
  const paused = pauses.length > 0 ? PAUSED : { en: '', zh: '' };
  switch (status.kind) {
    case 'running': {
      const risk = status.atRisk === undefined ? { en: '', zh: '' } : AT_RISK;
      return {
        en: `${kind === 'duty' ? 'due by' : 'open until'} {limit}${risk.en}${paused.en}`,
        zh: `${kind === 'duty' ? '应于' : '有效期至'} {limit}${kind === 'duty' ? '前完成' : ''}${risk.zh}${paused.zh}`,
        values: {
          limit: limit(status.dueAt),
          ...(status.atRisk === undefined ? {} : { percent: status.atRisk }),
        },
      };
    }
    case 'paused':
      return {
        en: 'paused ({reasons})',
        zh: '已暂停（{reasons}）',
        values: {
          reasons: joined(
            status.reasons.map((one) => pauseWords(one, pauses)),
            LISTED,
          ),
        },
      };
    case 'met':
      return {
        en: `met at {at}, in time (by {limit})${paused.en}`,
        zh: `已于 {at} 按时完成（应于 {limit}前）${paused.zh}`,
        values: { at: time(status.at), limit: limit(status.dueAt) },
      };
    case 'breached':
      return breachWords(status, limit, time);
    case 'lapsed':
      return {
        en: 'lapsed, it was open until {limit}',
        zh: '已失效（有效期至 {limit}）',
        values: { limit: limit(status.at) },
      };
    case 'cancelled':
      return {
        en: 'no longer counted since {at} ({by})',
        zh: '自 {at} 起不再计时（{by}）',
        values: { at: time(status.at), by: status.by },
      };
    case 'undated':
      return {
        en: 'cannot be dated ({why})',
        zh: '无法计算期限（{why}）',
        values: { why: joined(status.problems.map(problemWords), APART) },
      };
  }
}

function breachWords(
  { at, metAt, cancelledAt }: Extract<ClockStatus, { readonly kind: 'breached' }>,
  limit: (at: number) => Bilingual,
  time: (at: number) => Bilingual,
): StatusWords {
  const values = { limit: limit(at) };
  if (metAt !== undefined)
    return {
      en: 'breached, it was due by {limit}; met late, at {metAt}',
      zh: '已逾期（应于 {limit}前完成），{metAt} 才完成',
      values: { ...values, metAt: time(metAt) },
    };
  if (cancelledAt !== undefined)
    return {
      en: 'breached, it was due by {limit}; no longer owed since {cancelledAt}',
      zh: '已逾期（应于 {limit}前完成），自 {cancelledAt} 起不再需要完成',
      values: { ...values, cancelledAt: time(cancelledAt) },
    };
  return {
    en: 'breached, it was due by {limit} and is still owed',
    zh: '已逾期（应于 {limit}前完成），至今未完成',
    values,
  };
}

const LISTED = { en: ', ', zh: '、' };
const APART = { en: '; ', zh: '；' };
const PAUSED = { en: ', pauses not counted', zh: '（已扣除暂停时间）' };
const AT_RISK = { en: ', {percent}% of its time is used up', zh: '，时限已用去 {percent}%' };

/** "It counts from 10:00 on 2 April 2026 (RECEIVE)." */
export function startStatement({ anchor, startedBy: { type } }: CaseClock, zone: ZoneClock): Statement {
  return {
    en: 'It counts from {at} ({event}).',
    zh: '自 {at} 起计（{event}）。',
    values: { at: timeWords(zone, anchor), event: type },
  };
}
