/** Why a day counts, or does not. */
import type { Bilingual, Words } from '../foundation/statement.js';
import { inWords } from '../foundation/words.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { type PauseNames, pauseWords } from './pauses.js';

/** Why a day counts or does not; the names are those of the calendar's exceptions, the reasons those of pauses. */
export type DayReason =
  /** Counts: every day of the calendar does. */
  | { readonly kind: 'civilDay' }
  /** Counts: an ordinary day with opening hours. */
  | { readonly kind: 'businessDay' }
  /** Counts: a make-up working day. */
  | { readonly kind: 'makeUpDay'; readonly name: Words }
  /** Counts: a day with hours of its own. */
  | { readonly kind: 'specialHours'; readonly name: Words }
  /** Does not count: the week has no hours for it. */
  | { readonly kind: 'weekend' }
  /** Does not count. */
  | { readonly kind: 'holiday'; readonly name: Words }
  /** Does not count: nothing is left of its hours. */
  | { readonly kind: 'break'; readonly names: readonly Words[] }
  /** Does not count: a clock change swallows its hours, or calendars that must be open together are not. */
  | { readonly kind: 'noHours' }
  /** Does not count. */
  | { readonly kind: 'pause'; readonly reasons: readonly string[] };

/** Most days have one of these: one object for all of them is quickly compared. */
const BUSINESS_DAY: DayReason = { kind: 'businessDay' };
const WEEKEND: DayReason = { kind: 'weekend' };

/** Why a business day is one. */
export function openReason(calendar: CompiledCalendar, dayNo: number): DayReason {
  const day = calendar.dayKind(dayNo);
  switch (day.kind) {
    case 'makeUpDay':
    case 'specialHours':
      return { kind: day.kind, name: day.name };
    default:
      return BUSINESS_DAY;
  }
}

/** Why a day without hours has none; in an intersection, because of the first calendar that is closed. */
export function closedReason(calendar: CompiledCalendar, dayNo: number): DayReason {
  const shut = calendar.parts.find((part) => !part.isBusinessDay(dayNo));
  const day = shut?.dayKind(dayNo);
  if (day === undefined) return { kind: 'noHours' };
  if (day.kind === 'weekend') return WEEKEND;
  if (day.kind === 'holiday') return { kind: 'holiday', name: day.name };
  const names = shut === undefined ? [] : breaksOn(shut, dayNo);
  return names.length === 0 ? { kind: 'noHours' } : { kind: 'break', names };
}

/** The breaks that take from a day, also one that began the day before. */
function breaksOn({ clock, breaksAround }: CompiledCalendar, dayNo: number): readonly Words[] {
  const [from, until] = [clock.startOf(dayNo), clock.startOf(dayNo + 1)];
  const breaks = breaksAround(dayNo).filter((one) => one.from < until && from < one.until);
  return [...new Set(breaks.map(({ name }) => name))];
}

/** The reason as a noun phrase: "weekend", "Good Friday", "make-up working day (国庆节)"; pauses by these names. */
export function reasonWords(reason: DayReason, names?: PauseNames): Bilingual {
  switch (reason.kind) {
    case 'civilDay':
      return { en: 'calendar day', zh: '自然日' };
    case 'businessDay':
      return { en: 'business day', zh: '工作日' };
    case 'makeUpDay':
      return named({ en: 'make-up working day', zh: '调休上班日' }, [reason.name]);
    case 'specialHours':
      return named({ en: 'special hours', zh: '特殊营业时间' }, [reason.name]);
    case 'weekend':
      return { en: 'weekend', zh: '休息日' };
    case 'holiday':
      return both([reason.name]);
    case 'break':
      return both(reason.names);
    case 'noHours':
      return { en: 'no opening hours', zh: '无营业时间' };
    case 'pause':
      return named({ en: 'paused', zh: '暂停' }, [pauseWords(reason.reasons, names)]);
  }
}

function both(names: readonly Words[]): Bilingual {
  return {
    en: names.map((name) => inWords(name, 'en')).join(', '),
    zh: names.map((name) => inWords(name, 'zh')).join('、'),
  };
}

function named(what: Bilingual, names: readonly Words[]): Bilingual {
  const { en, zh } = both(names);
  return { en: `${what.en} (${en})`, zh: `${what.zh}（${zh}）` };
}
