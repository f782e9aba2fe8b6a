/** What a second hearing of a complaint begins with, and what it does not. */
import {
  type ComplaintCase,
  type ComplaintCommand,
  type ComplaintContext,
  compileWorkflow,
  complaintWorkflow,
  decide,
  evolve,
  orThrow,
  type Refusal,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';

const complaints = compileWorkflow(complaintWorkflow);
const by = { id: 'anna', role: 'handler' };

/** A complaint to which one command is told after the other. */
class Told {
  now: ComplaintCase | undefined;
  #count = 0;

  tell<Type extends ComplaintCommand['type']>(
    type: Type,
    data: Extract<ComplaintCommand, { readonly type: Type }>['data'],
    context: ComplaintContext = {},
  ): Refusal | undefined {
    this.#count += 1;
    // The type and its data, which the parameters keep together.
    const command = { type, id: `e${this.#count}`, at: this.#count, by, data } as ComplaintCommand;
    const decided = decide(complaints, this.now, command, context);
    if (decided._tag === 'Left') return decided.left;
    for (const event of decided.right) this.now = orThrow(evolve(complaints, this.now, event));
    return undefined;
  }
}

const remedy = { id: 'r1', kind: 'refund', amount: 5000, currency: 'GBP', basis: 'paid twice' };
const within = { withinAuthority: true, conflictOfInterest: false };

function investigated(): Told {
  const one = new Told();
  one.tell('RECEIVE', {
    receivedAt: 1,
    channel: 'phone',
    complainant: 'k1',
    product: 'card',
    incidentAt: 0,
    description: 'Paid twice.',
    desiredRemedy: 'money back',
  });
  one.tell('ASSESS', {
    isComplaint: true,
    eligible: true,
    inScope: true,
    resolvableNow: false,
    severity: 'low',
    safety: false,
    complexity: 'simple',
    impact: 'one',
    immediateAction: false,
    category: 'payments',
    policyPackId: 'none',
    owner: 'anna',
  });
  return one;
}

function proposed(one: Told, remedies: readonly (typeof remedy)[]): void {
  one.tell('CONCLUDE', {
    findings: 'as told',
    evidence: ['statement'],
    upheld: 'yes',
    causeCode: 'retry',
    rootCauseHypothesis: 'no reference',
  });
  one.tell('PROPOSE', { remedies, reasons: 'as found', justiceIntent: ['distributive'] }, within);
}

function offered(one: Told, remedies: readonly (typeof remedy)[]): void {
  proposed(one, remedies);
  const letter = {
    kind: 'final',
    decision: 'upheld',
    reasons: 'as found',
    referralRights: 'ombudsman',
  } as const;
  one.tell('SEND_DECISION', { ...letter, acceptBy: 100 }, { lettersComplete: true });
}

const paid = { remedyId: 'r1', proof: 'receipt', amountPaid: 5000, paidAt: 1 };
const accepted = { acceptedAt: 1, form: 'oral' } as const;
const declined = { reason: 'too little', whatWouldSatisfy: 'more' };

describe('a remedy that failed', () => {
  it('is owed again when it is proposed again, under its own id too', () => {
    const one = investigated();
    const another = { ...remedy, id: 'r2' };
    offered(one, [remedy, another]);
    one.tell('ACCEPT', accepted);
    one.tell('FULFIL', paid);
    expect(one.now?.record.fulfilled).toHaveLength(1);
    one.tell('NEW_EVIDENCE', { evidence: 'the bank sent it back', remedyFailed: true });
    offered(one, [remedy]);
    expect(one.now?.record).not.toHaveProperty('fulfilled');
    one.tell('ACCEPT', accepted);
    expect(one.now?.state).toBe('fulfilling');
    one.tell('FULFIL', paid);
    expect(one.now?.state).toBe('verifying');
  });

  it('leads to the survey at once where nothing is proposed any more', () => {
    const one = investigated();
    offered(one, []);
    one.tell('ACCEPT', accepted);
    expect(one.now?.state).toBe('verifying');
  });
});

describe('a settlement or an award', () => {
  it.each([
    ['SETTLE', { terms: 'half', remedies: [remedy] }],
    ['EXTERNAL_DECISION', { remedyDue: true, outcome: 'upheld', award: [remedy], binding: true, dueBy: 9 }],
  ] as const)('%s begins with nothing fulfilled', (type, data) => {
    const one = investigated();
    offered(one, [remedy, { ...remedy, id: 'r2' }]);
    one.tell('ACCEPT', accepted);
    one.tell('FULFIL', paid);
    one.tell('REFER_EXTERNAL', { body: 'ombudsman', ref: '7' }, { referralOpen: true });
    one.tell(type, data);
    expect(one.now?.state).toBe('fulfilling');
    expect(one.now?.record.remedies).toEqual([remedy]);
    expect(one.now?.record).not.toHaveProperty('fulfilled');
  });
});

describe('an offer that never went out', () => {
  it('cannot be accepted late, although an earlier one did', () => {
    const one = investigated();
    offered(one, [remedy]);
    one.tell('DECLINE', declined);
    one.tell('CHANGE_PLACE', { placeOrChannel: 'phone' });
    proposed(one, [{ ...remedy, amount: 9000 }]);
    expect(one.now?.state).toBe('decisionReady');
    expect(one.now?.record).not.toHaveProperty('decision');
    one.tell('NEW_EVIDENCE', { evidence: 'a second statement' });
    one.tell(
      'REFER_EXTERNAL',
      { body: 'ombudsman', ref: '7', requestedBy: 'complainant' },
      { referralOpen: true },
    );
    one.tell('EXTERNAL_WITHDRAWN', { requestedBy: 'complainant' });
    expect(one.now?.state).toBe('closedFinal');
    const refused = one.tell('ACCEPT_LATE', { acceptedAt: 1 }, { offerStillOpen: true });
    expect(refused?.ways[0]?.unmet).toEqual([[{ fact: 'decisionSent', found: false, needed: { is: true } }]]);
  });
});

describe('the three changes', () => {
  it('are spent once for the whole case; a reopening with fresh clocks brings none back', () => {
    const one = investigated();
    const moves = [
      () => one.tell('CHANGE_PERSON', { newOwner: 'bo', tier: 1, handover: 'all of it' }),
      () => one.tell('CHANGE_TIME', { appointmentAt: 9, coolingOffUntil: 8 }),
      () => one.tell('CHANGE_PLACE', { placeOrChannel: 'visit' }),
    ];
    for (const move of moves) {
      offered(one, [remedy]);
      one.tell('DECLINE', declined);
      expect(one.now?.state).toBe('escalated');
      expect(move()).toBeUndefined();
    }
    offered(one, [remedy]);
    one.tell('DECLINE', declined);
    expect(one.now?.state).toBe('closedFinal');
    one.tell('REOPEN', { requestedBy: 'complainant', newEvidence: ['photo'], clockPolicy: 'fresh' });
    expect(one.now?.state).toBe('investigating');
    offered(one, [remedy]);
    one.tell('DECLINE', declined);
    expect(one.now?.state).toBe('closedFinal');
    expect(one.now?.record.moves).toHaveLength(3);
  });
});
