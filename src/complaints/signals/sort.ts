/** Complaints that were made, and dissatisfaction that was not voiced: only the first become cases. */
import { isInstant } from '../../foundation/instant.js';
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import type { Problem, Problems } from '../../foundation/problem.js';
import type { ComplaintCommand, ComplaintData } from '../presets/complaint-case.js';
import type { Actor } from '../workflow/case.js';

/** A complaint made openly, in writing or by word of mouth, to the firm or to an authority (显性投诉, CMP-06). */
export interface ExplicitRecord {
  readonly kind: 'explicit';
  readonly id: string;
  /** When it was taken down, epoch milliseconds. */
  readonly at: number;
  readonly by: Actor;
  readonly data: ComplaintData['RECEIVE'];
}

/** A customer who is dissatisfied, complains to nobody and stays away or keeps others away (隐性投诉, CMP-07). */
export interface ImplicitRecord {
  readonly kind: 'implicit';
  readonly id: string;
  readonly at: number;
  readonly customer: string;
  readonly sign: 'stoppedBuying' | 'influencedOthers' | 'lowRating' | 'other';
  readonly evidence?: string;
}

/** Dissatisfaction that was not voiced, for the models of customers who are slipping away. It never becomes a case. */
export interface DissatisfactionSignal {
  readonly id: string;
  readonly at: number;
  readonly customer: string;
  readonly sign: ImplicitRecord['sign'];
  readonly evidence?: string;
}

/** What became of mixed records: `opening`, `signals` and `rejected` add up to them. */
export interface SortedComplaints {
  /** A command for each explicit one: tell it to `decide` or a desk, as a case of its own. */
  readonly opening: readonly Extract<ComplaintCommand, { readonly type: 'RECEIVE' }>[];
  readonly signals: readonly DissatisfactionSignal[];
  /** By position among the records. */
  readonly rejected: readonly { readonly index: number; readonly problems: Problems }[];
}

const SIGNS: readonly string[] = ['stoppedBuying', 'influencedOthers', 'lowRating', 'other'];

/**
 * Sorts records of dissatisfaction: the explicit ones become opening commands, the implicit ones signals that never enter the
 * workflow (AMB-35). Nothing is lost: every record is in one of the three lists. Whether a command has all the data that the
 * workflow needs is for `decide` to say.
 *
 * @example
 * ```ts
 * import { sortComplaints } from 'clientele/complaints';
 *
 * const sorted = sortComplaints([{ kind: 'implicit', id: 's1', at: 0, customer: 'k7', sign: 'stoppedBuying' }]);
 *
 * sorted.signals.length; // => 1
 * sorted.opening.length; // => 0
 * ```
 */
export function sortComplaints(records: readonly (ExplicitRecord | ImplicitRecord)[]): SortedComplaints {
  const opening: SortedComplaints['opening'][number][] = [];
  const signals: DissatisfactionSignal[] = [];
  const rejected: SortedComplaints['rejected'][number][] = [];
  const seen = new Set<string>();
  records.forEach((record, index) => {
    const [first, ...others] = recordProblems(record, index, seen);
    if (first !== undefined) {
      rejected.push({ index, problems: [first, ...others] });
      return;
    }
    seen.add(record.id);
    if (record.kind === 'explicit') {
      const { id, at, by, data } = record;
      opening.push({ type: 'RECEIVE', id, at, by, data: { ...data } });
      return;
    }
    const { kind: _, ...signal } = record;
    signals.push(signal);
  });
  return { opening, signals, rejected };
}

function recordProblems(
  record: ExplicitRecord | ImplicitRecord,
  index: number,
  seen: ReadonlySet<string>,
): readonly Problem[] {
  const at: Path = ['records', index];
  if (typeof record !== 'object' || record === null)
    return [wrong('wrongType', at, { en: 'record', zh: '记录' }, record)];
  const { kind, id } = record;
  const values = ['explicit', 'implicit'];
  return [
    ...(values.includes(kind)
      ? []
      : [problem('wrongKind', [...at, 'kind'], { kind: 'oneOf', values }, kind)]),
    ...(typeof id === 'string' && id !== ''
      ? []
      : [problem('missing', [...at, 'id'], { kind: 'present' }, id)]),
    ...(seen.has(id) ? [problem('repeated', [...at, 'id'], { kind: 'unique', of: ID }, id)] : []),
    ...(isInstant(record.at) ? [] : [wrong('notAnInstant', [...at, 'at'], INSTANT, record.at)]),
    ...(kind === 'implicit' ? implicitProblems(record, at) : []),
  ];
}

function implicitProblems({ customer, sign }: ImplicitRecord, at: Path): readonly Problem[] {
  return [
    ...(typeof customer === 'string' && customer !== ''
      ? []
      : [problem('missing', [...at, 'customer'], { kind: 'present' }, customer)]),
    ...(SIGNS.includes(sign)
      ? []
      : [problem('unknownSign', [...at, 'sign'], { kind: 'oneOf', values: SIGNS }, sign)]),
  ];
}

const ID = { en: 'record id', zh: '记录编号' };
const INSTANT = { en: 'instant in epoch milliseconds', zh: '毫秒时间戳' };
