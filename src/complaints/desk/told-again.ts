/** A command whose id the log holds already: told again, or another one. */
import { type Path, problem } from '../../foundation/make-problem.js';
import { type Problem, show } from '../../foundation/problem.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from '../workflow/case.js';
import { commandName, roleName } from '../workflow/name-of.js';
import { problemWords } from '../workflow/problem-words.js';
import { sameJson } from '../workflow/same-json.js';
import type { ComplaintDesk, DeskRefusal } from './model.js';
import { barred } from './refused.js';

/** What keeps a command from being the event that has its id; nothing where it is told again, at whatever time. */
export function otherContent(
  desk: ComplaintDesk,
  now: CaseSnapshot,
  event: CaseEvent,
  command: CaseCommand,
): DeskRefusal | undefined {
  const differing = differences(desk, event, command);
  if (differing.length === 0) return undefined;
  const problems = differing.map((path): Problem => {
    const held = valueAt(event, path);
    const value = held === undefined ? '–' : show(held);
    return problem('otherContent', path, { kind: 'sameAs', as: HELD, value }, valueAt(command, path));
  });
  const statement: Statement = {
    ...OTHER,
    values: { id: command.id, held: nameOf(desk, event), told: nameOf(desk, command) },
  };
  // Who told what is in the statement already; of another command every field differs.
  const unsaid = event.type === command.type ? problems.filter(({ path: [root] }) => root !== 'by') : [];
  const words = unsaid.map((one) => problemWords(desk.workflow, event.type, one));
  return barred('otherContent', now, command, problems, [statement, ...words]);
}

/** The parts in which they differ. To a timer the desk adds data, which need not be told again. */
function differences({ workflow }: ComplaintDesk, event: CaseEvent, command: CaseCommand): readonly Path[] {
  const timer = workflow.parts.commands.get(event.type)?.declaration.kind === 'timer';
  const fields = new Set([...(timer ? [] : Object.keys(event.data)), ...Object.keys(command.data)]);
  const { caseId } = command;
  return [
    ...(event.type === command.type ? [] : [['type']]),
    ...(event.by.id === command.by.id ? [] : [['by', 'id']]),
    ...(event.by.role === command.by.role ? [] : [['by', 'role']]),
    ...(caseId === undefined || caseId === event.caseId ? [] : [['caseId']]),
    ...[...fields].map((field) => ['data', field]).filter((path) => !sameAt(event, command, path)),
  ];
}

function sameAt(event: CaseEvent, command: CaseCommand, path: Path): boolean {
  return sameJson(valueAt(event, path), valueAt(command, path));
}

function valueAt(of: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined,
    of,
  );
}

function nameOf({ setup }: ComplaintDesk, { type, by }: Pick<CaseCommand, 'type' | 'by'>): Bilingual {
  const name = commandName(setup.workflow, type);
  const role = roleName(setup.workflow, by.role);
  return { en: `“${name.en}” (${by.id}, ${role.en})`, zh: `“${name.zh}”（${by.id}，${role.zh}）` };
}

const HELD: Bilingual = { en: 'the event with this id', zh: '同一编号的事件' };
const OTHER: Statement = {
  en: 'The id “{id}” is that of {held} already, with other content than {told}: give what is new an id of its own.',
  zh: '编号“{id}”已用于{held}，与{told}内容不同：新的指令须用新的编号。',
  values: {},
};
