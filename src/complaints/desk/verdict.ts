/** What a desk says of a case, in a form that can be compared. */
import type { EscalationTier, RehearingMove } from '../escalation/model.js';
import type { RedressTotals } from '../redress/ledger.js';
import type { FactValue } from '../workflow/model.js';
import type { ComplaintView } from './model.js';

/** What a desk says of a case, without anything that depends on who is who. */
export interface BundleVerdict {
  readonly state: string;
  readonly revision: number;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly clocks: readonly {
    readonly pack: string;
    readonly version: string;
    readonly clock: string;
    readonly round: number;
    readonly status: string;
    readonly anchor: number;
    readonly dueAt?: number;
    /** When it was met, breached, cancelled or lapsed. */
    readonly at?: number;
  }[];
  /** In order of urgency. */
  readonly duties: readonly string[];
  readonly timers: readonly { readonly timer: string; readonly dueAt: number }[];
  readonly tier: EscalationTier;
  readonly movesLeft: Readonly<Record<RehearingMove, number>>;
  readonly redress: Readonly<Record<string, RedressTotals>>;
  readonly corrective: string;
}

export const PARTS: readonly (keyof BundleVerdict)[] = [
  'state',
  'revision',
  'facts',
  'clocks',
  'duties',
  'timers',
  'tier',
  'movesLeft',
  'redress',
  'corrective',
];

export function verdictOf(view: ComplaintView): BundleVerdict {
  const { case: now, clocks, duties, timers, escalation, redress, corrective } = view;
  return {
    state: now.state,
    revision: now.revision,
    facts: now.facts,
    clocks: clocks.clocks.map(({ pack, version, clock, round, status, anchor, dueAt }) => ({
      pack,
      version,
      clock,
      round,
      status: status.kind,
      anchor,
      ...(dueAt === undefined ? {} : { dueAt }),
      ...('at' in status ? { at: status.at } : {}),
    })),
    duties: duties.map(({ pack, clock, round }) => `${pack}/${clock}/${round}`),
    timers: timers.map(({ timer, dueAt }) => ({ timer, dueAt })),
    tier: escalation.tier,
    movesLeft: escalation.moves.left,
    redress: redress.totals,
    corrective: corrective.kind,
  };
}
