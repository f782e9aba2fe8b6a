/** What people call the parts of a workflow: by the names that it gives them, or else by their identifiers. */
import { own } from '../../foundation/record.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { Field } from './field.js';
import type { FactValue, Workflow } from './model.js';

export function stateName({ states }: Workflow, state: string): Bilingual {
  return own(states, state)?.name ?? same(state);
}

export function commandName({ commands }: Workflow, command: string): Bilingual {
  return own(commands, command)?.name ?? same(command);
}

export function factName({ facts }: Workflow, fact: string): Bilingual {
  return own(facts, fact)?.name ?? same(fact);
}

/** "yes" and "no" of facts that are so or not; counts as they are. */
export function factValueName({ facts }: Workflow, fact: string, value: FactValue): Bilingual {
  if (value === true) return { en: 'yes', zh: '是' };
  if (value === false) return { en: 'no', zh: '否' };
  return own(own(facts, fact)?.valueNames, String(value)) ?? same(String(value));
}

export function fieldName(field: Field | undefined, key: string): Bilingual {
  return field?.name ?? same(key);
}

/** A value that a field `oneOf` can have. */
export function fieldValueName(field: Extract<Field, { kind: 'oneOf' }>, value: string): Bilingual {
  return own(field.valueNames, value) ?? same(value);
}

export function roleName({ names }: Workflow, role: string): Bilingual {
  return own(names?.roles, role) ?? same(role);
}

/** Who is waited for; the names that `StateDeclaration` suggests need none. */
export function partyName({ names }: Workflow, party: string): Bilingual {
  return own(names?.parties, party) ?? own(PARTIES, party) ?? same(party);
}

const PARTIES: Readonly<Record<string, Bilingual>> = {
  customer: { en: 'the customer', zh: '客户' },
  thirdParty: { en: 'a third party', zh: '第三方' },
  approver: { en: 'whoever approves', zh: '审批人' },
  external: { en: 'an external body', zh: '外部机构' },
};

export function slotName({ names }: Workflow, slot: string): Bilingual {
  return own(names?.slots, slot) ?? same(slot);
}

export function tagName({ names }: Workflow, tag: string): Bilingual {
  return own(names?.tags, tag)?.name ?? same(tag);
}

export function tagValueName({ names }: Workflow, tag: string, value: string): Bilingual {
  return own(own(names?.tags, tag)?.values, value) ?? same(value);
}

/** Names in a row. */
export function listed(names: readonly Bilingual[]): Bilingual {
  return { en: names.map(({ en }) => en).join(', '), zh: names.map(({ zh }) => zh).join('、') };
}

/** A text that is the same in every language. */
export function same(text: string): Bilingual {
  return { en: text, zh: text };
}
