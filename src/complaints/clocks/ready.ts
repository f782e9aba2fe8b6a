/** A rule pack made ready: its moments and tests as functions, its days on the clock of its zone. */
import { alwaysOpen, type CompiledCalendar, compileCalendar, type Pause } from '../../calendar/index.js';
import type { ZoneClock } from '../../foundation/civil.js';
import { clockOf } from '../../foundation/instant.js';
import type { Path } from '../../foundation/make-problem.js';
import { type Result, right } from '../../foundation/result.js';
import type { DataTest } from '../workflow/operand.js';
import { type Told, testReader } from '../workflow/read-test.js';
import type { ClockMoment, ClockRule, PauseRule, RulePack } from './model.js';
import { anyOf, type MomentReader } from './moment.js';

/** A reason to pause, and what its pack calls it. */
export type PauseCalled = Pick<Pause, 'reason' | 'name'>;

export interface ReadyPause {
  readonly called: PauseCalled;
  /** Whether the case waits after an event; or the moments at which the waiting begins and ends. */
  readonly kind:
    | { readonly whileIn: ReadonlySet<string> }
    | { readonly from: MomentReader; readonly until: MomentReader };
}

export interface ReadyClock {
  readonly rule: ClockRule;
  readonly pack: RulePack;
  /** The zone's time, open all the time: for limits that ask for no opening hours. */
  readonly wall: CompiledCalendar;
  readonly applies: (told: Told) => boolean;
  readonly starts: MomentReader;
  readonly meets: MomentReader;
  /** Of {@link meets} what an event that starts the clock can meet at once. */
  readonly meetsAtStart: MomentReader;
  readonly cancels: MomentReader;
  readonly reopenings: MomentReader;
  readonly pauses: readonly ReadyPause[];
  /** The clocks whose running out starts it, within whose limits its moments lie, or which these wait for. */
  readonly follows: readonly string[];
}

export interface ReadyPack {
  readonly pack: RulePack;
  readonly clock: ZoneClock;
  readonly clocks: readonly ReadyClock[];
}

/** What is made of a pack once is used for every case. */
const READY = new WeakMap<RulePack, Result<ReadyPack>>();

/** The pack made ready; or a problem of its zone. */
export function readyPack(pack: RulePack): Result<ReadyPack> {
  const known = READY.get(pack);
  if (known !== undefined) return known;
  const made = makeReady(pack);
  READY.set(pack, made);
  return made;
}

function makeReady(pack: RulePack): Result<ReadyPack> {
  const zone = clockOf(pack.zone);
  if (zone._tag === 'Left') return zone;
  const wall = compileCalendar(alwaysOpen(pack.zone));
  const clock = wall.clock;
  const reopenings = anyOf(pack.reopenings, clock);
  const packApplies = testOf(pack.applies);
  const clocks = pack.clocks.map((rule): ReadyClock => {
    const clockApplies = testOf(rule.applies);
    return {
      rule,
      pack,
      wall,
      applies: (told) => packApplies(told) && clockApplies(told),
      starts: anyOf(rule.starts, clock),
      meets: anyOf(rule.meets, clock),
      meetsAtStart: anyOf(rule.meets.filter(hasTimeOfItsOwn(rule)), clock),
      cancels: anyOf(rule.cancels, clock),
      reopenings,
      pauses: (rule.pauses ?? []).map((pause) => readyPause(pause, clock)),
      follows: followedBy(rule).map(({ clock: name }) => name),
    };
  });
  return right({ pack, clock, clocks });
}

/** A moment whose time is written elsewhere than that of any start. */
function hasTimeOfItsOwn({ starts }: ClockRule): (moment: ClockMoment) => boolean {
  const places = new Set(starts.map((start) => ('at' in start ? JSON.stringify(start.at) : undefined)));
  return ({ at }) => at !== undefined && !places.has(JSON.stringify(at));
}

/** The clocks of its pack that a clock asks about, each with its place in the rule. */
export function followedBy({ starts, meets, cancels = [] }: ClockRule): readonly Followed[] {
  return Object.entries({ starts, meets, cancels }).flatMap(([part, moments]) =>
    moments.flatMap((moment, i): readonly Followed[] => {
      if ('runsOut' in moment) return [{ clock: moment.runsOut, path: [part, i, 'runsOut'] }];
      return (['within', 'onceMet'] as const).flatMap((key) => {
        const clock = moment[key];
        return clock === undefined ? [] : [{ clock, path: [part, i, key] }];
      });
    }),
  );
}

interface Followed {
  readonly clock: string;
  readonly path: Path;
}

function testOf(test: DataTest | undefined): (told: Told) => boolean {
  return test === undefined ? () => true : testReader(test);
}

function readyPause(pause: PauseRule, clock: ZoneClock): ReadyPause {
  const { reason, name } = pause;
  const called = name === undefined ? { reason } : { reason, name };
  if ('whileIn' in pause) return { called, kind: { whileIn: new Set(pause.whileIn) } };
  return { called, kind: { from: anyOf(pause.from, clock), until: anyOf(pause.until, clock) } };
}
