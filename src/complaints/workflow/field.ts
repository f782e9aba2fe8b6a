/** The data that commands carry, as data: enough to check a command without a schema library. */
import type { Bilingual } from '../../foundation/statement.js';

interface Named {
  readonly name?: Bilingual;
}

/** One field of a command. Optional parts of an object are named in `optional`; unknown keys are refused, and `null` too. */
export type Field = Named &
  /** Text that is not blank, unless it may be. */
  (
    | { readonly kind: 'text'; readonly blank?: 'allowed' }
    | { readonly kind: 'boolean' }
    | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
    | { readonly kind: 'count'; readonly min?: number; readonly max?: number }
    /** An integer in minor units of a currency that another field names. */
    | { readonly kind: 'amount' }
    /** Epoch milliseconds; `notAfter: 'event'` for what tells of the past: it must not lie after the event's own `at`. */
    | { readonly kind: 'instant'; readonly notAfter?: 'event' }
    /** `yyyy-MM-dd`. */
    | { readonly kind: 'day' }
    | {
        readonly kind: 'oneOf';
        readonly values: readonly string[];
        /** What people call them; one without a name is shown as it is. */
        readonly valueNames?: Readonly<Record<string, Bilingual>>;
      }
    | {
        readonly kind: 'list';
        readonly of: Field;
        readonly atLeast?: number;
        /** A field of the items, which are objects: no two of them may have the same value there. */
        readonly uniqueBy?: string;
      }
    | {
        readonly kind: 'object';
        readonly fields: Readonly<Record<string, Field>>;
        readonly optional?: readonly string[];
      }
    /** Anything that JSON can hold. */
    | { readonly kind: 'json' }
  );
