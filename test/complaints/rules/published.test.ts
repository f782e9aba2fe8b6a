import {
  abtaCode,
  abtaWithRelaxation,
  asicRg271,
  bankInsuranceComplaints,
  caacPassengerService,
  cfpbComplaints,
  checkRulePacks,
  complaintWorkflow,
  deskClocks,
  deskLimits,
  euAirPassengers,
  euBusPassengers,
  euDisputeResolution,
  euRailPassengers,
  euShipPassengers,
  fcaDisp,
  describe as inWords,
  miitOrder35,
  parseRulePack,
  publishedRules,
  type RulePack,
  samrOrder20,
  samrOrder121,
  tourismOrder32,
  ukPaymentServices,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { calendars, clockOf, lastDayOf, logOf, project, received, type Told } from '../clocks/support.js';

const at = Date.parse;

function asOf(pack: RulePack, when: string, ...told: readonly Told[]) {
  return project(logOf(...told), { packs: [pack], calendars, asOf: when });
}

describe('the published rule packs', () => {
  it('are models: sound together, with the chart and its calendars, and readable from JSON', () => {
    const packs = [...publishedRules(), deskClocks({ zone: 'Europe/London' })];
    expect(checkRulePacks(packs, { workflow: complaintWorkflow, calendars })).toEqual([]);
    for (const pack of packs)
      expect(parseRulePack(JSON.parse(JSON.stringify(pack)))).toEqual({ _tag: 'Right', right: pack });
  });

  it('cite where every clock is written', () => {
    for (const { clocks } of publishedRules())
      for (const { citation } of clocks)
        expect(citation).toMatchObject({ rule: expect.any(String), source: expect.any(String) });
  });

  it('never pause while the customer is waited for', () => {
    const opening = received('2026-02-02T10:00:00Z', { incidentAt: at('2026-01-30') });
    const asked: Told = ['ASK_CUSTOMER', '2026-02-03T10:00:00Z', 'awaitingCustomer'];
    for (const pack of publishedRules())
      for (const clock of asOf(
        pack,
        '2026-02-20',
        opening,
        ['ASSESS', '2026-02-02T11:00:00Z', 'investigating'],
        asked,
      ).clocks)
        expect([clock.status.kind, clock.pauses]).toEqual([expect.not.stringMatching('paused'), []]);
  });

  it('say which of them nobody has checked', () => {
    const unverified = publishedRules().flatMap((pack) =>
      pack.clocks.flatMap(({ clock, citation }) =>
        citation?.unverified ? [`${pack.name}@${pack.version}/${clock}`] : [],
      ),
    );
    expect(unverified.toSorted()).toEqual([
      'au-asic-rg271@1/ack',
      'au-asic-rg271@1/response',
      'cn-airline@2021/refund',
      'cn-airline@2021/response',
      'cn-miit@order-35/appeal',
      'cn-miit@order-35/appealAccepted',
      'cn-miit@order-35/appealFees',
      'cn-miit@order-35/response',
      'cn-samr@order-121/accept',
      'cn-samr@order-121/mediation',
      'cn-tourism@order-32/accept',
      'cn-tourism@order-32/complain',
      'cn-tourism@order-32/mediation',
      'cn-tourism@order-32/respondentAnswer',
      'eu-adr@1/outcome',
      'eu-air-passengers@1/response',
      'eu-bus-passengers@1/response',
      'eu-bus-passengers@1/status',
      'eu-rail-passengers@1/status',
      'uk-ofcom@eight-weeks/response',
      'uk-ofcom@six-weeks/response',
      'us-cfpb@1/finalResponse',
      'us-cfpb@1/response',
    ]);
  });
});

describe('FCA DISP', () => {
  const opening = received('2026-04-02T09:00:00Z');

  it('the summary window closes with business on the third day; late acceptance does not open it again', () => {
    const accepted = (when: string, acceptedAt = at(when)): Told => [
      'ACCEPT',
      when,
      'verifying',
      { acceptedAt },
    ];
    const summary = (when: string) =>
      clockOf(asOf(fcaDisp, '2026-05-01', opening, accepted(when)), 'summary').status;
    // 17:00 in London is 16:00Z.
    expect(summary('2026-04-09T15:59:59Z').kind).toBe('met');
    expect(summary('2026-04-09T16:00:00Z')).toEqual({ kind: 'lapsed', at: at('2026-04-09T16:00:00Z') });
    // Said on the third day, written down on the fourth.
    const told = accepted('2026-04-10T09:00:00Z', at('2026-04-09T15:00:00Z'));
    expect(clockOf(asOf(fcaDisp, '2026-05-01', opening, told), 'summary').status).toMatchObject({
      kind: 'met',
      at: at('2026-04-09T15:00:00Z'),
    });
  });

  it('an offer of redress is no final response, a final one opens six months', () => {
    const offered: Told = ['SEND_DECISION', '2026-04-20T09:00:00Z', 'offered', { kind: 'redressOffer' }];
    expect(clockOf(asOf(fcaDisp, '2026-05-01', opening, offered), 'response').status.kind).toBe('running');
    const final: Told = ['SEND_DECISION', '2026-04-20T09:00:00Z', 'offered', { kind: 'final' }];
    const { clocks } = asOf(fcaDisp, '2026-05-01', opening, final);
    expect(clocks.map(({ clock, status }) => [clock, status.kind])).toEqual([
      ['ombudsman', 'met'],
      ['referral', 'running'],
      ['response', 'met'],
      ['summary', 'lapsed'],
    ]);
  });

  it.each([fcaDisp, ukPaymentServices])(
    'six years from the event or, if later, three from awareness to complain (DISP 2.8.2R, $name)',
    (pack) => {
      const complain = (when: string, data: Readonly<Record<string, unknown>>) =>
        clockOf(asOf(pack, '2026-04-03', received(when, data)), 'complain').status;
      const incidentAt = at('2020-04-01T10:00:00Z');
      expect(complain('2026-04-01T22:59:59Z', { incidentAt }).kind).toBe('met');
      expect(complain('2026-04-01T23:00:00Z', { incidentAt })).toEqual({
        kind: 'lapsed',
        at: at('2026-04-01T23:00:00Z'),
      });
      const known = { incidentAt, awareAt: at('2023-04-02T10:00:00Z') };
      expect(complain('2026-04-02T22:59:59Z', known)).toMatchObject({
        kind: 'met',
        dueAt: at('2026-04-02T23:00:00Z'),
      });
      expect(complain('2026-04-02T22:59:59Z', { ...known, awareAt: at('2023-04-01T10:00:00Z') }).kind).toBe(
        'lapsed',
      );
      const { clocks } = asOf(pack, '2026-04-03', opening);
      expect(clocks.map(({ clock }) => clock)).not.toContain('complain');
    },
  );

  it.each([fcaDisp, ukPaymentServices])(
    'a summary is enough only where the complainant has accepted in its window, DISP 1.5.1R to 1.5.4R ($name)',
    (pack) => {
      const sent = (when: string, kind = 'summary'): Told => ['SEND_DECISION', when, 'offered', { kind }];
      const accepted = (when: string): Told => ['ACCEPT', when, 'verifying', { acceptedAt: at(when) }];
      const standing = (...told: readonly Told[]) => {
        const { clocks } = asOf(pack, '2026-04-15', opening, ...told);
        return ['summary', 'response', 'referral'].map(
          (name) => clocks.find(({ clock }) => clock === name)?.status.kind,
        );
      };
      // Sent in time, and nobody has said yes, or too late.
      expect(standing(sent('2026-04-08T10:00:00Z'))).toEqual(['lapsed', 'running', undefined]);
      const owed = ['lapsed', 'running', undefined];
      expect(standing(sent('2026-04-08T10:00:00Z'), accepted('2026-04-09T16:00:00Z'))).toEqual(owed);
      const declined: Told = ['DECLINE', '2026-04-08T11:00:00Z', 'escalated', {}];
      expect(standing(sent('2026-04-08T10:00:00Z'), declined)).toEqual(owed);
      // Sent, then accepted.
      const enough = ['met', 'met', 'running'];
      expect(standing(sent('2026-04-08T10:00:00Z'), accepted('2026-04-09T15:59:59Z'))).toEqual(enough);
      // Resolved in time, it may be written up promptly afterwards.
      expect(standing(accepted('2026-04-08T10:00:00Z'), sent('2026-04-10T10:00:00Z'))).toEqual(enough);
      // An offer that was accepted is not summed up yet.
      const offer = sent('2026-04-07T10:00:00Z', 'redressOffer');
      expect(standing(offer, accepted('2026-04-08T10:00:00Z'))).toEqual(['met', 'running', undefined]);
      // A final response is enough whatever the complainant says.
      const final = sent('2026-04-14T10:00:00Z', 'final');
      expect(standing(sent('2026-04-08T10:00:00Z'), declined, final)).toEqual(['lapsed', 'met', 'running']);
    },
  );

  it('without acceptance the eight weeks run out, and the ombudsman is open', () => {
    const sent: Told = ['SEND_DECISION', '2026-04-08T10:00:00Z', 'offered', { kind: 'summary' }];
    const later = asOf(fcaDisp, '2026-06-01', opening, sent);
    expect(clockOf(later, 'response').status).toMatchObject({
      kind: 'breached',
      at: at('2026-05-28T23:00:00Z'),
    });
    expect(clockOf(later, 'ombudsman').status.kind).toBe('lapsed');
    const notYet: Told = ['SEND_UPDATE', '2026-05-20T09:00:00Z', 'investigating', { referralRights: 'FOS' }];
    expect(clockOf(asOf(fcaDisp, '2026-06-01', opening, sent, notYet), 'response').status.kind).toBe('met');
  });

  it('the six months of a summary run from when it was sent, whenever it was accepted', () => {
    const sent: Told = ['SEND_DECISION', '2026-04-08T10:00:00Z', 'offered', { kind: 'summary' }];
    const data = { acceptedAt: at('2026-04-07T18:00:00Z') };
    const accepted: Told = ['ACCEPT', '2026-04-09T10:00:00Z', 'verifying', data];
    const referral = clockOf(asOf(fcaDisp, '2026-05-01', opening, sent, accepted), 'referral');
    expect(referral.anchor).toBe(at('2026-04-08T10:00:00Z'));
    expect(lastDayOf(referral, 'Europe/London')).toBe('2026-10-08');
  });

  it('whether a summary was accepted in time is not guessed where its window cannot be dated', () => {
    const summary: Told = ['SEND_DECISION', '2026-04-08T10:00:00Z', 'offered', { kind: 'summary' }];
    const accepted: Told = ['ACCEPT', '2026-04-09T10:00:00Z', 'verifying', { acceptedAt: at('2026-04-09') }];
    const response = (...told: readonly Told[]) =>
      clockOf(
        project(logOf(opening, ...told), { packs: [fcaDisp], calendars: {}, asOf: '2026-04-10' }),
        'response',
      ).status;
    expect(response(summary).kind).toBe('running');
    expect(response(summary, accepted)).toMatchObject({
      kind: 'undated',
      problems: [{ code: 'unknownCalendar' }],
    });
    const later: Told = ['SEND_DECISION', '2026-04-09T12:00:00Z', 'offered', { kind: 'summary' }];
    expect(response(accepted, later).kind).toBe('undated');
  });

  it('word that there is no final response yet is a response in time, and leaves the ombudsman open', () => {
    const update = (data: Readonly<Record<string, unknown>>): Told => [
      'SEND_UPDATE',
      '2026-05-27T09:00:00Z',
      'investigating',
      { progress: 'the other firm has not answered', holding: true, ...data },
    ];
    const stands = (data: Readonly<Record<string, unknown>>) => {
      const answer = asOf(fcaDisp, '2026-06-01', opening, update(data));
      return [clockOf(answer, 'response').status.kind, clockOf(answer, 'ombudsman').status.kind];
    };
    expect(stands({ referralRights: 'Financial Ombudsman Service' })).toEqual(['met', 'lapsed']);
    expect(stands({})).toEqual(['breached', 'lapsed']);
  });

  it('a merged complaint that is restored has the limit of its receipt', () => {
    const merged: Told = ['MARK_DUPLICATE', '2026-04-10T09:00:00Z', 'merged'];
    const restored: Told = ['UNMERGE', '2026-06-10T09:00:00Z', 'investigating'];
    expect(clockOf(asOf(fcaDisp, '2026-06-01', opening, merged), 'response').status.kind).toBe('cancelled');
    const response = clockOf(asOf(fcaDisp, '2026-06-10T10:00:00Z', opening, merged, restored), 'response');
    expect(response.status).toMatchObject({ kind: 'breached', at: at('2026-05-28T23:00:00Z') });
  });

  it('payment services: a holding response leaves 35 business days from receipt', () => {
    const held: Told = ['SEND_UPDATE', '2026-04-20T09:00:00Z', 'investigating', { holding: true }];
    const { clocks } = asOf(ukPaymentServices, '2026-04-21', opening, held);
    expect(clocks.map(({ clock, status, anchor }) => [clock, status.kind, anchor])).toEqual([
      ['heldResponse', 'running', at('2026-04-02T09:00:00Z')],
      ['response', 'met', at('2026-04-02T09:00:00Z')],
      ['summary', 'lapsed', at('2026-04-02T09:00:00Z')],
    ]);
    const plain: Told = ['SEND_UPDATE', '2026-04-20T09:00:00Z', 'investigating', { progress: 'looked at' }];
    expect(asOf(ukPaymentServices, '2026-04-21', opening, plain).clocks).toHaveLength(2);
  });
});

describe('CFPB', () => {
  const told: readonly Told[] = [
    received('2026-02-11T15:00:00Z'),
    ['ASSESS', '2026-02-20T15:00:00Z', 'investigating'],
    ['SEND_UPDATE', '2026-03-01T15:00:00Z', 'investigating', { holding: true }],
  ];

  it('"in progress" in time leaves 60 days, then 60 for feedback', () => {
    expect(
      asOf(cfpbComplaints, '2026-03-10', ...told).clocks.map(({ clock, status }) => [clock, status.kind]),
    ).toEqual([
      ['finalResponse', 'running'],
      ['response', 'met'],
    ]);
    const answered: Told = ['SEND_DECISION', '2026-04-01T15:00:00Z', 'offered', { kind: 'final' }];
    const feedback = clockOf(asOf(cfpbComplaints, '2026-04-02', ...told, answered), 'feedback');
    expect(lastDayOf(feedback, 'America/New_York')).toBe('2026-05-31');
  });

  it('a complaint out of scope starts nothing', () => {
    const out: Told = ['ASSESS', '2026-02-20T15:00:00Z', 'declinedScope'];
    expect(asOf(cfpbComplaints, '2026-03-10', received('2026-02-11T15:00:00Z'), out).clocks).toEqual([]);
  });
});

describe('China', () => {
  const opening = received('2026-03-02T10:00:00+08:00');
  const zone = 'Asia/Shanghai';

  it('bank and insurance: 15 days, 30 for a complex case, 60 with approval; a withdrawal ends all at once', () => {
    const complex: Told = ['SEND_UPDATE', '2026-03-10T10:00:00+08:00', 'investigating', { holding: true }];
    const special: Told = [
      'SEND_UPDATE',
      '2026-03-20T10:00:00+08:00',
      'investigating',
      { holding: true, approvedBy: 'head' },
    ];
    const days = (...told: readonly Told[]) =>
      asOf(bankInsuranceComplaints, '2026-03-21', opening, ...told).clocks.map((one) => [
        one.clock,
        lastDayOf(one, zone),
        one.status.kind,
      ]);
    expect(days()).toEqual([['decision', '2026-03-17', 'breached']]);
    expect(days(complex, special)).toEqual([
      ['complexDecision', '2026-04-01', 'met'],
      ['decision', '2026-03-17', 'met'],
      ['specialDecision', '2026-05-01', 'running'],
    ]);
    const withdrawn: Told = ['WITHDRAW', '2026-03-12T10:00:00+08:00', 'withdrawn'];
    expect(days(withdrawn).map(([, , kind]) => kind)).toEqual(['cancelled']);
  });

  it('telecom: 15 days, then 5 working days for the body to decide', () => {
    const answers = asOf(
      miitOrder35,
      '2026-03-20',
      received('2026-03-02T10:00:00+08:00', { incidentAt: at('2026-03-01T10:00:00+08:00') }),
      ['REFER_EXTERNAL', '2026-03-18T10:00:00+08:00', 'external'],
    );
    expect(answers.clocks.map((one) => [one.clock, lastDayOf(one, zone), one.status.kind])).toEqual([
      ['appeal', '2028-03-01', 'met'],
      ['appealAccepted', '2026-03-25', 'running'],
      ['response', '2026-03-17', 'breached'],
    ]);
  });

  it('telecom: a dispute about fees can be appealed for five months, anything else for two years', () => {
    const lastDay = (category: string) => {
      const { clocks } = asOf(
        miitOrder35,
        '2026-03-01',
        received('2026-02-01T10:00:00+08:00', { incidentAt: at('2026-01-31T10:00:00+08:00') }),
        ['ASSESS', '2026-02-02T10:00:00+08:00', 'investigating', { category }],
      );
      return clocks
        .filter(({ kind }) => kind === 'window')
        .map((clock) => [clock.clock, lastDayOf(clock, 'Asia/Shanghai')]);
    };
    expect(lastDay('fees')).toEqual([['appealFees', '2026-06-30']]);
    expect(lastDay('coverage')).toEqual([['appeal', '2028-01-31']]);
  });

  it('tourism: 5 working days, 10 days, 60 days', () => {
    const answers = asOf(
      tourismOrder32,
      '2026-03-10',
      opening,
      ['ASSESS', '2026-03-04T10:00:00+08:00', 'investigating'],
      ['ASK_THIRD_PARTY', '2026-03-05T10:00:00+08:00', 'awaitingThirdParty'],
    );
    expect(answers.clocks.map((one) => [one.clock, lastDayOf(one, zone)])).toEqual([
      ['accept', '2026-03-09'],
      ['mediation', '2026-05-03'],
      ['respondentAnswer', '2026-03-15'],
    ]);
  });

  it('airlines: from 2021-09-01 on, a refund in 7 working days', () => {
    const paying: Told = ['ACCEPT', '2026-04-28T10:00:00+08:00', 'fulfilling'];
    // Labour Day from 1 to 5 May; Saturday 9 May is worked.
    expect(
      lastDayOf(clockOf(asOf(caacPassengerService, '2026-04-29', opening, paying), 'refund'), zone),
    ).toBe('2026-05-11');
    const before = asOf(caacPassengerService, '2021-09-01', received('2021-08-31T10:00:00+08:00'));
    expect(before.notInForce).toEqual([
      { pack: 'cn-airline', day: '2021-08-31', versions: [{ version: '2021', from: '2021-09-01' }] },
    ]);
  });

  it('a year whose holidays nobody knows is a problem of the clocks that ask for working days alone', () => {
    const log: readonly Told[] = [
      received('2027-03-02T10:00:00+08:00'),
      ['ASSESS', '2027-03-03T10:00:00+08:00', 'investigating'],
    ];
    const { clocks } = asOf(samrOrder121(), '2027-03-03', ...log);
    expect(clocks.map(({ clock, status }) => [clock, status.kind])).toEqual([
      ['accept', 'undated'],
      ['mediation', 'running'],
    ]);
  });

  it('mediation under Order 20 ends by agreement, or lapses', () => {
    const log: readonly Told[] = [
      received('2025-10-11T10:00:00+08:00'),
      ['ASSESS', '2025-10-11T11:00:00+08:00', 'investigating'],
    ];
    const mediation = (...more: readonly Told[]) =>
      clockOf(asOf(samrOrder20, '2026-01-01', ...log, ...more), 'mediation').status.kind;
    expect(mediation()).toBe('lapsed');
    expect(mediation(['ACCEPT', '2025-12-12T23:00:00+08:00', 'fulfilling'])).toBe('met');
  });

  it('that mediation has ended is told within seven working days, the first of them the next', () => {
    const log: readonly Told[] = [
      received('2025-10-11T10:00:00+08:00'),
      ['ASSESS', '2025-10-11T11:00:00+08:00', 'investigating'],
    ];
    const notice = (asOf_: string, ...more: readonly Told[]) =>
      clockOf(asOf(samrOrder20, asOf_, ...log, ...more), 'terminationNotice');
    // 45 working days end on Friday 12 December 2025; the seventh after it is Tuesday 23 December.
    expect(lastDayOf(notice('2025-12-15'), 'Asia/Shanghai')).toBe('2025-12-23');
    const told: Told = ['SEND_UPDATE', '2025-12-16T10:00:00+08:00', 'investigating', { progress: 'ended' }];
    expect(notice('2026-01-01', told).status.kind).toBe('met');
    const agreed: Told = ['ACCEPT', '2025-12-12T23:00:00+08:00', 'fulfilling'];
    expect(asOf(samrOrder20, '2026-01-01', ...log, agreed).clocks.map(({ clock }) => clock)).toEqual([
      'accept',
      'mediation',
    ]);
  });
});

describe('tourism in China', () => {
  it('a complaint comes too late 90 days after the contract ended (CNTA Order 32/2010)', () => {
    const complain = (when: string, contractEndsOn: string) =>
      clockOf(asOf(tourismOrder32, '2026-06-01', received(when, { contractEndsOn })), 'complain');
    // 31 January and ninety days is 1 May.
    expect(complain('2026-05-01T23:59:59+08:00', '2026-01-31').status.kind).toBe('met');
    const late = complain('2026-05-02T00:00:00+08:00', '2026-01-31');
    expect(late.status).toEqual({ kind: 'lapsed', at: at('2026-05-02T00:00:00+08:00') });
    expect(late.citation?.unverified).toBe(true);
    expect(inWords(late, 'zh')).toContain('投诉已超过期限，不予受理。');
    // Complained of before it ended.
    expect(complain('2026-01-20T10:00:00+08:00', '2026-01-31').status.kind).toBe('met');
  });

  it('has no such limit where nobody has said when the contract ends', () => {
    const { clocks } = asOf(tourismOrder32, '2026-06-01', received('2026-05-02T10:00:00+08:00'));
    expect(clocks.map(({ clock }) => clock)).toEqual(['accept']);
  });
});

describe('Europe, travel, Australia', () => {
  const zone = 'Europe/Brussels';

  it('ship: a complaint after two months came too late', () => {
    const complain = (incident: string) =>
      clockOf(
        asOf(euShipPassengers, '2026-02-01', received('2026-01-31T10:00:00Z', { incidentAt: at(incident) })),
        'complain',
      );
    expect(complain('2025-12-01T10:00:00Z').status.kind).toBe('met');
    // 30 November and two months is 30 January.
    expect(complain('2025-11-30T10:00:00Z').status.kind).toBe('lapsed');
  });

  it('bus, rail, air and dispute resolution', () => {
    const opening = received('2026-01-31T10:00:00Z');
    const day = (pack: RulePack, clock: string, ...told: readonly Told[]) =>
      lastDayOf(clockOf(asOf(pack, '2026-02-01', opening, ...told), clock), zone);
    expect(day(euBusPassengers, 'status')).toBe('2026-02-28');
    expect(day(euBusPassengers, 'response')).toBe('2026-04-30');
    expect(day(euRailPassengers, 'status')).toBe('2026-02-28');
    expect(day(euAirPassengers, 'response')).toBe('2026-03-14');
    expect(day(euDisputeResolution, 'outcome', ['REFER_EXTERNAL', '2026-01-31T11:00:00Z', 'external'])).toBe(
      '2026-05-01',
    );
  });

  it('ABTA: 28 days, 56 while the relaxation lasted', () => {
    const day = (when: string) => {
      const log = logOf(received(when));
      const packs = abtaWithRelaxation({ from: '2020-04-01', until: '2021-04-01' });
      return lastDayOf(clockOf(project(log, { packs, asOf: when }), 'response'), 'Europe/London');
    };
    expect(day('2020-03-31T10:00:00Z')).toBe('2020-04-28');
    expect(day('2020-04-01T10:00:00Z')).toBe('2020-05-27');
    expect(day('2021-04-01T10:00:00Z')).toBe('2021-04-29');
    expect(
      lastDayOf(
        clockOf(asOf(abtaCode, '2026-01-02', received('2026-01-01T10:00:00Z')), 'response'),
        'Europe/London',
      ),
    ).toBe('2026-01-29');
  });

  it('ASIC: 24 hours and 30 days', () => {
    const { clocks } = asOf(asicRg271, '2026-03-02', received('2026-03-01T10:00:00+11:00'));
    expect(clocks.map(({ clock, dueAt }) => [clock, dueAt])).toEqual([
      ['ack', at('2026-03-02T10:00:00+11:00')],
      ['response', at('2026-04-01T00:00:00+11:00')],
    ]);
  });
});

describe('the desk', () => {
  it('has the limits that it is given, and the documented ones otherwise', () => {
    const desk = deskClocks({
      zone: 'Asia/Shanghai',
      calendar: 'cn',
      limits: { response: { budget: { kind: 'months', months: 1 } } },
      atRisk: [50],
    });
    const limitOf = (name: string) => desk.clocks.find(({ clock }) => clock === name)?.limit;
    expect(limitOf('response')).toEqual({ budget: { kind: 'months', months: 1 } });
    expect(limitOf('ack')).toEqual(deskLimits.ack);
    expect(new Set(desk.clocks.map(({ calendar }) => calendar))).toEqual(new Set(['cn']));
    expect(
      desk.clocks.filter(({ atRisk }) => atRisk !== undefined).every(({ kind }) => kind === 'duty'),
    ).toBe(true);
  });

  it('owes a response again when it hears a case again', () => {
    const { clocks } = asOf(
      deskClocks({ zone: 'Europe/London' }),
      '2026-02-20',
      received('2026-01-12T10:00:00Z'),
      ['ASSESS', '2026-01-12T12:00:00Z', 'investigating'],
      [
        'SEND_DECISION',
        '2026-01-20T12:00:00Z',
        'offered',
        { kind: 'redressOffer', acceptBy: at('2026-02-12T12:00:00Z') },
      ],
      ['DECLINE', '2026-01-25T12:00:00Z', 'escalated'],
      ['CHANGE_PERSON', '2026-01-26T12:00:00Z', 'investigating'],
    );
    expect(
      clocks
        .filter(({ clock }) => clock === 'response')
        .map(({ round, status, anchor }) => [round, status.kind, anchor]),
    ).toEqual([
      [1, 'met', at('2026-01-12T10:00:00Z')],
      [2, 'breached', at('2026-01-26T12:00:00Z')],
    ]);
  });
});
