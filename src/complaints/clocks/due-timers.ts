/** The timers that a host's scheduler should feed to a case. Nothing here schedules anything. */
import { compareText } from '../../foundation/ordering.js';
import type { Problem } from '../../foundation/problem.js';
import { own } from '../../foundation/record.js';
import { throwProblems } from '../../foundation/result.js';
import type { CaseCommand } from '../workflow/case.js';
import type { CompiledWorkflow } from '../workflow/compile.js';
import { isCompiled } from '../workflow/compiled.js';
import type { Workflow } from '../workflow/model.js';
import { requireWorkflow } from '../workflow/require-workflow.js';
import type { TypedWorkflow } from '../workflow/typed.js';
import type { CaseClock, CaseClocks, ClockTimer } from './case-clock.js';
import { noClocks } from './no-clocks.js';

/** A timer to be fed at its instant, or at once where that has passed. */
export interface DueTimer<Command = CaseCommand> {
  readonly timer: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** The clock it comes from, with its rule. */
  readonly clock: CaseClock;
  /**
   * Ready to be told to the case: add `at` (when it is fed, late or not) and `by`. Its `data` holds `dueAt` and what the
   * clock adds, as far as the workflow's command has fields for them; its id is the same however often it is asked for.
   */
  readonly command: TimerCommand<Command>;
}

/** A command of a workflow, without the time at which it is told and who tells it. */
type TimerCommand<Command> = Command extends CaseCommand ? Omit<Command, 'at' | 'by'> : never;

/** A timer that the present state waits for and that has no instant. */
export interface UndatedTimer {
  readonly timer: string;
  /** No clock of the packs has it (or its clock has not started); its clock is paused; its clock cannot be dated. */
  readonly because: 'noClock' | 'paused' | 'problem';
  readonly clock?: CaseClock;
  readonly problems: readonly Problem[];
}

/** Timers by their instants, and those without one. */
export interface DueTimers<Command = CaseCommand> {
  readonly due: readonly DueTimer<Command>[];
  readonly undated: readonly UndatedTimer[];
}

/**
 * Every timer of the workflow (compiled or not) that is legal in the state the case was in as of the projection, with the instant at which it is due and the
 * clock it comes from. Feed each at its instant as a command; one that has been fed is not named again, unless its clock
 * says when it is due once more.
 *
 * Where several clocks have the same timer, an open statutory one goes before contractual ones: it alone dates the timer.
 * Of several windows the last one counts, as the timer ends what they leave open; duties are due each. A timer that
 * an open clock `holds` is due when that clock has run out.
 *
 * @throws ProblemError for what holds no clocks (such as a `Result` of them) and what is no workflow.
 * @example
 * ```ts
 * import { complaintWorkflow, dueTimers } from 'clientele/complaints';
 *
 * const nothingRuns = { caseId: 'c1', state: 'received', asOf: 0, clocks: [], notInForce: [], problems: [] };
 * const timers = dueTimers(nothingRuns, complaintWorkflow);
 * timers.undated; // => [{ timer: 'TIMER_ASSESS', because: 'noClock', problems: [] }]
 * ```
 */
export function dueTimers<Case, Command extends CaseCommand, Context>(
  projected: CaseClocks,
  workflow: CompiledWorkflow<Case, Command, Context> | TypedWorkflow<Case, Command, Context>,
): DueTimers<Command>;
export function dueTimers(projected: CaseClocks, workflow: CompiledWorkflow | Workflow): DueTimers {
  throwProblems(noClocks(projected, 'projected'));
  if (!isCompiled(workflow)) requireWorkflow(workflow);
  const due: DueTimer[] = [];
  const undated: UndatedTimer[] = [];
  const model = 'workflow' in workflow ? workflow.workflow : workflow;
  for (const timer of legalTimers(model, projected.state)) {
    const clocks = thatDate(projected.clocks, timer);
    if (clocks.length === 0) undated.push({ timer, because: 'noClock', problems: [] });
    for (const clock of clocks) {
      const problems = problemsOf(projected.clocks, clock);
      if (clock.timer?.kind === 'due') due.push(dueTimer(projected.caseId, clock, clock.timer, model));
      else if (clock.timer?.kind === 'waiting')
        undated.push({ timer, because: problems.length > 0 ? 'problem' : 'paused', clock, problems });
    }
  }
  return { due: due.toSorted((a, b) => a.dueAt - b.dueAt || compareText(a.timer, b.timer)), undated };
}

/** What keeps a clock, or the one that holds its timer, from being dated. */
function problemsOf(all: readonly CaseClock[], { status, timer }: CaseClock): readonly Problem[] {
  if (status.kind === 'undated') return status.problems;
  const { pack, clock, round } = timer?.heldBy ?? {};
  const holder = all.find((one) => one.pack === pack && one.clock === clock && one.round === round);
  return holder?.status.kind === 'undated' ? holder.status.problems : [];
}

function legalTimers({ transitions, commands }: Workflow, state: string | null): readonly string[] {
  const here = transitions.filter(({ from, on }) => from === state && commands[on]?.kind === 'timer');
  return [...new Set(here.map(({ on }) => on))];
}

/** The open clocks that date a timer, fed or not: statutory ones if there are any, and of windows the last. */
function thatDate(all: readonly CaseClock[], timer: string): readonly CaseClock[] {
  const open = all.filter((clock) => clock.timer?.command === timer);
  const statutory = open.filter((clock) => clock.class === 'statutory');
  const clocks = statutory.length > 0 ? statutory : open;
  const windows = clocks.filter(({ kind }) => kind === 'window');
  const latest = windows.reduce<CaseClock | undefined>(
    (last, one) => (last === undefined || endOf(one) > endOf(last) ? one : last),
    undefined,
  );
  return clocks.filter((clock) => clock.kind === 'duty' || clock === latest);
}

/** A window whose end is not known yet lasts longest. */
function endOf({ dueAt }: CaseClock): number {
  return dueAt ?? Number.POSITIVE_INFINITY;
}

function dueTimer(
  caseId: string,
  clock: CaseClock,
  { command: timer, dueAt, data: all }: Extract<ClockTimer, { readonly kind: 'due' }>,
  { commands }: Workflow,
): DueTimer {
  const fields = own(commands, timer)?.fields ?? {};
  const data = Object.fromEntries(Object.entries(all).filter(([field]) => Object.hasOwn(fields, field)));
  const id = [timer, clock.pack, clock.clock, clock.round, dueAt].join('/');
  return { timer, dueAt, clock, command: { type: timer, id: `${caseId}/${id}`, caseId, data } };
}
