/** The code of three scores, e.g. `543`. */
import type { RfmTriple } from './weighted.js';

/** `RFM` as digits; where a scale has a score of 10, joined by hyphens (`10-3-7`), so that codes stay unambiguous. */
export function codeOf(bins: RfmTriple, { r, f, m }: RfmTriple): string {
  const digits = bins.r < 10 && bins.f < 10 && bins.m < 10;
  return digits ? `${r}${f}${m}` : `${r}-${f}-${m}`;
}
