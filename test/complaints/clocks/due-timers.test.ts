import {
  type CaseClocks,
  cfpbComplaints,
  compileWorkflow,
  complaintWorkflow,
  decide,
  deskClocks,
  dueTimers,
  fcaDisp,
  replay,
  ukPaymentServices,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { logOf, project, received, type Told } from './support.js';

const at = Date.parse;
const desk = deskClocks({ zone: 'Europe/London' });
const opening = received('2026-01-12T10:00:00Z');

function timersIn(projected: CaseClocks) {
  const { due, undated } = dueTimers(projected, complaintWorkflow);
  return {
    due: due.map(({ timer, dueAt, clock }) => [
      timer,
      new Date(dueAt).toISOString(),
      `${clock.pack}/${clock.clock}`,
    ]),
    undated: undated.map(({ timer, because }) => [timer, because]),
  };
}

function timersAfter(asOf: string, told: readonly Told[], packs = [desk]) {
  return timersIn(project(logOf(opening, ...told), { packs, asOf }));
}

/** How the canonical chart comes into each state that waits for a timer, as far as clocks look at it. */
const ways: Readonly<Record<string, readonly Told[]>> = {
  received: [],
  investigating: [['ASSESS', '2026-01-12T12:00:00Z', 'investigating']],
  awaitingCustomer: [
    ['ASK_CUSTOMER', '2026-01-12T12:00:00Z', 'awaitingCustomer', { dueBy: at('2026-01-20T17:00:00Z') }],
  ],
  awaitingThirdParty: [['ASK_THIRD_PARTY', '2026-01-12T12:00:00Z', 'awaitingThirdParty']],
  proposing: [['CONCLUDE', '2026-01-12T12:00:00Z', 'proposing']],
  awaitingApproval: [
    ['PROPOSE', '2026-01-12T12:00:00Z', 'awaitingApproval', { slaDueAt: at('2026-01-13T09:00:00Z') }],
  ],
  decisionReady: [['PROPOSE', '2026-01-12T12:00:00Z', 'decisionReady']],
  offered: [
    [
      'SEND_DECISION',
      '2026-01-12T12:00:00Z',
      'offered',
      { kind: 'final', acceptBy: at('2026-02-12T12:00:00Z') },
    ],
  ],
  escalated: [['DECLINE', '2026-01-12T12:00:00Z', 'escalated']],
  fulfilling: [['ACCEPT', '2026-01-12T12:00:00Z', 'fulfilling']],
  verifying: [['ACCEPT', '2026-01-12T12:00:00Z', 'verifying']],
  resolved: [['SURVEY', '2026-01-12T12:00:00Z', 'resolved']],
  closedFinal: [['DECLINE', '2026-01-12T12:00:00Z', 'closedFinal']],
  withdrawn: [['WITHDRAW', '2026-01-12T12:00:00Z', 'withdrawn']],
  declinedScope: [['ASSESS', '2026-01-12T12:00:00Z', 'declinedScope']],
  external: [['REFER_EXTERNAL', '2026-01-12T12:00:00Z', 'external']],
  externalClosed: [
    ['REFER_EXTERNAL', '2026-01-12T12:00:00Z', 'external'],
    ['EXTERNAL_DECISION', '2026-01-12T13:00:00Z', 'externalClosed'],
  ],
};

const timerStates = [
  ...new Set(
    complaintWorkflow.transitions
      .filter(({ on }) => complaintWorkflow.commands[on]?.kind === 'timer')
      .map(({ from }) => from),
  ),
];

describe('dueTimers', () => {
  it.each(timerStates)("dates every timer of the canonical chart's state %s", (state) => {
    const found = timersAfter('2026-01-13T08:00:00Z', ways[state] ?? []);
    const wanted = complaintWorkflow.transitions
      .filter(({ from, on }) => from === state && complaintWorkflow.commands[on]?.kind === 'timer')
      .map(({ on }) => on);
    const dated = [...found.due.map(([timer]) => timer), ...found.undated.map(([timer]) => timer)];
    expect(dated.toSorted()).toEqual([...new Set(wanted)].toSorted());
    // While the customer or a third party is waited for, the desk's response is paused.
    const paused = state.startsWith('awaitingCustomer') || state.startsWith('awaitingThirdParty');
    expect(found.undated).toEqual(paused ? [['TIMER_RESPONSE', 'paused']] : []);
  });

  it('takes what the event names before what the desk promises', () => {
    expect(timersAfter('2026-01-13', ways['awaitingCustomer'] ?? []).due).toEqual([
      ['TIMER_CUSTOMER_WAIT', '2026-01-20T17:00:00.000Z', 'desk/customerWait'],
    ]);
    expect(timersAfter('2026-01-13', ways['offered'] ?? []).due).toEqual([
      ['TIMER_OFFER', '2026-02-12T12:00:00.000Z', 'desk/offer'],
    ]);
  });

  it('names a timer once, until its clock is due again', () => {
    const dueAt = at('2026-01-15T00:00:00Z');
    expect(timersAfter('2026-01-20', []).due).toEqual([
      ['TIMER_ASSESS', new Date(dueAt).toISOString(), 'desk/assess'],
    ]);
    const fed: Told = ['TIMER_ASSESS', '2026-01-20T09:00:00Z', 'received', { dueAt }];
    // Two business days after it was fed: the next tier.
    expect(timersAfter('2026-01-20T10:00:00Z', [fed]).due).toEqual([
      ['TIMER_ASSESS', '2026-01-23T00:00:00.000Z', 'desk/assess'],
    ]);
    const update: Told = [
      'TIMER_UPDATE',
      '2026-02-01T09:00:00Z',
      'investigating',
      { dueAt: at('2026-01-27T00:00:00Z') },
    ];
    const { due } = timersAfter('2026-02-01T10:00:00Z', [...(ways['investigating'] ?? []), update]);
    expect(due).toEqual([
      ['TIMER_RESPONSE', '2026-02-03T00:00:00.000Z', 'desk/response'],
      ['TIMER_UPDATE', '2026-02-14T00:00:00.000Z', 'desk/update'],
    ]);
  });

  it('gives a customer who was chased the time again', () => {
    const chased: Told = [
      'TIMER_CUSTOMER_WAIT',
      '2026-01-21T09:00:00Z',
      'awaitingCustomer',
      { dueAt: at('2026-01-20T17:00:00Z') },
    ];
    expect(timersAfter('2026-01-21T10:00:00Z', [...(ways['awaitingCustomer'] ?? []), chased]).due).toEqual([
      ['TIMER_CUSTOMER_WAIT', '2026-01-29T00:00:00.000Z', 'desk/customerWait'],
    ]);
  });

  it('waits for corrective action without giving the window to reopen again', () => {
    const over: Told = [
      'TIMER_REOPEN_WINDOW',
      '2026-02-12T09:00:00Z',
      'resolved',
      { dueAt: at('2026-02-12T00:00:00Z') },
    ];
    expect(timersAfter('2026-01-12T12:00:00Z', ways['resolved'] ?? []).due).toEqual([
      ['TIMER_REOPEN_WINDOW', '2026-02-12T00:00:00.000Z', 'desk/reopenWindow'],
    ]);
    expect(timersAfter('2026-02-12T10:00:00Z', [...(ways['resolved'] ?? []), over]).due).toEqual([
      ['TIMER_REOPEN_WINDOW', '2026-03-15T00:00:00.000Z', 'desk/correctiveWait'],
    ]);
  });

  it('lets an open statutory clock alone date the timer that it shares with the desk', () => {
    const told = ways['investigating'] ?? [];
    const response = (packs: Parameters<typeof timersAfter>[2]) =>
      timersAfter('2026-01-13', told, packs).due.filter(([timer]) => timer === 'TIMER_RESPONSE');
    expect(response([desk])).toEqual([['TIMER_RESPONSE', '2026-02-03T00:00:00.000Z', 'desk/response']]);
    expect(response([desk, fcaDisp])).toEqual([
      ['TIMER_RESPONSE', '2026-03-10T00:00:00.000Z', 'uk-fca-disp/ombudsman'],
    ]);
    expect(response([fcaDisp, cfpbComplaints]).map(([, , clock]) => clock)).toEqual([
      'us-cfpb/response',
      'uk-fca-disp/ombudsman',
      'us-cfpb/finalResponse',
    ]);
    // Fed, it is not due again, nor is the desk's in its place.
    const fed: Told = [
      'TIMER_RESPONSE',
      '2026-03-10T08:00:00Z',
      'investigating',
      { dueAt: at('2026-03-10T00:00:00Z') },
    ];
    const after = timersAfter('2026-03-11', [...told, fed], [desk, fcaDisp]);
    expect(after.due.map(([timer]) => timer)).not.toContain('TIMER_RESPONSE');
  });

  it('does not take a timer for fed that was fed before its clock started, however far back that counts', () => {
    const untold: Told = ['TIMER_RESPONSE', '2026-04-01T08:00:00Z', 'investigating', {}];
    const held: Told = ['SEND_UPDATE', '2026-04-02T08:00:00Z', 'investigating', { holding: true }];
    const { due } = timersAfter(
      '2026-04-03',
      [...(ways['investigating'] ?? []), untold, held],
      [ukPaymentServices],
    );
    // 35 business days from receipt have passed already.
    expect(due).toEqual([['TIMER_RESPONSE', '2026-03-03T00:00:00.000Z', 'uk-payment-services/heldResponse']]);
  });

  it('says which timers no clock dates, and why a clock cannot', () => {
    expect(timersAfter('2026-01-13', [], [fcaDisp]).undated).toEqual([['TIMER_ASSESS', 'noClock']]);
    const log = logOf(opening);
    const blind = project(log, { packs: [desk], calendars: {}, asOf: '2026-01-13' });
    expect(dueTimers(blind, compileWorkflow(complaintWorkflow)).undated).toMatchObject([
      { timer: 'TIMER_ASSESS', because: 'problem', problems: [{ code: 'unknownCalendar' }] },
    ]);
  });

  it('hands over commands with every field that the workflow needs, and no other', () => {
    for (const state of timerStates) {
      const log = logOf(opening, ...(ways[state] ?? []));
      const { due } = dueTimers(
        project(log, { packs: [desk], asOf: '2026-01-12T13:00:00Z' }),
        complaintWorkflow,
      );
      for (const { command } of due) {
        const told = Object.keys(command.data);
        const needed = complaintWorkflow.transitions
          .filter(({ from, on }) => from === state && on === command.type)
          .flatMap(({ requires = [] }) => requires);
        expect(told).toEqual(expect.arrayContaining(needed));
        expect(Object.keys(complaintWorkflow.commands[command.type]?.fields ?? {})).toEqual(
          expect.arrayContaining(told),
        );
      }
    }
  });

  it('leaves out what a command of the host’s own chart has no field for', () => {
    const own = compileWorkflow({
      format: 'case-workflow@1',
      name: 'own',
      version: '1',
      title: { en: 'Own', zh: '自定' },
      initial: 'received',
      final: ['over'],
      states: {
        received: { name: { en: 'Received', zh: '已登记' } },
        over: { name: { en: 'Over', zh: '结束' }, closed: true },
      },
      commands: {
        RECEIVE: {
          name: { en: 'Receive', zh: '登记' },
          kind: 'command',
          fields: { receivedAt: { kind: 'instant' } },
        },
        TIMER_ASSESS: { name: { en: 'Late', zh: '超期' }, kind: 'timer', fields: {} },
      },
      opening: { on: 'RECEIVE' },
      facts: {},
      transitions: [{ id: 'late', from: 'received', on: 'TIMER_ASSESS', to: 'over' }],
    });
    const receivedAt = at('2026-01-12T10:00:00Z');
    const opened = decide(own, undefined, {
      type: 'RECEIVE',
      id: 'c1',
      at: receivedAt,
      by: { id: 'ann', role: 'agent' },
      data: { receivedAt },
    });
    if (opened._tag === 'Left') throw new Error('the opening is sound');
    const projected = project(opened.right, { packs: [desk], asOf: '2026-01-20' });
    const [timer] = dueTimers(projected, own).due;
    if (timer === undefined) throw new Error('the assessment is due');
    expect(timer.command.data).toEqual({});
    const clock = projected.clocks.find((one) => one.clock === 'assess');
    expect(clock?.timer).toMatchObject({ kind: 'due', data: { dueAt: timer.dueAt } });
    const fed = { ...timer.command, at: at('2026-01-20T08:00:00Z'), by: { id: 'clock', role: 'system' } };
    expect(decide(own, replay(own, opened.right).case, fed)._tag).toBe('Right');
  });

  it('hands over commands that a typed workflow takes as they are', () => {
    const workflow = compileWorkflow(complaintWorkflow);
    const receivedAt = at('2026-01-12T10:00:00Z');
    const opened = decide(workflow, undefined, {
      type: 'RECEIVE',
      id: 'c1',
      at: receivedAt,
      by: { id: 'ann', role: 'agent' },
      data: {
        receivedAt,
        channel: 'mail',
        complainant: 'Mrs Smith',
        product: 'card',
        incidentAt: receivedAt,
        description: 'charged twice',
        desiredRemedy: 'money back',
      },
    });
    if (opened._tag === 'Left') throw new Error('the opening is sound');
    const log = opened.right;
    const [timer] = dueTimers(project(log, { packs: [desk], asOf: '2026-01-20' }), workflow).due;
    if (timer === undefined) throw new Error('the assessment is due');
    const fed = decide(workflow, replay(workflow, log).case, {
      ...timer.command,
      at: at('2026-01-20T08:00:00Z'),
      by: { id: 'clock', role: 'system' },
    });
    expect(fed).toMatchObject({
      _tag: 'Right',
      right: [{ type: 'TIMER_ASSESS', data: { dueAt: timer.dueAt } }],
    });
  });

  it('gives a timer the same id however often it is asked for', () => {
    const ids = ['2026-01-13', '2026-01-20'].map((asOf) => {
      const [timer] = dueTimers(project(logOf(opening), { packs: [desk], asOf }), complaintWorkflow).due;
      return timer?.command.id;
    });
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toContain('c1/TIMER_ASSESS/desk/assess/1/');
  });
});
