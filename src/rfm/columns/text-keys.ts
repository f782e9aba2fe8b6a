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

/** Keys of texts: of the units after the longest start that all share, as far as it is found in few of them. */
export function textKeys(texts: readonly string[]): {
  readonly keys: Float64Array;
  readonly form: PrefixForm;
} {
  const keys = new Float64Array(texts.length);
  const step = Math.max(1, Math.floor(texts.length / 100));
  let start = texts[0] ?? '';
  for (let i = 0; i < texts.length; i += step) start = sharedStart(start, texts[i] ?? '');
  let form: PrefixForm = { start, from: start.length, latin: true };
  for (let i = 0; i < texts.length; i += 1) {
    const text = texts[i] ?? '';
    const wider = widened(form, text, texts);
    if (wider !== undefined) {
      // One that is different: all keys again, in a form that suits it.
      form = wider;
      i = -1;
      continue;
    }
    keys[i] = prefixKey(text, form);
  }
  return { keys, form };
}

/** The form that suits all texts, where a form turns out not to suit one; `undefined` where it suits it. */
function widened(
  { start, from, latin }: PrefixForm,
  text: string,
  texts: readonly string[],
): PrefixForm | undefined {
  if (!text.startsWith(start)) {
    const shared = texts.reduce(sharedStart, start);
    return { start: shared, from: shared.length, latin };
  }
  if (!latin) return undefined;
  for (let i = from; i < from + 6; i += 1) if (text.charCodeAt(i) > 255) return { start, from, latin: false };
  return undefined;
}

function sharedStart(one: string, other: string): string {
  let same = 0;
  while (same < one.length && one.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  return one.slice(0, same);
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
