/** Deadlines in days, weeks and months: the vectors of complaint rules, and the answers that are wrong under them. */
import { readFileSync } from 'node:fs';
import {
  type CalendarException,
  type CompiledCalendar,
  chinaHolidays,
  chinaOfficeCalendar,
  compileCalendar,
  type DeadlineOptions,
  type DeadlineRule,
  deadlineOf,
  defineWorkingCalendar,
  englandAndWalesBusinessCalendar,
  englandAndWalesHolidays,
  explainDeadline,
  mondayToFriday,
  orThrow,
  parseHolidayCn,
} from 'clientele/calendar';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../shared.js';

interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly input: Readonly<Record<string, string | number | readonly string[]>>;
  readonly expected: Readonly<Record<string, string>>;
}

const OWN_KINDS = [
  'cnWorkingDays',
  'samr20Mediation',
  'samr121Mediation',
  'airline',
  'fcaDisp',
  'fosReferralLimit',
  'ofcomAdr',
  'cfpb',
  'euShipPax',
];

function json(...parts: readonly string[]): unknown {
  return JSON.parse(readFileSync(sharedPath(...parts), 'utf8'));
}

function vectors(): readonly Vector[] {
  const all = json('vectors', 'complaints', 'golden.json') as readonly Vector[];
  return all.filter(({ kind }) => OWN_KINDS.includes(kind));
}

function weekdaysOnly(zone: string, exceptions: readonly CalendarException[] = []): CompiledCalendar {
  return compileCalendar(
    defineWorkingCalendar({ name: 'weekdays', zone, week: mondayToFriday(['09:00', '17:00']), exceptions }),
  );
}

const china = compileCalendar(chinaOfficeCalendar());
const chinaWithoutMakeUpDays = weekdaysOnly(
  'Asia/Shanghai',
  chinaHolidays().exceptions.filter(({ kind }) => kind === 'closed'),
);
const chinaWeekdays = weekdaysOnly('Asia/Shanghai');
const england = compileCalendar(englandAndWalesBusinessCalendar());
const washington = weekdaysOnly('America/New_York');
const brussels = weekdaysOnly('Europe/Brussels');

const business = (days: number): DeadlineRule => ({ budget: { kind: 'businessDays', days } });
const calendarDays = (days: number): DeadlineRule => ({ budget: { kind: 'calendarDays', days } });
const weeks = (count: number): DeadlineRule => ({ budget: { kind: 'weeks', weeks: count } });
const months = (count: number): DeadlineRule => ({ budget: { kind: 'months', months: count } });

/** The last day; answered and explained alike, and the explanation counts what the budget says. */
function due(
  calendar: CompiledCalendar,
  rule: DeadlineRule,
  anchor: string,
  options: DeadlineOptions = {},
): string {
  const deadline = orThrow(deadlineOf(calendar, rule, anchor, options));
  const { at, lastDay, total, steps } = orThrow(explainDeadline(calendar, rule, anchor, options));
  expect({ at, lastDay }).toEqual(deadline);
  expect(steps.reduce((sum, step) => sum + ('counted' in step ? step.counted : 0), 0)).toBe(total);
  return deadline.lastDay;
}

/** The day on which it is too late. */
function tooLate(calendar: CompiledCalendar, rule: DeadlineRule, anchor: string): string {
  const { at } = orThrow(deadlineOf(calendar, rule, anchor));
  return new Intl.DateTimeFormat('sv-SE', { timeZone: calendar.calendar.zone }).format(at);
}

/** What each field of a vector's answer is under our rules. */
function answers({ kind, input }: Vector): Readonly<Record<string, string>> {
  const day = (key: string): string => String(input[key]);
  const count = (key: string): number => Number(input[key]);
  switch (kind) {
    case 'cnWorkingDays': {
      const rule = business(count('n'));
      return {
        due: due(china, rule, day('received')),
        dueIfMakeupDaysIgnored: due(chinaWithoutMakeUpDays, rule, day('received')),
        dueIfMonFriOnly: due(chinaWeekdays, rule, day('received')),
      };
    }
    case 'samr20Mediation':
      return { due: due(china, business(count('workingDays')), day('accepted'), inspection(input)) };
    case 'samr121Mediation': {
      const rule = calendarDays(count('calendarDays'));
      return {
        nominal: due(china, rule, day('accepted')),
        ifRolledToNextWorkingDay: due(china, { ...rule, roll: 'following' }, day('accepted')),
      };
    }
    case 'airline':
      return {
        due10wd: due(china, business(10), day('received')),
        naive: due(chinaWeekdays, business(10), day('received')),
      };
    case 'fcaDisp':
      return {
        summaryResolution3bd: due(england, business(3), day('received')),
        finalResponse8w: due(england, weeks(8), day('received')),
        psd15bd: due(england, business(15), day('received')),
        psd35bd: due(england, business(35), day('received')),
        fosReferralOpensIfSilentFrom: tooLate(england, weeks(8), day('received')),
      };
    case 'fosReferralLimit':
      return { last: due(england, months(6), day('finalResponseSent')) };
    case 'ofcomAdr':
      return {
        adrLetterByOldRule8w: due(england, weeks(8), day('received')),
        adrLetterByNewRule6w: due(england, weeks(6), day('received')),
      };
    case 'cfpb':
      return {
        responseDue15: due(washington, calendarDays(15), day('sentToCompany')),
        finalDue60: due(washington, calendarDays(60), day('sentToCompany')),
      };
    case 'euShipPax': {
      const status = due(brussels, months(1), day('received'));
      return {
        statusBy1m: status,
        finalBy2m: due(brussels, months(2), day('received')),
        wrongIfChained: due(brussels, months(1), status),
      };
    }
    default:
      return {};
  }
}

function inspection({ inspection: days }: Vector['input']): DeadlineOptions {
  if (!Array.isArray(days)) return {};
  const [from, until] = days.map(String);
  return {
    pauses: [
      {
        from: Date.parse(`${from}T15:00+08:00`),
        until: Date.parse(`${until}T10:00+08:00`),
        reason: 'inspection',
      },
    ],
  };
}

/** Fields that hold what somebody gets who reckons wrongly; no rule of ours gives them where they differ. */
const WRONG = ['dueIfMakeupDaysIgnored', 'dueIfMonFriOnly', 'naive', 'wrongIfChained'];
const RIGHT = ['due', 'due10wd', 'finalBy2m'];

describeShared('deadline vectors of complaint rules', () => {
  it('are all there', () => {
    expect(new Set(vectors().map(({ kind }) => kind))).toEqual(new Set(OWN_KINDS));
    expect(vectors()).toHaveLength(13);
  });

  it.each(vectors().map((one) => [one.id, one] as const))('%s', (_, vector) => {
    expect(Object.keys(vector.expected).length).toBeGreaterThan(0);
    expect(answers(vector)).toMatchObject(vector.expected);
  });

  it.each(
    vectors()
      .filter(({ expected }) => WRONG.some((key) => key in expected))
      .map((one) => [one.id, one] as const),
  )('%s: the wrong answers come of wrong calendars or chained months, not of the rule', (_, vector) => {
    const ours = answers(vector);
    const right = RIGHT.flatMap((key) => (key in vector.expected ? [ours[key]] : []));
    expect(right).toHaveLength(1);
    for (const key of WRONG) if (key in vector.expected) expect(vector.expected[key]).not.toBe(right[0]);
  });

  it('CN-5: counting the days on which the inspection begins and ends would be two days earlier', () => {
    const [vector] = vectors().filter(({ id }) => id === 'CN-5');
    const pauses = inspection(vector?.input ?? {});
    const rule: DeadlineRule = { ...business(45), pausedDays: 'whole' };
    expect(due(china, rule, '2025-10-11', pauses)).toBe('2025-12-29');
  });
});

describeShared('preset holidays', () => {
  const days = (exceptions: readonly CalendarException[]): readonly (readonly [string, string, string])[] =>
    exceptions.flatMap(({ kind, date, last = date, name }) => {
      const found: [string, string, string][] = [];
      for (let at = Date.parse(date); at <= Date.parse(last); at += 86_400_000)
        found.push([
          new Date(at).toISOString().slice(0, 10),
          kind,
          typeof name === 'string' ? name : name.zh,
        ]);
      return found;
    });

  it('of China are those of holiday-cn, 2025 and 2026', () => {
    const files = ['holiday-cn-2026.json', 'holiday-cn-2025.json'].map((file) =>
      json('data', 'holidays', file),
    );
    const read = orThrow(parseHolidayCn(files));
    expect(days(chinaHolidays().exceptions)).toEqual(days(read.exceptions));
    expect(chinaHolidays().known).toEqual(read.known);
    expect(chinaHolidays().source).toBe(read.source);
    expect(days(read.exceptions)).toHaveLength(72);
  });

  it('of England and Wales are those of the list, 2025 to 2027', () => {
    const list = json('data', 'holidays', 'england-and-wales-2025-2027.json') as {
      readonly days: readonly string[];
    };
    expect(days(englandAndWalesHolidays().exceptions).map(([date]) => date)).toEqual(list.days);
  });
});
