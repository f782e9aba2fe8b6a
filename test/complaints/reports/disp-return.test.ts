/** The figures of a complaints return. */
import { compileCalendar, englandAndWalesBusinessCalendar } from 'clientele/calendar';
import { dispReturn, describe as inWords, isoIndicators, orThrow } from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { answered, caseLog, type Told } from './support.js';

const calendar = compileCalendar(englandAndWalesBusinessCalendar());
const half = { from: '2026-01-01', until: '2026-07-01', calendar } as const;

const logs = [
  // Thursday before Easter: the third business day is Thursday 9 April.
  caseLog('in three days', ...answered('2026-04-02', '2026-04-09')),
  caseLog('a day later', ...answered('2026-04-02', '2026-04-10')),
  caseLog('on the last day of eight weeks', ...answered('2026-02-02', '2026-03-30')),
  caseLog('after eight weeks', ...answered('2026-02-02', '2026-03-31')),
  caseLog(
    'from last year',
    ...answered('2025-12-01', '2026-01-05', 5000),
    ['ACCEPT', '2026-01-07'],
    ['FULFIL', '2026-01-10', { remedyId: 'r1', amountPaid: 5000 }],
  ),
  caseLog('still open', ['RECEIVE', '2026-06-20'], ['ASSESS', '2026-06-20']),
  caseLog('withdrawn', ['RECEIVE', '2026-05-01'], ['WITHDRAW', '2026-05-02']),
  caseLog('after the period', ...answered('2026-07-01', '2026-07-02')),
];

describe('dispReturn', () => {
  const { total, cases, rejected } = orThrow(dispReturn(logs, half));

  it('counts the day of receipt out and bank holidays not at all', () => {
    expect(total.within).toEqual([
      { name: '3 business days', closed: 1 },
      { name: '8 weeks', closed: 3 },
    ]);
    expect(total.later).toBe(1);
  });

  it('balances', () => {
    expect([cases, rejected]).toEqual([8, []]);
    expect(total).toMatchObject({
      outstandingAtStart: 1,
      received: 6,
      reopened: 0,
      closed: 5,
      ended: 1,
      outstandingAtEnd: 1,
      upheld: 5,
      redressPaid: { GBP: 5000 },
    });
  });

  it('the older form', () => {
    const { total: older } = orThrow(dispReturn(logs, { ...half, form: '4 weeks, 8 weeks' }));
    expect(older.within.map(({ closed }) => closed)).toEqual([2, 2]);
    expect(older.later).toBe(1);
  });

  it('columns of the host', () => {
    const form = [{ name: '10 days', within: { budget: { kind: 'calendarDays', days: 10 } } }] as const;
    const { total: own } = orThrow(dispReturn(logs, { ...half, form }));
    expect([own.within, own.later]).toEqual([[{ name: '10 days', closed: 2 }], 3]);
  });

  it('a complaint that is reopened is closed twice, and the balance holds', () => {
    const log = caseLog(
      'c',
      ...answered('2026-02-02', '2026-02-03'),
      ['ACCEPT', '2026-02-04'],
      ['TIMER_VERIFY', '2026-02-20'],
      ['REOPEN', '2026-03-01'],
      ['CONCLUDE', '2026-03-02', { upheld: 'no' }],
      ['PROPOSE', '2026-03-02'],
      ['SEND_DECISION', '2026-03-02'],
    );
    expect(orThrow(dispReturn([log], half)).total).toMatchObject({
      received: 1,
      reopened: 1,
      closed: 2,
      outstandingAtEnd: 0,
      upheld: 1,
      rejected: 1,
    });
    expect(orThrow(dispReturn([log], { ...half, until: '2026-02-10' })).total.outstandingAtEnd).toBe(0);
    expect(orThrow(dispReturn([log], { ...half, until: '2026-03-02' })).total.outstandingAtEnd).toBe(1);
  });

  // DISP 1.10.2R and notes (handbook chapter 1.2): partly upheld, or goodwill without a decision, is upheld.
  it.each([
    ['partly', undefined, 'upheld'],
    ['no', undefined, 'rejected'],
    ['no', 2000, 'rejected'],
  ] as const)('concluded %s with %s paid counts as %s', (upheld, amount, verdict) => {
    const [receive, assess, , ...rest] = answered('2026-02-02', '2026-02-20', amount);
    if (receive === undefined || assess === undefined) throw new Error('no such steps');
    const log = caseLog('c', receive, assess, ['CONCLUDE', '2026-02-20', { upheld }], ...rest);
    expect(orThrow(dispReturn([log], half)).total[verdict]).toBe(1);
  });

  // DISP 1.10.7R with 1.5.1R to 1.5.4R: a summary is an answer of what the complainant has accepted.
  it('a summary closes with the acceptance, whichever of the two came first', () => {
    const summedUp = [...answered('2026-02-02', '2026-02-03').slice(0, 4)];
    const summary: Told = ['SEND_DECISION', '2026-02-03', { kind: 'summary' }];
    const figures = (...told: readonly Told[]) => {
      const { total: all } = orThrow(dispReturn([caseLog('c', ...summedUp, ...told)], half));
      return [all.closed, all.within[0]?.closed, all.ended, all.outstandingAtEnd];
    };
    const owed = [0, 0, 0, 1];
    expect(figures(summary)).toEqual(owed);
    expect(figures(summary, ['DECLINE', '2026-02-04'])).toEqual(owed);
    expect(figures(summary, ['ACCEPT', '2026-02-05'])).toEqual([1, 1, 0, 0]);
    expect(figures(summary, ['ACCEPT', '2026-02-06'])).toEqual([1, 0, 0, 0]);
    // Silence does not accept; the final response that is still owed can be sent after all.
    const silent: readonly Told[] = [summary, ['TIMER_OFFER', '2026-03-10']];
    expect(figures(...silent)).toEqual(owed);
    const final = answered('2026-03-12', '2026-03-12').slice(2);
    expect(figures(...silent, ['REOPEN', '2026-03-11'], ...final)).toEqual([1, 0, 0, 0]);
    const offer: Told = ['SEND_DECISION', '2026-02-03', { kind: 'redressOffer' }];
    expect(figures(offer, ['TIMER_OFFER', '2026-03-10'])).toEqual([1, 0, 0, 0]);
  });

  it('a complaint heard again is closed by what this hearing has answered', () => {
    const again: readonly Told[] = [
      ...answered('2026-02-02', '2026-02-03').slice(0, 4),
      ['SEND_DECISION', '2026-02-03', { kind: 'summary' }],
      ['ACCEPT', '2026-02-04'],
      ['TIMER_VERIFY', '2026-02-20'],
      ['REOPEN', '2026-03-01'],
      ...answered('2026-03-02', '2026-03-02').slice(2, 4),
      ['SEND_DECISION', '2026-03-02', { kind: 'summary' }],
    ];
    const counts = { received: 1, reopened: 1, closed: 1, outstandingAtEnd: 1 };
    expect(orThrow(dispReturn([caseLog('c', ...again)], half)).total).toMatchObject(counts);
  });

  it('goodwill without a conclusion is upheld', () => {
    const [receive, , , ...rest] = answered('2026-02-02', '2026-02-03', 1000);
    if (receive === undefined) throw new Error('no such step');
    const log = caseLog('c', receive, ['ASSESS', '2026-02-02', { resolvableNow: true }], ...rest);
    expect(orThrow(dispReturn([log], half)).total).toMatchObject({ upheld: 1, undetermined: 0 });
  });

  it('groups add up to the total', () => {
    const { groups, total: all } = orThrow(dispReturn(logs, { ...half, by: 'product' }));
    expect(groups.map(({ name }) => name)).toEqual(['card']);
    expect(groups[0]?.row).toEqual(all);
  });

  it('what the calendar does not know stands in a column of its own', () => {
    const log = caseLog('c', ...answered('2031-02-03', '2031-02-04'));
    const { total: later } = orThrow(dispReturn([log], { ...half, from: '2031-01-01', until: '2031-07-01' }));
    expect([later.closed, later.undated]).toEqual([1, 1]);
  });

  it.each([
    [{ from: '2026-02-30' }, ['from']],
    [{ until: '2026-01-01' }, ['until']],
  ])('%o is refused', (wrong, path) => {
    const result = dispReturn([], { ...half, ...wrong });
    expect(result._tag === 'Left' && result.left[0].path).toEqual(path);
  });
});

describe('logs and options that are none', () => {
  const log = caseLog('c', ...answered('2026-02-02', '2026-02-03'));
  const rubbish = JSON.parse('[[{"a":1}],null,[]]');

  it('are rejected with their reasons, and a case is counted once', () => {
    const { cases, rejected, total } = orThrow(dispReturn([...rubbish, log, log], half));
    expect([cases, total.received, rejected.length]).toEqual([1, 1, 4]);
    expect(rejected.map(({ caseId, problems: [{ code }] }) => [caseId, code])).toEqual([
      ['', 'wrongType'],
      ['', 'wrongType'],
      ['', 'missing'],
      ['c', 'repeated'],
    ]);
    const indicators = orThrow(
      isoIndicators([...rubbish, log, log], { asOf: '2026-03-31', packs: [], calendars: {} }),
    );
    expect([indicators.cases, indicators.rejected.length]).toEqual([1, 4]);
  });

  it('are problems that say what would be right', () => {
    const messages = (options: object) => {
      const made = dispReturn([log], { ...half, ...options });
      return made._tag === 'Left' ? made.left.map((one) => inWords(one, 'en')) : [];
    };
    expect(messages({ until: '2025-06-01' })).toEqual([
      'until: expected a day after 2026-01-01, found "2025-06-01".',
    ]);
    expect(messages({ until: '2026-02-30' })).toEqual([
      'until: expected a day of the calendar, found "2026-02-30".',
    ]);
    expect(messages({ by: 'nonsense' })).toHaveLength(1);
    expect(messages({ calendar: englandAndWalesBusinessCalendar() })).toEqual([
      'calendar: expected a calendar made ready by compileCalendar, found "object".',
    ]);
  });
});
