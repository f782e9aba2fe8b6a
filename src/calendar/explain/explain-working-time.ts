/** How working time was counted: every step from the start to the end, in the order of time. */
import type { ZoneClock } from '../../foundation/civil.js';
import type { AsOf } from '../../foundation/instant.js';
import { NO_OPTIONS } from '../../foundation/options.js';
import { type Result, right } from '../../foundation/result.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { minutesOf } from '../asked.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import { momentWords } from '../day-words.js';
import type { ClosingBoundary } from '../model.js';
import { type PauseNames, pauseNames } from '../pauses.js';
import { type PauseOptions, type Run, runBackOf, runOf, type WorkingTimeOptions } from '../working-time.js';
import { spanOf } from '../working-time-between.js';
import { minutesValue, minuteWord, stateStep } from './step-words.js';
import { stepsOf, type WorkingTimeStep } from './steps.js';

/** How working time was measured between two instants, or taken back from one; `describe` puts it into words. */
export interface MeasuredWorkingTime {
  /** The earlier and the later instant, epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /**
   * What `workingTimeBetween` answers: negative where the instants were asked for the other way round. Of time that was
   * taken back: the budget.
   */
  readonly minutes: number;
  /** From `from` to `until` without a gap; the minutes of those that are counted add up to `minutes`. */
  readonly steps: readonly WorkingTimeStep[];
  /** A sentence for the whole and for each step, on the clock of the calendar's zone. Worked out when read. */
  readonly statements: readonly Statement[];
}

/** How a budget of working time was counted out; `describe` puts it into words. */
export interface WorkingTimeExplanation extends MeasuredWorkingTime {
  /** What `addWorkingTime` answers. */
  readonly until: number;
  readonly boundary: ClosingBoundary;
  /** Whether time stopped counting just when it ran out, so that the boundary decided. */
  readonly atClosing: boolean;
}

/**
 * Explains `addWorkingTime`: the same count, with every step from `from` to the answer: what is counted, on which day's
 * hours, and what is not: outside opening hours, weekends, holidays and breaks by name, pauses with their reasons; and
 * what clock changes do. The minutes counted add up to the budget exactly.
 *
 * @example
 * ```ts
 * import { compileCalendar, defineWorkingCalendar, describe, explainWorkingTime, orThrow } from 'clientele/calendar';
 *
 * const desk = compileCalendar(
 *   defineWorkingCalendar({
 *     name: 'service desk',
 *     zone: 'Europe/London',
 *     week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['09:00', '17:00']] }],
 *     exceptions: [{ kind: 'closed', date: '2026-04-03', name: 'Good Friday' }],
 *   }),
 * );
 *
 * const why = orThrow(explainWorkingTime(desk, '2026-04-02T15:30:00Z', 60));
 * why.steps.map((step) => (step.kind === 'counted' ? step.minutes : step.kind)); // => [30, 'closed', 'closed', 'closed', 'closed', 30]
 * describe(why, 'en').split('\n')[3]; // => 'Friday 3 April 2026: closed, Good Friday.'
 * ```
 */
export function explainWorkingTime(
  calendar: CompiledCalendar,
  from: AsOf,
  minutes: number,
  options: WorkingTimeOptions = NO_OPTIONS,
): Result<WorkingTimeExplanation> {
  const found = runOf(calendar, from, minutes, options);
  return found._tag === 'Left' ? found : right(explainRun(calendar, found.right, pauseNames(options.pauses)));
}

/** What a count was, step by step; pauses by these names. */
export function explainRun(calendar: CompiledCalendar, run: Run, names: PauseNames): WorkingTimeExplanation {
  const { from, until, boundary } = run;
  const { clock } = calendar;
  const explanation = {
    from,
    until,
    minutes: minutesOf(run.milliseconds),
    boundary,
    atClosing: run.milliseconds > 0 && run.counted.resumed(run.usedUp) !== run.usedUp,
    steps: stepsOf(calendar, run.counted.pauses, from, until),
  };
  return {
    ...explanation,
    get statements() {
      return [
        {
          en: `{minutes} ${minuteWord(explanation.minutes)} of working time from {from} ${explanation.minutes === 1 ? 'is' : 'are'} over at {until} ({zone}).`,
          zh: '自{from}起的 {minutes} 分钟工作时间，至{until}用完（{zone}）。',
          values: spanValues(explanation, clock),
        },
        ...explanation.steps.map((step) =>
          stateStep(step, clock, { several: calendar.parts.length > 1, names }),
        ),
        ...(explanation.atClosing ? [{ ...BOUNDARY[boundary], values: {} }] : []),
      ];
    },
  };
}

/**
 * Explains `workingTimeBetween`: the same measure, step by step in the order of time.
 *
 * @example
 * ```ts
 * import { compileCalendar, defineWorkingCalendar, describe, explainWorkingTimeBetween, orThrow } from 'clientele/calendar';
 *
 * const nights = compileCalendar(
 *   defineWorkingCalendar({
 *     name: 'Sunday nights',
 *     zone: 'Europe/Berlin',
 *     week: [{ days: ['sun'], hours: [['00:00', '06:00']] }],
 *   }),
 * );
 *
 * const why = orThrow(explainWorkingTimeBetween(nights, '2026-03-29T00:00:00+01:00', '2026-03-29T06:00:00+02:00'));
 * why.minutes; // => 300
 * describe(why, 'zh').split('\n')[1]; // => '2026年3月29日（星期日）00:00至06:00：计 300 分钟；时钟于2026年3月29日（星期日）03:00拨快 60 分钟。'
 * ```
 */
export function explainWorkingTimeBetween(
  calendar: CompiledCalendar,
  from: AsOf,
  until: AsOf,
  options: PauseOptions = NO_OPTIONS,
): Result<MeasuredWorkingTime> {
  const span = spanOf(calendar, from, until, options);
  if (span._tag === 'Left') return span;
  const { first, last, sign, counted } = span.right;
  const explanation = {
    from: first,
    until: last,
    minutes: sign * minutesOf(counted.between(first, last)) + 0,
    steps: stepsOf(calendar, counted.pauses, first, last),
  };
  const whole = measuredWords(explanation.minutes);
  return right(withWords(calendar, explanation, { whole, names: pauseNames(options.pauses) }));
}

/**
 * Explains `subtractWorkingTime`: the same count, step by step in the order of time, from the answer (`from`) to the
 * instant that it was taken back from. The minutes counted add up to the budget exactly.
 *
 * @example
 * ```ts
 * import { compileCalendar, defineWorkingCalendar, describe, explainSubtractedWorkingTime, orThrow } from 'clientele/calendar';
 *
 * const desk = compileCalendar(
 *   defineWorkingCalendar({
 *     name: 'service desk',
 *     zone: 'Europe/London',
 *     week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['08:00', '18:00']] }],
 *   }),
 * );
 *
 * const why = orThrow(explainSubtractedWorkingTime(desk, '2026-01-13T11:00:00Z', 240));
 * new Date(why.from).toISOString(); // => '2026-01-12T17:00:00.000Z'
 * why.steps.flatMap((step) => (step.kind === 'counted' ? [step.minutes] : [])); // => [60, 180]
 * describe(why, 'en').split('\n')[0]; // => '240 minutes of working time remain from 17:00 on Monday 12 January 2026 to 11:00 on Tuesday 13 January 2026 (Europe/London).'
 * ```
 */
export function explainSubtractedWorkingTime(
  calendar: CompiledCalendar,
  until: AsOf,
  minutes: number,
  options: PauseOptions = NO_OPTIONS,
): Result<MeasuredWorkingTime> {
  const found = runBackOf(calendar, until, minutes, options);
  if (found._tag === 'Left') return found;
  const { from, until: end, milliseconds, counted } = found.right;
  const steps = stepsOf(calendar, counted.pauses, from, end);
  const explanation = { from, until: end, minutes: minutesOf(milliseconds), steps };
  const whole = remainingWords(explanation.minutes);
  return right(withWords(calendar, explanation, { whole, names: pauseNames(options.pauses) }));
}

/** A sentence for the whole, then one for each step; pauses by these names. */
function withWords(
  { clock, parts }: CompiledCalendar,
  measured: Omit<MeasuredWorkingTime, 'statements'>,
  { whole, names }: { readonly whole: Bilingual; readonly names: PauseNames },
): MeasuredWorkingTime {
  return {
    ...measured,
    get statements() {
      return [
        { ...whole, values: spanValues(measured, clock) },
        ...measured.steps.map((step) => stateStep(step, clock, { several: parts.length > 1, names })),
      ];
    },
  };
}

/** Negative minutes are counted from the later instant back to the earlier one. */
function measuredWords(minutes: number): Bilingual {
  const word = minuteWord(minutes);
  return minutes < 0
    ? {
        en: `{minutes} ${word} of working time from {until} back to {from} ({zone}).`,
        zh: '自{until}倒数至{from}的工作时间为 {minutes} 分钟（{zone}）。',
      }
    : {
        en: `{minutes} ${word} of working time from {from} to {until} ({zone}).`,
        zh: '{from}至{until}的工作时间为 {minutes} 分钟（{zone}）。',
      };
}

function remainingWords(minutes: number): Bilingual {
  return {
    en: `{minutes} ${minuteWord(minutes)} of working time ${minutes === 1 ? 'remains' : 'remain'} from {from} to {until} ({zone}).`,
    zh: '{from}至{until}尚余 {minutes} 分钟工作时间（{zone}）。',
  };
}

function spanValues(
  { from, until, minutes }: Pick<MeasuredWorkingTime, 'from' | 'until' | 'minutes'>,
  clock: ZoneClock,
): Statement['values'] {
  return {
    from: momentWords(clock, from),
    until: momentWords(clock, until),
    minutes: minutesValue(minutes),
    zone: clock.zone,
  };
}

const BOUNDARY: Readonly<Record<ClosingBoundary, Bilingual>> = {
  close: {
    en: 'Time stops counting just when it runs out: it is over then (boundary: close).',
    zh: '工作时间恰好在停止计时之时用完：即以该时刻为准（边界约定：close）。',
  },
  nextOpening: {
    en: 'Time stops counting just when it runs out: it is over when it counts again (boundary: nextOpening).',
    zh: '工作时间恰好在停止计时之时用完：以重新计时之时为准（边界约定：nextOpening）。',
  },
};
