/** Who may promise how much; what was promised and paid; how a case counts. */
import {
  type CaseEvent,
  classifyOutcome,
  compensationKinds,
  defineRedressPolicy,
  judgeRedress,
  orThrow,
  parseRedressPolicy,
  type RedressQuestion,
  type Remedy,
  redressLedger,
  describe as words,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { DAY, MONDAY, offered, redress as policy, proposal, proposing, tell, told } from '../desk/support.js';

const remedy = (amount: number, more: Partial<Remedy> = {}): Remedy => ({
  id: 'r1',
  kind: 'goodwill',
  amount,
  currency: 'GBP',
  basis: 'b',
  ...more,
});
const handler = { id: 'ann', role: 'handler' };
const approver = { id: 'eve', role: 'approver' };
const judge = (amount: number, more: Partial<RedressQuestion> = {}, proposed: object = {}) =>
  orThrow(
    judgeRedress(policy, {
      proposal: { remedies: [remedy(amount)], ...proposed },
      actor: handler,
      asOf: MONDAY + 5 * DAY,
      ...more,
    }),
  );

describe('kinds of compensation', () => {
  it('are material or immaterial (CMP-11), with a name in both languages', () => {
    for (const { name, makesGood } of Object.values(compensationKinds)) {
      expect(name.en).not.toBe('');
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(['material', 'immaterial']).toContain(makesGood);
    }
  });
});

describe('a judgement', () => {
  it.each([
    [0, true, []],
    [3999, true, []],
    [4000, false, ['fourEyes']],
    [5000, false, ['fourEyes']],
    [5001, false, ['perCase', 'fourEyes']],
    [8000, false, ['perCase', 'fourEyes']],
    [8001, false, ['perCase', 'perCustomer', 'fourEyes']],
  ])('of %i pence by a handler', (amount, allowed, kinds) => {
    const judged = judge(amount);
    expect(judged.allowed).toBe(allowed);
    expect(judged.reasons.map(({ kind }) => kind)).toEqual(kinds);
    expect(judged.approvers).toEqual(amount > 5000 ? ['approver'] : ['handler', 'approver']);
  });

  it('lets an approver approve what another proposed, and nobody their own', () => {
    expect(judge(90_000, { actor: approver, proposedBy: 'ann' }).allowed).toBe(true);
    const own = judge(90_000, { actor: approver, proposedBy: 'eve' });
    expect(own.reasons).toEqual([{ kind: 'ownProposal', person: 'eve' }]);
  });

  it('knows no authority of other roles', () => {
    expect(judge(1, { actor: { id: 'x', role: 'guest' } }).reasons).toEqual([
      { kind: 'noAuthority', role: 'guest' },
    ]);
    expect(judge(0, { actor: { id: 'x', role: 'guest' } }).allowed).toBe(true);
  });

  it('caps at 150 percent of the price paid, exactly (Haesevoets 2017), unless a reason is given', () => {
    expect(judge(1500, {}, { pricePaid: 1000 }).cap).toBe('kept');
    const over = judge(1501, {}, { pricePaid: 1000 });
    expect(over.reasons).toEqual([{ kind: 'overCap', amount: 1501, pricePaid: 1000, percentOfPrice: 150 }]);
    expect(over.approvers).toEqual([]);
    expect(words(over, 'en')).toContain('more than 150 percent of the price paid (10.00 GBP)');
    expect(judge(1501, {}, { pricePaid: 1000, override: 'a wedding' })).toMatchObject({
      allowed: true,
      cap: 'overridden',
    });
    expect(judge(1501, {}, { pricePaid: 1000, override: ' ' }).allowed).toBe(false);
    expect(judge(1501).cap).toBe('priceUnknown');
  });

  it('adds the customer’s other cases of the last twelve months, and none before', () => {
    const other = (at: number) => orThrow(redressLedger([offered(3000, 'c0', at)]));
    const asOf = Date.UTC(2026, 11, 31);
    const customer = (at: number) => judge(3000, { asOf, customerLedger: other(at) }).withCustomer;
    expect(customer(Date.UTC(2026, 2, 2, 9))).toBe(6000);
    expect(customer(Date.UTC(2025, 11, 26, 9))).toBe(3000);
  });

  it('counts what was paid in the case, also on a remedy that is owed again', () => {
    const paid = told(
      told(offered(1000), tell('ACCEPT', MONDAY + 4 * DAY, { acceptedAt: 1, form: 'oral' })).log,
      tell('FULFIL', MONDAY + 5 * DAY, { remedyId: 'r1', proof: 'p', amountPaid: 1000, paidAt: 1 }),
    ).log;
    const ledger = orThrow(redressLedger([paid]));
    expect(judge(500, { ledger }, { remedies: [remedy(500, { id: 'r2' })] }).inCase).toBe(1500);
    expect(judge(500, { ledger }).inCase).toBe(1500);
  });

  it('does not add what another currency promised', () => {
    const customerLedger = orThrow(
      redressLedger([
        told(
          told(
            proposing('c0', MONDAY - 30 * DAY),
            tell('PROPOSE', MONDAY - 9 * DAY, {
              ...proposal(1),
              remedies: [remedy(100, { currency: 'EUR' })],
            }),
          ).log,
          tell('APPROVE', MONDAY - 8 * DAY, { approver: 'max', conditions: [] }, approver),
        ).log,
      ]),
    );
    const judged = judge(10, { customerLedger });
    expect(judged.reasons).toEqual([{ kind: 'otherCurrency', role: 'handler', found: 'EUR' }]);
    expect(judged.approvers).toEqual(['approver']);
  });

  it.each([
    ['an unknown kind', [remedy(1, { kind: 'flowers' })], 'unknownKind'],
    ['a missing amount', [{ id: 'r1', kind: 'refund', basis: 'b' }], 'missing'],
    ['half a penny', [remedy(0.5)], 'notAnAmount'],
    ['a currency not declared', [remedy(1, { currency: 'USD' })], 'unknownCurrency'],
    ['an amount for an apology', [remedy(1, { kind: 'apology' })], 'amountOfNoMoney'],
    ['two currencies', [remedy(1), remedy(1, { id: 'r2', currency: 'EUR' })], 'mixedCurrencies'],
    [
      'more than can be counted',
      [remedy(Number.MAX_SAFE_INTEGER), remedy(Number.MAX_SAFE_INTEGER, { id: 'r2' })],
      'overflow',
    ],
  ])('of %s is a problem', (_, remedies, code) => {
    const judged = judgeRedress(policy, { proposal: { remedies }, actor: handler, asOf: 0 });
    expect(judged._tag === 'Left' && judged.left[0].code).toBe(code);
  });
});

describe('a policy', () => {
  it('survives JSON and lists every problem', () => {
    expect(orThrow(parseRedressPolicy(JSON.parse(JSON.stringify(policy))))).toEqual(policy);
    const wrong = parseRedressPolicy({
      ...policy,
      zone: 'Moon',
      authorities: [
        { role: 'a', perCase: { USD: 1 } },
        { role: 'a', perCase: 'unlimited' },
      ],
    });
    expect(wrong._tag === 'Left' && wrong.left.map(({ path }) => path.join('.'))).toEqual([
      'zone',
      'authorities.1.role',
      'authorities.0.perCase.USD',
    ]);
    expect(() => defineRedressPolicy({ ...policy, fourEyesFrom: { GBP: -1 } })).toThrow('fourEyesFrom');
  });
});

describe('the ledger', () => {
  it('follows a remedy through every step', () => {
    const log = offered(3000);
    const [entry] = orThrow(redressLedger([log, log.slice(0, 1)])).entries;
    expect(entry).toMatchObject({ status: 'offered', customer: 'k7', amount: 3000, approved: { by: 'ann' } });
  });

  it('replaces what a later proposal does not name and keeps what was paid', () => {
    const events = [
      event('PROPOSE', 1, { remedies: [remedy(100), remedy(50, { id: 'r2' })] }),
      event('ACCEPT', 2, {}),
      event('FULFIL', 3, { remedyId: 'r2', amountPaid: 20 }),
      event('FULFIL', 4, { remedyId: 'r2', amountPaid: 30 }),
      event('PROPOSE', 5, { remedies: [remedy(70, { id: 'r3' })] }),
    ];
    const { entries, totals } = orThrow(redressLedger([[...events, ...events]]));
    expect(entries.map(({ remedyId, status, amountPaid }) => [remedyId, status, amountPaid])).toEqual([
      ['r1', 'replaced', 0],
      ['r2', 'paid', 50],
      ['r3', 'proposed', 0],
    ]);
    expect(totals['GBP']).toEqual({ proposed: 120, approved: 50, accepted: 50, paid: 50, outstanding: 0 });
  });

  it('says that a part was paid, and takes the rest', () => {
    const part = [
      event('SETTLE', 1, { remedies: [remedy(100)] }),
      event('FULFIL', 2, { remedyId: 'r1', amountPaid: 40 }),
    ];
    const { entries, totals } = orThrow(redressLedger([part]));
    expect(entries.map(({ status }) => status)).toEqual(['partlyPaid']);
    expect(totals['GBP']).toMatchObject({ paid: 40, outstanding: 60 });
    const rest = orThrow(redressLedger([[...part, event('FULFIL', 3, { remedyId: 'r1' })]]));
    expect(rest.entries.map(({ status, amountPaid }) => [status, amountPaid])).toEqual([['paid', 100]]);
  });

  it('owes a remedy again that failed and is proposed again, beside what was paid on it', () => {
    const events = [
      event('PROPOSE', 1, { remedies: [remedy(100)] }),
      event('ACCEPT', 2, {}),
      event('FULFIL', 3, { remedyId: 'r1', amountPaid: 40 }),
      event('PROPOSE', 4, { remedies: [remedy(100)] }),
      event('ACCEPT', 5, {}),
    ];
    const { entries, totals } = orThrow(redressLedger([events]));
    expect(entries.map(({ status, amountPaid }) => [status, amountPaid])).toEqual([
      ['replaced', 40],
      ['accepted', 0],
    ]);
    expect(totals['GBP']).toMatchObject({ accepted: 140, paid: 40, outstanding: 100 });
    const paid = orThrow(redressLedger([[...events, event('FULFIL', 6, { remedyId: 'r1' })]]));
    expect(paid.totals['GBP']).toMatchObject({ accepted: 140, paid: 140, outstanding: 0 });
  });

  it('adds up under any currency code', () => {
    const log = [event('PROPOSE', 1, { remedies: [remedy(7, { currency: '__proto__' })] })];
    expect(Object.entries(orThrow(redressLedger([log])).totals)).toMatchObject([
      ['__proto__', { proposed: 7 }],
    ]);
  });

  it('counts what is owed, and money of each currency apart', () => {
    const log = [
      event('SETTLE', 1, { remedies: [remedy(100), remedy(9, { id: 'r2', currency: 'EUR' })] }),
      event('FULFIL', 2, { remedyId: 'r1', amountPaid: 40 }),
    ];
    const { totals } = orThrow(redressLedger([log]));
    expect(totals['GBP']).toMatchObject({ accepted: 100, paid: 40, outstanding: 60 });
    expect(totals['EUR']).toMatchObject({ accepted: 9, paid: 0, outstanding: 9 });
  });

  it('refuses amounts that are none', () => {
    const ledger = redressLedger([
      [event('PROPOSE', 1, { remedies: [remedy(1.5), remedy(-1, { id: 'r2' })] })],
    ]);
    expect(ledger._tag === 'Left' && ledger.left.map(({ code }) => code)).toEqual([
      'notAnAmount',
      'notAnAmount',
    ]);
  });
});

describe('the outcome for a return (DISP 1.10.2R)', () => {
  const goodwill = event('PROPOSE', 2, { remedies: [remedy(100)] });
  const sent = event('SEND_DECISION', 3, { kind: 'final' });
  const conclude = (upheld: string) => event('CONCLUDE', 1, { upheld });
  it.each([
    ['upheld', [conclude('yes')], 'upheld', 'upheld'],
    ['partly upheld', [conclude('partly')], 'upheld', 'partlyUpheld'],
    ['goodwill without a decision', [goodwill, sent], 'upheld', 'redressWithoutDecision'],
    ['rejected', [conclude('no'), event('PROPOSE', 2, { remedies: [] }), sent], 'rejected', 'rejected'],
    ['rejected with goodwill', [conclude('no'), goodwill, sent], 'rejected', 'rejectedWithGoodwill'],
    ['a goodwill that was never sent', [goodwill], 'undetermined', 'nothing'],
    ['the last conclusion of two', [conclude('no'), conclude('yes')], 'upheld', 'upheld'],
  ])('%s', (_, log, verdict, because) => {
    expect(orThrow(classifyOutcome(log))).toMatchObject({ verdict, because });
  });

  it('pays distress, goodwill, interest and waived excess', () => {
    const kinds = ['distress', 'goodwill', 'interest', 'waivedExcess'];
    const remedies = kinds.map((kind, i) => remedy(10 ** i, { id: kind, kind }));
    const log = [
      event('PROPOSE', 1, { remedies }),
      event('ACCEPT', 2, {}),
      ...kinds.map((kind, i) => event('FULFIL', 3 + i, { remedyId: kind })),
    ];
    expect(orThrow(classifyOutcome(log)).redressPaid).toEqual({ GBP: 1111 });
  });
});

function event(type: string, at: number, data: Readonly<Record<string, unknown>>): CaseEvent {
  return {
    type,
    id: `${type}${at}`,
    at,
    by: handler,
    data,
    caseId: 'c1',
    revision: at,
    workflow: 'complaint@1',
    transition: 't',
    from: 'a',
    to: 'b',
  };
}
