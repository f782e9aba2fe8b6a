import {
  type ClockOptions,
  compareClocks,
  deskClocks,
  explainClock,
  fcaDisp,
  describe as inWords,
  nextDuty,
  ofcomReferral,
  openDuties,
  orThrow,
  projectClocks,
  type RulePack,
  samrOrder20,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { calendars, clockOf, logOf, project, received } from './support.js';

const desk = deskClocks({ zone: 'Europe/London' });
const opening = received('2026-04-02T09:00:00Z');

describe('the next duty', () => {
  const packs = [fcaDisp, desk];
  const at = (asOf: string) => project(logOf(opening), { packs, asOf });
  const named = ({ pack, clock }: { pack: string; clock: string }): string => `${pack}/${clock}`;

  it('is the earliest that runs, of all packs, with its rule', () => {
    const next = nextDuty(at('2026-04-02T10:00:00Z'));
    expect(next && named(next)).toBe('desk/ack');
    const last = nextDuty(at('2026-05-27'));
    expect(last?.citation?.rule).toBe('DISP 1.6.2R');
    expect(nextDuty(at('2026-06-01'))).toBeUndefined();
    expect(nextDuty([])).toBeUndefined();
  });

  it('comes after those that are late already, the longest first', () => {
    expect(openDuties(at('2026-04-23')).map(named)).toEqual([
      'desk/ack',
      'desk/assess',
      'desk/holding',
      'desk/response',
      'uk-fca-disp/response',
    ]);
  });

  it('at the same limit is the statutory one, and what is paused or undated comes last', () => {
    const twin: RulePack = {
      ...fcaDisp,
      name: 'a twin',
      clocks: fcaDisp.clocks.map((one) => ({ ...one, class: 'contractual' as const })),
    };
    expect(nextDuty(project(logOf(opening), { packs: [twin, fcaDisp], asOf: '2026-04-03' }))?.pack).toBe(
      'uk-fca-disp',
    );
    const waiting = logOf(opening, ['ASK_CUSTOMER', '2026-04-02T10:00:00Z', 'awaitingCustomer']);
    const kinds = openDuties(
      project(waiting, {
        packs: [desk, samrOrder20],
        calendars: { default: calendars['uk'] as never },
        asOf: '2026-04-02T11:00:00Z',
      }),
    );
    expect(kinds.map(({ status }) => status.kind)).toEqual(['running', 'running', 'paused', 'undated']);
  });
});

describe('the explanation of a clock', () => {
  const options = { packs: [fcaDisp, ...ofcomReferral], calendars, asOf: '2026-04-05' };

  it('counts by the code that answers: its limit is that of the clock', () => {
    for (const clock of project(logOf(opening), options).clocks) {
      const why = orThrow(explainClock(logOf(opening), clock, options));
      expect(why.clock).toEqual(clock);
      expect(why.deadline?.at).toBe(clock.dueAt);
    }
  });

  it('names each day that is not counted', () => {
    const why = orThrow(explainClock(logOf(opening), { pack: 'uk-fca-disp', clock: 'summary' }, options));
    expect(inWords(why, 'en')).toContain('Friday 3 April 2026: Good Friday, not counted.');
    expect(inWords(why, 'zh')).toContain('自 2026年4月2日 10:00 起计（RECEIVE）。');
  });

  it('of a clock that the case does not have lists those it has', () => {
    expect(explainClock(logOf(opening), { pack: 'uk-fca-disp', clock: 'tea' }, options)).toMatchObject({
      left: [
        {
          code: 'unknownClock',
          expected: {
            values: [
              'uk-fca-disp/ombudsman/1',
              'uk-fca-disp/response/1',
              'uk-fca-disp/summary/1',
              'uk-ofcom/response/1',
            ],
          },
        },
      ],
    });
    expect(explainClock([], { pack: 'p', clock: 'c' }, options)._tag).toBe('Left');
  });

  it.each<[unknown, string]>([
    [null, 'options: expected an object with options, found null.'],
    [undefined, 'options: expected an object with options, found nothing.'],
    [[], 'options: expected an object with options, found an array of 0.'],
    [{ asOf: 0, calendars: {} }, 'packs: expected a list of rule packs, found nothing.'],
    [{ asOf: 0, packs: [] }, 'calendars: expected an object with calendars by their names, found nothing.'],
  ])('says what it lacks in %j', (wrong, sentence) => {
    const asked = wrong as ClockOptions;
    const answers = [
      projectClocks(logOf(opening), asked),
      explainClock(logOf(opening), { pack: 'uk-fca-disp', clock: 'response' }, asked),
    ];
    for (const answer of answers)
      expect(answer._tag === 'Left' && answer.left.map((one) => inWords(one, 'en'))).toEqual([sentence]);
  });

  it('of a limit that an event names has no count', () => {
    const log = logOf(opening, [
      'SEND_DECISION',
      '2026-04-03T09:00:00Z',
      'offered',
      { kind: 'final', acceptBy: Date.parse('2026-05-01T12:00:00Z') },
    ]);
    const why = orThrow(
      explainClock(log, { pack: 'desk', clock: 'offer' }, { packs: [desk], calendars, asOf: '2026-04-05' }),
    );
    expect(why.deadline).toBeUndefined();
    expect(inWords(why, 'en')).toBe(
      'Offer: open until 13:00 on 1 May 2026. Rule: desk 1.\nIt counts from 10:00 on 3 April 2026 (SEND_DECISION).',
    );
  });
});

describe('the difference between two projections', () => {
  const log = logOf(opening);
  const before = project(log, { packs: [fcaDisp, desk], asOf: '2026-04-05' });

  it('is none between one and itself', () => {
    expect(compareClocks(before, before)).toEqual([]);
  });

  it('tells what another version of the rules moves, and leaves both as they are', () => {
    const shorter: RulePack = {
      ...fcaDisp,
      version: '2',
      clocks: fcaDisp.clocks
        .filter(({ clock }) => clock !== 'summary')
        .map((one) =>
          one.clock === 'response' ? { ...one, limit: { budget: { kind: 'weeks', weeks: 6 } } } : one,
        ),
    };
    const frozen = JSON.stringify(before);
    const after = project(log, { packs: [shorter, desk], asOf: '2026-04-05' });
    const changes = compareClocks(before, after, 'Europe/London');
    expect(changes.map(({ clock, kind }) => [clock, kind])).toEqual([
      ['summary', 'removed'],
      ['response', 'changed'],
    ]);
    expect(changes[1]).toMatchObject({ movedBy: -14 * 86_400_000, statusChanged: true });
    expect(changes.map((one) => inWords(one, 'en'))).toEqual([
      'Summary resolution (FCA DISP): was running, limit 17:00 on 9 April 2026 (version 1), is not there any more.',
      'Final response: was running, limit the end of 28 May 2026 (version 1), is running, limit the end of 14 May 2026 (version 2).',
    ]);
    expect(compareClocks(after, before).map(({ clock, kind }) => [clock, kind])).toEqual([
      ['response', 'changed'],
      ['summary', 'added'],
    ]);
    expect(JSON.stringify(before)).toBe(frozen);
  });

  it('tells a standing that time alone has changed', () => {
    const later = project(log, { packs: [fcaDisp, desk], asOf: '2026-06-01' });
    const response = compareClocks(before, later).find(
      ({ pack, clock }) => pack === 'uk-fca-disp' && clock === 'response',
    );
    expect(response).toMatchObject({ kind: 'changed', movedBy: 0, statusChanged: true });
    expect(clockOf(later, 'summary').status.kind).toBe('lapsed');
  });
});
