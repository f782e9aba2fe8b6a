/** What holds of every explanation: it answers what the question answers, and its steps add up. */
import {
  addBusinessDays,
  businessDaysBetween,
  type DaysStep,
  explainBusinessDays,
  explainBusinessDaysBetween,
  explainNextOpening,
  explainOpen,
  explainSubtractedWorkingTime,
  describe as inWords,
  isBusinessDay,
  isOpen,
  nextOpening,
  orThrow,
  subtractWorkingTime,
} from 'clientele/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCase, dayAfter, instantIn } from './arbitraries.js';

const MINUTE = 60_000;
const UNFILLED = /[{}]|NaN|undefined|Invalid/;

function inBothLanguages(why: Parameters<typeof inWords>[0]): void {
  expect(inWords(why, 'en')).not.toMatch(UNFILLED);
  expect(inWords(why, 'zh')).not.toMatch(UNFILLED);
}

/** Each day of the steps, and whether it counts; fails where two steps do not follow each other. */
function daysOf(steps: readonly DaysStep[]): readonly (readonly [string, boolean])[] {
  return steps.flatMap(({ first, last, days, counted }, i) => {
    const before = steps[i - 1];
    if (before !== undefined) expect(first).toBe(dayAfter(before.last, 1));
    expect(dayAfter(first, days - 1)).toBe(last);
    expect([0, days]).toContain(counted);
    return Array.from({ length: days }, (_, n) => [dayAfter(first, n), counted > 0] as const);
  });
}

const sum = (steps: readonly DaysStep[]): number => steps.reduce((total, { counted }) => total + counted, 0);

describe('working time that is taken back', () => {
  test('steps go from the answer to the end without a gap, and those that count add up to the budget', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ calendar: { compiled }, from: until, minutes, pauses }) => {
        const why = orThrow(explainSubtractedWorkingTime(compiled, until, minutes, { pauses }));
        expect(why.from).toBe(orThrow(subtractWorkingTime(compiled, until, minutes, { pauses })));
        expect(why.until).toBe(until);
        const ends = [why.from, ...why.steps.map((step) => step.until)];
        expect(why.steps.map((step) => step.from)).toEqual(ends.slice(0, -1));
        expect(ends.at(-1)).toBe(until);
        let counted = 0;
        for (const step of why.steps) if (step.kind === 'counted') counted += step.until - step.from;
        expect(counted).toBe(Math.round(minutes * MINUTE));
        expect(Math.round(why.minutes * MINUTE)).toBe(counted);
        expect(why.statements.length).toBe(why.steps.length + 1);
        inBothLanguages(why);
      }),
    );
  });
});

describe('business days', () => {
  const asked = arbitraryCase.chain((one) =>
    fc.record({
      one: fc.constant(one),
      start: fc.nat({ max: one.season.days }),
      end: fc.nat({ max: one.season.days }),
      days: fc.integer({ min: -12, max: 12 }),
    }),
  );

  test('added or taken back: the answer, every day on the way once, and as many that count as were asked for', () => {
    fc.assert(
      fc.property(asked, ({ one: { calendar, season }, start, days }) => {
        const { compiled } = calendar;
        const date = dayAfter(season.from, start);
        const found = addBusinessDays(compiled, date, days);
        const why = explainBusinessDays(compiled, date, days);
        expect(why._tag).toBe(found._tag);
        if (why._tag === 'Left') return expect(why).toEqual(found);
        const { steps, until } = why.right;
        expect([why.right.from, until, why.right.days]).toEqual([date, orThrow(found), days + 0]);
        expect(sum(steps)).toBe(Math.abs(days));
        const all = daysOf(steps);
        for (const [day, counts] of all) expect(orThrow(isBusinessDay(compiled, day))).toBe(counts);
        if (days !== 0) {
          const [first, last] = days > 0 ? [dayAfter(date, 1), until] : [until, dayAfter(date, -1)];
          expect([all[0]?.[0], all.at(-1)?.[0]]).toEqual([first, last]);
        } else expect(all).toEqual([]);
        inBothLanguages(why.right);
      }),
    );
  });

  test('between two days, either way round', () => {
    fc.assert(
      fc.property(asked, ({ one: { calendar, season }, start, end }) => {
        const { compiled } = calendar;
        const [from, until] = [dayAfter(season.from, start), dayAfter(season.from, end)];
        const why = orThrow(explainBusinessDaysBetween(compiled, from, until));
        expect(why.days).toBe(orThrow(businessDaysBetween(compiled, from, until)));
        expect(sum(why.steps)).toBe(Math.abs(why.days));
        const all = daysOf(why.steps);
        expect(all.length).toBe(Math.abs(end - start));
        for (const [day, counts] of all) {
          expect(day).not.toBe(from);
          expect(orThrow(isBusinessDay(compiled, day))).toBe(counts);
        }
        inBothLanguages(why);
      }),
    );
  });
});

describe('opening', () => {
  test('an instant is explained as it is answered, open or closed', () => {
    const seen = { open: 0, closed: 0 };
    fc.assert(
      fc.property(arbitraryCase, ({ calendar: { compiled }, from }) => {
        const why = orThrow(explainOpen(compiled, from));
        expect(why.at).toBe(from);
        expect(why.isOpen).toBe(orThrow(isOpen(compiled, from)));
        if (why.isOpen) expect(why.because).toHaveLength(1);
        seen[why.isOpen ? 'open' : 'closed'] += 1;
        inBothLanguages(why);
      }),
    );
    expect(Math.min(seen.open, seen.closed)).toBeGreaterThan(5);
  });

  test('the closed steps before the next opening add up to the time until then', () => {
    fc.assert(
      fc.property(
        arbitraryCase.chain(({ calendar, season }) =>
          fc.record({ calendar: fc.constant(calendar), at: instantIn(season) }),
        ),
        ({ calendar: { compiled }, at }) => {
          const why = orThrow(explainNextOpening(compiled, at));
          expect([why.from, why.until]).toEqual([at, orThrow(nextOpening(compiled, at))]);
          const ends = [at, ...why.steps.map(({ until }) => until)];
          expect(why.steps.map(({ from }) => from)).toEqual(ends.slice(0, -1));
          expect(ends.at(-1)).toBe(why.until);
          expect(why.because.map(({ calendar: name }) => name)).toEqual([compiled.name]);
          inBothLanguages(why);
        },
      ),
    );
  });
});
