/** What the page and its worker say to each other. */
import type { FittedRfm, HeatMapCell, OrderMapping, RowCounts, SegmentRow } from 'clientele/rfm';
import type { Reason } from '../score-orders/rejects.js';

export type Ask =
  /** What are the file's columns? Without a delimiter, it is looked for in the first line. */
  | { readonly kind: 'peek'; readonly file: File; readonly delimiter?: string }
  | ({ readonly kind: 'score' } & ScoringTask);

export interface ScoringTask {
  readonly file: File;
  readonly delimiter: string;
  readonly mapping: OrderMapping;
  /** A day; absent: the day of the last order. */
  readonly asOf?: string;
}

export type Answer =
  | ({ readonly kind: 'peeked' } & Peek)
  | ({ readonly kind: 'progress' } & Progress)
  | ({ readonly kind: 'scored' } & Outcome)
  /** One sentence for the person. */
  | { readonly kind: 'failed'; readonly message: string };

/** The beginning of a file. */
export interface Peek {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Progress {
  readonly bytes: number;
  readonly of: number;
  readonly rows: number;
  /** Some rows can only be refused when all are known; their cells are then read again. */
  readonly step: 'reading' | 'readingAgain' | 'scoring';
}

export interface Outcome {
  readonly counts: RowCounts;
  readonly reasons: readonly Reason[];
  readonly ignoredBy: Readonly<Record<string, number>>;
  /** The first refused rows: row, line, column, code, reason and cells. */
  readonly refused: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly rejectedCsv: Blob;
  /** Absent where nobody could be scored. */
  readonly scored?: Scored;
}

export interface Scored {
  readonly asOf: { readonly day: string; readonly asked: boolean };
  readonly customers: number;
  readonly scored: number;
  readonly segments: readonly SegmentRow[];
  readonly heatMap: readonly HeatMapCell[];
  readonly fitted: FittedRfm;
  readonly customersCsv: Blob;
}
