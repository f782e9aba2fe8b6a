/** The time in which the next step is the desk's own. */
import { compileCalendar, englandAndWalesBusinessCalendar, workingTimeBetween } from 'clientele/calendar';
import { deskClocks, explainClock, describe as inWords, nextDuty, orThrow } from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { calendars, clockOf, logOf, project, received, type Told } from '../clocks/support.js';

const at = Date.parse;
const england = compileCalendar(englandAndWalesBusinessCalendar());
const desk = (minutes: number) =>
  deskClocks({
    zone: 'Europe/London',
    limits: { agentWork: { budget: { kind: 'workingMinutes', minutes } } },
  });

/** Monday 9 to 12, Tuesday 11 to 13 and 15 to 16, Wednesday 10 to 12: eight hours. */
const story: readonly Told[] = [
  received('2026-01-12T09:00:00Z'),
  ['ASSESS', '2026-01-12T10:00:00Z', 'investigating'],
  ['ASK_CUSTOMER', '2026-01-12T12:00:00Z', 'awaitingCustomer'],
  ['CUSTOMER_REPLIED', '2026-01-13T11:00:00Z', 'investigating'],
  ['PROPOSE', '2026-01-13T13:00:00Z', 'awaitingApproval'],
  ['APPROVE', '2026-01-13T15:00:00Z', 'decisionReady'],
  ['SEND_DECISION', '2026-01-13T16:00:00Z', 'offered'],
  ['ACCEPT', '2026-01-14T10:00:00Z', 'fulfilling'],
  ['FULFIL', '2026-01-14T12:00:00Z', 'verifying'],
  ['SURVEY', '2026-01-16T10:00:00Z', 'resolved'],
];
const reopened: Told = ['REOPEN', '2026-01-19T09:00:00Z', 'investigating'];

function agentWork(minutes: number, told: readonly Told[], asOf: string) {
  return clockOf(project(logOf(...told), { packs: [desk(minutes)], asOf }), 'agentWork');
}

describe("the agent's own time", () => {
  it('is used up by eight hours of work, wherever the case was in between', () => {
    expect(agentWork(481, story, '2026-01-31').status).toMatchObject({ kind: 'met', marginMs: 60_000 });
    expect(agentWork(480, story, '2026-01-31').status).toEqual({
      kind: 'lapsed',
      at: at('2026-01-14T12:00:00Z'),
    });
  });

  it('is paused with whoever has the next step', () => {
    const standing = (events: number) => agentWork(2400, story.slice(0, events), '2026-01-31').status;
    expect(standing(3)).toEqual({ kind: 'paused', reasons: ['customer'] });
    expect(standing(5)).toEqual({ kind: 'paused', reasons: ['approver'] });
    expect(standing(7)).toEqual({ kind: 'paused', reasons: ['customer'] });
    const asked: Told = ['ASK_THIRD_PARTY', '2026-01-12T12:00:00Z', 'awaitingThirdParty'];
    const referred: Told = ['REFER_EXTERNAL', '2026-01-12T12:00:00Z', 'external'];
    for (const [event, reason] of [
      [asked, 'thirdParty'],
      [referred, 'external'],
    ] as const)
      expect(agentWork(2400, [...story.slice(0, 2), event], '2026-01-31').status).toEqual({
        kind: 'paused',
        reasons: [reason],
      });
  });

  it('goes on where a closed case is reopened', () => {
    const clock = agentWork(600, [...story, reopened], '2026-01-19T09:30:00Z');
    expect(clock.status).toEqual({ kind: 'running', dueAt: at('2026-01-19T11:00:00Z') });
    expect(clock.round).toBe(1);
    expect(clock.pauses.at(-1)).toMatchObject({ reason: 'closed' });
  });

  it('ends with a case that is withdrawn', () => {
    const withdrawn: Told = ['WITHDRAW', '2026-01-12T11:00:00Z', 'withdrawn'];
    expect(agentWork(2400, [...story.slice(0, 2), withdrawn], '2026-01-31').status).toMatchObject({
      kind: 'cancelled',
    });
  });

  it('is no duty: nobody is late by it, and it is no next thing to do', () => {
    const used = project(logOf(...story.slice(0, 2)), { packs: [desk(60)], asOf: '2026-01-12T11:00:00Z' });
    expect(clockOf(used, 'agentWork').status.kind).toBe('lapsed');
    expect(nextDuty(used)?.clock).toBe('ack');
  });

  it('can be measured: its pauses are those of the clock', () => {
    const { anchor, pauses } = agentWork(2400, story, '2026-01-31');
    expect(orThrow(workingTimeBetween(england, anchor, '2026-01-16T10:00:00Z', { pauses }))).toBe(480);
  });

  it('is explained by the hours that count and by who had the case in the others', () => {
    const why = orThrow(
      explainClock(
        logOf(...story.slice(0, 4)),
        { pack: 'desk', clock: 'agentWork' },
        { packs: [desk(240)], calendars, asOf: '2026-01-13T11:30:00Z' },
      ),
    );
    const text = inWords(why, 'en').split('\n');
    expect(text[0]).toBe(
      "The agent's own time: open until 12:00 on 13 January 2026, pauses not counted. Rule: desk 1.",
    );
    expect(text).toContain('Monday 12 January 2026, 09:00 to 12:00: 180 minutes counted.');
    expect(text).toContain('Monday 12 January 2026, 12:00 to 17:00: 300 minutes paused: with the customer.');
    expect(inWords(why, 'zh').split('\n')[0]).toContain('经办人自身用时');
  });
});
