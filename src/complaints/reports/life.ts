/** The life of a case for returns: when it was opened, answered, reopened, or ended in another way. */
import { numberIn, textIn } from '../log/read-data.js';
import type { CaseEvent } from '../workflow/case.js';

/** A turn in it. `at` is when it counts, epoch milliseconds; of the opening, when the complaint was received. */
export interface Turn {
  readonly kind: 'opened' | 'closed' | 'reopened' | 'ended';
  readonly at: number;
  readonly index: number;
  /** Of `ended`: the state it went to. */
  readonly state?: string;
}

/** States in which a case is over without an answer of ours. */
const ENDED = ['withdrawn', 'merged', 'declinedScope', 'externalClosed', 'archived'];

/**
 * The turns of a case's life, in order. A complaint is closed by its final answer, or by the customer's acceptance of any
 * other, whichever comes first (DISP 1.10.7R); by silence in `resolved` or `closedFinal` where nothing else was answered. A
 * summary closes nothing by itself: it is an answer only where the customer has accepted (1.5.1R, 1.5.4R), and where nobody
 * has, the final response is still owed, so silence does not close either. It is open again when it goes back to be
 * investigated after that.
 */
export function turnsOf(log: readonly CaseEvent[]): readonly Turn[] {
  const turns: Turn[] = [];
  let open = false;
  // The latest decision of this hearing is a summary: it waits for a yes.
  let summedUp = false;
  for (const [index, event] of log.entries()) {
    if (index === 0) {
      turns.push({ kind: 'opened', at: numberIn(event.data, 'receivedAt') ?? event.at, index });
      open = true;
    } else if (open && closes(event, summedUp)) {
      turns.push({ kind: 'closed', at: event.at, index });
      open = false;
    } else if (open && ENDED.includes(event.to)) {
      turns.push({ kind: 'ended', at: event.at, index, state: event.to });
      open = false;
    } else if (!open && event.to === 'investigating') {
      turns.push({ kind: 'reopened', at: event.at, index });
      open = true;
      summedUp = false;
    }
    if (event.type === 'SEND_DECISION') summedUp = textIn(event.data, 'kind') === 'summary';
  }
  return turns;
}

function closes({ type, data, to }: CaseEvent, summedUp: boolean): boolean {
  if (type === 'SEND_DECISION') return textIn(data, 'kind') === 'final';
  if (type === 'ACCEPT' || type === 'ACCEPT_LATE') return true;
  return !summedUp && (to === 'resolved' || to === 'closedFinal');
}
