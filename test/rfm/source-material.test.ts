/** The scheme of the source material: its tables, its one worked example, its grades (test vectors 1–8 and 22). */
import { describe, expect, it } from 'vitest';
import {
  explainScore,
  type FittedRfm,
  fitRfm,
  gradeForScore,
  orThrow,
  type RfmModel,
  type ScoredCustomer,
  type SourceMaterialOptions,
  describe as say,
  scoreCustomer,
  sourceMaterialGrades,
  sourceMaterialRfm,
  summarizePurchases,
} from '../../src/rfm/index.js';
import { book, lapsed, order, ordered, scored, summaries, wrongs } from './support.js';

const YUAN = { code: 'CNY', minorUnit: 2 };

function fitOf(options: SourceMaterialOptions = {}): FittedRfm {
  return orThrow(fitRfm(sourceMaterialRfm(options)));
}

const printed = ({ r, f, m, weighted, grade }: ScoredCustomer) => `R${r} F${f} M${m} = ${weighted} ${grade}`;

/** Orders of the same amount in yuan, the last one so many months before asOf. */
function shopper(orders: number, each: number, months: number) {
  return ordered({
    orders,
    purchaseDays: orders,
    total: orders * each * 100,
    recencyMonths: months,
    recencyDays: months * 30,
  });
}

describe('the worked example: two months ago, five orders of about 300 yuan', () => {
  it('scores 24, Silver, on the average order value (vector 1)', () => {
    expect(printed(scored(scoreCustomer(fitOf(), shopper(5, 300, 2))))).toBe('R4 F4 M2 = 24 S');
  });

  it('scores 32, Gold, on the total of the period (vector 2)', () => {
    expect(printed(scored(scoreCustomer(fitOf({ monetaryBasis: 'total' }), shopper(5, 300, 2))))).toBe(
      'R4 F4 M4 = 32 G',
    );
  });

  it('scores the same from its orders', () => {
    const days = ['2025-02-01', '2025-04-01', '2025-06-01', '2025-07-01', '2025-09-22'];
    const orders = days.map((day) => order({ id: day, at: Date.parse(day), amount: 30_000 }));
    const { window } = sourceMaterialRfm();
    const [customer] = orThrow(
      summarizePurchases(book(orders, { currency: YUAN }), { asOf: '2025-11-22', window }),
    ).customers;
    expect(customer && printed(scored(scoreCustomer(fitOf(), customer)))).toBe('R4 F4 M2 = 24 S');
  });
});

describe('the weighted score', () => {
  it('is 8, Bronze, for the worst and 40, Platinum, for the best (vector 3)', () => {
    expect(printed(scored(scoreCustomer(fitOf(), shopper(1, 1, 12))))).toBe('R1 F1 M1 = 8 B');
    expect(printed(scored(scoreCustomer(fitOf(), shopper(6, 2000, 0))))).toBe('R5 F5 M5 = 40 P');
  });

  it.each([
    [16, 'B'],
    [17, 'S'],
    [25, 'S'],
    [26, 'G'],
    [35, 'G'],
    [36, 'P'],
  ])('of %i is grade %s (vector 4)', (score, grade) => {
    expect(gradeForScore(sourceMaterialGrades, score)?.grade).toBe(grade);
  });

  const months = { 1: 12, 2: 7, 3: 4, 4: 3, 5: 1 } as const;
  const counts = { 1: 1, 2: 2, 3: 3, 4: 5, 5: 6 } as const;
  const yuan = { 1: 0, 2: 300, 3: 500, 4: 1000, 5: 2000 } as const;
  const SCORES = [1, 2, 3, 4, 5] as const;

  it.each([
    [5, 1, 2, 16, 'B'],
    [4, 3, 1, 17, 'S'],
    [5, 4, 2, 25, 'S'],
    [5, 3, 3, 26, 'G'],
    [4, 5, 4, 35, 'G'],
    [5, 5, 4, 36, 'P'],
  ] as const)('of R%i F%i M%i is %i, grade %s (vector 5)', (r, f, m, weighted, grade) => {
    expect(scored(scoreCustomer(fitOf(), shopper(counts[f], yuan[m], months[r])))).toMatchObject({
      r,
      f,
      m,
      weighted,
      grade,
    });
  });

  it('puts 8 of the 125 combinations in Platinum, 45 in Gold, 51 in Silver and 21 in Bronze', () => {
    const fitted = fitOf();
    const grades = SCORES.flatMap((r) =>
      SCORES.flatMap((f) =>
        SCORES.map((m) => scored(scoreCustomer(fitted, shopper(counts[f], yuan[m], months[r]))).grade),
      ),
    );
    const size = (grade: string) => grades.filter((one) => one === grade).length;
    expect([size('P'), size('G'), size('S'), size('B')]).toEqual([8, 45, 51, 21]);
  });

  it.each([
    [1, 'B'],
    [7, 'B'],
    [35.5, 'G'],
    [16.999, 'B'],
    [40, 'P'],
    [0.999, undefined],
    [0, undefined],
    [-1, undefined],
    [40.001, undefined],
    [41, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ])(
    'given by the host as %s is grade %s: 1 to 7 as printed, never below 1 or above 40 (AMB-05)',
    (score, grade) => {
      expect(gradeForScore(sourceMaterialGrades, score)?.grade).toBe(grade);
    },
  );

  it('with other weights needs other bands, and is not stretched (AMB-05)', () => {
    const weights = { r: 1, f: 1, m: 1 };
    expect(wrongs(fitRfm({ ...sourceMaterialRfm(), weights }))).toEqual([
      'gradesForOtherScores grades.highest',
    ]);
    const { grades: _, ...without } = sourceMaterialRfm();
    expect(wrongs(fitRfm({ ...without, weights }))).toEqual([]);
  });
});

describe('recency', () => {
  it.each([
    [0, 5],
    [1, 5],
    [1 + 1e-9, 4],
    [3, 4],
    [3 + 1e-9, 3],
    [4, 3],
    [4 + 1e-9, 2],
    [7, 2],
    [7 + 1e-9, 1],
    [12, 1],
    [12 + 1e-9, 'outsideScale'],
  ])('of %s months scores %s (vector 6)', (months, expected) => {
    const score = scoreCustomer(fitOf(), shopper(1, 100, months));
    expect(score.kind === 'scored' ? score.r : score.because).toBe(expected);
  });

  it.each([
    [30, 5],
    [31, 4],
    [90, 4],
    [91, 3],
    [120, 3],
    [121, 2],
    [210, 2],
    [211, 1],
    [360, 1],
    [361, 'outsideScale'],
  ])('of %i days scores %s where a month is thirty days (AMB-03)', (recencyDays, expected) => {
    const score = scoreCustomer(fitOf({ months: 'thirtyDays' }), ordered({ recencyDays, recencyMonths: 99 }));
    expect(score.kind === 'scored' ? score.r : score.because).toBe(expected);
  });

  it.each([
    ['2024-11-22', '2025-11-22', 'ordered', 1],
    ['2024-11-21', '2025-11-22', 'lapsed', undefined],
    ['2025-10-22', '2025-11-22', 'ordered', 5],
    ['2025-10-21', '2025-11-22', 'ordered', 4],
    ['2025-01-31', '2025-02-28', 'ordered', 5],
    ['2024-02-29', '2025-02-28', 'ordered', 1],
    ['2024-02-29', '2025-03-01', 'lapsed', undefined],
  ] as const)(
    'from %s to %s leaves the customer %s with score %s, by calendar months',
    (last, asOf, kind, r) => {
      const { window } = sourceMaterialRfm();
      const result = orThrow(
        summarizePurchases(book([order({ at: Date.parse(last) })], { currency: YUAN }), { asOf, window }),
      );
      const [customer] = result.customers;
      expect(customer?.kind).toBe(kind);
      const score = customer && scoreCustomer(fitOf(), customer);
      expect(score?.kind === 'scored' ? score.r : undefined).toBe(r);
      if (kind === 'lapsed')
        expect(score).toEqual({ kind: 'unscored', customerId: 'ann', because: 'lapsed' });
    },
  );

  it('over twelve months is no score but dormant, and says so', () => {
    const explanation = explainScore(fitOf(), lapsed({ recencyDays: 400 }));
    expect(explanation.score).toEqual({ kind: 'unscored', customerId: 'ann', because: 'lapsed' });
    expect(say(explanation, 'en')).toBe(
      'No score: the last order was 400 days ago, before the period that counts.',
    );
  });

  it('counts in the rolling year, or in the calendar year where that is chosen', () => {
    expect(sourceMaterialRfm().window).toEqual({ kind: 'rollingMonths', months: 12 });
    expect(sourceMaterialRfm({ period: 'calendarYear' }).window).toEqual({ kind: 'calendarYear' });
  });
});

describe('frequency', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 4],
    [6, 5],
    [7, 5],
    [100, 5],
  ])('of %i orders scores %i', (orders, f) => {
    expect(scored(scoreCustomer(fitOf(), shopper(orders, 100, 0))).f).toBe(f);
  });

  it('of no orders is no score (AMB-04)', () => {
    expect(scoreCustomer(fitOf(), ordered({ orders: 0, purchaseDays: 0 }))).toMatchObject({
      kind: 'unscored',
    });
  });
});

describe('money', () => {
  const money = (yuan: number, options: SourceMaterialOptions = {}) => {
    const score = scoreCustomer(
      fitOf(options),
      ordered({ orders: 1, purchaseDays: 1, total: Math.round(yuan * 100) }),
    );
    return score.kind === 'scored' ? score.m : score.because;
  };

  it.each([
    [2000, 5],
    [1999.5, 4],
    [1000, 4],
    [999.99, 3],
    [500, 3],
    [499.99, 2],
    [300, 2],
    [299.99, 1],
    [0, 1],
    [-0.01, 'outsideScale'],
  ])('of %s yuan scores %s (vector 7)', (yuan, expected) => {
    expect(money(yuan)).toBe(expected);
  });

  it.each([
    [2000, 5],
    [1999.5, 'betweenBands'],
    [1999, 4],
    [1999.01, 'betweenBands'],
    [1000, 4],
    [999.99, 'betweenBands'],
    [999, 3],
    [499.5, 'betweenBands'],
    [299.99, 'betweenBands'],
    [299, 1],
    [150.5, 1],
    [0, 1],
  ])('of %s yuan scores %s where holes between printed bands stay unscored (AMB-02)', (yuan, expected) => {
    expect(money(yuan, { betweenBands: 'unscored' })).toBe(expected);
  });

  it('is in yuan whatever unit the amounts are held in', () => {
    const whole = fitOf({ currency: { code: 'CNY', minorUnit: 0 } });
    expect(scored(scoreCustomer(whole, ordered({ orders: 1, total: 2000 }))).m).toBe(5);
    expect(scored(scoreCustomer(whole, ordered({ orders: 1, total: 1999 }))).m).toBe(4);
  });

  it('of one order of 2,000 today is 28, Gold; of six orders of 290, 24, Silver (vector 8)', () => {
    expect(printed(scored(scoreCustomer(fitOf(), shopper(1, 2000, 0))))).toBe('R5 F1 M5 = 28 G');
    expect(printed(scored(scoreCustomer(fitOf(), shopper(6, 290, 0))))).toBe('R5 F5 M1 = 24 S');
  });

  it('of 40 orders of 250 yuan is 24, Silver, on average and 40, Platinum, in total (vector 22, AMB-46)', () => {
    expect(printed(scored(scoreCustomer(fitOf(), shopper(40, 250, 0))))).toBe('R5 F5 M1 = 24 S');
    expect(printed(scored(scoreCustomer(fitOf({ monetaryBasis: 'total' }), shopper(40, 250, 0))))).toBe(
      'R5 F5 M5 = 40 P',
    );
  });

  it('in another currency is refused, when fitting and when scoring', () => {
    const { window } = sourceMaterialRfm();
    const euros = summaries([ordered()], { window });
    expect(wrongs(fitRfm(sourceMaterialRfm(), euros))).toEqual(['otherConvention currency']);
  });
});

describe('the precondition of more than 150,000 ordering customers (AMB-06)', () => {
  const asked = sourceMaterialRfm({ precondition: 'notice' });
  const shop = (size: number) =>
    summaries(
      Array.from({ length: size }, (_, i) => ordered({ customerId: `c${i}` })),
      { window: asked.window, currency: YUAN },
    );
  const codes = (model: RfmModel, size: number) =>
    orThrow(fitRfm(model, shop(size))).notices.map(({ code }) => code);

  it('is off by default, and 150,000 where it is asked for', () => {
    expect(codes(sourceMaterialRfm(), 1)).not.toContain('tooFewCustomers');
    expect(sourceMaterialRfm().moreCustomersThan).toBeUndefined();
    expect(asked.moreCustomersThan).toBe(150_000);
  });

  it('is a notice at exactly that many customers and none at one more', () => {
    expect(codes({ ...asked, moreCustomersThan: 20 }, 20)).toContain('tooFewCustomers');
    expect(codes({ ...asked, moreCustomersThan: 20 }, 21)).not.toContain('tooFewCustomers');
  });

  it('never changes a grade', () => {
    const customer = shopper(5, 300, 2);
    const small = orThrow(fitRfm(asked, shop(2)));
    expect(scoreCustomer(small, customer)).toEqual(scoreCustomer(fitOf(), customer));
    expect(small.notices.map((one) => say(one, 'en'))).toContain(
      'The scheme is meant for shops with more than 150,000 ordering customers; this one has 2. Scores are not changed.',
    );
  });
});
