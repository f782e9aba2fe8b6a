/** What holds of every limit of a case: the laws of deadlines, asked through clocks. */
import {
  type CalendarException,
  compileCalendar,
  type DeadlineRule,
  defineWorkingCalendar,
  mondayToFriday,
} from 'clientele/calendar';
import {
  type CaseClock,
  type ClockRule,
  complaintWorkflow,
  defineRulePack,
  dueTimers,
  explainClock,
  orThrow,
  projectClocks,
  type RulePack,
} from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instants, logs, packs } from './arbitraries.js';
import { logOf } from './support.js';

const HOUR = 3_600_000;
/** Monday 5 January 2026 in London. */
const MONDAY = Date.parse('2026-01-05T00:00:00Z');

/** Nine to five on weekdays, with holidays and make-up days. */
function desk(exceptions: readonly CalendarException[] = []) {
  const week = mondayToFriday(['09:00', '17:00']);
  return compileCalendar(defineWorkingCalendar({ name: 'desk', zone: 'Europe/London', week, exceptions }));
}

const usual = desk();

function duty(limit: DeadlineRule, more: Partial<ClockRule> = {}): RulePack {
  return defineRulePack({
    name: 'duty',
    title: { en: 'Duty', zh: '职责' },
    zone: 'Europe/London',
    clocks: [
      {
        clock: 'answer',
        name: { en: 'Answer', zh: '答复' },
        kind: 'duty',
        class: 'contractual',
        starts: [{ event: 'RECEIVE' }],
        meets: [{ event: 'ANSWER' }],
        limit,
        ...more,
      },
    ],
  });
}

const opened = (at: number) => logOf(['RECEIVE', new Date(at).toISOString(), 'open']);

function answerOf(pack: RulePack, log = opened(MONDAY), calendar = usual): CaseClock {
  const asOf = '2026-12-31';
  const [clock] = orThrow(
    projectClocks(log, { packs: [pack], calendars: { default: calendar }, asOf }),
  ).clocks;
  if (clock === undefined) throw new Error('the clock has started');
  return clock;
}

const start = fc.integer({ min: 0, max: 24 * 40 }).map((hours) => MONDAY + hours * HOUR);
const kinds = ['calendarDays', 'businessDays', 'workingMinutes', 'elapsedMinutes'] as const;
const limitOf = (kind: (typeof kinds)[number], size: number): DeadlineRule =>
  kind === 'calendarDays' || kind === 'businessDays'
    ? { budget: { kind, days: size } }
    : { budget: { kind, minutes: size * 60 } };
const kind = fc.constantFrom(...kinds);
const size = fc.integer({ min: 0, max: 30 });
const day = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date(MONDAY + days * 24 * HOUR).toISOString().slice(0, 10));

describe('the limit of a clock', () => {
  it('never comes earlier for a later start or a larger budget', () => {
    fc.assert(
      fc.property(kind, size, size, start, start, (of, a, b, x, y) => {
        const due = (days: number, at: number) => answerOf(duty(limitOf(of, days)), opened(at)).dueAt;
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(due(more, x)).toBeGreaterThanOrEqual(due(less, x) ?? Number.NaN);
        expect(due(a, Math.max(x, y))).toBeGreaterThanOrEqual(due(a, Math.min(x, y)) ?? Number.NaN);
      }),
    );
  });

  it('comes no earlier for a holiday more, no later for a make-up day more', () => {
    fc.assert(
      fc.property(kind, size, start, day, (of, days, at, date) => {
        const due = (calendar: ReturnType<typeof desk>) =>
          answerOf(duty(limitOf(of, days)), opened(at), calendar).dueAt ?? Number.NaN;
        const name = { en: 'a day', zh: '某日' };
        const holiday = desk([{ kind: 'closed', date, name }]);
        const makeUp = desk([{ kind: 'workingDay', as: 'mon', date, name }]);
        expect(due(holiday)).toBeGreaterThanOrEqual(due(usual));
        expect(due(makeUp)).toBeLessThanOrEqual(due(usual));
      }),
    );
  });

  it('is not moved by a pause outside opening hours, where it counts working time', () => {
    fc.assert(
      fc.property(size, start, fc.integer({ min: 0, max: 20 }), (hours, at, nth) => {
        // From Friday 17:00 until Monday 09:00, a number of weeks on.
        const friday = MONDAY + (4 * 24 + 17 + nth * 7 * 24) * HOUR;
        fc.pre(at < friday && friday < Date.parse('2026-03-20'));
        const log = logOf(
          ['RECEIVE', new Date(at).toISOString(), 'open'],
          ['ASK', new Date(friday).toISOString(), 'waiting'],
          ['REPLIED', new Date(friday + 64 * HOUR).toISOString(), 'open'],
        );
        const limit = limitOf('workingMinutes', hours);
        const paused = duty(limit, { pauses: [{ reason: 'customer', whileIn: ['waiting'] }] });
        expect(answerOf(paused, log).dueAt).toBe(answerOf(duty(limit), log).dueAt);
      }),
    );
  });

  it('is that of one pause where the same time is told as two, or for two reasons', () => {
    fc.assert(
      fc.property(kind, size, fc.nat({ max: 200 }), fc.nat({ max: 100 }), (of, days, from, length) => {
        const log = logOf(
          ['RECEIVE', new Date(MONDAY).toISOString(), 'open'],
          ['ASK', new Date(MONDAY + from * HOUR).toISOString(), 'waiting'],
          ['REPLIED', new Date(MONDAY + (from + length) * HOUR).toISOString(), 'open'],
        );
        const wait = { reason: 'customer', whileIn: ['waiting'] };
        const asked = { reason: 'laboratory', from: [{ event: 'ASK' }], until: [{ event: 'REPLIED' }] };
        const due = (pauses: ClockRule['pauses']) =>
          answerOf(duty(limitOf(of, days), pauses && { pauses }), log).dueAt;
        expect(due([wait, wait])).toBe(due([wait]));
        expect(due([wait, asked])).toBe(due([wait]));
        expect(due([asked, wait])).toBe(due([wait]));
      }),
    );
  });

  it('is explained by steps that add up to its budget', () => {
    fc.assert(
      fc.property(kind, size, start, (of, days, at) => {
        const limit = limitOf(of, days);
        const options = { packs: [duty(limit)], calendars: { default: usual }, asOf: '2026-12-31' };
        const why = orThrow(explainClock(opened(at), { pack: 'duty', clock: 'answer' }, options));
        expect(why.deadline?.at).toBe(why.clock.dueAt);
        const steps = why.deadline?.steps ?? [];
        const counted = steps.reduce((sum, step) => sum + ('counted' in step ? step.counted : 0), 0);
        expect(counted).toBe(of === 'calendarDays' || of === 'businessDays' ? days : 60 * days);
      }),
    );
  });
});

describe('clocks', () => {
  it('do not depend on the zone in which a day is written', () => {
    fc.assert(
      fc.property(packs, logs, instants, (pack, log, asOf) => {
        const inZone = (zone: string) =>
          orThrow(projectClocks(log, { packs: [pack], calendars: { default: usual }, asOf, zone }));
        expect(inZone('Pacific/Kiritimati')).toEqual(inZone('UTC'));
      }),
      { numRuns: 40 },
    );
  });

  it('have shares of their budget in order, none after the limit', () => {
    fc.assert(
      fc.property(packs, logs, instants, (pack, log, asOf) => {
        const { clocks } = orThrow(
          projectClocks(log, { packs: [pack], calendars: { default: usual }, asOf }),
        );
        for (const { atRiskAt, dueAt = Number.POSITIVE_INFINITY } of clocks) {
          const times = [...atRiskAt.map(({ at }) => at), dueAt];
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('of a thousand cases give their timers', () => {
    const pack = duty({ budget: { kind: 'businessDays', days: 10 } }, { timer: 'TIMER_ASSESS' });
    const calendars = { default: usual };
    const due = Array.from({ length: 1000 }, (_, i) => {
      const log = logOf(['RECEIVE', new Date(MONDAY + i * HOUR).toISOString(), 'received']);
      const projected = orThrow(projectClocks(log, { packs: [pack], calendars, asOf: MONDAY + i * HOUR }));
      return dueTimers(projected, complaintWorkflow).due[0]?.dueAt ?? Number.NaN;
    });
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(due.every(Number.isFinite)).toBe(true);
  });
});
