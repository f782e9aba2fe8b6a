/** A desk's own promises and waiting times over the canonical chart: every timer that the chart needs. */
import type { DeadlineRule } from '../../calendar/index.js';
import type { RulePack } from '../clocks/model.js';
import { REOPENED } from './canonical-moments.js';
import { afterwards } from './desk-afterwards.js';
import { answering } from './desk-answering.js';
import { type DeskLimit, deskLimits } from './desk-limits.js';
import { waiting } from './desk-waiting.js';

/** What a desk chooses. */
export interface DeskClockOptions {
  /** IANA name: where the desk's days turn. The calendar must be of the same zone. */
  readonly zone: string;
  /** Limits other than {@link deskLimits}. */
  readonly limits?: Partial<Readonly<Record<DeskLimit, DeadlineRule>>>;
  /** The name of the desk's calendar among those handed over. Default `'default'`. */
  readonly calendar?: string;
  /** Percentages of each duty's budget at which it is at risk. Default 75 and 90. */
  readonly atRisk?: readonly number[];
  /** Default `'desk'`. */
  readonly name?: string;
  readonly version?: string;
  /** Default: every day. */
  readonly effective?: RulePack['effective'];
}

/**
 * A contractual pack for the canonical chart: acknowledgement, assessment, periodic updates, holding response, summary
 * window, response, the agent's own time; waits for the customer and for third parties, approval, offer, the move after a refusal,
 * fulfilment, verification; the windows to reopen and to refer; chasing an external body, retention. Together they date
 * every timer of the chart.
 *
 * The response pauses while the customer or a third party is waited for; a reopening does with it what the event's
 * `clockPolicy` says. The agent's own time (`agentWork`) counts the working time in which the next step is the desk's: it
 * pauses with the customer, a third party, an approver and an external body, over all hearings. It is a window, so nobody
 * is late by it; for a target make it a duty in a copy of the pack. What a person has named in an event (`nextUpdateBy`, `dueBy`, `slaDueAt`, `acceptBy`) goes before
 * the limits set here. The timer of an overdue assessment, update, approval or fulfilment is due again each such period, for the next tier.
 *
 * @example
 * ```ts
 * import { checkRulePacks, deskClocks } from 'clientele/complaints';
 *
 * const desk = deskClocks({ zone: 'Europe/London', limits: { ack: { budget: { kind: 'workingMinutes', minutes: 240 } } } });
 *
 * checkRulePacks([desk]); // => []
 * desk.clocks[0]?.limit; // => { budget: { kind: 'workingMinutes', minutes: 240 } }
 * ```
 */
export function deskClocks(options: DeskClockOptions): RulePack {
  const {
    zone,
    calendar = 'default',
    atRisk = [75, 90],
    name = 'desk',
    version = '1',
    effective = {},
  } = options;
  const limits = { ...deskLimits, ...options.limits };
  const own = `${name} ${version}`;
  return {
    format: 'complaint-rules@1',
    name,
    version,
    title: { en: "The desk's own clocks", zh: '服务台内部时限' },
    citation: {
      rule: own,
      name: { en: own, zh: name === 'desk' ? `服务台内部时限 ${version}` : own },
      source: 'the desk itself',
    },
    effective,
    chosenBy: 'opening',
    receivedAt: 'receivedAt',
    zone,
    reopenings: REOPENED,
    clocks: [...answering(limits), ...waiting(limits), ...afterwards(limits)].map((rule) => ({
      ...rule,
      calendar,
      ...(rule.kind === 'duty' ? { atRisk } : {}),
    })),
  };
}
