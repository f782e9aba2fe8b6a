/** Numbers that are ordered as texts are. */

/** Keys of integers, and of any further integer among them. */
export interface IntegerKeys {
  readonly keys: Float64Array;
  keyOf(id: number): number | undefined;
}

/** Integers of more digits than this have no key. */
const DIGITS = 10;
const BEYOND = 10 ** DIGITS;

/** Exact keys for integers of up to ten digits; `undefined` where one has more. */
export function integerKeys(ids: Float64Array): IntegerKeys | undefined {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] ?? 0;
    if (id < min) min = id;
    if (id > max) max = id;
  }
  if (min <= -BEYOND || max >= BEYOND) return undefined;
  // Positive integers of the same number of digits are ordered like their texts.
  const [from, until] = [10 ** (String(max).length - 1), 10 ** String(max).length];
  if (min > 0 && min >= from)
    return { keys: ids, keyOf: (id) => (id >= from && id < until ? id : undefined) };
  const keys = new Float64Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) keys[i] = integerKey(ids[i] ?? 0);
  return {
    keys,
    keyOf: (id) => (Number.isInteger(id) && Math.abs(id) < BEYOND ? integerKey(id) : undefined),
  };
}

/**
 * A number that orders integers of up to ten digits as their texts are ordered ("10" before "9", "-" first): the
 * digits filled up with zeros to the right, then their number.
 */
export function integerKey(id: number): number {
  if (id < 0) return integerKey(-id) - 16 * BEYOND - 16;
  if (id === 0) return 1;
  let filled = id;
  let digits = DIGITS;
  while (filled < BEYOND / 10) {
    filled *= 10;
    digits -= 1;
  }
  return filled * 16 + digits;
}

/** Which code units of texts make their keys. */
export interface PrefixForm {
  /** What all texts start with. */
  readonly start: string;
  /** Index of the first unit in the key. */
  readonly from: number;
  /** Six units in the key, all Latin-1 in the texts it was found for; otherwise three of any kind. */
  readonly latin: boolean;
}

/** The longest start that all texts share, and whether the six units after it are Latin-1 in all of them. */
export function commonStart(texts: readonly string[]): PrefixForm {
  const start = sharedStart(texts);
  const from = start.length;
  for (const text of texts) {
    for (let i = from; i < from + 6; i += 1)
      if (text.charCodeAt(i) > 255) return { start, from, latin: false };
  }
  return { start, from, latin: true };
}

function sharedStart(texts: readonly string[]): string {
  const first = texts[0] ?? '';
  let length = first.length;
  for (const text of texts) {
    let same = 0;
    while (same < length && text.charCodeAt(same) === first.charCodeAt(same)) same += 1;
    length = same;
  }
  return first.slice(0, length);
}

/** Units from an index on as one number, a missing one less than any. In Latin-1 keys a wider unit is more than any. */
export function prefixKey(text: string, { from, latin }: PrefixForm): number {
  let key = 0;
  if (latin) {
    for (let i = from; i < from + 6; i += 1) {
      const unit = i < text.length ? text.charCodeAt(i) + 1 : 0;
      key = key * 258 + (unit > 257 ? 257 : unit);
    }
    return key;
  }
  for (let i = from; i < from + 3; i += 1)
    key = key * 65_537 + (i < text.length ? text.charCodeAt(i) + 1 : 0);
  return key;
}
