import {
  checkRulePacks,
  complaintWorkflow,
  deskClocks,
  dueTimers,
  fcaDisp,
  type RulePack,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { calendars, logOf, project, received, type Told } from './support.js';

const desk = deskClocks({ zone: 'Europe/London' });
const opening = received('2026-04-02T09:00:00Z');
const final: Told = ['SEND_DECISION', '2026-04-20T09:00:00Z', 'offered', { kind: 'final' }];
const resolved: readonly Told[] = [
  ['ACCEPT', '2026-04-21T09:00:00Z', 'verifying'],
  ['SURVEY', '2026-04-22T09:00:00Z', 'resolved'],
];

function archiving(asOf: string, packs: readonly RulePack[], ...more: readonly Told[]) {
  const { due, undated } = dueTimers(
    project(logOf(opening, final, ...resolved, ...more), { packs, asOf }),
    complaintWorkflow,
  );
  return {
    due: due.map(({ timer, dueAt, clock, command }) => {
      const data: Readonly<Record<string, unknown>> = command.data;
      const { dueAt: told, retentionUntil } = data;
      const kept = typeof retentionUntil === 'number' ? new Date(retentionUntil).toISOString() : undefined;
      const agrees = command.id.split('/').at(-1) === String(dueAt) && told === dueAt;
      return [timer, new Date(dueAt).toISOString(), `${clock.pack}/${clock.clock}`, agrees, kept];
    }),
    undated: undated.map(({ timer, because, problems }) => [timer, because, problems.length]),
  };
}

/** Six months from 20 April end with 20 October, British Summer Time; 36 months more are kept. */
const HELD = [
  'TIMER_REOPEN_WINDOW',
  '2026-10-20T23:00:00.000Z',
  'desk/reopenWindow',
  true,
  '2029-10-21T23:00:00.000Z',
];

describe('a timer that a window holds', () => {
  it('archives a resolved case only after the time to go to the ombudsman, the same before and after it has passed', () => {
    expect(archiving('2026-05-01', [desk]).due[0]?.[1]).toBe('2026-05-22T23:00:00.000Z');
    for (const asOf of ['2026-05-01', '2026-07-01', '2026-10-20', '2026-12-01'])
      expect(archiving(asOf, [fcaDisp, desk]), asOf).toEqual({ due: [HELD], undated: [] });
  });

  it('says what holds it; the clock itself ends when it ends', () => {
    const { clocks } = project(logOf(opening, final, ...resolved), {
      packs: [fcaDisp, desk],
      asOf: '2026-07-01',
    });
    const window = clocks.find(({ clock }) => clock === 'reopenWindow');
    expect(window?.status).toEqual({ kind: 'lapsed', at: Date.parse('2026-05-22T23:00:00Z') });
    expect(window?.timer?.heldBy).toEqual({ pack: 'uk-fca-disp', clock: 'referral', round: 1 });
  });

  it('is let go once the window is used, and is not due again once it was fed', () => {
    const back: Told = ['SETTLE', '2026-06-01T09:00:00Z', 'resolved'];
    const referred: Told = ['REFER_EXTERNAL', '2026-05-10T09:00:00Z', 'external'];
    expect(archiving('2026-07-01', [fcaDisp, desk], referred, back).due[0]?.[1]).toBe(
      '2026-07-01T23:00:00.000Z',
    );
    const dueAt = Date.parse('2026-10-20T23:00:00Z');
    const fed: Told = ['TIMER_REOPEN_WINDOW', '2026-10-21T09:00:00Z', 'resolved', { dueAt }];
    const again = archiving('2026-10-22', [fcaDisp, desk], fed).due;
    expect(again.map(([, at, clock]) => [at, clock])).toEqual([
      ['2026-11-21T00:00:00.000Z', 'desk/correctiveWait'],
    ]);
  });

  it('waits where the end of the window cannot be known', () => {
    const untilSaid: RulePack = {
      ...fcaDisp,
      clocks: fcaDisp.clocks.map((rule) =>
        rule.clock === 'referral' ? { ...rule, limit: { untilField: 'referUntil' } } : rule,
      ),
    };
    expect(archiving('2026-07-01', [untilSaid, desk])).toEqual({
      due: [],
      undated: [['TIMER_REOPEN_WINDOW', 'problem', 1]],
    });
  });

  it('is a timer of the workflow, or a problem', () => {
    const wrong = {
      ...fcaDisp,
      clocks: fcaDisp.clocks.map((rule) => (rule.holds === undefined ? rule : { ...rule, holds: ['NO'] })),
    };
    expect(
      checkRulePacks([wrong, desk], { workflow: complaintWorkflow, calendars }).map(({ code, path }) => [
        code,
        path.join('.'),
      ]),
    ).toEqual([['unknownEvent', 'packs.0.clocks.3.holds.0']]);
  });
});

describe('a moment within another clock', () => {
  const packWith = (within: string): RulePack => ({
    ...fcaDisp,
    clocks: fcaDisp.clocks.map((rule) => ({ ...rule, meets: [{ event: 'ACCEPT', within }] })),
  });

  it('names a clock of the pack, and never itself', () => {
    const places = (within: string) =>
      checkRulePacks([packWith(within)]).map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(places('nobody')).toContain('unknownClock packs.0.clocks.1.meets.0.within');
    expect(places('summary')).toEqual(['circle packs.0.clocks.0.meets.0.within']);
  });

  it('is the same where the other clock has to be met', () => {
    const places = (onceMet: string) =>
      checkRulePacks([
        {
          ...fcaDisp,
          clocks: fcaDisp.clocks.map((rule) => ({ ...rule, meets: [{ event: 'ACCEPT', onceMet }] })),
        },
      ]).map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(places('nobody')).toContain('unknownClock packs.0.clocks.1.meets.0.onceMet');
    expect(places('summary')).toEqual(['circle packs.0.clocks.0.meets.0.onceMet']);
  });
});

describe('a calendar that is not compiled', () => {
  it('is a problem of the clocks that need it', () => {
    const raw = JSON.parse(JSON.stringify(calendars['uk']?.calendar ?? {}));
    const { clocks } = project(logOf(opening), {
      packs: [fcaDisp],
      calendars: { uk: raw },
      asOf: '2026-04-03',
    });
    expect(clocks.find(({ clock }) => clock === 'summary')?.status).toMatchObject({
      kind: 'undated',
      problems: [{ code: 'notCompiled', path: ['calendars', 'uk'] }],
    });
  });
});
