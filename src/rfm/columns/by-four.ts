/** Limits taken four at a time, so that one pass over a column serves four. */

/** Items four at a time; the last ones may be missing. */
export function byFour<A>(
  items: readonly A[],
): readonly (readonly [A | undefined, A | undefined, A | undefined, A | undefined])[] {
  return Array.from({ length: Math.ceil(items.length / 4) }, (_, i) => [
    items[4 * i],
    items[4 * i + 1],
    items[4 * i + 2],
    items[4 * i + 3],
  ]);
}
