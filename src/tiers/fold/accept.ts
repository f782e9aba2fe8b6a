/** Whether an entry can be taken in: its shape, and what it refers to. Entries may come from anywhere. */

import { isInstant } from '../../foundation/instant.js';
import type { Expectation, Problem } from '../../foundation/problem.js';
import { own } from '../../foundation/record.js';
import { type Path, problem } from '../check/policy-problem.js';
import type { ActivityReturn, QualifyingActivity, Redemption, TierEntry } from '../member.js';
import { grantProblem } from './accept-grant.js';
import { readAmounts, wholeUnits } from './rows.js';
import type { Work } from './work.js';

const KINDS = ['activity', 'return', 'redemption', 'attribute', 'grant', 'revocation'] as const;

const INSTANT: Expectation = {
  kind: 'type',
  type: { en: 'instant in whole epoch milliseconds', zh: '整数毫秒时间戳' },
};
const TEXT: Expectation = { kind: 'type', type: 'string' };

/** What is wrong with the shape of an entry, whatever the member. */
export function shapeProblem(entry: TierEntry, path: Path): Problem | undefined {
  if (typeof entry !== 'object' || entry === null)
    return problem('wrongType', path, { kind: 'type', type: 'object' }, entry);
  if (typeof entry.id !== 'string') return problem('wrongType', [...path, 'id'], TEXT, entry.id);
  if (!isInstant(entry.at)) return problem('wrongType', [...path, 'at'], INSTANT, entry.at);
  if (entry.recordedAt !== undefined && !isInstant(entry.recordedAt))
    return problem('wrongType', [...path, 'recordedAt'], INSTANT, entry.recordedAt);
  switch (entry.kind) {
    case 'activity':
      if (typeof entry.type !== 'string') return problem('wrongType', [...path, 'type'], TEXT, entry.type);
      return valuesProblem(entry.values, path) ?? attributesProblem(entry.attributes, path);
    case 'return':
    case 'revocation':
      if (typeof entry.of !== 'string') return problem('wrongType', [...path, 'of'], TEXT, entry.of);
      return entry.kind === 'return' ? valuesProblem(entry.values, path) : undefined;
    case 'redemption':
      return entry.values === undefined
        ? problem('wrongType', [...path, 'values'], { kind: 'type', type: 'object' }, undefined)
        : valuesProblem(entry.values, path);
    case 'attribute':
      return attributeProblem(entry, path);
    case 'grant':
      return undefined;
    default:
      return kindProblem(entry, path);
  }
}

function kindProblem({ kind }: { readonly kind: unknown }, path: Path): Problem {
  return problem('notOneOf', [...path, 'kind'], { kind: 'oneOf', values: KINDS }, kind);
}

function attributeProblem(
  { attribute, value }: Extract<TierEntry, { kind: 'attribute' }>,
  path: Path,
): Problem | undefined {
  if (typeof attribute !== 'string') return problem('wrongType', [...path, 'attribute'], TEXT, attribute);
  const fine = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  const type = { en: 'text, finite number, boolean or null', zh: '文本、有限数字、布尔值或 null' };
  return fine ? undefined : problem('wrongType', [...path, 'value'], { kind: 'type', type }, value);
}

function attributesProblem(attributes: unknown, path: Path): Problem | undefined {
  if (attributes === undefined) return undefined;
  if (typeof attributes !== 'object' || attributes === null)
    return problem('wrongType', [...path, 'attributes'], { kind: 'type', type: 'object' }, attributes);
  for (const name in attributes) {
    const value = (attributes as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) continue;
    if (!Object.hasOwn(attributes, name)) continue;
    const type = { en: 'text, finite number or boolean', zh: '文本、有限数字或布尔值' };
    return problem('wrongType', [...path, 'attributes', name], { kind: 'type', type }, value);
  }
  return undefined;
}

const QUANTITY: Expectation = {
  kind: 'type',
  type: { en: 'finite number, 0 or more', zh: '不小于 0 的有限数字' },
};

function valuesProblem(values: unknown, path: Path): Problem | undefined {
  if (values === undefined) return undefined;
  if (typeof values !== 'object' || values === null)
    return problem('wrongType', [...path, 'values'], { kind: 'type', type: 'object' }, values);
  for (const name in values) {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY) continue;
    if (!Object.hasOwn(values, name)) continue;
    if (typeof value !== 'number' || !Number.isFinite(value))
      return problem('wrongType', [...path, 'values', name], QUANTITY, value);
    return problem('negative', [...path, 'values', name], QUANTITY, value);
  }
  return undefined;
}

/** What is wrong with an entry of the right shape for this member now. */
export function entryProblem(work: Work, entry: TierEntry, path: Path): Problem | undefined {
  if (work.ids.has(entry.id)) {
    const of = { en: 'entry id', zh: '记录编号' };
    return problem('repeated', [...path, 'id'], { kind: 'unique', of }, entry.id);
  }
  if (entry.at < work.enrolledAt) return beforeEnrolment(work, entry.at, path);
  switch (entry.kind) {
    case 'activity':
      return amountProblem(work, entry, path);
    case 'return':
      return returnProblem(work, entry, path);
    case 'redemption':
      return amountProblem(work, entry, path);
    case 'grant':
      return grantProblem(work, entry, path);
    case 'revocation': {
      if (work.grants.some(({ grant }) => grant.id === entry.of)) return undefined;
      const type = { en: 'id of a grant in force', zh: '仍有效的授予的编号' };
      return problem('unknownGrant', [...path, 'of'], { kind: 'type', type }, entry.of);
    }
    case 'attribute':
      return undefined;
  }
}

function beforeEnrolment(work: Work, at: number, path: Path): Problem {
  const enrolled = new Date(work.enrolledAt).toISOString();
  const type = { en: `instant from the enrolment on, ${enrolled}`, zh: `不早于入会时间 ${enrolled} 的时间` };
  return {
    code: 'beforeEnrolment',
    path: [...path, 'at'],
    expected: { kind: 'type', type },
    found: new Date(at).toISOString(),
  };
}

/** Amounts finer than a metric holds, or too large to be added up exactly. */
function amountProblem(
  work: Work,
  entry: QualifyingActivity | Redemption | ActivityReturn,
  path: Path,
): Problem | undefined {
  const { values } = entry;
  if (values === undefined) return undefined;
  const { columns, checked } = work.program;
  readAmounts(values, checked.names, checked.values);
  for (let i = 0; i < columns.length; i += 1) {
    const { of = '', scale } = columns[i] as (typeof columns)[number];
    const number = checked.valueOf[i] as number;
    const value = number < 0 ? Number.NaN : (checked.values[number] as number);
    if (Number.isNaN(value)) {
      checked.units[i] = 0;
      continue;
    }
    const units = wholeUnits(value, scale);
    checked.units[i] = units;
    const totals = work.rows.totals[i] as number[];
    if (units + (totals[totals.length - 1] as number) > Number.MAX_SAFE_INTEGER)
      return problem(
        'outOfRange',
        [...path, 'values', of],
        { kind: 'range', max: Number.MAX_SAFE_INTEGER / scale },
        value,
      );
    if (units / scale !== value)
      return problem(
        'tooFine',
        [...path, 'values', of],
        { kind: 'decimals', atMost: Math.round(Math.log10(scale)) },
        value,
      );
  }
  checked.entry = entry;
  return undefined;
}

function returnProblem(work: Work, entry: ActivityReturn, path: Path): Problem | undefined {
  const activity = work.rows.activities.find(({ id }) => id === entry.of);
  if (activity === undefined) {
    const type = {
      en: 'id of an activity that comes earlier (entries of one instant go by id)',
      zh: '此前某项活动的编号（同一时刻的记录按编号排序）',
    };
    return problem('unknownActivity', [...path, 'of'], { kind: 'type', type }, entry.of);
  }
  const before = work.returned.get(entry.of);
  if (before === 'all') {
    const type = { en: 'id of an activity that is not yet returned', zh: '尚未退回的活动的编号' };
    return problem('alreadyReturned', [...path, 'of'], { kind: 'type', type }, entry.of);
  }
  for (const [name, value] of Object.entries(entry.values ?? {})) {
    const whole = own(activity.values, name);
    if (whole === undefined) return unknownValue(activity, [...path, 'values', name], name);
    // To nine decimals, as sums of fractions are not exact.
    const left = Number((whole - (before?.get(name) ?? 0)).toFixed(9));
    if (value > left)
      return problem('outOfRange', [...path, 'values', name], { kind: 'range', min: 0, max: left }, value);
  }
  return amountProblem(work, entry, path);
}

/** A value to be returned that the activity does not have. */
function unknownValue({ values = {} }: QualifyingActivity, path: Path, name: string): Problem {
  const names = Object.keys(values);
  const none = { en: 'return without values: the activity has none', zh: '不带数值的退回（该活动没有数值）' };
  return names.length === 0
    ? problem('unknownValue', path, { kind: 'type', type: none }, name)
    : problem('unknownValue', path, { kind: 'keys', known: names }, name);
}
