/** The complaint workflow is proved, and what is broken in it is noticed. */
import {
  checkWorkflow,
  complaintWorkflow,
  sixSteps,
  type Workflow,
  type WorkflowFinding,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { changed } from './charts.js';

const COMPLAINTS: Workflow = complaintWorkflow;

function findings(chart: Workflow): readonly WorkflowFinding[] {
  const check = checkWorkflow(chart, { bounded: ['DECLINE', 'SURVEY'] });
  if (check.kind !== 'checked') throw new Error(`too large: ${check.of}`);
  return check.findings;
}

const of = (some: readonly WorkflowFinding[], kind: WorkflowFinding['kind']) =>
  some.filter((one) => one.kind === kind);
const statesOf = (some: readonly WorkflowFinding[]) => new Set(some.map(({ path }) => path[1]));

describe('the complaint workflow', () => {
  it('is sound: everything is reached, every case can be archived, no guards clash, silence never closes', () => {
    const check = checkWorkflow(COMPLAINTS, { bounded: ['DECLINE', 'SURVEY'] });
    expect(check).toMatchObject({ kind: 'checked', sound: true });
    expect(of(findings(COMPLAINTS), 'silenceGoesRound').map(({ path }) => path[1])).toEqual([
      'external',
      'awaitingApproval',
    ]);
  });

  it('would be closed by silence after an external decision if that were no answer', () => {
    const closed = of(findings({ ...COMPLAINTS, answers: ['SEND_DECISION'] }), 'silenceCloses');
    expect(closed.map(({ script }) => script.map(({ command }) => command))).toContainEqual([
      'ASSESS',
      'REFER_EXTERNAL',
      'EXTERNAL_DECISION',
      'FULFIL',
      'TIMER_VERIFY',
    ]);
  });

  it('is noticed to be cut off where a plain walk over its states says so, whichever transition is left out', () => {
    // With moves and chases that cost nothing there are few configurations, and the arrows are the same.
    const small = { ...COMPLAINTS, transitions: COMPLAINTS.transitions.map(({ sets: _, ...rest }) => rest) };
    for (const { id } of small.transitions) {
      const without = changed(small, id, 'left out');
      const found = findings(without);
      const { unreached, endless } = walked(without);
      expect(statesOf(of(found, 'unreachableState')), id).toEqual(new Set(unreached));
      const lost = statesOf([...of(found, 'deadlock'), ...of(found, 'cannotFinish')]);
      // A state that leads only to a deadlock is its consequence and not named.
      for (const state of lost) expect(endless, id).toContain(state);
      expect(lost.size > 0, id).toBe(endless.length > 0);
    }
  }, 120_000);

  it('waits without a timer as soon as a waiting state loses its last one', () => {
    const timers = COMPLAINTS.transitions.filter(({ on }) => COMPLAINTS.commands[on]?.kind === 'timer');
    for (const [state, { waitsFor }] of Object.entries(COMPLAINTS.states)) {
      if (waitsFor === undefined) continue;
      const mine = new Set(timers.filter(({ from }) => from === state).map(({ id }) => id));
      const without = {
        ...COMPLAINTS,
        transitions: COMPLAINTS.transitions.filter(({ id }) => !mine.has(id)),
      };
      expect(mine.size, state).toBeGreaterThan(0);
      expect(statesOf(of(findings(without), 'waitWithoutTimer')), state).toContain(state);
    }
  }, 60_000);

  it('clashes, or leaves a way dead, as soon as one of several ways of a command loses its guard', () => {
    for (const one of COMPLAINTS.transitions) {
      const beside = COMPLAINTS.transitions.filter(
        ({ from, on, id }) => from === one.from && on === one.on && id !== one.id,
      );
      if (beside.length === 0 || one.when === 'otherwise') continue;
      const found = findings(changed(COMPLAINTS, one.id, { when: { allOf: [] } }));
      // Beside an 'otherwise' alone nothing clashes: it takes what is left, and that is nothing.
      const onlyOtherwise = beside.every(({ when }) => when === 'otherwise');
      expect(of(found, 'ambiguousGuards').length > 0, one.id).toBe(!onlyOtherwise);
      const dead = of(found, 'deadTransition').map(({ path }) => COMPLAINTS.transitions[Number(path[1])]);
      if (onlyOtherwise) expect(dead, one.id).toContain(beside[0]);
    }
  }, 120_000);

  it('goes round when the moves of a hearing cost nothing, and chases for ever when chases do', () => {
    const free = COMPLAINTS.transitions.reduce(
      (chart, { id, on }) => (on.startsWith('CHANGE_') ? changed(chart, id, { sets: {} }) : chart),
      COMPLAINTS,
    );
    expect(statesOf(of(findings(free), 'unbounded'))).toEqual(new Set(['DECLINE', 'SURVEY']));
    const chase = COMPLAINTS.transitions.find(
      ({ on, from, to }) => on === 'TIMER_CUSTOMER_WAIT' && from === to,
    );
    const chased = findings(changed(COMPLAINTS, chase?.id ?? '', { sets: {} }));
    expect(
      of(chased, 'deadTransition').map(({ path }) => COMPLAINTS.transitions[Number(path[1])]?.on),
    ).toContain('TIMER_CUSTOMER_WAIT');
    expect(statesOf(of(chased, 'silenceGoesRound'))).toContain('awaitingCustomer');
  });

  it('does not let a timer close what nobody answered', () => {
    const hasty = changed(COMPLAINTS, 'received.TIMER_ASSESS.received', { to: 'closedFinal' });
    const [closed] = of(findings(hasty), 'silenceCloses');
    expect(closed?.script.map(({ command }) => command)).toEqual(['TIMER_ASSESS']);
  });

  it('promises in no state what a case could lack there', () => {
    const bare = changed(COMPLAINTS, 'decisionReady.SEND_DECISION.offered', { writes: [] });
    expect(statesOf(of(findings(bare), 'slotNotGuaranteed'))).toContain('offered');
  });
});

describe('the six steps', () => {
  it('are sound', () => {
    expect(checkWorkflow(sixSteps)).toMatchObject({ kind: 'checked', sound: true });
  });
});

/** States that no arrow leads to, and those among the others that lead to no final state: guards apart. */
function walked({ initial, final, states, transitions }: Workflow): {
  readonly unreached: readonly string[];
  readonly endless: readonly string[];
} {
  const forward = new Set([initial]);
  for (const state of forward) for (const { from, to } of transitions) if (from === state) forward.add(to);
  const back = new Set(final);
  for (const state of back) for (const { from, to } of transitions) if (to === state) back.add(from);
  return {
    unreached: Object.keys(states).filter((state) => !forward.has(state)),
    endless: [...forward].filter((state) => !back.has(state)),
  };
}
