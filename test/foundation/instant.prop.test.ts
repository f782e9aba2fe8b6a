import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../src/foundation/civil.js';
import { instantOf, parseIso, patternReader } from '../../src/foundation/instant.js';
import { HARD_ZONES, shownDay } from './clock-oracle.js';

const instants = fc.integer({
  min: Date.parse('0001-01-02T00:00:00Z'),
  max: Date.parse('9999-12-30T00:00:00Z'),
});

describe('parseIso', () => {
  it('reads back every instant that Date writes', () => {
    fc.assert(
      fc.property(instants, (at) => {
        expect(parseIso(new Date(at).toISOString())).toStrictEqual({ kind: 'instant', at });
      }),
    );
  });

  it('reads every offset as Date does', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    fc.assert(
      fc.property(instants, fc.constantFrom('+', '-'), fc.nat(23), fc.nat(59), (at, sign, hours, minutes) => {
        const text = new Date(at).toISOString().replace('Z', `${sign}${two(hours)}:${two(minutes)}`);
        expect(parseIso(text)).toStrictEqual({ kind: 'instant', at: Date.parse(text) });
      }),
    );
  });

  it('never throws, and what it reads of any text is whole', () => {
    const almost = fc.stringMatching(
      /^\d{4}-[01]\d-[0-3]\d(T[0-2]\d:[0-6]\d(:[0-6]\d([.,]\d{1,4})?)?(Z|[+-][0-2]\d(:?[0-6]\d)?)?)?$/,
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost), (text) => {
        const read = parseIso(text);
        for (const value of Object.values(read ?? {}))
          expect(typeof value === 'string' || Number.isSafeInteger(value)).toBe(true);
        if (read?.kind === 'local') expect(read.millisecondOfDay).toBeLessThan(86_400_000);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('patternReader', () => {
  it('reads the same time in every pattern that a time is written in', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    fc.assert(
      fc.property(instants, (instant) => {
        const date = new Date(instant);
        const [y, mo, d] = [
          String(date.getUTCFullYear()).padStart(4, '0'),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ];
        const [h, mi, s] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
        const expected = {
          kind: 'local',
          day: Math.floor(instant / 86_400_000),
          millisecondOfDay: ((h * 60 + mi) * 60 + s) * 1000,
        };
        expect(
          patternReader('d.M.yyyy H:mm:ss')?.(`${d}.${mo}.${y} ${h}:${two(mi)}:${two(s)}`),
        ).toStrictEqual(expected);
        expect(
          patternReader('yyyyMMddHHmmss')?.(`${y}${two(mo)}${two(d)}${two(h)}${two(mi)}${two(s)}`),
        ).toStrictEqual(expected);
        expect(
          patternReader('ss mm HH dd MM yyyy')?.([s, mi, h, d, mo].map(two).concat(y).join(' ')),
        ).toStrictEqual(expected);
      }),
    );
  });

  it('takes every other character of a pattern literally', () => {
    const literal = fc.string({ unit: 'binary' }).filter((text) => !/[yMdHms]/.test(text));
    fc.assert(
      fc.property(literal, literal, (before, between) => {
        const read = patternReader(`${before}yyyy${between}MM-dd`);
        expect(read?.(`${before}2025${between}06-01`)).toStrictEqual({ kind: 'day', day: 20_240 });
        expect(read?.(`${before}2025${between}x06-01`)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a plain day as asOf', () => {
  it('is the last instant of that day in the zone: the very next one is on another day, and none later returns', () => {
    const between = fc.integer({
      min: Date.UTC(1972, 1, 1) / 86_400_000,
      max: Date.UTC(2037, 0, 1) / 86_400_000,
    });
    fc.assert(
      fc.property(fc.constantFrom(...HARD_ZONES), between, (zone, day) => {
        // Not a day that the zone left out when it crossed the date line.
        fc.pre(shownDay(zone, zoneClock(zone).startOf(day)) === day);
        const result = instantOf(new Date(day * 86_400_000).toISOString().slice(0, 10), zoneClock(zone));
        const last = result._tag === 'Right' ? result.right : Number.NaN;
        expect(shownDay(zone, last)).toBe(day);
        for (let later = last + 1; later < last + 10_800_000; later += 300_000)
          expect(shownDay(zone, later)).toBeGreaterThan(day);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
