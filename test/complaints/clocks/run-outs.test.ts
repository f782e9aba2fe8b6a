import {
  checkRulePacks,
  defineRulePack,
  explainClock,
  describe as inWords,
  orThrow,
  projectClocks,
  type RulePack,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { calendars, clockOf, logOf, project, received, type Told } from './support.js';

const at = Date.parse;
const opening = received('2026-01-05T08:00:00Z');

/** Ten hours to answer; when they have run out, two to apologise; when these have, one for the manager to call. */
const pack: RulePack = defineRulePack({
  name: 'chain',
  title: { en: 'Chain', zh: '接续' },
  zone: 'Europe/London',
  clocks: [
    {
      clock: 'call',
      name: { en: 'Call of the manager', zh: '主管回电' },
      kind: 'duty',
      class: 'contractual',
      starts: [{ runsOut: 'apology' }],
      meets: [{ event: 'CALLED' }],
      limit: { budget: { kind: 'elapsedMinutes', minutes: 60 } },
    },
    {
      clock: 'answer',
      name: { en: 'Answer', zh: '答复' },
      kind: 'duty',
      class: 'contractual',
      starts: [{ event: 'RECEIVE' }],
      meets: [{ event: 'SEND_DECISION', at: { data: 'sentAt' } }],
      limit: { budget: { kind: 'elapsedMinutes', minutes: 600 } },
    },
    {
      clock: 'apology',
      name: { en: 'Apology', zh: '致歉' },
      kind: 'duty',
      class: 'contractual',
      starts: [{ runsOut: 'answer' }],
      meets: [{ event: 'APOLOGISE' }],
      limit: { budget: { kind: 'elapsedMinutes', minutes: 120 } },
      timer: 'TIMER',
    },
  ],
});

const chain = (asOf: string, ...told: readonly Told[]) =>
  project(logOf(opening, ...told), { packs: [pack], asOf }).clocks.map(({ clock, status }) => [
    clock,
    status.kind,
  ]);

describe('a clock that starts where another runs out', () => {
  it('starts at the limit, though nothing in the log says so', () => {
    expect(chain('2026-01-05T17:59:59Z')).toEqual([['answer', 'running']]);
    expect(chain('2026-01-05T18:00:00Z')).toEqual([
      ['answer', 'breached'],
      ['apology', 'running'],
    ]);
    expect(chain('2026-01-05T20:00:00Z')).toEqual([
      ['answer', 'breached'],
      ['apology', 'breached'],
      ['call', 'running'],
    ]);
    const { clocks } = project(logOf(opening), { packs: [pack], asOf: '2026-01-05T19:00:00Z' });
    const apology = clockOf({ clocks } as never, 'apology');
    expect(apology.anchor).toBe(at('2026-01-05T18:00:00Z'));
    expect(apology.timer).toMatchObject({ kind: 'due', dueAt: at('2026-01-05T20:00:00Z') });
  });

  it('does not start where the other is met before its limit, even where that is told afterwards', () => {
    const answered = (sentAt: string): Told => [
      'SEND_DECISION',
      '2026-01-05T19:00:00Z',
      'offered',
      { sentAt: at(sentAt) },
    ];
    expect(chain('2026-01-05T18:30:00Z')).toContainEqual(['apology', 'running']);
    expect(chain('2026-01-06', answered('2026-01-05T17:59:59Z'))).toEqual([['answer', 'met']]);
    expect(chain('2026-01-05T19:30:00Z', answered('2026-01-05T18:00:00Z'))).toEqual([
      ['answer', 'breached'],
      ['apology', 'running'],
    ]);
  });

  it('is met by what happens at the very instant of its start', () => {
    expect(chain('2026-01-06', ['APOLOGISE', '2026-01-05T18:00:00Z', 'received'])).toContainEqual([
      'apology',
      'met',
    ]);
    expect(chain('2026-01-05T19:00:00Z', ['APOLOGISE', '2026-01-05T17:59:59Z', 'received'])).toContainEqual([
      'apology',
      'running',
    ]);
  });

  it('takes no event of that name for a running out, and explains itself', () => {
    expect(chain('2026-01-05T10:00:00Z', ['answer', '2026-01-05T09:00:00Z', 'received'])).toHaveLength(1);
    const options = { packs: [pack], calendars, asOf: '2026-01-05T19:00:00Z' };
    const why = orThrow(explainClock(logOf(opening), { pack: 'chain', clock: 'apology' }, options));
    expect(why.deadline?.at).toBe(why.clock.dueAt);
    expect(inWords(why, 'en').split('\n')[1]).toBe('It counts from 18:00 on 5 January 2026 (answer).');
  });

  it('is refused where that clock is not there, or would wait for itself', () => {
    const starting = (i: number, runsOut: string): RulePack => ({
      ...pack,
      clocks: pack.clocks.map((one, j) => (i === j ? { ...one, starts: [{ runsOut }] } : one)),
    });
    const codes = (one: RulePack) => checkRulePacks([one]).map(({ code, path }) => [code, path.join('.')]);
    expect(codes(pack)).toEqual([]);
    expect(codes(starting(0, 'nobody'))).toEqual([['unknownClock', 'packs.0.clocks.0.starts.0.runsOut']]);
    expect(codes(starting(0, 'call'))).toEqual([['circle', 'packs.0.clocks.0.starts.0.runsOut']]);
    const round = starting(1, 'call');
    expect(codes(round)).toHaveLength(3);
    // Not checked, it starts nothing, and comes to an end.
    expect(
      orThrow(projectClocks(logOf(opening), { packs: [round], calendars, asOf: '2027-01-01' })).clocks,
    ).toEqual([]);
  });
});
