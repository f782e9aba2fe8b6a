/** A contact with a complainant held against the checklists. */
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import type { Statement } from '../../foundation/statement.js';
import {
  type ChecklistItem,
  type ContactDont,
  type ContactPrinciple,
  type ContactTechnique,
  contactTechniques,
  type MediaDont,
  mediaDonts,
  sevenPrinciples,
  tenDonts,
} from './checklists.js';

/** Something that was noticed in a contact, in the words of who noticed it. */
export interface Observation<Item extends string = string> {
  readonly item: Item;
  /** What was said or done; not blank. */
  readonly evidence: string;
}

/** A call, a talk or a letter, as somebody who listened noted it down. Left out: nothing was noticed. */
export interface ContactRecord {
  readonly id: string;
  readonly caseId?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly channel: string;
  readonly agent: string;
  /** Don'ts that were done, the media's among them. */
  readonly violated?: readonly Observation<ContactDont | MediaDont>[];
  readonly met?: readonly Observation<ContactPrinciple>[];
  readonly used?: readonly Observation<ContactTechnique>[];
}

/** An item that was found in a contact, with everything noted for it. */
export interface ReviewedItem<Item extends string = string> {
  readonly item: Item;
  readonly check: ChecklistItem;
  readonly evidence: readonly string[];
}

/** What a contact kept to and what not. */
export interface ContactReview {
  readonly contactId: string;
  /** In the order of the checklists. */
  readonly violations: readonly ReviewedItem<ContactDont | MediaDont>[];
  readonly met: readonly ReviewedItem<ContactPrinciple>[];
  /** Principles for which nothing was noted; that is no proof that they were not kept. */
  readonly notSeen: readonly ContactPrinciple[];
  readonly used: readonly ReviewedItem<ContactTechnique>[];
  readonly statements: readonly Statement[];
}

/**
 * Holds a contact against the ten don'ts, the media's don'ts, the seven principles and the techniques of restating: each
 * violation and each principle that was met, with the evidence noted for it. Problems: items that are in no checklist, and
 * observations without evidence, each with its path.
 *
 * @example
 * ```ts
 * import { describe, orThrow, reviewContact } from 'clientele/complaints';
 *
 * const review = orThrow(
 *   reviewContact({
 *     id: 'call 7',
 *     at: 0,
 *     channel: 'phone',
 *     agent: 'ann',
 *     violated: [{ item: 'jumpToConclusions', evidence: '"That cannot have been our boiler."' }],
 *     met: [{ item: 'findTheCause', evidence: 'asked the house technician' }],
 *   }),
 * );
 *
 * review.violations.map(({ item }) => item); // => ['jumpToConclusions']
 * describe(review, 'en').split('\n')[0]; // => 'A don’t: Jump to conclusions ("That cannot have been our boiler.").'
 * ```
 */
export function reviewContact(record: ContactRecord): Result<ContactReview> {
  const { violated = [], met = [], used = [] } = record;
  const problems = [
    ...observationProblems(violated, DONTS, 'violated'),
    ...observationProblems(met, sevenPrinciples, 'met'),
    ...observationProblems(used, contactTechniques, 'used'),
  ];
  return unless(problems, () => {
    const violations = reviewed(violated, DONTS);
    const principles = reviewed(met, sevenPrinciples);
    const seen = new Set<string>(met.map(({ item }) => item));
    return {
      contactId: record.id,
      violations,
      met: principles,
      notSeen: keysOf(sevenPrinciples).filter((principle) => !seen.has(principle)),
      used: reviewed(used, contactTechniques),
      statements: [
        ...violations.map((one) =>
          words('A don’t: {item} ({evidence}).', '违反：{item}（{evidence}）。', one),
        ),
        ...principles.map((one) => words('Kept: {item} ({evidence}).', '做到：{item}（{evidence}）。', one)),
      ],
    };
  });
}

const DONTS: Readonly<Record<ContactDont | MediaDont, ChecklistItem>> = { ...tenDonts, ...mediaDonts };

type List<Item extends string> = Readonly<Record<Item, ChecklistItem>>;

function keysOf<Item extends string>(list: List<Item>): readonly Item[] {
  return Object.keys(list).filter((key): key is Item => Object.hasOwn(list, key));
}

function observationProblems<Item extends string>(
  observed: readonly Observation<Item>[],
  list: List<Item>,
  key: string,
): readonly Problem[] {
  const values = keysOf(list);
  return observed.flatMap(({ item, evidence }, i) => {
    const path: Path = [key, i];
    const blank = typeof evidence !== 'string' || !/\S/.test(evidence);
    return [
      ...(values.includes(item)
        ? []
        : [problem('unknownItem', [...path, 'item'], { kind: 'oneOf', values }, item)]),
      ...(blank
        ? [wrong('blank', [...path, 'evidence'], { en: 'what was said or done', zh: '具体言行' }, evidence)]
        : []),
    ];
  });
}

function reviewed<Item extends string>(
  observed: readonly Observation<Item>[],
  list: List<Item>,
): readonly ReviewedItem<Item>[] {
  return keysOf(list).flatMap((item) => {
    const evidence = observed.filter((one) => one.item === item).map((one) => one.evidence);
    return evidence.length === 0 ? [] : [{ item, check: list[item], evidence }];
  });
}

function words(en: string, zh: string, { check, evidence }: ReviewedItem): Statement {
  return { en, zh, values: { item: check.name, evidence: evidence.join('; ') } };
}
