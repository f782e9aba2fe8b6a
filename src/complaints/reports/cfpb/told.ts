/** What a case tells of the response, its time and the consumer's answer. */
import { remediesIn, textIn } from '../../log/read-data.js';
import type { CaseEvent } from '../../workflow/case.js';
import type { CfpbComplaint, CfpbResponse } from './model.js';

export interface Told {
  readonly response: CfpbResponse | undefined;
  readonly timely: boolean | undefined;
  readonly disputed: CfpbComplaint['disputed'];
}

type Happened = Pick<CaseEvent, 'type' | 'data'>;

/**
 * By the events (or the commands that will become them): a decision is a response of the kind that its remedies say, a
 * holding update is one in progress; a response timer that was fed makes it untimely. What the consumer did with the
 * last decision says whether they dispute it.
 */
export function toldBy(happened: readonly Happened[]): Told {
  const decided = happened.findLastIndex(({ type }) => type === 'SEND_DECISION');
  const answer = happened.findLast(
    ({ type }, i) => i > decided && (type === 'ACCEPT' || type === 'DECLINE' || type === 'ACCEPT_LATE'),
  );
  const late = happened.some(({ type }) => type === 'TIMER_RESPONSE');
  const response = decided >= 0 ? decisionOf(happened, decided) : openResponse(happened, late);
  return {
    response,
    timely: late ? false : response === undefined ? undefined : true,
    disputed: decided < 0 || answer === undefined ? undefined : answer.type === 'DECLINE' ? 'yes' : 'no',
  };
}

function openResponse(happened: readonly Happened[], late: boolean): CfpbResponse | undefined {
  const held = happened.some(({ type, data }) => type === 'SEND_UPDATE' && data['holding'] === true);
  return held ? 'inProgress' : late ? 'untimely' : undefined;
}

function decisionOf(happened: readonly Happened[], decided: number): CfpbResponse {
  const proposal = happened.findLast(({ type }, i) => i < decided && type === 'PROPOSE');
  const remedies = remediesIn(proposal?.data ?? {}, 'remedies');
  if (remedies.some(({ kind, amount }) => kind === MONETARY || (amount ?? 0) > 0)) return 'monetaryRelief';
  if (remedies.length > 0) return 'nonMonetaryRelief';
  const reasons = textIn(happened[decided]?.data ?? {}, 'reasons');
  return reasons === undefined || reasons === NO_EXPLANATION ? 'closed' : 'explanation';
}

/** The kind of a remedy that is money of an amount that is not published. */
export const MONETARY = 'monetaryRelief';

/** The reasons of a decision that was given without any. */
export const NO_EXPLANATION = 'Closed without an explanation';
