/** After a case is closed: reopening, the way to an external body, the archive. */
import type { Guard, TransitionDeclaration } from '../workflow/model.js';
import { both } from './both.js';
import { is, not } from './complaint-facts.js';
import {
  allOf,
  anyOf,
  append,
  type Frames,
  move,
  promise,
  refer,
  set,
  withinWindow,
} from './complaint-moves.js';

const reopen = (from: string, when: Guard, requires: readonly string[]) =>
  move(from, 'REOPEN', 'investigating', ['7.9', '', 'listen'], {
    when,
    requires,
    writes: append('reopenings'),
  });

const archive = (from: string, on: string, frames: Frames, when?: Guard) =>
  move(from, on, 'archived', frames, {
    ...(when === undefined ? {} : { when }),
    requires: ['retentionUntil'],
    writes: set('retention'),
  });

const closed: readonly TransitionDeclaration[] = [
  reopen('resolved', anyOf(is('withinReopenWindow'), is('materialNewEvidence')), [
    'requestedBy',
    'reason',
    'newEvidence',
    'clockPolicy',
  ]),
  refer('resolved', '2.8.2R', withinWindow),
  archive('resolved', 'TIMER_REOPEN_WINDOW', ['8.1', '1.9', ''], is('capaDone')),
  move('resolved', 'TIMER_REOPEN_WINDOW', 'resolved', ['8.7', '1.3.3R', ''], {
    when: 'otherwise',
    note: both('Waits until the corrective action is done.', '等待纠正措施完成。'),
  }),
  reopen('closedFinal', is('materialNewEvidence'), ['newEvidence']),
  move('closedFinal', 'ACCEPT_LATE', 'fulfilling', ['7.8', '1.4.1R(5)', 'satisfy'], {
    when: allOf(is('offerStillOpen'), is('remediesOffered'), is('decisionSent')),
    requires: ['acceptedAt'],
    writes: set('acceptance'),
  }),
  refer('closedFinal', '2.8.2R', withinWindow),
  archive('closedFinal', 'TIMER_REFERRAL_WINDOW', ['8.1', '1.9', '']),
  reopen('withdrawn', is('withinReopenWindow'), ['requestedBy', 'reason']),
  archive('withdrawn', 'TIMER_REOPEN_WINDOW', ['8.1', '1.9', '']),
  move('merged', 'UNMERGE', 'investigating', ['7.3', '', 'identify'], {
    when: is('primaryNotArchived'),
    requires: ['requestedBy', 'reason'],
    writes: [{ slot: 'merge', as: 'clear' }],
  }),
  move('merged', 'PRIMARY_ARCHIVED', 'archived', ['8.1', '', ''], {
    requires: ['primaryId', 'outcomeCopied'],
  }),
  move('declinedScope', 'APPEAL_SCOPE', 'investigating', ['7.5', '', 'listen'], {
    when: is('withinReopenWindow'),
    requires: ['reason'],
    writes: append('appeals'),
  }),
  refer('declinedScope', '2.7/2.8', not(is('external'))),
  archive('declinedScope', 'TIMER_REOPEN_WINDOW', ['8.1', '1.9', '']),
];

const external: readonly TransitionDeclaration[] = [
  move('external', 'EXTERNAL_DECISION', 'fulfilling', ['ISO 10003 7.5-7.6', '1.4.4R / 3.6', 'action'], {
    when: is('remedyDue'),
    requires: ['remedyDue', 'outcome', 'award', 'binding', 'dueBy'],
    writes: [...set('externalDecision'), ...promise('award', ['fulfilled'])],
  }),
  move('external', 'EXTERNAL_DECISION', 'externalClosed', ['ISO 10003 7.7', '3.6', 'satisfy'], {
    when: 'otherwise',
    requires: ['remedyDue', 'outcome'],
    writes: set('externalDecision'),
  }),
  move('external', 'EXTERNAL_WITHDRAWN', 'closedFinal', ['ISO 10003 7.7', '', 'satisfy'], {
    requires: ['requestedBy'],
    sets: { external: false },
  }),
  move('external', 'SETTLE', 'fulfilling', ['ISO 10003 7.4', '', 'action'], {
    requires: ['terms', 'remedies'],
    writes: [...set('settlement'), ...promise('remedies', ['fulfilled'])],
  }),
  move('external', 'TIMER_EXTERNAL_CHASE', 'external', ['ISO 10003 7.3', '1.4.4R', ''], {
    note: both('The body is asked, or the file is sent.', '催询外部机构或提交案卷。'),
  }),
  archive('externalClosed', 'TIMER_RETENTION', ['ISO 10003 7.7', '1.9', '']),
];

export const closing: readonly TransitionDeclaration[] = [...closed, ...external];
