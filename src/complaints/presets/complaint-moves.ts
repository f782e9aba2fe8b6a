/** Transitions that several states of the complaint workflow have alike. */
import type { Guard, RecordWrite, TransitionDeclaration } from '../workflow/model.js';
import { both } from './both.js';
import { is, not } from './complaint-facts.js';

type Step = 'listen' | 'share' | 'identify' | 'check' | 'action' | 'satisfy';
export type Rest = Omit<TransitionDeclaration, 'id' | 'from' | 'on' | 'to' | 'tags'>;

/** ISO 10002 (or 10003) clause, DISP rule, step of the six; empty where there is none. */
export type Frames = readonly [iso10002: string, disp: string, step: Step | ''];

export function move(
  from: string,
  on: string,
  to: string,
  frames: Frames,
  rest: Rest = {},
): TransitionDeclaration {
  const [iso10002, disp, step] = frames;
  const tags = { iso10002, ...(disp === '' ? {} : { disp }), ...(step === '' ? {} : { step }) };
  return { id: `${from}.${on}.${to}`, from, on, to, ...rest, tags };
}

export const set = (slot: string): readonly RecordWrite[] => [{ slot, as: 'set' }];
export const append = (slot: string): readonly RecordWrite[] => [{ slot, as: 'append' }];
export const allOf = (...guards: readonly Guard[]): Guard => ({ allOf: guards });
export const anyOf = (...guards: readonly Guard[]): Guard => ({ anyOf: guards });

/** What is promised now. What was done on an earlier promise does not count for this one; the log keeps it. */
export const promise = (field: string, over: readonly string[]): readonly RecordWrite[] => [
  { slot: 'remedies', as: 'set', value: { data: field } },
  ...over.map((slot): RecordWrite => ({ slot, as: 'clear' })),
];

export const withdraw = (from: string, more: readonly string[] = []): TransitionDeclaration =>
  move(from, 'WITHDRAW', 'withdrawn', ['7.9', '', 'satisfy'], {
    when: is('byComplainantOrAuthorised'),
    requires: ['requestedBy', 'reason', ...more],
    writes: set('withdrawal'),
  });

/** Open once the response is overdue, or where the host says so (a final response was sent). */
export const referralOpen: Guard = allOf(
  anyOf(is('responseOverdue'), is('referralOpen')),
  not(is('external')),
);
export const withinWindow: Guard = allOf(is('withinReferralWindow'), not(is('external')));

export const refer = (
  from: string,
  disp: string,
  when: Guard,
  more: readonly string[] = [],
): TransitionDeclaration =>
  move(from, 'REFER_EXTERNAL', 'external', ['7.9', disp, 'satisfy'], {
    when,
    requires: ['body', 'ref', ...more],
    sets: { external: true },
    writes: set('referral'),
  });

export const responseOverdue = (from: string): TransitionDeclaration =>
  move(from, 'TIMER_RESPONSE', from, ['7.7', '1.6.2R(2)', ''], {
    sets: { responseOverdue: true },
    note: both(
      'The limit is breached; a written response is owed, and the referral is open.',
      '已超过答复期限；须书面答复，并可向外部机构申诉。',
    ),
  });

export const newEvidence = (from: string): TransitionDeclaration =>
  move(from, 'NEW_EVIDENCE', 'investigating', ['7.6', '', 'check'], {
    requires: ['evidence'],
    writes: append('evidence'),
  });
