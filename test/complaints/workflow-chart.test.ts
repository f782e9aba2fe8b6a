/** The canonical chart: whether its definition holds, and a case that goes through it. */
import type { ComplaintCase, ComplaintCommand, ComplaintContext } from 'clientele/complaints';
import {
  compileWorkflow,
  complaintWorkflow,
  decide,
  defineWorkflow,
  evolve,
  orThrow,
  parseWorkflow,
  sixSteps,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';

const complaints = compileWorkflow(complaintWorkflow);
const by = { id: 'anna', role: 'handler' };

describe('the presets', () => {
  it.each([
    ['complaint', complaintWorkflow],
    ['six steps', sixSteps],
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
    console.log(refused._tag === 'Left' ? refused.left.statements.map((s) => s) : '');
  });
});
