/** Corrective action, and how it keeps a case from the archive. */
import {
  type CaseCommand,
  type CaseEvent,
  type CaseSnapshot,
  checkWorkflow,
  compileWorkflow,
  correctiveActionOf,
  correctiveGate,
  correctiveWorkflow,
  decide,
  defaultCorrective,
  defineCorrectivePolicy,
  defineWorkflow,
  evolve,
  orThrow,
  parseCorrectivePolicy,
  describe as words,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  assessment,
  conclusion,
  DAY,
  decision,
  HOUR,
  logAfter,
  MONDAY,
  opened,
  proposal,
  refusedBy,
  tell,
  told,
} from '../desk/support.js';

const actions = compileWorkflow(correctiveWorkflow);
const ann = { id: 'ann', role: 'quality' };

type Step = readonly [type: string, data: Readonly<Record<string, unknown>>, by?: typeof ann];

function run(steps: readonly Step[]): readonly CaseEvent[] {
  let now: CaseSnapshot | undefined;
  return steps.flatMap(([type, data, by = ann], i) => {
    const command: CaseCommand = { type, id: `a${i + 1}`, at: MONDAY + i * HOUR, by, data };
    const events = decide(actions, now, command);
    if (events._tag === 'Left') throw new Error(events.left.kind);
    for (const event of events.right) now = orThrow(evolve(actions, now, event));
    return events.right;
  });
}

const suspect: Step = ['SUSPECT', { cases: ['c1'], hypothesis: 'no maintenance' }];
const toDone: readonly Step[] = [
  suspect,
  ['CONFIRM', { rootCause: 'no contract', causeCode: 'boiler', evidence: ['invoice'] }],
  ['PLAN', { measure: 'a contract', owner: 'bea', dueBy: MONDAY + 9 * DAY }],
  ['FINISH', { proof: 'contract 7' }],
];
const check = (effective: boolean, id: string): Step => [
  'CHECK_EFFECT',
  { effective, evidence: ['e'] },
  { id, role: 'quality' },
];

describe('the workflow', () => {
  it('is a sound definition', () => {
    expect(() => defineWorkflow(correctiveWorkflow)).not.toThrow();
    // That the owner cannot check their own action is told as information.
    const check = checkWorkflow(correctiveWorkflow);
    const findings = check.kind === 'checked' ? check.findings : [];
    expect(findings.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['uncoveredGuards', 'information'],
    ]);
  });

  it('goes from suspicion to a checked effect; what did not help goes back to the cause', () => {
    expect(run(toDone).at(-1)?.to).toBe('done');
    expect(run([...toDone, check(true, 'cleo')]).at(-1)?.to).toBe('checked');
    expect(run([...toDone, check(false, 'cleo')]).at(-1)?.to).toBe('confirmed');
    expect(() => run([...toDone, check(true, 'bea')])).toThrow('guard');
  });

  it('links the cases in which the cause recurs', () => {
    const linked = run([
      suspect,
      ['LINK_CASE', { case: 'c2', basis: 'same boiler' }],
      ['LINK_CASE', { case: 'c1', basis: 'b' }],
    ]);
    expect(correctiveActionOf(linked)).toEqual({ actionId: 'a1', state: 'suspected', cases: ['c1', 'c2'] });
    const again = run([['SUSPECT', { cases: ['c3'], hypothesis: 'h', recurrenceOf: 'a1' }]]);
    expect(correctiveActionOf(again)?.recurrenceOf).toBe('a1');
  });
});

describe('the gate', () => {
  const plain = logAfter(opened('c1'), tell('ASSESS', MONDAY + HOUR, assessment));
  const systemic = logAfter(
    opened('c1'),
    tell('ASSESS', MONDAY + HOUR, { ...assessment, impact: 'systemic' }),
    tell('CONCLUDE', MONDAY + DAY, conclusion),
  );
  const checked = defineCorrectivePolicy({ archiveWaitsFor: 'checked' });

  it('of a suspicion that was dropped says so', () => {
    const gate = correctiveGate(systemic, [run([suspect, ['DROP', { reason: 'r' }]])]);
    expect(gate.statements.map((one) => [words(one, 'en'), words(one, 'zh')])).toEqual([
      ['The suspected cause was looked into and dropped.', '疑似原因已查并排除。'],
    ]);
  });

  it.each([
    ['nothing needed', plain, [], defaultCorrective, 'notNeeded'],
    ['needed and not begun', systemic, [], defaultCorrective, 'missing'],
    ['suspected', plain, [run([suspect])], defaultCorrective, 'waiting'],
    ['dropped', systemic, [run([suspect, ['DROP', { reason: 'r' }]])], defaultCorrective, 'done'],
    ['done', systemic, [run(toDone)], defaultCorrective, 'done'],
    ['done, and to be checked', systemic, [run(toDone)], checked, 'waiting'],
    ['checked', systemic, [run([...toDone, check(true, 'cleo')])], checked, 'done'],
    [
      'of another case',
      systemic,
      [run([['SUSPECT', { cases: ['c9'], hypothesis: 'h' }]])],
      defaultCorrective,
      'missing',
    ],
    ['one of two open', systemic, [run(toDone), run([suspect])], defaultCorrective, 'waiting'],
  ] as const)('%s', (_, log, some, policy, kind) => {
    const gate = correctiveGate(log, some, policy);
    expect(gate.kind).toBe(kind);
    expect(gate.capaDone).toBe(kind === 'notNeeded' || kind === 'done');
  });

  it('survives JSON', () => {
    expect(orThrow(parseCorrectivePolicy(JSON.parse(JSON.stringify(checked))))).toEqual(checked);
  });
});

describe('on the canonical chart', () => {
  function resolved(): Answer {
    const log = logAfter(
      opened('c1'),
      tell('ASSESS', MONDAY + HOUR, { ...assessment, impact: 'systemic' }),
      tell('CONCLUDE', MONDAY + DAY, conclusion),
      tell('PROPOSE', MONDAY + 2 * DAY, { ...proposal(1), remedies: [] }),
      tell('SEND_DECISION', MONDAY + 3 * DAY, decision),
      tell('ACCEPT', MONDAY + 4 * DAY, { acceptedAt: MONDAY + 4 * DAY }),
    );
    const fair = { overall: 5, distributive: 5, procedural: 5, interactional: 5, verbatim: '' };
    return told(log, tell('SURVEY', MONDAY + 5 * DAY, fair));
  }

  const feed = ({ log, timers }: Answer, corrective: readonly (readonly CaseEvent[])[]) => {
    const window = timers.find(({ timer }) => timer === 'TIMER_REOPEN_WINDOW');
    if (window === undefined) throw new Error('no window');
    return told(log, { ...window, firedAt: window.dueAt }, { corrective });
  };

  it('the case stays resolved at the end of its window until the action is done', () => {
    const open = resolved();
    expect(open.case.state).toBe('resolved');
    const waits = feed(open, []);
    expect(waits.case.state).toBe('resolved');
    expect(waits.answers[0]?.statements[0]?.en).toBe('Corrective action is needed, and none has been begun.');
    const stillWaits = feed(waits, [run([suspect])]);
    expect(stillWaits.case.state).toBe('resolved');
    expect(stillWaits.case.at).toBeGreaterThan(waits.case.at);
    expect(feed(stillWaits, [run(toDone)]).case.state).toBe('archived');
  });

  it('what only waits for the action does not open the reopening window again', () => {
    const waits = feed(resolved(), []);
    const reopen = tell('REOPEN', waits.case.at + DAY, {
      requestedBy: 'complainant',
      reason: 'r',
      newEvidence: [],
      clockPolicy: 'resume',
    });
    expect(refusedBy(waits.log, reopen).kind).toBe('guard');
  });
});
