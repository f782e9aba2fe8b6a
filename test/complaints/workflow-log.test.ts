/** Stored logs: what is read, what is refused with its place, and that nothing of them is lost. */
import {
  type CaseEvent,
  type CompiledWorkflow,
  compileWorkflow,
  complaintWorkflow,
  decide,
  evolve,
  describe as inWords,
  orThrow,
  parseCaseEvents,
  replay,
  replayCases,
  runSteps,
  type Workflow,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { frozen } from './frozen.js';

const complaints = compileWorkflow(complaintWorkflow);
/** As a host without a compiler sees it. */
const workflow: Workflow = complaintWorkflow;
const untyped: CompiledWorkflow = compileWorkflow(workflow);
const by = { id: 'anna', role: 'handler' };

const { log, case: known } = runSteps(complaints, [
  {
    command: {
      type: 'RECEIVE',
      id: 'e1',
      caseId: 'c1',
      at: 10,
      by,
      data: {
        receivedAt: 1,
        channel: 'phone',
        complainant: 'k1',
        product: 'room',
        incidentAt: 0,
        description: 'cold',
        desiredRemedy: 'refund',
      },
    },
  },
  {
    command: {
      type: 'MARK_DUPLICATE',
      id: 'e2',
      at: 20,
      by,
      data: { primaryId: 'c0', matchBasis: 'same call', confirmedBy: 'anna' },
    },
    context: { primaryOpen: true, wouldCycle: false },
  },
]);
const stored = (): Record<string, unknown>[] => JSON.parse(JSON.stringify(log));

/** The second event, changed as a table or a hand could. */
const spoilt: readonly (readonly [string, (event: Record<string, unknown>) => unknown, string, string])[] = [
  ['nothing', () => null, 'wrongType', '1'],
  ['a list', () => [], 'wrongType', '1'],
  ['no id', ({ id: _, ...rest }) => rest, 'missing', '1.id'],
  ['a time as text', (one) => ({ ...one, at: '20' }), 'wrongType', '1.at'],
  ['an infinite time', (one) => ({ ...one, at: Number.POSITIVE_INFINITY }), 'wrongType', '1.at'],
  ['nobody who acts', (one) => ({ ...one, by: null }), 'wrongType', '1.by'],
  ['no case', ({ caseId: _, ...rest }) => rest, 'missing', '1.caseId'],
  ['another version', (one) => ({ ...one, workflow: 'complaint@0' }), 'otherWorkflow', '1.workflow'],
  [
    'a transition __proto__',
    (one) => ({ ...one, transition: '__proto__' }),
    'unknownTransition',
    '1.transition',
  ],
  ['another command', (one) => ({ ...one, type: 'WITHDRAW' }), 'otherTransition', '1.type'],
  ['another end', (one) => ({ ...one, to: 'constructor' }), 'otherTransition', '1.to'],
  [
    'a field too few',
    (one) => ({ ...one, data: { primaryId: 'c0', matchBasis: 'x' } }),
    'missing',
    '1.data.confirmedBy',
  ],
  ['a field of another form', (one) => data(one, { primaryId: 7 }), 'wrongType', '1.data.primaryId'],
  ['a field too many', (one) => data(one, { constructor: 1 }), 'unknownKey', '1.data.constructor'],
  [
    'a field __proto__',
    (one) => ({
      ...one,
      data: JSON.parse(JSON.stringify(one['data']).replace('{', '{"__proto__":{"admin":true},')),
    }),
    'unknownKey',
    '1.data.__proto__',
  ],
  [
    'a host that says yes',
    (one) => ({ ...one, context: { primaryOpen: 'yes' } }),
    'wrongFact',
    '1.context.primaryOpen',
  ],
  [
    'a fact that nobody asked for',
    (one) => ({ ...one, context: { capaDone: true } }),
    'unknownKey',
    '1.context.capaDone',
  ],
  ['a context that is a list', (one) => ({ ...one, context: [] }), 'wrongType', '1.context'],
];

function data(event: Record<string, unknown>, change: object): object {
  return { ...event, data: { ...Object(event['data']), ...change } };
}

/** The stored log with its second event changed. */
function withSpoilt(change: (event: Record<string, unknown>) => unknown): readonly CaseEvent[] {
  const [first, second] = stored();
  return JSON.parse('[]').concat([first, change(second ?? {})]);
}

describe('a stored log', () => {
  it('comes back as it went out, with what else its rows carry', () => {
    const rows = stored().map((row) => ({ ...row, tenant: 'north' }));
    const events = orThrow(parseCaseEvents(complaints, frozen(rows)));
    expect(events).toEqual(rows);
    expect(replay(complaints, events).case).toEqual(known);
  });

  it.each(spoilt)(
    'with %s is refused there, by the door, by replay and by evolve alike',
    (_, change, code, path) => {
      const events = withSpoilt(change);
      const parsed = parseCaseEvents(untyped, events);
      const places = parsed._tag === 'Left' ? parsed.left.map((one) => [one.code, one.path.join('.')]) : [];
      expect(places).toContainEqual([code, path]);
      const { fault, applied, rest } = replay(untyped, events);
      expect(fault?.problems.map((one) => [one.code, one.path.join('.')])).toContainEqual([code, path]);
      expect([applied, rest]).toEqual([1, events.slice(1)]);
      const [first, second] = events;
      const before = first === undefined ? undefined : orThrow(evolve(untyped, undefined, first));
      const evolved = second === undefined ? undefined : evolve(untyped, before, second);
      expect(evolved?._tag).toBe(fault === undefined ? 'Right' : 'Left');
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('admin');
    },
  );

  it('says every problem of every event, however many', () => {
    const [first] = stored();
    const many = Array.from({ length: 150_000 }, () => ({ ...first, at: null, revision: 0.5 }));
    const parsed = parseCaseEvents(untyped, many);
    expect(parsed._tag === 'Left' ? parsed.left.length : 0).toBe(150_000);
    expect(parsed._tag === 'Left' && parsed.left.at(-1)?.path).toEqual([149_999, 'at']);
  });

  it.each([0, -1, 1.5, '1', null])('with the revision %s is refused', (revision) => {
    const [first] = stored();
    const parsed = parseCaseEvents(untyped, [{ ...first, revision }]);
    expect(parsed._tag === 'Left' && parsed.left.map(({ path }) => path)).toEqual([[0, 'revision']]);
  });

  it.each([undefined, null, {}, 'log', { length: 2 }])('that is %s is no list', (none) => {
    const parsed = parseCaseEvents(untyped, none);
    expect(parsed._tag === 'Left' && parsed.left[0].path).toEqual([]);
  });

  it('is told in words', () => {
    const parsed = parseCaseEvents(
      untyped,
      withSpoilt((one) => data(one, { primaryId: 7 })),
    );
    const [first] = parsed._tag === 'Left' ? parsed.left : [];
    expect(first && inWords(first, 'zh')).toBe('[1].data.primaryId：应为文本，实际为 7。');
  });
});

describe('an opening without a case', () => {
  it('opens none', () => {
    const [first] = stored();
    const { caseId: _, ...without } = first ?? {};
    const events: readonly CaseEvent[] = JSON.parse(JSON.stringify([without]));
    expect(replay(untyped, events)).toMatchObject({ case: undefined, applied: 0, fault: { index: 0 } });
  });
});

describe('an event id that the case has', () => {
  const [first, second] = stored();

  it.each([
    ['of another case', { caseId: 'c2' }],
    ['in another place', { revision: 9 }],
    ['judged by another version', { workflow: 'complaint@0' }],
  ])('%s is no repetition, after a snapshot either', (_, change) => {
    const event: CaseEvent = JSON.parse(JSON.stringify({ ...second, ...change }));
    expect(known).toBeDefined();
    if (known === undefined) return;
    expect(evolve(untyped, known, event)).toMatchObject({
      _tag: 'Left',
      left: [{ code: 'otherContent', path: ['id'] }],
    });
    const replayed = replay(untyped, [event], known);
    expect(replayed).toMatchObject({
      applied: 0,
      duplicates: [],
      fault: { index: 0, problems: [{ code: 'otherContent' }] },
    });
    expect(replayed.rest).toEqual([event]);
  });

  it('in its place is one', () => {
    expect(known).toBeDefined();
    if (known === undefined) return;
    const again: readonly CaseEvent[] = JSON.parse(JSON.stringify([first, second]));
    expect(replay(untyped, again, known)).toEqual({ case: known, applied: 0, duplicates: [0, 1], rest: [] });
  });
});

describe('what a host brings along', () => {
  it('is kept only as far as a fact can be so', () => {
    const [opening] = log;
    const one = opening === undefined ? undefined : orThrow(evolve(complaints, undefined, opening));
    const investigating = { ...one, state: 'investigating', facts: { ...one?.facts, responseOverdue: true } };
    const command = {
      type: 'REFER_EXTERNAL',
      id: 'e2',
      at: 20,
      by,
      data: { body: 'b', ref: 'r', requestedBy: 'other' },
    };
    const referred = decide(
      untyped,
      Object.assign({}, one, investigating),
      command,
      JSON.parse('{"referralOpen":"yes"}'),
    );
    expect(referred).toMatchObject({ _tag: 'Right', right: [{ to: 'external' }] });
    expect(referred._tag === 'Right' && referred.right[0]).not.toHaveProperty('context');
  });
});

describe('a log of many cases', () => {
  it('keeps what belongs to no case apart, with its place', () => {
    const events: readonly CaseEvent[] = JSON.parse(
      JSON.stringify([null, { id: 'x' }, ...log, { ...log[1], caseId: '' }]),
    );
    const { cases, rejected } = replayCases(untyped, events);
    expect(cases).toEqual([{ caseId: 'c1', case: known, applied: 2, duplicates: [], rest: [] }]);
    expect(
      rejected.map(({ index, problems }) => [index, problems.map(({ code, path }) => [code, ...path])]),
    ).toEqual([
      [0, [['missing', 0, 'caseId']]],
      [1, [['missing', 1, 'caseId']]],
      [4, [['wrongType', 4, 'caseId']]],
    ]);
  });
});
