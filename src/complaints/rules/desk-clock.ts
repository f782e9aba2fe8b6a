/** One clock of a desk, before the desk names its calendar. */
import type { DeadlineRule } from '../../calendar/index.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { ClockLimit, ClockRule } from '../clocks/model.js';
import type { DeskLimit } from './desk-limits.js';

export type Limits = Readonly<Record<DeskLimit, DeadlineRule>>;

type Own = Omit<ClockRule, 'clock' | 'name' | 'kind' | 'class' | 'calendar' | 'atRisk'>;

/** A clock that the desk sets itself: contractual. */
export function ownClock(
  kind: ClockRule['kind'],
  clock: Exclude<DeskLimit, 'archive'>,
  name: Bilingual,
  rule: Own,
): ClockRule {
  return { clock, name, kind, class: 'contractual', ...rule };
}

/** What an event names, or else the desk's limit. */
export function named(untilField: string, otherwise: DeadlineRule): ClockLimit {
  return { untilField, otherwise };
}
