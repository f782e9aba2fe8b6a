/** Rule packs together, and with the workflow and the calendars that they are used with. */
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import type { Workflow } from '../workflow/model.js';
import { checkRulePack } from './check-pack.js';
import { checkVersions } from './check-versions.js';
import type { ClockMoment, ClockRule, RulePack, RunOutMoment } from './model.js';

/** What packs are to be used with. */
export interface PackSurroundings {
  readonly workflow?: Workflow;
  /** The names of the host's calendars. */
  readonly calendars?: Readonly<Record<string, unknown>>;
}

/**
 * Everything that is wrong with packs that are used together: two versions of one pack effective at once; each pack's own
 * problems; and, where a workflow or calendars are given, events, states and timers that the workflow does not have,
 * timers of the workflow that no clock dates, and calendars that are not there. Paths begin with `packs` and the place.
 *
 * @example
 * ```ts
 * import { checkRulePacks, fcaDisp } from 'clientele/complaints';
 *
 * checkRulePacks([fcaDisp]); // => []
 * checkRulePacks([fcaDisp, { ...fcaDisp, version: '2' }]).map(({ code }) => code); // => ['effectiveTwice']
 * ```
 */
export function checkRulePacks(
  packs: readonly RulePack[],
  { workflow, calendars }: PackSurroundings = {},
): readonly Problem[] {
  return [
    ...checkVersions(packs),
    ...packs.flatMap((pack, i) =>
      checkRulePack(pack).map((one) => ({ ...one, path: ['packs', i, ...one.path] })),
    ),
    ...(workflow === undefined ? [] : checkNames(packs, workflow)),
    ...(workflow === undefined ? [] : checkTimers(packs, workflow)),
    ...(calendars === undefined ? [] : checkCalendars(packs, calendars)),
  ];
}

/** Names of the workflow that a clock uses, each with its place. */
interface UsedName {
  readonly kind: 'event' | 'state';
  readonly name: string;
  readonly path: Path;
}

function checkNames(packs: readonly RulePack[], { commands, states }: Workflow): readonly Problem[] {
  const known = { event: Object.keys(commands), state: Object.keys(states) };
  const codes = { event: 'unknownEvent', state: 'unknownState' };
  return packs.flatMap((pack, i) =>
    namesIn(pack, ['packs', i]).flatMap(({ kind, name, path }) =>
      known[kind].includes(name)
        ? []
        : [problem(codes[kind], path, { kind: 'oneOf', values: known[kind] }, name)],
    ),
  );
}

function namesIn({ clocks, reopenings }: RulePack, path: Path): readonly UsedName[] {
  return [
    ...inMoments(reopenings, [...path, 'reopenings']),
    ...clocks.flatMap((rule, i) => inClock(rule, [...path, 'clocks', i])),
  ];
}

function inClock(
  { starts, meets, cancels = [], pauses = [], timer, holds = [] }: ClockRule,
  path: Path,
): readonly UsedName[] {
  const paused = pauses.flatMap((pause, i): readonly UsedName[] => {
    const place = [...path, 'pauses', i];
    if ('whileIn' in pause) return inStates(pause.whileIn, [...place, 'whileIn']);
    return [...inMoments(pause.from, [...place, 'from']), ...inMoments(pause.until, [...place, 'until'])];
  });
  return [
    ...inMoments(starts, [...path, 'starts']),
    ...inMoments(meets, [...path, 'meets']),
    ...inMoments(cancels, [...path, 'cancels']),
    ...paused,
    ...(timer === undefined ? [] : [{ kind: 'event', name: timer, path: [...path, 'timer'] } as const]),
    ...holds.map((name, i) => ({ kind: 'event', name, path: [...path, 'holds', i] }) as const),
  ];
}

function inMoments(moments: readonly (ClockMoment | RunOutMoment)[], path: Path): readonly UsedName[] {
  return moments.flatMap((moment, i): readonly UsedName[] => {
    const place = [...path, i];
    if ('runsOut' in moment) return [];
    if ('enters' in moment) return [{ kind: 'state', name: moment.enters, path: [...place, 'enters'] }];
    if ('leaves' in moment) return [{ kind: 'state', name: moment.leaves, path: [...place, 'leaves'] }];
    const event: UsedName = { kind: 'event', name: moment.event, path: [...place, 'event'] };
    return [event, ...inStates(moment.in ?? [], [...place, 'in'])];
  });
}

function inStates(states: readonly string[], path: Path): readonly UsedName[] {
  return states.map((name, i) => ({ kind: 'state', name, path: [...path, i] }));
}

function checkTimers(packs: readonly RulePack[], { commands }: Workflow): readonly Problem[] {
  const dated = new Set(packs.flatMap(({ clocks }) => clocks.map(({ timer }) => timer)));
  return Object.entries(commands).flatMap(([timer, { kind }]) => {
    if (kind !== 'timer' || dated.has(timer)) return [];
    const type = { en: `clock that dates the timer ${timer}`, zh: `为定时器 ${timer} 计算时刻的时钟` };
    return [problem('timerWithoutClock', ['packs'], { kind: 'type', type }, undefined)];
  });
}

const HANDED_OVER = {
  en: 'calendar among those handed over, of which there are none',
  zh: '所提供日历中的日历（未提供任何日历）',
};

function checkCalendars(
  packs: readonly RulePack[],
  calendars: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const names = Object.keys(calendars);
  return packs.flatMap((pack, i) =>
    pack.clocks.flatMap(({ calendar }, j) => {
      if (calendar === undefined || Object.hasOwn(calendars, calendar)) return [];
      const path = ['packs', i, 'clocks', j, 'calendar'];
      if (names.length > 0)
        return [problem('unknownCalendar', path, { kind: 'oneOf', values: names }, calendar)];
      return [wrong('unknownCalendar', path, HANDED_OVER, calendar)];
    }),
  );
}
