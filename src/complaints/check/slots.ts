/** What is known of a slot of the record after a transition. */
import { own } from '../../foundation/record.js';
import type { Way } from '../workflow/compile.js';
import type { Field } from '../workflow/field.js';
import type { RecordWrite, Workflow } from '../workflow/model.js';
import { headOf, isFilled } from '../workflow/read-test.js';

/**
 * - `absent`: nothing was written, or it was cleared.
 * - `filled`: something is there that `filled` sees.
 * - `present`: something is there, and it may be blank or an empty list.
 * - `unknown`: what was to be written may have been missing.
 */
export type SlotStatus = 'absent' | 'filled' | 'present' | 'unknown';

/** What a transition does to a slot; `appended`: something was added, or everything is as before. */
export type SlotEffect = SlotStatus | 'appended';

/** A slot after a transition that leaves it in `effect`. */
export function statusAfter(before: unknown, effect: SlotEffect): SlotStatus {
  if (effect !== 'appended') return effect;
  return before === 'filled' || before === 'present' ? before : 'unknown';
}

/** What writes into the record: a transition, or the opening. */
interface Writer {
  readonly on: string;
  readonly from: string | null;
  readonly needs: readonly string[];
  readonly writes: readonly RecordWrite[];
}

function openingWriter({ opening }: Workflow): Writer {
  return { on: opening.on, from: null, needs: opening.requires ?? [], writes: opening.writes ?? [] };
}

/** What each way does to a slot; `undefined` where the slot stays as it was. */
export function slotEffects(workflow: Workflow, slot: string): (way: Way) => SlotEffect | undefined {
  const writes = new Map(workflow.transitions.map((one) => [one.id, one.writes ?? []]));
  const known = new Map<Way, SlotEffect | 'none'>();
  return (way) => {
    let effect = known.get(way);
    if (effect === undefined) {
      effect = slotEffect(workflow, slot, { ...way, writes: writes.get(way.id) ?? [] }) ?? 'none';
      known.set(way, effect);
    }
    return effect === 'none' ? undefined : effect;
  };
}

/** What the opening leaves in a slot. */
export function slotOpened(workflow: Workflow, slot: string): SlotStatus {
  return statusAfter('absent', slotEffect(workflow, slot, openingWriter(workflow)) ?? 'absent');
}

function slotEffect(workflow: Workflow, slot: string, writer: Writer): SlotEffect | undefined {
  let effect: SlotEffect | undefined;
  const changed = new Set<string>();
  for (const write of writer.writes) {
    if (write.slot === slot) effect = effectOf(workflow, write, writer, changed, effect);
    changed.add(write.slot);
  }
  return effect;
}

function effectOf(
  workflow: Workflow,
  write: RecordWrite,
  writer: Writer,
  changed: ReadonlySet<string>,
  before: SlotEffect | undefined,
): SlotEffect {
  if (write.as === 'clear') return 'absent';
  // What an earlier write has changed is no longer what the state promised.
  const source =
    write.value !== undefined && 'record' in write.value ? headOf(write.value.record) : undefined;
  const status = source !== undefined && changed.has(source) ? 'unknown' : written(workflow, write, writer);
  if (write.as === 'set') return status;
  // A list holds something as soon as anything was appended; nothing is appended where the value is missing.
  if (status !== 'unknown') return 'filled';
  return before === undefined || before === 'appended' ? 'appended' : statusAfter(before, 'appended');
}

function written(workflow: Workflow, { value }: RecordWrite, { on, from, needs }: Writer): SlotStatus {
  if (value === undefined || 'case' in value) return 'filled';
  if ('value' in value) return isFilled(value.value) ? 'filled' : 'present';
  if ('actor' in value) return 'present';
  if ('record' in value) {
    return from !== null && value.each === undefined && promises(workflow, from, value.record)
      ? 'present'
      : 'unknown';
  }
  const [head, ...rest] = value.data.split('.');
  if (head === undefined || !needs.includes(headOf(value.data))) return 'unknown';
  const fields = Object.hasOwn(workflow.commands, on) ? workflow.commands[on]?.fields : undefined;
  const field = along(own(fields, head), rest);
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
