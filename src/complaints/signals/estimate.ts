/** How much dissatisfaction is behind the complaints that were made. */
import { problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result, unless } from '../../foundation/result.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { unknownKeys } from '../../foundation/unknown-keys.js';
import { notBelowZero, tooMany } from './check-figures.js';

/** What is known and what is assumed. The figures are from folklore and old studies: name your own where you have them. */
export interface HiddenDissatisfactionInput {
  /** Complaints that were made. */
  readonly complaints: number;
  /** Share of the dissatisfied who complain, above 0 and at most 1. Default 0.05: 95 percent do not (CMP-08). */
  readonly complaintRate?: number;
  /** How many others each teller tells. Default 10 (CMP-08). */
  readonly toldPerTeller?: number;
  /** Who tells: the silent ones (default, as the material reads), or everybody who is dissatisfied (AMB-27). */
  readonly tellers?: 'silent' | 'dissatisfied';
  /** How many each of those told tells again. Default 0. */
  readonly retoldPerHearer?: number;
}

/** An estimate; fractions are left for the host to round. */
export interface HiddenDissatisfaction {
  readonly complaints: number;
  readonly dissatisfied: number;
  readonly silent: number;
  /** People who hear of it from a teller. */
  readonly told: number;
  /** People who hear of it from one of those. */
  readonly retold: number;
  /** The assumptions, as used. */
  readonly assumed: Required<Omit<HiddenDissatisfactionInput, 'complaints'>>;
  readonly statements: readonly Statement[];
}

/**
 * The dissatisfaction behind a number of complaints: dissatisfied = complaints ÷ complaint rate, silent = the others,
 * told = tellers × told each. With the material's figures (CMP-08) 5 complaints stand for 100 dissatisfied customers, 95 of
 * them silent, and 950 people told. The TARP studies have 1 in 27 complain; pass `complaintRate: 1 / 27`.
 *
 * Problems: a number of complaints or of people told that is negative or none, a rate outside 0 to 1 or of 0, figures whose
 * estimate is beyond any number, a figure by a name that is none of these.
 *
 * @example
 * ```ts
 * import { estimateHiddenDissatisfaction, orThrow } from 'clientele/complaints';
 *
 * const { dissatisfied, silent, told } = orThrow(estimateHiddenDissatisfaction({ complaints: 5 }));
 *
 * [dissatisfied, silent, told]; // => [100, 95, 950]
 * estimateHiddenDissatisfaction({ complaints: 5, complaintRate: 0 })._tag; // => 'Left'
 * ```
 */
export function estimateHiddenDissatisfaction(
  input: HiddenDissatisfactionInput,
): Result<HiddenDissatisfaction> {
  if (!isRecord(input)) return left(wrong('wrongType', ['input'], FIGURES, input));
  const { complaints } = input;
  const assumed = {
    complaintRate: input.complaintRate ?? 0.05,
    toldPerTeller: input.toldPerTeller ?? 10,
    tellers: input.tellers ?? 'silent',
    retoldPerHearer: input.retoldPerHearer ?? 0,
  };
  const { complaintRate, toldPerTeller, tellers, retoldPerHearer } = assumed;
  const problems = [
    ...unknownKeys(input, ['complaints', ...Object.keys(assumed)]),
    ...notBelowZero(complaints, ['complaints']),
    ...rateProblems(complaintRate),
    ...notBelowZero(toldPerTeller, ['toldPerTeller']),
    ...notBelowZero(retoldPerHearer, ['retoldPerHearer']),
    ...(tellers === 'silent' || tellers === 'dissatisfied'
      ? []
      : [problem('wrongKind', ['tellers'], { kind: 'oneOf', values: ['silent', 'dissatisfied'] }, tellers)]),
  ];
  const dissatisfied = complaints / complaintRate;
  const silent = dissatisfied - complaints;
  const told = (tellers === 'silent' ? silent : dissatisfied) * toldPerTeller;
  const retold = told * retoldPerHearer;
  const answer = { complaints, dissatisfied, silent, told, retold, assumed };
  const beyond =
    problems.length > 0
      ? []
      : [...tooMany(dissatisfied, 'dissatisfied'), ...tooMany(told, 'told'), ...tooMany(retold, 'retold')];
  return unless([...problems, ...beyond], () => ({ ...answer, statements: [words(answer)] }));
}

const FIGURES: Bilingual = { en: 'object with figures', zh: '含各项数值的对象' };

/** A share of letters that were answered, from 0 to 1. */
export interface ResponseRate {
  readonly sent: number;
  readonly answered: number;
  /** Left out where nothing was sent. */
  readonly rate?: number;
}

/**
 * The share of letters that were answered. Peter Glen wrote 7,000 complaints and had one reply, a form letter (CMP-13).
 *
 * Problems: counts that are no whole numbers, more answers than letters.
 *
 * @example
 * ```ts
 * import { orThrow, responseRate } from 'clientele/complaints';
 *
 * orThrow(responseRate({ sent: 7000, answered: 1 })).rate?.toFixed(6); // => '0.000143'
 * ```
 */
export function responseRate({ sent, answered }: Omit<ResponseRate, 'rate'>): Result<ResponseRate> {
  const whole = (value: number, key: string, max?: number): readonly Problem[] =>
    Number.isSafeInteger(value) && value >= 0 && value <= (max ?? Number.MAX_SAFE_INTEGER)
      ? []
      : [
          problem(
            'outOfRange',
            [key],
            { kind: 'range', min: 0, ...(max === undefined ? {} : { max }) },
            value,
          ),
        ];
  const problems = [...whole(sent, 'sent'), ...whole(answered, 'answered', sent)];
  return unless(problems, () => ({ sent, answered, ...(sent === 0 ? {} : { rate: answered / sent }) }));
}

function rateProblems(rate: number): readonly Problem[] {
  if (Number.isFinite(rate) && rate > 0 && rate <= 1) return [];
  const type = { en: 'share above 0 and at most 1', zh: '大于 0 且不超过 1 的比例' };
  return [problem('outOfRange', ['complaintRate'], { kind: 'type', type }, rate)];
}

function words({
  complaints,
  dissatisfied,
  silent,
  told,
}: Omit<HiddenDissatisfaction, 'statements'>): Statement {
  return {
    en: '{complaints} complaints stand for {dissatisfied} dissatisfied customers, {silent} of them silent, and {told} people told.',
    zh: '{complaints} 件投诉意味着 {dissatisfied} 位不满的客户，其中 {silent} 位沉默，并有 {told} 人听说此事。',
    values: { complaints, dissatisfied, silent, told },
  };
}
