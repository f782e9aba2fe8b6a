/** What the doors of a desk say to a host without a compiler that hands over something else. */
import { alwaysOpen, compileCalendar } from 'clientele/calendar';
import {
  bundleCase,
  caseGroup,
  caseTimeline,
  cfpbRow,
  type DeskRefusal,
  dispReturn,
  explainDuty,
  handleComplaint,
  describe as inWords,
  isoIndicators,
  mergedLog,
  orThrow,
  type Problem,
  primaryOf,
  redressLedger,
  replay,
  replayCases,
  viewComplaint,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { desk, HOUR, logAfter, MONDAY, opened, tell } from './support.js';

const log = logAfter(opened('c1'));
const clock = { pack: 'desk', clock: 'ack' };
const rubbish: readonly unknown[] = [
  null,
  42,
  [],
  'desk',
  true,
  {},
  { setup: {}, workflow: {}, packs: [], calendars: {} },
];

/** Options of a bundle, where there are any to complete. */
function withAsOf(extra: unknown): never {
  const isObject = typeof extra === 'object' && extra !== null && !Array.isArray(extra);
  return (isObject ? { ...extra, asOf: MONDAY } : extra) as never;
}

type Door = (desk: never, log: never, extra: never) => unknown;
const doors: readonly (readonly [string, Door])[] = [
  ['viewComplaint', (at, of, extra) => viewComplaint(at, of, MONDAY, extra)],
  ['explainDuty', (at, of, extra) => explainDuty(at, of, clock, MONDAY, extra)],
  ['caseTimeline', (at, of, extra) => caseTimeline(at, of, MONDAY, extra)],
  ['bundleCase', (at, of, extra) => bundleCase(at, of, withAsOf(extra))],
  [
    'handleComplaint',
    (at, of, extra) => handleComplaint(at, of, tell('WITHDRAW', MONDAY, Object({})), extra),
  ],
];

/** The left side of an answer as problems; a test that gets a right one fails. */
function problemsIn(answer: unknown): readonly Problem[] {
  const { _tag, left } = answer as { _tag: string; left: readonly Problem[] | DeskRefusal };
  if (_tag !== 'Left') throw new Error('it was taken');
  return 'problems' in left ? left.problems : left;
}

describe.each(doors)('%s', (_, door) => {
  it.each(rubbish)('names %j in place of the desk', (found) => {
    const problems = problemsIn(door(found as never, log as never, {} as never));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['wrongType', ['desk']]]);
    expect(problems.map((one) => inWords(one, 'zh'))[0]).toContain('complaintDesk');
  });

  it('names a setup that no desk was made of, and a desk whose compiled parts are gone', () => {
    for (const found of [desk.setup, { ...desk, workflow: { ...desk.workflow, parts: { commands: {} } } }]) {
      const [problem] = problemsIn(door(found as never, log as never, {} as never));
      expect(problem?.path).toEqual(['desk']);
    }
  });

  it.each([null, undefined, 42, {}, 'log'])('names %j in place of the log', (found) => {
    const problems = problemsIn(door(desk as never, found as never, {} as never));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['wrongType', ['log']]]);
  });

  it.each([[null], [7], [[]]])('names %j in place of an event', (found) => {
    expect(problemsIn(door(desk as never, [...log, found] as never, {} as never)).length).toBeGreaterThan(0);
  });

  it.each([null, 42, [], 'more'])('names %j in place of what the host knows', (found) => {
    const problems = problemsIn(door(desk as never, log as never, found as never));
    expect(problems.map(({ path }) => path)).toEqual([['extra']]);
  });

  it.each([
    [{ related: 7 }, ['extra', 'related']],
    [{ related: [log, null] }, ['extra', 'related', 1]],
    [{ related: [[null]] }, ['extra', 'related', 0, 0]],
    [{ corrective: [[{ at: 'x', data: {} }]] }, ['extra', 'corrective', 0, 0]],
    [{ threats: [{ at: 0, of: 'the moon' }] }, ['extra', 'threats', 0]],
    [{ interested: [7] }, ['extra', 'interested', 0]],
    [{ context: [] }, ['extra', 'context']],
    [{ capOverride: 7 }, ['extra', 'capOverride']],
  ])('names the part of %j that is none', (extra, path) => {
    const problems = problemsIn(door(desk as never, log as never, extra as never));
    expect(problems.map((one) => one.path)).toEqual([path]);
  });
});

describe('handleComplaint', () => {
  it.each([null, undefined, 42, [], 'ACCEPT', {}, { type: 'ACCEPT' }])(
    'refuses %j in place of the command',
    (told) => {
      for (const so of [[], log]) {
        const answer = handleComplaint(desk, so as never, told as never);
        expect(answer).toMatchObject({ _tag: 'Left', left: { problems: expect.any(Array) } });
        expect(problemsIn(answer).length).toBeGreaterThan(0);
      }
    },
  );

  it('says of what kind each refusal is', () => {
    const command = tell('WITHDRAW', MONDAY + HOUR, Object({}));
    const kindOf = (at: unknown, of: unknown, extra: unknown) => {
      const answer = handleComplaint(at as never, of as never, command as never, extra as never);
      return answer._tag === 'Left' ? answer.left.kind : 'taken';
    };
    expect(kindOf(null, log, {})).toBe('desk');
    expect(kindOf(desk, null, {})).toBe('history');
    expect(kindOf(desk, log, null)).toBe('data');
  });
});

describe('names that are none', () => {
  it.each([null, 7, [], 'ack'])('%j is no name of a clock', (name) => {
    const problems = problemsIn(explainDuty(desk, log, name as never, MONDAY));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['wrongType', ['clock']]]);
  });

  it.each(['persons', 'keep'])('7 is no list of fields (%s)', (key) => {
    const problems = problemsIn(bundleCase(desk, log, Object({ asOf: MONDAY, [key]: 7 })));
    expect(problems.map(({ path }) => path)).toEqual([['extra', key]]);
  });
});

describe('doors without a desk', () => {
  const readers: readonly (readonly [string, (logs: never) => unknown])[] = [
    ['redressLedger', (logs) => redressLedger(logs)],
    ['primaryOf', (logs) => primaryOf('c1', logs)],
    ['caseGroup', (logs) => caseGroup('c1', logs)],
    ['mergedLog', (logs) => mergedLog('c1', logs)],
  ];

  it.each(readers)('%s names what is no list of logs', (_, read) => {
    const pathOf = (logs: unknown) => problemsIn(read(logs as never)).map(({ path }) => path);
    expect(pathOf(null)).toEqual([['logs']]);
    expect(pathOf(7)).toEqual([['logs']]);
    expect(pathOf([log, null])).toEqual([['logs', 1]]);
    expect(pathOf([log, [null]])).toEqual([['logs', 1, 0]]);
    expect(pathOf([[{ type: 'RECEIVE' }]])).toEqual([['logs', 0, 0]]);
  });

  it.each([null, 7, {}, 'log'])('reports of %j count nothing and say why', (logs) => {
    const options = { asOf: '2026-07-01', packs: [], calendars: {} };
    const half = { from: '2026-01-01', until: '2026-07-01', calendar: compileCalendar(alwaysOpen('UTC')) };
    const { cases, total, rejected } = orThrow(dispReturn(logs as never, half));
    expect([cases, total.received, rejected.map(({ problems }) => problems[0].path)]).toEqual([
      0,
      0,
      [['logs']],
    ]);
    const indicators = orThrow(isoIndicators(logs as never, options));
    expect(indicators.rejected.map(({ problems }) => problems[0].path)).toEqual([['logs']]);
  });

  it.each([
    [null, ['log']],
    [7, ['log']],
    [[null], ['log', 0]],
  ])('a row of %j is none', (told, path) => {
    expect(problemsIn(cfpbRow(told as never)).map((one) => one.path)).toEqual([path]);
  });

  it.each([null, undefined, 7, 'log', {}])(
    'a replay of %j stops before it begins, and says why',
    (events) => {
      const history = replay(desk.workflow, events as never);
      expect(history).toMatchObject({ applied: 0, duplicates: [], rest: [], fault: { index: 0 } });
      expect(history.fault?.problems.map(({ path }) => path)).toEqual([['events']]);
      const { cases, rejected } = replayCases(desk.workflow, events as never);
      expect([cases, rejected.map(({ index }) => index)]).toEqual([[], [0]]);
    },
  );
});
