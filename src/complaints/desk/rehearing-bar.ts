/** What keeps a case from being heard again: the person, the budget, the cooling-off. */

import { problem, wrong } from '../../foundation/make-problem.js';
import { own } from '../../foundation/record.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { withNames } from '../clocks/named.js';
import { type MayRehear, mayRehear } from '../escalation/may-rehear.js';
import type { RehearingMove } from '../escalation/model.js';
import { numberIn, textIn } from '../log/read-data.js';
import { INTERESTED, type Question } from './answers.js';
import type { ComplaintDesk, DeskRefusal } from './model.js';
import { barred } from './refused.js';

const MOVES: Readonly<Record<string, RehearingMove>> = {
  CHANGE_PERSON: 'person',
  CHANGE_TIME: 'time',
  CHANGE_PLACE: 'place',
};

/** What keeps a case from being heard again in this way. */
export function rehearingBar(question: Question): DeskRefusal | undefined {
  const { view, command } = question;
  const { setup } = question.desk;
  const move = own(MOVES, command.type);
  if (move === undefined) return actBar(question);
  if (view.escalation.moves.left[move] === 0) {
    const range = { kind: 'range', max: setup.escalation.moves[move] } as const;
    const used = view.escalation.moves.used.filter((one) => one.move === move).length;
    const statement = { ...NO_MOVE_LEFT, values: { move: MOVE_NAMES[move] } };
    return barred(
      'noMoveLeft',
      view.case,
      command,
      [problem('noMoveLeft', ['type'], range, used + 1)],
      [statement],
    );
  }
  if (move === 'person') return personBar(question);
  const [meeting, cooled] = [
    numberIn(command.data, 'appointmentAt'),
    numberIn(command.data, 'coolingOffUntil'),
  ];
  if (move !== 'time' || meeting === undefined || cooled === undefined || meeting >= cooled) return undefined;
  const range = { kind: 'range', min: cooled } as const;
  const path = ['data', 'appointmentAt'];
  return barred('tooSoon', view.case, command, [problem('tooSoon', path, range, meeting)], [TOO_SOON]);
}

function personBar({ desk: { setup }, log, view, command, extra }: Question): DeskRefusal | undefined {
  const person = textIn(command.data, 'newOwner');
  if (person === undefined) return undefined;
  const asked = mayRehear(person, log, setup.escalation);
  const interested = extra.interested?.includes(person) === true;
  if (asked.may && !interested) return undefined;
  const statements = [
    ...reasons(asked, setup),
    ...(interested ? [{ ...INTERESTED, values: { who: person } }] : []),
  ];
  const found = wrong('notImpartial', ['data', 'newOwner'], UNHEARD, person);
  return barred('notImpartial', view.case, command, [found], statements);
}

/** Acts of a hearing that nobody does who had the case before the person was changed. */
const ACTS = ['CONCLUDE', 'PROPOSE', 'SEND_DECISION'];

function actBar({ desk: { setup }, log, view, command }: Question): DeskRefusal | undefined {
  if (!ACTS.includes(command.type)) return undefined;
  const change = log.findLastIndex(({ type }) => type === 'CHANGE_PERSON');
  if (change < 0) return undefined;
  const asked = mayRehear(command.by.id, log.slice(0, change), setup.escalation);
  if (asked.may) return undefined;
  const found = wrong('notImpartial', ['by', 'id'], UNHEARD, command.by.id);
  return barred('notImpartial', view.case, command, [found], reasons(asked, setup));
}

function reasons({ statements }: MayRehear, { workflow }: ComplaintDesk['setup']): readonly Statement[] {
  return statements.map((one) => withNames(workflow, one));
}

const UNHEARD: Bilingual = { en: 'person who has not handled the case', zh: '未经手本案的人员' };
const MOVE_NAMES: Readonly<Record<RehearingMove, Bilingual>> = {
  person: { en: 'person', zh: '人' },
  time: { en: 'time', zh: '时间' },
  place: { en: 'place', zh: '地点' },
};
const NO_MOVE_LEFT: Statement = {
  en: 'The {move} has been changed as often as it may be.',
  zh: '“{move}”的更换次数已用尽。',
  values: {},
};
const TOO_SOON: Statement = {
  en: 'The appointment lies before the end of the cooling-off.',
  zh: '约定时间早于冷静期结束。',
  values: {},
};
