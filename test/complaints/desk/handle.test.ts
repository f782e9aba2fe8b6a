/** The desk's one call, on the canonical chart. */
import { compileCalendar, englandAndWalesBusinessCalendar, parseWorkingCalendar } from 'clientele/calendar';
import {
  bundleCase,
  type ComplaintCommand,
  caseTimeline,
  complaintDesk,
  type DeskTimer,
  defaultEscalation,
  explainDuty,
  fcaDisp,
  handleComplaint,
  orThrow,
  type RulePack,
  ukPaymentServices,
  viewComplaint,
  describe as words,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import {
  assessment,
  boss,
  conclusion,
  DAY,
  decision,
  desk,
  HOUR,
  logAfter,
  MONDAY,
  offered,
  opened,
  proposal,
  proposing,
  refusedBy,
  setup,
  tell,
  told,
} from './support.js';

describe('a case from receipt to archive', () => {
  it('goes from command to command and timer to timer, with what is owed at each', () => {
    const first = told([], opened('c1'));
    expect(first.duties.map(({ clock, status }) => [clock, status.kind])).toEqual([
      ['ack', 'running'],
      ['assess', 'running'],
      ['holding', 'running'],
      ['response', 'running'],
    ]);
    expect(first.timers.map(({ timer }) => timer)).toEqual(['TIMER_ASSESS']);

    const log = offered();
    const accepted = told(
      log,
      tell('ACCEPT', MONDAY + 5 * DAY, { acceptedAt: MONDAY + 5 * DAY, form: 'oral' }),
    );
    expect(accepted.case.state).toBe('fulfilling');
    const paid = told(
      accepted.log,
      tell('FULFIL', MONDAY + 6 * DAY, {
        remedyId: 'r1',
        proof: 'p1',
        amountPaid: 3000,
        paidAt: MONDAY + 6 * DAY,
      }),
    );
    expect(paid.redress.totals['GBP']).toEqual({
      proposed: 3000,
      approved: 3000,
      accepted: 3000,
      paid: 3000,
      outstanding: 0,
    });
    const verify = timerOf(paid.timers, 'TIMER_VERIFY');
    const resolved = told(paid.log, { ...verify, firedAt: verify.dueAt });
    expect(resolved.case.state).toBe('resolved');
    const window = timerOf(resolved.timers, 'TIMER_REOPEN_WINDOW');
    const archived = told(resolved.log, { ...window, firedAt: window.dueAt + DAY });
    expect(archived.case.state).toBe('archived');
    expect(archived.answers).toMatchObject([{ fact: 'capaDone', value: true, from: 'corrective' }]);
    expect(archived.case.record).toHaveProperty('retention.retentionUntil');
    expect(archived.duties).toEqual([]);
  });

  it('says how each limit was counted', () => {
    const why = orThrow(explainDuty(desk, logAfter(opened('c1')), { pack: 'desk', clock: 'ack' }, MONDAY));
    expect(words(why, 'en')).toContain('Acknowledgement: due by');
    expect(why.deadline?.statements.length).toBeGreaterThan(0);
  });
});

describe('what the desk works out itself', () => {
  it('takes a proposal within authority straight to the letter, and one beyond it to an approver', () => {
    expect(told(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, proposal(3999))).case.state).toBe(
      'decisionReady',
    );
    const beyond = told(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, proposal(4000)));
    expect(beyond.case.state).toBe('awaitingApproval');
    expect(beyond.answers.find(({ fact }) => fact === 'withinAuthority')?.statements[0]?.en).toContain(
      'second person',
    );
  });

  it('lets somebody else approve, not the one who proposed, and says why', () => {
    const { log } = told(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, proposal(9000), boss));
    const approve = (by: typeof boss) =>
      tell('APPROVE', MONDAY + 3 * DAY, { approver: by.id, conditions: [] }, by);
    const refused = refusedBy(log, approve(boss));
    expect(refused.kind).toBe('guard');
    expect(refused.statements.map((one) => words(one, 'en'))).toContain(
      'eve proposed it and cannot approve it as well.',
    );
    expect(told(log, approve({ id: 'max', role: 'approver' })).case.state).toBe('decisionReady');
  });

  it('sends a proposal of somebody complained about to approval', () => {
    const zed = { id: 'zed', role: 'handler' };
    const answer = told(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, proposal(100), zed));
    expect(answer.case.state).toBe('awaitingApproval');
    expect(answer.answers).toContainEqual(
      expect.objectContaining({ fact: 'conflictOfInterest', value: true }),
    );
  });

  it('counts the customer as a whole', () => {
    const other = offered(3000, 'c0', MONDAY - 60 * DAY);
    const more = offered(3000, 'c9', MONDAY - 50 * DAY);
    const propose = tell('PROPOSE', MONDAY + 2 * DAY, proposal(3000));
    expect(told(proposing(), propose, { related: [other] }).case.state).toBe('decisionReady');
    expect(told(proposing(), propose, { related: [other, more] }).case.state).toBe('awaitingApproval');
  });

  it('opens the referral once the response is late or a final answer was sent', () => {
    const log = logAfter(opened('c1'), tell('ASSESS', MONDAY + HOUR, assessment));
    const refer = (at: number) =>
      tell('REFER_EXTERNAL', at, { body: 'ombudsman', ref: 'o1', requestedBy: 'complainant' });
    expect(refusedBy(log, refer(MONDAY + DAY)).statements.map((one) => words(one, 'en'))).toContain(
      'No final answer was sent, and the response is not late.',
    );
    expect(told(log, refer(MONDAY + 40 * DAY)).case.state).toBe('external');
    expect(told(offered(), refer(MONDAY + 4 * DAY)).case.state).toBe('external');
  });

  it('leaves the referral closed while a regulator’s limit runs, however late the desk’s own is', () => {
    const england = englandAndWalesBusinessCalendar();
    const calendars = { ...setup.calendars, uk: england };
    const under = (pack: RulePack) => complaintDesk({ ...setup, packs: [...setup.packs, pack], calendars });
    const assessed = logAfter(opened('c1'), tell('ASSESS', MONDAY + HOUR, assessment));
    const refer = (at: number) =>
      tell('REFER_EXTERNAL', at, { body: 'ombudsman', ref: 'o1', requestedBy: 'complainant' });
    const bank = under(fcaDisp);
    const late = MONDAY + 40 * DAY;
    const own = orThrow(viewComplaint(bank, assessed, late)).clocks.clocks;
    expect(
      own.filter(({ clock }) => clock === 'response').map((one) => [one.class, one.status.kind]),
    ).toEqual([
      ['contractual', 'breached'],
      ['statutory', 'running'],
    ]);
    expect(refusedBy(assessed, refer(late), {}, bank).kind).toBe('guard');
    expect(told(assessed, refer(MONDAY + 57 * DAY), {}, bank).case.state).toBe('external');

    const payments = under(ukPaymentServices);
    const held = told(
      assessed,
      tell('SEND_UPDATE', MONDAY + 14 * DAY, {
        progress: 'we need longer',
        holding: true,
        nextUpdateBy: MONDAY + 40 * DAY,
      }),
      {},
      payments,
    ).log;
    expect(refusedBy(held, refer(MONDAY + 40 * DAY), {}, payments).kind).toBe('guard');
    expect(told(assessed, refer(MONDAY + 40 * DAY), {}, payments).case.state).toBe('external');
    expect(told(held, refer(MONDAY + 60 * DAY), {}, payments).case.state).toBe('external');
  });

  it('takes a summary for an answer once it was accepted in the window of the pack (DISP 1.5.1R to 1.5.4R)', () => {
    const calendars = { ...setup.calendars, uk: englandAndWalesBusinessCalendar() };
    const bank = complaintDesk({ ...setup, packs: [...setup.packs, fcaDisp], calendars });
    const kind = 'summary' as const;
    const ready = told(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, proposal(3000))).log;
    // Thursday morning; the window closes in the evening.
    const sent = told(ready, tell('SEND_DECISION', MONDAY + 3 * DAY, { ...decision, kind }), {}, bank).log;
    const refer = tell('REFER_EXTERNAL', MONDAY + 10 * DAY, { body: 'ombudsman', ref: 'o1' });
    const refused = refusedBy(sent, refer, {}, bank);
    expect(refused.kind).toBe('guard');
    expect(refused.statements.map((one) => words(one, 'en'))).toContain(
      'The summary was not accepted in time, so a final answer is still owed, and the response is not late.',
    );
    const accept = (at: number) => tell('ACCEPT', at, { acceptedAt: at, form: 'oral' });
    const late = told(sent, accept(MONDAY + 4 * DAY), {}, bank).log;
    expect(refusedBy(late, refer, {}, bank).kind).toBe('guard');
    const inTime = told(sent, accept(MONDAY + 3 * DAY + HOUR), {}, bank).log;
    expect(told(inTime, refer, {}, bank).case.state).toBe('external');
    // Unless the response is late; and where no pack asks for acceptance, a summary is an answer.
    expect(told(sent, { ...refer, at: MONDAY + 57 * DAY }, {}, bank).case.state).toBe('external');
    expect(told(sent, refer).case.state).toBe('external');
    // Another offer was accepted, and nobody has summed it up.
    const offer = { ...decision, kind: 'redressOffer' as const };
    const other = told(ready, tell('SEND_DECISION', MONDAY + 3 * DAY, offer), {}, bank).log;
    const taken = told(other, accept(MONDAY + 3 * DAY + HOUR), {}, bank).log;
    expect(refusedBy(taken, refer, {}, bank).kind).toBe('guard');
  });

  it('says of a final response that is owed though the case is closed how it can still be sent', () => {
    const calendars = { ...setup.calendars, uk: englandAndWalesBusinessCalendar() };
    const bank = complaintDesk({ ...setup, packs: [...setup.packs, fcaDisp], calendars });
    const summary = { ...decision, kind: 'summary', acceptBy: MONDAY + 20 * DAY } as const;
    const steps = [
      tell('PROPOSE', MONDAY + 2 * DAY, proposal(3000)),
      tell('SEND_DECISION', MONDAY + 3 * DAY, summary),
    ];
    const sent = steps.reduce((log, step) => told(log, step, {}, bank).log, proposing());
    const offer = orThrow(viewComplaint(bank, sent, MONDAY + 4 * DAY)).timers.find(
      ({ timer }) => timer === 'TIMER_OFFER',
    );
    if (offer === undefined) throw new Error('no such timer');
    const silent = told(sent, { ...offer, firedAt: offer.dueAt }, {}, bank);
    expect(silent.case.state).toBe('closedFinal');
    const owed = silent.duties.map((one) => [one.pack, one.clock, words(one, 'en').split('\n').at(-1)]);
    expect(owed).toEqual([
      [
        'uk-fca-disp',
        'response',
        'The case is closed, and this is still owed: first “Reopen” (new evidence).',
      ],
    ]);
    expect(words({ statements: silent.duties.flatMap(({ statements }) => statements) }, 'zh')).toContain(
      '个案已结，但此项仍须完成：请先“',
    );
    const at = offer.dueAt + DAY;
    const again = [
      tell('REOPEN', at, { newEvidence: ['nobody has accepted the summary'] }),
      tell('CONCLUDE', at + HOUR, conclusion),
      tell('PROPOSE', at + 2 * HOUR, proposal(3000)),
      tell('SEND_DECISION', at + 3 * HOUR, { ...decision, acceptBy: at + 40 * DAY }),
    ];
    const reopened = told(silent.log, again[0] ?? opened('c2'), {}, bank);
    const response = reopened.duties.find(
      ({ pack, clock }) => pack === 'uk-fca-disp' && clock === 'response',
    );
    expect(response?.statements).toHaveLength(1);
    const answered = again.reduce((log, step) => told(log, step, {}, bank).log, silent.log);
    const { clocks } = orThrow(viewComplaint(bank, answered, at + DAY)).clocks;
    expect(
      clocks.find(({ pack, clock }) => pack === 'uk-fca-disp' && clock === 'response')?.status.kind,
    ).toBe('met');
  });

  it('keeps the offer open until it was to be accepted, and the reopening window as long as it runs', () => {
    const declined = told(
      offered(),
      tell('DECLINE', MONDAY + 4 * DAY, { reason: 'too little', whatWouldSatisfy: 'more' }),
    );
    expect(declined.case.state).toBe('escalated');
    const move = timerOf(declined.timers, 'TIMER_ESCALATION');
    const closed = told(declined.log, { ...move, firedAt: move.dueAt });
    expect(closed.case.state).toBe('closedFinal');
    const late = (at: number) => tell('ACCEPT_LATE', at, { acceptedAt: at });
    expect(told(closed.log, late(MONDAY + 39 * DAY)).case.state).toBe('fulfilling');
    expect(refusedBy(closed.log, late(MONDAY + 40 * DAY)).kind).toBe('guard');

    const gone = logAfter(
      opened('c2'),
      tell('WITHDRAW', MONDAY + HOUR, {
        requestedBy: 'complainant',
        reason: 'solved',
        evidenceOfWithdrawal: 'mail',
      }),
    );
    const reopen = (at: number) => tell('REOPEN', at, { requestedBy: 'complainant', reason: 'again' });
    expect(told(gone, reopen(MONDAY + 20 * DAY)).case.state).toBe('investigating');
    expect(refusedBy(gone, reopen(MONDAY + 40 * DAY)).kind).toBe('guard');
  });

  it('asks the letter for what its kind needs', () => {
    const strict = complaintDesk({ ...setup, letters: { final: ['waiveTimeLimits'] } });
    const { log } = told(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, proposal(100)));
    const send = (data: object) => tell('SEND_DECISION', MONDAY + 3 * DAY, { ...decision, ...data });
    expect(refusedBy(log, send({}), {}, strict).statements.map((one) => words(one, 'en'))).toContain(
      'The letter lacks: whether time limits are waived.',
    );
    expect(told(log, send({ waiveTimeLimits: false }), {}, strict).case.state).toBe('offered');
    expect(refusedBy(log, send({ acceptBy: MONDAY })).kind).toBe('guard');
  });

  it('lets the host know better', () => {
    const answer = told(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, proposal(100)), {
      context: { withinAuthority: false },
    });
    expect(answer.case.state).toBe('awaitingApproval');
    expect(answer.answers[0]).toMatchObject({ value: false, from: 'host' });
  });

  it('asks the host where it cannot know', () => {
    const mark = tell('MARK_DUPLICATE', MONDAY + HOUR, {
      primaryId: 'c8',
      matchBasis: 'same',
      confirmedBy: 'ann',
    });
    const refused = refusedBy(logAfter(opened('c1')), mark);
    expect(refused.kind).toBe('context');
    expect(refused.problems.map(({ path }) => path)).toContainEqual(['context', 'primaryOpen']);
    const { redress: _, ...poor } = setup;
    const without = complaintDesk(poor);
    const asked = refusedBy(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, proposal(1)), {}, without);
    expect(asked.kind).toBe('context');
    expect(words(asked, 'en')).toContain('redress policy in the setup of the desk');
    const nothing = tell('PROPOSE', MONDAY + 2 * DAY, { ...proposal(1), remedies: [] });
    expect(told(proposing(), nothing, {}, without).case.state).toBe('decisionReady');
  });

  it('refuses a proposal in a currency that nobody declared, by its path', () => {
    const remedies = [{ id: 'r1', kind: 'goodwill', amount: 5, currency: 'USD', basis: 'b' }];
    const refused = refusedBy(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, { ...proposal(1), remedies }));
    expect(refused.kind).toBe('data');
    expect(refused.problems.map(({ code }) => code)).toEqual(['unknownCurrency']);
    expect(words(refused, 'en')).toBe(
      'remedies, no. 1, currency: expected one of "GBP", "EUR", found "USD".',
    );
  });

  it('refuses less than nothing by its path', () => {
    const refused = refusedBy(proposing(), tell('PROPOSE', MONDAY + 2 * DAY, proposal(-5)));
    expect(refused.kind).toBe('data');
    expect(refused.problems[0]?.path.slice(0, 2)).toEqual(['data', 'remedies']);
    expect(words(refused, 'en')).not.toContain('host');
  });
});

describe('timers', () => {
  it('are not taken early, stale or on a limit that has moved, and change nothing when told twice', () => {
    const { log, timers } = told(logAfter(opened('c1')), tell('ASSESS', MONDAY + HOUR, assessment));
    const update = timerOf(timers, 'TIMER_UPDATE');
    expect(refusedBy(log, { ...update, firedAt: update.dueAt - 1 }).kind).toBe('notDue');
    const late = told(log, { ...update, firedAt: update.dueAt + DAY });
    expect(told(late.log, { ...update, firedAt: update.dueAt + 2 * DAY }).events).toEqual([]);

    const informed = told(
      log,
      tell('SEND_UPDATE', MONDAY + 2 * DAY, { progress: 'p', nextUpdateBy: MONDAY + 30 * DAY }),
    );
    const stale = refusedBy(informed.log, { ...update, firedAt: update.dueAt });
    expect(stale.kind).toBe('notDue');
    expect(words(stale, 'en')).toMatch(
      /^“Update overdue” is due at 09:00 on 11 February 2026; told by system at .*, it is early\.$/,
    );
    const raw = tell('TIMER_UPDATE', update.dueAt, {}, { id: 'system', role: 'system' });
    expect(refusedBy(informed.log, raw).kind).toBe('notDue');
    expect(told(log, raw).events[0]?.data).toEqual({ dueAt: update.dueAt });
  });

  it.each([[{}], [{ firedAt: Number.NaN }], [{ firedAt: 1.5 }]])('fed at %j are a problem there', (fed) => {
    const [timer] = told([], opened('c1')).timers;
    if (timer === undefined) throw new Error('no timer');
    const refused = refusedBy(logAfter(opened('c1')), Object({ ...timer, ...fed }));
    expect(refused.problems.map(({ path }) => path)).toEqual([['firedAt']]);
  });

  it('told late give the breach at its true instant', () => {
    const { log, timers } = told(logAfter(opened('c1')), tell('ASSESS', MONDAY + HOUR, assessment));
    const response = timerOf(timers, 'TIMER_RESPONSE');
    const at = (firedAt: number) =>
      told(log, { ...response, firedAt }).clocks.clocks.find(({ clock }) => clock === 'response')?.status;
    expect(at(response.dueAt)).toMatchObject({ kind: 'breached', at: response.dueAt });
    expect(at(response.dueAt + 9 * DAY)).toMatchObject({ kind: 'breached', at: response.dueAt });
  });
});

describe('hearing again', () => {
  const declined = () =>
    told(offered(), tell('DECLINE', MONDAY + 4 * DAY, { reason: 'r', whatWouldSatisfy: 'w' })).log;
  const change = (newOwner: string) =>
    tell('CHANGE_PERSON', MONDAY + 5 * DAY, { newOwner, tier: 1, handover: 'h' });

  it.each([
    ['who owned it', 'ann', 'guard', 'ann has had the case (Assess).'],
    ['who is complained about', 'zed', 'guard', 'zed is complained about.'],
    ['who complains', 'k7', 'notImpartial', 'k7 complains.'],
  ])('is not for somebody %s', (_, person, kind, why) => {
    const refused = refusedBy(declined(), change(person));
    expect(refused.kind).toBe(kind);
    expect(refused.statements.map((one) => words(one, 'en'))).toContain(why);
  });

  it('is not for somebody with an interest in the case', () => {
    const refused = refusedBy(declined(), change('bea'), { interested: ['bea'] });
    expect(refused.kind).toBe('notImpartial');
    expect(refused.statements.map((one) => words(one, 'zh'))).toEqual(['bea 与本案有利害关系。']);
  });

  it('is for somebody new, once', () => {
    const heard = told(declined(), change('bea'));
    expect(heard.case.state).toBe('investigating');
    expect(heard.escalation.moves.left).toEqual({ person: 0, time: 1, place: 1 });
  });

  it('is not done by whoever had the case before the person was changed', () => {
    const heard = told(declined(), change('bea')).log;
    const bea = { id: 'bea', role: 'handler' };
    const conclude = (by: typeof bea) => tell('CONCLUDE', MONDAY + 6 * DAY, conclusion, by);
    const barred = refusedBy(heard, conclude({ id: 'ann', role: 'handler' }));
    expect(barred.kind).toBe('notImpartial');
    expect(barred.problems.map(({ path }) => path)).toEqual([['by', 'id']]);
    expect(barred.statements.map((one) => words(one, 'en'))).toContain('ann has had the case (Assess).');
    const concluded = told(heard, conclude(bea)).log;
    const propose = (by: typeof bea) => tell('PROPOSE', MONDAY + 7 * DAY, proposal(100), by);
    expect(refusedBy(concluded, propose({ id: 'ann', role: 'handler' })).kind).toBe('notImpartial');
    const proposed = told(concluded, propose(bea)).log;
    const send = (by: typeof bea) => tell('SEND_DECISION', MONDAY + 8 * DAY, decision, by);
    expect(refusedBy(proposed, send({ id: 'ann', role: 'handler' })).kind).toBe('notImpartial');
    expect(told(proposed, send(bea)).case.state).toBe('offered');
  });

  it('keeps the budget of the policy and the cooling-off', () => {
    const strict = complaintDesk({
      ...setup,
      escalation: { ...defaultEscalation, moves: { person: 0, time: 1, place: 1 } },
    });
    expect(refusedBy(declined(), change('bea'), {}, strict).kind).toBe('noMoveLeft');
    const time = (appointmentAt: number) =>
      tell('CHANGE_TIME', MONDAY + 5 * DAY, { appointmentAt, coolingOffUntil: MONDAY + 7 * DAY });
    expect(refusedBy(declined(), time(MONDAY + 6 * DAY)).kind).toBe('tooSoon');
    expect(told(declined(), time(MONDAY + 7 * DAY)).case.state).toBe('investigating');
  });
});

describe('a fulfilment', () => {
  const accepted = told(
    offered(3000),
    tell('ACCEPT', MONDAY + 5 * DAY, { acceptedAt: MONDAY + 5 * DAY, form: 'oral' }),
  ).log;
  const fulfil = (remedyId: string, amountPaid: number) =>
    tell('FULFIL', MONDAY + 6 * DAY, { remedyId, proof: 'p', amountPaid, paidAt: MONDAY + 6 * DAY });

  it.each([
    ['a remedy that nobody promised', 'r99', 99_999_999, 'unknownRemedy', 'remedyId'],
    ['more than is owed', 'r1', 3001, 'aboveOutstanding', 'amountPaid'],
    ['a part of it, which would count as done', 'r1', 1, 'partPayment', 'amountPaid'],
  ])('is not %s', (_, remedyId, amount, code, field) => {
    const refused = refusedBy(accepted, fulfil(remedyId, amount));
    expect(refused.kind).toBe('data');
    expect(refused.problems.map((one) => [one.code, one.path])).toEqual([[code, ['data', field]]]);
    expect(refused.statements).toHaveLength(1);
  });

  it('is all that is owed', () => {
    const done = told(accepted, fulfil('r1', 3000));
    expect(done.case.state).toBe('verifying');
    expect(done.redress.entries.map(({ status }) => status)).toEqual(['paid']);
  });
});

describe('an id that the log holds', () => {
  const log = logAfter(opened('C-1'));
  const again = () => opened('C-1');

  it('changes nothing where the same is told again, at whatever time and in whatever order of keys', () => {
    expect(told(log, again()).events).toEqual([]);
    const later: ComplaintCommand = { ...again(), at: MONDAY + DAY };
    expect(told(log, later).log).toEqual(log);
    const turned = JSON.parse(JSON.stringify(again()), (_, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    );
    expect(told(log, turned).events).toEqual([]);
  });

  it('is refused for another command, with both', () => {
    const withdrawn = tell(
      'WITHDRAW',
      MONDAY + HOUR,
      { requestedBy: 'complainant', reason: 'solved', evidenceOfWithdrawal: 'mail' },
      { id: 'bea', role: 'handler' },
      'C-1',
    );
    const refused = refusedBy(log, withdrawn);
    expect(refused.kind).toBe('otherContent');
    expect(refused.problems.map(({ code }) => code)).toContain('otherContent');
    expect(refused.problems.map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining(['type', 'by.id', 'data.reason']),
    );
    expect(words(refused, 'en')).toContain('“Receive” (ann, handler)');
    expect(words(refused, 'en')).toContain('“Withdraw” (bea, handler)');
    expect(words(refused, 'zh')).toContain('编号“C-1”已用于“登记”（ann，经办人）');
  });

  it.each([
    ['data', { ...again(), data: { ...again().data, product: 'room 13' } }, 'data.product'],
    ['role', { ...again(), by: { id: 'ann', role: 'manager' } }, 'by.role'],
    ['case', { ...again(), caseId: 'C-2' }, 'caseId'],
  ])('is refused with another %s', (_, command, path) => {
    const refused = refusedBy(log, JSON.parse(JSON.stringify(command)));
    expect([refused.kind, refused.problems.map((one) => one.path.join('.'))]).toEqual([
      'otherContent',
      [path],
    ]);
  });
});

describe('as of', () => {
  const log = logAfter(opened('c1'));

  it('may be a day, a text or a date', () => {
    for (const asOf of ['2026-01-12', '2026-01-12T23:59:59.999Z', new Date('2026-01-12T23:59:59.999Z')])
      expect(orThrow(viewComplaint(desk, log, asOf)).asOf).toBe(Date.UTC(2026, 0, 13) - 1);
    expect(orThrow(caseTimeline(desk, log, '2026-01-12')).asOf).toBe(Date.UTC(2026, 0, 13) - 1);
    expect(explainDuty(desk, log, { pack: 'desk', clock: 'ack' }, '2026-01-12')._tag).toBe('Right');
  });

  it.each([Number.NaN, 1.5, 'noon', MONDAY - 1])('is named where it is %s', (asOf) => {
    const answers = [
      viewComplaint(desk, log, asOf),
      caseTimeline(desk, log, asOf),
      explainDuty(desk, log, { pack: 'desk', clock: 'ack' }, asOf),
    ];
    for (const one of answers) expect(one).toMatchObject({ _tag: 'Left', left: [{ path: ['asOf'] }] });
  });
});

describe('what is wrong', () => {
  it('with the setup is said at start-up, all at once', () => {
    expect(() => complaintDesk({ ...setup, packs: [] })).toThrow('TIMER_ASSESS');
    expect(() => complaintDesk({ ...setup, calendars: {} })).toThrow('clocks[17].calendar');
    expect(() => complaintDesk(JSON.parse('{}'))).toThrow(/packs: expected a list[\s\S]*calendars: expected/);
    expect(() => complaintDesk(JSON.parse('null'))).toThrow('setup of a desk');
    const compiled = { default: compileCalendar(orThrow(parseWorkingCalendar(setup.calendars['default']))) };
    expect(() => complaintDesk({ ...setup, calendars: Object(compiled) })).toThrow(
      'calendars.default: expected',
    );
    expect(() => complaintDesk({ ...setup, offersStand: JSON.parse('"forEver"') })).toThrow(
      'offersStand: expected one of "untilAcceptBy", "whileReferralIsOpen", found "forEver".',
    );
    expect(() => complaintDesk(Object({ ...setup, redres: {}, mergs: 'sameComplainant' }))).toThrow(
      /redres: expected only the keys[\s\S]*mergs: expected only the keys/,
    );
    const refused = refusedBy(JSON.parse('null'), opened('c1'));
    expect([refused.kind, refused.problems.map(({ path }) => path)]).toEqual(['history', [['log']]]);
    expect(viewComplaint(desk, JSON.parse('null'), MONDAY)._tag).toBe('Left');
    const triggers = [{ when: 'breached', clocks: ['answer'], to: 1 }] as const;
    expect(() => complaintDesk({ ...setup, escalation: { ...defaultEscalation, triggers } })).toThrow(
      'escalation.triggers[0].clocks[0]',
    );
  });

  it('with a history is a refusal, with the event that does not fit', () => {
    const log = logAfter(opened('c1'), tell('ASSESS', MONDAY + HOUR, assessment));
    const broken = log.toReversed();
    const refused = refusedBy(broken, tell('CONCLUDE', MONDAY + DAY, conclusion));
    expect(refused.kind).toBe('history');
    expect(refused.problems[0]?.path[0]).toBe(0);
    expect(viewComplaint(desk, broken, MONDAY + DAY)._tag).toBe('Left');
  });

  it.each([
    ['nothing', null],
    ['a text', 'x'],
    ['an empty object', {}],
    ['an event without data', { ...logAfter(opened('c1'))[0], data: null }],
    ['an event without a time', { ...logAfter(opened('c1'))[0], at: 'noon' }],
  ])('with a log that holds %s is named everywhere, and never thrown', (_, event) => {
    const good = logAfter(opened('c1'));
    for (const log of [JSON.parse(JSON.stringify([event])), [...good, JSON.parse(JSON.stringify(event))]]) {
      const frozen = JSON.stringify(log);
      const refused = refusedBy(log, tell('ASSESS', MONDAY + HOUR, assessment));
      expect(refused.kind).toBe('history');
      expect(words(refused, 'en')).toContain('expected');
      expect(words(refused, 'zh')).toContain('应为');
      const asOf = MONDAY + DAY;
      expect(viewComplaint(desk, log, asOf)._tag).toBe('Left');
      expect(caseTimeline(desk, log, asOf)._tag).toBe('Left');
      expect(explainDuty(desk, log, { pack: 'desk', clock: 'ack' }, asOf)._tag).toBe('Left');
      expect(bundleCase(desk, log, { asOf })._tag).toBe('Left');
      expect(JSON.stringify(log)).toBe(frozen);
    }
  });

  it('with a command is what decide says, the case as it was', () => {
    const log = logAfter(opened('c1'));
    expect(refusedBy(log, tell('FULFIL', MONDAY + DAY, { remedyId: 'r', proof: 'p' }))).toMatchObject({
      kind: 'notLegalHere',
      state: 'received',
    });
    const early = tell('WITHDRAW', MONDAY - DAY, { requestedBy: 'complainant', reason: 'r' });
    expect(refusedBy(log, early).kind).toBe('order');
  });
});

it('works with another workflow, whose own facts the host brings', () => {
  const small = complaintDesk({
    workflow: {
      format: 'case-workflow@1',
      name: 'small',
      version: '1',
      title: { en: 'Small', zh: '小' },
      initial: 'open',
      final: ['done'],
      states: { open: { name: { en: 'Open', zh: '进行中' } }, done: { name: { en: 'Done', zh: '完成' } } },
      commands: {
        OPEN: { name: { en: 'Open', zh: '新建' }, kind: 'command', fields: {} },
        CLOSE: { name: { en: 'Close', zh: '结束' }, kind: 'command', fields: {} },
      },
      opening: { on: 'OPEN' },
      facts: {
        ready: { name: { en: 'it is ready', zh: '已就绪' }, domain: 'boolean', from: { kind: 'context' } },
      },
      transitions: [{ id: 'close', from: 'open', on: 'CLOSE', to: 'done', when: { fact: 'ready' } }],
    },
    packs: [],
    calendars: {},
  });
  const by = { id: 'ann', role: 'handler' };
  const first = handleComplaint(small, [], { type: 'OPEN', id: 'o1', at: 0, by, data: {} });
  const log = first._tag === 'Right' ? first.right.log : [];
  const close = { type: 'CLOSE', id: 'o2', at: 1, by, data: {} } as const;
  const asked = handleComplaint(small, log, close);
  expect(asked).toMatchObject({ left: { kind: 'context' } });
  expect(handleComplaint(small, log, close, { context: { ready: true } })).toMatchObject({
    right: { case: { state: 'done' }, answers: [{ fact: 'ready', from: 'host' }] },
  });
});

it('does not take a timer of another case, even where it cannot date its own', () => {
  const other = told([], opened('c2'));
  const [timer] = other.timers;
  if (timer === undefined) throw new Error('a case that waits for nothing');
  const fired = { ...timer, firedAt: timer.dueAt };
  expect(refusedBy(logAfter(opened('c1')), fired).kind).toBe('notDue');
  const undatable = complaintDesk({
    ...setup,
    packs: setup.packs.map((pack) => ({ ...pack, effective: { from: '2030-01-01' } })),
  });
  const log = told([], opened('c1'), {}, undatable).log;
  expect(refusedBy(log, fired, {}, undatable).kind).toBe('notDue');
  const own = { ...fired, id: fired.id.replace('c2', 'c1') };
  expect(told(log, own, {}, undatable).events).toHaveLength(1);
});

function timerOf(timers: readonly DeskTimer[], name: string): DeskTimer {
  const found = timers.find(({ timer }) => timer === name);
  if (found === undefined) throw new Error(`no ${name} among ${timers.map(({ timer }) => timer).join(', ')}`);
  return found;
}
