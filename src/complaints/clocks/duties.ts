/** What must happen next to a case, by when, and which rule says so. */
import { compareText } from '../../foundation/ordering.js';
import { throwProblems } from '../../foundation/result.js';
import type { CaseClock } from './case-clock.js';
import { noClocks } from './no-clocks.js';

/** Clocks, or the answer of `projectClocks` that holds them. */
type Clocks = readonly CaseClock[] | { readonly clocks: readonly CaseClock[] };

/**
 * Every duty that is still owed: those that are late first, the longest first; then by their limits; then those that
 * are paused; last those that cannot be dated. At the same limit statutory duties come first.
 *
 * @throws ProblemError for what holds no clocks, such as a `Result` of them.
 * @example
 * ```ts
 * import { openDuties } from 'clientele/complaints';
 *
 * openDuties([]); // => []
 * ```
 */
export function openDuties(clocks: Clocks): readonly CaseClock[] {
  return listOf(clocks)
    .filter((clock) => clock.kind === 'duty' && isOwed(clock))
    .toSorted(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        (a.dueAt ?? 0) - (b.dueAt ?? 0) ||
        (a.class === b.class ? 0 : a.class === 'statutory' ? -1 : 1) ||
        compareText(`${a.pack}/${a.clock}`, `${b.pack}/${b.clock}`),
    );
}

/**
 * The duty whose limit comes next, of all packs; its `citation` is the rule it comes from. `undefined` where none runs;
 * what is late already is in {@link openDuties}.
 *
 * @throws ProblemError for what holds no clocks, such as a `Result` of them.
 * @example
 * ```ts
 * import { nextDuty } from 'clientele/complaints';
 *
 * nextDuty([]); // => undefined
 * ```
 */
export function nextDuty(clocks: Clocks): CaseClock | undefined {
  return openDuties(clocks).find(({ status }) => status.kind === 'running');
}

function listOf(clocks: Clocks): readonly CaseClock[] {
  throwProblems(noClocks(clocks, 'clocks'));
  return 'clocks' in clocks ? clocks.clocks : clocks;
}

function isOwed({ status }: CaseClock): boolean {
  if (status.kind === 'breached') return status.metAt === undefined && status.cancelledAt === undefined;
  if (status.kind === 'undated') return status.endedAt === undefined;
  return status.kind === 'running' || status.kind === 'paused';
}

function rankOf({ status }: CaseClock): number {
  return ['breached', 'running', 'paused', 'undated'].indexOf(status.kind);
}
