import {
  addBusinessDays,
  businessDaysBetween,
  type CalendarException,
  type CompiledCalendar,
  compileCalendar,
  type DeadlineOptions,
  type DeadlineRule,
  deadlineOf,
  defineWorkingCalendar,
  explainDeadline,
  describe as inWords,
  isBusinessDay,
  orThrow,
  type TimeBudget,
  type WorkingCalendar,
} from 'clientele/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase, dayAfter } from './arbitraries.js';

const days = fc.nat({ max: 25 });
const dayBudget: fc.Arbitrary<TimeBudget> = fc.oneof(
  fc.record({ kind: fc.constant('businessDays' as const), days }),
  fc.record({ kind: fc.constant('calendarDays' as const), days }),
  fc.record({ kind: fc.constant('weeks' as const), weeks: fc.nat({ max: 4 }) }),
  fc.record({ kind: fc.constant('months' as const), months: fc.nat({ max: 14 }) }),
);
const minutes = fc.oneof(
  fc.nat({ max: 5000 }),
  fc.nat({ max: 300_000_000 }).map((ms) => ms / 60_000),
);
const minuteBudget: fc.Arbitrary<TimeBudget> = fc.record({
  kind: fc.constantFrom('elapsedMinutes' as const, 'workingMinutes' as const),
  minutes,
});
const options = {
  receiptCutoff: fc.constantFrom('none' as const, 'nextBusinessDay' as const),
  monthEnd: fc.constantFrom('clamp' as const, 'overflow' as const),
  pausedDays: fc.constantFrom('touched' as const, 'whole' as const),
  boundary: fc.constantFrom('close' as const, 'nextOpening' as const),
};

/** Rules that end with the last day: closing times of night shifts need not follow the order of days. */
const arbitraryRule: fc.Arbitrary<DeadlineRule> = fc
  .record({
    budget: fc.oneof(dayBudget, minuteBudget),
    anchorDay: fc.constantFrom('excluded' as const, 'included' as const),
    roll: fc.constantFrom(
      'none' as const,
      'following' as const,
      'preceding' as const,
      'modifiedFollowing' as const,
    ),
    ...options,
  })
  .map((rule) => {
    const empty = Object.values(rule.budget).includes(0);
    return empty && rule.anchorDay === 'included' ? { ...rule, anchorDay: 'excluded' as const } : rule;
  });
/** Rules of any end. */
const anyRule = fc
  .tuple(arbitraryRule, fc.constantFrom('endOfDay' as const, 'close' as const, 'sameTime' as const))
  .map(([rule, until]): DeadlineRule => ({ ...rule, until }));

function dueAt(
  calendar: CompiledCalendar,
  rule: DeadlineRule,
  anchor: number,
  more: DeadlineOptions = {},
): number {
  return orThrow(deadlineOf(calendar, rule, anchor, more)).at;
}

/** The calendar with one more exception on a day that has none. */
function withException(model: WorkingCalendar, exception: CalendarException): WorkingCalendar | undefined {
  if (model.exceptions.some(({ date }) => date === exception.date)) return undefined;
  return defineWorkingCalendar({ ...model, exceptions: [...model.exceptions, exception] });
}

describe('a deadline', () => {
  it('is explained by steps that count what the budget says, and leave out no day', () => {
    fc.assert(
      fc.property(arbitraryCase, anyRule, ({ calendar: { compiled }, from, pauses }, rule) => {
        const { at, lastDay, total, steps, statements } = orThrow(
          explainDeadline(compiled, rule, from, { pauses }),
        );
        expect({ at, lastDay }).toEqual(orThrow(deadlineOf(compiled, rule, from, { pauses })));
        const counted = steps.reduce((sum, step) => sum + ('counted' in step ? step.counted : 0), 0);
        expect(counted).toBeCloseTo(total, 4);
        const runs = steps.flatMap((step) => (step.kind === 'days' ? [step] : []));
        runs.slice(1).forEach((run, i) => {
          expect(run.first).toBe(dayAfter(runs[i]?.last ?? '', 1));
        });
        for (const step of runs) expect([0, step.days]).toContain(step.counted);
        for (const one of statements) {
          expect(inWords(one, 'en')).not.toMatch(/[{}]/);
          expect(inWords(one, 'zh')).not.toMatch(/[{}]/);
        }
      }),
    );
  });

  it('never comes earlier for a later anchor or a larger budget', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryRule, fc.nat({ max: 4000 }), (one, rule, more) => {
        const { compiled } = one.calendar;
        const pauses = { pauses: one.pauses };
        const due = dueAt(compiled, rule, one.from, pauses);
        // Counted on, 31 January and a month is 3 March, and 1 February and a month is 1 March.
        const clamped: DeadlineRule = { ...rule, monthEnd: 'clamp' };
        // 13 months from 30 and from 31 March end on 30 April alike, but only the first is postponed by a pause on the 31st.
        const between = rule.budget.kind === 'months' ? {} : pauses;
        expect(dueAt(compiled, clamped, one.from + more * 60_000, between)).toBeGreaterThanOrEqual(
          dueAt(compiled, clamped, one.from, between),
        );
        expect(
          dueAt(compiled, { ...rule, budget: larger(rule.budget) }, one.from, pauses),
        ).toBeGreaterThanOrEqual(due);
        expect(due).toBeGreaterThanOrEqual(one.from);
      }),
    );
  });

  it('is only postponed by pauses, and whole days paused postpone no more than days touched', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryRule, ({ calendar: { compiled }, from, pauses }, rule) => {
        const without = dueAt(compiled, rule, from);
        const whole = dueAt(compiled, { ...rule, pausedDays: 'whole' }, from, { pauses });
        const touched = dueAt(compiled, { ...rule, pausedDays: 'touched' }, from, { pauses });
        expect(whole).toBeGreaterThanOrEqual(without);
        expect(touched).toBeGreaterThanOrEqual(whole);
      }),
    );
  });

  it('does not change with the order of pauses, or when one is told in two parts that overlap', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryRule, ({ calendar: { compiled }, from, pauses }, rule) => {
        const due = dueAt(compiled, rule, from, { pauses });
        const parts = pauses.flatMap(({ from: start, until = start, reason }) => {
          const middle = start + Math.floor((until - start) / 2);
          return [
            { from: middle, until, reason },
            { from: start, until: Math.min(until, middle + 1000), reason },
          ];
        });
        expect(dueAt(compiled, rule, from, { pauses: pauses.toReversed() })).toBe(due);
        expect(dueAt(compiled, rule, from, { pauses: parts })).toBe(due);
      }),
    );
  });

  it('never comes earlier for one more holiday, where nothing rolls back', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryRule, fc.nat({ max: 30 }), (one, rule, offset) => {
        const { model, compiled } = one.calendar;
        const date = dayAfter(new Date(one.from).toISOString().slice(0, 10), offset);
        const more = withException(model, { kind: 'closed', date, name: 'one more' });
        fc.pre(more !== undefined);
        const forwards: DeadlineRule = { ...rule, roll: 'following' };
        expect(dueAt(compileCalendar(more ?? model), forwards, one.from)).toBeGreaterThanOrEqual(
          dueAt(compiled, forwards, one.from),
        );
      }),
    );
  });

  it('never comes later for one more make-up day, where nothing rolls back', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryRule, fc.nat({ max: 30 }), (one, rule, offset) => {
        const { model, compiled } = one.calendar;
        const date = dayAfter(new Date(one.from).toISOString().slice(0, 10), offset);
        const [as = 'mon'] = model.week.flatMap((week) => week.days);
        fc.pre(!orThrow(isBusinessDay(compiled, date)));
        const more = withException(model, { kind: 'workingDay', as, date, name: 'one more' });
        fc.pre(more !== undefined);
        const forwards: DeadlineRule = { ...rule, roll: 'following' };
        expect(dueAt(compileCalendar(more ?? model), forwards, one.from)).toBeLessThanOrEqual(
          dueAt(compiled, forwards, one.from),
        );
      }),
    );
  });

  it('does not depend on how the anchor is written', () => {
    fc.assert(
      fc.property(arbitraryCase, anyRule, fc.integer({ min: -720, max: 840 }), (one, rule, offset) => {
        const { compiled } = one.calendar;
        const due = deadlineOf(compiled, rule, one.from);
        expect(deadlineOf(compiled, rule, new Date(one.from))).toEqual(due);
        expect(deadlineOf(compiled, rule, isoWith(offset, one.from))).toEqual(due);
      }),
    );
  });

  it('in business days is the day by which so many of them came that no pause touches', () => {
    fc.assert(
      fc.property(arbitraryCase, days, ({ calendar: { compiled }, from, pauses }, count) => {
        fc.pre(count > 0);
        const rule = { budget: { kind: 'businessDays', days: count } } as const;
        const { lastDay } = orThrow(deadlineOf(compiled, rule, from, { pauses }));
        const local = new Intl.DateTimeFormat('sv-SE', { timeZone: compiled.calendar.zone });
        const paused = new Set(
          pauses.flatMap(({ from: start, until = start }) => {
            const touched: string[] = [];
            for (let at = start; at < until; at += 60_000) touched.push(local.format(at));
            return touched;
          }),
        );
        let left = count;
        let day = local.format(from);
        while (left > 0) {
          day = dayAfter(day, 1);
          if (!paused.has(day) && orThrow(isBusinessDay(compiled, day))) left -= 1;
        }
        expect(lastDay).toBe(day);
      }),
      { numRuns: 40 },
    );
  });
});

describe('business days', () => {
  const day = fc.nat({ max: 700 }).map((offset) => dayAfter('2025-06-01', offset));

  it('add up: so many and then so many more are all of them at once, forwards and back', () => {
    fc.assert(
      fc.property(arbitraryCase, day, days, days, fc.constantFrom(1, -1), (one, date, first, then, sign) => {
        const { compiled } = one.calendar;
        const add = (to: string, count: number): string =>
          orThrow(addBusinessDays(compiled, to, sign * count));
        expect(add(add(date, first), then)).toBe(add(date, first + then));
      }),
    );
  });

  it('between two days are those to be added, and the same the other way round with a minus', () => {
    fc.assert(
      fc.property(arbitraryCase, day, fc.integer({ min: -25, max: 25 }), (one, date, count) => {
        const { compiled } = one.calendar;
        const other = orThrow(addBusinessDays(compiled, date, count));
        expect(orThrow(businessDaysBetween(compiled, date, other))).toBe(count);
      }),
    );
  });
});

function larger(budget: TimeBudget): TimeBudget {
  switch (budget.kind) {
    case 'elapsedMinutes':
    case 'workingMinutes':
      return { ...budget, minutes: budget.minutes + 1 };
    case 'calendarDays':
    case 'businessDays':
      return { ...budget, days: budget.days + 1 };
    case 'weeks':
      return { ...budget, weeks: budget.weeks + 1 };
    case 'months':
      return { ...budget, months: budget.months + 1 };
  }
}

/** ISO 8601 with an offset, in minutes. */
function isoWith(offset: number, at: number): string {
  const size = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  const written = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return new Date(at + offset * 60_000).toISOString().replace('Z', written);
}
