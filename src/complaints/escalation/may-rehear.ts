/** Whether a person may hear a case again. */
import type { Statement } from '../../foundation/statement.js';
import { textIn, textsIn } from '../log/read-data.js';
import type { CaseEvent } from '../workflow/case.js';
import { defaultEscalation } from './default-escalation.js';
import type { EscalationPolicy } from './model.js';

/** What keeps a person from hearing a case, and the event that shows it. */
export interface RehearingBar {
  readonly kind: /** Owned the case. */
    | 'owned'
    /** Took part in deciding it. */
    | 'handled'
    /** Is complained about. */
    | 'subject'
    /** Is the complainant. */
    | 'complainant';
  readonly eventId: string;
  readonly type: string;
  readonly at: number;
}

/** An answer with every reason against. */
export interface MayRehear {
  readonly may: boolean;
  readonly because: readonly RehearingBar[];
  readonly statements: readonly Statement[];
}

/**
 * Whether a person may hear a case again: not whoever owned it, took part in deciding it (see `handledBy` of the policy),
 * is complained about in it or complains. The three-changes rule changes the person so that somebody new listens (source
 * material CMP-03); DISP 1.4.1R asks for a competent, diligent and impartial investigation.
 *
 * @example
 * ```ts
 * import { mayRehear } from 'clientele/complaints';
 *
 * const opening = {
 *   type: 'RECEIVE', id: 'e1', at: 0, by: { id: 'ann', role: 'agent' }, data: { aboutPersons: ['bob'] },
 *   caseId: 'c1', revision: 1, workflow: 'complaint@1', transition: 'opening', from: null, to: 'received',
 * };
 *
 * mayRehear('bob', [opening]).because; // => [{ kind: 'subject', eventId: 'e1', type: 'RECEIVE', at: 0 }]
 * mayRehear('cleo', [opening]).may; // => true
 * ```
 */
export function mayRehear(
  personId: string,
  log: readonly CaseEvent[],
  { handledBy }: Pick<EscalationPolicy, 'handledBy'> = defaultEscalation,
): MayRehear {
  const because = log.flatMap((event): readonly RehearingBar[] => {
    const { id, type, at } = event;
    return barsIn(event, personId, handledBy).map((kind) => ({ kind, eventId: id, type, at }));
  });
  return { may: because.length === 0, because, statements: because.map((bar) => words(personId, bar)) };
}

function barsIn(
  { type, data, by }: CaseEvent,
  person: string,
  handledBy: readonly string[],
): readonly RehearingBar['kind'][] {
  const bars: RehearingBar['kind'][] = [];
  const owner =
    type === 'ASSESS'
      ? textIn(data, 'owner')
      : type === 'CHANGE_PERSON'
        ? textIn(data, 'newOwner')
        : undefined;
  if (owner === person) bars.push('owned');
  if (handledBy.includes(type) && (by.id === person || textIn(data, 'approver') === person))
    bars.push('handled');
  if (type === 'RECEIVE') {
    if (textsIn(data, 'aboutPersons').includes(person)) bars.push('subject');
    if (textIn(data, 'complainant') === person) bars.push('complainant');
  }
  return bars;
}

function words(person: string, { kind, type }: RehearingBar): Statement {
  const values = { person, type };
  switch (kind) {
    case 'owned':
      return {
        en: '{person} has had the case ({type}).',
        zh: '{person} 曾负责本案（{type}）。',
        values,
      };
    case 'handled':
      return {
        en: '{person} took part in deciding the case ({type}).',
        zh: '{person} 曾参与处理本案（{type}）。',
        values,
      };
    case 'subject':
      return { en: '{person} is complained about.', zh: '{person} 是被投诉人员。', values };
    case 'complainant':
      return { en: '{person} complains.', zh: '{person} 是投诉人。', values };
  }
}
