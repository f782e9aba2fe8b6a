/** The canonical chart: whether its definition holds, and a case that goes through it. */
import type { ComplaintCase, ComplaintCommand, ComplaintContext } from 'clientele/complaints';
import {
  compileWorkflow,
  complaintSteps,
  complaintWorkflow,
  decide,
  defineWorkflow,
  evolve,
  describe as inWords,
  orThrow,
  parseWorkflow,
  serviceRequest,
  sixSteps,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';

const complaints = compileWorkflow(complaintWorkflow);
const by = { id: 'anna', role: 'handler' };

describe('the presets', () => {
  it.each([
    ['complaint', complaintWorkflow],
    ['six steps', sixSteps],
    ['service request', serviceRequest],
  ])('%s are valid definitions, also from JSON', (_, workflow) => {
    expect(() => defineWorkflow(workflow)).not.toThrow();
    expect(parseWorkflow(JSON.parse(JSON.stringify(workflow)))).toEqual({ _tag: 'Right', right: workflow });
  });
});

describe('a complaint', () => {
  it('is received, assessed and concluded', () => {
    const told = (one: ComplaintCase | undefined, command: ComplaintCommand, context?: ComplaintContext) => {
      const events = decide(complaints, one, command, context);
      if (events._tag === 'Left') throw new Error(events.left.statements.map(({ en }) => en).join());
      return events.right.reduce<ComplaintCase | undefined>(
        (now, event) => orThrow(evolve(complaints, now, event)),
        one,
      );
    };
    const opened = told(undefined, {
      type: 'RECEIVE',
      id: 'c1',
      at: 1,
      by,
      data: {
        receivedAt: 1,
        channel: 'phone',
        complainant: 'k1',
        product: 'room',
        incidentAt: 0,
        description: 'cold',
        desiredRemedy: 'refund',
      },
    });
    expect(opened?.state).toBe('received');
    const assessed = told(opened, {
      type: 'ASSESS',
      id: 'c2',
      at: 2,
      by,
      data: {
        isComplaint: true,
        eligible: true,
        inScope: true,
        resolvableNow: false,
        severity: 'low',
        safety: false,
        complexity: 'simple',
        impact: 'one',
        immediateAction: false,
        category: 'heating',
        policyPackId: 'none',
        owner: 'anna',
      },
    });
    expect(assessed?.state).toBe('investigating');
    const refused = decide(complaints, assessed, {
      type: 'CONCLUDE',
      id: 'c3',
      at: 3,
      by,
      data: { findings: 'x', evidence: [], upheld: 'yes', causeCode: 'h', rootCauseHypothesis: 'boiler' },
    });
    expect(refused._tag === 'Left' && refused.left).toMatchObject({ kind: 'guard' });
    if (refused._tag === 'Right') return;
    expect(inWords(refused.left, 'en')).toBe(
      '“Conclude the investigation” would lead to “Proposing” if there is evidence.',
    );
    expect(inWords(refused.left, 'zh')).toBe('满足以下条件时，“调查结论”可进入“拟定方案”：有证据。');
    expect(refused.left.ways).toEqual([
      {
        transition: 'investigating.CONCLUDE.proposing',
        to: 'proposing',
        unmet: [[{ fact: 'evidencePresent', found: false, needed: { is: true } }]],
        missing: [],
      },
    ]);
  });
});

describe('the map of the six steps', () => {
  it('has every step tag of the chart, and puts every command under the step its transitions are tagged with', () => {
    const { transitions, opening, states, commands } = complaintWorkflow;
    for (const { step, commands: own, states: places } of complaintSteps) {
      for (const type of own) {
        const tags = [opening, ...transitions]
          .filter(({ on }) => on === type)
          .map(({ tags: some }) => some?.['step']);
        // An external decision that brings a remedy is action, any other the end.
        const others = type === 'EXTERNAL_DECISION' ? ['action'] : [];
        expect(new Set(tags)).toEqual(new Set([step === 'change' ? 'listen' : step, ...others]));
      }
      expect(Object.keys(states)).toEqual(expect.arrayContaining([...places]));
    }
    const mapped = complaintSteps.flatMap(({ commands: own }) => own);
    const people = Object.keys(commands).filter(
      (type) => commands[type]?.kind === 'command' && type !== 'PRIMARY_ARCHIVED',
    );
    expect(mapped.toSorted()).toEqual(people.toSorted());
  });
});
