import { type ClockRule, defineRulePack, type ReopenPolicy, type RulePack } from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { logOf, project, received, type Told } from './support.js';

const at = Date.parse;

function packOf(reopened: ReopenPolicy, more: Partial<ClockRule> = {}) {
  return defineRulePack({
    name: 'promise',
    title: { en: 'Promise', zh: '承诺' },
    zone: 'Europe/London',
    reopenings: [{ event: 'REOPEN' }],
    clocks: [
      {
        clock: 'answer',
        name: { en: 'Answer', zh: '答复' },
        kind: 'duty',
        class: 'contractual',
        starts: [{ event: 'RECEIVE' }],
        meets: [{ event: 'SEND_DECISION' }],
        cancels: [{ enters: 'withdrawn' }],
        // Ten days of 24 hours.
        limit: { budget: { kind: 'elapsedMinutes', minutes: 14_400 } },
        reopened,
        ...more,
      },
    ],
  });
}

const opening = received('2026-01-01T00:00:00Z');
/** Answered after four days, closed after six, reopened on the 21st. */
const answered: Told = ['SEND_DECISION', '2026-01-05T00:00:00Z', 'offered'];
const closed: Told = ['SURVEY', '2026-01-07T00:00:00Z', 'resolved'];
const reopened = (data: Readonly<Record<string, unknown>> = {}): Told => [
  'REOPEN',
  '2026-01-21T00:00:00Z',
  'investigating',
  data,
];

function standing(policy: ReopenPolicy, told: readonly Told[], more: Partial<ClockRule> = {}) {
  const { clocks } = project(logOf(opening, ...told), {
    packs: [packOf(policy, more)],
    asOf: '2026-01-21T00:00:00Z',
  });
  return clocks.map(({ round, status, dueAt }) => [round, status.kind, dueAt]);
}

describe('a case that is answered, closed and reopened', () => {
  const told = [answered, closed, reopened()];

  it('resume: goes on, the time since the answer is a pause', () => {
    expect(standing('resume', told)).toEqual([[1, 'running', at('2026-01-27T00:00:00Z')]]);
  });

  it('restart: a whole new limit', () => {
    expect(standing('restart', told)).toEqual([
      [1, 'met', at('2026-01-11T00:00:00Z')],
      [2, 'running', at('2026-01-31T00:00:00Z')],
    ]);
  });

  it('countClosedTime: late at once, at the old limit', () => {
    expect(standing('countClosedTime', told)).toEqual([[1, 'breached', at('2026-01-11T00:00:00Z')]]);
  });

  it('revive and none: stays met', () => {
    expect(standing('revive', told)).toEqual([[1, 'met', at('2026-01-11T00:00:00Z')]]);
    expect(standing('none', told)).toEqual([[1, 'met', at('2026-01-11T00:00:00Z')]]);
  });

  it.each([
    [{}, [[1, 'running', at('2026-01-27T00:00:00Z')]]],
    [{ clockPolicy: 'resume' }, [[1, 'running', at('2026-01-27T00:00:00Z')]]],
    [
      { clockPolicy: 'restart' },
      [
        [1, 'met', at('2026-01-11T00:00:00Z')],
        [2, 'running', at('2026-01-31T00:00:00Z')],
      ],
    ],
  ])('asTold: as the reopening says, %j', (data, expected) => {
    expect(standing('asTold', [answered, closed, reopened(data)])).toEqual(expected);
  });

  it('fresh: restarts every contractual clock that has a policy, and no statutory one', () => {
    const fresh = [answered, closed, reopened({ clockPolicy: 'fresh' })];
    expect(standing('revive', fresh).map(([, kind]) => kind)).toEqual(['met', 'running']);
    expect(standing('none', fresh).map(([, kind]) => kind)).toEqual(['met']);
    expect(standing('revive', fresh, { class: 'statutory' }).map(([, kind]) => kind)).toEqual(['met']);
  });
});

describe('a case that may be reopened within thirty days', () => {
  const within = (reopened: ClockRule['reopened'], more: Partial<ClockRule> = {}): RulePack =>
    defineRulePack({
      name: 'telecom',
      title: { en: 'Telecom', zh: '电信' },
      zone: 'Asia/Shanghai',
      reopenings: [{ event: 'REOPEN' }],
      clocks: [
        {
          clock: 'solution',
          name: { en: 'Solution', zh: '解决' },
          kind: 'duty',
          class: 'contractual',
          starts: [{ event: 'RECEIVE' }],
          meets: [{ event: 'SOLVED' }],
          limit: { budget: { kind: 'calendarDays', days: 10 } },
          ...(reopened === undefined ? {} : { reopened }),
          reopenWithin: { budget: { kind: 'calendarDays', days: 30 } },
          ...more,
        },
      ],
    });
  const roundsAt = (pack: RulePack, reopenedAt: string) =>
    project(
      logOf(
        received('2026-01-05T10:00:00+08:00'),
        ['SOLVED', '2026-01-08T10:00:00+08:00', 'resolved'],
        ['REOPEN', reopenedAt, 'investigating'],
      ),
      { packs: [pack], asOf: reopenedAt },
    ).clocks.map(({ round, status }) => [round, status.kind]);
  const [inTime, tooLate] = ['2026-02-07T23:59:59+08:00', '2026-02-08T00:00:00+08:00'];

  it('goes on in time, and stays as it was afterwards', () => {
    expect(roundsAt(within('resume'), inTime)).toEqual([[1, 'running']]);
    expect(roundsAt(within('resume'), tooLate)).toEqual([[1, 'met']]);
    expect(roundsAt(within('restart'), inTime)).toEqual([
      [1, 'met'],
      [2, 'running'],
    ]);
    expect(roundsAt(within('restart'), tooLate)).toEqual([[1, 'met']]);
  });

  it('begins anew afterwards where the reopening is among the starts', () => {
    const anew = within('resume', { starts: [{ event: 'RECEIVE' }, { event: 'REOPEN' }] });
    expect(roundsAt(anew, inTime)).toEqual([[1, 'running']]);
    expect(roundsAt(anew, tooLate)).toEqual([
      [1, 'met'],
      [2, 'running'],
    ]);
  });

  it('is not dated where that limit is not known', () => {
    const unknown = within('resume', {
      reopenWithin: { budget: { kind: 'businessDays', days: 20 } },
      calendar: 'mars',
    });
    expect(roundsAt(unknown, inTime)).toEqual([[1, 'undated']]);
  });

  it('has a policy for reopenings in time', () => {
    expect(() => within(undefined)).toThrow('reopened');
    expect(() => within('resume', { reopenWithin: { budget: { kind: 'calendarDays', days: -1 } } })).toThrow(
      'reopenWithin',
    );
  });
});

describe('a case that is withdrawn and reopened', () => {
  const withdrawn: Told = ['WITHDRAW', '2026-01-05T00:00:00Z', 'withdrawn'];

  it('revive: runs on as if it had never been withdrawn', () => {
    const quick: Told = ['REOPEN', '2026-01-08T00:00:00Z', 'investigating'];
    const { clocks } = project(logOf(opening, withdrawn, quick), {
      packs: [packOf('revive')],
      asOf: '2026-01-09',
    });
    expect(clocks.map(({ status }) => status)).toEqual([
      { kind: 'running', dueAt: at('2026-01-11T00:00:00Z') },
    ]);
    expect(standing('revive', [withdrawn, reopened()])).toEqual([
      [1, 'breached', at('2026-01-11T00:00:00Z')],
    ]);
  });

  it('none: stays cancelled', () => {
    expect(standing('none', [withdrawn, reopened()]).map(([, kind]) => kind)).toEqual(['cancelled']);
  });
});

describe('a case that is closed unanswered and reopened', () => {
  it('resume: the time in the state that it leaves is a pause', () => {
    const declined: Told = ['ASSESS', '2026-01-05T00:00:00Z', 'declinedScope'];
    const stays: Told = ['NOTE', '2026-01-06T00:00:00Z', 'declinedScope'];
    expect(standing('resume', [declined, stays, reopened()])).toEqual([
      [1, 'running', at('2026-01-27T00:00:00Z')],
    ]);
  });

  it('restart: the old round is over', () => {
    const declined: Told = ['ASSESS', '2026-01-05T00:00:00Z', 'declinedScope'];
    const quick: Told = ['REOPEN', '2026-01-08T00:00:00Z', 'investigating'];
    const { clocks } = project(logOf(opening, declined, quick), {
      packs: [packOf('restart')],
      asOf: '2026-01-09',
    });
    expect(clocks.map(({ status }) => status.kind)).toEqual(['cancelled', 'running']);
  });
});
