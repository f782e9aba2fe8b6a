/** A sentence-to-be: templates in each language with the figures that go into them, as data. */

/** The languages `describe` speaks. */
export type Language = 'en' | 'zh';

/** A short text in every language of the library. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** A text that is the same in every language (a column name, a pattern), or one for each. */
export type Words = string | Bilingual;

/** A figure or a word in a {@link Statement}; how it is written depends on the language. */
export type StatementValue =
  | string
  | number
  /** A text that differs by language. */
  | Bilingual
  /** A number written with at most so many decimals instead of two. */
  | { readonly number: number; readonly decimals: number }
  /** An amount: `minor` in units of 10^-`minorUnit` of the currency; `decimals` of a minor unit are written. */
  | {
      readonly minor: number;
      readonly minorUnit: number;
      readonly currency: string;
      readonly decimals?: number;
    };

/**
 * A reason as data: one template per language, with `{name}` where a value goes. Self-contained, so a
 * stored explanation can still be read after the library that made it has changed its wording.
 */
export interface Statement extends Bilingual {
  readonly values: Readonly<Record<string, StatementValue>>;
}
