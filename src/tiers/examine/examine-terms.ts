/** How long terms last beside the windows that they are renewed by, and beside the minimum hold. */
import { addMonths } from '../../foundation/months.js';
import { thresholdsOf } from '../evaluate/judge.js';
import { WITHOUT_WINDOW, windowKey } from '../evaluate/metric-values.js';
import type { Tier, TierPolicy } from '../model.js';
import type { QualificationWindow } from '../periods.js';
import { addDuration } from '../time/civil-duration.js';
import { membershipYearOf, periodOf } from '../time/period-days.js';
import { neverRenewed, renewsItself } from './examine-renewals.js';
import { windowWords } from './finding-words.js';
import type { PolicyFinding } from './policy-finding.js';
import { ladderOf, renewalOf } from './policy-questions.js';
import { type Course, courses, dated, type Valid } from './term-courses.js';

/** All findings about terms. */
export function examineTerms(policy: TierPolicy): readonly PolicyFinding[] {
  return validitiesOf(policy).flatMap((valid) => [
    ...(policy.downgrade.timing === 'atExpiry'
      ? valid.windows.flatMap((window) => beside(policy, valid, window))
      : []),
    ...renewsItself(policy, valid),
    ...neverRenewed(policy, valid),
    ...minimumHold(policy, valid),
  ]);
}

function validitiesOf(policy: TierPolicy): readonly Valid[] {
  const above = ladderOf(policy).slice(1);
  const common = above.filter(({ validity }) => validity === undefined);
  return [
    ...(common.length === 0
      ? []
      : [{ validity: policy.validity, path: ['validity'], windows: windowsOf(policy, common) }]),
    ...policy.tiers.flatMap((tier, i): readonly Valid[] =>
      tier.validity === undefined || !above.includes(tier)
        ? []
        : [{ validity: tier.validity, path: ['tiers', i, 'validity'], windows: windowsOf(policy, [tier]) }],
    ),
  ];
}

/** The windows over which the renewal of some tiers is measured, each once. */
function windowsOf(policy: TierPolicy, tiers: readonly Tier[]): readonly QualificationWindow[] {
  const all = tiers.flatMap((tier) => {
    const asked = renewalOf(policy, tier);
    if (asked === undefined) return [];
    return thresholdsOf(asked.criterion)
      .filter(({ metric }) => !WITHOUT_WINDOW.has(policy.metrics[metric]?.kind ?? 'count'))
      .map((threshold) => threshold.window ?? asked.window);
  });
  return [...new Map(all.map((window) => [windowKey(window), window])).values()];
}

/** The first course whose term ends too soon. */
function firstShort(all: Iterable<Course>): Course | undefined {
  for (const course of all) if (course.expires < course.until) return course;
  return undefined;
}

/** The first course, where the terms of all of them end too soon. */
function allShort(all: Iterable<Course>): Course | undefined {
  let first: Course | undefined;
  for (const course of all) {
    if (course.expires >= course.until) return undefined;
    first ??= course;
  }
  return first;
}

function beside(
  policy: TierPolicy,
  { validity, path }: Valid,
  window: QualificationWindow,
): readonly PolicyFinding[] {
  const personal =
    window.kind === 'membershipYear' ||
    (validity.kind === 'endOfPeriod' && validity.period === 'membershipYear');
  const by = (untilOf: typeof lengthAfter): Generator<Course> =>
    courses(policy, validity, (reached, enrolled) => untilOf(window, reached, enrolled), personal);
  const values = { window: windowWords(window) };
  const first = allShort(by(lengthAfter));
  if (first !== undefined) {
    return [
      dated('validityShorterThanWindow', path, first, {
        en: 'The term is shorter than the window it is renewed by ({window}): reached on {reached}, it ends on {expires}; a whole window from then goes to {until}.',
        zh: '有效期短于保级所用的统计窗口（{window}）：{reached} 达到，{expires} 到期；自该日起的完整窗口至 {until}。',
        values,
      }),
    ];
  }
  const inside = firstShort(by(closeOf));
  if (inside === undefined) return [];
  return [
    dated('expiryInsideWindow', path, inside, {
      en: 'The term can end before its window closes ({window}): reached on {reached}, it ends on {expires}; the window closes on {until}.',
      zh: '等级可能在统计窗口（{window}）结束之前到期：{reached} 达到，{expires} 到期，而窗口至 {until} 才结束。',
      values,
    }),
  ];
}

/** The day on which a window that began on a day would be full. */
function lengthAfter(window: QualificationWindow, day: number, enrolled: number): number | undefined {
  switch (window.kind) {
    case 'rollingDays':
      return day + window.days;
    case 'rollingMonths':
    case 'wholeMonths':
      return addMonths(day, window.months);
    case 'calendar':
    case 'membershipYear': {
      const { from, until } = spanOf(window, day, enrolled);
      return day + until - from;
    }
    default:
      return undefined;
  }
}

/** The day on which the window of a day closes; only for windows that stand still. */
function closeOf(window: QualificationWindow, day: number, enrolled: number): number | undefined {
  const still = (window.kind === 'calendar' || window.kind === 'membershipYear') && (window.ago ?? 0) === 0;
  return still ? spanOf(window, day, enrolled).until : undefined;
}

function spanOf(
  window: Extract<QualificationWindow, { kind: 'calendar' | 'membershipYear' }>,
  day: number,
  enrolled: number,
): { readonly from: number; readonly until: number } {
  return window.kind === 'calendar' ? periodOf(window, day) : membershipYearOf(enrolled, day);
}

function minimumHold(policy: TierPolicy, { validity, path }: Valid): readonly PolicyFinding[] {
  const { minimumHold: hold, counts, effective } = policy;
  if (hold === undefined) return [];
  const personal = validity.kind === 'endOfPeriod' && validity.period === 'membershipYear';
  const found = firstShort(
    courses({ counts, effective, grace: {} }, validity, (reached) => addDuration(reached, hold), personal),
  );
  if (found === undefined) return [];
  return [
    dated('expiryBeforeMinimumHold', path, found, {
      en: 'The term can end before the minimum hold, which then decides: reached on {reached}, it ends on {expires}; it is held until {until}.',
      zh: '有效期可能早于最短保留期结束，此时以后者为准：{reached} 达到，{expires} 到期，保留至 {until}。',
      values: {},
    }),
  ];
}
