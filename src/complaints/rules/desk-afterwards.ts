/** How long a complaint that is over can be taken up again, and how long it is kept. */
import type { ClockRule } from '../clocks/model.js';
import { REFERRED, REOPENED } from './canonical-moments.js';
import { type Limits, ownClock } from './desk-clock.js';

export function afterwards(limits: Limits): readonly ClockRule[] {
  return [
    ownClock(
      'window',
      'reopenWindow',
      { en: 'Time to reopen', zh: '重开期限' },
      {
        starts: [{ enters: 'resolved' }, { enters: 'withdrawn' }, { enters: 'declinedScope' }],
        meets: REOPENED,
        cancels: [{ leaves: 'resolved' }, { leaves: 'withdrawn' }, { leaves: 'declinedScope' }],
        limit: limits.reopenWindow,
        timer: 'TIMER_REOPEN_WINDOW',
        timerFields: { retentionUntil: limits.archive },
      },
    ),
    // The window is over, but corrective action still keeps the case from the archive.
    ownClock(
      'window',
      'correctiveWait',
      { en: 'Wait for corrective action', zh: '等待纠正措施' },
      {
        starts: [{ event: 'TIMER_REOPEN_WINDOW', in: ['resolved'] }],
        restartsOn: 'everyStart',
        meets: [],
        cancels: [{ leaves: 'resolved' }],
        limit: limits.correctiveWait,
        timer: 'TIMER_REOPEN_WINDOW',
        timerFields: { retentionUntil: limits.archive },
      },
    ),
    ownClock(
      'window',
      'referralWindow',
      { en: 'Time to go to an external body', zh: '外部申诉期限' },
      {
        starts: [{ enters: 'closedFinal' }],
        meets: [REFERRED],
        cancels: [{ leaves: 'closedFinal' }],
        limit: limits.referralWindow,
        timer: 'TIMER_REFERRAL_WINDOW',
        timerFields: { retentionUntil: limits.archive },
      },
    ),
    ownClock(
      'window',
      'externalChase',
      { en: "External body's answer", zh: '外部机构答复' },
      {
        starts: [{ enters: 'external' }, { event: 'TIMER_EXTERNAL_CHASE', in: ['external'] }],
        restartsOn: 'everyStart',
        meets: [{ event: 'EXTERNAL_DECISION' }],
        cancels: [{ leaves: 'external' }],
        limit: limits.externalChase,
        timer: 'TIMER_EXTERNAL_CHASE',
      },
    ),
    ownClock(
      'window',
      'retention',
      { en: 'Retention', zh: '档案留存' },
      {
        starts: [{ enters: 'externalClosed' }],
        meets: [],
        cancels: [{ leaves: 'externalClosed' }],
        limit: limits.retention,
        timer: 'TIMER_RETENTION',
        timerFields: { retentionUntil: limits.archive },
      },
    ),
  ];
}
