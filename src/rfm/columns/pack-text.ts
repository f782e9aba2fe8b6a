/** Texts as words: up to eight Latin-1 characters as two, a UUID as four. Words are compared faster than texts. */

/** Longest text that fits two words. */
export const SHORT = 8;

/**
 * Writes a text of at most eight Latin-1 characters, none of them NUL, to `words[at]` and `words[at + 1]`; says
 * whether it could. Different texts give different words, and words as unsigned numbers are ordered like the texts.
 */
export function packShort(text: string, words: Int32Array, at: number): boolean {
  const { length } = text;
  if (length > SHORT) return false;
  let high = 0;
  let low = 0;
  let wide = 0;
  const first = Math.min(length, 4);
  for (let i = 0; i < first; i += 1) {
    const unit = text.charCodeAt(i);
    wide |= unit | (unit - 1);
    high |= unit << (24 - 8 * i);
  }
  for (let i = 4; i < length; i += 1) {
    const unit = text.charCodeAt(i);
    wide |= unit | (unit - 1);
    low |= unit << (56 - 8 * i);
  }
  words[at] = high;
  words[at + 1] = low;
  // NUL is −1 here, and anything but Latin-1 at least 256.
  return wide >>> 8 === 0;
}

/** Length of a UUID as RFC 9562 writes it. */
export const UUID = 36;

/** Values of the characters 0–9 and a–f; −1 for all others, capitals too, since they make another text. */
export const DIGITS: Int8Array = Int8Array.from({ length: 256 }, (_, unit) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(unit)),
);
export const HYPHEN = 45;

/** Writes a UUID in lower case to four words from `words[at]` on; says whether the text is one. */
export function packUuid(text: string, words: Int32Array, at: number): boolean {
  if (text.length !== UUID || text.charCodeAt(8) !== HYPHEN || text.charCodeAt(13) !== HYPHEN) return false;
  if (text.charCodeAt(18) !== HYPHEN || text.charCodeAt(23) !== HYPHEN) return false;
  let all = 0;
  for (let word = 0; word < 4; word += 1) {
    let value = 0;
    for (let i = 8 * word; i < 8 * word + 8; i += 1) {
      const digit = DIGITS[text.charCodeAt(PLACES[i] ?? 0)] ?? -1;
      all |= digit;
      value = (value << 4) | digit;
    }
    words[at + word] = value;
  }
  return all >= 0;
}

/** Where the 32 digits stand. */
const PLACES = Uint8Array.from(
  { length: 32 },
  (_, i) => i + (i < 8 ? 0 : i < 12 ? 1 : i < 16 ? 2 : i < 20 ? 3 : 4),
);
