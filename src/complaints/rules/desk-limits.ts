/** How long each clock of a desk has, unless the desk says otherwise. */
import type { DeadlineRule } from '../../calendar/index.js';

/** The clocks of `deskClocks`, and what else lasts. */
export type DeskLimit =
  | 'ack'
  | 'assess'
  | 'update'
  | 'holding'
  | 'summary'
  | 'response'
  | 'agentWork'
  | 'customerWait'
  | 'thirdPartyWait'
  | 'approval'
  | 'offer'
  | 'escalationMove'
  | 'fulfil'
  | 'verify'
  | 'reopenWindow'
  | 'correctiveWait'
  | 'referralWindow'
  | 'externalChase'
  | 'retention'
  /** How long an archived case is kept: no clock, but the `retentionUntil` of the timers that archive. */
  | 'archive';

const businessDays = (days: number): DeadlineRule => ({ budget: { kind: 'businessDays', days } });
const calendarDays = (days: number): DeadlineRule => ({ budget: { kind: 'calendarDays', days } });
const months = (number: number): DeadlineRule => ({ budget: { kind: 'months', months: number } });

/**
 * The limits of {@link deskClocks} where a desk sets none. No standard says so: they are a start, to be replaced by what
 * the desk can keep.
 *
 * @example
 * ```ts
 * import { deskLimits } from 'clientele/complaints';
 *
 * deskLimits.ack; // => { budget: { kind: 'businessDays', days: 1 } }
 * deskLimits.response; // => { budget: { kind: 'businessDays', days: 15 } }
 * ```
 */
export const deskLimits: Readonly<Record<DeskLimit, DeadlineRule>> = {
  ack: /* @__PURE__ */ businessDays(1),
  assess: /* @__PURE__ */ businessDays(2),
  update: /* @__PURE__ */ businessDays(10),
  holding: /* @__PURE__ */ businessDays(10),
  summary: /* @__PURE__ */ businessDays(3),
  response: /* @__PURE__ */ businessDays(15),
  agentWork: { budget: { kind: 'workingMinutes', minutes: 2400 } },
  customerWait: /* @__PURE__ */ businessDays(5),
  thirdPartyWait: /* @__PURE__ */ businessDays(10),
  approval: /* @__PURE__ */ businessDays(1),
  offer: /* @__PURE__ */ calendarDays(28),
  escalationMove: /* @__PURE__ */ businessDays(5),
  fulfil: /* @__PURE__ */ businessDays(10),
  verify: /* @__PURE__ */ calendarDays(14),
  reopenWindow: /* @__PURE__ */ calendarDays(30),
  correctiveWait: /* @__PURE__ */ calendarDays(30),
  referralWindow: /* @__PURE__ */ months(6),
  externalChase: /* @__PURE__ */ businessDays(20),
  retention: /* @__PURE__ */ months(12),
  archive: /* @__PURE__ */ months(36),
};
