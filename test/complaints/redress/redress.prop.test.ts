/** Laws of authority and of the ledger. */
import {
  type CaseEvent,
  defineRedressPolicy,
  judgeRedress,
  orThrow,
  type Remedy,
  redressLedger,
} from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const by = { id: 'ann', role: 'handler' };
const amount = fc.nat({ max: 100_000 });
const limits = fc.record({ own: amount, boss: amount, four: amount, percent: fc.nat({ max: 300 }) });
type Limits = typeof limits extends fc.Arbitrary<infer A> ? A : never;

const policyOf = ({ own, boss, four, percent }: Limits) =>
  defineRedressPolicy({
    name: 'r',
    title: { en: 'r', zh: '补偿' },
    zone: 'UTC',
    currencies: [{ code: 'GBP', minorUnit: 2 }],
    authorities: [
      { role: 'handler', perCase: { GBP: own } },
      { role: 'boss', perCase: { GBP: own + boss } },
    ],
    fourEyesFrom: { GBP: four },
    cap: { percentOfPrice: percent },
  });

const remedy = (of: number, id = 'r1'): Remedy => ({
  id,
  kind: 'refund',
  amount: of,
  currency: 'GBP',
  basis: 'b',
});

describe('a judgement', () => {
  it('is what the limits say, and more is never easier', () => {
    fc.assert(
      fc.property(limits, amount, amount, amount, (some, less, more, pricePaid) => {
        const policy = policyOf(some);
        const judge = (of: number) =>
          orThrow(
            judgeRedress(policy, { proposal: { remedies: [remedy(of)], pricePaid }, actor: by, asOf: 0 }),
          );
        const judged = judge(less);
        const capped = less > 0 && less * 100 > pricePaid * some.percent;
        expect(judged.allowed).toBe((less === 0 || less <= some.own) && less < some.four && !capped);
        const dearer = judge(less + more);
        if (dearer.allowed) expect(judged.allowed).toBe(true);
        for (const role of dearer.approvers) expect(judged.approvers).toContain(role);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on how an amount is split or in which order', () => {
    fc.assert(
      fc.property(limits, fc.array(amount, { minLength: 1, maxLength: 5 }), (some, amounts) => {
        const policy = policyOf(some);
        const judge = (remedies: readonly Remedy[]) =>
          orThrow(judgeRedress(policy, { proposal: { remedies }, actor: by, asOf: 0 }));
        const parts = amounts.map((of, i) => remedy(of, `r${i}`));
        const whole = judge([remedy(amounts.reduce((sum, of) => sum + of, 0))]);
        expect(judge(parts)).toEqual(whole);
        expect(judge(parts.toReversed())).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });
});

const told = fc.oneof(
  fc.array(fc.tuple(amount, fc.integer({ min: 1, max: 4 })), { maxLength: 3 }).map((remedies) => ({
    type: 'PROPOSE',
    data: { remedies: [...new Map(remedies.map(([of, n]) => [n, remedy(of, `r${n}`)])).values()] },
  })),
  fc.constantFrom('APPROVE', 'SEND_DECISION', 'ACCEPT', 'DECLINE').map((type) => ({ type, data: {} })),
  fc.tuple(fc.integer({ min: 1, max: 4 }), amount).map(([n, amountPaid]) => ({
    type: 'FULFIL',
    data: { remedyId: `r${n}`, amountPaid },
  })),
);

describe('the ledger', () => {
  it('never pays more than it has been told, nor owes less than nothing; steps follow on each other', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), (events) => {
        const log = events.map(({ type, data }, i): CaseEvent => {
          const event = { type, data, id: `e${i}`, at: i, by, caseId: 'c1', revision: i + 1 };
          return { ...event, workflow: 'w', transition: 't', from: 'a', to: 'b' };
        });
        const { entries, totals } = orThrow(redressLedger([log]));
        for (const { proposed, approved, accepted, paid, outstanding } of Object.values(totals)) {
          expect(outstanding).toBe(accepted - paid);
          expect(outstanding).toBeGreaterThanOrEqual(0);
          expect(proposed).toBeGreaterThanOrEqual(approved);
          expect(approved).toBeGreaterThanOrEqual(accepted);
        }
        const paid = entries.reduce((sum, entry) => sum + entry.amountPaid, 0);
        expect(Object.values(totals).reduce((sum, total) => sum + total.paid, 0)).toBe(paid);
        expect(orThrow(redressLedger([[...log, ...log]]))).toEqual({ entries, totals });
      }),
      { numRuns: 100 },
    );
  });
});
