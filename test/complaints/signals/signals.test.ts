/** Complaints that were made, and those that were not. */
import {
  compileWorkflow,
  complaintWorkflow,
  decide,
  type ExplicitRecord,
  estimateHiddenDissatisfaction,
  type HiddenDissatisfactionInput,
  type ImplicitRecord,
  describe as inWords,
  orThrow,
  responseRate,
  sortComplaints,
} from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaint, MONDAY } from '../desk/support.js';

const explicit = (id: string): ExplicitRecord => ({
  kind: 'explicit',
  id,
  at: MONDAY,
  by: { id: 'ann', role: 'handler' },
  data: complaint,
});
const implicit = (id: string): ImplicitRecord => ({
  kind: 'implicit',
  id,
  at: MONDAY,
  customer: 'k7',
  sign: 'stoppedBuying',
});

describe('mixed records', () => {
  it('open cases for the explicit; the implicit never enter the workflow (AMB-35)', () => {
    const { opening, signals, rejected } = sortComplaints([explicit('a'), implicit('b'), explicit('c')]);
    expect(opening.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(signals).toEqual([{ id: 'b', at: MONDAY, customer: 'k7', sign: 'stoppedBuying' }]);
    expect(rejected).toEqual([]);
    const complaints = compileWorkflow(complaintWorkflow);
    for (const command of opening) expect(decide(complaints, undefined, command)._tag).toBe('Right');
  });

  it('lose nothing: what cannot be read is rejected with its place', () => {
    const odd: readonly ImplicitRecord[] = JSON.parse(
      '[null,{"kind":"other","id":"x","at":0},{"kind":"implicit","id":"y","at":0.5,"sign":"z"}]',
    );
    const { opening, signals, rejected } = sortComplaints([explicit('a'), ...odd, implicit('a')]);
    expect(opening.length + signals.length + rejected.length).toBe(5);
    expect(rejected.map(({ index, problems }) => [index, problems.map(({ code }) => code)])).toEqual([
      [1, ['wrongType']],
      [2, ['wrongKind']],
      [3, ['notAnInstant', 'missing', 'unknownSign']],
      [4, ['repeated']],
    ]);
  });

  it('add up, whatever they are', () => {
    const record = fc.oneof(
      fc.string({ maxLength: 2 }).map(explicit),
      fc.string({ maxLength: 2 }).map(implicit),
    );
    fc.assert(
      fc.property(fc.array(record), (records) => {
        const { opening, signals, rejected } = sortComplaints(records);
        expect(opening.length + signals.length + rejected.length).toBe(records.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('hidden dissatisfaction', () => {
  const of = (input: HiddenDissatisfactionInput) => orThrow(estimateHiddenDissatisfaction(input));

  it('5 complaints stand for 100 dissatisfied, 95 silent, 950 told (CMP-08)', () => {
    expect(of({ complaints: 5 })).toMatchObject({ dissatisfied: 100, silent: 95, told: 950, retold: 0 });
  });

  it('1,000 told where all the dissatisfied tell (AMB-27)', () => {
    expect(of({ complaints: 5, tellers: 'dissatisfied' }).told).toBe(1000);
  });

  it.each([
    [10, 1 / 27, 270, 260],
    [120, 0.04, 3000, 2880],
  ])(
    'the iceberg of the TARP studies: %i complaints at a rate of %d',
    (complaints, complaintRate, all, silent) => {
      const estimate = of({ complaints, complaintRate });
      expect(estimate.dissatisfied).toBeCloseTo(all, 9);
      expect(estimate.silent).toBeCloseTo(silent, 9);
    },
  );

  it('one complaint of 27 that each tell 9.5 people reach 256.5 (TARP)', () => {
    const input = {
      complaints: 1,
      complaintRate: 1 / 27,
      toldPerTeller: 9.5,
      tellers: 'dissatisfied',
    } as const;
    expect(of(input).told).toBeCloseTo(256.5, 9);
  });

  it('one customer who tells 11, of whom each tells 5, reaches 67 with themselves (Timm)', () => {
    const { dissatisfied, told, retold } = of({
      complaints: 1,
      complaintRate: 1,
      toldPerTeller: 11,
      tellers: 'dissatisfied',
      retoldPerHearer: 5,
    });
    expect(dissatisfied + told + retold).toBe(67);
  });

  it.each([
    [{ complaints: 5, complaintRate: 0 }, 'complaintRate'],
    [{ complaints: 5, complaintRate: 1.01 }, 'complaintRate'],
    [{ complaints: 5, complaintRate: Number.NaN }, 'complaintRate'],
    [{ complaints: -1 }, 'complaints'],
    [{ complaints: Number.NaN }, 'complaints'],
    [{ complaints: Number.POSITIVE_INFINITY }, 'complaints'],
    [{ complaints: 1e300, complaintRate: 1e-300 }, 'dissatisfied'],
    [{ complaints: 1e300, toldPerTeller: 1e300 }, 'told'],
    [{ complaints: 5, toldPerTeller: -1 }, 'toldPerTeller'],
    [{ complaints: 5, retoldPerHearer: Number.POSITIVE_INFINITY }, 'retoldPerHearer'],
    [{ complaints: 5, complaintsRate: 0.1 }, 'complaintsRate'],
  ])('%j is refused', (input, key) => {
    const estimate = estimateHiddenDissatisfaction(input);
    expect(estimate._tag === 'Left' && estimate.left[0].path).toEqual([key]);
  });

  it('a misspelt assumption is refused with the names that there are, and so is what holds none', () => {
    const refusal = (input: unknown) => {
      const estimate = estimateHiddenDissatisfaction(input as HiddenDissatisfactionInput);
      return estimate._tag === 'Left' ? inWords(estimate.left[0], 'en') : '';
    };
    expect(refusal({ complaints: 5, toldPerteller: 3 })).toBe(
      'toldPerteller: expected only the keys "complaints", "complaintRate", "toldPerTeller", "tellers", "retoldPerHearer", found "toldPerteller".',
    );
    for (const input of [null, undefined, 5, [5]])
      expect(refusal(input)).toContain('input: expected an object with figures');
  });
});

describe('the response rate', () => {
  it('of Peter Glen’s letters is 1 in 7,000 (CMP-13)', () => {
    expect(orThrow(responseRate({ sent: 7000, answered: 1 })).rate).toBeCloseTo(0.000142857, 9);
  });

  it('has no value without letters, and refuses more answers than letters', () => {
    expect(orThrow(responseRate({ sent: 0, answered: 0 }))).not.toHaveProperty('rate');
    expect(responseRate({ sent: 1, answered: 2 })._tag).toBe('Left');
  });
});
