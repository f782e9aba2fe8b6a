/** Many UUIDs as words: their texts joined to one, and its bytes read, which costs a fifth of reading each text's characters. */
import { DIGITS, HYPHEN, packUuid, UUID } from './pack-text.js';

/** Texts joined at a time. */
const FEW = 512;
/** Fewer than this are not worth it. */
const LEAST = 16;

/** What is needed of the encoder that browsers and servers have. */
interface Encoder {
  encodeInto(text: string, bytes: Uint8Array): { readonly written: number };
}

const host = globalThis as { readonly TextEncoder?: new () => Encoder };

/** Writes the words of `texts[from]` and on to `words`, four each; says whether all of them are UUIDs in lower case. */
export function packUuids(texts: readonly string[], from: number, until: number, words: Int32Array): boolean {
  const encoder = until - from < LEAST || host.TextEncoder === undefined ? undefined : new host.TextEncoder();
  if (encoder === undefined) {
    for (let i = from; i < until; i += 1) if (!packUuid(texts[i] ?? '', words, 4 * (i - from))) return false;
    return true;
  }
  const bytes = new Uint8Array(UUID * FEW);
  for (let next = from; next < until; next += FEW) {
    const few = texts.slice(next, Math.min(until, next + FEW));
    if (!areLong(few)) return false;
    const { written } = encoder.encodeInto(few.join(''), bytes);
    // A character of several bytes leaves less room for the rest.
    if (written !== UUID * few.length || !packBytes(bytes, few.length, words, 4 * (next - from)))
      return false;
  }
  return true;
}

/** Whether all have a UUID's length. A text that was put together of others becomes one by having a character read, and joins faster. */
function areLong(texts: readonly string[]): boolean {
  let other = 0;
  let units = 0;
  for (let i = 0; i < texts.length; i += 1) {
    const text = texts[i] ?? '';
    other |= text.length ^ UUID;
    units |= text.charCodeAt(0);
  }
  return other === 0 && units > 0;
}

function packBytes(bytes: Uint8Array, texts: number, words: Int32Array, first: number): boolean {
  let all = 0;
  let other = 0;
  for (let i = 0, at = 0, to = first; i < texts; i += 1, at += UUID, to += 4) {
    const a = fourDigits(bytes, at);
    const b = fourDigits(bytes, at + 4);
    const c = fourDigits(bytes, at + 9);
    const d = fourDigits(bytes, at + 14);
    const e = fourDigits(bytes, at + 19);
    const f = fourDigits(bytes, at + 24);
    const g = fourDigits(bytes, at + 28);
    const h = fourDigits(bytes, at + 32);
    words[to] = (a << 16) | b;
    words[to + 1] = (c << 16) | d;
    words[to + 2] = (e << 16) | f;
    words[to + 3] = (g << 16) | h;
    all |= a | b | c | d | e | f | g | h;
    other |=
      ((bytes[at + 8] ?? 0) ^ HYPHEN) |
      ((bytes[at + 13] ?? 0) ^ HYPHEN) |
      ((bytes[at + 18] ?? 0) ^ HYPHEN) |
      ((bytes[at + 23] ?? 0) ^ HYPHEN);
  }
  return all >= 0 && other === 0;
}

/** Negative where one is no digit. */
function fourDigits(bytes: Uint8Array, at: number): number {
  const a = DIGITS[bytes[at] ?? 0] ?? -1;
  const b = DIGITS[bytes[at + 1] ?? 0] ?? -1;
  const c = DIGITS[bytes[at + 2] ?? 0] ?? -1;
  const d = DIGITS[bytes[at + 3] ?? 0] ?? -1;
  return (a << 12) | (b << 8) | (c << 4) | d;
}
