/** What `checkWorkflow` says of small charts, one for each kind of finding. */
import {
  checkWorkflow,
  complaintWorkflow,
  describe as sentence,
  type Workflow,
  type WorkflowCheckOptions,
  type WorkflowFinding,
  type WorkflowFindingKind,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { changed, command, REHEARING, state, timer, workflow } from './charts.js';

function find(
  chart: Workflow,
  kind: WorkflowFindingKind,
  options?: WorkflowCheckOptions,
): WorkflowFinding | undefined {
  const check = checkWorkflow(chart, options);
  return check.kind === 'checked' ? check.findings.find((one) => one.kind === kind) : undefined;
}

const steps = (found: WorkflowFinding | undefined) => found?.script.map(({ transition }) => transition);
const fact = (domain: Workflow['facts'][string]['domain'], from: Workflow['facts'][string]['from']) => ({
  name: { en: 'fact', zh: '事实' },
  domain,
  from,
});

describe('a complaint that is answered, declined and heard again', () => {
  it('is sound, and its configurations are states with the moves that are left', () => {
    const check = checkWorkflow(REHEARING, { bounded: ['DECLINE'] });
    // open and offered with 2, 1 or 0 moves left, again with 2 or 1, done with 2, 1 or 0.
    expect(check).toEqual({ kind: 'checked', sound: true, configurations: 11, edges: 14, findings: [] });
  });

  it('can be declined for ever when hearing it again costs nothing', () => {
    const free = changed(REHEARING, 'move', { sets: {} });
    const found = find(free, 'unbounded', { bounded: ['DECLINE'] });
    expect(steps(found)).toEqual(['answer']);
    expect(found?.loop?.map(({ transition }) => transition)).toEqual(['decline', 'move', 'answer']);
    expect(found && sentence(found, 'en')).toBe(
      'DECLINE can be repeated for ever: after answer, DECLINE → MOVE → answer leads back to where it began.',
    );
  });

  it('is stuck without the transition that ends it', () => {
    const stuck = changed(REHEARING, 'move', 'left out');
    expect(find(stuck, 'deadlock')).toMatchObject({ path: ['states', 'again'], configurations: 1 });
    expect(steps(find(stuck, 'deadlock'))).toEqual(['answer', 'decline']);
  });

  it('waits for ever without its timer', () => {
    const silent = changed(REHEARING, 'lapse', 'left out');
    expect(find(silent, 'waitWithoutTimer')).toMatchObject({ severity: 'error', configurations: 3 });
    expect(find(changed(REHEARING, 'lapse', { to: 'offered' }), 'silenceGoesRound')).toMatchObject({
      severity: 'warning',
      path: ['states', 'offered'],
    });
  });

  it('takes two ways at once where a guard is left out', () => {
    const { when: _, ...always } = REHEARING.transitions[2] ?? { id: '', from: '', on: '', to: '' };
    const vague = {
      ...REHEARING,
      transitions: REHEARING.transitions.map((one) =>
        one.id === 'decline'
          ? always
          : one.id === 'declineLast'
            ? { ...one, when: { fact: 'movesLeft', is: 0 } }
            : one,
      ),
    };
    const found = find(vague, 'ambiguousGuards');
    expect(found).toMatchObject({ facts: { movesLeft: 0 }, configurations: 1 });
    expect(steps(found)).toEqual(['answer', 'decline', 'move', 'answer', 'decline', 'move', 'answer']);
    // The first declared is taken, so the other is dead.
    expect(steps(find(vague, 'deadTransition'))).toEqual(['answer']);
  });

  it('refuses a command where no guard holds, for information', () => {
    const bare = changed(REHEARING, 'declineLast', 'left out');
    const check = checkWorkflow(bare);
    expect(find(bare, 'uncoveredGuards')).toMatchObject({
      severity: 'information',
      facts: { movesLeft: 0 },
      configurations: 1,
    });
    expect(check.kind === 'checked' && check.sound).toBe(true);
  });

  it('is closed by silence where an answer can be skipped', () => {
    const skipped = changed(REHEARING, 'accept', { from: 'open', on: 'LAPSE' });
    const found = find(skipped, 'silenceCloses');
    expect(steps(found)).toEqual(['accept']);
    expect(found && sentence(found, 'zh')).toBe(
      '“lapse”会结案（“open” → “done”），而此前从未答复客户：lapse。',
    );
    expect(find(changed(skipped, 'accept', { on: 'ANSWER' }), 'silenceCloses')).toBeUndefined();
  });

  it('promises no letter that a way round leaves out', () => {
    const round = {
      ...REHEARING,
      commands: { ...REHEARING.commands, HINT: command() },
      transitions: [...REHEARING.transitions, { id: 'hint', from: 'open', on: 'HINT', to: 'again' }],
    };
    expect(find(round, 'slotNotGuaranteed')).toMatchObject({ path: ['states', 'again', 'has'] });
    expect(steps(find(round, 'slotNotGuaranteed'))).toEqual(['hint']);
    const open = fact('boolean', { kind: 'test', test: { filled: { record: 'letter' } } });
    const guarded = changed({ ...round, facts: { ...round.facts, hasLetter: open } }, 'hint', {
      when: { fact: 'hasLetter' },
    });
    expect(find(guarded, 'slotNotGuaranteed')).toBeUndefined();
  });

  it('names facts without a use, exits of final states, and what nothing leads to', () => {
    const odd = {
      ...REHEARING,
      states: { ...REHEARING.states, island: state('island') },
      facts: { ...REHEARING.facts, idle: fact('boolean', { kind: 'case', initially: false }) },
      commands: { ...REHEARING.commands, EXIT: command() },
      transitions: [
        ...REHEARING.transitions,
        { id: 'exit', from: 'done', on: 'EXIT', to: 'open' },
        { id: 'leave', from: 'island', on: 'EXIT', to: 'open' },
      ],
    };
    expect(find(odd, 'factNeverRead')?.path).toEqual(['facts', 'idle']);
    expect(find(odd, 'factNeverSet')?.path).toEqual(['facts', 'idle']);
    expect(find(odd, 'finalWithExit')?.path).toEqual(['transitions', 6]);
    expect(find(odd, 'unreachableState')).toMatchObject({ path: ['states', 'island'], script: [] });
    expect(find(odd, 'deadTransition')).toMatchObject({ path: ['transitions', 7], script: [] });
  });

  it('may go round for ever without ever ending', () => {
    const endless = changed(
      changed(changed(REHEARING, 'accept', { to: 'again' }), 'lapse', { to: 'again' }),
      'declineLast',
      { to: 'again' },
    );
    expect(find(endless, 'cannotFinish')).toMatchObject({ path: ['states', 'open'], script: [] });
    expect(find(endless, 'deadlock')).toBeUndefined();
  });
});

describe('facts that hang on one value', () => {
  const amount = { left: { data: 'amount' }, right: { value: 100 } } as const;
  const chart = (small: Workflow['facts'][string], large: Workflow['facts'][string]): Workflow =>
    workflow({
      states: { open: state('open'), approved: state('approved'), done: state('done') },
      commands: { PAY: command({ amount: { kind: 'number' }, limit: { kind: 'number' } }) },
      facts: { small, large },
      transitions: [
        { id: 'pay', from: 'open', on: 'PAY', when: { fact: 'small' }, to: 'done' },
        { id: 'ask', from: 'open', on: 'PAY', when: { fact: 'large' }, to: 'approved' },
        { id: 'end', from: 'approved', on: 'END', to: 'done' },
      ],
    });
  const test = (one: Extract<Workflow['facts'][string]['from'], { readonly kind: 'test' }>['test']) =>
    fact('boolean', { kind: 'test', test: one });

  it('do not clash when one value excludes the other', () => {
    const check = checkWorkflow(chart(test({ ...amount, is: '≤' }), test({ ...amount, is: '>' })));
    expect(check).toMatchObject({ kind: 'checked', sound: true, findings: [] });
  });

  it('clash where both bounds take the value itself', () => {
    expect(
      find(chart(test({ ...amount, is: '≤' }), test({ ...amount, is: '≥' })), 'ambiguousGuards'),
    ).toMatchObject({
      facts: { small: true, large: true },
    });
  });

  it('leave a gap that is named', () => {
    expect(
      find(chart(test({ ...amount, is: '<' }), test({ ...amount, is: '>' })), 'uncoveredGuards'),
    ).toMatchObject({
      facts: { small: false, large: false },
    });
  });

  it('are compared with each other as well', () => {
    const [left, right] = [{ data: 'amount' }, { data: 'limit' }];
    expect(
      checkWorkflow(chart(test({ left, is: '≤', right }), test({ left: right, is: '<', right: left }))),
    ).toMatchObject({
      sound: true,
      findings: [],
    });
  });

  it('are in a list or not', () => {
    const [one, others] = [{ data: 'amount' }, [{ record: 'paid' }]];
    expect(checkWorkflow(chart(test({ one, in: others }), test({ one, notIn: others })))).toMatchObject({
      sound: true,
      findings: [],
    });
  });

  it('of different values are free', () => {
    const free = chart(test({ ...amount, is: '≤' }), fact('boolean', { kind: 'context' }));
    expect(find(free, 'ambiguousGuards')).toBeDefined();
    expect(find(free, 'uncoveredGuards')).toBeDefined();
  });
});

describe('what is too large', () => {
  it('is given up at the limit, and nothing is claimed', () => {
    expect(checkWorkflow(REHEARING, { configurations: 11 }).kind).toBe('checked');
    const check = checkWorkflow(REHEARING, { configurations: 10 });
    expect(check).toMatchObject({ kind: 'tooLarge', of: 'configurations', limit: 10 });
    expect(check.kind === 'tooLarge' && sentence(check, 'en')).toBe(
      'More than 10 configurations can be reached: nothing is claimed. Keep fewer facts in the case or allow for more.',
    );
  });

  it('is named by state and command where the facts of one command are too many', () => {
    const facts = Object.fromEntries(
      Array.from({ length: 17 }, (_, i) => [`f${i}`, fact('boolean', { kind: 'context' })]),
    );
    const wide = workflow({
      states: { open: state('open'), done: state('done') },
      facts,
      transitions: [
        {
          id: 'go',
          from: 'open',
          on: 'GO',
          when: { allOf: Object.keys(facts).map((name) => ({ fact: name })) },
          to: 'done',
        },
      ],
    });
    expect(checkWorkflow(wide)).toMatchObject({
      kind: 'tooLarge',
      of: 'choices',
      limit: 65_536,
      at: { state: 'open', command: 'GO' },
    });
    expect(checkWorkflow(wide, { choices: 2 ** 17 })).toMatchObject({ kind: 'checked', sound: true });
  });

  it('is not a count of a million that one guard cuts in two', () => {
    const counted = workflow({
      states: { open: state('open'), done: state('done') },
      commands: { LATE: timer() },
      facts: { days: fact({ upTo: 1_000_000 }, { kind: 'context' }) },
      transitions: [
        { id: 'soon', from: 'open', on: 'GO', when: { fact: 'days', atMost: 30 }, to: 'open' },
        { id: 'late', from: 'open', on: 'GO', when: { fact: 'days', atLeast: 31 }, to: 'done' },
      ],
    });
    expect(checkWorkflow(counted)).toMatchObject({ sound: true, findings: [] });
  });
});

describe('options', () => {
  it('that are misspelt, and commands that there are not, prove nothing', () => {
    const chart = complaintWorkflow;
    expect(() => checkWorkflow(chart, { bounded: ['NOPE'] })).toThrow('options.bounded[0]: expected one of');
    expect(() => checkWorkflow(chart, Object({ bound: ['NOPE'] }))).toThrow(
      'options.bound: expected only the keys',
    );
  });
});
