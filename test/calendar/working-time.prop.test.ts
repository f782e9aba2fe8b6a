/** The laws of working time, for arbitrary calendars around clock changes and for all zones. */
import {
  addWorkingTime,
  type CompiledCalendar,
  compileCalendar,
  defineWorkingCalendar,
  explainWorkingTime,
  explainWorkingTimeBetween,
  intersectCalendars,
  describe as inWords,
  isOpen,
  nextOpening,
  openingHours,
  orThrow,
  type Pause,
  subtractWorkingTime,
  type WorkingCalendar,
  workingTimeBetween,
} from 'clientele/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCase, dayAfter, instantIn, pausesIn } from './arbitraries.js';

const MINUTE = 60_000;
const boundaries = fc.constantFrom('close' as const, 'nextOpening' as const);
const paused = (pauses: readonly Pause[], at: number): boolean =>
  pauses.some(({ from, until = Number.POSITIVE_INFINITY }) => from <= at && at < until);
/** Whether time counts at an instant. */
const counts = (calendar: CompiledCalendar, at: number, pauses: readonly Pause[]): boolean =>
  orThrow(isOpen(calendar, at)) && !paused(pauses, at);
const between = (
  calendar: CompiledCalendar,
  from: number,
  until: number,
  pauses: readonly Pause[] = [],
): number => orThrow(workingTimeBetween(calendar, from, until, { pauses }));

describe('add and between', () => {
  test('add∘between = id on working instants: those within opening hours for nextOpening, those after some time of them for close', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        arbitraryCase.chain((one) => fc.record({ one: fc.constant(one), to: instantIn(one.season) })),
        ({ one: { calendar, from, pauses }, to }) => {
          const { compiled } = calendar;
          const [first, last] = [Math.min(from, to), Math.max(from, to)];
          const minutes = between(compiled, first, last, pauses);
          if (counts(compiled, last, pauses)) {
            seen += 1;
            expect(
              orThrow(addWorkingTime(compiled, first, minutes, { pauses, boundary: 'nextOpening' })),
            ).toBe(last);
          }
          if (minutes > 0 && counts(compiled, last - 1, pauses)) {
            seen += 1;
            expect(orThrow(addWorkingTime(compiled, first, minutes, { pauses, boundary: 'close' }))).toBe(
              last,
            );
          }
          if (minutes > 0 && counts(compiled, first, pauses))
            expect(orThrow(subtractWorkingTime(compiled, last, minutes, { pauses }))).toBe(first);
        },
      ),
    );
    expect(seen).toBeGreaterThan(20);
  });

  test('between∘add = id: exactly the budget is counted, to the millisecond', () => {
    fc.assert(
      fc.property(arbitraryCase, boundaries, ({ calendar, from, minutes, pauses }, boundary) => {
        const due = orThrow(addWorkingTime(calendar.compiled, from, minutes, { pauses, boundary }));
        const counted = between(calendar.compiled, from, due, pauses);
        expect(Math.round(counted * MINUTE)).toBe(Math.round(minutes * MINUTE));
        const warned = orThrow(subtractWorkingTime(calendar.compiled, from, minutes, { pauses }));
        expect(Math.round(between(calendar.compiled, warned, from, pauses) * MINUTE)).toBe(
          Math.round(minutes * MINUTE),
        );
      }),
    );
  });

  test('between the other way round is the same, negative', () => {
    fc.assert(
      fc.property(
        arbitraryCase.chain((one) => fc.record({ one: fc.constant(one), to: instantIn(one.season) })),
        ({ one: { calendar, from, pauses }, to }) => {
          expect(between(calendar.compiled, to, from, pauses)).toBe(
            0 - between(calendar.compiled, from, to, pauses),
          );
        },
      ),
    );
  });
});

describe('add', () => {
  test('monotone in start and budget', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        boundaries,
        fc.nat({ max: 5000 }),
        fc.nat({ max: 500 }),
        ({ calendar, from, minutes, pauses }, boundary, later, more) => {
          const add = (start: number, budget: number): number =>
            orThrow(addWorkingTime(calendar.compiled, start, budget, { pauses, boundary }));
          const due = add(from, minutes);
          expect(due).toBeGreaterThanOrEqual(from);
          expect(add(from + later * MINUTE, minutes)).toBeGreaterThanOrEqual(due);
          expect(add(from, minutes + more)).toBeGreaterThanOrEqual(due);
        },
      ),
    );
  });

  test('pauses only postpone', () => {
    fc.assert(
      fc.property(
        arbitraryCase.chain((one) => fc.record({ one: fc.constant(one), more: pausesIn(one.season) })),
        boundaries,
        ({ one: { calendar, from, minutes, pauses }, more }, boundary) => {
          const add = (all: readonly Pause[]): number =>
            orThrow(addWorkingTime(calendar.compiled, from, minutes, { pauses: all, boundary }));
          expect(add([...pauses, ...more])).toBeGreaterThanOrEqual(add(pauses));
        },
      ),
    );
  });

  test('pause outside hours = 0', () => {
    fc.assert(
      fc.property(arbitraryCase, boundaries, ({ calendar, from, minutes, pauses }, boundary) => {
        const { compiled } = calendar;
        const outside = pauses.flatMap(({ from: start, until = start, reason }) => {
          const open = orThrow(openingHours(compiled, start, until));
          const edges = [start, ...open.flatMap((one) => [one.from, one.until]), until];
          return edges.flatMap((edge, i): readonly Pause[] => {
            const end = edges[i + 1] ?? edge;
            return i % 2 === 0 && edge < end ? [{ from: edge, until: end, reason }] : [];
          });
        });
        const add = (all: readonly Pause[]): number =>
          orThrow(addWorkingTime(compiled, from, minutes, { pauses: all, boundary }));
        expect(add(outside)).toBe(add([]));
      }),
    );
  });

  test('union ≤ sum: what pauses cost together is at most what they cost one by one', () => {
    fc.assert(
      fc.property(
        arbitraryCase.chain((one) => fc.record({ one: fc.constant(one), to: instantIn(one.season) })),
        ({ one: { calendar, from, pauses }, to }) => {
          const [first, last] = [Math.min(from, to), Math.max(from, to)];
          const cost = (all: readonly Pause[]): number =>
            between(calendar.compiled, first, last) - between(calendar.compiled, first, last, all);
          const sum = pauses.reduce((total, one) => total + cost([one]), 0);
          expect(cost(pauses)).toBeLessThanOrEqual(sum);
          expect(cost([...pauses, ...pauses])).toBe(cost(pauses));
        },
      ),
    );
  });

  test('splitting a budget is associative; under close for a second part that is not nothing', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        boundaries,
        fc.nat({ max: 3000 }),
        ({ calendar, from, minutes, pauses }, boundary, second) => {
          const first = Math.round(minutes);
          fc.pre(boundary === 'nextOpening' || second > 0);
          const add = (start: number, budget: number): number =>
            orThrow(addWorkingTime(calendar.compiled, start, budget, { pauses, boundary }));
          expect(add(add(from, first), second)).toBe(add(from, first + second));
        },
      ),
    );
  });

  test('zone change of presentation changes nothing', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        fc.integer({ min: -11, max: 14 }),
        ({ calendar, from, minutes, pauses }, hours) => {
          const local = new Date(from + hours * 60 * MINUTE).toISOString().slice(0, 23);
          const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
          const due = addWorkingTime(calendar.compiled, from, minutes, { pauses });
          expect(addWorkingTime(calendar.compiled, `${local}${offset}`, minutes, { pauses })).toEqual(due);
          expect(addWorkingTime(calendar.compiled, new Date(from), minutes, { pauses })).toEqual(due);
        },
      ),
    );
  });

  test('the clock of the zone tells an instant too, unless it shows the same time twice', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryCase, ({ calendar: { model, compiled }, from }) => {
        // Swedes write 2026-01-09 16:00:00.
        const shown = new Date(from).toLocaleString('sv-SE', { timeZone: model.zone });
        const told = nextOpening(compiled, shown.replace(' ', 'T'));
        if (told._tag === 'Right') {
          seen += 1;
          expect(told).toEqual(nextOpening(compiled, from));
        } else expect(told.left[0].code).toBe('repeatedTime');
      }),
    );
    expect(seen).toBeGreaterThan(50);
  });

  test('adding a holiday never brings a deadline earlier, a make-up day never later', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        boundaries,
        fc.nat({ max: 12 }),
        ({ season, calendar, from, minutes, pauses }, boundary, day) => {
          const { model } = calendar;
          const date = dayAfter(season.from, day);
          const others = model.exceptions.filter((one) => one.date !== date);
          const plain = defineWorkingCalendar({ ...model, exceptions: others });
          const due = (exceptions: WorkingCalendar['exceptions']): number => {
            const changed = compileCalendar(defineWorkingCalendar({ ...model, exceptions }));
            return orThrow(addWorkingTime(changed, from, minutes, { pauses, boundary }));
          };
          expect(due([...others, { kind: 'closed', date, name: 'holiday' }])).toBeGreaterThanOrEqual(
            due(others),
          );
          const [as] = model.week.flatMap(({ days }) => days);
          const weekday = new Date(`${date}T12:00Z`).toLocaleDateString('en', {
            weekday: 'short',
            timeZone: 'UTC',
          });
          const weekend = !plain.week.some(({ days }) => days.some((one) => one === weekday.toLowerCase()));
          if (as === undefined || !weekend) return;
          expect(due([...others, { kind: 'workingDay', as, date, name: 'make-up' }])).toBeLessThanOrEqual(
            due(others),
          );
        },
      ),
    );
  });
});

describe('explanations', () => {
  test('derivation sums to the budget, without gaps, and answers what add answers', () => {
    fc.assert(
      fc.property(arbitraryCase, boundaries, ({ calendar, from, minutes, pauses }, boundary) => {
        const { compiled } = calendar;
        const why = orThrow(explainWorkingTime(compiled, from, minutes, { pauses, boundary }));
        expect(why.until).toBe(orThrow(addWorkingTime(compiled, from, minutes, { pauses, boundary })));
        const ends = [why.from, ...why.steps.map(({ until }) => until)];
        expect(why.steps.map((step) => step.from)).toEqual(ends.slice(0, -1));
        expect(ends.at(-1)).toBe(why.until);
        let counted = 0;
        for (const step of why.steps) if (step.kind === 'counted') counted += step.until - step.from;
        expect(counted).toBe(Math.round(minutes * MINUTE));
        expect(why.statements.length).toBe(why.steps.length + (why.atClosing ? 2 : 1));
        expect(inWords(why, 'en')).not.toMatch(/[{}]|NaN|undefined|Invalid/);
        expect(inWords(why, 'zh')).not.toMatch(/[{}]|NaN|undefined|Invalid/);
      }),
    );
  });

  test('closed steps are closed, paused ones open and paused, counted ones both open and not', () => {
    fc.assert(
      fc.property(
        arbitraryCase.chain((one) => fc.record({ one: fc.constant(one), to: instantIn(one.season) })),
        ({ one: { calendar, from, pauses }, to }) => {
          const { compiled } = calendar;
          const why = orThrow(explainWorkingTimeBetween(compiled, from, to, { pauses }));
          for (const step of why.steps)
            for (const at of [step.from, Math.floor((step.from + step.until) / 2), step.until - 1]) {
              expect(orThrow(isOpen(compiled, at))).toBe(step.kind !== 'closed');
              if (step.kind !== 'closed') expect(paused(pauses, at)).toBe(step.kind === 'paused');
            }
          const counted = why.steps.reduce(
            (sum, one) => (one.kind === 'counted' ? sum + one.until - one.from : sum),
            0,
          );
          expect(Math.abs(why.minutes)).toBe(counted / MINUTE);
        },
      ),
    );
  });
});

describe('intersections', () => {
  test('with itself nothing changes, and the order does not matter within one zone', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCase, ({ calendar, season, from, minutes }, other) => {
        const itself = intersectCalendars(calendar.compiled, calendar.compiled);
        expect(addWorkingTime(itself, from, minutes)).toEqual(
          addWorkingTime(calendar.compiled, from, minutes),
        );
        const second = compileCalendar(
          defineWorkingCalendar({ ...other.calendar.model, zone: calendar.model.zone }),
        );
        const until = Date.parse(dayAfter(season.from, season.days));
        const spans = (...both: [CompiledCalendar, CompiledCalendar]): unknown =>
          between(intersectCalendars(...both), from, until);
        expect(spans(calendar.compiled, second)).toBe(spans(second, calendar.compiled));
      }),
      { numRuns: 50 },
    );
  });
});

describe('every zone of the IANA list, one year', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  test(`${zones.length} zones: add and between are inverse on working instants`, () => {
    const year = Date.UTC(2026, 0, 1);
    for (const zone of zones) {
      const calendar = compileCalendar(
        defineWorkingCalendar({
          name: zone,
          zone,
          week: [
            {
              days: ['mon', 'tue', 'wed', 'thu'],
              hours: [
                ['08:30', '12:00'],
                ['13:00', '17:15'],
              ],
            },
            { days: ['sat'], hours: [['22:00', '06:00']] },
          ],
          exceptions: [{ kind: 'closed', date: '2026-05-01', name: 'Labour Day' }],
        }),
      );
      const start = orThrow(nextOpening(calendar, year));
      let wrong = 0;
      // About five days and some milliseconds apart, through the year.
      for (let at = start; at < Date.UTC(2027, 0, 1); at += 433_333_337) {
        const to = orThrow(nextOpening(calendar, at));
        const minutes = between(calendar, start, to);
        const there = orThrow(addWorkingTime(calendar, start, minutes, { boundary: 'nextOpening' }));
        const back = to === start ? start : orThrow(subtractWorkingTime(calendar, to, minutes));
        if (there !== to || back !== start) wrong += 1;
      }
      expect(wrong, zone).toBe(0);
    }
  });
});
