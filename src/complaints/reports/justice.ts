/** Satisfaction after a complaint: the outcome, the process, the treatment, and all together. */
import type { Statement } from '../../foundation/statement.js';
import type { Justice } from '../presets/complaint-steps.js';
import type { CaseEvent } from '../workflow/case.js';
import { type CaseRate, rateOf } from './rate.js';
import { answerOf, JUSTICES } from './survey.js';

/** Scores from 1 to 5. */
export interface ScoreSummary {
  readonly n: number;
  readonly mean?: number;
  /** Sample standard deviation, divisor n − 1; from two answers on. */
  readonly sd?: number;
}

/** How one kind of justice goes with overall satisfaction. */
export interface JusticeRelation {
  readonly justice: Justice;
  readonly n: number;
  /** Pearson's r, −1 to 1; left out with fewer than three answers or where all gave the same score. */
  readonly r?: number;
}

/** What customers said. */
export interface JusticeSummary {
  readonly overall: ScoreSummary;
  readonly distributive: ScoreSummary;
  readonly procedural: ScoreSummary;
  readonly interactional: ScoreSummary;
  readonly relations: readonly JusticeRelation[];
  /** Who answered, of those who were asked; left out: cases that never came so far. */
  readonly response: CaseRate;
  readonly statements: readonly Statement[];
}

/**
 * Satisfaction with the handling of complaints by the three kinds of justice: distributive (the outcome), procedural (the
 * process, its speed, being heard), interactional (treatment, explanation, apology), and overall. Means of scores from 1
 * to 5, the last answer of each case; the correlation of each kind with the overall score; how many answered.
 *
 * Correlations among those who answered are no causes: a good outcome makes the process look better too, and those who
 * answer are not those who do not. In a meta-analysis of 60 studies the outcome went with satisfaction most, then the
 * treatment, then the process (Orsingher, Valentini and de Angelis, J. Acad. Mark. Sci. 38 (2010), doi
 * 10.1007/s11747-009-0155-z); that is no reason to expect it of these.
 *
 * @example
 * ```ts
 * import { describe, justiceSummary } from 'clientele/complaints';
 *
 * const summary = justiceSummary([]);
 *
 * summary.overall; // => { n: 0 }
 * describe(summary, 'en'); // => 'Nobody has answered.'
 * ```
 */
export function justiceSummary(logs: readonly (readonly CaseEvent[])[]): JusticeSummary {
  const answers = logs.flatMap((log) => answerOf(log) ?? []);
  const of = (field: Justice | 'overall'): readonly number[] => answers.map((one) => one[field]);
  const response = rateOf(logs, { notAsked: { en: 'not asked yet', zh: '尚未回访' } }, (log) => {
    if (answerOf(log) !== undefined) return true;
    return log.some(({ to }) => to === 'verifying') ? false : 'notAsked';
  });
  const overall = summaryOf(of('overall'));
  return {
    overall,
    distributive: summaryOf(of('distributive')),
    procedural: summaryOf(of('procedural')),
    interactional: summaryOf(of('interactional')),
    relations: JUSTICES.map((justice) => relationOf(justice, of(justice), of('overall'))),
    response,
    statements: wordsOf(overall, response),
  };
}

function meanOf(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Sum of products of the deviations from both means. */
function products(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return a.reduce((sum, one, i) => sum + (one - meanA) * ((b[i] ?? 0) - meanB), 0);
}

function summaryOf(scores: readonly number[]): ScoreSummary {
  const n = scores.length;
  if (n === 0) return { n };
  const mean = meanOf(scores);
  return n === 1 ? { n, mean } : { n, mean, sd: Math.sqrt(products(scores, scores) / (n - 1)) };
}

function relationOf(
  justice: Justice,
  scores: readonly number[],
  overall: readonly number[],
): JusticeRelation {
  const n = scores.length;
  const spread = Math.sqrt(products(scores, scores) * products(overall, overall));
  if (n < 3 || !(spread > 0)) return { justice, n };
  return { justice, n, r: Math.min(1, Math.max(-1, products(scores, overall) / spread)) };
}

function wordsOf({ n, mean }: ScoreSummary, { counted, of }: CaseRate): readonly Statement[] {
  if (mean === undefined) return [{ en: 'Nobody has answered.', zh: '尚无客户填写回访。', values: {} }];
  return [
    {
      en: 'Overall satisfaction is {mean} of 5 by {n} answers; {counted} of {of} who were asked answered.',
      zh: '总体满意度 {mean} 分（满分 5 分，{n} 份答复）；受访 {of} 人中 {counted} 人作答。',
      values: { mean, n, counted, of },
    },
    {
      en: 'How the scores go together says nothing about what caused what.',
      zh: '分数之间的相关并不说明因果。',
      values: {},
    },
  ];
}
