/** What every contender must answer, and one number to compare it by. */
import { elevenSegments, segmentOf } from 'clientele/rfm';

/** The segments by name, as numbers. */
export const SEGMENTS: readonly string[] = [
  ...new Set([...elevenSegments.rules, elevenSegments.otherwise].map((rule) => rule.segment)),
];

/** The segment number of each combination of scores: that of R, F and M is at `25 R + 5 F + M − 31`. */
export const SEGMENT_OF: Uint8Array = Uint8Array.from({ length: 125 }, (_, i) => {
  const scores = { r: Math.floor(i / 25) + 1, f: (Math.floor(i / 5) % 5) + 1, m: (i % 5) + 1 };
  return SEGMENTS.indexOf(segmentOf(elevenSegments, scores).segment);
});

/** A sum over customers that changes with any score of any of them, and does not depend on their order. */
export interface Checksum {
  add(customer: number, r: number, f: number, m: number, segment: number): void;
  value(): string;
}

export function checksum(): Checksum {
  let sum = 0;
  let customers = 0;
  return {
    add(customer, r, f, m, segment) {
      let hash = Math.imul(
        customer ^ Math.imul(((r * 8 + f) * 8 + m) * 16 + segment, 0x9e3779b1),
        0x85ebca6b,
      );
      hash ^= hash >>> 15;
      sum = (sum + (Math.imul(hash, 0xc2b2ae35) >>> 0)) % 2 ** 40;
      customers += 1;
    },
    value: () => `${customers} customers, ${sum.toString(16)}`,
  };
}

/** The number of a customer from its id; of a UUID the number that its digits make, rounded alike for everybody. */
export function numberOf(id: string | number): number {
  if (typeof id === 'number') return id;
  return id.length < 36
    ? Number(id)
    : Number.parseInt(id.slice(0, 8), 16) ^ Number.parseInt(id.slice(-8), 16);
}
