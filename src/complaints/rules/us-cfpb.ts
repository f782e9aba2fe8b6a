/** Consumer finance in the United States: complaints that the Consumer Financial Protection Bureau sends to companies. */
import type { RulePack } from '../clocks/model.js';
import { ARCHIVING, DECIDED, ENDED_EARLY, HELD, publishedPack, TAKEN_UP } from './canonical-moments.js';

const MANUAL = 'CFPB Company Portal Manual 8.1';

/**
 * The CFPB: a response in 15 calendar days from the day on which the complaint was sent to the company (`ASSESS` here,
 * not its receipt by the bureau); marked "in progress" (a holding update) it may be finished within 60. The consumer
 * then has 60 days to give feedback. No day is rolled off a weekend. Days turn in New York.
 *
 * @example
 * ```ts
 * import { cfpbComplaints } from 'clientele/complaints';
 *
 * cfpbComplaints.clocks.map(({ clock }) => clock); // => ['response', 'finalResponse', 'feedback']
 * ```
 */
export const cfpbComplaints: RulePack = /* @__PURE__ */ publishedPack({
  name: 'us-cfpb',
  title: { en: 'CFPB company response', zh: '美国 CFPB 公司答复规则' },
  jurisdiction: 'US',
  zone: 'America/New_York',
  clocks: [
    {
      clock: 'response',
      name: { en: 'Response', zh: '答复' },
      kind: 'duty',
      class: 'statutory',
      starts: [TAKEN_UP],
      meets: [DECIDED, HELD],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'calendarDays', days: 15 } },
      atRisk: [50, 75, 90],
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: {
        rule: 'CFPB, 15 days from sent to company',
        name: { en: 'CFPB, 15 days from sent to company', zh: 'CFPB：自转交企业起 15 日' },
        source: MANUAL,
        unverified: true,
      },
      consequence: { en: 'The response counts as untimely.', zh: '答复被记为不及时。' },
    },
    {
      clock: 'finalResponse',
      name: { en: 'Final response', zh: '最终答复' },
      kind: 'duty',
      class: 'statutory',
      starts: [TAKEN_UP],
      meets: [DECIDED],
      cancels: ENDED_EARLY,
      limit: { budget: { kind: 'calendarDays', days: 60 } },
      atRisk: [75, 90],
      timer: 'TIMER_RESPONSE',
      reopened: 'revive',
      citation: {
        rule: 'CFPB, 60 days from sent to company',
        name: { en: 'CFPB, 60 days from sent to company', zh: 'CFPB：自转交企业起 60 日' },
        source: MANUAL,
        unverified: true,
      },
    },
    {
      clock: 'feedback',
      name: { en: 'Feedback of the consumer', zh: '消费者反馈' },
      kind: 'window',
      class: 'statutory',
      starts: [DECIDED],
      meets: [{ event: 'ACCEPT' }, { event: 'DECLINE' }],
      limit: { budget: { kind: 'calendarDays', days: 60 } },
      holds: ARCHIVING,
      citation: {
        rule: 'CFPB, 60 days to give feedback',
        name: { en: 'CFPB, 60 days to give feedback', zh: 'CFPB：反馈期 60 日' },
        source: 'CFPB complaint 8983740',
      },
    },
  ],
});
