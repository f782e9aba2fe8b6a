/** A refusal in words. */
import { describe } from '../../foundation/describe.js';
import type { Problem } from '../../foundation/problem.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { inWords } from '../../foundation/words.js';
import type { CompiledWorkflow } from './compile.js';
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
  return [
    ...(problems.some(({ code }) => code === 'notLegalHere')
      ? [
          notLegalHere(
            command,
            stateName(workflow, state),
            // Timers are not for people to give; `legal` has them.
            legal.filter((type) => !isTimer(workflow, type)).map((type) => commandName(workflow, type)),
          ),
        ]
      : []),
    ...(notAllowed === undefined ? [] : [notAllowedWords(command, notAllowed)]),
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
            facts.map((one) => factName(workflow, String(one.path[1]))),
          ),
        ]),
    ...others.map(asStatement),
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

function notAllowedWords(command: Bilingual, { expected, found }: Problem): Statement {
  const roles = expected.kind === 'oneOf' ? expected.values.map(String) : [];
  return {
    en: '“{command}” needs {roles}; the actor’s role is {role}.',
    zh: '“{command}”须由{roles}执行；操作者的角色为{role}。',
    values: {
      command,
      roles: {
        en: `the role ${roles.map((role) => `“${role}”`).join(' or ')}`,
        zh: roles.map((role) => `“${role}”`).join('或'),
      },
      role: quotedFound(found),
    },
  };
}

/** Problems quote what they found as JSON does; a sentence that names commands has one kind of quotation marks. */
function quotedFound(found: Problem['found']): string {
  const plain = inWords(found, 'en');
  return plain.startsWith('"') ? `“${plain.slice(1, -1)}”` : plain;
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

function asStatement(problem: Problem): Statement {
  if (problem.code === 'unknownKey') return unknownField(problem);
  const sentence = { en: describe(problem, 'en'), zh: describe(problem, 'zh') };
  return { en: '{problem}', zh: '{problem}', values: { problem: sentence } };
}

/** Of a key too many its name matters, not what it holds. */
function unknownField({ path, expected }: Problem): Statement {
  const known = expected.kind === 'keys' ? expected.known : [];
  const field = path.join('.');
  const all = { en: known.join(', '), zh: known.join('、') };
  return known.length === 0
    ? { en: 'There is no field {field}.', zh: '没有字段 {field}。', values: { field } }
    : {
        en: 'There is no field {field}; possible: {known}.',
        zh: '没有字段 {field}；可用字段：{known}。',
        values: { field, known: all },
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

function unmetFact(workflow: CompiledWorkflow, { fact, found, needed }: UnmetFact): Bilingual {
  const { en, zh } = factName(workflow, fact);
  if ('is' in needed && typeof needed.is === 'boolean') {
    return needed.is ? { en, zh } : { en: `this were not so: ${en}`, zh: `以下情况不成立：${zh}` };
  }
  const [wanted, was] = [
    wantedWords(needed),
    found === 'missing' ? UNKNOWN : { en: String(found), zh: String(found) },
  ];
  return { en: `${en} were ${wanted.en} (is ${was.en})`, zh: `${zh}${wanted.zh}（现为 ${was.zh}）` };
}

const UNKNOWN: Bilingual = { en: 'unknown', zh: '未知' };

function wantedWords(needed: UnmetFact['needed']): Bilingual {
  if ('atLeast' in needed) return { en: `at least ${needed.atLeast}`, zh: `不小于 ${needed.atLeast}` };
  if ('atMost' in needed) return { en: `at most ${needed.atMost}`, zh: `不大于 ${needed.atMost}` };
  if ('isNot' in needed) return { en: `other than ${needed.isNot}`, zh: `不为 ${needed.isNot}` };
  return { en: String(needed.is), zh: `为 ${needed.is}` };
}

function listed(names: readonly Bilingual[]): Bilingual {
  return { en: names.map(({ en }) => en).join(', '), zh: names.map(({ zh }) => zh).join('、') };
}

function commandName({ parts }: CompiledWorkflow, type: string): Bilingual {
  return parts.commands.get(type)?.declaration.name ?? { en: type, zh: type };
}

function factName({ parts }: CompiledWorkflow, fact: string): Bilingual {
  return parts.facts.get(fact)?.declaration.name ?? { en: fact, zh: fact };
}

function fieldName({ parts }: CompiledWorkflow, type: string, { path }: Problem): Bilingual {
  const key = String(path[1]);
  return parts.commands.get(type)?.fields.get(key)?.field.name ?? { en: key, zh: key };
}

/** With the values that it can have where they are few and fixed. */
function neededField(workflow: CompiledWorkflow, type: string, one: Problem): Bilingual {
  const { en, zh } = fieldName(workflow, type, one);
  const field = workflow.parts.commands.get(type)?.fields.get(String(one.path[1]))?.field;
  if (field?.kind !== 'oneOf') return { en, zh };
  return { en: `${en} (${field.values.join(' or ')})`, zh: `${zh}（${field.values.join(' 或 ')}）` };
}

function stateName({ workflow }: CompiledWorkflow, state: string | null): Bilingual {
  if (state === null) return { en: 'not opened yet', zh: '尚未建立' };
  const declared = Object.hasOwn(workflow.states, state) ? workflow.states[state]?.name : undefined;
  return declared ?? { en: state, zh: state };
}
