/** Laws of reports: what goes in comes back, counts add up, order does not matter. */
import { compileCalendar, englandAndWalesBusinessCalendar } from 'clientele/calendar';
import {
  type CfpbComplaint,
  cfpbCells,
  cfpbCommands,
  cfpbDialects,
  cfpbRow,
  compareCounts,
  compileWorkflow,
  complaintCauses,
  complaintTrends,
  complaintWorkflow,
  type DispRow,
  dispReturn,
  isoIndicators,
  orThrow,
  readCfpbRow,
  runSteps,
  wilsonInterval,
} from 'clientele/complaints';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const complaints = compileWorkflow(complaintWorkflow);
const calendar = compileCalendar(englandAndWalesBusinessCalendar());

const day = fc
  .integer({ min: 0, max: 700 })
  .map((n) => new Date(Date.UTC(2025, 0, 2 + n)).toISOString().slice(0, 10));
/** Anything that is not blank, with line breaks and what the form of a description is made of. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('State: CA', 'a\nState: CA', '\\n', 'line\r\nbreak', 'CFPB complaint, as published'),
  )
  .filter((value) => value.trim() !== '');

const published: fc.Arbitrary<CfpbComplaint> = fc
  .record(
    {
      receivedOn: day,
      sentOn: day,
      product: fc.constantFrom('Mortgage', 'Credit card', 'Debt collection'),
      subProduct: text,
      issue: text,
      subIssue: text,
      narrative: text,
      publicResponse: text,
      company: text,
      state: text,
      zip: text,
      tags: text,
      consent: text,
      submittedVia: text,
      eventTag: text,
      response: fc.constantFrom(
        'monetaryRelief',
        'nonMonetaryRelief',
        'explanation',
        'closed',
        'inProgress',
        'untimely',
      ),
      timely: fc.boolean(),
      disputed: fc.constantFrom('yes', 'no', 'notAsked'),
    },
    { requiredKeys: ['receivedOn', 'sentOn', 'product'] },
  )
  .map((fields) => ({ id: 'c1', flags: [], ...fields }));

const withIds = (all: readonly CfpbComplaint[]): readonly CfpbComplaint[] =>
  all.map((one, i) => ({ ...one, id: `c${i}` }));
const desk = fc.array(published, { maxLength: 12 }).map(withIds);

function logOf(complaint: CfpbComplaint) {
  const { log, refused } = runSteps(complaints, orThrow(cfpbCommands(complaint)));
  expect(refused).toEqual([]);
  return log;
}

it('every published complaint replays without a refusal and comes back as it was', () => {
  fc.assert(
    fc.property(published, (complaint) => {
      const { flags: _, ...row } = orThrow(cfpbRow(logOf(complaint)));
      const { flags: __, ...asked } = complaint;
      expect(row).toEqual(asked);
    }),
    { numRuns: 100 },
  );
});

it('cells of every dialect are read back as what they were written from', () => {
  fc.assert(
    fc.property(published, fc.constantFrom(...cfpbDialects), (complaint, dialect) => {
      const cells = cfpbCells(complaint, dialect);
      const read = orThrow(readCfpbRow(cells, { dialect }));
      expect(cfpbCells(read, dialect)).toEqual(cells);
    }),
    { numRuns: 60 },
  );
});

const closedIn = ({ within, later, undated }: DispRow): number =>
  within.reduce((sum, column) => sum + column.closed, later + undated);

it('a return balances, and two halves make the whole', () => {
  fc.assert(
    fc.property(desk, fc.tuple(day, day, day), (all, days) => {
      const logs = all.map(logOf);
      const [from = '', middle = '', until = ''] = days.toSorted();
      fc.pre(from < middle && middle < until);
      const rowOf = (start: string, end: string): DispRow =>
        orThrow(dispReturn(logs, { from: start, until: end, calendar })).total;
      const [whole, first, second] = [rowOf(from, until), rowOf(from, middle), rowOf(middle, until)];
      for (const row of [whole, first, second]) {
        const { outstandingAtStart, received, reopened, closed, ended, outstandingAtEnd } = row;
        expect(outstandingAtStart + received + reopened).toBe(closed + ended + outstandingAtEnd);
        expect(closedIn(row)).toBe(closed);
        expect(row.upheld + row.rejected + row.undetermined).toBe(closed);
      }
      expect(first.outstandingAtEnd).toBe(second.outstandingAtStart);
      for (const count of ['received', 'reopened', 'closed', 'upheld', 'ended', 'later'] as const)
        expect(first[count] + second[count]).toBe(whole[count]);
    }),
    { numRuns: 40 },
  );
});

it('rates, causes and trends count every case once, in whatever order the cases come', () => {
  fc.assert(
    fc.property(desk, (all) => {
      const logs = all.map(logOf);
      const indicators = orThrow(
        isoIndicators(logs, { asOf: Date.UTC(2027, 0, 1), packs: [], calendars: {} }),
      );
      for (const rate of [indicators.acknowledgedOnTime, indicators.satisfied, indicators.reopened])
        expect(rate.of + rate.leftOut.reduce((sum, { cases }) => sum + cases.length, 0)).toBe(logs.length);
      const causes = complaintCauses(logs);
      expect(causes.rows.reduce((sum, { cases }) => sum + cases, causes.leftOut.length)).toBe(logs.length);
      expect(complaintCauses(logs.toReversed()).rows).toEqual(causes.rows);
      const asked = {
        from: '2025-03-31',
        periods: 9,
        every: { months: 2 },
        zone: 'America/New_York',
      } as const;
      const trends = orThrow(complaintTrends(logs, { ...asked, by: 'product' }));
      const { otherTime, noGroup } = trends.leftOut;
      expect(trends.counted + otherTime.length + noGroup.length).toBe(logs.length);
      expect(trends.rows.reduce((sum, { cases }) => sum + cases, 0)).toBe(trends.counted);
      expect(orThrow(complaintTrends(logs.toReversed(), { ...asked, by: 'product' })).rows).toEqual(
        trends.rows,
      );
    }),
    { numRuns: 40 },
  );
});

it("Wilson's interval holds the share and is the same from both sides", () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (counted, more) => {
      const of = counted + more;
      fc.pre(of > 0);
      const [low, high] = wilsonInterval(counted, of);
      const [lower, upper] = wilsonInterval(more, of);
      expect(0 <= low && low <= counted / of && counted / of <= high && high <= 1).toBe(true);
      expect(1 - upper).toBeCloseTo(low, 12);
      expect(1 - lower).toBeCloseTo(high, 12);
    }),
  );
});

it('the conditional test is symmetric, and a greater difference is never less surprising', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 50 }), (a, b, exposure) => {
      const p = (x: number, y: number): number =>
        compareCounts({ count: x, exposure }, { count: y, exposure: 30 }).pValue;
      const back = compareCounts({ count: b, exposure: 30 }, { count: a, exposure });
      expect(p(a, b)).toBeCloseTo(back.pValue, 9);
      expect(p(a, b)).toBeGreaterThanOrEqual(0);
      expect(p(a, b)).toBeLessThanOrEqual(1);
      const expected = (a * 30) / exposure;
      if (b > expected) expect(p(a, b + 1)).toBeLessThanOrEqual(p(a, b) + 1e-9);
    }),
  );
});
