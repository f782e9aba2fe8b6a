/** What the check finds in arbitrary workflows is what trying everything finds, and its scripts can be played. */
import { checkWorkflow, type ScriptStep, type Workflow, type WorkflowFinding } from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce, type Plain } from './brute-force.js';
import { randomWorkflow } from './random-workflows.js';

const PLAIN = new Set(['factNeverRead', 'factNeverSet', 'answersForEver', 'unbounded']);

function findingsOf(workflow: Workflow): readonly WorkflowFinding[] {
  const check = checkWorkflow(workflow);
  if (check.kind !== 'checked') throw new Error('too large');
  return check.findings;
}

/** A finding in the words of the brute force. */
function plainly(workflow: Workflow, finding: WorkflowFinding): Plain {
  const [, at = ''] = finding.path;
  const id = (i: string | number): string => workflow.transitions[Number(i)]?.id ?? '';
  switch (finding.kind) {
    case 'ambiguousGuards':
      return [finding.kind, `${finding.values['oneId']} ${finding.values['otherId']}`, finding.script.length];
    case 'uncoveredGuards':
      return [finding.kind, `${at} ${named(finding.values['command'])}`, finding.script.length];
    case 'slotNotGuaranteed':
      return [finding.kind, `${at} ${finding.values['slot']}`, finding.script.length];
    case 'deadTransition':
    case 'silenceCloses':
    case 'finalWithExit':
      return [finding.kind, id(at), finding.script.length];
    default:
      return [finding.kind, String(at), finding.script.length];
  }
}

function named(value: unknown): string {
  return typeof value === 'object' && value !== null && 'en' in value ? String(value.en) : String(value);
}

const sorted = (some: readonly Plain[]): readonly string[] => some.map((one) => one.join(' ')).sort();

function hangsTogether(workflow: Workflow, script: readonly ScriptStep[]): boolean {
  return script.every(({ transition, command, from, to }, i) => {
    const one = workflow.transitions.find(({ id }) => id === transition);
    const before = i === 0 ? workflow.initial : script[i - 1]?.to;
    return one?.on === command && one.from === from && one.to === to && before === from;
  });
}

describe('checkWorkflow', () => {
  it('finds what trying everything finds, with scripts as short', () => {
    fc.assert(
      fc.property(randomWorkflow, (workflow) => {
        const found = findingsOf(workflow).filter(({ kind }) => !PLAIN.has(kind));
        expect(sorted(found.map((one) => plainly(workflow, one)))).toEqual(sorted(bruteForce(workflow)));
      }),
      { numRuns: 120 },
    );
  });

  it('shows each finding by a script that hangs together', () => {
    fc.assert(
      fc.property(randomWorkflow, (workflow) => {
        for (const { script, loop = [] } of findingsOf(workflow)) {
          expect(hangsTogether(workflow, [...script, ...loop])).toBe(true);
          if (loop.length > 0) expect(loop.at(-1)?.to).toBe(loop[0]?.from);
        }
      }),
    );
  });

  it('is sound exactly where no finding is an error', () => {
    fc.assert(
      fc.property(randomWorkflow, (workflow) => {
        const check = checkWorkflow(workflow);
        const errors = findingsOf(workflow).filter(({ severity }) => severity === 'error');
        expect(check.kind === 'checked' && check.sound).toBe(errors.length === 0);
      }),
    );
  });
});
