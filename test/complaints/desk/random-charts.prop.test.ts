/** Laws of the desk over virtual time, for charts and clocks that nobody wrote: timers come on time or late. */
import { defineWorkingCalendar, mondayToFriday } from 'clientele/calendar';
import {
  bundleCase,
  type CaseCommand,
  type CaseEvent,
  type ClockRule,
  type ComplaintDesk,
  complaintDesk,
  type DeskAnswer,
  type DeskRefusal,
  defineRulePack,
  handleComplaint,
  orThrow,
  type RulePack,
  replay,
  replayBundle,
  viewComplaint,
  type Workflow,
} from 'clientele/complaints';
import fc, { type GeneratorValue } from 'fast-check';
import type { Either } from 'fp-ts/Either';
import { describe, expect, it } from 'vitest';
import { commandsFor, contexts, type Told, workflows } from '../arbitrary-workflows.js';
import { rules } from '../clocks/arbitraries.js';
import { DAY, HOUR, MONDAY, zone } from './support.js';

const calendars = {
  default: defineWorkingCalendar({ name: 'desk', zone, week: mondayToFriday(['09:00', '17:00']) }),
};

/** For each timer in each state where it is told, a clock; and promises that begin and end with anything. */
function packFor({ states, commands, transitions, opening, initial }: Workflow): fc.Arbitrary<RulePack> {
  const waits = transitions.filter(({ on }) => commands[on]?.kind === 'timer');
  const places = [...new Map(waits.map(({ from, on }) => [`${on} in ${from}`, { from, on }]))];
  // A timer that no transition takes has to be dated as well.
  const idle = Object.entries(commands).flatMap(([on, { kind }]) =>
    kind === 'timer' && !waits.some((one) => one.on === on) ? [[on, { from: initial, on }] as const] : [],
  );
  const timed = [...places, ...idle].map(([clock, { from, on }]) =>
    fc
      .record({
        kind: fc.constantFrom('duty', 'window'),
        class: fc.constantFrom('statutory', 'contractual'),
        limit: rules,
      })
      .map(
        (one): ClockRule => ({
          ...one,
          clock,
          name: { en: clock, zh: clock },
          starts: [{ enters: from }],
          meets: [],
          cancels: [{ leaves: from }],
          timer: on,
        }),
      ),
  );
  const event = fc.constantFrom(opening.on, ...Object.keys(commands)).map((name) => ({ event: name }));
  const state = fc.constantFrom(...Object.keys(states));
  const moment = fc.oneof(
    event,
    state.map((name) => ({ enters: name })),
    state.map((name) => ({ leaves: name })),
  );
  const promise = fc
    .record({
      starts: fc.array(moment, { minLength: 1, maxLength: 2 }),
      meets: fc.array(moment, { maxLength: 2 }),
      paused: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }),
      limit: rules,
      repeats: fc.boolean(),
    })
    .map(
      ({ paused, ...one }): ClockRule => ({
        ...one,
        clock: 'promise',
        name: { en: 'Promise', zh: '承诺' },
        kind: 'duty',
        class: 'contractual',
        pauses: [{ reason: 'waiting', whileIn: paused }],
      }),
    );
  return fc
    .tuple(promise, ...timed)
    .map((clocks) => defineRulePack({ name: 'random', title: { en: 'Random', zh: '随机' }, zone, clocks }));
}

type Desk = ComplaintDesk;
type Log = readonly CaseEvent[];

const setups = workflows()
  .chain((workflow) => packFor(workflow).map((pack) => ({ workflow, pack })))
  .map(({ workflow, pack }) => ({ workflow, packs: [pack], calendars }));

interface Taken {
  readonly told: Told;
  readonly answer: DeskAnswer;
}

/** A case that was told a few things; timers at their time, or days late. What is refused leaves no trace. */
function life(desk: Desk, gen: GeneratorValue): readonly [Taken, ...Taken[]] {
  const first = gen(() => commandsFor(desk.workflow, undefined, 'c1', MONDAY));
  const lived: [Taken, ...Taken[]] = [{ told: first, answer: took(desk, [], first) }];
  for (let step = 0; step < 8; step += 1) {
    const now = (lived.at(-1) ?? lived[0]).answer;
    if (ended(desk, now)) break;
    const at = now.case.at + gen(fc.nat, { max: 100 }) * HOUR;
    const some = gen(() => commandsFor(desk.workflow, now.case, `e${step}`, at));
    const told = timed(now, some, gen(() => fc.constantFrom(0, 0, 1, 40)) * DAY);
    const answer = handleComplaint(desk, now.log, told.command, { context: told.context });
    if (answer._tag === 'Right') lived.push({ told, answer: answer.right });
  }
  return lived;
}

/** A command as it is; a timer that is running, so late. */
function timed({ timers, case: { at } }: DeskAnswer, told: Told, late: number): Told {
  const timer = timers.find((one) => one.timer === told.command.type);
  if (timer === undefined) return told;
  return { ...told, command: { ...told.command, id: timer.id, at: Math.max(timer.dueAt, at) + late } };
}

function took(desk: Desk, log: Log, { command, context }: Told): DeskAnswer {
  return taken(handleComplaint(desk, log, command, { context }));
}

function taken(answer: Either<DeskRefusal, DeskAnswer>): DeskAnswer {
  if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left));
  return answer.right;
}

function ended(desk: Desk, { case: { state } }: DeskAnswer): boolean {
  return desk.setup.workflow.final.includes(state);
}

/** The timer that every state of a random chart but the last one waits for, told so late. */
function forward({ timers, case: { at } }: DeskAnswer, late = 0) {
  const timer = timers.find((one) => one.timer === 'NEXT');
  return timer && { ...timer, firedAt: Math.max(timer.dueAt, at) + late };
}

const lives = (law: (desk: Desk, lived: readonly [Taken, ...Taken[]], gen: GeneratorValue) => void) => {
  fc.assert(
    fc.property(setups, fc.gen(), (setup, gen) => {
      const desk: Desk = complaintDesk(setup);
      law(desk, life(desk, gen), gen);
    }),
    { numRuns: 30 },
  );
};

describe('a random chart with random clocks, over virtual time', () => {
  it('never gets stuck: until a case has ended, a timer that moves it on is dated', () => {
    lives((desk, lived) => {
      for (const { answer } of lived) {
        if (ended(desk, answer)) {
          expect(answer.timers).toEqual([]);
          continue;
        }
        expect(answer.legal.map(({ type }) => type)).toContain('NEXT');
        expect(forward(answer)).toBeDefined();
      }
    });
  });

  it('archives every case by its timers alone, however late', () => {
    lives((desk, lived, gen) => {
      let now = (lived.at(-1) ?? lived[0]).answer;
      for (let step = 0; !ended(desk, now); step += 1) {
        expect(step).toBeLessThan(10);
        const timer = forward(now, gen(fc.nat, { max: 60 }) * DAY);
        if (timer === undefined) throw new Error(`stuck in ${now.case.state}`);
        const context = gen(() => contexts(desk.setup.workflow));
        now = taken(handleComplaint(desk, now.log, timer, { context }));
      }
    });
  });

  it('replays any beginning of a log to where the case was, with the clocks it had', () => {
    lives((desk, lived) => {
      const { log } = (lived.at(-1) ?? lived[0]).answer;
      lived.forEach(({ answer: then }, i) => {
        expect(log.slice(0, i + 1)).toEqual(then.log);
        expect(replay(desk.workflow, log.slice(0, i + 1)).case).toEqual(then.case);
        const view = orThrow(viewComplaint(desk, log.slice(0, i + 1), then.case.at));
        expect([view.case, view.clocks, view.timers]).toEqual([then.case, then.clocks, then.timers]);
      });
    });
  });

  it('takes nothing twice: neither a command nor an event', () => {
    lives((desk, lived) => {
      const last = (lived.at(-1) ?? lived[0]).answer;
      for (const { told } of lived) {
        const again = handleComplaint(desk, last.log, told.command, { context: told.context });
        expect(again).toMatchObject({ right: { events: [], case: last.case } });
      }
      const doubled = last.log.flatMap((event, i) => [event, ...last.log.slice(0, i + 1)]);
      const view = orThrow(viewComplaint(desk, doubled, last.case.at));
      expect([view.case, view.clocks, view.timers, view.duties]).toEqual([
        last.case,
        last.clocks,
        last.timers,
        last.duties,
      ]);
    });
  });

  it('says the same instant of a breach, whether the timer came on time or late', () => {
    lives((desk, lived, gen) => {
      const now = (lived.at(-1) ?? lived[0]).answer;
      const soon = forward(now);
      if (soon === undefined) return;
      const context = gen(() => contexts(desk.setup.workflow));
      const late = { ...soon, firedAt: soon.firedAt + gen(fc.integer, { min: 1, max: 90 }) * DAY };
      const [onTime, told] = [soon, late].map((timer) =>
        taken(handleComplaint(desk, now.log, timer, { context })),
      );
      const limit = soon.clock;
      expect(runOuts(told, soon.firedAt, now)).toEqual(runOuts(onTime, soon.firedAt, now));
      expect(runOuts(told, soon.firedAt, now)).toContainEqual([`${limit.clock}/${limit.round}`, soon.dueAt]);
      expect(told?.case.state).toBe(onTime?.case.state);
      const early: CaseCommand = { type: 'NEXT', id: 'x', at: now.case.at, by: SYSTEM, data: {} };
      if (soon.dueAt > now.case.at)
        expect(handleComplaint(desk, now.log, early, { context })).toMatchObject({
          left: { kind: 'notDue' },
        });
    });
  });

  it('is judged alike elsewhere, from a bundle without persons', () => {
    lives((desk, lived) => {
      const { log, asOf } = (lived.at(-1) ?? lived[0]).answer;
      const bundle = JSON.parse(JSON.stringify(orThrow(bundleCase(desk, log, { asOf }))));
      expect(orThrow(replayBundle(bundle)).differences).toEqual([]);
    });
  });
});

const SYSTEM = { id: 'system', role: 'system' };

/** Every clock that had begun in a case and had run out by an instant, with when. */
function runOuts(
  answer: DeskAnswer | undefined,
  by: number,
  begun: DeskAnswer,
): readonly (readonly [string, number])[] {
  const known = new Set(begun.clocks.clocks.map(({ clock, round }) => `${clock}/${round}`));
  return (answer?.clocks.clocks ?? []).flatMap(({ clock, round, status }) => {
    const name = `${clock}/${round}`;
    const out = (status.kind === 'breached' || status.kind === 'lapsed') && status.at <= by;
    return out && known.has(name) ? [[name, status.at] as const] : [];
  });
}
