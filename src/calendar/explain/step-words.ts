/** Steps of working time in words. */
import type { ZoneClock } from '../../foundation/civil.js';
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import { betweenWords, momentWords } from '../day-words.js';
import type { OpenReason } from '../open-reason.js';
import { type PauseNames, pauseWords } from '../pauses.js';
import type { ClockEffect } from './clock-effect.js';
import type { ClosedReason } from './closed-reason.js';
import type { CountedStep, WorkingTimeStep } from './steps.js';

/** Minutes as far as milliseconds go. */
export function minutesValue(minutes: number): StatementValue {
  return { number: minutes, decimals: 5 };
}

/** "1 minute", "1.5 minutes": as it is shown. */
export function minuteWord(minutes: number): string {
  return Math.abs(minutes) === 1 ? 'minute' : 'minutes';
}

/** What the words of a step depend on besides it. */
interface Wording {
  /** Whether the calendar it comes from needs to be named. */
  readonly several: boolean;
  readonly names?: PauseNames;
}

/** What a step is. */
export function stateStep(step: WorkingTimeStep, clock: ZoneClock, { several, names }: Wording): Statement {
  const span = { span: betweenWords(clock, step.from, step.until) };
  if (step.kind === 'counted') return stateCounted(step, clock, span);
  if (step.kind === 'paused')
    return {
      en: `{span}: {minutes} ${minuteWord(step.minutes)} paused: {reasons}.`,
      zh: '{span}：暂停 {minutes} 分钟：{reasons}。',
      values: {
        ...span,
        minutes: minutesValue(step.minutes),
        reasons: pauseWords(step.reasons, names),
      },
    };
  return stateClosed(span.span, step, several);
}

/** That it is closed at a time, and why. */
export function stateClosed(
  span: Bilingual,
  { because, calendar }: { readonly because: ClosedReason; readonly calendar: string },
  several: boolean,
): Statement {
  const why = closedWords(because);
  return {
    en: `{span}: closed, ${why.en}${several ? ' ({calendar})' : ''}.`,
    zh: `{span}：不营业，${why.zh}${several ? '（{calendar}）' : ''}。`,
    values: {
      span,
      ...('name' in because ? { name: because.name } : {}),
      ...(several ? { calendar } : {}),
    },
  };
}

/** That it is open at a time, and what is not ordinary about the day. */
export function stateOpen(span: Bilingual, because: readonly OpenReason[]): Statement {
  const values: Record<string, StatementValue> = { span };
  const notes = because.flatMap((reason, i) => dayNote(reason, `name${i}`, values));
  return {
    en: `{span}: open${notes.map(({ en }) => `; ${en}`).join('')}.`,
    zh: `{span}：营业${notes.map(({ zh }) => `；${zh}`).join('')}。`,
    values,
  };
}

function closedWords({ kind }: ClosedReason): Bilingual {
  switch (kind) {
    case 'outsideHours':
      return { en: 'outside opening hours', zh: '非营业时间' };
    case 'weekend':
      return { en: 'no opening hours on these days of the week', zh: '每周不营业的日子' };
    case 'holiday':
      return { en: '{name}', zh: '{name}' };
    case 'outsideSpecialHours':
      return { en: 'outside the hours of {name}', zh: '{name} 营业时间之外' };
    case 'break':
      return { en: 'break: {name}', zh: '休息：{name}' };
  }
}

function stateCounted(step: CountedStep, zoneClock: ZoneClock, span: Values): Statement {
  const { minutes, because, clock = [] } = step;
  const values: Record<string, StatementValue> = { ...span, minutes: minutesValue(minutes) };
  const notes = [
    ...because.flatMap((reason, i) => dayNote(reason, `name${i}`, values)),
    ...clock.map((effect, i) => clockNote(effect, zoneClock, i, values)),
  ];
  return {
    en: `{span}: {minutes} ${minuteWord(minutes)} counted${notes.map(({ en }) => `; ${en}`).join('')}.`,
    zh: `{span}：计 {minutes} 分钟${notes.map(({ zh }) => `；${zh}`).join('')}。`,
    values,
  };
}

type Values = Readonly<Record<string, StatementValue>>;

/** What is not ordinary about a day. */
function dayNote(
  reason: OpenReason,
  key: string,
  values: Record<string, StatementValue>,
): readonly Bilingual[] {
  if (reason.kind !== 'makeUpDay' && reason.kind !== 'specialHours') return [];
  values[key] = reason.name;
  return reason.kind === 'makeUpDay'
    ? [{ en: `make-up working day: {${key}}`, zh: `调休上班：{${key}}` }]
    : [{ en: `hours of {${key}}`, zh: `{${key}} 的营业时间` }];
}

function clockNote(
  effect: ClockEffect,
  clock: ZoneClock,
  i: number,
  values: Record<string, StatementValue>,
): Bilingual {
  const at = `clock${i}`;
  values[at] = momentWords(clock, effect.at);
  if ('minutes' in effect) {
    values[`shift${i}`] = effect.minutes;
    const [en, zh] = effect.kind === 'forward' ? ['forward', '拨快'] : ['back', '拨慢'];
    return {
      en: `the clocks go ${en} by {shift${i}} ${minuteWord(effect.minutes)} at {${at}}`,
      zh: `时钟于{${at}}${zh} {shift${i}} 分钟`,
    };
  }
  values[`time${i}`] = effect.time;
  return effect.kind === 'skipped'
    ? {
        en: `{time${i}} does not exist on that day, taken as {${at}}`,
        zh: `当天没有 {time${i}}，按{${at}}计`,
      }
    : {
        en: `{time${i}} is there twice on that day, taken as {${at}}`,
        zh: `当天有两个 {time${i}}，按{${at}}计`,
      };
}
