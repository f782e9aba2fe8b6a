/** How a case counts in a regulator's return: upheld or rejected, and what was paid. */
import type { Result } from '../../foundation/result.js';
import { right } from '../../foundation/result.js';
import type { Statement } from '../../foundation/statement.js';
import { remediesIn, textIn } from '../log/read-data.js';
import type { CaseEvent } from '../workflow/case.js';
import { redressLedger } from './ledger.js';

/** How a case counts, and why. */
export interface OutcomeClass {
  /** `undetermined`: nothing was concluded and nothing given. */
  readonly verdict: 'upheld' | 'rejected' | 'undetermined';
  readonly because:
    | 'upheld'
    | 'partlyUpheld'
    | 'redressWithoutDecision'
    | 'rejected'
    | 'rejectedWithGoodwill'
    | 'nothing';
  /** By currency, in minor units: everything paid, with distress, goodwill, interest and waived excess. */
  readonly redressPaid: Readonly<Record<string, number>>;
  readonly statements: readonly Statement[];
}

/**
 * Classifies the outcome of a case for reporting, by the rule of the FCA's complaints return (DISP 1.10.2R and its
 * notes): partly upheld counts as upheld, and so does redress or goodwill that was given without a decision on the merits; a
 * complaint that was rejected stays rejected where something is given as goodwill. Redress paid includes amounts for
 * distress and inconvenience, goodwill, interest and a waived excess.
 *
 * The last conclusion of the log counts. A problem: an amount that is none (see {@link redressLedger}).
 *
 * @example
 * ```ts
 * import { classifyOutcome, orThrow } from 'clientele/complaints';
 *
 * orThrow(classifyOutcome([])).verdict; // => 'undetermined'
 * ```
 */
export function classifyOutcome(log: readonly CaseEvent[]): Result<OutcomeClass> {
  const ledger = redressLedger([log]);
  if (ledger._tag === 'Left') return ledger;
  const { entries, totals } = ledger.right;
  const given = entries.some(({ accepted }) => accepted !== undefined) || offeredAtAll(log);
  const because = reasonOf(concluded(log), given);
  const redressPaid = Object.fromEntries(
    Object.entries(totals).flatMap(([currency, { paid }]) => (paid > 0 ? [[currency, paid]] : [])),
  );
  return right({ verdict: VERDICT[because], because, redressPaid, statements: [WORDS[because]] });
}

function concluded(log: readonly CaseEvent[]): string | undefined {
  const last = log.findLast(({ type }) => type === 'CONCLUDE');
  return last && textIn(last.data, 'upheld');
}

/** Something was put into a decision that was sent. */
function offeredAtAll(log: readonly CaseEvent[]): boolean {
  const sent = log.findLastIndex(({ type }) => type === 'SEND_DECISION');
  const proposal = log.slice(0, Math.max(sent, 0)).findLast(({ type }) => type === 'PROPOSE');
  return proposal !== undefined && remediesIn(proposal.data, 'remedies').length > 0;
}

function reasonOf(upheld: string | undefined, given: boolean): OutcomeClass['because'] {
  if (upheld === 'yes') return 'upheld';
  if (upheld === 'partly') return 'partlyUpheld';
  if (upheld === 'no') return given ? 'rejectedWithGoodwill' : 'rejected';
  return given ? 'redressWithoutDecision' : 'nothing';
}

const VERDICT: Readonly<Record<OutcomeClass['because'], OutcomeClass['verdict']>> = {
  upheld: 'upheld',
  partlyUpheld: 'upheld',
  redressWithoutDecision: 'upheld',
  rejected: 'rejected',
  rejectedWithGoodwill: 'rejected',
  nothing: 'undetermined',
};

const WORDS: Readonly<Record<OutcomeClass['because'], Statement>> = {
  upheld: { en: 'The complaint was upheld.', zh: '投诉成立。', values: {} },
  partlyUpheld: {
    en: 'Partly upheld, which counts as upheld.',
    zh: '部分成立，按成立统计。',
    values: {},
  },
  redressWithoutDecision: {
    en: 'Redress was offered without a decision on the merits, which counts as upheld.',
    zh: '未就是非作出结论而给予补偿，按成立统计。',
    values: {},
  },
  rejected: { en: 'The complaint was rejected.', zh: '投诉不成立。', values: {} },
  rejectedWithGoodwill: {
    en: 'Rejected; what is given as goodwill does not change that.',
    zh: '投诉不成立；善意补偿不改变此结论。',
    values: {},
  },
  nothing: { en: 'Nothing was concluded and nothing offered.', zh: '尚无结论，也未提出补救。', values: {} },
};
