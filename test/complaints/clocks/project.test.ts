import { compileCalendar, defineWorkingCalendar, englandAndWalesBusinessCalendar } from 'clientele/calendar';
import {
  type CaseEvent,
  type ClockRule,
  defineRulePack,
  deskClocks,
  explainClock,
  fcaDisp,
  describe as inWords,
  orThrow,
  projectClocks,
  type RulePack,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { calendars, clockOf, logOf, project, received, type Told } from './support.js';

const at = Date.parse;

/** A contractual clock from receipt to decision that pauses while the customer or a third party is waited for. */
const answer: ClockRule = {
  clock: 'answer',
  name: { en: 'Answer', zh: '答复' },
  kind: 'duty',
  class: 'contractual',
  starts: [{ event: 'RECEIVE' }],
  meets: [{ event: 'SEND_DECISION' }],
  cancels: [{ enters: 'withdrawn' }],
  pauses: [
    { reason: 'customer', whileIn: ['awaitingCustomer'] },
    {
      reason: 'laboratory',
      from: [{ event: 'ASK_LABORATORY' }],
      until: [{ event: 'LABORATORY_REPLIED' }],
    },
  ],
  limit: { budget: { kind: 'workingMinutes', minutes: 480 } },
  atRisk: [50, 75],
};

function packOf(...clocks: readonly ClockRule[]): RulePack {
  return defineRulePack({
    name: 'promise',
    title: { en: 'Promise', zh: '承诺' },
    zone: 'Europe/London',
    clocks,
    reopenings: [{ event: 'REOPEN' }],
  });
}

const promise = packOf(answer);
/** Monday 12 January 2026, 10:00. */
const opening = received('2026-01-12T10:00:00Z');

function answerAsOf(asOf: string, ...told: readonly Told[]) {
  return clockOf(project(logOf(opening, ...told), { packs: [promise], asOf }), 'answer');
}

describe('a clock', () => {
  it('runs, and is at risk by shares of its working time', () => {
    const clock = answerAsOf('2026-01-12T10:00:00Z');
    const dueAt = at('2026-01-13T10:00:00Z');
    expect(clock).toMatchObject({
      status: { kind: 'running', dueAt },
      dueAt,
      anchor: at('2026-01-12T10:00:00Z'),
    });
    // 240 and 360 working minutes: by working time, not by the clock on the wall.
    expect(clock.atRiskAt).toEqual([
      { percent: 50, at: at('2026-01-12T14:00:00Z') },
      { percent: 75, at: at('2026-01-12T16:00:00Z') },
    ]);
    expect(answerAsOf('2026-01-12T13:59:59.999Z').status).not.toHaveProperty('atRisk');
    expect(answerAsOf('2026-01-12T14:00:00Z').status).toEqual({ kind: 'running', dueAt, atRisk: 50 });
    expect(answerAsOf('2026-01-12T23:00:00Z').status).toEqual({ kind: 'running', dueAt, atRisk: 75 });
  });

  it('is at risk by shares of days, the last of them by its working time', () => {
    const within = (limit: ClockRule['limit'], percent: number): string[] => {
      const rule: ClockRule = { ...answer, pauses: [], limit, atRisk: [percent] };
      const clock = clockOf(
        project(logOf(opening), { packs: [packOf(rule)], asOf: '2026-01-12T10:00:00Z' }),
        'answer',
      );
      return (clock.atRiskAt ?? []).map((one) => new Date(one.at).toISOString());
    };
    const business = (days: number): ClockRule['limit'] => ({ budget: { kind: 'businessDays', days } });
    // The next day is worked from 9 to 17: nine tenths of it are over at 16:12.
    expect(within(business(1), 90)).toEqual(['2026-01-13T16:12:00.000Z']);
    expect(within(business(3), 75)).toEqual(['2026-01-15T11:00:00.000Z']);
    expect(within(business(4), 75)).toEqual(['2026-01-16T00:00:00.000Z']);
    const calendarDays: ClockRule['limit'] = { budget: { kind: 'calendarDays', days: 3 } };
    expect(within(calendarDays, 75)).toEqual(['2026-01-15T06:00:00.000Z']);
    expect(within({ budget: { kind: 'weeks', weeks: 1 } }, 50)).toEqual(['2026-01-16T12:00:00.000Z']);
  });

  it('is met before its limit, and late at the limit itself', () => {
    const sent = (when: string): Told => ['SEND_DECISION', when, 'offered'];
    const dueAt = at('2026-01-13T10:00:00Z');
    expect(answerAsOf('2026-02-01', sent('2026-01-13T09:59:59.999Z')).status).toEqual({
      kind: 'met',
      at: dueAt - 1,
      dueAt,
      marginMs: 1,
    });
    expect(answerAsOf('2026-02-01', sent('2026-01-13T10:00:00Z')).status).toEqual({
      kind: 'breached',
      at: dueAt,
      firstKnownAt: dueAt,
      metAt: dueAt,
    });
  });

  it('is breached at its limit, however late that is told', () => {
    const dueAt = at('2026-01-13T10:00:00Z');
    expect(answerAsOf('2026-01-13T09:59:59.999Z').status.kind).toBe('running');
    expect(answerAsOf('2026-01-13T10:00:00Z').status).toEqual({ kind: 'breached', at: dueAt });
    for (const fedAt of ['2026-01-13T10:00:00Z', '2026-03-01T08:00:00Z']) {
      const timer: Told = ['TIMER_RESPONSE', fedAt, 'investigating', { dueAt }];
      expect(answerAsOf('2026-04-01', timer).status).toEqual({
        kind: 'breached',
        at: dueAt,
        firstKnownAt: at(fedAt),
      });
    }
  });

  it('tells a duty that was dropped in time from one that was dropped late', () => {
    const withdrawn = (when: string): Told => ['WITHDRAW', when, 'withdrawn'];
    expect(answerAsOf('2026-02-01', withdrawn('2026-01-12T12:00:00Z')).status).toEqual({
      kind: 'cancelled',
      at: at('2026-01-12T12:00:00Z'),
      by: 'WITHDRAW',
    });
    expect(answerAsOf('2026-02-01', withdrawn('2026-01-20T12:00:00Z')).status).toMatchObject({
      kind: 'breached',
      at: at('2026-01-13T10:00:00Z'),
      cancelledAt: at('2026-01-20T12:00:00Z'),
    });
  });

  it('is met when a moment says so itself, however late that is told', () => {
    const sent: ClockRule = { ...answer, meets: [{ event: 'SEND_DECISION', at: { data: 'sentAt' } }] };
    const sentAt = at('2026-01-12T15:00:00Z');
    const log = logOf(opening, ['SEND_DECISION', '2026-01-20T10:00:00Z', 'offered', { sentAt }]);
    const asOf = (when: string) =>
      clockOf(project(log, { packs: [packOf(sent)], asOf: when }), 'answer').status;
    expect(asOf('2026-01-19')).toMatchObject({ kind: 'breached' });
    expect(asOf('2026-01-21')).toMatchObject({ kind: 'met', at: sentAt });
    const without = logOf(opening, ['SEND_DECISION', '2026-01-20T10:00:00Z', 'offered']);
    expect(
      clockOf(project(without, { packs: [packOf(sent)], asOf: '2026-01-21' }), 'answer').status,
    ).toMatchObject({
      kind: 'undated',
      problems: [{ code: 'missing', path: ['SEND_DECISION', 'sentAt'] }],
    });
  });
});

describe('when an event happened', () => {
  const since = (field: string): RulePack =>
    packOf({
      ...answer,
      starts: [{ event: 'SHIPPED', at: { record: field } }],
      pauses: [],
      limit: { budget: { kind: 'elapsedMinutes', minutes: 60 } },
    });
  const startOf = (field: string, data: Readonly<Record<string, unknown>> = {}): number =>
    clockOf(
      project(logOf(opening, ['SHIPPED', '2026-01-13T10:00:00Z', 'received', data]), {
        packs: [since(field)],
        asOf: '2026-01-14',
      }),
      'answer',
    ).anchor;

  it('is its `at`, unless its data has a field of that name', () => {
    expect(startOf('SHIPPED.at')).toBe(at('2026-01-13T10:00:00Z'));
    expect(startOf('RECEIVE.at')).toBe(at('2026-01-12T10:00:00Z'));
    expect(startOf('SHIPPED.at', { at: at('2026-01-11T08:00:00Z') })).toBe(at('2026-01-11T08:00:00Z'));
  });
});

describe('pauses', () => {
  const asked: Told = ['ASK_CUSTOMER', '2026-01-12T12:00:00Z', 'awaitingCustomer'];
  const replied: Told = ['CUSTOMER_REPLIED', '2026-01-13T11:00:00Z', 'investigating'];

  it('stop a contractual clock and move its limit (PA-1 of the vectors)', () => {
    expect(answerAsOf('2026-01-12T18:00:00Z', asked).status).toEqual({
      kind: 'paused',
      reasons: ['customer'],
    });
    expect(answerAsOf('2026-01-12T18:00:00Z', asked)).not.toHaveProperty('dueAt');
    expect(answerAsOf('2026-01-13T12:00:00Z', asked, replied)).toMatchObject({
      dueAt: at('2026-01-13T17:00:00Z'),
      pauses: [{ from: at('2026-01-12T12:00:00Z'), until: at('2026-01-13T11:00:00Z'), reason: 'customer' }],
    });
  });

  it('do not stop a statutory clock', () => {
    const log = logOf(opening, asked);
    const packs = [fcaDisp, deskClocks({ zone: 'Europe/London', name: 'desk' })];
    const { clocks } = project(log, { packs, asOf: '2026-01-20' });
    const responses = clocks.filter(({ clock }) => clock === 'response');
    expect(responses.map(({ pack, status }) => [pack, status.kind])).toEqual([
      ['desk', 'paused'],
      ['uk-fca-disp', 'running'],
    ]);
  });

  it('are counted once where reasons overlap (PA-4 of the vectors)', () => {
    const told: readonly Told[] = [
      ['ASK_CUSTOMER', '2026-01-12T11:00:00Z', 'awaitingCustomer'],
      ['ASK_LABORATORY', '2026-01-12T12:00:00Z', 'awaitingCustomer'],
      ['CUSTOMER_REPLIED', '2026-01-12T12:30:00Z', 'investigating'],
      ['LABORATORY_REPLIED', '2026-01-12T13:00:00Z', 'investigating'],
    ];
    expect(answerAsOf('2026-01-12T12:10:00Z', ...told).status).toEqual({
      kind: 'paused',
      reasons: ['customer', 'laboratory'],
    });
    expect(answerAsOf('2026-01-12T13:00:00Z', ...told).dueAt).toBe(at('2026-01-13T12:00:00Z'));
  });

  it('that begin after the limit change nothing', () => {
    const late: Told = ['ASK_CUSTOMER', '2026-01-14T12:00:00Z', 'awaitingCustomer'];
    expect(answerAsOf('2026-01-15', late).status).toMatchObject({
      kind: 'breached',
      at: at('2026-01-13T10:00:00Z'),
    });
  });

  it('end with the clock: what is waited for afterwards moves nothing', () => {
    const sent: Told = ['SEND_DECISION', '2026-01-12T16:00:00Z', 'offered'];
    const wait: Told = ['ASK_CUSTOMER', '2026-01-12T17:00:00Z', 'awaitingCustomer'];
    expect(answerAsOf('2026-02-01', sent, wait)).toMatchObject({
      dueAt: at('2026-01-13T10:00:00Z'),
      status: { kind: 'met', marginMs: 18 * 3_600_000 },
    });
  });
});

describe('rounds', () => {
  const update: ClockRule = {
    clock: 'update',
    name: { en: 'Update', zh: '进展' },
    kind: 'duty',
    class: 'contractual',
    starts: [{ enters: 'investigating' }],
    meets: [{ event: 'SEND_UPDATE' }],
    cancels: [{ event: 'SEND_DECISION' }],
    repeats: true,
    limit: { untilField: 'nextUpdateBy', otherwise: { budget: { kind: 'calendarDays', days: 14 } } },
  };

  it('a periodic clock begins again each time it is met, until what the update promised', () => {
    const promised = at('2026-01-30T17:00:00Z');
    const log = logOf(
      opening,
      ['ASSESS', '2026-01-12T12:00:00Z', 'investigating'],
      ['SEND_UPDATE', '2026-01-20T12:00:00Z', 'investigating', { nextUpdateBy: promised }],
      ['SEND_UPDATE', '2026-02-02T12:00:00Z', 'investigating', { nextUpdateBy: '2026-02-10' }],
    );
    const { clocks } = project(log, { packs: [packOf(update)], asOf: '2026-02-03' });
    expect(clocks.map(({ round, dueAt, status }) => [round, dueAt, status.kind])).toEqual([
      [1, at('2026-01-27T00:00:00Z'), 'met'],
      [2, promised, 'breached'],
      [3, at('2026-02-11T00:00:00Z'), 'running'],
    ]);
  });

  it('a new start while it runs counts only where the rule says so', () => {
    const window: ClockRule = {
      ...answer,
      clock: 'wait',
      kind: 'window',
      starts: [{ event: 'ASK' }],
      meets: [],
      cancels: [],
      limit: { budget: { kind: 'calendarDays', days: 5 } },
    };
    const log = logOf(
      opening,
      ['ASK', '2026-01-12T12:00:00Z', 'received'],
      ['ASK', '2026-01-14T12:00:00Z', 'received'],
      ['ASK', '2026-01-20T12:00:00Z', 'received'],
    );
    const first = project(log, { packs: [packOf(window)], asOf: '2026-01-21' }).clocks;
    expect(first.map(({ startedBy, status }) => [startedBy.eventId, status.kind])).toEqual([
      ['e2', 'lapsed'],
      ['e4', 'running'],
    ]);
    const every = project(log, {
      packs: [packOf({ ...window, restartsOn: 'everyStart' })],
      asOf: '2026-01-21',
    }).clocks;
    expect(every.map(({ startedBy, status }) => [startedBy.eventId, status.kind])).toEqual([
      ['e2', 'cancelled'],
      ['e3', 'lapsed'],
      ['e4', 'running'],
    ]);
  });
});

describe('what cannot be dated', () => {
  it('is a problem of its clock; the others still answer', () => {
    const short = compileCalendar({
      ...englandAndWalesBusinessCalendar(),
      exceptions: [],
      known: { from: '2026-01-01', until: '2026-01-14' },
    });
    const packs = [
      packOf(
        {
          ...answer,
          clock: 'unknownYear',
          calendar: 'short',
          limit: { budget: { kind: 'businessDays', days: 10 } },
        },
        { ...answer, clock: 'nobodys', calendar: 'nobodys' },
        { ...answer, clock: 'noField', limit: { untilField: 'promisedBy' }, pauses: [] },
        { ...answer, clock: 'fine' },
      ),
    ];
    const answers = project(logOf(opening), {
      packs,
      calendars: { ...calendars, short },
      asOf: '2026-01-12',
    }).clocks;
    expect(
      Object.fromEntries(
        answers.map(({ clock, status }) => [
          clock,
          status.kind === 'undated' ? status.problems[0].code : status.kind,
        ]),
      ),
    ).toEqual({ unknownYear: 'unknownDay', nobodys: 'unknownCalendar', noField: 'missing', fine: 'running' });
  });

  it('names the calendar of another zone, where days would turn at another time', () => {
    const utc = compileCalendar(
      defineWorkingCalendar({ ...englandAndWalesBusinessCalendar(), zone: 'America/New_York' }),
    );
    const log = logOf(received('2026-04-02T10:00:00Z'));
    const summary = clockOf(
      project(log, { packs: [fcaDisp], calendars: { uk: utc }, asOf: '2026-04-02' }),
      'summary',
    );
    expect(summary.status).toMatchObject({ kind: 'undated', problems: [{ code: 'otherZone' }] });
    expect(inWords(summary, 'en')).toBe(
      'Summary resolution: cannot be dated (calendars.uk.zone: expected the same as the zone of uk-fca-disp, where its days turn (Europe/London), found "America/New_York"). Rule: DISP 1.5.1R.',
    );
  });

  it('keeps when it was met', () => {
    const log = logOf(opening, ['SEND_DECISION', '2026-01-12T12:00:00Z', 'offered']);
    const { status } = clockOf(
      project(log, { packs: [promise], calendars: {}, asOf: '2026-01-13' }),
      'answer',
    );
    expect(status).toMatchObject({ kind: 'undated', endedAt: at('2026-01-12T12:00:00Z') });
  });
});

describe('versions', () => {
  const version = (
    name: string,
    days: number,
    effective: RulePack['effective'],
    chosenBy: RulePack['chosenBy'],
  ): RulePack => ({
    ...packOf({
      ...answer,
      starts: [{ event: 'ASSESS' }],
      limit: { budget: { kind: 'calendarDays', days } },
    }),
    version: name,
    effective,
    chosenBy,
  });
  const both = (chosenBy: RulePack['chosenBy']) => [
    version('old', 10, { until: '2026-04-08' }, chosenBy),
    version('new', 20, { from: '2026-04-08', until: '2026-05-01' }, chosenBy),
  ];
  const log = logOf(
    ['RECEIVE', '2026-04-07T22:00:00Z', 'received'],
    ['ASSESS', '2026-04-09T10:00:00Z', 'investigating'],
  );

  it('are chosen by the day of receipt, or by that of the start', () => {
    const chosen = (chosenBy: RulePack['chosenBy']) =>
      project(log, { packs: both(chosenBy), asOf: '2026-04-10' }).clocks.map((one) => one.version);
    expect(chosen('opening')).toEqual(['old']);
    expect(chosen('start')).toEqual(['new']);
  });

  it('turn with the day of their zone', () => {
    // 22:00Z is 23:00 in London and the next day in Paris.
    const paris = both('opening').map((pack) => ({ ...pack, zone: 'Europe/Paris' }));
    expect(project(log, { packs: paris, asOf: '2026-04-10' }).clocks.map((one) => one.version)).toEqual([
      'new',
    ]);
  });

  it('are told where none covers the day', () => {
    const late = logOf(
      ['RECEIVE', '2026-05-02T10:00:00Z', 'received'],
      ['ASSESS', '2026-05-03T10:00:00Z', 'investigating'],
    );
    const versions = [
      { version: 'old', until: '2026-04-08' },
      { version: 'new', from: '2026-04-08', until: '2026-05-01' },
    ];
    expect(project(late, { packs: both('opening'), asOf: '2026-05-04' })).toMatchObject({
      clocks: [],
      notInForce: [{ pack: 'promise', day: '2026-05-02', versions }],
    });
    expect(project(late, { packs: both('start'), asOf: '2026-05-04' }).notInForce).toEqual([
      { pack: 'promise', day: '2026-05-03', versions },
    ]);
  });

  it('may not be effective at once', () => {
    const [old, young] = [version('old', 10, { until: '2026-04-09' }, 'opening'), both('opening')[1]];
    const answerOf = projectClocks(log, { packs: [old, young ?? old], calendars, asOf: '2026-04-10' });
    expect(answerOf).toMatchObject({
      _tag: 'Left',
      left: [{ code: 'effectiveTwice', path: ['packs', 1, 'effective'] }],
    });
  });

  it('apply to the cases that a test lets through', () => {
    const forCards = {
      ...promise,
      applies: { left: { record: 'RECEIVE.product' }, is: '=', right: { value: 'card' } },
    } as const;
    const of = (product: string) =>
      project(logOf(['RECEIVE', '2026-01-12T10:00:00Z', 'received', { product }]), {
        packs: [forCards],
        asOf: '2026-01-13',
      });
    expect(of('card').clocks).toHaveLength(1);
    expect(of('loan').clocks).toHaveLength(0);
  });
});

describe('a log', () => {
  const codeOf = (log: readonly CaseEvent[], asOf: string | number = '2026-02-01') => {
    const result = projectClocks(log, { packs: [promise], calendars, asOf });
    return result._tag === 'Left' ? result.left.map(({ code, path }) => [code, ...path]) : 'fine';
  };
  const log = logOf(opening, ['ASSESS', '2026-01-12T12:00:00Z', 'investigating']);
  const [first, second] = log;
  if (first === undefined || second === undefined) throw new Error('two events');

  it('is refused where it is no log of one case in order', () => {
    expect(codeOf([])).toEqual([['missing', 'log']]);
    expect(codeOf([second, first])).toEqual([['outOfOrder', 'log', 1, 'at']]);
    expect(codeOf([first, { ...second, caseId: 'c2' }])).toEqual([['otherCase', 'log', 1, 'caseId']]);
    expect(codeOf([first, { ...second, at: Number.NaN }])).toEqual([['notAnInstant', 'log', 1, 'at']]);
    // @ts-expect-error a log from nowhere
    expect(codeOf('log')).toEqual([['wrongType', 'log']]);
    // @ts-expect-error an event from nowhere
    expect(codeOf([null])).toEqual([['wrongType', 'log', 0]]);
    expect(codeOf(log, 'yesterday')).toEqual([['notAnInstant', 'asOf']]);
    expect(projectClocks(log, { packs: [promise], calendars, asOf: 0, zone: 'Mars/Olympus' })._tag).toBe(
      'Left',
    );
  });

  it('tells of nothing before it begins', () => {
    expect(project(log, { packs: [promise, fcaDisp], asOf: '2026-01-11' })).toMatchObject({
      clocks: [],
      notInForce: [],
      problems: [],
    });
  });

  it('whose receipt cannot be read leaves a whole pack out, and says so', () => {
    const unread = logOf(['RECEIVE', '2026-01-12T10:00:00Z', 'received', { receivedAt: 'Monday' }]);
    const answers = project(unread, { packs: [promise, fcaDisp], asOf: '2026-01-13' });
    expect(answers.clocks.map(({ pack }) => pack)).toEqual(['promise']);
    expect(answers.problems).toMatchObject([{ code: 'notAnInstant', path: ['RECEIVE', 'receivedAt'] }]);
  });
});

describe('words', () => {
  it('name a pause and a rule as the pack does, in both languages', () => {
    const named = defineRulePack({
      name: 'p',
      title: { en: 'P', zh: '规则' },
      zone: 'Europe/London',
      clocks: [
        {
          clock: 'answer',
          name: { en: 'Answer', zh: '答复' },
          kind: 'duty',
          class: 'contractual',
          starts: [{ event: 'RECEIVE' }],
          meets: [],
          limit: { budget: { kind: 'elapsedMinutes', minutes: 600 } },
          pauses: [
            { reason: 'visit', name: { en: 'visit of a technician', zh: '上门检修' }, whileIn: ['visit'] },
            { reason: 'parts', whileIn: ['visit'] },
          ],
          citation: { rule: 'Code 4', name: { en: 'Code, art. 4', zh: '守则第四条' }, source: 'Code' },
        },
      ],
    });
    const log = logOf(received('2026-01-05T08:00:00Z'), ['VISIT', '2026-01-05T09:00:00Z', 'visit']);
    const stood = clockOf(project(log, { packs: [named], asOf: '2026-01-06' }), 'answer');
    expect(inWords(stood, 'en')).toBe('Answer: paused (visit of a technician, parts). Rule: Code, art. 4.');
    expect(inWords(stood, 'zh')).toBe('答复：已暂停（上门检修、parts）。依据：守则第四条。');

    const back = logOf(
      received('2026-01-05T08:00:00Z'),
      ['VISIT', '2026-01-05T09:00:00Z', 'visit'],
      ['REPAIRED', '2026-01-05T10:00:00Z', 'received'],
    );
    const options = { packs: [named], calendars, asOf: '2026-01-06' };
    const why = orThrow(explainClock(back, { pack: 'p', clock: 'answer' }, options));
    const [en, zh] = (['en', 'zh'] as const).map((language) => inWords(why, language));
    expect(en).toContain('paused (visit of a technician, parts), not counted.');
    expect(zh).toContain('暂停（上门检修、parts），不计入。');
    expect(why.clock.pauses[0]).toMatchObject({ reason: 'visit', name: { zh: '上门检修' } });
  });

  it('name the time until a case was reopened, and every kind of budget does', () => {
    const reopened = logOf(
      received('2026-04-07T09:00:00Z'),
      ['ASK_CUSTOMER', '2026-04-08T09:00:00Z', 'awaitingCustomer', {}],
      ['CUSTOMER_REPLIED', '2026-04-09T09:00:00Z', 'investigating', {}],
      ['WITHDRAW', '2026-04-10T09:00:00Z', 'withdrawn', {}],
      ['REOPEN', '2026-04-14T09:00:00Z', 'investigating', { clockPolicy: 'resume' }],
    );
    for (const budget of [
      { kind: 'businessDays', days: 15 },
      { kind: 'workingMinutes', minutes: 6000 },
    ] as const) {
      const desk = deskClocks({ zone: 'Europe/London', limits: { response: { budget } } });
      const options = { packs: [desk], calendars, asOf: '2026-04-15' };
      const why = orThrow(explainClock(reopened, { pack: 'desk', clock: 'response' }, options));
      expect(inWords(why, 'en')).toContain('waiting for the customer');
      expect(inWords(why, 'en')).toContain('closed until it was reopened');
      expect(inWords(why, 'zh')).toContain('等待客户');
      expect(inWords(why, 'zh')).toContain('结案至重开');
    }
  });

  const say = (asOf: string, ...told: readonly Told[]) => {
    const clock = clockOf(
      project(logOf(received('2026-04-02T09:00:00Z'), ...told), { packs: [fcaDisp], asOf }),
      'response',
    );
    return [inWords(clock, 'en'), inWords(clock, 'zh')];
  };

  it('say where a clock stands, and by which rule', () => {
    expect(say('2026-04-03')).toEqual([
      'Final response: due by the end of 28 May 2026. Rule: DISP 1.6.2R.',
      '最终答复：应于 2026年5月28日结束前完成。依据：DISP 1.6.2R。',
    ]);
    expect(say('2026-06-01')).toEqual([
      'Final response: breached, it was due by the end of 28 May 2026 and is still owed. Rule: DISP 1.6.2R.\n' +
        'The complainant can refer the complaint to the Financial Ombudsman Service.',
      '最终答复：已逾期（应于 2026年5月28日结束前完成），至今未完成。依据：DISP 1.6.2R。\n' +
        '投诉人可将投诉提交金融申诉专员服务机构（FOS）。',
    ]);
    expect(
      say('2026-06-01', ['SEND_DECISION', '2026-05-01T09:30:00Z', 'offered', { kind: 'final' }])[0],
    ).toBe(
      'Final response: met at 10:30 on 1 May 2026, in time (by the end of 28 May 2026). Rule: DISP 1.6.2R.',
    );
  });
});
