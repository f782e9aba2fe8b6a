/** What keeps a case from being heard again: the person, the budget, the cooling-off. */
import { problem, wrong } from '../../foundation/make-problem.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { mayRehear } from '../escalation/may-rehear.js';
import type { RehearingMove } from '../escalation/model.js';
import { numberIn, textIn } from '../log/read-data.js';
import type { CaseCommand, CaseEvent } from '../workflow/case.js';
import type { ComplaintDesk, ComplaintView, DeskRefusal } from './model.js';
import { barred } from './refused.js';

const MOVES: Readonly<Record<string, RehearingMove>> = {
  CHANGE_PERSON: 'person',
  CHANGE_TIME: 'time',
  CHANGE_PLACE: 'place',
};

/** What keeps a case from being heard again in this way. */
export function rehearingBar(
  { setup }: ComplaintDesk,
  log: readonly CaseEvent[],
  view: ComplaintView,
  command: CaseCommand,
): DeskRefusal | undefined {
  const move = Object.hasOwn(MOVES, command.type) ? MOVES[command.type] : undefined;
  if (move === undefined) return undefined;
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
  if (move === 'person') return personBar(setup, log, view, command);
  const [meeting, cooled] = [
    numberIn(command.data, 'appointmentAt'),
    numberIn(command.data, 'coolingOffUntil'),
  ];
  if (move !== 'time' || meeting === undefined || cooled === undefined || meeting >= cooled) return undefined;
  const range = { kind: 'range', min: cooled } as const;
  const path = ['data', 'appointmentAt'];
  return barred('tooSoon', view.case, command, [problem('tooSoon', path, range, meeting)], [TOO_SOON]);
}

function personBar(
  { escalation }: ComplaintDesk['setup'],
  log: readonly CaseEvent[],
  view: ComplaintView,
  command: CaseCommand,
): DeskRefusal | undefined {
  const person = textIn(command.data, 'newOwner');
  const asked = person === undefined ? undefined : mayRehear(person, log, escalation);
  if (asked === undefined || asked.may) return undefined;
  const type = { en: 'person who has not handled the case', zh: '未经手本案的人员' };
  const found = wrong('notImpartial', ['data', 'newOwner'], type, person);
  return barred('notImpartial', view.case, command, [found], asked.statements);
}

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
