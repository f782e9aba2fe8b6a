/** What is known of a slot of the record after a transition. */
import type { Way } from '../workflow/compile.js';
import type { Field } from '../workflow/field.js';
import type { RecordWrite, Workflow } from '../workflow/model.js';
import { headOf } from '../workflow/read-test.js';

/**
 * - `absent`: nothing was written, or it was cleared.
 * - `filled`: something is there that `filled` sees.
 * - `present`: something is there, and it may be blank or an empty list.
 * - `unknown`: what was to be written may have been missing.
 */
export type SlotStatus = 'absent' | 'filled' | 'present' | 'unknown';

/** What writes into the record: a transition, or the opening. */
export interface Writer {
  readonly on: string;
  readonly from: string | null;
  readonly needs: readonly string[];
  readonly writes: readonly RecordWrite[];
}

export function openingWriter({ opening }: Workflow): Writer {
  return { on: opening.on, from: null, needs: opening.requires ?? [], writes: opening.writes ?? [] };
}

/** What each way leaves in a slot; `undefined` where the slot stays as it was. */
export function slotEffects(workflow: Workflow, slot: string): (way: Way) => SlotStatus | undefined {
  const writes = new Map(workflow.transitions.map((one) => [one.id, one.writes ?? []]));
  const known = new Map<Way, SlotStatus | undefined>();
  return (way) => {
    if (!known.has(way))
      known.set(way, slotAfter(workflow, slot, { ...way, writes: writes.get(way.id) ?? [] }));
    return known.get(way);
  };
}

export function slotAfter(workflow: Workflow, slot: string, writer: Writer): SlotStatus | undefined {
  let status: SlotStatus | undefined;
  for (const write of writer.writes) {
    if (write.slot !== slot) continue;
    // A list holds something as soon as anything was appended.
    if (write.as !== 'set') status = write.as === 'clear' ? 'absent' : 'filled';
    else status = written(workflow, write, writer);
  }
  return status;
}

function written(workflow: Workflow, { value }: RecordWrite, { on, from, needs }: Writer): SlotStatus {
  if (value === undefined || 'case' in value) return 'filled';
  if ('value' in value) return value.value === '' ? 'present' : 'filled';
  if ('actor' in value) return 'present';
  if ('record' in value) {
    return from !== null && value.each === undefined && promises(workflow, from, value.record)
      ? 'present'
      : 'unknown';
  }
  const [head, ...rest] = value.data.split('.');
  if (head === undefined || !needs.includes(headOf(value.data))) return 'unknown';
  const fields = Object.hasOwn(workflow.commands, on) ? workflow.commands[on]?.fields : undefined;
  const field = along(fields !== undefined && Object.hasOwn(fields, head) ? fields[head] : undefined, rest);
  if (field === undefined) return rest.length === 0 ? 'present' : 'unknown';
  return value.each === undefined && neverBlank(field) ? 'filled' : 'present';
}

/** The field at the end of a path, if something is there for certain. */
function along(field: Field | undefined, [key, ...rest]: readonly string[]): Field | undefined {
  if (key === undefined) return field;
  if (field?.kind !== 'object' || field.optional?.includes(key) || !Object.hasOwn(field.fields, key))
    return undefined;
  return along(field.fields[key], rest);
}

function neverBlank(field: Field): boolean {
  if (field.kind === 'text') return field.blank === undefined;
  if (field.kind === 'list') return (field.atLeast ?? 0) > 0;
  return field.kind !== 'json' && field.kind !== 'oneOf';
}

/** Whether every case in a state is said to hold the slot. */
export function promises({ states }: Workflow, state: string, slot: string): boolean {
  return Object.hasOwn(states, state) && (states[state]?.has ?? []).includes(slot);
}
