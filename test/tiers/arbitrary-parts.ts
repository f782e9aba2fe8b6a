/** What the arbitraries of this room are put together from. */
import fc from 'fast-check';

/** Now and then. */
export function sometimes<A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 3 });
}

/** Leaves out what is `undefined`: models hold nothing that JSON would lose. */
export function without<A extends object>(value: A): { [K in keyof A]: Exclude<A[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}
