/** Which way to add up rows: by the kind of their ids, and by how many there are. */
import { addInOrder, addInParts, MANY } from './add-up.js';
import type { ColumnRange } from './column-types.js';
import { internIntegers } from './intern-integers.js';
import { internTexts } from './intern-texts.js';
import { INTEGER_KEYS, keyingOf } from './keys.js';
import type { RowReader } from './rows.js';
import type { PurchaseState } from './state.js';
import type { Tally } from './tally.js';
import { textsAt } from './texts-at.js';

/** Adds up rows with integer ids; `undefined` where there are more customers than may be. */
export function addIntegers(
  reader: RowReader<Float64Array>,
  range: ColumnRange,
  tally: Tally,
  mostCustomers: number,
  seed: number,
): PurchaseState | undefined {
  const close = range.max - range.min < reader.rows;
  const firsts =
    close || reader.rows < MANY ? undefined : addInParts(reader, INTEGER_KEYS, tally, mostCustomers, seed);
  if (firsts === 'tooMany') return undefined;
  if (firsts !== undefined) {
    const ids = new Float64Array(firsts.rows.length);
    for (let i = 0; i < ids.length; i += 1) ids[i] = reader.idAt(firsts.rows[i] ?? 0) + 0;
    return tally.finish(ids);
  }
  const integers = internIntegers(range, reader.rows, seed);
  if (!addInOrder(reader, integers, tally, mostCustomers)) return undefined;
  const ids = integers.ids();
  const numbering = { interner: integers, prefix: ids.length, beyond: new Map<number, number>() };
  return tally.finish(ids, { index: { integers: numbering } });
}

/** Adds up rows with texts for ids; `undefined` where there are more customers than may be. */
export function addTexts(
  reader: RowReader<readonly string[]>,
  tally: Tally,
  mostCustomers: number,
  seed: number,
): PurchaseState | undefined {
  const keying = reader.rows < MANY ? undefined : keyingOf(reader.idAt(0));
  const firsts = keying && addInParts(reader, keying, tally, mostCustomers, seed);
  if (firsts === 'tooMany') return undefined;
  if (firsts !== undefined) {
    return tally.finish(textsAt(reader, firsts.rows), { textKeys: firsts.keys });
  }
  const texts = internTexts(seed);
  if (!addInOrder(reader, texts, tally, mostCustomers)) return undefined;
  const ids = texts.ids();
  const numbering = { interner: texts, prefix: ids.length, beyond: new Map<number, number>() };
  return tally.finish(ids, { index: { texts: numbering } });
}
