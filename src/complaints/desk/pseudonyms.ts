/** Logs without persons: the same person becomes the same pseudonym, free text a dot, codes stay. */
import { own } from '../../foundation/record.js';
import type { CaseEvent } from '../workflow/case.js';
import type { Field } from '../workflow/field.js';
import type { Workflow } from '../workflow/model.js';

/** Which texts are what; every text that is in none of these lists is masked. */
export interface TextRoles {
  readonly persons: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
  /** Neither persons nor free text, but perhaps telling: the same becomes the same. */
  readonly tokens: ReadonlySet<string>;
  /** Left as they are: codes, and whatever a guard or a rule compares. */
  readonly kept: ReadonlySet<string>;
}

const MASK = '…';

/** Pseudonyms given out in the order in which they are asked for. */
export class Pseudonyms {
  readonly #given = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  of(kind: 'person' | 'case' | 'event' | 'value', text: string): string {
    const key = JSON.stringify([kind, text]);
    const before = this.#given.get(key);
    if (before !== undefined) return before;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const given = `${kind}-${count}`;
    this.#given.set(key, given);
    return given;
  }
}

export function pseudonymised(
  log: readonly CaseEvent[],
  workflow: Workflow,
  roles: TextRoles,
  names: Pseudonyms,
): readonly CaseEvent[] {
  return log.map((event) => ({
    ...event,
    id: names.of('event', event.id),
    caseId: names.of('case', event.caseId),
    by: { id: personOf(event.by.id, event.by.role, names), role: event.by.role },
    data: maskedData(event.data, workflow.commands[event.type]?.fields ?? {}, roles, names),
  }));
}

function personOf(id: string, role: string, names: Pseudonyms): string {
  return role === 'system' ? 'system' : names.of('person', id);
}

function maskedData(
  data: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, Field>>,
  roles: TextRoles,
  names: Pseudonyms,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const field = own(fields, key);
      return field === undefined ? [] : [[key, maskedValue(value, field, key, roles, names)]];
    }),
  );
}

function maskedValue(
  value: unknown,
  field: Field,
  key: string,
  roles: TextRoles,
  names: Pseudonyms,
): unknown {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? maskedText(value, key, roles, names) : value;
    case 'list':
      return Array.isArray(value)
        ? value.map((item: unknown) => maskedValue(item, field.of, key, roles, names))
        : value;
    case 'object':
      return typeof value === 'object' && value !== null
        ? maskedData({ ...value }, field.fields, roles, names)
        : value;
    case 'json':
      return MASK;
    default:
      return value;
  }
}

function maskedText(text: string, key: string, roles: TextRoles, names: Pseudonyms): string {
  if (roles.persons.has(key)) return names.of('person', text);
  if (roles.cases.has(key)) return names.of('case', text);
  if (roles.kept.has(key)) return text;
  if (roles.tokens.has(key)) return names.of('value', text);
  return /\S/.test(text) ? MASK : text;
}
