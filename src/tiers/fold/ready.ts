/** The versions of a ladder, ready for replay. */
import { parseIsoDay } from '../../foundation/civil.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import { programOf, startOf } from '../make-program.js';
import type { Program } from '../program.js';

/** Programs by time: each begins where the one before it ends. */
export interface Programs {
  readonly versions: readonly Program[];
  /** The first is taken to have held before its own start too. */
  readonly starts: readonly number[];
  /** The first instant without rules; ∞ where the last version stays in force. */
  readonly end: number;
}

const READY = new WeakMap<CompiledTiers, Programs>();

/** The programs of compiled tiers; made once. */
export function programsOf(tiers: CompiledTiers): Programs {
  const known = READY.get(tiers);
  if (known !== undefined) return known;
  const versions = tiers.versions.map(({ policy }) => programOf(policy));
  const ready: Programs = {
    versions,
    starts: versions.map(({ policy, clock }, i) =>
      i === 0 ? Number.NEGATIVE_INFINITY : startOf(clock, policy.effective.from, Number.NEGATIVE_INFINITY),
    ),
    end: endOf(versions.at(-1)),
  };
  READY.set(tiers, ready);
  return ready;
}

function endOf(last: Program | undefined): number {
  const until = last?.policy.effective.until;
  const day = until === undefined ? undefined : parseIsoDay(until);
  return last === undefined || day === undefined ? Number.POSITIVE_INFINITY : last.clock.startOf(day);
}
