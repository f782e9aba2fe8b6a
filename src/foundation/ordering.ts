/** One order of texts everywhere: by UTF-16 code units, so that no locale can change an answer. */

/** Negative, zero or positive, as `Array.prototype.sort` wants it. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
