/**
 * Published deadlines and measures of working time: `../shared/vectors/complaints/golden.json`, whose `source` names
 * where each comes from, and wrong ones that are published too.
 */
import { readFileSync } from 'node:fs';
import {
  addWorkingTime,
  type CalendarConventions,
  type CompiledCalendar,
  compileCalendar,
  defineWorkingCalendar,
  explainWorkingTime,
  type OpenHours,
  openingHours,
  orThrow,
  subtractWorkingTime,
  type Weekday,
  type WeekRule,
  workingTimeBetween,
} from 'clientele/calendar';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../shared.js';

/** As the file has them. */
interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly input: {
    readonly zone: string;
    readonly week: string | Readonly<Record<string, readonly OpenHours[]>>;
    readonly holidays?: readonly string[];
    /** On the clock of the zone. */
    readonly pauses?: readonly (readonly [string, string])[];
    readonly start?: string;
    readonly from_?: string;
    readonly to?: string;
    readonly pausesUtc?: readonly (readonly [string, string])[];
    readonly startUtc?: string;
    readonly fromUtc?: string;
    readonly toUtc?: string;
    readonly date?: string;
    readonly time?: string;
    readonly minutes?: number;
    readonly boundary?: string;
  };
  readonly expected: {
    readonly utc?: string;
    readonly utcIfBoundaryClose?: string;
    readonly minutes?: number;
    readonly minutesIfShift?: number;
    readonly minutesIfClampToGapEnd?: number;
  };
  readonly source: string;
}

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `daily 09:00-18:00`, `Sun 02:30-06:00`, `24x7`, or hours by ISO weekday. */
function weekOf(week: Vector['input']['week']): readonly WeekRule[] {
  if (typeof week !== 'string')
    return Object.entries(week).map(([day, hours]) => ({
      days: WEEKDAYS.slice(Number(day) - 1, Number(day)),
      hours,
    }));
  if (week === '24x7') return [{ days: WEEKDAYS, hours: [['00:00', '24:00']] }];
  const [days, from, until] = /^(\w+) (\S+)-(\S+)$/.exec(week)?.slice(1) ?? [];
  if (from === undefined || until === undefined) throw new Error(week);
  return [{ days: days === 'daily' ? WEEKDAYS : ['sun'], hours: [[from, until]] }];
}

function calendarOf({ id, input }: Vector, conventions: Partial<CalendarConventions> = {}): CompiledCalendar {
  return compileCalendar(
    defineWorkingCalendar({
      name: id,
      zone: input.zone,
      week: weekOf(input.week),
      exceptions: (input.holidays ?? []).map((date) => ({ kind: 'closed', date, name: 'holiday' })),
      conventions,
    }),
  );
}

/** The instant at which a zone's clock shows a time that it shows once, found without the library. */
function local(zone: string, time: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  for (let at = Date.parse(`${time}Z`) - 50_400_000; ; at += 900_000)
    if (shown.format(at) === time.replace('T', ' ')) return at;
}

const instant = (utc: string | undefined, zone: string, wall: string | undefined): number =>
  utc === undefined ? local(zone, wall ?? '') : Date.parse(utc);

function pausesOf({ zone, pauses = [], pausesUtc = [] }: Vector['input']) {
  return [
    ...pauses.map(([from, until]) => ({
      from: local(zone, from),
      until: local(zone, until),
      reason: 'pending',
    })),
    ...pausesUtc.map(([from, until]) => ({
      from: Date.parse(from),
      until: Date.parse(until),
      reason: 'pending',
    })),
  ];
}

const utc = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

describeShared('golden working time', () => {
  const vectors: readonly Vector[] = JSON.parse(
    readFileSync(sharedPath('vectors', 'complaints', 'golden.json'), 'utf8'),
  );
  const ofKind = (kind: string): readonly Vector[] => vectors.filter((one) => one.kind === kind);
  const byId = (id: string): Vector => {
    const found = vectors.find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };
  const due = (vector: Vector, boundary: 'close' | 'nextOpening'): string => {
    const { zone, start, startUtc, minutes = Number.NaN } = vector.input;
    const calendar = calendarOf(vector);
    const options = { boundary, pauses: pausesOf(vector.input) };
    const why = orThrow(explainWorkingTime(calendar, instant(startUtc, zone, start), minutes, options));
    expect(why.until).toBe(
      orThrow(addWorkingTime(calendar, instant(startUtc, zone, start), minutes, options)),
    );
    expect(why.steps.reduce((sum, step) => (step.kind === 'counted' ? sum + step.minutes : sum), 0)).toBe(
      minutes,
    );
    return utc(why.until);
  };

  it('has the vectors that are tested here', () => {
    expect(ofKind('addWorkingTime')).toHaveLength(22);
    expect(ofKind('workingMinutesBetween')).toHaveLength(8);
    expect(ofKind('localToInstant')).toHaveLength(1);
  });

  for (const vector of ofKind('addWorkingTime')) {
    it(`${vector.id}: ${vector.source}`, () => {
      const { expected, input } = vector;
      expect(due(vector, input.boundary === 'next-open' ? 'nextOpening' : 'close')).toBe(expected.utc);
      if (expected.utcIfBoundaryClose !== undefined)
        expect(due(vector, 'close')).toBe(expected.utcIfBoundaryClose);
    });
  }

  for (const vector of ofKind('workingMinutesBetween').filter(
    ({ expected }) => expected.minutes !== undefined,
  )) {
    it(`${vector.id}: ${vector.source}`, () => {
      const { zone, date, fromUtc, toUtc, from_, to } = vector.input;
      const [first, last] =
        date === undefined
          ? [instant(fromUtc, zone, from_), instant(toUtc, zone, to)]
          : [local(zone, `${date}T00:00`), local(zone, `${nextDay(date)}T00:00`)];
      const minutes = workingTimeBetween(calendarOf(vector), first, last, { pauses: pausesOf(vector.input) });
      expect(orThrow(minutes)).toBe(vector.expected.minutes);
    });
  }

  it('DST-6: an opening time that does not exist, under both conventions', () => {
    const vector = byId('DST-6');
    const minutes = (gap: 'shift' | 'clamp'): number =>
      orThrow(
        workingTimeBetween(calendarOf(vector, { gap }), '2026-03-08T00:00-05:00', '2026-03-08T06:00-04:00'),
      );
    expect(minutes('shift')).toBe(vector.expected.minutesIfShift);
    expect(minutes('clamp')).toBe(vector.expected.minutesIfClampToGapEnd);
  });

  it('DST-9: 24:00 on a day whose midnight does not exist, under both conventions', () => {
    const { input, expected } = byId('DST-9');
    for (const gap of ['shift', 'clamp'] as const) {
      const calendar = compileCalendar(
        defineWorkingCalendar({
          name: 'evenings',
          zone: input.zone,
          week: [{ days: ['sat'], hours: [['20:00', '24:00']] }],
          conventions: { gap },
        }),
      );
      const hours = orThrow(openingHours(calendar, `${input.date}T00:00Z`, '2015-10-20T00:00Z'));
      expect(hours.map(({ until }) => utc(until))).toEqual([expected.utc]);
    }
  });

  it('GLPI-2: the escalation is an hour of work before the deadline', () => {
    const calendar = calendarOf(byId('GLPI-2'));
    expect(utc(orThrow(subtractWorkingTime(calendar, byId('GLPI-2').expected.utc ?? '', 60)))).toBe(
      byId('GLPI-2e').expected.utc,
    );
  });

  it.each([
    ['NM-1', 'nineminds 11.3: Tuesday 11:00', '2026-01-13T11:00:00Z'],
    ['EE-1', 'eesel.ai: Monday 9:00', '2026-01-12T09:00:00Z'],
  ])('%s is not what is published by %s', (id, _, published) => {
    for (const boundary of ['close', 'nextOpening'] as const)
      expect(due(byId(id), boundary)).not.toBe(published);
  });

  it('16 h of 8 to 17 from Monday 8:00 are over on Tuesday at 15:00, not at 16:00 as a ServiceNow summary had it', () => {
    const vector: Vector = {
      ...byId('NM-1'),
      input: { ...byId('NM-1').input, start: '2026-01-12T08:00', minutes: 960 },
    };
    expect(due(vector, 'close')).toBe('2026-01-13T15:00:00Z');
    expect(due(vector, 'close')).not.toBe('2026-01-13T16:00:00Z');
  });

  it('MBT-58: the start is not returned unchanged, as moment-business-time does', () => {
    expect(due(byId('MBT-58'), 'close')).not.toBe(byId('MBT-58').input.startUtc);
  });

  it('PA-4: overlapping pauses are not added up', () => {
    expect(due(byId('PA-4'), 'close')).not.toBe('2026-01-13T12:30:00Z');
  });

  it('DST-3: not an hour late, as who adds wall-clock time is', () => {
    expect(due(byId('DST-3'), 'close')).not.toBe('2026-03-09T15:00:00Z');
  });
});

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
