/** The deadline vectors of the complaints chapter, again, from the log of a case through the published rule packs. */
import { readFileSync } from 'node:fs';
import { compileCalendar, defineWorkingCalendar, mondayToFriday } from 'clientele/calendar';
import {
  caacPassengerService,
  cfpbComplaints,
  euShipPassengers,
  fcaDisp,
  ofcomReferral,
  type RulePack,
  samrOrder20,
  samrOrder121,
  ukPaymentServices,
} from 'clientele/complaints';
import { expect, it } from 'vitest';
import {
  calendars,
  clockOf,
  dayIn,
  lastDayOf,
  logOf,
  project,
  received,
  type Told,
} from '../complaints/clocks/support.js';
import { describeShared, sharedPath } from '../shared.js';

interface Vector {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, string>>;
}

function morning(day: unknown): string {
  return `${String(day)}T10:00:00Z`;
}

/** The last day of a clock of a pack, by a log; looked at when the log has ended. */
function dueDay(pack: RulePack, clock: string, told: readonly Told[], by = calendars): string {
  const log = logOf(...told);
  const answer = project(log, { packs: [pack], calendars: by, asOf: log.at(-1)?.at ?? 0 });
  return lastDayOf(clockOf(answer, clock), pack.zone);
}

describeShared('golden.json through rule packs', () => {
  const vectors: readonly Vector[] = JSON.parse(
    readFileSync(sharedPath('vectors', 'complaints', 'golden.json'), 'utf8'),
  );
  const vector = (id: string): Vector => {
    const found = vectors.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no vector ${id}`);
    return found;
  };

  it.each(['UK-1', 'UK-2'])('%s: FCA DISP', (id) => {
    const { input, expected } = vector(id);
    const told = [received(morning(input['received']))];
    const held: Told = ['SEND_UPDATE', morning(input['received']), 'investigating', { holding: true }];
    expect(dueDay(fcaDisp, 'summary', told)).toBe(expected['summaryResolution3bd']);
    expect(dueDay(fcaDisp, 'response', told)).toBe(expected['finalResponse8w']);
    expect(dueDay(ukPaymentServices, 'response', told)).toBe(expected['psd15bd']);
    expect(dueDay(ukPaymentServices, 'heldResponse', [...told, held])).toBe(expected['psd35bd']);
    const { dueAt = Number.NaN } = clockOf(
      project(logOf(...told), { packs: [fcaDisp], asOf: '2027-01-01' }),
      'response',
    );
    expect(dayIn('Europe/London', dueAt)).toBe(expected['fosReferralOpensIfSilentFrom']);
  });

  it('UK-5: six months from the final response end with the month', () => {
    const { input, expected } = vector('UK-5');
    const sent = morning(input['finalResponseSent']);
    const told: readonly Told[] = [
      received('2026-08-01T10:00:00Z'),
      ['SEND_DECISION', sent, 'offered', { kind: 'final' }],
    ];
    expect(dueDay(fcaDisp, 'referral', told)).toBe(expected['last']);
  });

  it('UK-7, UK-8: Ofcom, the version of the day of receipt', () => {
    const [old, late] = [vector('UK-7'), vector('UK-8')];
    const dueIn = (received_: unknown): readonly [string, string] => {
      const log = logOf(received(morning(received_)));
      const clock = clockOf(project(log, { packs: ofcomReferral, asOf: log[0]?.at ?? 0 }), 'response');
      return [clock.version, lastDayOf(clock, 'Europe/London')];
    };
    expect(dueIn(old.input['received'])).toEqual(['eight-weeks', old.expected['adrLetterByOldRule8w']]);
    expect(dueIn(late.input['received'])).toEqual(['six-weeks', late.expected['adrLetterByNewRule6w']]);
  });

  it('US-1: CFPB, from sent to company', () => {
    const { input, expected } = vector('US-1');
    // Received by the bureau well before: that day must not count.
    const told: readonly Told[] = [
      received('2026-02-11T15:00:00Z'),
      ['ASSESS', `${String(input['sentToCompany'])}T15:00:00Z`, 'investigating'],
    ];
    expect(dueDay(cfpbComplaints, 'response', told)).toBe(expected['responseDue15']);
    expect(dueDay(cfpbComplaints, 'finalResponse', told)).toBe(expected['finalDue60']);
  });

  const chinaDay = (day: unknown): string => `${String(day)}T10:00:00+08:00`;

  it.each(['CN-1', 'CN-2'])('%s: seven working days, with make-up days', (id) => {
    const { input, expected } = vector(id);
    const told = [received(chinaDay(input['received']))];
    expect(dueDay(samrOrder20, 'accept', told)).toBe(expected['due']);

    const china = calendars['cn']?.calendar;
    if (china === undefined) throw new Error('the calendar is there');
    const noMakeUp = china.exceptions.filter(({ kind }) => kind !== 'workingDay');
    const without = (exceptions: typeof noMakeUp) => ({ cn: compileCalendar({ ...china, exceptions }) });
    expect(dueDay(samrOrder20, 'accept', told, without(noMakeUp))).toBe(expected['dueIfMakeupDaysIgnored']);
    expect(dueDay(samrOrder20, 'accept', told, without([]))).toBe(expected['dueIfMonFriOnly']);
  });

  const accepted = (day: unknown): readonly Told[] => [
    received(chinaDay(day)),
    ['ASSESS', chinaDay(day), 'investigating'],
  ];

  it('CN-4: Order 20, 45 working days of mediation, not 60', () => {
    const { input, expected } = vector('CN-4');
    const told = accepted(input['accepted']);
    expect(dueDay(samrOrder20, 'mediation', told)).toBe(expected['due']);
    const sixty = {
      ...samrOrder20,
      clocks: samrOrder20.clocks.map((one) => ({
        ...one,
        limit: { budget: { kind: 'businessDays', days: 60 } } as const,
      })),
    };
    expect(dueDay(sixty, 'mediation', told)).not.toBe(expected['due']);
  });

  it('CN-5: the time of an inspection is not counted, both its end days excluded', () => {
    const { input, expected } = vector('CN-5');
    const [from, until] = input['inspection'] as readonly [string, string];
    const inspection = (basis: Readonly<Record<string, unknown>>): readonly Told[] => [
      ...accepted(input['accepted']),
      ['ASK_THIRD_PARTY', chinaDay(from), 'awaitingThirdParty', { party: 'laboratory', ...basis }],
      ['THIRD_PARTY_REPLIED', chinaDay(until), 'investigating'],
    ];
    expect(dueDay(samrOrder20, 'mediation', inspection({ statutoryPauseBasis: 'art. 20' }))).toBe(
      expected['due'],
    );
    // A statutory clock does not pause for whoever is asked.
    expect(dueDay(samrOrder20, 'mediation', inspection({}))).toBe(vector('CN-4').expected['due']);
  });

  it('CN-6: Order 121, 60 calendar days, rolled only where the host says so', () => {
    const { input, expected } = vector('CN-6');
    const told = accepted(input['accepted']);
    expect(dueDay(samrOrder121(), 'mediation', told)).toBe(expected['nominal']);
    expect(dueDay(samrOrder121({ roll: 'following' }), 'mediation', told)).toBe(
      expected['ifRolledToNextWorkingDay'],
    );
    const { notInForce } = project(logOf(...told), { packs: [samrOrder20], asOf: '2026-06-01' });
    expect(notInForce).toEqual([
      { pack: 'cn-samr', day: input['accepted'], versions: [{ version: 'order-20', until: '2026-04-15' }] },
    ]);
  });

  it('CN-9: airlines, ten working days over Labour Day', () => {
    const { input, expected } = vector('CN-9');
    const told = [received(chinaDay(input['received']))];
    expect(dueDay(caacPassengerService, 'response', told)).toBe(expected['due10wd']);
    const naive = defineWorkingCalendar({
      name: 'Mon-Fri',
      zone: 'Asia/Shanghai',
      week: mondayToFriday(['09:00', '17:00']),
    });
    expect(dueDay(caacPassengerService, 'response', told, { cn: compileCalendar(naive) })).toBe(
      expected['naive'],
    );
  });

  it('EU-1: months are counted from receipt, never chained', () => {
    const { input, expected } = vector('EU-1');
    const told = [received(morning(input['received']), { incidentAt: Date.parse('2026-01-10T10:00:00Z') })];
    expect(dueDay(euShipPassengers, 'status', told)).toBe(expected['statusBy1m']);
    expect(dueDay(euShipPassengers, 'response', told)).toBe(expected['finalBy2m']);
    expect(dueDay(euShipPassengers, 'response', told)).not.toBe(expected['wrongIfChained']);
  });
});
