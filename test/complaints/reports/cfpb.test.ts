/** Rows of the CFPB's database at their edges; the real files are in test/conformance. */
import {
  type CfpbComplaint,
  type CfpbDialect,
  cfpbCells,
  cfpbCommands,
  cfpbDialects,
  cfpbRow,
  compileWorkflow,
  complaintWorkflow,
  describe as inWords,
  orThrow,
  readCfpbRow,
  readCfpbRows,
  runSteps,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { caseLog } from './support.js';

const complaints = compileWorkflow(complaintWorkflow);

const row = {
  date_received: '2026-01-05',
  product: 'Mortgage',
  issue: 'Servicing',
  state: 'CA',
  date_sent_to_company: '2026-01-06',
};

const complaint: CfpbComplaint = {
  id: 'c1',
  receivedOn: '2026-01-05',
  sentOn: '2026-01-06',
  product: 'Mortgage',
  flags: [],
};

function stateOf(said: Partial<CfpbComplaint>): string | undefined {
  return runSteps(complaints, orThrow(cfpbCommands({ ...complaint, ...said }))).case?.state;
}

describe('reading', () => {
  it.each([
    ['2026-01-20', []],
    ['2026-01-21', ['routedAfter15Days']],
    ['2026-01-05', []],
    ['2026-01-04', ['sentBeforeReceived']],
  ])('sent on %s after 2026-01-05: flags %o', (date_sent_to_company, flags) => {
    expect(orThrow(readCfpbRow({ ...row, date_sent_to_company })).flags).toEqual(flags);
  });

  it('names every heading that is wrong', () => {
    const result = readCfpbRow({
      ...row,
      date_received: '',
      product: '  ',
      date_sent_to_company: '06.01.2026',
    });
    expect(result._tag === 'Left' && result.left.map(({ code, path }) => [code, ...path])).toEqual([
      ['missing', 'date_received'],
      ['notADay', 'date_sent_to_company'],
      ['missing', 'product'],
    ]);
  });

  it('accepted and rejected rows are all rows; a second id is rejected, and what is no row', () => {
    const [, dialect] = cfpbDialects;
    if (dialect === undefined) throw new Error('no dialect');
    const cells = cfpbCells(complaint, dialect);
    const read = readCfpbRows([cells, cells, null as never, { ...cells, 'Complaint ID': 'c2' }]);
    expect(read.accepted.map(({ row: number, complaint: { id } }) => [number, id])).toEqual([
      [1, 'c1'],
      [4, 'c2'],
    ]);
    expect(read.rejected.map(({ row: number, problems }) => [number, problems[0].code])).toEqual([
      [2, 'repeated'],
      [3, 'wrongType'],
    ]);
    expect(read.rows).toBe(read.accepted.length + read.rejected.length);
  });

  it('a dialect that nobody has seen is read and written from data', () => {
    const dialect: CfpbDialect = {
      name: 'German',
      columns: {
        id: 'Nr',
        receivedOn: 'Eingang',
        sentOn: 'Weitergeleitet',
        product: 'Produkt',
        timely: 'Frist',
      },
      days: 'd. M. yyyy',
      timely: { yes: 'ja', no: 'nein' },
      disputed: { yes: 'ja', no: 'nein', notAsked: '–' },
      responses: {
        monetaryRelief: 'Geld',
        nonMonetaryRelief: 'Abhilfe',
        explanation: 'Erklärung',
        closed: 'erledigt',
        inProgress: 'läuft',
        untimely: 'keine',
      },
    };
    const cells = {
      Nr: '7',
      Eingang: '5. 1. 2026',
      Weitergeleitet: '16. 1. 2026',
      Produkt: 'Konto',
      Frist: 'nein',
    };
    const read = orThrow(readCfpbRow(cells, { dialect }));
    expect(read).toMatchObject({ id: '7', receivedOn: '2026-01-05', sentOn: '2026-01-16', timely: false });
    expect(cfpbCells(read, dialect)).toEqual(cells);
  });
});

describe('the script of a row', () => {
  it.each([
    [{}, 'investigating'],
    [{ response: 'inProgress', timely: true }, 'investigating'],
    [{ response: 'untimely', timely: false }, 'investigating'],
    [{ response: 'explanation', timely: true }, 'offered'],
    [{ response: 'explanation', timely: true, disputed: 'notAsked' }, 'offered'],
    [{ response: 'monetaryRelief', timely: true }, 'offered'],
    [{ response: 'explanation', timely: true, disputed: 'no' }, 'resolved'],
    [{ response: 'nonMonetaryRelief', timely: false, disputed: 'no' }, 'resolved'],
    [{ response: 'closed', timely: true, disputed: 'yes' }, 'escalated'],
  ] as const)('%o ends %s', (said, state) => {
    expect(stateOf(said)).toBe(state);
  });

  it('what is assumed is named, and changes nothing but the days', () => {
    const said = { ...complaint, response: 'explanation', timely: true, disputed: 'no' } as const;
    const [assumed, early] = [{}, { timelyAfter: 3, feedbackAfter: 1, verifiedAfter: 0 }].map((options) =>
      orThrow(cfpbCommands(said, { zone: 'UTC', ...options })),
    );
    expect(early?.map(({ command }) => command.type)).toEqual(assumed?.map(({ command }) => command.type));
    const sentAt = early?.find(({ command }) => command.type === 'SEND_DECISION')?.command.at;
    expect(sentAt).toBe(Date.UTC(2026, 0, 9));
  });

  it.each([
    [{}, { zone: 'Mars/Olympus' }, ['zone']],
    [{ receivedOn: '2026-02-30' }, {}, ['receivedOn']],
    [{}, { feedbackAfter: -1 }, ['feedbackAfter']],
    [{}, { lateAfter: Number.NaN }, ['lateAfter']],
  ])('%o with %o is refused', (said, options, path) => {
    const result = cfpbCommands({ ...complaint, ...said }, options);
    expect(result._tag === 'Left' && result.left.map((one) => one.path)).toEqual([path]);
  });
});

describe("a company's own case", () => {
  const log = caseLog(
    'own',
    ['RECEIVE', '2026-01-05', { description: 'Charged twice.\nSince May.' }],
    ['ASSESS', '2026-01-06'],
    ['CONCLUDE', '2026-01-12'],
    ['PROPOSE', '2026-01-12', { remedies: [{ id: 'r', kind: 'apology', basis: 'the wait' }] }],
    ['SEND_DECISION', '2026-01-12'],
    ['DECLINE', '2026-01-14'],
  );

  it('becomes a row: its own words, and what the log tells', () => {
    expect(orThrow(cfpbRow(log))).toEqual({
      id: 'own',
      receivedOn: '2026-01-05',
      sentOn: '2026-01-06',
      product: 'card',
      issue: 'fees',
      narrative: 'Charged twice.\nSince May.',
      company: 'ann',
      submittedVia: 'web',
      response: 'nonMonetaryRelief',
      timely: true,
      disputed: 'yes',
      flags: [],
    });
  });

  it('one that was not sent to anybody yet has no row', () => {
    const result = cfpbRow(log.slice(0, 1));
    expect(result._tag === 'Left' && result.left.map((one) => inWords(one, 'en'))).toEqual([
      'ASSESS: expected a value, found nothing.',
    ]);
  });
});

it('steps after a refused one are still told, and every step is accounted for', () => {
  const steps = orThrow(cfpbCommands({ ...complaint, response: 'explanation', timely: true }));
  const [first, ...others] = steps;
  if (first === undefined) throw new Error('no steps');
  const taken = runSteps(complaints, [first, first, ...others.slice(1), ...others]);
  expect(taken.repeated).toBe(1);
  expect(taken.refused.map(({ refusal }) => refusal.kind)).toContain('notLegalHere');
  expect(taken.case?.state).toBe('offered');
  expect(taken.log.length + taken.repeated + taken.refused.length).toBe(2 * steps.length - 1);
});
