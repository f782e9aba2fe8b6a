/** The steps of a deadline in English and Chinese. */
import { parseIsoDay, type ZoneClock } from '../../foundation/civil.js';
import type { Bilingual, Statement, StatementValue } from '../../foundation/statement.js';
import { type DayReason, reasonWords } from '../day-reason.js';
import { betweenWords, dayWords, endTimeAt, momentWords, spanWords } from '../day-words.js';
import { minutesValue } from '../explain/step-words.js';
import type { PauseNames } from '../pauses.js';
import type { DeadlineStep } from './step.js';

/** What a step says; pauses by these names. */
export function statementsOf(step: DeadlineStep, clock: ZoneClock, names?: PauseNames): readonly Statement[] {
  return step.kind === 'working' ? step.explanation.statements : [statementOf(step, clock, names)];
}

function statementOf(
  step: Exclude<DeadlineStep, { readonly kind: 'working' }>,
  clock: ZoneClock,
  names: PauseNames | undefined,
): Statement {
  switch (step.kind) {
    case 'anchor':
      return step.counts === 'excluded'
        ? says('From {day}, which is not counted.', '自{day}起算，当日不计入。', { day: day(step.day) })
        : says('From {day}, which can count as the first.', '自{day}起算，当日可计为第一天。', {
            day: day(step.day),
          });
    case 'instant':
      return says('From {at}.', '自{at}起算。', { at: momentWords(clock, step.at) });
    case 'cutoff':
      return cutoff(step);
    case 'months':
      return months(step);
    case 'days':
      return days(step, names);
    case 'elapsed':
      return elapsed(step, clock, names);
    case 'roll':
      return roll(step);
    case 'end':
      return end(step, clock);
  }
}

type Step<Kind extends DeadlineStep['kind']> = Extract<DeadlineStep, { readonly kind: Kind }>;

function says(en: string, zh: string, values: Readonly<Record<string, StatementValue>>): Statement {
  return { en, zh, values };
}

function day(text: string): Bilingual {
  return dayWords(parseIsoDay(text) ?? 0);
}

function cutoff({ from, to, because }: Step<'cutoff'>): Statement {
  const values = { from: day(from), to: day(to) };
  if (because.kind === 'afterClosing')
    return says(
      'Received on {from} after closing time: counts as received on {to}.',
      '{from}营业时间结束后收到，视为{to}收到。',
      values,
    );
  return says(
    'Received on {from} ({because}): counts as received on {to}.',
    '{from}收到，当日为{because}，视为{to}收到。',
    { ...values, because: reasonWords(because) },
  );
}

function months({ months: count, from, to, days: total, clamped }: Step<'months'>): Statement {
  const values = { count, from: day(from), to: day(to), total };
  const ends = count === 1 ? 'month from {from} ends' : 'months from {from} end';
  if (clamped)
    return says(
      `{count} ${ends} on {to}, as the month has no such day: {total} days.`,
      '自{from}起 {count} 个月，该月无对应日，止于月末{to}：共 {total} 天。',
      values,
    );
  return says(
    `{count} ${ends} on {to}: {total} days.`,
    '自{from}起 {count} 个月，止于{to}：共 {total} 天。',
    values,
  );
}

function days(
  { first, last, days: length, counted, because }: Step<'days'>,
  names: PauseNames | undefined,
): Statement {
  const span = spanWords(parseIsoDay(first) ?? 0, parseIsoDay(last) ?? 0);
  if (counted === 0)
    return says('{span}: {because}, not counted.', '{span}：{because}，不计入。', {
      span,
      because: reasonWords(because, names),
    });
  const { en, zh } = countedWords(because);
  const what = { en: length === 1 ? en : plural(en), zh };
  return says('{span}: {counted} {what}.', '{span}：计 {counted} 个{what}。', { span, counted, what });
}

/** What can be counted: special hours are those of a day. */
function countedWords(because: DayReason): Bilingual {
  const words = reasonWords(because);
  return because.kind === 'specialHours' ? { en: `day with ${words.en}`, zh: `工作日，${words.zh}` } : words;
}

/** "business day" in the plural; what is in brackets stays behind it. */
function plural(noun: string): string {
  return noun.replace(/\bday\b/, 'days');
}

function elapsed(
  { from, until, counted, paused }: Step<'elapsed'>,
  clock: ZoneClock,
  names: PauseNames | undefined,
): Statement {
  const span = betweenWords(clock, from, until);
  if (paused === undefined)
    return says('{span}: {counted} minutes.', '{span}：{counted} 分钟。', {
      span,
      counted: minutesValue(counted),
    });
  return says('{span}: {because}, not counted.', '{span}：{because}，不计入。', {
    span,
    because: reasonWords({ kind: 'pause', reasons: paused }, names),
  });
}

function roll({ from, to, because }: Step<'roll'>): Statement {
  return says(
    '{from} is no business day ({because}): the last day moves to {to}.',
    '{from}不是工作日（{because}），最后一天移至{to}。',
    { from: day(from), to: day(to), because: reasonWords(because) },
  );
}

function end({ day: last, at, until }: Step<'end'>, clock: ZoneClock): Statement {
  if (until === 'endOfDay')
    return says('The last day is {day}, to its end.', '最后一天为{day}，至当日结束。', { day: day(last) });
  const lastNo = parseIsoDay(last) ?? 0;
  const time = endTimeAt(clock, at, lastNo);
  return says('The last day is {day}, until {at}.', '最后一天为{day}，截至{at}。', {
    day: dayWords(lastNo),
    // A night shift ends on the day after.
    at: clock.dayOf(at - 1) === lastNo ? time : momentWords(clock, at),
  });
}
