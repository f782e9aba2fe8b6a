/** What findings call states, commands, facts and scripts. */

import type { Bilingual } from '../../foundation/statement.js';
import { spaced } from '../../foundation/words.js';
import type { Workflow } from '../workflow/model.js';
import * as called from '../workflow/name-of.js';
import type { Facts } from './crossings.js';
import type { ScriptStep } from './finding.js';

export function stateName(workflow: Workflow, state: string): Bilingual {
  return quotedInChinese(called.stateName(workflow, state));
}

export function commandName(workflow: Workflow, command: string): Bilingual {
  return quotedInChinese(called.commandName(workflow, command));
}

export function partyName(workflow: Workflow, party: string): Bilingual {
  return quotedInChinese(called.partyName(workflow, party));
}

/** A slot is called by a bare noun, which would run into an English sentence too. */
export function slotName(workflow: Workflow, slot: string): Bilingual {
  const { en, zh } = called.slotName(workflow, slot);
  return quotedInChinese({ en: `“${en}”`, zh });
}

/** Chinese has no spaces or capitals that would set a name off from its sentence. */
function quotedInChinese({ en, zh }: Bilingual): Bilingual {
  return { en, zh: `“${zh}”` };
}

/** "the amount is within the limit: no, chases left: 2"; "any facts" where there are none. */
export function factWords(workflow: Workflow, facts: Facts): Bilingual {
  const told = Object.entries(facts).map(([fact, value]) => {
    const name = called.factName(workflow, fact);
    const is = called.factValueName(workflow, fact, value);
    return { en: `${name.en}: ${is.en}`, zh: `${name.zh}：${is.zh}` };
  });
  if (told.length === 0) return { en: 'any facts', zh: '任何情况' };
  return { en: told.map(({ en }) => en).join(', '), zh: told.map(({ zh }) => zh).join('，') };
}

/** "Assess → Conclude (evidence is there: yes)": the commands in order, each with the facts it was given under. */
export function scriptWords(workflow: Workflow, script: readonly ScriptStep[]): Bilingual {
  if (script.length === 0) return { en: 'the opening alone', zh: '仅建立案件' };
  const steps = script.map(({ command, facts }) => {
    const name = called.commandName(workflow, command);
    if (Object.keys(facts).length === 0) return name;
    const under = factWords(workflow, facts);
    return { en: `${name.en} (${under.en})`, zh: `${name.zh}（${under.zh}）` };
  });
  return { en: steps.map(({ en }) => en).join(' → '), zh: spaced(steps.map(({ zh }) => zh).join(' → ')) };
}
