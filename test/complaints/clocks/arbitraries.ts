/** Rule packs and logs that nobody wrote: a few events and states, put together at random. */
import type { DeadlineRule, TimeBudget } from 'clientele/calendar';
import type { CaseEvent, ClockMoment, ClockRule, PauseRule, RulePack } from 'clientele/complaints';
import fc from 'fast-check';
import { logOf, type Told } from './support.js';

const STATES = ['open', 'asked', 'tested', 'closed'] as const;
const EVENTS = ['MOVE', 'ASK', 'TEST', 'ANSWER', 'REOPEN', 'TIMER'] as const;
const HOUR = 3_600_000;
/** Monday 5 January 2026, 08:00 in London. */
const BEGIN = Date.parse('2026-01-05T08:00:00Z');

const event = fc.constantFrom(...EVENTS);
const state = fc.constantFrom(...STATES);

/** A log of up to a dozen events, hours or days apart; some carry when they truly happened, or until when. */
export const logs: fc.Arbitrary<readonly CaseEvent[]> = fc
  .array(
    fc.tuple(
      event,
      state,
      fc.integer({ min: 0, max: 120 }),
      fc.record(
        {
          happenedAt: fc.integer({ min: 0, max: 600 }).map((hours) => BEGIN + hours * HOUR),
          until: fc.constantFrom('2026-01-20', '2026-02-10'),
        },
        { requiredKeys: [] },
      ),
    ),
    { maxLength: 12 },
  )
  .map((steps) => {
    let at = BEGIN;
    const told = steps.map(([type, to, hours, data]): Told => {
      at += hours * HOUR;
      return [type, new Date(at).toISOString(), to, data];
    });
    return logOf(['RECEIVE', new Date(BEGIN).toISOString(), 'open', { happenedAt: BEGIN }], ...told);
  });

const moment: fc.Arbitrary<ClockMoment> = fc.oneof(
  event.map((name): ClockMoment => ({ event: name })),
  fc
    .tuple(event, fc.uniqueArray(state, { minLength: 1 }))
    .map(([name, states]): ClockMoment => ({ event: name, in: states })),
  event.map((name): ClockMoment => ({ event: name, at: { data: 'happenedAt' } })),
  event.map((name): ClockMoment => ({ event: name, when: { filled: { data: 'until' } } })),
  state.map((name): ClockMoment => ({ enters: name })),
  state.map((name): ClockMoment => ({ leaves: name })),
);
const moments = fc.array(moment, { minLength: 1, maxLength: 3 });

const budget: fc.Arbitrary<TimeBudget> = fc.oneof(
  fc.integer({ min: 0, max: 20_000 }).map((minutes): TimeBudget => ({ kind: 'elapsedMinutes', minutes })),
  fc.integer({ min: 0, max: 4800 }).map((minutes): TimeBudget => ({ kind: 'workingMinutes', minutes })),
  fc.integer({ min: 0, max: 30 }).map((days): TimeBudget => ({ kind: 'calendarDays', days })),
  fc.integer({ min: 0, max: 15 }).map((days): TimeBudget => ({ kind: 'businessDays', days })),
  fc.integer({ min: 0, max: 4 }).map((weeks): TimeBudget => ({ kind: 'weeks', weeks })),
  fc.integer({ min: 0, max: 2 }).map((months): TimeBudget => ({ kind: 'months', months })),
);

export const rules: fc.Arbitrary<DeadlineRule> = fc
  .tuple(
    budget,
    fc.constantFrom('none', 'following', 'preceding'),
    fc.constantFrom('endOfDay', 'close', 'sameTime'),
  )
  .map(([counted, roll, until]): DeadlineRule => ({ budget: counted, roll, until }) as DeadlineRule);

export const pauses: fc.Arbitrary<PauseRule> = fc.oneof(
  fc
    .uniqueArray(state, { minLength: 1, maxLength: 2 })
    .map((whileIn): PauseRule => ({ reason: 'inState', whileIn })),
  fc.tuple(moments, moments).map(([from, until]): PauseRule => ({ reason: 'between', from, until })),
);

const clock: fc.Arbitrary<Omit<ClockRule, 'clock' | 'name'>> = fc
  .record(
    {
      kind: fc.constantFrom('duty', 'window'),
      class: fc.constant('contractual'),
      starts: fc.oneof(moments, fc.constant([{ event: 'RECEIVE' } as ClockMoment])),
      meets: fc.array(moment, { maxLength: 2 }),
      cancels: fc.array(moment, { maxLength: 1 }),
      repeats: fc.boolean(),
      restartsOn: fc.constantFrom('everyStart', 'firstStart'),
      pauses: fc.array(pauses, { maxLength: 2 }),
      limit: fc.oneof(
        rules,
        rules.map((otherwise) => ({ untilField: 'until', otherwise })),
      ),
      atRisk: fc.constantFrom([], [50], [0, 75, 100]),
      timer: fc.constant('TIMER'),
      reopened: fc.constantFrom('none', 'resume', 'restart', 'countClosedTime', 'revive', 'asTold'),
    },
    { requiredKeys: ['kind', 'class', 'starts', 'meets', 'limit'] },
  )
  .chain((one) => {
    const made = one as Omit<ClockRule, 'clock' | 'name'>;
    if (made.reopened === undefined || made.reopened === 'none') return fc.constant(made);
    return fc.option(rules).map((within) => (within === null ? made : { ...made, reopenWithin: within }));
  });

/** Packs of up to four clocks. */
export const packs: fc.Arbitrary<RulePack> = fc
  .tuple(fc.array(clock, { minLength: 1, maxLength: 4 }), fc.constantFrom('opening', 'start'))
  .map(
    ([clocks, chosenBy]): RulePack => ({
      format: 'complaint-rules@1',
      name: 'random',
      version: '1',
      title: { en: 'Random', zh: '随机' },
      effective: {},
      chosenBy: chosenBy === 'start' ? 'start' : 'opening',
      zone: 'Europe/London',
      reopenings: [{ event: 'REOPEN' }],
      clocks: clocks.map((one, i) => ({
        ...one,
        // Every other clock also starts where the one before runs out.
        ...(i % 2 === 1 ? { starts: [...one.starts, { runsOut: `clock${i - 1}` }] } : {}),
        clock: `clock${i}`,
        name: { en: `Clock ${i}`, zh: `时钟 ${i}` },
      })),
    }),
  );

/** Instants before, within and after such logs, and a little past every event. */
export const instants: fc.Arbitrary<number> = fc
  .integer({ min: -10, max: 2000 })
  .map((hours) => BEGIN + hours * HOUR);
