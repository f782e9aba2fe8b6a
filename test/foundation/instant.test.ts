import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../src/foundation/civil.js';
import {
  type AsOf,
  clockOf,
  instantOf,
  isInstant,
  isoIn,
  parseIso,
  patternReader,
  type WrittenTime,
} from '../../src/foundation/instant.js';
import type { Result } from '../../src/foundation/result.js';

const DAY = 86_400_000;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
const at = (text: string): WrittenTime => ({ kind: 'instant', at: Date.parse(text) });
const local = (date: string, time: string): WrittenTime => ({
  kind: 'local',
  day: day(date),
  millisecondOfDay: Date.parse(`1970-01-01T${time}Z`),
});
const wholeDay = (date: string): WrittenTime => ({ kind: 'day', day: day(date) });

describe('parseIso', () => {
  it.each([
    ['2025-12-31T23:59:59Z', at('2025-12-31T23:59:59Z')],
    ['2025-12-31T23:59:59z', at('2025-12-31T23:59:59Z')],
    ['2025-12-31 23:59:59Z', at('2025-12-31T23:59:59Z')],
    ['2025-12-31T23:59Z', at('2025-12-31T23:59:00Z')],
    ['2025-12-31T23:59:59.5Z', at('2025-12-31T23:59:59.500Z')],
    ['2025-12-31T23:59:59,25Z', at('2025-12-31T23:59:59.250Z')],
    ['2025-12-31T23:59:59.123456789Z', at('2025-12-31T23:59:59.123Z')],
    ['2025-12-31T23:59:59.9999Z', at('2025-12-31T23:59:59.999Z')],
    ['2025-12-31T23:59:59+05:45', at('2025-12-31T18:14:59Z')],
    ['2025-12-31T23:59:59-0330', at('2026-01-01T03:29:59Z')],
    ['2025-12-31T23:59:59+01', at('2025-12-31T22:59:59Z')],
    ['2025-12-31T00:00-00:00', at('2025-12-31T00:00:00Z')],
    ['2024-02-29T00:00:00Z', at('2024-02-29T00:00:00Z')],
    ['0001-01-01T00:00:00Z', at('0001-01-01T00:00:00Z')],
    ['9999-12-31T23:59:59.999Z', at('9999-12-31T23:59:59.999Z')],
    ['1969-12-31T23:59:59.999Z', { kind: 'instant', at: -1 }],
    ['1970-01-01T00:00:00-00:00', { kind: 'instant', at: 0 }],
    ['2025-12-31T23:59:59', local('2025-12-31', '23:59:59.000')],
    ['2025-12-31 08:05', local('2025-12-31', '08:05:00.000')],
    ['2025-12-31T00:00:00.001', local('2025-12-31', '00:00:00.001')],
    ['2025-12-31', wholeDay('2025-12-31')],
    ['2024-02-29', wholeDay('2024-02-29')],
  ])('reads %s', (text, time) => {
    expect(parseIso(text)).toStrictEqual(time);
  });

  it.each([
    ['', 'nothing'],
    ['2025-02-29', 'no such day'],
    ['1900-02-29T00:00Z', 'no such day'],
    ['2025-06-31T12:00:00Z', 'no such day'],
    ['2025-13-01', 'no such month'],
    ['2025-12-31T24:00:00Z', 'hour 24: midnight is 00:00 of the next day'],
    ['2025-12-31T25:00Z', 'hour 25'],
    ['2025-12-31T23:60Z', 'minute 60'],
    ['2016-12-31T23:59:60Z', 'a leap second'],
    ['2025-12-31T23Z', 'no minutes'],
    ['2025-12-31T', 'no time'],
    ['2025-12-31Z', 'an offset without a time'],
    ['2025-12-31T23:59:59.Z', 'no digits after the point'],
    ['2025-12-31T23:59.5Z', 'a fraction of a minute'],
    ['2025-12-31T23:59:59.1234567890Z', 'more than nine decimals'],
    ['2025-12-31T23:59:59+24:00', 'an offset of a day'],
    ['2025-12-31T23:59:59+01:60', 'an offset of 60 minutes'],
    ['2025-12-31T23:59:59+1', 'half an offset'],
    ['2025-12-31T23:59:59 Z', 'a blank before the offset'],
    ['2025-12-31  23:59', 'two blanks'],
    ['2025-12', 'no day'],
    ['2025-W52-1', 'a week date'],
    ['2025-365', 'an ordinal date'],
    ['20251231', 'the basic format'],
    ['20251231T235959Z', 'the basic format'],
    ['25-12-31', 'two digits of the year'],
    ['+012025-12-31', 'an expanded year'],
    ['99999-12-31', 'a huge year'],
    ['2025-12-31T23:59:59Z[UTC]', 'more after the end'],
    ['2025-12-31\n', 'a line end'],
    [' 2025-12-31', 'a blank before'],
    ['31.12.2025', 'another form'],
    ['Wed Dec 31 2025', 'another form'],
    ['1735689599000', 'a number'],
    ['today', 'a word'],
  ])('refuses %j: %s', (text) => {
    expect(parseIso(text)).toBeUndefined();
  });
});

describe('patternReader', () => {
  const read = (pattern: string, text: string): WrittenTime | undefined => {
    const reader = patternReader(pattern);
    if (reader === undefined) throw new Error(`no pattern: ${pattern}`);
    return reader(text);
  };

  it.each([
    ['dd/MM/yyyy HH:mm', '09/12/2011 12:50', local('2011-12-09', '12:50:00.000')],
    ['M/d/yyyy H:mm', '1/2/2011 8:26', local('2011-01-02', '08:26:00.000')],
    ['M/d/yyyy H:mm', '11/12/2011 18:26', local('2011-11-12', '18:26:00.000')],
    ['d.M.yyyy', '9.1.2025', wholeDay('2025-01-09')],
    ['d.M.yyyy', '09.01.2025', wholeDay('2025-01-09')],
    ['yyyyMMdd', '20240229', wholeDay('2024-02-29')],
    ['yyyyMMddHHmmss', '20240229235958', local('2024-02-29', '23:59:58.000')],
    ['yyyy年M月d日', '2025年6月1日', wholeDay('2025-06-01')],
    ['yyyy-MM-ddTHH:mm:ssZ', '2025-06-01T01:02:03Z', local('2025-06-01', '01:02:03.000')],
    ['dd-MM-yyyy @ HH', '01-06-2025 @ 07', local('2025-06-01', '07:00:00.000')],
    ['HH:mm dd/MM/yyyy', '12:50 09/12/2011', local('2011-12-09', '12:50:00.000')],
    ['[yyyy] (MM) {dd} ^$|+*?\\', '[2025] (06) {01} ^$|+*?\\', wholeDay('2025-06-01')],
    ['yyyy.MM.dd 🛒', '2025.06.01 🛒', wholeDay('2025-06-01')],
  ])('%s reads %s', (pattern, text, time) => {
    expect(read(pattern, text)).toStrictEqual(time);
  });

  it.each([
    ['dd/MM/yyyy HH:mm', '09/12/2011'],
    ['dd/MM/yyyy', '09/12/2011 12:50'],
    ['dd/MM/yyyy', '9/12/2011'],
    ['dd/MM/yyyy', '09/13/2011'],
    ['dd/MM/yyyy', '29/02/2025'],
    ['dd/MM/yyyy', '00/01/2025'],
    ['dd/MM/yyyy', '09-12-2011'],
    ['dd/MM/yyyy', '09/12/11'],
    ['dd/MM/yyyy', ' 09/12/2011'],
    ['dd/MM/yyyy', '09/12/2011\n'],
    ['d.M.yyyy', '9.1x2025'],
    ['d.M.yyyy', '9x1.2025'],
    ['d.M.yyyy', '123.1.2025'],
    ['d/M/yyyy H:mm', '1/1/2025 24:00'],
    ['d/M/yyyy H:mm', '1/1/2025 23:60'],
    ['d/M/yyyy H:mm:ss', '1/1/2025 23:59:60'],
    ['yyyyMMdd', '2024-02-29'],
    ['(yyyy)+-MM-dd', '20252025-06-01'],
    ['yyyy-MM-dd', ''],
  ])('%s refuses %j', (pattern, text) => {
    expect(read(pattern, text)).toBeUndefined();
  });

  it.each([
    ['', 'nothing'],
    ['yyyy-MM', 'no day'],
    ['MM-dd', 'no year'],
    ['yyyy-dd', 'no month'],
    ['dd/MM/yy', 'two digits of the year'],
    ['dd/mm/yyyy', 'minutes for months'],
    ['dd/MM/yyyy yyyy', 'the year twice'],
    ['d dd MM yyyy', 'the day twice'],
    ['dd MMM yyyy', 'a month’s name'],
    ['dd/MM/yyyy H HH', 'the hour twice'],
    ['dd/MM/yyyy mm:ss', 'minutes without hours'],
    ['dd/MM/yyyy ss', 'seconds alone'],
    ['dd/MM/yyyy HH ss', 'seconds without minutes'],
  ])('refuses the pattern %j: %s', (pattern) => {
    expect(patternReader(pattern)).toBeUndefined();
  });
});

describe('isoIn', () => {
  it.each([
    ['UTC', '2025-10-31T23:59:59.999Z', '2025-10-31T23:59:59.999Z'],
    ['Europe/London', '2025-12-31T12:00:00.000Z', '2025-12-31T12:00:00.000Z'],
    ['Europe/Berlin', '2025-10-31T22:59:59.999Z', '2025-10-31T23:59:59.999+01:00'],
    ['Europe/Berlin', '2025-07-31T22:00:00.000Z', '2025-08-01T00:00:00.000+02:00'],
    ['America/St_Johns', '2025-01-01T00:00:00.000Z', '2024-12-31T20:30:00.000-03:30'],
    ['Asia/Kathmandu', '2025-01-01T00:00:00.000Z', '2025-01-01T05:45:00.000+05:45'],
  ])('shows an instant as the clock of %s does, with its offset: %s', (zone, instant, shown) => {
    expect(isoIn(zone, Date.parse(instant))).toBe(shown);
    expect(Date.parse(shown)).toBe(Date.parse(instant));
  });

  it('names the same instant where offsets had seconds, and at the ends of time', () => {
    for (const at of [8.64e15, -8.64e15, Date.UTC(1890, 0, 1), Date.UTC(1950, 0, 1)])
      for (const zone of ['Asia/Tokyo', 'Africa/Monrovia', 'America/New_York'])
        expect(Date.parse(isoIn(zone, at))).toBe(at);
  });
});

describe('isInstant', () => {
  it('holds for whole milliseconds within reach of a Date', () => {
    for (const value of [0, -0, 1, -1, 8.64e15, -8.64e15]) expect(isInstant(value)).toBe(true);
    for (const value of [0.5, Number.NaN, Infinity, -Infinity, 8.64e15 + 1, -8.64e15 - 1, 1e300])
      expect(isInstant(value)).toBe(false);
  });
});

function leftOf(result: Result<unknown>): unknown {
  return result._tag === 'Left' ? result.left : 'not refused';
}

describe('clockOf', () => {
  it('is the clock of a zone', () => {
    const clock = clockOf('Asia/Tokyo');
    expect(clock._tag === 'Right' && clock.right.zone).toBe('Asia/Tokyo');
  });

  it.each(['', 'Europe/Lodon', '+05:30', 'constructor', '__proto__'])('refuses %j', (zone) => {
    expect(leftOf(clockOf(zone))).toEqual([
      { code: 'unknownZone', path: ['zone'], expected: { kind: 'zone' }, found: JSON.stringify(zone) },
    ]);
  });

  it('refuses what is no text, as untyped callers may pass', () => {
    expect(leftOf(Reflect.apply(clockOf, undefined, [undefined]))).toMatchObject([
      { code: 'unknownZone', found: 'undefined' },
    ]);
    expect(leftOf(Reflect.apply(clockOf, undefined, [['UTC']]))).toMatchObject([
      { code: 'unknownZone', found: 'an array of 1' },
    ]);
  });
});

describe('instantOf', () => {
  const in_ = (zone: string, asOf: AsOf): string | number => {
    const result = instantOf(asOf, zoneClock(zone));
    return result._tag === 'Left' ? 'refused' : new Date(result.right).toISOString();
  };

  it('takes epoch milliseconds, a Date and ISO 8601 with Z or an offset alike', () => {
    const instant = '2025-12-31T23:59:59.000Z';
    for (const asOf of [
      Date.parse(instant),
      new Date(instant),
      instant,
      '2026-01-01T01:59:59+02:00',
      '2025-12-31 18:59:59-05',
    ]) {
      expect(in_('Asia/Tokyo', asOf)).toBe(instant);
    }
  });

  it('never gives −0', () => {
    expect(instantOf(-0, zoneClock('UTC'))).toStrictEqual({ _tag: 'Right', right: 0 });
    expect(instantOf('1970-01-01T00:00:00-00:00', zoneClock('UTC'))).toStrictEqual({
      _tag: 'Right',
      right: 0,
    });
  });

  it.each([
    ['UTC', '2025-12-31', '2025-12-31T23:59:59.999Z'],
    ['Asia/Kathmandu', '2025-12-31', '2025-12-31T18:14:59.999Z'],
    ['America/Los_Angeles', '2025-12-31', '2026-01-01T07:59:59.999Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['America/Havana', '2025-11-01', '2025-11-02T03:59:59.999Z'],
    ['America/Havana', '2025-11-02', '2025-11-03T04:59:59.999Z'],
    ['America/Santiago', '2024-04-06', '2024-04-07T03:59:59.999Z'],
    ['America/Santiago', '2024-09-07', '2024-09-08T03:59:59.999Z'],
    ['Africa/Cairo', '2024-04-25', '2024-04-25T21:59:59.999Z'],
    ['Pacific/Apia', '2011-12-29', '2011-12-30T09:59:59.999Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-31T09:59:59.999Z'],
    ['America/St_Johns', '2006-10-28', '2006-10-29T03:29:59.999Z'],
    ['UTC', '2024-02-29', '2024-02-29T23:59:59.999Z'],
  ])('in %s, the day %s is its last millisecond, %s', (zone, date, last) => {
    expect(in_(zone, date)).toBe(last);
    expect(zoneClock(zone).dayOf(Date.parse(last))).toBe(day(date));
    expect(zoneClock(zone).dayOf(Date.parse(last) + 1)).toBe(
      zone === 'Pacific/Apia' && date === '2011-12-29' ? day(date) + 2 : day(date) + 1,
    );
  });

  it.each<[AsOf, string]>([
    [Number.NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    [1.5, '1.5'],
    [8.64e15 + 1, '8640000000000001'],
    [new Date(Number.NaN), 'Invalid Date'],
    ['', '""'],
    ['2025-02-29', '"2025-02-29"'],
    ['2025-12-31T23:59:59', '"2025-12-31T23:59:59"'],
    ['1735689599000', '"1735689599000"'],
    ['now', '"now"'],
  ])('refuses %j', (asOf, found) => {
    expect(leftOf(instantOf(asOf, zoneClock('UTC')))).toEqual([
      {
        code: 'notAnInstant',
        path: ['asOf'],
        expected: {
          kind: 'form',
          form: {
            en: '2025-12-31 or 2025-12-31T23:59:59Z, or given as a Date or as epoch milliseconds',
            zh: '2025-12-31 或 2025-12-31T23:59:59Z，或以 Date 或毫秒时间戳给出',
          },
        },
        found,
      },
    ]);
  });

  it('refuses what has no time in it, as untyped callers may pass', () => {
    for (const [asOf, found] of [
      [undefined, 'undefined'],
      [null, 'null'],
      [{}, 'an object'],
      [1n, '1n'],
    ] as const) {
      expect(leftOf(Reflect.apply(instantOf, undefined, [asOf, zoneClock('UTC')]))).toMatchObject([
        { code: 'notAnInstant', found },
      ]);
    }
  });
});
