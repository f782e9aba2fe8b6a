/** Remedies under an id that the case knows already. */
import {
  type ComplaintEvent,
  describe as inWords,
  orThrow,
  type Remedy,
  redressLedger,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { conclusion, DAY, MONDAY, offered, proposal, refusedBy, tell, told } from './support.js';

const r1: Remedy = { id: 'r1', kind: 'goodwill', amount: 3000, currency: 'GBP', basis: 'two nights' };

/** Offered r1, declined, heard again: ready for another proposal. */
function heardAgain(): readonly ComplaintEvent[] {
  const steps = [
    tell('DECLINE', MONDAY + 4 * DAY, { reason: 'too little', whatWouldSatisfy: 'more' }),
    tell('CHANGE_PLACE', MONDAY + 5 * DAY, { placeOrChannel: 'visit' }),
    tell('CONCLUDE', MONDAY + 6 * DAY, conclusion),
  ];
  return steps.reduce<readonly ComplaintEvent[]>((log, step) => told(log, step).log, offered());
}

/** r1 paid, and it failed: ready for another proposal. */
function failed(): readonly ComplaintEvent[] {
  const remedies = [r1, { ...r1, id: 'r2', amount: 500 }];
  const steps = [
    tell('PROPOSE', MONDAY + 7 * DAY, proposal(0, { remedies })),
    tell('SEND_DECISION', MONDAY + 8 * DAY, {
      kind: 'final',
      decision: 'We pay.',
      reasons: 'the boiler',
      referralRights: 'ombudsman',
      acceptBy: MONDAY + 40 * DAY,
    }),
    tell('ACCEPT', MONDAY + 9 * DAY, { acceptedAt: MONDAY + 9 * DAY, form: 'oral' }),
    tell('FULFIL', MONDAY + 10 * DAY, {
      remedyId: 'r1',
      proof: 'p',
      amountPaid: 3000,
      paidAt: MONDAY + 10 * DAY,
    }),
    tell('NEW_EVIDENCE', MONDAY + 11 * DAY, { evidence: 'the transfer bounced', remedyFailed: true }),
    tell('CONCLUDE', MONDAY + 12 * DAY, conclusion),
  ];
  return steps.reduce<readonly ComplaintEvent[]>((log, step) => told(log, step).log, heardAgain());
}

const propose = (at: number, ...remedies: readonly Remedy[]) =>
  tell('PROPOSE', at, proposal(0, { remedies }));

describe('a remedy under the id of an earlier one', () => {
  it('is the same one, also with a better amount as long as nothing was paid', () => {
    const { log } = told(
      heardAgain(),
      propose(MONDAY + 7 * DAY, { ...r1, amount: 3900, basis: 'a third night' }),
    );
    expect(orThrow(redressLedger([log])).entries).toMatchObject([
      { remedyId: 'r1', amount: 3900, status: 'proposed' },
    ]);
  });

  it('is refused by name where it is of another kind or currency', () => {
    const refused = refusedBy(
      heardAgain(),
      propose(MONDAY + 7 * DAY, { ...r1, id: 'r7' }, { ...r1, kind: 'refund', currency: 'EUR' }),
    );
    expect(refused.kind).toBe('data');
    const other = refused.problems.filter(({ code }) => code === 'otherRemedy');
    expect(other.map(({ path }) => path)).toEqual([
      ['data', 'remedies', 1, 'kind'],
      ['data', 'remedies', 1, 'currency'],
    ]);
    expect(inWords({ statements: refused.statements }, 'en')).toContain(
      'The remedy “r1” is not the one that this case knows under that id: give another remedy an id of its own.',
    );
    expect(inWords(other[0] ?? refused, 'en')).toBe(
      'data.remedies[1].kind: expected the same as the remedy “r1” before ("goodwill"), found "refund".',
    );
    expect(inWords({ statements: refused.statements }, 'zh')).toContain('补救“r1”与本案同一编号的补救不同');
    // In sentences fields are called by their names.
    expect(refused.statements.map((one) => inWords(one, 'en'))).toContain(
      'remedies, no. 2, kind: expected the same as the remedy “r1” before ("goodwill"), found "refund".',
    );
    expect(refused.statements.map((one) => inWords(one, 'zh'))).toContain(
      '补救措施、第 2 项、币种：应与此前的补救“r1” 相同（"GBP"），实际为 "EUR"。',
    );
  });

  it('is owed again as it was once something was paid on it, and no other', () => {
    const at = MONDAY + 13 * DAY;
    const { log } = told(failed(), propose(at, r1), { context: { withinAuthority: true } });
    expect(orThrow(redressLedger([log])).entries.map(({ remedyId, status }) => [remedyId, status])).toEqual([
      ['r1', 'paid'],
      ['r2', 'replaced'],
      ['r1', 'proposed'],
    ]);
    const context = { context: { withinAuthority: true } };
    const refused = refusedBy(failed(), propose(at, { ...r1, amount: 1000 }), context);
    expect(refused.problems.map(({ code, path }) => [code, path])).toEqual([
      ['otherRemedy', ['data', 'remedies', 0, 'amount']],
    ]);
    expect(told(failed(), propose(at, { ...r1, id: 'r3', amount: 1000 }), context).case.state).toBe(
      'decisionReady',
    );
    // Nothing was paid on r2.
    expect(told(failed(), propose(at, { ...r1, id: 'r2', amount: 900 }), context).case.state).toBe(
      'decisionReady',
    );
  });

  it('is asked of a settlement and of an award too', () => {
    const log = told(
      offered(),
      tell('REFER_EXTERNAL', MONDAY + 5 * DAY, { body: 'ombudsman', ref: 'o1', requestedBy: 'complainant' }),
    ).log;
    const other = { ...r1, kind: 'refund' };
    const settle = (remedies: readonly Remedy[]) =>
      tell('SETTLE', MONDAY + 6 * DAY, { terms: 't', remedies });
    const award = (remedies: readonly Remedy[]) =>
      tell('EXTERNAL_DECISION', MONDAY + 6 * DAY, {
        remedyDue: true,
        outcome: 'upheld',
        award: remedies,
        binding: true,
        dueBy: MONDAY + 30 * DAY,
      });
    expect(refusedBy(log, settle([other])).problems[0]?.path).toEqual(['data', 'remedies', 0, 'kind']);
    expect(refusedBy(log, award([other])).problems[0]?.path).toEqual(['data', 'award', 0, 'kind']);
    expect(told(log, settle([r1])).case.state).toBe('fulfilling');
    expect(told(log, award([{ ...other, id: 'a1' }])).case.state).toBe('fulfilling');
  });
});
