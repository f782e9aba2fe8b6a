/** A refusal in words. */
import type { Problem } from '../../foundation/problem.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { inWords, spaced } from '../../foundation/words.js';
import type { CompiledWorkflow } from './compile.js';
import type { FactValue, Workflow } from './model.js';
import * as called from './name-of.js';
import { factName, factValueName, fieldName, fieldValueName, listed, roleName } from './name-of.js';
import { problemWords } from './problem-words.js';
import type { Refusal, RefusedWay, UnmetFact } from './refusal.js';

type Unworded = Omit<Refusal, 'statements'>;

export function refusalWords(workflow: CompiledWorkflow, refusal: Unworded): readonly Statement[] {
  const command = commandName(workflow, refusal.command);
  const { kind, problems, legal, state } = refusal;
  const absent = problems.filter(
    ({ code, path }) => code === 'missing' && path[0] === 'data' && path.length === 2,
  );
  const facts = problems.filter(({ code, path }) => code === 'missing' && path[0] === 'context');
  const said = ['notLegalHere', 'notAllowed'];
  const others = problems.filter(
    (one) => !said.includes(one.code) && !absent.includes(one) && !facts.includes(one),
  );
  const notAllowed = problems.find(({ code }) => code === 'notAllowed');
  const exists = workflow.parts.commands.has(refusal.command);
  return [
    ...(problems.some(({ code }) => code === 'notLegalHere')
      ? [
          (exists ? notLegalHere : noSuchCommand)(
            command,
            stateName(workflow, state),
            // Timers are not for people to give; `legal` has them.
            legal.filter((type) => !isTimer(workflow, type)).map((type) => commandName(workflow, type)),
          ),
        ]
      : []),
    ...(notAllowed === undefined ? [] : [notAllowedWords(workflow, command, notAllowed)]),
    ...(absent.length === 0
      ? []
      : [
          missingFields(
            command,
            absent.map((one) => neededField(workflow, refusal.command, one)),
          ),
        ]),
    ...(facts.length === 0
      ? []
      : [
          missingFacts(
            command,
            facts.map((one) => factName(workflow.workflow, String(one.path[1]))),
          ),
        ]),
    ...others.map((one) => problemWords(workflow, refusal.command, one)),
    ...(kind === 'guard' ? refusal.ways.map((way) => unmetWay(workflow, command, way)) : []),
  ];
}

function isTimer({ parts }: CompiledWorkflow, type: string): boolean {
  return parts.commands.get(type)?.declaration.kind === 'timer';
}

function notLegalHere(command: Bilingual, state: Bilingual, legal: readonly Bilingual[]): Statement {
  return legal.length === 0
    ? {
        en: '“{command}” is not possible in the state “{state}”; nothing is.',
        zh: '“{state}”状态下不能执行“{command}”；此状态下没有可执行的操作。',
        values: { command, state },
      }
    : {
        en: '“{command}” is not possible in the state “{state}”; possible: {legal}.',
        zh: '“{state}”状态下不能执行“{command}”；可以执行：{legal}。',
        values: { command, state, legal: listed(legal) },
      };
}

function noSuchCommand(command: Bilingual, state: Bilingual, legal: readonly Bilingual[]): Statement {
  return legal.length === 0
    ? {
        en: 'There is no command “{command}”; in the state “{state}” nothing is possible.',
        zh: '没有名为“{command}”的操作；“{state}”状态下没有可执行的操作。',
        values: { command, state },
      }
    : {
        en: 'There is no command “{command}”; possible in the state “{state}”: {legal}.',
        zh: '没有名为“{command}”的操作；“{state}”状态下可以执行：{legal}。',
        values: { command, state, legal: listed(legal) },
      };
}

function notAllowedWords(
  { workflow }: CompiledWorkflow,
  command: Bilingual,
  { expected, found }: Problem,
): Statement {
  const roles = expected.kind === 'oneOf' ? expected.values.map((role) => quotedRole(workflow, role)) : [];
  return {
    en: '“{command}” needs {roles}; the actor’s role is {role}.',
    zh: '“{command}”须由{roles}执行；操作者的角色为{role}。',
    values: {
      command,
      roles: {
        en: `the role ${roles.map(({ en }) => en).join(' or ')}`,
        zh: roles.map(({ zh }) => zh).join('或'),
      },
      role: foundRole(workflow, found),
    },
  };
}

function quotedRole(workflow: Workflow, role: string | number | boolean): Bilingual {
  const { en, zh } = roleName(workflow, String(role));
  return { en: `“${en}”`, zh: `“${zh}”` };
}

/** Problems quote what they found as JSON does; a sentence that names commands has one kind of quotation marks. */
function foundRole(workflow: Workflow, found: Problem['found']): Bilingual | string {
  const plain = inWords(found, 'en');
  return plain.startsWith('"') ? quotedRole(workflow, plain.slice(1, -1)) : plain;
}

function missingFields(command: Bilingual, fields: readonly Bilingual[]): Statement {
  return {
    en: '“{command}” needs {fields}.',
    zh: '“{command}”还需要：{fields}。',
    values: { command, fields: listed(fields) },
  };
}

function missingFacts(command: Bilingual, facts: readonly Bilingual[]): Statement {
  return {
    en: '“{command}” depends on what the host has to say: {facts}.',
    zh: '“{command}”取决于以下须由系统提供的事实：{facts}。',
    values: {
      command,
      facts: { en: facts.map(({ en }) => en).join('; '), zh: facts.map(({ zh }) => zh).join('；') },
    },
  };
}

function unmetWay(workflow: CompiledWorkflow, command: Bilingual, { to, unmet }: RefusedWay): Statement {
  const values = { command, to: stateName(workflow, to) };
  if (unmet.length === 0) {
    return {
      en: 'Nothing could bring “{command}” to “{to}” here.',
      zh: '此处“{command}”无论如何都不能进入“{to}”。',
      values,
    };
  }
  const sets = unmet.map((set) => set.map((one) => unmetFact(workflow, one)));
  const either = {
    en: sets.map((set) => set.map(({ en }) => en).join(' and ')).join(', or '),
    zh: sets.map((set) => set.map(({ zh }) => zh).join('且')).join('；或'),
  };
  return {
    en: '“{command}” would lead to “{to}” if {unmet}.',
    zh: '满足以下条件时，“{command}”可进入“{to}”：{unmet}。',
    values: { ...values, unmet: either },
  };
}

function unmetFact({ workflow }: CompiledWorkflow, { fact, found, needed }: UnmetFact): Bilingual {
  const { en, zh } = factName(workflow, fact);
  if ('is' in needed && typeof needed.is === 'boolean') {
    return needed.is ? { en, zh } : { en: `this were not so: ${en}`, zh: `以下情况不成立：${zh}` };
  }
  const valueName = (value: FactValue): Bilingual => factValueName(workflow, fact, value);
  const [wanted, was] = [wantedWords(needed, valueName), found === 'missing' ? UNKNOWN : valueName(found)];
  return {
    en: `${en} were ${wanted.en} (is ${was.en})`,
    zh: `${zh}${wanted.zh}（${spaced('现为', was.zh)}）`,
  };
}

const UNKNOWN: Bilingual = { en: 'unknown', zh: '未知' };

function wantedWords(needed: UnmetFact['needed'], valueName: (value: FactValue) => Bilingual): Bilingual {
  if ('atLeast' in needed) return { en: `at least ${needed.atLeast}`, zh: `不小于 ${needed.atLeast}` };
  if ('atMost' in needed) return { en: `at most ${needed.atMost}`, zh: `不大于 ${needed.atMost}` };
  if ('isNot' in needed) {
    const { en, zh } = valueName(needed.isNot);
    return { en: `other than ${en}`, zh: spaced('不为', zh) };
  }
  const { en, zh } = valueName(needed.is);
  return { en, zh: spaced('为', zh) };
}

function commandName({ workflow }: CompiledWorkflow, type: string): Bilingual {
  return called.commandName(workflow, type);
}

/** With the values that it can have where they are few and fixed. */
function neededField(workflow: CompiledWorkflow, type: string, { path }: Problem): Bilingual {
  const key = String(path[1]);
  const field = workflow.parts.commands.get(type)?.fields.get(key)?.field;
  const { en, zh } = fieldName(field, key);
  if (field?.kind !== 'oneOf') return { en, zh };
  const values = field.values.map((value) => fieldValueName(field, value));
  return {
    en: `${en} (${values.map((value) => value.en).join(' or ')})`,
    zh: `${zh}（${spaced(...values.flatMap((value, i) => (i === 0 ? [value.zh] : ['或', value.zh])))}）`,
  };
}

function stateName({ workflow }: CompiledWorkflow, state: string | null): Bilingual {
  return state === null ? { en: 'not opened yet', zh: '尚未建立' } : called.stateName(workflow, state);
}
