/** What an aggregate is made for: the options, read and checked. */
import { sameZone } from '../../foundation/civil.js';
import { type AsOf, clockOf, instantOf } from '../../foundation/instant.js';
import type { Currency } from '../../foundation/money.js';
import { type Problem, show } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import { type Window, windowInterval, windowName } from '../../foundation/window.js';
import { customersProblem, windowProblems } from '../summary-options.js';
import type { Conventions } from './state.js';

/** What an aggregate of columns is made for. */
export interface AggregateOptions {
  /** The instant the question is asked about; a plain day means all of that day. */
  readonly asOf: AsOf;
  /** IANA zone whose days count. */
  readonly zone: string;
  readonly currency: Currency;
  /** The period whose orders count; default all. Use the model's: `model.window`. */
  readonly window?: Window;
  /** Customers known to the host; those who never ordered then stay in the result. */
  readonly customers?: Iterable<string>;
  /**
   * Whether to count distinct civil days with an order, which takes memory for each of them. Needed where the
   * model's frequency counts `'purchaseDays'` or its basis is `'averageDayValue'`. Default `'leaveOut'`.
   */
  readonly purchaseDays?: 'count' | 'leaveOut';
  /** More different customers than this are a problem; default and most 2^26. */
  readonly mostCustomers?: number;
  /**
   * Where tables keep ids. No answer depends on it. The default is taken from the data; give a number that nobody
   * can foresee where strangers choose the ids and have an interest in slow answers.
   */
  readonly seed?: number;
}

/** Most customers that one aggregate holds. */
export const MOST_CUSTOMERS: number = 2 ** 26;

/** The options with a clock and the window's instants, or what is wrong with them. */
export function readOptions(options: AggregateOptions): Result<Conventions> {
  const { zone, currency, window = { kind: 'all' }, purchaseDays = 'leaveOut' } = options;
  const clock = clockOf(zone);
  if (clock._tag === 'Left') return clock;
  const asOf = instantOf(options.asOf, clock.right);
  if (asOf._tag === 'Left') return asOf;
  const problems = [
    ...windowProblems(window),
    customersProblem(options.customers ?? []) ?? [],
    mostProblem(options.mostCustomers ?? MOST_CUSTOMERS),
  ].flat();
  return unless(problems, () => ({
    asOf: asOf.right,
    today: clock.right.dayOf(asOf.right),
    zone,
    window,
    currency,
    clock: clock.right,
    interval: windowInterval(window, asOf.right, clock.right),
    purchaseDays,
    mostCustomers: Math.min(options.mostCustomers ?? MOST_CUSTOMERS, MOST_CUSTOMERS),
    seed: options.seed,
  }));
}

function mostProblem(most: number): readonly Problem[] {
  if (Number.isInteger(most) && most >= 1) return [];
  return [
    {
      code: 'outOfRange',
      path: ['mostCustomers'],
      expected: { kind: 'range', min: 1, max: MOST_CUSTOMERS },
      found: show(most),
    },
  ];
}

/** Where two aggregates were made under different conventions. */
export function conventionProblems(mine: Conventions, theirs: Conventions): readonly Problem[] {
  const texts = (one: Conventions) => ({
    asOf: new Date(one.asOf).toISOString(),
    zone: one.zone,
    window: windowName(one.window),
    currency: `${one.currency.code} with ${one.currency.minorUnit} decimals`,
    purchaseDays: one.purchaseDays,
  });
  const mineTexts = texts(mine);
  const theirTexts = texts(theirs);
  return (['asOf', 'zone', 'window', 'currency', 'purchaseDays'] as const).flatMap(
    (name): readonly Problem[] =>
      mineTexts[name] === theirTexts[name] || (name === 'zone' && sameZone(mine.zone, theirs.zone))
        ? []
        : [
            {
              code: 'otherConvention',
              path: [name],
              expected: {
                kind: 'sameAs',
                as: { en: 'the other aggregate', zh: '另一汇总' },
                value: mineTexts[name],
              },
              found: theirTexts[name],
            },
          ],
  );
}

/** More customers than may be. */
export function tooManyCustomers({ mostCustomers }: Conventions): Problem {
  return {
    code: 'tooManyCustomers',
    path: ['customer'],
    expected: { kind: 'range', max: mostCustomers },
    found: { en: 'more customers', zh: '更多顾客' },
  };
}
