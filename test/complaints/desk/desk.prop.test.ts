/** Laws of the desk over virtual time: random scripts of commands, with timers fed on time or late. */
import {
  type ComplaintEvent,
  type ComplaintView,
  type DeskTimer,
  handleComplaint,
  orThrow,
  replay,
  viewComplaint,
} from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  assessment,
  boss,
  conclusion,
  DAY,
  decision,
  desk,
  HOUR,
  MONDAY,
  opened,
  proposal,
  type Told,
  tell,
  told,
} from './support.js';

type Log = readonly ComplaintEvent[];

/** Commands of people for any state; which of them is taken is for the desk to say. */
function commandsAt(at: number, n: number): readonly Told[] {
  const other = { id: `p${n}`, role: 'handler' };
  return [
    tell('ACKNOWLEDGE', at, {
      channel: 'mail',
      handler: 'ann',
      nextUpdateBy: at + 9 * DAY,
      statementOfTimeLimits: 's',
    }),
    tell('ASSESS', at, { ...assessment, impact: n % 3 === 0 ? 'systemic' : 'one' }),
    tell('ASSESS', at, { ...assessment, resolvableNow: true }),
    tell('ASSESS', at, {
      ...assessment,
      inScope: false,
      reasonCode: 'r',
      signpostedBody: 'b',
      noticeSentAt: at,
    }),
    tell('WITHDRAW', at, { requestedBy: 'complainant', reason: 'r', evidenceOfWithdrawal: 'e' }),
    tell('ASK_CUSTOMER', at, { questions: ['q'], dueBy: at + 3 * DAY, channel: 'mail' }),
    tell('CUSTOMER_REPLIED', at, { content: 'c', receivedAt: at }),
    tell('ASK_THIRD_PARTY', at, { party: 'p', purpose: 'p' }),
    tell('CONCLUDE', at, conclusion),
    tell('PROPOSE', at, proposal((n % 7) * 1000, { slaDueAt: at + DAY })),
    tell('APPROVE', at, { approver: boss.id, conditions: [] }, boss),
    tell('SEND_DECISION', at, { ...decision, acceptBy: at + 20 * DAY }),
    tell('ACCEPT', at, { acceptedAt: at, form: 'oral' }),
    tell('DECLINE', at, { reason: 'r', whatWouldSatisfy: 'w' }),
    tell('CHANGE_PERSON', at, { newOwner: other.id, tier: 1, handover: 'h' }),
    tell('CHANGE_PLACE', at, { placeOrChannel: 'visit' }),
    tell('FULFIL', at, { remedyId: 'r1', proof: 'p', amountPaid: 1000, paidAt: at }),
    tell('SURVEY', at, {
      overall: (n % 5) + 1,
      distributive: 3,
      procedural: 3,
      interactional: 3,
      verbatim: '',
    }),
    tell('REOPEN', at, {
      requestedBy: 'complainant',
      reason: 'r',
      newEvidence: ['e'],
      clockPolicy: 'restart',
    }),
    tell('REFER_EXTERNAL', at, { body: 'b', ref: 'r', requestedBy: 'complainant' }),
    tell('EXTERNAL_DECISION', at, { remedyDue: false, outcome: 'o' }),
  ];
}

const step = fc.record({
  /** Which of the commands that are taken; or a timer. */
  pick: fc.nat(1000),
  hours: fc.integer({ min: 1, max: 200 }),
  timer: fc.boolean(),
  lateDays: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const NO_TIMER = new Error('a case that nothing can go on');

/** What became of a case: every answer on the way. */
function played(steps: readonly Step[]): readonly Answer[] {
  const answers = [told([], opened('c1'))];
  for (const one of steps) {
    const now = answers.at(-1);
    if (now === undefined || now.case.state === 'archived') break;
    const next = one.timer ? fired(now, one.lateDays) : spoken(now, one);
    if (next !== undefined) answers.push(next);
  }
  return answers;
}

/** The first timer that is due, fed so many days late. */
function fired({ log, timers, case: { at } }: Answer, lateDays: number): Answer | undefined {
  const [first] = timers;
  return first && told(log, { ...first, firedAt: Math.max(first.dueAt, at) + lateDays * DAY });
}

function spoken({ log, legal, case: { at } }: Answer, { pick, hours }: Step): Answer | undefined {
  const taken = possible(legal, at + hours * HOUR, pick).flatMap((command) => {
    const answer = handleComplaint(desk, log, command);
    return answer._tag === 'Right' ? [answer.right] : [];
  });
  return taken[pick % Math.max(taken.length, 1)];
}

/** Those of the commands that exist in the present state. */
function possible(legal: Answer['legal'], at: number, n: number): readonly Told[] {
  return commandsAt(at, n).filter((one) => 'type' in one && legal.some(({ type }) => type === one.type));
}

/** Timers alone, one after the other, until the archive. */
function archivedFrom(answer: Answer): Answer {
  let now = answer;
  for (let i = 0; i < 60 && now.case.state !== 'archived'; i += 1) {
    const next = onward(now);
    if (next === undefined) throw NO_TIMER;
    now = next;
  }
  return now;
}

function onward(now: Answer): Answer | undefined {
  const [timer] = now.timers;
  const at = now.case.at + HOUR;
  const wanted = DUTY[now.case.state];
  const command =
    wanted === undefined ? undefined : commandsAt(at, 3).find((one) => 'type' in one && one.type === wanted);
  const by = command && handleComplaint(desk, now.log, command);
  if (by?._tag === 'Right') return by.right;
  return (
    timer && told(now.log, { ...timer, firedAt: Math.max(timer.dueAt, now.case.at) }, corrected(now.log))
  );
}

const DUTY: Readonly<Record<string, string>> = {
  received: 'ASSESS',
  investigating: 'CONCLUDE',
  proposing: 'PROPOSE',
  awaitingApproval: 'APPROVE',
  decisionReady: 'SEND_DECISION',
  fulfilling: 'FULFIL',
  external: 'EXTERNAL_DECISION',
};

/** The corrective action of a case, done. */
function corrected(log: Log) {
  const event = {
    id: 'a1',
    at: MONDAY,
    by: boss,
    caseId: 'a1',
    revision: 1,
    workflow: 'corrective-action@1',
  };
  const data = { cases: [log[0]?.caseId ?? ''], hypothesis: 'h' };
  return {
    corrective: [[{ ...event, type: 'SUSPECT', data, transition: 'opening', from: null, to: 'done' }]],
  };
}

const steps = fc.array(step, { maxLength: 14 });

describe('over virtual time', () => {
  it('no case is stuck: something can be told or a timer is running', () => {
    fc.assert(
      fc.property(steps, (some) => {
        for (const { case: now, timers, legal } of played(some)) {
          if (now.state === 'archived') continue;
          expect(legal.length).toBeGreaterThan(0);
          if (desk.setup.workflow.states[now.state]?.waitsFor !== undefined)
            expect(timers.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('every case can be archived', () => {
    fc.assert(
      fc.property(steps, (some) => {
        const last = played(some).at(-1);
        if (last === undefined) throw NO_TIMER;
        expect(archivedFrom(last).case.state).toBe('archived');
      }),
      { numRuns: 12 },
    );
  });

  it('a timer that is told late gives the breach at the same instant', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 60 }), (some, days) => {
        const now = played(some).at(-1);
        const timer = now?.timers[0];
        if (now === undefined || timer === undefined) return;
        const onTime = Math.max(timer.dueAt, now.case.at);
        const [soon, late] = [onTime, onTime + days * DAY].map((firedAt) =>
          told(now.log, { ...timer, firedAt }),
        );
        expect(breachOf(late, timer)).toEqual(breachOf(soon, timer));
        expect(late?.case.state).toBe(soon?.case.state);
      }),
      { numRuns: 12 },
    );
  });

  it('what is told twice changes nothing, and any prefix of the log replays to where the case was', () => {
    fc.assert(
      fc.property(steps, (some) => {
        const answers = played(some);
        const last = answers.at(-1);
        for (const { log, case: now } of answers) {
          const length = log.length;
          expect(last?.log.slice(0, length)).toEqual(log);
          expect(replay(desk.workflow, log).case).toEqual(now);
          const newest = log.at(-1);
          if (newest === undefined) continue;
          const again = handleComplaint(desk, log, newest as Told);
          expect(again).toMatchObject({ right: { events: [], log } });
          const doubled: ComplaintView = orThrow(viewComplaint(desk, [...log, newest], now.at));
          expect(doubled.case).toEqual(now);
        }
      }),
      { numRuns: 12 },
    );
  });
});

function breachOf(answer: Answer | undefined, { clock: { pack, clock, round } }: DeskTimer) {
  const found = answer?.clocks.clocks.find(
    (one) => one.pack === pack && one.clock === clock && one.round === round,
  );
  const { status } = found ?? {};
  return {
    dueAt: found?.dueAt,
    at: status !== undefined && 'at' in status && status.kind !== 'cancelled' ? status.at : 0,
  };
}
