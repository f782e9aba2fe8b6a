/** What the arbitraries of this room are put together from. */
import fc from 'fast-check';

/** Two times of three. */
export function sometimes<A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 3 });
}

/** Once in four times, for what decides too much to be everywhere. */
export function seldom<A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

/** Leaves out what is `undefined`: models hold nothing that JSON would lose. */
export function without<A extends object>(value: A): { [K in keyof A]: Exclude<A[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}
