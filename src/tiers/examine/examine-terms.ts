/** How long terms last beside the windows that they are renewed by: found by trying every day of a leap cycle. */
import { dayNumber, isoDay, parseIsoDay } from '../../foundation/civil.js';
import { addMonths } from '../../foundation/months.js';
import type { Path } from '../check/policy-problem.js';
import { thresholdsOf } from '../evaluate/judge.js';
import { WITHOUT_WINDOW, windowKey } from '../evaluate/metric-values.js';
import type { Tier, TierPolicy } from '../model.js';
import type { QualificationWindow, TierValidity } from '../periods.js';
import { addDuration } from '../time/civil-duration.js';
import { durationEnd } from '../time/duration-end.js';
import { membershipYearOf, periodOf } from '../time/period-days.js';
import { windowWords } from './finding-words.js';
import type { DateExample, PolicyFinding } from './policy-finding.js';
import { ladderOf, renewalOf } from './policy-questions.js';

/** A validity, where it stands, and the windows its tiers are renewed by. */
interface Valid {
  readonly validity: TierValidity;
  readonly path: Path;
  readonly windows: readonly QualificationWindow[];
}

/** All findings about terms. */
export function examineTerms(policy: TierPolicy): readonly PolicyFinding[] {
  return validitiesOf(policy).flatMap((valid) => [
    ...(policy.downgrade.timing === 'atExpiry'
      ? valid.windows.flatMap((window) => beside(policy, valid, window))
      : []),
    ...renewsItself(policy, valid),
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

/** A course of days as numbers: `until` is the first day after the window or the hold. */
interface Course {
  readonly enrolled: number;
  readonly reached: number;
  readonly expires: number;
  readonly until: number;
}

const FIRST = dayNumber({ year: 2024, month: 1, day: 1 });
const DAYS = 1461;
/** Enrolments that make membership years differ from calendar years, and one on a leap day. */
const ENROLLED = ['2024-01-01', '2023-07-01', '2020-02-29'].map((day) => parseIsoDay(day) ?? FIRST);

/** One course for every day of four years on which a tier may be reached, and for a few days of enrolment. */
function* courses(
  { minimumHold, grace }: Pick<TierPolicy, 'minimumHold' | 'grace'>,
  validity: TierValidity,
  untilOf: (reached: number, enrolled: number) => number | undefined,
  personal: boolean,
): Generator<Course> {
  for (const enrolled of personal ? ENROLLED : ENROLLED.slice(0, 1)) {
    for (let reached = FIRST; reached < FIRST + DAYS; reached += 1) {
      const end = expiryOf(validity, reached, enrolled);
      const until = untilOf(reached, enrolled);
      if (end === undefined || until === undefined) return;
      const held = minimumHold === undefined ? end : Math.max(end, addDuration(reached, minimumHold));
      const expires = grace.tier === undefined ? held : addDuration(held, grace.tier);
      yield { enrolled, reached, expires, until };
    }
  }
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

/** The first day after a term; `undefined` where no day is set. */
function expiryOf(validity: TierValidity, reached: number, enrolled: number): number | undefined {
  if (validity.kind === 'endOfPeriod') {
    const { period, periods, extend = 'P0D' } = validity;
    const { until } =
      period === 'membershipYear'
        ? membershipYearOf(enrolled, reached, -periods)
        : periodOf(period, reached, -periods);
    return addDuration(until, extend);
  }
  return validity.kind === 'duration' ? durationEnd(validity, reached) : undefined;
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

/** A rolling window that on the last day of every term still holds the day on which the tier was reached. */
function renewsItself(policy: TierPolicy, { validity, path }: Valid): readonly PolicyFinding[] {
  // Where tiers come later than what brings them, that is older than the term.
  if (policy.upgrade.timing !== 'immediate') return [];
  const { downgrade, upgrade, minimumHold: hold, grace, renewal, window } = policy;
  if (validity.kind !== 'duration' || downgrade.timing !== 'atExpiry') return [];
  if (renewal.window !== undefined || upgrade.counters !== 'keep') return [];
  if (hold !== undefined || grace.tier !== undefined) return [];
  const own = policy.tiers.filter(
    (tier, i) =>
      tier.entry !== undefined &&
      tier.renewal === undefined &&
      (path[0] === 'validity' ? tier.validity === undefined : path[1] === i) &&
      thresholdsOf(tier.entry).every(
        (one) =>
          one.window === undefined &&
          ('atLeast' in one || 'moreThan' in one) &&
          ['sum', 'count', 'distinct'].includes(policy.metrics[one.metric]?.kind ?? ''),
      ),
  );
  const course = allInside(
    courses({ grace: {} }, validity, (reached) => stillCounts(window, reached), false),
  );
  if (own.length === 0 || course === undefined) return [];
  return [
    dated('renewsItself', path, course, {
      en: 'One purchase renews its own tier ({window}): reached on {reached}, the term ends on {expires}, and the purchase counts until {until}.',
      zh: '同一笔消费会为自己带来的等级保级（{window}）：{reached} 达到，{expires} 到期，而该笔消费到 {until} 才不再计入。',
      values: { window: windowWords(window) },
    }),
  ];
}

/** The first course, where the term of none of them outlasts its purchase. */
function allInside(all: Iterable<Course>): Course | undefined {
  let first: Course | undefined;
  for (const course of all) {
    if (course.expires > course.until) return undefined;
    first ??= course;
  }
  return first;
}

/** The first day on which a rolling window no longer holds a day. */
function stillCounts(window: QualificationWindow, day: number): number | undefined {
  if (window.kind === 'rollingDays') return day + window.days;
  return window.kind === 'rollingMonths' ? addMonths(day, window.months) + 1 : undefined;
}

function minimumHold(policy: TierPolicy, { validity, path }: Valid): readonly PolicyFinding[] {
  const { minimumHold: hold } = policy;
  if (hold === undefined) return [];
  const personal = validity.kind === 'endOfPeriod' && validity.period === 'membershipYear';
  const found = firstShort(
    courses({ grace: {} }, validity, (reached) => addDuration(reached, hold), personal),
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

function dated(
  kind: PolicyFinding['kind'],
  path: Path,
  course: Course,
  { values, ...said }: Pick<PolicyFinding, 'en' | 'zh' | 'values'>,
): PolicyFinding {
  const days = {
    enrolled: isoDay(course.enrolled),
    reached: isoDay(course.reached),
    expires: isoDay(course.expires),
    until: isoDay(course.until),
  };
  const counterexample: DateExample = { kind: 'dates', ...days };
  return { kind, severity: 'warning', path, ...said, values: { ...values, ...days }, counterexample };
}
