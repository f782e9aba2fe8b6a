/** The types of complaints are those of the workflow's data, and a workflow written in code has types of its own. */
import {
  type CaseOf,
  type CommandOf,
  type ComplaintCase,
  type ComplaintCommand,
  type ComplaintCommandType,
  type ComplaintContext,
  type ComplaintData,
  type ComplaintEvent,
  type ComplaintRecord,
  type ComplaintState,
  type ContextOf,
  compileWorkflow,
  complaintWorkflow,
  decide,
  defineWorkflow,
  type EventOf,
  evolve,
  type Remedy,
  replay,
} from 'clientele/complaints';
import { describe, expect, expectTypeOf, it } from 'vitest';

type Optionality<Data> = {
  readonly [F in keyof Data]-?: object extends Pick<Data, F> ? 'optional' : 'required';
};

/** The compiler holds this to the types, the test below to the data. */
const fields: { readonly [C in ComplaintCommandType]: Optionality<ComplaintData[C]> } = {
  RECEIVE: {
    receivedAt: 'required',
    channel: 'required',
    complainant: 'required',
    authority: 'optional',
    product: 'required',
    incidentAt: 'required',
    awareAt: 'optional',
    contractEndsOn: 'optional',
    description: 'required',
    desiredRemedy: 'required',
    vulnerability: 'optional',
    aboutPersons: 'optional',
  },
  ACKNOWLEDGE: {
    channel: 'required',
    handler: 'required',
    nextUpdateBy: 'required',
    statementOfTimeLimits: 'required',
  },
  ASSESS: {
    isComplaint: 'required',
    eligible: 'required',
    inScope: 'required',
    resolvableNow: 'required',
    severity: 'optional',
    safety: 'optional',
    complexity: 'optional',
    impact: 'optional',
    immediateAction: 'optional',
    category: 'optional',
    policyPackId: 'optional',
    owner: 'optional',
    reasonCode: 'optional',
    signpostedBody: 'optional',
    noticeSentAt: 'optional',
  },
  MARK_DUPLICATE: { primaryId: 'required', matchBasis: 'required', confirmedBy: 'required' },
  WITHDRAW: { requestedBy: 'required', reason: 'required', evidenceOfWithdrawal: 'optional' },
  SEND_UPDATE: {
    progress: 'required',
    nextUpdateBy: 'required',
    holding: 'optional',
    approvedBy: 'optional',
    referralRights: 'optional',
  },
  ASK_CUSTOMER: { questions: 'required', dueBy: 'required', channel: 'required' },
  ASK_THIRD_PARTY: { party: 'required', purpose: 'required', statutoryPauseBasis: 'optional' },
  CUSTOMER_REPLIED: { content: 'required', receivedAt: 'required' },
  THIRD_PARTY_REPLIED: { content: 'required', receivedAt: 'required' },
  CONCLUDE: {
    findings: 'required',
    evidence: 'required',
    upheld: 'required',
    causeCode: 'required',
    rootCauseHypothesis: 'required',
  },
  FORWARD: {
    extent: 'required',
    otherRespondentResponsible: 'optional',
    toRespondent: 'required',
    part: 'optional',
    letterAt: 'required',
    reasons: 'optional',
  },
  NEW_EVIDENCE: { evidence: 'required', remedyFailed: 'optional' },
  PROPOSE: {
    remedies: 'required',
    reasons: 'required',
    justiceIntent: 'required',
    approverRole: 'optional',
    slaDueAt: 'optional',
  },
  APPROVE: { approver: 'required', conditions: 'required' },
  REFUSE_APPROVAL: { approver: 'required', reason: 'required' },
  SEND_DECISION: {
    kind: 'required',
    decision: 'required',
    reasons: 'required',
    referralRights: 'required',
    acceptBy: 'required',
    waiveTimeLimits: 'optional',
    irrevocable: 'optional',
  },
  ACCEPT: { acceptedAt: 'required', form: 'optional' },
  DECLINE: { reason: 'required', whatWouldSatisfy: 'optional' },
  CHANGE_PERSON: { newOwner: 'required', tier: 'required', handover: 'required' },
  CHANGE_TIME: { appointmentAt: 'required', coolingOffUntil: 'required' },
  CHANGE_PLACE: { placeOrChannel: 'required' },
  FULFIL: { remedyId: 'required', proof: 'required', amountPaid: 'optional', paidAt: 'optional' },
  SURVEY: {
    overall: 'required',
    distributive: 'required',
    procedural: 'required',
    interactional: 'required',
    verbatim: 'required',
  },
  REOPEN: { requestedBy: 'optional', reason: 'optional', newEvidence: 'optional', clockPolicy: 'optional' },
  ACCEPT_LATE: { acceptedAt: 'required' },
  UNMERGE: { requestedBy: 'required', reason: 'required' },
  PRIMARY_ARCHIVED: { primaryId: 'required', outcomeCopied: 'required' },
  APPEAL_SCOPE: { reason: 'required' },
  REFER_EXTERNAL: { body: 'required', ref: 'required', requestedBy: 'optional' },
  EXTERNAL_DECISION: {
    remedyDue: 'required',
    outcome: 'required',
    award: 'optional',
    binding: 'optional',
    dueBy: 'optional',
  },
  EXTERNAL_WITHDRAWN: { requestedBy: 'required' },
  SETTLE: { terms: 'required', remedies: 'required' },
  TIMER_ASSESS: { dueAt: 'optional' },
  TIMER_UPDATE: { dueAt: 'optional' },
  TIMER_RESPONSE: { dueAt: 'optional' },
  TIMER_CUSTOMER_WAIT: { dueAt: 'optional' },
  TIMER_THIRD_PARTY_WAIT: { dueAt: 'optional' },
  TIMER_APPROVAL: { dueAt: 'optional' },
  TIMER_OFFER: { dueAt: 'optional' },
  TIMER_ESCALATION: { dueAt: 'optional' },
  TIMER_FULFIL: { dueAt: 'optional' },
  TIMER_VERIFY: { dueAt: 'optional' },
  TIMER_REOPEN_WINDOW: { dueAt: 'optional', retentionUntil: 'optional' },
  TIMER_REFERRAL_WINDOW: { dueAt: 'optional', retentionUntil: 'required' },
  TIMER_EXTERNAL_CHASE: { dueAt: 'optional' },
  TIMER_RETENTION: { dueAt: 'optional', retentionUntil: 'required' },
};

type Sure<R> = { [K in keyof R]-?: object extends Pick<R, K> ? never : K }[keyof R];

const held: {
  readonly [S in ComplaintState]: {
    readonly [K in Sure<Extract<ComplaintCase, { state: S }>['record']>]: true;
  };
} = {
  received: { complaint: true },
  investigating: { complaint: true },
  awaitingCustomer: { complaint: true, questions: true },
  awaitingThirdParty: { complaint: true, enquiry: true },
  proposing: { complaint: true },
  awaitingApproval: { complaint: true, proposal: true, remedies: true },
  decisionReady: { complaint: true, proposal: true, remedies: true },
  offered: { complaint: true, decision: true, proposal: true, remedies: true },
  escalated: { complaint: true, remedies: true },
  fulfilling: { complaint: true, remedies: true },
  verifying: { complaint: true, remedies: true },
  resolved: { complaint: true, remedies: true },
  closedFinal: { complaint: true },
  withdrawn: { complaint: true, withdrawal: true },
  merged: { complaint: true, merge: true },
  declinedScope: { complaint: true, outOfScope: true },
  external: { complaint: true, referral: true },
  externalClosed: { complaint: true, externalDecision: true, referral: true },
  archived: { complaint: true },
};

const slots: { readonly [K in keyof ComplaintRecord]: 'one' | 'list' } = {
  complaint: 'one',
  acknowledgement: 'one',
  assessment: 'one',
  outOfScope: 'one',
  merge: 'one',
  withdrawal: 'one',
  updates: 'list',
  questions: 'one',
  enquiry: 'one',
  evidence: 'list',
  findings: 'one',
  forwarded: 'list',
  owners: 'list',
  proposal: 'one',
  remedies: 'one',
  approval: 'one',
  objections: 'list',
  decision: 'one',
  acceptance: 'one',
  refusals: 'list',
  moves: 'list',
  fulfilled: 'list',
  survey: 'one',
  reopenings: 'list',
  appeals: 'list',
  referral: 'one',
  externalDecision: 'one',
  settlement: 'one',
  retention: 'one',
};

const context: { readonly [F in keyof ComplaintContext]-?: 'context' } = {
  primaryOpen: 'context',
  wouldCycle: 'context',
  primaryNotArchived: 'context',
  withinAuthority: 'context',
  conflictOfInterest: 'context',
  lettersComplete: 'context',
  referralOpen: 'context',
  withinReferralWindow: 'context',
  withinReopenWindow: 'context',
  offerStillOpen: 'context',
  capaDone: 'context',
};

describe('the types of complaints', () => {
  const { commands, facts, opening, states, transitions } = complaintWorkflow;

  it('name every command with its fields; those that every transition needs are required', () => {
    const declared = Object.entries(commands).map(([type, command]) => {
      const ways = [opening, ...transitions].filter(({ on }) => on === type);
      const optionality = Object.keys(command.fields).map((field) => [
        field,
        ways.every(({ requires }) => requires?.includes(field)) ? 'required' : 'optional',
      ]);
      return [type, Object.fromEntries(optionality)];
    });
    expect(fields).toEqual(Object.fromEntries(declared));
  });

  it('name every state with what its cases have', () => {
    const declared = Object.entries(states).map(([state, { has = [] }]) => [state, [...has].toSorted()]);
    const typed = Object.entries(held).map(([state, sure]) => [state, Object.keys(sure).toSorted()]);
    expect(Object.fromEntries(typed)).toEqual(Object.fromEntries(declared));
  });

  it('name every slot and every fact of the host', () => {
    const writes = [opening, ...transitions].flatMap(({ writes: some = [] }) => some);
    for (const { slot, as } of writes.filter(({ as: how }) => how !== 'clear')) {
      expect([slot, as]).toEqual([
        slot,
        Object.entries(slots).find(([name]) => name === slot)?.[1] === 'list' ? 'append' : 'set',
      ]);
    }
    expect(new Set(Object.keys(slots))).toEqual(new Set(writes.map(({ slot }) => slot)));
    const brought = Object.entries(facts).filter(([, { from }]) => from.kind === 'context');
    expect(Object.keys(context).toSorted()).toEqual(brought.map(([fact]) => fact).toSorted());
  });

  it('are those of the workflow, its decider and its histories', () => {
    expectTypeOf<CaseOf<typeof complaintWorkflow>>().toEqualTypeOf<ComplaintCase>();
    expectTypeOf<CommandOf<typeof complaintWorkflow>>().toEqualTypeOf<ComplaintCommand>();
    expectTypeOf<ContextOf<typeof complaintWorkflow>>().toEqualTypeOf<ComplaintContext>();
    const complaints = compileWorkflow(complaintWorkflow);
    expectTypeOf(replay(complaints, []).case).toEqualTypeOf<ComplaintCase | undefined>();
    expectTypeOf<EventOf<ComplaintCommand>['type']>().toEqualTypeOf<ComplaintEvent['type']>();
    expectTypeOf<
      Extract<ComplaintCase, { state: 'offered' }>['record']['decision']['acceptBy']
    >().toEqualTypeOf<number>();
    expectTypeOf<Extract<ComplaintCase, { state: 'fulfilling' }>['record']['remedies']>().toEqualTypeOf<
      readonly Remedy[]
    >();
    // @ts-expect-error A reason is missing.
    const incomplete: ComplaintCommand = {
      type: 'APPEAL_SCOPE',
      id: '1',
      at: 1,
      by: { id: 'a', role: 'b' },
      data: {},
    };
    expect(decide(complaints, undefined, incomplete)._tag).toBe('Left');
  });
});

describe('the types of a workflow written in code', () => {
  const tasks = defineWorkflow({
    name: 'tasks',
    version: '1',
    title: { en: 'Tasks', zh: '任务' },
    initial: 'open',
    final: ['done'],
    states: {
      open: { name: { en: 'Open', zh: '进行中' } },
      done: { name: { en: 'Done', zh: '完成' }, has: ['result'] },
    },
    commands: {
      OPEN: {
        name: { en: 'Open', zh: '新建' },
        kind: 'command',
        fields: { title: { kind: 'text' }, note: { kind: 'text' } },
      },
      FINISH: {
        name: { en: 'Finish', zh: '完成' },
        kind: 'command',
        fields: { how: { kind: 'oneOf', values: ['well', 'badly'] }, hours: { kind: 'number' } },
      },
    },
    opening: { on: 'OPEN', requires: ['title'] },
    facts: {
      allowed: { name: { en: 'it is allowed', zh: '允许' }, domain: 'boolean', from: { kind: 'context' } },
    },
    transitions: [
      {
        id: 'finish',
        from: 'open',
        on: 'FINISH',
        when: { fact: 'allowed' },
        to: 'done',
        requires: ['how'],
        writes: [{ slot: 'result', as: 'set' }],
      },
    ],
  });

  it('follow from its literals', () => {
    expectTypeOf<CaseOf<typeof tasks>['state']>().toEqualTypeOf<'open' | 'done'>();
    type Finish = Extract<CommandOf<typeof tasks>, { type: 'FINISH' }>;
    expectTypeOf<Finish['data']>().toEqualTypeOf<{
      readonly how: 'well' | 'badly';
      readonly hours?: number;
    }>();
    type Open = Extract<CommandOf<typeof tasks>, { type: 'OPEN' }>;
    expectTypeOf<Open['data']>().toEqualTypeOf<{ readonly title: string; readonly note?: string }>();
    type Done = Extract<CaseOf<typeof tasks>, { state: 'done' }>;
    expectTypeOf<Done['record']['result']['how']>().toEqualTypeOf<'well' | 'badly'>();
    expectTypeOf<ContextOf<typeof tasks>>().toEqualTypeOf<{ readonly allowed?: boolean }>();
    const compiled = compileWorkflow(tasks);
    const by = { id: 'u', role: 'r' };
    const opened = decide(compiled, undefined, { type: 'OPEN', id: '1', at: 1, by, data: { title: 't' } });
    const [event] = opened._tag === 'Right' ? opened.right : [];
    expect(event).toBeDefined();
    if (event === undefined) return;
    const open = evolve(compiled, undefined, event);
    if (open._tag === 'Left') return;
    const done = decide(
      compiled,
      open.right,
      { type: 'FINISH', id: '2', at: 2, by, data: { how: 'well' } },
      { allowed: true },
    );
    expect(done).toMatchObject({ _tag: 'Right', right: [{ to: 'done', context: { allowed: true } }] });
  });
});
