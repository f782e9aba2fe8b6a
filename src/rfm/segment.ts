/** Which segment a combination of scores belongs to, and by which rule. */

import type { Bilingual } from '../foundation/statement.js';
import { codeOf } from './code.js';
import type { ScoreRange, SegmentCondition, SegmentMap } from './model.js';
import type { RfmTriple } from './weighted.js';

/** A segment and the rule that gave it: its index in `map.rules`, or `null` for `map.otherwise`. */
export interface SegmentMatch {
  readonly segment: string;
  readonly name: Bilingual;
  readonly rule: number | null;
}

/**
 * The segment of three scores: that of the first rule that holds.
 *
 * @example
 * ```ts
 * import { elevenSegments, segmentOf } from 'clientele/rfm';
 *
 * segmentOf(elevenSegments, { r: 5, f: 5, m: 4 }).segment; // => 'champions'
 * segmentOf(elevenSegments, { r: 1, f: 5, m: 5 }).name.zh; // => '不可流失客户'
 * ```
 */
export function segmentOf(map: SegmentMap, scores: RfmTriple): SegmentMatch {
  const rule = map.rules.findIndex((one) => holds(map, one.when, scores));
  const { segment, name } = map.rules[rule] ?? map.otherwise;
  return { segment, name, rule: rule < 0 ? null : rule };
}

/** Whether a condition holds for three scores. */
export function holds(map: SegmentMap, when: SegmentCondition, scores: RfmTriple): boolean {
  return (
    within(when.r, scores.r) &&
    within(when.f, scores.f) &&
    within(when.m, scores.m) &&
    (when.fm === undefined || within(when.fm, meanFm(map, scores))) &&
    (when.codes === undefined || when.codes.includes(codeOf(map.bins, scores)))
  );
}

function within(range: ScoreRange | undefined, score: number): boolean {
  return range === undefined || (score >= range[0] && score <= range[1]);
}

function meanFm(map: SegmentMap, { f, m }: RfmTriple): number {
  const mean = (f + m) / 2;
  return map.fmRounding === 'up' ? Math.ceil(mean) : Math.floor(mean);
}

/** {@link segmentOf} for every combination of scores at once: what is looked up per customer is one array element. */
export function segmentLookup(map: SegmentMap): (scores: RfmTriple) => string {
  const { r: rs, f: fs, m: ms } = map.bins;
  const segments: string[] = [];
  for (let r = 1; r <= rs; r += 1) {
    for (let f = 1; f <= fs; f += 1) {
      for (let m = 1; m <= ms; m += 1) segments.push(segmentOf(map, { r, f, m }).segment);
    }
  }
  return ({ r, f, m }) => segments[((r - 1) * fs + (f - 1)) * ms + (m - 1)] ?? map.otherwise.segment;
}
