/** What findings call states, commands, facts and scripts. */

import type { Bilingual } from '../../foundation/statement.js';
import { spaced } from '../../foundation/words.js';
import type { FactValue, Workflow } from '../workflow/model.js';
import type { Facts } from './crossings.js';
import type { ScriptStep } from './finding.js';

export function stateName({ states }: Workflow, state: string): Bilingual {
  return quotedInChinese((Object.hasOwn(states, state) ? states[state]?.name : undefined) ?? same(state));
}

export function commandName(workflow: Workflow, command: string): Bilingual {
  return quotedInChinese(plainCommandName(workflow, command));
}

function plainCommandName({ commands }: Workflow, command: string): Bilingual {
  return (Object.hasOwn(commands, command) ? commands[command]?.name : undefined) ?? same(command);
}

/** Chinese has no spaces or capitals that would set a name off from its sentence. */
function quotedInChinese({ en, zh }: Bilingual): Bilingual {
  return { en, zh: `“${zh}”` };
}

export function factName({ facts }: Workflow, fact: string): Bilingual {
  return (Object.hasOwn(facts, fact) ? facts[fact]?.name : undefined) ?? same(fact);
}

function same(text: string): Bilingual {
  return { en: text, zh: text };
}

/** "the amount is within the limit: no, chases left: 2"; "any facts" where there are none. */
export function factWords(workflow: Workflow, facts: Facts): Bilingual {
  const told = Object.entries(facts).map(([fact, value]) => {
    const name = factName(workflow, fact);
    const is = valueWords(value);
    return { en: `${name.en}: ${is.en}`, zh: `${name.zh}：${is.zh}` };
  });
  if (told.length === 0) return { en: 'any facts', zh: '任何情况' };
  return { en: told.map(({ en }) => en).join(', '), zh: told.map(({ zh }) => zh).join('，') };
}

function valueWords(value: FactValue): Bilingual {
  if (value === true) return { en: 'yes', zh: '是' };
  return value === false ? { en: 'no', zh: '否' } : same(String(value));
}

/** "Assess → Conclude (evidence is there: yes)": the commands in order, each with the facts it was given under. */
export function scriptWords(workflow: Workflow, script: readonly ScriptStep[]): Bilingual {
  if (script.length === 0) return { en: 'the opening alone', zh: '仅建立案件' };
  const steps = script.map(({ command, facts }) => {
    const name = plainCommandName(workflow, command);
    if (Object.keys(facts).length === 0) return name;
    const under = factWords(workflow, facts);
    return { en: `${name.en} (${under.en})`, zh: `${name.zh}（${under.zh}）` };
  });
  return { en: steps.map(({ en }) => en).join(' → '), zh: spaced(steps.map(({ zh }) => zh).join(' → ')) };
}
