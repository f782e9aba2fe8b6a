/** Who may give which command, in one call. */
import {
  compileWorkflow,
  complaintDesk,
  complaintWorkflow,
  decide,
  describe as inWords,
  legalCommands,
  ProblemError,
  replay,
  type Workflow,
  withRoles,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { assessment, desk, HOUR, logAfter, MONDAY, opened, proposing, setup, tell } from './desk/support.js';

const roles = { ASSESS: ['handler'], ACCEPT: ['customer', 'handler'], APPROVE: ['manager', 'director'] };
const ours = withRoles(complaintWorkflow, roles);
const compiled = compileWorkflow(ours);

function problemsOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError)
      return error.problems.map(({ code, path }) => `${code} ${path.join('.')}`);
  }
  return ['nothing is wrong'];
}

describe('roles of commands', () => {
  it('are named in the refusal, and who has one is let through', () => {
    const log = logAfter(opened('c1'));
    const { case: now } = replay(compiled, log);
    const by = (role: string) =>
      decide(compiled, now, tell('ASSESS', MONDAY + HOUR, assessment, { id: 'x', role }));
    const refused = by('customer');
    expect(refused._tag === 'Left' && [refused.left.kind, inWords(refused.left, 'en')]).toEqual([
      'notAllowed',
      '“Assess” needs the role “handler”; the actor’s role is “customer”.',
    ]);
    expect(by('handler')._tag).toBe('Right');
    const types = (role: string) => legalCommands(compiled, now, { id: 'x', role }).map(({ type }) => type);
    expect(types('customer')).not.toContain('ASSESS');
    expect(types('handler')).toContain('ASSESS');
  });

  it('take the place of those that there were; all else is the chart as it was', () => {
    expect(ours.commands['APPROVE']?.by).toEqual(['manager', 'director']);
    const { commands, ...rest } = ours;
    const { commands: before, ...same } = complaintWorkflow;
    expect(rest).toEqual(same);
    for (const [type, command] of Object.entries(commands)) {
      if (Object.hasOwn(roles, type)) continue;
      expect(command).toBe(before[type]);
    }
    expect(complaintWorkflow.commands['APPROVE']?.by).toEqual(['approver']);
  });

  it('leave logs replayable that were told before', () => {
    const log = proposing();
    expect(replay(compiled, log)).toEqual(replay(desk.workflow, log));
  });

  it('keep the types of the chart, so that a desk takes it as it is', () => {
    const strict = complaintDesk({
      ...setup,
      workflow: withRoles(complaintWorkflow, { ASSESS: ['handler'] }),
    });
    expect(strict.workflow.id).toBe('complaint@1');
  });

  it.each([
    ['a command that is none', { ACEPT: ['handler'] }, 'unknownCommand roles.ACEPT'],
    [
      'a timer, which the scheduler feeds',
      { TIMER_ASSESS: ['handler'] },
      'unknownCommand roles.TIMER_ASSESS',
    ],
    ['a word from the prototype', { constructor: ['handler'] }, 'unknownCommand roles.constructor'],
    ['nobody at all', { ASSESS: [] }, 'wrongType roles.ASSESS'],
    ['a text', { ASSESS: 'handler' }, 'wrongType roles.ASSESS'],
    ['an empty role', { ASSESS: [''] }, 'wrongType roles.ASSESS'],
  ])('cannot be given for %s', (_, wrong, problem) => {
    expect(problemsOf(() => withRoles(complaintWorkflow as Workflow, wrong as never))).toEqual([problem]);
  });

  it.each([null, 7, [], 'roles'])('cannot be %j', (wrong) => {
    expect(problemsOf(() => withRoles(complaintWorkflow, wrong as never))).toEqual(['wrongType roles']);
    expect(problemsOf(() => withRoles(wrong as never, {}))).not.toEqual(['nothing is wrong']);
  });
});
