/** The wrong thing handed in is named, with what was expected; never an accident of the inside. */

import { alwaysOpen, compileCalendar } from 'clientele/calendar';
import {
  type CompiledWorkflow,
  checkRulePacks,
  compileWorkflow,
  complaintCauses,
  complaintTrends,
  complaintWorkflow,
  decide,
  defineRedressPolicy,
  deskClocks,
  dispReturn,
  dueTimers,
  evolve,
  isoIndicators,
  judgeRedress,
  legalCommands,
  nextDuty,
  openDuties,
  ProblemError,
  parseCaseEvents,
  projectClocks,
  type Result,
  replay,
  replayCases,
  runSteps,
  describe as sentence,
} from 'clientele/complaints';
import { toDot, toMermaid, toProcedure } from 'clientele/complaints/export';
import { describe, expect, it } from 'vitest';

/** As a host without a compiler could hand it over. */
const any = (value: unknown): never => value as never;

/** What is thrown, where it is an error of ours. */
function said(run: () => unknown): string {
  try {
    run();
    return 'fine';
  } catch (error) {
    return error instanceof ProblemError ? error.message : `not ours: ${String(error)}`;
  }
}

const refusedBy = (result: Result<unknown>): string =>
  result._tag === 'Left' ? result.left.map((one) => sentence(one, 'en')).join('\n') : 'fine';

const workflow = compileWorkflow(complaintWorkflow);
const calendar = compileCalendar(alwaysOpen('UTC'));
const COMMAND = { type: 'RECEIVE', id: 'e1', at: 0, by: { id: 'ann', role: 'handler' }, data: {} };
const RECEIVE = any(COMMAND);

describe('clocks', () => {
  it.each([
    [undefined, 'clocks: expected a list of clocks, or the answer of projectClocks'],
    [null, 'clocks: expected a list of clocks'],
    [projectClocks(any([]), any(undefined)), 'clocks: expected a list of clocks'],
    [[null], 'clocks[0]: expected a clock with its status, found null.'],
    [{ clocks: 'ack' }, 'clocks: expected a list of clocks'],
  ])('of %j there are none', (clocks, words) => {
    expect(said(() => nextDuty(any(clocks)))).toContain(words);
    expect(said(() => openDuties(any(clocks)))).toContain(words);
    expect(said(() => dueTimers(any(clocks), workflow))).toContain(words.replace('clocks', 'projected'));
  });

  it('are not worked out from a log that says two things under one id', () => {
    const opening = {
      ...{ type: 'RECEIVE', id: 'e1', at: 1, by: { id: 'ann', role: 'handler' }, data: {}, caseId: 'c1' },
      ...{ revision: 1, workflow: 'complaint@1', transition: 'opening', from: null, to: 'received' },
    };
    const options = { packs: [deskClocks({ zone: 'UTC' })], calendars: {}, asOf: 9 };
    expect(projectClocks([opening, structuredClone(opening)], options)._tag).toBe('Right');
    expect(projectClocks([opening, { ...opening, at: 2 }], options)).toMatchObject({
      left: [{ code: 'otherContent', path: ['log', 1, 'id'] }],
    });
    for (const at of [Number.NaN, 0.5])
      expect(projectClocks([{ ...opening, at }], options)).toMatchObject({
        left: [{ code: 'notAnInstant' }],
      });
  });

  it('need a workflow for their timers', () => {
    const projected = { caseId: 'c', state: 'received', asOf: 0, clocks: [], notInForce: [], problems: [] };
    expect(said(() => dueTimers(projected, workflow))).toBe('fine');
    expect(said(() => dueTimers(projected, any(null)))).toBe('expected an object, found null.');
    expect(said(() => dueTimers(projected, any(undefined)))).toBe('expected an object, found nothing.');
  });
});

describe('a workflow that is not compiled', () => {
  const stored: unknown = JSON.parse(JSON.stringify(workflow));

  it.each([null, undefined, 'complaint', {}, complaintWorkflow, stored])('is refused (%#)', (found) => {
    const none = any(found) as CompiledWorkflow;
    const words = 'workflow: expected a workflow as compileWorkflow gives it, found';
    const refused = decide(none, undefined, RECEIVE);
    expect(refused).toMatchObject({
      left: { kind: 'data', state: null, command: 'RECEIVE', problems: [{ path: ['workflow'] }], legal: [] },
    });
    expect(refused._tag === 'Left' && sentence(refused.left, 'en')).toContain(words);
    expect(refusedBy(evolve(none, undefined, any({})))).toContain(words);
    expect(refusedBy(parseCaseEvents(none, []))).toContain(words);
    expect(replay(none, []).fault?.problems[0].path).toEqual(['workflow']);
    expect(replayCases(none, []).rejected[0]?.problems[0].path).toEqual(['workflow']);
    expect(said(() => legalCommands(none, undefined))).toContain(words);
    expect(said(() => runSteps(none, []))).toContain(words);
  });

  it('and a command that there is not is told from one that is not possible here', () => {
    const told = (type: string) => {
      const refused = decide(workflow, undefined, any({ ...COMMAND, type }));
      return refused._tag === 'Left' ? sentence(refused.left, 'en') : '';
    };
    expect(told('RECIEVE')).toBe(
      'There is no command “RECIEVE”; possible in the state “not opened yet”: Receive.',
    );
    expect(told('ACCEPT')).toBe('“Accept” is not possible in the state “not opened yet”; possible: Receive.');
  });

  it('nor are a case and facts that are none', () => {
    expect(decide(workflow, any('C-1'), RECEIVE)).toMatchObject({
      left: { kind: 'data', problems: [{ path: ['current'] }] },
    });
    expect(decide(workflow, undefined, RECEIVE, any('yes'))).toMatchObject({
      left: { kind: 'context', problems: [{ path: ['context'] }] },
    });
    expect(decide(workflow, undefined, RECEIVE, any(null))).toEqual(decide(workflow, undefined, RECEIVE));
    expect(decide(workflow, undefined, any(null))).toMatchObject({ left: { kind: 'data' } });
    expect(said(() => runSteps(workflow, any(undefined)))).toBe(
      'steps: expected a list of steps, found undefined.',
    );
  });
});

describe('reports', () => {
  const half = { from: '2026-01-01', until: '2026-07-01', calendar };
  const asked = { asOf: '2026-07-01', packs: [], calendars: {} };

  it.each<[unknown, string]>([
    [undefined, 'options: expected an object with options, found nothing.'],
    [{ ...half, form: 1 }, 'form: expected a list of columns, or "3 business days, 8 weeks"'],
    [{ ...half, form: 'toString' }, 'form: expected a list of columns'],
    [{ ...half, form: [{ name: 'x' }] }, 'form[0].within.budget: expected a budget of time, found nothing.'],
    [{ ...half, form: [null] }, 'form[0]: expected a column { name, within }, found null.'],
    [{ ...half, forms: [] }, 'forms: expected only the keys "from", "until", "calendar", "form", "by"'],
  ])('dispReturn refuses %j', (options, words) => {
    expect(refusedBy(dispReturn([], any(options)))).toContain(words);
  });

  it.each<[unknown, string]>([
    [undefined, 'options: expected an object with options, found nothing.'],
    [null, 'options: expected an object with options, found null.'],
    [{ asOf: 0 }, 'packs: expected a list of rule packs, found nothing.'],
    [{ asOf: 0, packs: [null], calendars: {} }, 'packs[0]: expected a rule pack, found null.'],
    [{ asOf: 0, packs: [] }, 'calendars: expected an object with calendars by their names, found nothing.'],
    [{ ...asked, satisfiedForm: 5 }, 'satisfiedForm: expected only the keys "asOf", "zone", "packs"'],
    [{ ...asked, satisfiedFrom: 9 }, 'satisfiedFrom: expected 1 to 5, found 9.'],
    [{ ...asked, repetition: 90 }, 'repetition: expected an object { withinDays, about }, found 90.'],
    [{ ...asked, repetition: { withinDays: 9, about: 'all' } }, 'repetition.about: expected one of'],
    [{ ...asked, correctiveActions: [null] }, 'correctiveActions[0]: expected a list of events, found null.'],
  ])('isoIndicators refuses %j', (options, words) => {
    expect(refusedBy(isoIndicators(any(null), any(options)))).toContain(words);
  });

  it('complaintCauses and complaintTrends name logs, groupings and options that are none', () => {
    expect(said(() => complaintCauses(any(null)))).toBe('logs: expected a list of logs, found null.');
    expect(said(() => complaintCauses([], any({ by: 'zzz' })))).toBe(
      'by: expected one of "cause", "product", "category", "channel", found "zzz".',
    );
    expect(said(() => complaintCauses([], any({ groupBy: 'zzz' })))).toBe(
      'groupBy: expected only the keys "by", found "groupBy".',
    );
    const trends = { from: '2026-01-01', periods: 2, every: { months: 1 }, zone: 'UTC' };
    expect(refusedBy(complaintTrends([], trends))).toBe('fine');
    expect(refusedBy(complaintTrends(any(null), trends))).toContain('logs: expected a list of logs');
    expect(refusedBy(complaintTrends([], any(undefined)))).toContain('options: expected an object');
    expect(refusedBy(complaintTrends([], any({ ...trends, by: 'zzz' })))).toContain('by: expected one of');
    expect(refusedBy(complaintTrends([], any({ ...trends, every: 'month' })))).toContain('every: expected a');
    expect(refusedBy(complaintTrends([], any({ ...trends, exposures: [] })))).toContain(
      'exposures: expected',
    );
  });
});

describe('judgeRedress', () => {
  const policy = defineRedressPolicy({
    name: 'redress',
    title: { en: 'Redress', zh: '补偿权限' },
    zone: 'UTC',
    currencies: [{ code: 'GBP', minorUnit: 2 }],
    authorities: [{ role: 'handler', perCase: 'unlimited' }],
  });
  const remedies = [{ id: 'r1', kind: 'goodwill', amount: 9000, currency: 'GBP', basis: 'b' }];
  const question = {
    proposal: { remedies, pricePaid: 1000 },
    actor: { id: 'ann', role: 'handler' },
    asOf: 0,
  };

  it.each<[unknown, string]>([
    [null, 'question: expected a question with proposal, actor and asOf, found null.'],
    [{ ...question, proposal: { remedies, pricepaid: 1000 } }, 'proposal.pricepaid: expected only the keys'],
    [{ ...question, customerledger: {} }, 'customerledger: expected only the keys'],
    [{ ...question, customerLedger: [] }, 'customerLedger: expected a ledger of redressLedger'],
    [{ ...question, proposal: undefined }, 'proposal: expected a proposal with its remedies, found nothing.'],
    [{ ...question, proposal: { remedies: [null] } }, 'proposal.remedies[0]: expected a remedy, found null.'],
    [{ ...question, actor: 'ann' }, 'actor: expected a person with an id and a role, found "ann".'],
    [{ ...question, asOf: '2026-01-01' }, 'asOf: expected an instant in epoch milliseconds'],
  ])('refuses %j', (found, words) => {
    expect(refusedBy(judgeRedress(policy, any(found)))).toContain(words);
  });

  it('needs a policy', () => {
    expect(judgeRedress(policy, question)).toMatchObject({ right: { cap: 'passed' } });
    for (const none of [null, undefined, {}])
      expect(refusedBy(judgeRedress(any(none), question))).toContain('policy: expected a redress policy');
  });
});

describe('deskClocks', () => {
  it('need a calendar, also where none is handed over', () => {
    const [problem] = checkRulePacks([deskClocks({ zone: 'UTC' })], { calendars: {} });
    expect(problem && sentence(problem, 'en')).toContain(
      'expected a calendar among those handed over, of which there are none, found "default".',
    );
  });

  it.each<[unknown, string]>([
    [undefined, 'options: expected an object with options, found nothing.'],
    [{ zone: 'Mars/Olympus' }, 'zone: expected the name of an IANA time zone, found "Mars/Olympus".'],
    [{}, 'zone: expected the name of an IANA time zone'],
    [{ zone: 'UTC', limit: {} }, 'limit: expected only the keys "zone", "limits"'],
    [{ zone: 'UTC', limits: { akc: {} } }, 'limits.akc: expected only the keys "ack", "assess"'],
    [{ zone: 'UTC', limits: { ack: 3 } }, 'limits.ack.budget: expected a budget of time'],
    [{ zone: 'UTC', limits: null }, 'limits: expected an object with limits by their names, found null.'],
    [{ zone: 'UTC', atRisk: 75 }, 'atRisk: expected a list of percentages, found 75.'],
  ])('refuses %j', (options, words) => {
    expect(said(() => deskClocks(any(options)))).toContain(words);
  });
});

describe('charts and procedures', () => {
  it.each<[unknown, string]>([
    [null, 'options: expected an object with options, found null.'],
    [{ lang: 'zh' }, 'lang: expected only the keys "language", "direction", "labels", "loops", "shared"'],
    [{ shared: 'note' }, 'shared: expected one of "drawn", "noted", found "note".'],
  ])('are not drawn with %j', (options, words) => {
    expect(said(() => toDot(complaintWorkflow, any(options)))).toContain(words);
    expect(said(() => toMermaid(complaintWorkflow, any(options)))).toContain(words);
  });

  it('boxes are for Mermaid only, and a procedure is English where nobody says otherwise', () => {
    expect(said(() => toMermaid(complaintWorkflow, { groupBy: 'step' }))).toBe('fine');
    expect(said(() => toDot(complaintWorkflow, any({ groupBy: 'step' })))).toContain(
      'groupBy: expected only',
    );
    expect(toProcedure(complaintWorkflow)).toBe(toProcedure(complaintWorkflow, 'en'));
  });
});

describe('describe', () => {
  const problem = { code: 'c', path: ['a'], expected: { kind: 'present' }, found: 'nothing' } as const;

  it.each<[unknown, unknown, string]>([
    [problem, undefined, 'language: expected one of "en", "zh", found nothing.'],
    [problem, 'fr', 'language: expected one of "en", "zh", found "fr".'],
    [undefined, 'en', 'thing: expected a problem, a statement or an explanation'],
    [{}, 'en', 'thing: expected a problem, a statement or an explanation'],
    [isoIndicators([], any(null)), 'en', 'not a Result: look at its left or right first, found an object.'],
  ])('of %j in %j is a TypeError that says why', (thing, language, words) => {
    const run = () => sentence(any(thing), any(language));
    expect(run).toThrow(TypeError);
    expect(run).toThrow(words);
  });
});
