/** 64-bit integers read as doubles from their two words, without making a `bigint` of each. */

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Index, within the two words of an eight-byte value, of the word with the sign and the high bits. */
export const HIGH: 0 | 1 = LITTLE_ENDIAN ? 1 : 0;

/** The element at an index: exact within the safe integers, the nearest double beyond them. */
export function longOf(column: BigInt64Array): (index: number) => number {
  const words = new Int32Array(column.buffer, column.byteOffset, column.length * 2);
  return (index) => (words[2 * index + HIGH] ?? 0) * 2 ** 32 + ((words[2 * index + 1 - HIGH] ?? 0) >>> 0);
}
