/** A desk's own promises and waiting times over the canonical chart: every timer that the chart needs. */
import { checkDeadlineRule, type DeadlineRule } from '../../calendar/index.js';
import { clockOf } from '../../foundation/instant.js';
import { wrong } from '../../foundation/make-problem.js';
import { optionProblems } from '../../foundation/options.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { throwProblems } from '../../foundation/result.js';
import { unknownKeys } from '../../foundation/unknown-keys.js';
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
 * @throws ProblemError for what is no options, a zone that is none, a misspelt option or limit, a limit that is no rule.
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
  throwProblems(optionProblems(options, OPTIONS) ?? partProblems(options));
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

const OPTIONS: readonly (keyof DeskClockOptions)[] = [
  'zone',
  'limits',
  'calendar',
  'atRisk',
  'name',
  'version',
  'effective',
];
const LIMITS = { en: 'object with limits by their names', zh: '按名称列出的时限' };
const PERCENTAGES = { en: 'list of percentages', zh: '百分比列表' };

function partProblems({ zone, limits = {}, atRisk = [] }: DeskClockOptions): readonly Problem[] {
  const clock = clockOf(zone);
  const found = [
    ...(clock._tag === 'Left' ? clock.left : []),
    ...(Array.isArray(atRisk) ? [] : [wrong('wrongType', ['atRisk'], PERCENTAGES, atRisk)]),
  ];
  if (!isRecord(limits)) return [...found, wrong('wrongType', ['limits'], LIMITS, limits)];
  return [
    ...found,
    ...unknownKeys(limits, Object.keys(deskLimits), ['limits']),
    ...Object.entries(limits).flatMap(([limit, rule]) =>
      checkDeadlineRule(rule).map((one) => ({ ...one, path: ['limits', limit, ...one.path] })),
    ),
  ];
}
