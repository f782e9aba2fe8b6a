/** Customer ids as they are kept. */

/** Ids by place: integers where all are, else texts. */
export type Ids = Float64Array | readonly string[];
