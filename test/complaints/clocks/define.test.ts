import {
  type ClockRule,
  checkRulePacks,
  complaintWorkflow,
  defineRulePack,
  deskClocks,
  describe as inWords,
  parseRulePack,
  type RulePack,
  type RulePackInput,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';

const clock: ClockRule = {
  clock: 'answer',
  name: { en: 'Answer', zh: '答复' },
  kind: 'duty',
  class: 'contractual',
  starts: [{ event: 'RECEIVE' }],
  meets: [{ event: 'SEND_DECISION' }],
  limit: { budget: { kind: 'businessDays', days: 10 } },
};
const input: RulePackInput = {
  name: 'promise',
  title: { en: 'Promise', zh: '承诺' },
  zone: 'Europe/London',
  clocks: [clock],
};
const pack = defineRulePack(input);

function problemsOf(changed: Partial<RulePack>): readonly (readonly [string, string])[] {
  const result = parseRulePack(JSON.parse(JSON.stringify({ ...pack, ...changed })));
  return result._tag === 'Left' ? result.left.map(({ code, path }) => [code, path.join('.')]) : [];
}

const withClock = (changed: Partial<ClockRule>) => problemsOf({ clocks: [{ ...clock, ...changed }] });

describe('a rule pack', () => {
  it('is completed, survives JSON and is read back', () => {
    expect(pack).toEqual({
      ...input,
      format: 'complaint-rules@1',
      version: '1',
      effective: {},
      chosenBy: 'opening',
      reopenings: [],
    });
    expect(parseRulePack(JSON.parse(JSON.stringify(pack)))).toEqual({ _tag: 'Right', right: pack });
  });

  it('is refused with every problem and its path', () => {
    expect(problemsOf({ zone: 'Mars/Olympus' })).toEqual([['unknownZone', 'zone']]);
    expect(problemsOf({ effective: { from: '2026-02-30' } })).toEqual([['noSuchDay', 'effective.from']]);
    expect(problemsOf({ effective: { from: '2026-04-08', until: '2026-04-08' } })).toEqual([
      ['emptyRange', 'effective.until'],
    ]);
    expect(problemsOf({ clocks: [clock, clock] })).toEqual([['repeated', 'clocks.1.clock']]);
    expect(problemsOf({ clocks: [] })).toEqual([['outOfRange', 'clocks']]);
    expect(withClock({ atRisk: [50, 101] })).toEqual([['outOfRange', 'clocks.0.atRisk.1']]);
    expect(withClock({ atRisk: [90, 75] })).toEqual([['notAscending', 'clocks.0.atRisk']]);
    expect(withClock({ limit: { budget: { kind: 'workingMinutes', minutes: -1 } } })[0]?.[1]).toMatch(
      /^clocks\.0\.limit/,
    );
    expect(
      withClock({ limit: { budget: { kind: 'calendarDays', days: 0 }, anchorDay: 'included' } }),
    ).toEqual([['outOfRange', 'clocks.0.limit.budget.days']]);
    expect(
      withClock({
        limit: {
          untilField: 'x',
          otherwise: { budget: { kind: 'months', months: 0 }, anchorDay: 'included' },
        },
      }),
    ).toEqual([['outOfRange', 'clocks.0.limit.otherwise.budget.months']]);
    expect(withClock({ citation: { rule: 'r', source: 's', readOn: '2026-13-01' } })).toEqual([
      ['noSuchDay', 'clocks.0.citation.readOn'],
    ]);
    expect(withClock({ starts: [] })).toEqual([['outOfRange', 'clocks.0.starts']]);
  });

  it('has pauses, policies and timers that go together', () => {
    const wait = { reason: 'customer', whileIn: ['awaitingCustomer'] };
    expect(withClock({ pauses: [wait] })).toEqual([]);
    expect(withClock({ pauses: [wait], class: 'statutory' })).toEqual([
      ['pauseWithoutRule', 'clocks.0.pauses.0.citation'],
    ]);
    expect(
      withClock({ pauses: [{ ...wait, citation: { rule: 'art. 20', source: 's' } }], class: 'statutory' }),
    ).toEqual([]);
    expect(withClock({ pauses: [wait], limit: { untilField: 'acceptBy' } })).toEqual([
      ['pauseOfNamedLimit', 'clocks.0.pauses'],
    ]);
    expect(withClock({ reopened: 'resume' })).toEqual([['noReopening', 'clocks.0.reopened']]);
    expect(withClock({ timerAgain: clock.limit as never })).toEqual([['missing', 'clocks.0.timer']]);
  });

  it('is not read with keys that it does not have, in another format, or nested without end', () => {
    expect(parseRulePack({ ...pack, clocks: [{ ...clock, limt: 1 }] })._tag).toBe('Left');
    expect(parseRulePack({ ...pack, format: 'complaint-rules@2' })).toMatchObject({
      left: [{ code: 'unknownFormat' }],
    });
    expect(parseRulePack(null)._tag).toBe('Left');
    expect(() => defineRulePack({ ...input, zone: 'nowhere' })).toThrow(
      'zone: expected the name of an IANA time zone, found "nowhere".',
    );
  });
});

describe('packs together', () => {
  const codes = (packs: readonly RulePack[], more?: Parameters<typeof checkRulePacks>[1]) =>
    checkRulePacks(packs, more).map(({ code, path }) => [code, path.join('.')]);

  it('have versions that follow one another', () => {
    const until = { ...pack, version: 'a', effective: { until: '2026-04-08' } };
    const from = { ...pack, version: 'b', effective: { from: '2026-04-08' } };
    expect(codes([until, from])).toEqual([]);
    expect(codes([from, until])).toEqual([]);
    expect(codes([until, { ...from, effective: { from: '2026-04-07' } }])).toEqual([
      ['effectiveTwice', 'packs.1.effective'],
    ]);
    expect(codes([until, { ...from, version: 'a' }])).toEqual([['repeated', 'packs.1.version']]);
    expect(codes([pack, { ...pack, name: 'another' }])).toEqual([]);
  });

  it('speak of the events, states and timers that the workflow has', () => {
    const wrong: RulePack = {
      ...pack,
      reopenings: [{ event: 'UNDO' }],
      clocks: [
        {
          ...clock,
          starts: [{ enters: 'nowhere' }, { event: 'ASSESS', in: ['lost'] }],
          cancels: [{ leaves: 'limbo' }],
          pauses: [
            { reason: 'r', whileIn: ['asleep'] },
            { reason: 's', from: [{ event: 'DOZE' }], until: [{ event: 'WAKE' }] },
          ],
          timer: 'TIMER_TEA',
        },
      ],
    };
    expect(
      codes([wrong], { workflow: complaintWorkflow }).filter(([code]) => code !== 'timerWithoutClock'),
    ).toEqual([
      ['unknownEvent', 'packs.0.reopenings.0.event'],
      ['unknownState', 'packs.0.clocks.0.starts.0.enters'],
      ['unknownState', 'packs.0.clocks.0.starts.1.in.0'],
      ['unknownState', 'packs.0.clocks.0.cancels.0.leaves'],
      ['unknownState', 'packs.0.clocks.0.pauses.0.whileIn.0'],
      ['unknownEvent', 'packs.0.clocks.0.pauses.1.from.0.event'],
      ['unknownEvent', 'packs.0.clocks.0.pauses.1.until.0.event'],
      ['unknownEvent', 'packs.0.clocks.0.timer'],
    ]);
  });

  it("leave no timer of the workflow without a clock: the desk's have them all", () => {
    expect(codes([deskClocks({ zone: 'Europe/London' })], { workflow: complaintWorkflow })).toEqual([]);
    const [first] = checkRulePacks([pack], { workflow: complaintWorkflow });
    expect(first && inWords(first, 'en')).toBe(
      'packs: expected a clock that dates the timer TIMER_ASSESS, found nothing.',
    );
  });

  it('name calendars that the host has', () => {
    const named = { ...pack, clocks: [{ ...clock, calendar: 'cn' }] };
    expect(codes([named], { calendars: { uk: 1 } })).toEqual([
      ['unknownCalendar', 'packs.0.clocks.0.calendar'],
    ]);
    expect(codes([named], { calendars: { cn: 1 } })).toEqual([]);
  });
});
