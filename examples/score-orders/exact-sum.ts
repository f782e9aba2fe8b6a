/** Sums that stay exact. */

/** A sum of safe integers that may itself be none. */
export function exactSum(): { readonly add: (term: number) => void; readonly value: () => bigint } {
  let whole = 0n;
  let safe = 0;
  return {
    add(term) {
      const next = safe + term;
      if (Number.isSafeInteger(next)) {
        safe = next;
        return;
      }
      whole += BigInt(safe);
      safe = term;
    },
    value: () => whole + BigInt(safe),
  };
}
