/** Working memory that is thrown away after a pass. */

/**
 * Memory for a pass, zeroed. On a shared buffer where the host has them: Node counts ordinary buffers against the
 * garbage collector, which next to millions of live objects answers a large one with a full collection.
 */
export function scratch(bytes: number): ArrayBufferLike {
  const large = bytes >= LARGE && typeof SharedArrayBuffer === 'function';
  return large ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

/** Less than this is not worth a mapping of its own. */
const LARGE = 2 ** 18;

/** Doubles on {@link scratch} memory, all 0. */
export function scratchFloats(length: number): Float64Array {
  return new Float64Array(scratch(length * 8));
}

/** 32-bit integers on {@link scratch} memory, all 0. */
export function scratchInts(length: number): Int32Array {
  return new Int32Array(scratch(length * 4));
}
