import { describe, expect, it } from 'vitest';
import {
  civilDate,
  dayNumber,
  isoDay,
  isZone,
  parseIsoDay,
  validDay,
  zoneClock,
} from '../../src/foundation/civil.js';

const DAY = 86_400_000;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
const at = (text: string): number => Date.parse(text);
const clock = (hours: number, minutes = 0): number => (hours * 60 + minutes) * 60_000;
const iso = (instant: number): string => new Date(instant).toISOString();

describe('isZone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'Asia/Kolkata', 'EST5EDT'])(
    'knows %s',
    (name) => expect(isZone(name)).toBe(true),
  );

  it.each([
    '',
    ' ',
    'constructor',
    '__proto__',
    'toString',
    '+05:30',
    '-08',
    'Europe/Lodon',
    'Berlin',
    'Europe/Berlin ',
    'GMT+5',
    'local',
    '5',
  ])('refuses %j', (name) => expect(isZone(name)).toBe(false));
});

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(dayNumber({ year: 1970, month: 1, day: 1 })).toBe(0);
    expect(dayNumber({ year: 1969, month: 12, day: 31 })).toBe(-1);
    expect(dayNumber({ year: 2000, month: 3, day: 1 })).toBe(11_017);
    expect(civilDate(-719_162)).toEqual({ year: 1, month: 1, day: 1 });
  });

  it('are written and read as yyyy-MM-dd', () => {
    expect(isoDay(0)).toBe('1970-01-01');
    expect(isoDay(dayNumber({ year: 33, month: 4, day: 3 }))).toBe('0033-04-03');
    expect(parseIsoDay('2024-02-29')).toBe(day('2024-02-29'));
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-01-32',
    '2025-1-1',
    '25-01-01',
    '2025-01-01 ',
    '2025-01-01\n',
    'x2025-01-01',
    '2025/01/01',
    '',
    '+002025-01-01',
    '٢٠٢٥-٠١-٠١',
  ])('refuse %j, which is no day', (text) => expect(parseIsoDay(text)).toBeUndefined());

  it('know the leap years of the Gregorian calendar', () => {
    const leapDay = (year: number): number | undefined => validDay({ year, month: 2, day: 29 });
    expect(leapDay(2000)).toBe(day('2000-02-29'));
    expect(leapDay(2024)).toBe(day('2024-02-29'));
    expect([leapDay(1900), leapDay(2100), leapDay(2023)]).toEqual([undefined, undefined, undefined]);
  });

  it('refuse months and days that are none', () => {
    for (const [month, date] of [
      [0, 1],
      [13, 1],
      [-1, 1],
      [1, 0],
      [1, 32],
      [1, -1],
      [2, 30],
      [2, 31],
      [11, 31],
    ] as const) {
      expect(validDay({ year: 2024, month, day: date })).toBeUndefined();
    }
  });
});

describe('a zone clock', () => {
  it('names its zone', () => {
    expect(zoneClock('Asia/Kathmandu').zone).toBe('Asia/Kathmandu');
  });

  it('says which day an instant falls on there', () => {
    const instant = at('2025-12-31T18:30:00Z');
    expect(isoDay(zoneClock('UTC').dayOf(instant))).toBe('2025-12-31');
    expect(isoDay(zoneClock('Asia/Kathmandu').dayOf(instant))).toBe('2026-01-01');
    expect(isoDay(zoneClock('Asia/Kathmandu').dayOf(at('2025-12-31T18:14:59.999Z')))).toBe('2025-12-31');
    expect(isoDay(zoneClock('America/Los_Angeles').dayOf(at('2026-01-01T07:59:59.999Z')))).toBe('2025-12-31');
  });

  it('answers at the ends of ECMAScript time', () => {
    expect(zoneClock('UTC').dayOf(8.64e15)).toBe(100_000_000);
    expect(zoneClock('UTC').dayOf(-8.64e15)).toBe(-100_000_000);
    expect(zoneClock('Asia/Tokyo').dayOf(8.64e15)).toBe(100_000_000);
    expect(zoneClock('America/Lima').dayOf(8.64e15)).toBe(99_999_999);
  });

  it('gives the one instant of an ordinary local time', () => {
    expect(zoneClock('Asia/Tokyo').instantsOf(day('2025-06-01'), clock(9))).toEqual({
      kind: 'single',
      at: at('2025-06-01T00:00:00Z'),
    });
    expect(zoneClock('UTC').instantsOf(0, 0)).toEqual({ kind: 'single', at: 0 });
  });

  it('gives both instants of a local time that an autumn night repeats', () => {
    expect(zoneClock('Europe/Berlin').instantsOf(day('2026-10-25'), clock(2, 30))).toEqual({
      kind: 'repeated',
      earlier: at('2026-10-25T02:30:00+02:00'),
      later: at('2026-10-25T02:30:00+01:00'),
    });
  });

  it('says of a local time that a spring night skips where it would be, and when the clock resumes', () => {
    expect(zoneClock('Europe/Berlin').instantsOf(day('2026-03-29'), clock(2, 30))).toEqual({
      kind: 'skipped',
      movedOn: at('2026-03-29T03:30:00+02:00'),
      resumes: at('2026-03-29T03:00:00+02:00'),
    });
  });

  it('puts the edges of a gap and of a repeated hour on the right side', () => {
    const berlin = zoneClock('Europe/Berlin');
    expect(berlin.instantsOf(day('2026-03-29'), clock(2) - 1)).toEqual({
      kind: 'single',
      at: at('2026-03-29T00:59:59.999Z'),
    });
    expect(berlin.instantsOf(day('2026-03-29'), clock(2)).kind).toBe('skipped');
    expect(berlin.instantsOf(day('2026-03-29'), clock(3))).toEqual({
      kind: 'single',
      at: at('2026-03-29T01:00:00Z'),
    });
    expect(berlin.instantsOf(day('2026-10-25'), clock(2) - 1).kind).toBe('single');
    expect(berlin.instantsOf(day('2026-10-25'), clock(2)).kind).toBe('repeated');
    expect(berlin.instantsOf(day('2026-10-25'), clock(3)).kind).toBe('single');
  });

  it('knows that Lord Howe Island moves its clock by half an hour', () => {
    const clockThere = zoneClock('Australia/Lord_Howe');
    expect(clockThere.instantsOf(day('2025-10-05'), clock(2, 15))).toEqual({
      kind: 'skipped',
      movedOn: at('2025-10-05T02:45:00+11:00'),
      resumes: at('2025-10-05T02:30:00+11:00'),
    });
    expect(clockThere.instantsOf(day('2025-04-06'), clock(1, 45))).toEqual({
      kind: 'repeated',
      earlier: at('2025-04-06T01:45:00+11:00'),
      later: at('2025-04-06T01:45:00+10:30'),
    });
  });

  it('knows that Samoa had no 30 December 2011', () => {
    const apia = zoneClock('Pacific/Apia');
    const dateLine = at('2011-12-30T10:00:00Z');
    expect(isoDay(apia.dayOf(dateLine - 1))).toBe('2011-12-29');
    expect(isoDay(apia.dayOf(dateLine))).toBe('2011-12-31');
    expect(iso(apia.startOf(day('2011-12-29')))).toBe('2011-12-29T10:00:00.000Z');
    expect(iso(apia.startOf(day('2011-12-30')))).toBe(iso(dateLine));
    expect(iso(apia.startOf(day('2011-12-31')))).toBe(iso(dateLine));
    expect(iso(apia.startOf(day('2012-01-01')))).toBe('2011-12-31T10:00:00.000Z');
    expect(apia.instantsOf(day('2011-12-30'), clock(12))).toEqual({
      kind: 'skipped',
      movedOn: at('2011-12-30T22:00:00Z'),
      resumes: dateLine,
    });
  });

  it.each([
    ['America/Havana repeats midnight', 'America/Havana', '2025-11-02', '2025-11-02T00:00:00-04:00'],
    ['America/Havana skips midnight', 'America/Havana', '2025-03-09', '2025-03-09T01:00:00-04:00'],
    ['Africa/Cairo skips midnight', 'Africa/Cairo', '2024-04-26', '2024-04-26T01:00:00+03:00'],
    ['Africa/Cairo turns back at midnight', 'Africa/Cairo', '2024-11-01', '2024-11-01T00:00:00+02:00'],
    ['Asia/Beirut skips midnight', 'Asia/Beirut', '2024-03-31', '2024-03-31T01:00:00+03:00'],
    ['Asia/Beirut turns back at midnight', 'Asia/Beirut', '2024-10-27', '2024-10-27T00:00:00+02:00'],
    ['America/Santiago skips midnight', 'America/Santiago', '2024-09-08', '2024-09-08T01:00:00-03:00'],
    [
      'America/Santiago turns back at midnight',
      'America/Santiago',
      '2024-04-07',
      '2024-04-07T00:00:00-04:00',
    ],
    ['Asia/Gaza skips midnight', 'Asia/Gaza', '2015-03-28', '2015-03-28T01:00:00+03:00'],
    ['Asia/Gaza repeats midnight', 'Asia/Gaza', '2018-10-27', '2018-10-27T00:00:00+03:00'],
    [
      'America/St_Johns turns back a minute after midnight',
      'America/St_Johns',
      '2006-10-29',
      '2006-10-29T00:00:00-02:30',
    ],
    [
      'America/Nuuk skips the hour before midnight',
      'America/Nuuk',
      '2024-03-31',
      '2024-03-31T00:00:00-01:00',
    ],
    ['Europe/Berlin, an ordinary day', 'Europe/Berlin', '2024-03-31', '2024-03-31T00:00:00+01:00'],
  ])('starts the day with its first instant: %s', (_, zone, date, first) => {
    const start = zoneClock(zone).startOf(day(date));
    expect(iso(start)).toBe(iso(at(first)));
    expect(isoDay(zoneClock(zone).dayOf(start))).toBe(date);
    expect(zoneClock(zone).dayOf(start - 1)).toBe(day(date) - 1);
  });

  it.each([
    ['Africa/Casablanca', '2008-06-01T00:00:00Z', 0, 1],
    ['Africa/Windhoek', '2015-04-05T00:00:00Z', 2, 1],
  ])(
    'tells the days before and after a change at midnight of UTC apart: %s',
    (zone, change, before, after) => {
      for (const hours of [-24, 24]) {
        const own = zoneClock(zone);
        // Whichever of the two days is asked about first.
        expect(own.offsetAt(at(change) + clock(hours))).toBe(clock(hours < 0 ? before : after));
        expect(own.offsetAt(at(change) - 1)).toBe(clock(before));
        expect(own.offsetAt(at(change))).toBe(clock(after));
      }
    },
  );

  it('answers the same however often it is asked, and after other instants of that day', () => {
    const berlin = zoneClock('Europe/Berlin');
    const instants = [
      '2026-03-29T00:59:59.999Z',
      '2026-03-29T01:00:00Z',
      '2026-03-28T23:00:00Z',
      '2026-03-29T22:00:00Z',
      '2026-03-29T21:59:59Z',
    ].map(at);
    const first = instants.map((instant) => berlin.dayOf(instant) - day('2026-03-29'));
    expect(first).toEqual([0, 0, 0, 1, 0]);
    expect(
      instants
        .toReversed()
        .map((instant) => berlin.dayOf(instant) - day('2026-03-29'))
        .toReversed(),
    ).toEqual(first);
  });
});
