/** Whether two values are the same as JSON: keys in any order, a key that is undefined is not there. */

export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  }
  const [one, other] = [filled(a), filled(b)];
  return (
    one.size === other.size &&
    [...one].every(([key, value]) => other.has(key) && sameJson(value, other.get(key)))
  );
}

function filled(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, one]) => one !== undefined));
}
