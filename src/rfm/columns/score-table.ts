/** Code, weighted score, grade and segment of every combination of scores, worked out once and looked up per customer. */
import { codeOf } from '../code.js';
import type { FittedRfm } from '../fitted.js';
import { binsOf, type ScoredCustomer, scoresOfModel } from '../score.js';
import { segmentOf } from '../segment.js';
import { bandOf, weightedScore } from '../weighted.js';

/** What a combination of scores gives. */
export interface ScoreEntry {
  readonly row: Omit<ScoredCustomer, 'kind' | 'customerId'>;
  /** An index of the table's names; 0 where there is none. */
  readonly grade: number;
  readonly segment: number;
}

export interface ScoreTable {
  /** The entry of three scores. */
  at(r: number, f: number, m: number): ScoreEntry | undefined;
  /** Entries stand R by R, in them F by F: how far apart. */
  readonly strideR: number;
  readonly strideF: number;
  /** The segment index of each entry. */
  readonly segments: Uint16Array;
  readonly segmentNames: readonly (string | undefined)[];
  readonly gradeNames: readonly (string | undefined)[];
}

/** The table of a fitted model. */
export function scoreTable(fitted: FittedRfm): ScoreTable {
  const { model } = fitted;
  const map = model.segments;
  const bins = binsOf(fitted);
  const segmentNames =
    map === undefined ? [] : [...new Set([...map.rules, map.otherwise].map((rule) => rule.segment))];
  const gradeNames = model.grades?.bands.map((band) => band.grade) ?? [];
  const entries: ScoreEntry[] = [];
  for (let r = 1; r <= bins.r; r += 1) {
    for (let f = 1; f <= bins.f; f += 1) {
      for (let m = 1; m <= bins.m; m += 1) entries.push(entryOf({ r, f, m }));
    }
  }

  function entryOf(scores: { readonly r: number; readonly f: number; readonly m: number }): ScoreEntry {
    const weighted = weightedScore(model.weights, scores);
    const grade = model.grades && bandOf(model.grades, weighted)?.grade;
    const segment = map && segmentOf(map, scores).segment;
    return {
      row: {
        ...scores,
        code: codeOf(scoresOfModel(model), scores),
        weighted,
        ...(grade === undefined ? {} : { grade }),
        ...(segment === undefined ? {} : { segment }),
      },
      grade: grade === undefined ? 0 : gradeNames.indexOf(grade) + 1,
      segment: segment === undefined ? 0 : segmentNames.indexOf(segment) + 1,
    };
  }

  return {
    at: (r, f, m) => entries[((r - 1) * bins.f + (f - 1)) * bins.m + (m - 1)],
    strideR: bins.f * bins.m,
    strideF: bins.m,
    segments: Uint16Array.from(entries, ({ segment }) => segment),
    segmentNames: [undefined, ...segmentNames],
    gradeNames: [undefined, ...gradeNames],
  };
}
