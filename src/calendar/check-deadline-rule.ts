/** What a time limit written in code can get wrong. */
import { type Path, problem, wrong } from '../foundation/make-problem.js';
import type { Problem } from '../foundation/problem.js';
import type { DeadlineRule, TimeBudget } from './deadline-rule.js';

/** The largest budgets, a hundred years of each unit. */
export const MOST_OF_BUDGET = { days: 36_525, weeks: 5218, months: 1200, minutes: 52_596_000 } as const;

/** The field that says how much, by kind of budget. */
const UNITS: Readonly<Record<TimeBudget['kind'], keyof typeof MOST_OF_BUDGET>> = {
  elapsedMinutes: 'minutes',
  workingMinutes: 'minutes',
  calendarDays: 'days',
  weeks: 'weeks',
  months: 'months',
  businessDays: 'days',
};

type Choices = Omit<Required<DeadlineRule>, 'budget'>;

/** What each option may be. */
export const RULE_CHOICES: { readonly [Option in keyof Choices]: readonly Choices[Option][] } = {
  anchorDay: ['excluded', 'included'],
  receiptCutoff: ['none', 'nextBusinessDay'],
  until: ['endOfDay', 'close', 'sameTime'],
  roll: ['none', 'following', 'preceding', 'modifiedFollowing'],
  monthEnd: ['clamp', 'overflow'],
  boundary: ['close', 'nextOpening'],
  pausedDays: ['touched', 'whole'],
};

/**
 * All problems of a time limit; none means that deadlines can be computed by it.
 *
 * Days, weeks and months are whole numbers, minutes at least 0; a hundred years is the most. Where the anchor's own
 * day counts as the first, there is a day to count. Nothing is said that no option or unit goes by.
 *
 * @example
 * ```ts
 * import { checkDeadlineRule, describe } from 'clientele/calendar';
 *
 * const [problem] = checkDeadlineRule({ budget: { kind: 'weeks', weeks: -8 } });
 *
 * problem && describe(problem, 'en'); // => 'budget.weeks: expected 0 to 5218, found -8.'
 * ```
 */
export function checkDeadlineRule(rule: DeadlineRule): readonly Problem[] {
  // JavaScript hands over what it likes.
  if (typeof rule?.budget !== 'object' || rule.budget === null)
    return [wrong('wrongType', ['budget'], { en: 'budget of time', zh: '时间额度' }, rule?.budget)];
  return [...checkBudget(rule), ...checkChoices(rule)];
}

function checkBudget({ budget, anchorDay }: DeadlineRule): readonly Problem[] {
  if (!Object.hasOwn(UNITS, budget.kind))
    return [
      problem('notOneOf', ['budget', 'kind'], { kind: 'oneOf', values: Object.keys(UNITS) }, budget.kind),
    ];
  const unit = UNITS[budget.kind];
  const path = ['budget', unit];
  const size: unknown = Reflect.get(budget, unit);
  if (typeof size !== 'number' || (unit !== 'minutes' && !Number.isInteger(size)))
    return [
      problem(
        'wrongType',
        path,
        { kind: 'type', type: unit === 'minutes' ? 'finite number' : 'integer' },
        size,
      ),
    ];
  const max = MOST_OF_BUDGET[unit];
  const min = unit !== 'minutes' && anchorDay === 'included' ? 1 : 0;
  const found: Problem[] = [];
  // NaN is not within any bounds.
  if (!(size >= min && size <= max))
    found.push(problem('outOfRange', path, { kind: 'range', min, max }, size));
  for (const key in budget)
    if (key !== 'kind' && key !== unit) found.push(unknownKey(['budget', key], ['kind', unit]));
  return found;
}

function unknownKey(path: Path, known: readonly string[]): Problem {
  return problem('unknownKey', path, { kind: 'keys', known }, path.at(-1));
}

/** Few rules say more than their budget, so what they say is looked up rather than all that they might. */
function checkChoices(rule: DeadlineRule): readonly Problem[] {
  const found: Problem[] = [];
  for (const option in rule) {
    if (option === 'budget') continue;
    if (!isOption(option)) {
      found.push(unknownKey([option], RULE_KEYS));
      continue;
    }
    const chosen: unknown = Reflect.get(rule, option);
    if (chosen === undefined) continue;
    const values: readonly unknown[] = RULE_CHOICES[option];
    if (values.includes(chosen)) continue;
    found.push(problem('notOneOf', [option], { kind: 'oneOf', values: RULE_CHOICES[option] }, chosen));
  }
  return found;
}

const RULE_KEYS = ['budget', ...Object.keys(RULE_CHOICES)];

function isOption(name: string): name is keyof Choices {
  return Object.hasOwn(RULE_CHOICES, name);
}
