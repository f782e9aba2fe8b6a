import {
  alwaysOpen,
  compileCalendar,
  defineWorkingCalendar,
  mondayToFriday,
  type Pause,
} from 'clientele/calendar';
import {
  type CaseClock,
  type CaseEvent,
  type ClockRule,
  explainClock,
  orThrow,
  parseRulePack,
  projectClocks,
  type RulePack,
} from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instants, logs, packs, pauses, rules } from './arbitraries.js';
import { logOf } from './support.js';

const calendars = {
  default: compileCalendar(
    defineWorkingCalendar({
      name: 'desk',
      zone: 'Europe/London',
      week: mondayToFriday(['09:00', '12:00'], ['13:00', '17:00']),
    }),
  ),
  always: compileCalendar(alwaysOpen('Europe/London')),
};

function clocksOf(
  log: readonly CaseEvent[],
  pack: RulePack | readonly RulePack[],
  asOf: number,
): readonly CaseClock[] {
  return orThrow(projectClocks(log, { packs: [pack].flat(), calendars, asOf })).clocks;
}

function onlyClock(pack: RulePack, changed: Partial<ClockRule>): RulePack {
  const [first] = pack.clocks;
  if (first === undefined) throw new Error('a pack has a clock');
  return { ...pack, clocks: [{ ...first, ...changed }] };
}

/** A duty from the opening to the answer, so that pauses alone tell two of them apart. */
const plainDuty = {
  kind: 'duty',
  starts: [{ event: 'RECEIVE' }],
  meets: [],
  cancels: [],
  repeats: false,
  reopened: 'none',
  limit: { budget: { kind: 'elapsedMinutes', minutes: 3000 } },
} as const satisfies Partial<ClockRule>;

const later = Date.parse('2027-01-01T00:00:00Z');

describe('clocks of packs that were never shown', () => {
  it('are read from JSON and worked out from data alone', () => {
    fc.assert(
      fc.property(packs, logs, instants, (pack, log, asOf) => {
        const stored = orThrow(parseRulePack(JSON.parse(JSON.stringify(pack))));
        const clocks = clocksOf(log, pack, asOf);
        expect(clocksOf(log, stored, asOf)).toEqual(clocks);
        expect(JSON.parse(JSON.stringify(clocks))).toEqual(clocks);
      }),
    );
  });

  it('have rounds that follow one another, of which the last alone can be open', () => {
    fc.assert(
      fc.property(packs, logs, (pack, log) => {
        const clocks = clocksOf(log, pack, later);
        for (const name of new Set(clocks.map(({ clock }) => clock))) {
          const rounds = clocks.filter(({ clock }) => clock === name);
          expect(rounds.map(({ round }) => round)).toEqual(rounds.map((_, i) => i + 1));
          for (const { status } of rounds.slice(0, -1))
            expect(['running', 'paused']).not.toContain(status.kind);
        }
      }),
    );
  });

  it('are explained by the count that dated them', () => {
    fc.assert(
      fc.property(packs, logs, instants, (pack, log, asOf) => {
        for (const clock of clocksOf(log, pack, asOf)) {
          const why = orThrow(explainClock(log, clock, { packs: [pack], calendars, asOf }));
          if (why.deadline !== undefined) expect(why.deadline.at).toBe(clock.dueAt);
          expect(why.clock).toEqual(clock);
        }
      }),
    );
  });

  it('know nothing of the future: a prefix as of then is the whole log as of then', () => {
    fc.assert(
      fc.property(packs, logs, instants, (pack, log, asOf) => {
        const known = log.filter(({ at }) => at <= asOf);
        fc.pre(known.length > 0);
        expect(clocksOf(known, pack, asOf)).toEqual(clocksOf(log, pack, asOf));
      }),
    );
  });

  it('count an event that comes twice once', () => {
    fc.assert(
      fc.property(packs, logs, instants, fc.nat(), (pack, log, asOf, which) => {
        const again = log[which % log.length];
        if (again === undefined) throw new Error('a log has an event');
        expect(clocksOf([...log, again], pack, asOf)).toEqual(clocksOf(log, pack, asOf));
      }),
    );
  });

  it('do not depend on the order of packs or of clocks', () => {
    fc.assert(
      fc.property(packs, packs, logs, instants, (a, b, log, asOf) => {
        const other = { ...b, name: 'another' };
        const turned = [other, a].map((pack) => ({ ...pack, clocks: pack.clocks.toReversed() }));
        expect(clocksOf(log, turned, asOf)).toEqual(clocksOf(log, [a, other], asOf));
        // Beside another pack a clock is what it was; where that one calls a clock by the same name, its words say more.
        const wordless = (clocks: ReturnType<typeof clocksOf>) =>
          clocks.map(({ ofPack, statements, ...rest }) => ({ ...rest, said: statements.length }));
        const one = clocksOf(log, a, asOf);
        const beside = clocksOf(log, [a, other], asOf).filter(({ pack }) => pack === a.name);
        expect(wordless(beside)).toEqual(wordless(one));
        const elsewhere = other.clocks.map(({ name }) => name.en);
        for (const [i, clock] of beside.entries())
          if (!elsewhere.includes(clock.name.en)) expect(clock).toEqual(one[i]);
      }),
    );
  });

  it('are breached at the same instant, whether the timer was fed on time or late', () => {
    fc.assert(
      fc.property(packs, rules, fc.integer({ min: 0, max: 5000 }), (pack, limit, lateBy) => {
        const duty = onlyClock(pack, { ...plainDuty, limit, pauses: [], timer: 'TIMER' });
        const opening = logOf(['RECEIVE', '2026-01-05T08:00:00Z', 'open']);
        const [silent] = clocksOf(opening, duty, later);
        const dueAt = silent?.dueAt ?? Number.NaN;
        const fedAt = (at: number) => {
          const log = logOf(
            ['RECEIVE', '2026-01-05T08:00:00Z', 'open'],
            ['TIMER', new Date(at).toISOString(), 'open', { dueAt }],
          );
          return clocksOf(log, duty, later)[0];
        };
        const [onTime, late] = [
          fedAt(Math.max(dueAt, Date.parse('2026-01-05T08:00:00Z'))),
          fedAt(dueAt + lateBy * 60_000),
        ];
        expect(late?.status).toMatchObject({ kind: 'breached', at: dueAt });
        expect(onTime?.status).toMatchObject({ kind: 'breached', at: dueAt });
        expect(late?.timer).toMatchObject({ kind: 'fed' });
      }),
    );
  });
});

describe('pauses', () => {
  const dueWith = (
    pack: RulePack,
    log: readonly CaseEvent[],
    limit: ClockRule['limit'],
    by: ClockRule['pauses'],
  ) => clocksOf(log, onlyClock(pack, { ...plainDuty, limit, pauses: by ?? [] }), later)[0];

  it('only postpone', () => {
    fc.assert(
      fc.property(
        packs,
        logs,
        rules,
        fc.array(pauses, { minLength: 1, maxLength: 2 }),
        (pack, log, limit, by) => {
          const without = dueWith(pack, log, limit, []);
          const paused = dueWith(pack, log, limit, by);
          if (paused?.status.kind === 'paused' || paused?.status.kind === 'undated') return;
          expect(paused?.dueAt).toBeGreaterThanOrEqual(without?.dueAt ?? Number.NaN);
        },
      ),
    );
  });

  it('of several reasons postpone by no more than the sum of them', () => {
    fc.assert(
      fc.property(packs, logs, pauses, pauses, (pack, log, a, b) => {
        const together = dueWith(pack, log, plainDuty.limit, [a, b]);
        const without = dueWith(pack, log, plainDuty.limit, []);
        if (together?.dueAt === undefined || without?.dueAt === undefined) return;
        const within = (one: Pause): number =>
          Math.max(0, Math.min(one.until ?? later, together.dueAt ?? later) - one.from);
        const sum = together.pauses.reduce((total, one) => total + within(one), 0);
        expect(together.dueAt - without.dueAt).toBeLessThanOrEqual(sum);
        expect(together.dueAt - without.dueAt).toBe(unionOf(together.pauses, together.dueAt));
      }),
    );
  });
});

/** Milliseconds that pauses cover before an instant, counted hour by hour. */
function unionOf(list: readonly Pause[], until: number): number {
  const edges = [...new Set(list.flatMap((one) => [one.from, one.until ?? until]))]
    .map((at) => Math.min(at, until))
    .toSorted((x, y) => x - y);
  return edges.reduce((total, from, i) => {
    const to = edges[i + 1] ?? from;
    const covered = list.some((one) => one.from <= from && (one.until ?? Number.POSITIVE_INFINITY) >= to);
    return covered ? total + to - from : total;
  }, 0);
}
