/** Every command of the complaint workflow in every state: incomplete, malformed, or not legal there. */
import {
  type CaseCommand,
  type CaseSnapshot,
  type CompiledWorkflow,
  compileWorkflow,
  complaintWorkflow,
  decide,
  defineWorkflow,
  type FactContext,
  describe as inWords,
  type Workflow,
} from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesIn, contexts, dataFor } from './arbitrary-workflows.js';
import { frozen } from './frozen.js';

const workflow: Workflow = complaintWorkflow;
const complaints: CompiledWorkflow = compileWorkflow(workflow);

interface Taken {
  readonly current: CaseSnapshot | undefined;
  readonly command: CaseCommand;
  readonly context: FactContext;
}

/** A case and a command that takes one transition, found by trying. */
function taken(transition: string, from: string | null, on: string, needs: readonly string[]): Taken {
  const declaration = workflow.commands[on];
  if (declaration === undefined) throw new Error(`no command ${on}`);
  const role = declaration.by?.[0] ?? 'handler';
  const tries = fc.record({
    current: from === null ? fc.constant(undefined) : casesIn(complaints, from),
    data: dataFor(declaration, needs),
    context: contexts(workflow),
  });
  for (let seed = 1; seed <= 200; seed += 1) {
    for (const { current, data, context } of fc.sample(tries, { numRuns: 10, seed })) {
      const command = { type: on, id: 'now', at: 10, by: { id: 'anna', role }, data };
      const events = decide(complaints, current, command, context);
      if (events._tag === 'Right' && events.right[0]?.transition === transition) {
        return frozen({ current, command, context });
      }
    }
  }
  throw new Error(`nothing takes ${transition}`);
}

const ways = [{ id: 'opening', from: null, ...workflow.opening }, ...workflow.transitions].map(
  ({ id, from, on, requires = [] }) => ({ id, from, on, needs: requires, roles: workflow.commands[on]?.by }),
);

describe('every transition of the complaint workflow', () => {
  it.each(ways)('$id: needs $needs, each of them, in its form', ({ id, from, on, needs }) => {
    const { current, command, context } = taken(id, from, on, needs);
    const before = JSON.stringify(current);
    for (const field of needs) {
      const { [field]: _, ...data } = command.data;
      const without = decide(complaints, current, { ...command, data }, context);
      expect(without).toMatchObject({ _tag: 'Left', left: { kind: 'data', command: on, state: from } });
      if (without._tag === 'Right') continue;
      expect(without.left.problems).toContainEqual(
        expect.objectContaining({ code: 'missing', path: ['data', field] }),
      );
      expect(without.left.ways.find(({ transition }) => transition === id)?.missing).toEqual([field]);
      const label = workflow.commands[on]?.fields[field]?.name?.en;
      expect(label).toBeDefined();
      expect(without.left.statements.map(({ values }) => JSON.stringify(values)).join()).toContain(label);
    }
    for (const field of Object.keys(workflow.commands[on]?.fields ?? {})) {
      for (const odd of [null, Number.NaN, -0, Symbol('odd'), { a: 1 }, Number.POSITIVE_INFINITY]) {
        const malformed = decide(
          complaints,
          current,
          { ...command, data: { ...command.data, [field]: odd } },
          context,
        );
        expect(malformed).toMatchObject({ _tag: 'Left', left: { kind: 'data' } });
        if (malformed._tag === 'Right') continue;
        expect(malformed.left.problems.map(({ path }) => path)).toContainEqual(['data', field]);
      }
    }
    expect(JSON.stringify(current)).toBe(before);
  });

  it.each(ways.filter(({ roles }) => roles !== undefined))(
    '$id: is for its roles only',
    ({ id, from, on, needs, roles }) => {
      const { current, command, context } = taken(id, from, on, needs);
      const refused = decide(complaints, current, { ...command, by: { id: 'otto', role: 'guest' } }, context);
      expect(refused).toMatchObject({
        _tag: 'Left',
        left: {
          kind: 'notAllowed',
          problems: [{ path: ['by', 'role'], expected: { kind: 'oneOf', values: roles } }],
        },
      });
    },
  );
});

describe('a case that a database does not have', () => {
  it('is opened where null is handed over', () => {
    const { command, context } = taken('opening', null, workflow.opening.on, workflow.opening.requires ?? []);
    const none = JSON.parse('null');
    expect(decide(complaints, none, command, context)).toEqual(
      decide(complaints, undefined, command, context),
    );
    expect(decide(complaints, none, { ...command, type: 'ASSESS' })).toMatchObject({ _tag: 'Left' });
  });
});

describe('a command where it is not legal', () => {
  const states = Object.keys(workflow.states);

  it.each(states)('%s: every other command is refused with the legal ones listed', (state) => {
    const [current] = fc.sample(casesIn(complaints, state), { numRuns: 1, seed: 7 }).map(frozen);
    const leaving = workflow.transitions.filter(({ from }) => from === state).map(({ on }) => on);
    const legal = Object.keys(workflow.commands).filter((type) => leaving.includes(type));
    for (const type of [...Object.keys(workflow.commands), 'constructor', '__proto__', 'NOTHING']) {
      if (legal.includes(type)) continue;
      const command = { type, id: 'now', at: 10, by: { id: 'anna', role: 'handler' }, data: {} };
      const refused = decide(complaints, current, command);
      expect(refused).toMatchObject({ _tag: 'Left', left: { kind: 'notLegalHere', state, command: type } });
      if (refused._tag === 'Left') expect(refused.left.legal).toEqual(legal);
    }
  });

  it('before there is a case everything but the opening is refused', () => {
    for (const type of Object.keys(workflow.commands).filter((one) => one !== 'RECEIVE')) {
      const command = { type, id: 'now', at: 10, by: { id: 'anna', role: 'handler' }, data: {} };
      expect(decide(complaints, undefined, command)).toMatchObject({
        _tag: 'Left',
        left: { kind: 'notLegalHere', state: null, legal: ['RECEIVE'] },
      });
    }
  });
});

describe('a command that is none', () => {
  const [current] = fc.sample(casesIn(complaints, 'offered'), { numRuns: 1, seed: 7 }).map(frozen);
  const whole = {
    type: 'DECLINE',
    id: 'now',
    at: 10,
    by: { id: 'anna', role: 'handler' },
    data: { reason: 'too little', whatWouldSatisfy: 'more' },
  };

  it.each<[string, object, readonly (string | number)[]]>([
    ['no id', { id: '' }, ['id']],
    ['a time that is no number', { at: '10' }, ['at']],
    ['a time of NaN', { at: Number.NaN }, ['at']],
    ['a time with a fraction', { at: 10.5 }, ['at']],
    ['nobody who acts', { by: undefined }, ['by']],
    ['an actor without a role', { by: { id: 'anna' } }, ['by', 'role']],
    ['data that is a list', { data: [] }, ['data']],
    ['no data', { data: null }, ['data']],
    ['a field that nobody knows', { data: { ...whole.data, constructor: 1 } }, ['data', 'constructor']],
    [
      'a field named __proto__',
      { data: JSON.parse('{"reason":"r","whatWouldSatisfy":"w","__proto__":{}}') },
      ['data', '__proto__'],
    ],
    ['a blank reason', { data: { ...whole.data, reason: ' ' } }, ['data', 'reason']],
  ])('%s', (_, change, path) => {
    // As a host without a compiler could write it.
    const command: CaseCommand = Object.assign({}, whole, change);
    const refused = decide(complaints, current, command);
    expect(refused).toMatchObject({ _tag: 'Left', left: { kind: 'data' } });
    if (refused._tag === 'Left') expect(refused.left.problems.map((one) => one.path)).toContainEqual(path);
  });

  it('for another case, of another workflow, or before the last event', () => {
    const order = (one: CaseSnapshot | undefined, change: object) => {
      const refused = decide(complaints, one, Object.assign({}, whole, change));
      return refused._tag === 'Left'
        ? [refused.left.kind, ...refused.left.problems.map(({ code }) => code)]
        : [];
    };
    expect(order(current, { caseId: 'another' })).toEqual(['order', 'otherCase']);
    expect(order(current && { ...current, workflow: 'complaint@0' }, {})).toEqual(['order', 'otherWorkflow']);
    expect(order(current, { at: 2 })).toEqual(['order', 'earlier']);
    expect(order(current, { at: 3 })).toEqual([]);
  });

  it('is passed over where the case has its id', () => {
    expect(decide(complaints, current, { ...whole, id: 'two' })).toEqual({ _tag: 'Right', right: [] });
  });
});

describe('what a command tells', () => {
  const [current] = fc.sample(casesIn(complaints, 'external'), { numRuns: 1, seed: 7 }).map(frozen);
  const by = { id: 'anna', role: 'handler' };
  const settle = (...ids: readonly string[]) =>
    decide(complaints, current, {
      type: 'SETTLE',
      id: 'now',
      at: 10,
      by,
      data: { terms: 't', remedies: ids.map((id) => ({ id, kind: 'refund', basis: 'b' })) },
    });

  it('cannot promise two remedies under one id', () => {
    expect(settle('r1', 'r2')).toMatchObject({ _tag: 'Right' });
    const refused = settle('r1', 'r2', 'r1');
    expect(refused).toMatchObject({
      _tag: 'Left',
      left: { kind: 'data', problems: [{ code: 'repeated', path: ['data', 'remedies', 2, 'id'] }] },
    });
    if (refused._tag === 'Right') return;
    expect(inWords(refused.left, 'en')).toBe(
      'remedies, no. 3, id of a remedy: expected an id of a remedy not used before, found "r1".',
    );
    expect(inWords(refused.left, 'zh')).toBe(
      '补救措施、第 3 项、补救编号：应为未使用过的补救编号，实际为 "r1"。',
    );
  });

  it.each([
    ['RECEIVE', 'receivedAt'],
    ['RECEIVE', 'incidentAt'],
    ['RECEIVE', 'awareAt'],
    ['ASSESS', 'noticeSentAt'],
    ['CUSTOMER_REPLIED', 'receivedAt'],
    ['FORWARD', 'letterAt'],
    ['ACCEPT', 'acceptedAt'],
    ['ACCEPT_LATE', 'acceptedAt'],
    ['FULFIL', 'paidAt'],
  ])('%s: %s is not in the future', (type, field) => {
    const way = [{ from: null, ...workflow.opening }, ...workflow.transitions].find(({ on }) => on === type);
    const from = way?.from ?? null;
    const [one] = from === null ? [undefined] : fc.sample(casesIn(complaints, from), { numRuns: 1, seed: 7 });
    const at = Date.UTC(2026, 3, 1);
    const told = (value: number) => {
      const answer = decide(complaints, one, { type, id: 'now', at, by, data: { [field]: value } });
      const problems = answer._tag === 'Left' ? answer.left.problems : [];
      return problems.filter(({ path }) => path[1] === field);
    };
    expect(told(at)).toEqual([]);
    expect(told(at + 1)).toEqual([
      {
        code: 'afterEvent',
        path: ['data', field],
        expected: { kind: 'notAfter', instant: '2026-04-01T00:00:00.000Z' },
        found: '2026-04-01T00:00:00.001Z',
      },
    ]);
  });

  it('RECEIVE: a contract ends on a day that exists, which may lie ahead', () => {
    const told = (contractEndsOn: unknown) => {
      const data = { contractEndsOn };
      const answer = decide(complaints, undefined, { type: 'RECEIVE', id: 'now', at: 0, by, data });
      const problems = answer._tag === 'Left' ? answer.left.problems : [];
      return problems.filter(({ path }) => path[1] === 'contractEndsOn').map((one) => inWords(one, 'en'));
    };
    const place = 'data.contractEndsOn: expected text written as yyyy-MM-dd, found';
    expect(told('2026-12-31')).toEqual([]);
    expect(told('2026-02-30')).toEqual([`${place} "2026-02-30".`]);
    expect(told(0)).toEqual([`${place} 0.`]);
  });
});

describe('a fact of the host', () => {
  it('is asked for by name where it decides, and not where it does not', () => {
    const [current] = fc.sample(casesIn(complaints, 'decisionReady'), { numRuns: 1, seed: 7 }).map(frozen);
    const data = { kind: 'final', decision: 'no', reasons: 'r', referralRights: 'r', acceptBy: 20 };
    const command = { type: 'SEND_DECISION', id: 'now', at: 10, by: { id: 'anna', role: 'handler' }, data };
    expect(decide(complaints, current, command)).toMatchObject({
      _tag: 'Left',
      left: { kind: 'context', problems: [{ code: 'missing', path: ['context', 'lettersComplete'] }] },
    });
    // As JavaScript could bring it.
    const wrong: FactContext = JSON.parse('{"lettersComplete":"yes"}');
    expect(decide(complaints, current, command, wrong)).toMatchObject({
      _tag: 'Left',
      left: { kind: 'context', problems: [{ code: 'wrongFact', path: ['context', 'lettersComplete'] }] },
    });
    expect(decide(complaints, current, command, { lettersComplete: true, capaDone: false })).toMatchObject({
      _tag: 'Right',
      right: [{ to: 'offered', context: { lettersComplete: true } }],
    });
    const reopening = {
      ...command,
      type: 'REOPEN',
      data: { requestedBy: 'complainant', reason: 'r', newEvidence: ['photo'], clockPolicy: 'resume' },
    };
    const [resolved] = fc.sample(casesIn(complaints, 'resolved'), { numRuns: 1, seed: 7 });
    expect(decide(complaints, resolved, reopening)).toMatchObject({ _tag: 'Right' });
  });
});

describe('a definition', () => {
  it('stays what it was', () => {
    expect(() => defineWorkflow(frozen(structuredClone(workflow)))).not.toThrow();
  });
});
