/** What is worked out when it is first asked for. */

/** The value of a function, which is called no more than once. */
export function once<A>(value: () => A): () => A {
  let known: { readonly value: A } | undefined;
  return () => {
    known ??= { value: value() };
    return known.value;
  };
}
