/** Customer ids in the order of their texts, by code units; integers too, without making texts of them. */
import { compareText } from '../../foundation/ordering.js';
import { selectRanks } from './select.js';
import type { Ids } from './state.js';

/** Integers of more digits than this are compared as texts. */
const DIGITS = 10;
const BEYOND = 10 ** DIGITS;

/**
 * A number that orders integers of up to ten digits as their texts are ordered ("10" before "9", "-" first): the
 * digits filled up with zeros to the right, then their number.
 */
export function textKey(id: number): number {
  if (id < 0) return textKey(-id) - 16 * BEYOND - 16;
  if (id === 0) return 1;
  let filled = id;
  let digits = DIGITS;
  while (filled < BEYOND / 10) {
    filled *= 10;
    digits -= 1;
  }
  return filled * 16 + digits;
}

function fitsKey(id: number): boolean {
  return Number.isInteger(id) && id < BEYOND && id > -BEYOND;
}

/** The indices of ids in the order of their texts. */
export function sortIds(ids: Ids): Int32Array {
  const indices = Int32Array.from({ length: ids.length }, (_, i) => i);
  if (ids instanceof Float64Array && ids.every(fitsKey)) {
    const keys = ids.map(textKey);
    return indices.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  }
  const texts = ids instanceof Float64Array ? Array.from(ids, String) : ids;
  return indices.sort((a, b) => compareText(texts[a] ?? '', texts[b] ?? ''));
}

/** Whether the id at an index is the given text or comes after it. */
export function notBefore(ids: Ids, text: string): (index: number) => boolean {
  if (!(ids instanceof Float64Array)) return (index) => (ids[index] ?? '') >= text;
  const id = Number(text);
  if (String(id) !== text || !fitsKey(id)) return (index) => String(ids[index]) >= text;
  const key = textKey(id);
  return (index) => {
    const other = ids[index] ?? 0;
    return fitsKey(other) ? textKey(other) >= key : String(other) >= text;
  };
}

/** The index, among `indices`, whose id has a rank (from 0) in the order of the texts. Ids are all different. */
export function indexAtRank(ids: Ids, indices: Int32Array, rank: number): number {
  if (ids instanceof Float64Array) {
    const keys = new Float64Array(indices.length);
    let fits = true;
    for (let i = 0; i < indices.length; i += 1) {
      const id = ids[indices[i] ?? 0] ?? 0;
      fits &&= fitsKey(id);
      keys[i] = fits ? textKey(id) : 0;
    }
    if (fits) return indices[keys.indexOf(selectRanks(keys, [rank])[0]?.value ?? 0)] ?? -1;
  }
  return textAtRank(ids, indices, rank);
}

/** Three code units at a time are made a number, and only texts that share those of the rank looked at again. */
function textAtRank(ids: Ids, indices: Int32Array, rank: number): number {
  let among = indices;
  let left = rank;
  for (let from = 0; among.length > 1; from += 3) {
    const keys = new Float64Array(among.length);
    for (let i = 0; i < among.length; i += 1) keys[i] = unitsKey(String(ids[among[i] ?? 0]), from);
    const [{ value, below, equal } = { value: 0, below: 0, equal: 0 }] = selectRanks(keys, [left]);
    const rest = new Int32Array(equal);
    let next = 0;
    for (let i = 0; next < equal; i += 1) {
      if (keys[i] !== value) continue;
      rest[next] = among[i] ?? 0;
      next += 1;
    }
    among = rest;
    left -= below;
  }
  return among[0] ?? -1;
}

/** Three code units from an index on as one number, a missing one less than any. */
function unitsKey(text: string, from: number): number {
  let key = 0;
  for (let i = from; i < from + 3; i += 1)
    key = key * 65_537 + (i < text.length ? text.charCodeAt(i) + 1 : 0);
  return key;
}
