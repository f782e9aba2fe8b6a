/** An escalation policy to begin with. */
import type { EscalationPolicy } from './model.js';

/**
 * Tiers and triggers to begin with, to be replaced by the desk's own: at 75 percent of a duty's time the team leader
 * knows, a late duty is the manager's, a late statutory one the directors'; severe cases and those of safety begin
 * higher. To climb a tier with every timer that is fed for an assessment, an approval or a fulfilment that is still late, add
 * `{ when: 'timer', timers: ['TIMER_ASSESS', 'TIMER_APPROVAL', 'TIMER_FULFIL'], to: 'nextTier' }`. Each of the three changes (person, time, place; source material CMP-03, AMB-26) may be made once.
 *
 * @example
 * ```ts
 * import { defaultEscalation } from 'clientele/complaints';
 *
 * defaultEscalation.tiers.map(({ name }) => name.en); // => ['Handler', 'Team leader', 'Manager', 'Directors']
 * ```
 */
export const defaultEscalation: EscalationPolicy = {
  format: 'escalation-policy@1',
  name: 'escalation',
  version: '1',
  title: { en: 'Escalation', zh: '升级规则' },
  tiers: [
    { tier: 0, name: { en: 'Handler', zh: '经办人' } },
    { tier: 1, name: { en: 'Team leader', zh: '组长' } },
    { tier: 2, name: { en: 'Manager', zh: '经理' } },
    { tier: 3, name: { en: 'Directors', zh: '管理层' } },
  ],
  triggers: [
    { when: 'budgetUsed', percent: 75, to: 1 },
    { when: 'breached', to: 2 },
    { when: 'breached', class: 'statutory', to: 3 },
    { when: 'severity', atLeast: 'high', to: 1 },
    { when: 'severity', atLeast: 'critical', to: 2 },
    { when: 'safety', to: 2 },
    { when: 'repeated', times: 2, withinDays: 90, to: 1 },
    { when: 'threat', of: ['legal', 'press'], to: 2 },
    { when: 'declined', times: 1, to: 1 },
  ],
  moves: { person: 1, time: 1, place: 1 },
  handledBy: ['CONCLUDE', 'PROPOSE', 'APPROVE', 'REFUSE_APPROVAL'],
};
