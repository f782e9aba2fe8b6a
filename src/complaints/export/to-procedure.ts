/** A workflow as a written procedure for the people who follow it. */

import { own } from '../../foundation/record.js';
import type { Bilingual, Language } from '../../foundation/statement.js';
import { inWords } from '../../foundation/words.js';
import type { TransitionDeclaration, Workflow } from '../workflow/model.js';
import * as called from '../workflow/name-of.js';
import { fieldName, partyName, roleName, slotName, tagName, tagValueName } from '../workflow/name-of.js';
import { commandName, requireChart, stateName } from './arrows.js';
import { whenWords } from './guard-words.js';

const WORDS = {
  opening: { en: 'How a case begins', zh: '案件如何开始' },
  begins: { en: 'begins the case in the state', zh: '即建立案件，进入状态' },
  states: { en: 'States', zh: '状态' },
  means: { en: 'Means', zh: '含义' },
  what: { en: 'What can happen', zh: '可采取的步骤' },
  who: { en: 'Who', zh: '由谁' },
  needs: { en: 'Data needed', zh: '所需资料' },
  condition: { en: 'Condition', zh: '条件' },
  leads: { en: 'Leads to', zh: '转至' },
  colon: { en: ': ', zh: '：' },
  besides: { en: 'Also', zh: '备注' },
  timers: { en: 'When time runs out', zh: '到期时' },
  stays: { en: 'no change', zh: '状态不变' },
  everybody: { en: 'anyone', zh: '不限' },
  final: { en: 'The case ends here', zh: '案件至此终结' },
  closed: { en: 'The case counts as closed', zh: '案件视为已结' },
  waits: { en: 'Waits for', zh: '等待' },
  frames: { en: 'How the steps map to clauses and other models', zh: '各步骤与条款及其他模型的对应关系' },
  state: { en: 'State', zh: '状态' },
  command: { en: 'Step', zh: '步骤' },
  source: { en: 'Source', zh: '来源' },
  version: { en: 'Version', zh: '版本' },
  holds: { en: 'The record holds', zh: '记录中有' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * A Markdown page for people: how a case begins; for each state what it means, what can happen there, who may do it, which data
 * it needs, under which condition, and where it leads; what happens when time runs out; and a table of the tags, such as
 * clauses of a standard. In English unless a language is named.
 *
 * @throws ProblemError naming what is wrong, for what is no workflow at all, or a language that is neither `'en'` nor `'zh'`.
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 * import { toProcedure } from 'clientele/complaints/export';
 *
 * toProcedure(sixSteps, 'zh').includes('## 状态'); // => true
 * ```
 */
export function toProcedure(workflow: Workflow, language: Language = 'en'): string {
  requireChart(workflow, language);
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const { title, version, source, opening, initial, states } = workflow;
  const page = { workflow, language, say };
  return `${[
    `# ${text(title[language])}`,
    `${say('version')}${say('colon')}${text(version)}${source === undefined ? '' : `\n\n${say('source')}${say('colon')}${text(inWords(source, language))}`}`,
    `## ${say('opening')}`,
    `**${text(commandName(workflow, opening.on, language))}** ${say('begins')} **${text(stateName(workflow, initial, language))}**${language === 'zh' ? '。' : '.'}${dataLine(page, opening.on, opening.requires)}`,
    `## ${say('states')}`,
    ...Object.keys(states).flatMap((state) => stateSection(page, state)),
    ...framesSection(page),
  ].join('\n\n')}\n`;
}

interface Page {
  readonly workflow: Workflow;
  readonly language: Language;
  readonly say: (word: keyof typeof WORDS) => string;
}

function dataLine(page: Page, on: string, requires: readonly string[] = []): string {
  return requires.length === 0
    ? ''
    : `\n\n${page.say('needs')}${page.say('colon')}${fieldNames(page, on, requires)}`;
}

function fieldNames(page: Page, on: string, fields: readonly string[]): string {
  const declared = own(page.workflow.commands, on)?.fields;
  return listed(
    page,
    fields.map((field) => fieldName(own(declared, field), field)),
  );
}

function listed({ language }: Page, names: readonly Bilingual[]): string {
  return text(called.listed(names)[language]);
}

function stateSection(page: Page, state: string): readonly string[] {
  const { workflow, language, say } = page;
  const { about, waitsFor, closed, has = [], tags = {} } = own(workflow.states, state) ?? {};
  const leaving = workflow.transitions.filter(({ from }) => from === state);
  const timed = leaving.filter(({ on }) => own(workflow.commands, on)?.kind === 'timer');
  const others = leaving.filter((one) => !timed.includes(one));
  const slots = has.map((slot) => slotName(workflow, slot));
  const facts = [
    ...(about === undefined ? [] : [`${say('means')}${say('colon')}${text(about[language])}`]),
    ...(waitsFor === undefined
      ? []
      : [`${say('waits')}${say('colon')}${text(partyName(workflow, waitsFor)[language])}`]),
    ...(has.length === 0 ? [] : [`${say('holds')}${say('colon')}${listed(page, slots)}`]),
    ...Object.entries(tags).map(
      ([tag, value]) =>
        `${text(tagName(workflow, tag)[language])}${say('colon')}${text(tagValueName(workflow, tag, value)[language])}`,
    ),
    ...(closed === true ? [say('closed')] : []),
    ...(workflow.final.includes(state) ? [say('final')] : []),
  ];
  return [
    `### ${text(stateName(workflow, state, language))}`,
    ...(facts.length === 0 ? [] : [facts.map((line) => `- ${line}`).join('\n')]),
    ...(others.length === 0 ? [] : [table(page, say('what'), others, 'command')]),
    ...(timed.length === 0 ? [] : [table(page, say('timers'), timed, 'timer')]),
  ];
}

function table(
  page: Page,
  title: string,
  some: readonly TransitionDeclaration[],
  kind: 'command' | 'timer',
): string {
  const { workflow, language, say } = page;
  const columns =
    kind === 'command'
      ? [title, say('who'), say('needs'), say('condition'), say('leads'), say('besides')]
      : [title, say('condition'), say('leads'), say('besides')];
  const rows = some.map((one) => {
    const { from, to, on, when, note, requires = [] } = one;
    const condition = whenWords(workflow, when, language);
    const ends = [
      text(condition ?? ''),
      from === to ? say('stays') : text(stateName(workflow, to, language)),
      text(note?.[language] ?? ''),
    ];
    const name = text(commandName(workflow, on, language));
    return kind === 'command'
      ? [name, who(page, one), fieldNames(page, on, requires), ...ends]
      : [name, ...ends];
  });
  return tableOf(columns, rows);
}

function who(page: Page, { by, on }: TransitionDeclaration): string {
  const { workflow, say } = page;
  const roles = by ?? own(workflow.commands, on)?.by;
  return roles === undefined
    ? say('everybody')
    : listed(
        page,
        roles.map((role) => roleName(workflow, role)),
      );
}

/** Every tag of every transition, the keys in the order in which they first occur. */
function framesSection({ workflow, language, say }: Page): readonly string[] {
  const { transitions, opening } = workflow;
  const keys = [...new Set([opening, ...transitions].flatMap(({ tags = {} }) => Object.keys(tags)))];
  if (keys.length === 0) return [];
  const heads = keys.map((key) => text(tagName(workflow, key)[language]));
  const cells = (tags: Readonly<Record<string, string>> = {}): readonly string[] =>
    keys.map((key) => text(tagValueName(workflow, key, own(tags, key) ?? '')[language]));
  const rows = transitions.map(({ from, on, to, tags }) => [
    text(stateName(workflow, from, language)),
    text(commandName(workflow, on, language)),
    from === to ? say('stays') : text(stateName(workflow, to, language)),
    ...cells(tags),
  ]);
  const first = [
    '–',
    text(commandName(workflow, opening.on, language)),
    text(stateName(workflow, workflow.initial, language)),
    ...cells(opening.tags),
  ];
  return [
    `## ${say('frames')}`,
    tableOf([say('state'), say('command'), say('leads'), ...heads], [first, ...rows]),
  ];
}

function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Text in which nothing is markup: one line, with every mark of Markdown and HTML escaped. */
function text(raw: string): string {
  return raw
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|~#>]/g, (char) => `\\${char}`);
}
