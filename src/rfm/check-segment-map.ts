/** Proves what a segment map does with every combination of scores: gaps, overlaps, and rules that never win. */
import { triplesOf } from './check-segment-rules.js';
import { codeOf } from './code.js';
import type { SegmentMap } from './model.js';
import { holds } from './segment.js';

/** A combination that several rules name; the first of them wins. */
export interface SegmentOverlap {
  readonly code: string;
  /** Indices into `map.rules`, ascending. */
  readonly rules: readonly number[];
  readonly segments: readonly string[];
}

/** A rule that never wins, because earlier rules take every combination it names. */
export interface ShadowedRule {
  readonly rule: number;
  readonly segment: string;
  /** One combination the rule names and the earlier rule that takes it; absent where it names none at all. */
  readonly example?: { readonly code: string; readonly takenBy: string };
}

/** What a segment map does, over all combinations of scores. */
export interface SegmentMapReport {
  /** Number of combinations. */
  readonly combinations: number;
  /** Every combination is named by exactly one rule. */
  readonly partition: boolean;
  /** Combinations per segment, in the order of the rules; the first rule wins. */
  readonly sizes: readonly { readonly segment: string; readonly combinations: number }[];
  /** Codes that no rule names; they fall to `otherwise`. */
  readonly gaps: readonly string[];
  readonly overlaps: readonly SegmentOverlap[];
  readonly shadowed: readonly ShadowedRule[];
}

/**
 * Runs a map over every combination of its scores.
 *
 * @example
 * ```ts
 * import { checkSegmentMap, elevenSegments, rfm030ExampleSegments } from 'clientele/rfm';
 *
 * checkSegmentMap(elevenSegments).partition; // => true
 * checkSegmentMap(rfm030ExampleSegments).gaps; // => ['215', '241', '251', '252', '341', '351', '441', '451', '541', '551']
 * ```
 */
export function checkSegmentMap(map: SegmentMap): SegmentMapReport {
  const named = triplesOf(map.bins).map((triple) => ({
    code: codeOf(map.bins, triple),
    rules: map.rules.flatMap((rule, i) => (holds(map, rule.when, triple) ? [i] : [])),
  }));
  const gaps = named.filter(({ rules }) => rules.length === 0).map(({ code }) => code);
  const overlaps = named
    .filter(({ rules }) => rules.length > 1)
    .map(({ code, rules }) => ({ code, rules, segments: rules.map((rule) => segmentAt(map, rule)) }));

  return {
    combinations: named.length,
    partition: gaps.length === 0 && overlaps.length === 0,
    sizes: sizesOf(map, named),
    gaps,
    overlaps,
    shadowed: map.rules.flatMap((rule, i): readonly ShadowedRule[] => {
      if (named.some(({ rules }) => rules[0] === i)) return [];
      const example = named.find(({ rules }) => rules.includes(i));
      if (example === undefined) return [{ rule: i, segment: rule.segment }];
      const takenBy = segmentAt(map, example.rules[0] ?? i);
      return [{ rule: i, segment: rule.segment, example: { code: example.code, takenBy } }];
    }),
  };
}

function segmentAt(map: SegmentMap, rule: number): string {
  return map.rules[rule]?.segment ?? map.otherwise.segment;
}

function sizesOf(
  map: SegmentMap,
  named: readonly { readonly rules: readonly number[] }[],
): SegmentMapReport['sizes'] {
  const segments = [...new Set([...map.rules.map(({ segment }) => segment), map.otherwise.segment])];
  const winners = named.map(({ rules }) => segmentAt(map, rules[0] ?? -1));
  return segments.map((segment) => ({
    segment,
    combinations: winners.filter((winner) => winner === segment).length,
  }));
}
