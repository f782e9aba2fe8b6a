/** Customer ids in the order of their texts, by code units: numbers stand for the texts wherever they can. */
import { compareText } from '../../foundation/ordering.js';
import type { Ids } from './ids.js';
import { keyingOf, leadingKey } from './keys.js';
import { orderOf } from './order-of.js';
import { scratchFloats, scratchInts } from './scratch.js';
import { selectRanks } from './select.js';
import { integerKeys, type PrefixForm, prefixKey, textKeys } from './text-keys.js';

/** Keys that are ordered as the ids are as texts; equal keys leave it to the texts. */
export interface IdOrder {
  readonly ids: Ids;
  readonly keys: Float64Array;
  /** Whether the ids stand in that order. */
  readonly ascending: boolean;
  /** The key of any text; among the ids' keys it stands where the text stands among the ids. `undefined`: compare texts. */
  keyOf(text: string): number | undefined;
}

/** Finds keys for ids: of integers of up to ten digits exact ones, of all others those of the first letters that differ, unless keys are at hand. */
export function idOrder(ids: Ids, leadingKeys?: Float64Array): IdOrder {
  const keys = ids instanceof Float64Array ? integerKeys(ids) : undefined;
  if (ids instanceof Float64Array && keys !== undefined) {
    return {
      ids,
      keys: keys.keys,
      ascending: ascends(keys.keys),
      keyOf(text) {
        const id = Number(text);
        return String(id) === text ? keys.keyOf(id) : undefined;
      },
    };
  }
  const texts = ids instanceof Float64Array ? Array.from(ids, String) : ids;
  if (leadingKeys !== undefined) {
    const ascending = ascends(leadingKeys);
    return {
      ids: texts,
      keys: leadingKeys,
      ascending,
      keyOf: (text) => leadingKeyOf(text, texts[0] ?? ''),
    };
  }
  const { keys: prefixes, form } = textKeys(texts);
  return {
    ids: texts,
    keys: prefixes,
    ascending: ascends(prefixes),
    keyOf: (text) => keyBeside(text, form),
  };
}

/** Equal keys are not in order, as far as keys can say. */
function ascends(keys: Float64Array): boolean {
  for (let i = 1; i < keys.length; i += 1) if (!((keys[i - 1] ?? 0) < (keys[i] ?? 0))) return false;
  return true;
}

/** Whether the id at an index is a text or comes after it; `key` is that of the text, `NaN` where it has none. */
export function reaches(order: IdOrder, index: number, key: number, text: string): boolean {
  // NaN is neither above nor below.
  const own = order.keys[index] ?? 0;
  return own > key || (!(own < key) && textAt(order, index) >= text);
}

/** The leading key of a text whose words are made as those of another; `undefined` where they cannot be. */
function leadingKeyOf(text: string, like: string): number | undefined {
  const words = new Int32Array(4);
  return keyingOf(like)?.pack([text], 0, 1, words) === true ? leadingKey(words, 0) : undefined;
}

/** A text that does not start as all ids do stands before or after all of them. */
function keyBeside(text: string, form: PrefixForm): number {
  if (text.startsWith(form.start)) return prefixKey(text, form);
  return text < form.start ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** The id at an index, as text. */
export function textAt({ ids }: IdOrder, index: number): string {
  return String(ids[index] ?? '');
}

/** The indices of ids in the order of their texts. */
export function sortIds(order: IdOrder): Int32Array {
  const { keys } = order;
  const sorted = orderOf(keys);
  let from = 0;
  for (let i = 1; i <= sorted.length; i += 1) {
    const first = keys[sorted[from] ?? 0];
    if (i < sorted.length && keys[sorted[i] ?? 0] === first) continue;
    if (i - from > 1)
      sorted.subarray(from, i).sort((a, b) => compareText(textAt(order, a), textAt(order, b)));
    from = i;
  }
  return sorted;
}

/** The index, among `indices`, whose id has a rank (from 0) in the order of the texts. Ids are all different. */
export function indexAtRank(order: IdOrder, indices: Int32Array, rank: number): number {
  const keys = scratchFloats(indices.length);
  for (let i = 0; i < keys.length; i += 1) keys[i] = order.keys[indices[i] ?? 0] ?? 0;
  const [found] = selectRanks(keys, [rank]);
  if (found === undefined) return -1;
  const tied = scratchInts(found.equal);
  let next = 0;
  for (let i = 0; next < tied.length; i += 1) {
    if (keys[i] !== found.value) continue;
    tied[next] = indices[i] ?? 0;
    next += 1;
  }
  return textAtRank(order, tied, rank - found.below);
}

/** Three code units at a time are made a number, and only texts that share those of the rank looked at again. */
function textAtRank(order: IdOrder, indices: Int32Array, rank: number): number {
  let among = indices;
  let left = rank;
  for (let from = 0; among.length > 1; from += 3) {
    const form: PrefixForm = { start: '', from, latin: false };
    const keys = new Float64Array(among.length);
    for (let i = 0; i < among.length; i += 1) keys[i] = prefixKey(textAt(order, among[i] ?? 0), form);
    const [{ value, below } = { value: 0, below: 0 }] = selectRanks(keys, [left]);
    among = among.filter((_, i) => keys[i] === value);
    left -= below;
  }
  return among[0] ?? -1;
}
