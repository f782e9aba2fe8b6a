/** Why a desk is open or closed at an instant, and what lies before its next opening. */
import type { AsOf } from '../../foundation/instant.js';
import { type Result, right } from '../../foundation/result.js';
import type { Statement } from '../../foundation/statement.js';
import type { Interval } from '../../foundation/window.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import { momentWords } from '../day-words.js';
import type { OpenReason } from '../open-reason.js';
import { openAt, openingFrom } from '../opening.js';
import type { ClosedReason } from './closed-reason.js';
import { stateClosed, stateOpen, stateStep } from './step-words.js';
import { type ClosedStep, stepsOf, type WorkingTimeStep } from './steps.js';

/** Whether a desk is open at an instant, and why; `describe` puts it into words. */
export type OpenExplanation = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly statements: readonly Statement[];
} & (
  | {
      readonly isOpen: true;
      /** The day whose hours these are, in each calendar. */
      readonly because: readonly OpenReason[];
    }
  | {
      readonly isOpen: false;
      /** Of an intersection, the first that is closed. */
      readonly calendar: string;
      readonly because: ClosedReason;
    }
);

/**
 * Explains `isOpen`: on which day's hours the desk is open, or why it is closed, by the names of the calendar's
 * exceptions.
 *
 * @example
 * ```ts
 * import { chinaOfficeCalendar, compileCalendar, describe, explainOpen, orThrow } from 'clientele/calendar';
 *
 * const office = compileCalendar(chinaOfficeCalendar());
 *
 * describe(orThrow(explainOpen(office, '2025-10-11T10:00')), 'en'); // => '10:00 on Saturday 11 October 2025: open; make-up working day: National Day and Mid-Autumn Festival.'
 * describe(orThrow(explainOpen(office, '2025-10-08T10:00')), 'zh'); // => '2025年10月8日（星期三）10:00：不营业，国庆节、中秋节。'
 * ```
 */
export function explainOpen(calendar: CompiledCalendar, at: AsOf): Result<OpenExplanation> {
  const found = openAt(calendar, at);
  if (found._tag === 'Left') return found;
  return right(explainInstant(calendar, found.right.at));
}

/** How long a desk stays closed before it opens, and why; `describe` puts it into words. */
export interface OpeningExplanation extends Interval {
  /** The instant asked about, epoch milliseconds. */
  readonly from: number;
  /** What `nextOpening` answers. */
  readonly until: number;
  /** The day whose hours then begin (or last), in each calendar. */
  readonly because: readonly OpenReason[];
  /** From `from` to `until` without a gap; none where the desk is open already. */
  readonly steps: readonly ClosedStep[];
  /** A sentence for the whole, for each step and for the opening, on the clock of the calendar's zone. Worked out when read. */
  readonly statements: readonly Statement[];
}

/**
 * Explains `nextOpening`: why the desk is closed until then, step by step, and on which day's hours it opens. The steps
 * add up to the time from the instant asked about to the opening.
 *
 * @example
 * ```ts
 * import { chinaOfficeCalendar, compileCalendar, describe, explainNextOpening, orThrow } from 'clientele/calendar';
 *
 * const office = compileCalendar(chinaOfficeCalendar());
 *
 * const why = orThrow(explainNextOpening(office, '2025-10-10T17:00'));
 * why.steps.map(({ because }) => because.kind); // => ['outsideHours']
 * describe(why, 'en').split('\n').at(-1); // => '09:00 on Saturday 11 October 2025: open; make-up working day: National Day and Mid-Autumn Festival.'
 * ```
 */
export function explainNextOpening(calendar: CompiledCalendar, at: AsOf): Result<OpeningExplanation> {
  const found = openingFrom(calendar, at);
  if (found._tag === 'Left') return found;
  const { from, until } = found.right;
  const { clock, parts } = calendar;
  const opening = explainInstant(calendar, until);
  const steps = stepsOf(calendar, [], from, until).filter(isClosed);
  return right({
    from,
    until,
    because: opening.isOpen ? opening.because : [],
    steps,
    get statements() {
      const values = { from: momentWords(clock, from), until: momentWords(clock, until), zone: clock.zone };
      return [
        from === until ? { ...OPEN_ALREADY, values } : { ...OPENS, values },
        ...steps.map((step) => stateStep(step, clock, { several: parts.length > 1 })),
        ...opening.statements,
      ];
    },
  });
}

function isClosed(step: WorkingTimeStep): step is ClosedStep {
  return step.kind === 'closed';
}

const OPENS = {
  en: 'From {from} on, the next opening is at {until} ({zone}).',
  zh: '自{from}起，下次营业始于{until}（{zone}）。',
};
const OPEN_ALREADY = {
  en: 'It is open at {from} already ({zone}).',
  zh: '{from}已在营业（{zone}）。',
};

/** The step that an instant lies in; instants are whole milliseconds. */
function explainInstant(calendar: CompiledCalendar, at: number): OpenExplanation {
  const { clock, parts } = calendar;
  const when = momentWords(clock, at);
  const [step] = stepsOf(calendar, [], at, at + 1);
  if (step?.kind === 'closed') {
    const { calendar: name, because } = step;
    const statements = [stateClosed(when, step, parts.length > 1)];
    return { at, isOpen: false, calendar: name, because, statements };
  }
  const because = step?.kind === 'counted' ? step.because : [];
  return { at, isOpen: true, because, statements: [stateOpen(when, because)] };
}
