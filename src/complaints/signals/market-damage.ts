/** What dissatisfied customers cost: who does not buy again, what that is worth, and how many hear of it. */
import { wrong } from '../../foundation/make-problem.js';
import type { Currency } from '../../foundation/money.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { type Result, unless } from '../../foundation/result.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { unknownKeys } from '../../foundation/unknown-keys.js';
import { notAShare, notBelowZero, tooMany } from './check-figures.js';
import type { DissatisfiedSegment, RepurchaseTable, TellingTable } from './market-tables.js';

/** What is known and what is assumed. */
export interface MarketDamageInput {
  /** Dissatisfied customers by what became of it; fractions are fine, as the silent ones are mostly an estimate. */
  readonly customers: Readonly<Record<DissatisfiedSegment, number>>;
  /** There is no default: `tarpRepurchase` has two tables, your own survey is better. */
  readonly repurchase: RepurchaseTable;
  /** What a customer brings who stays: whole minor units of a currency. Left out: no value is estimated. */
  readonly customerValue?: { readonly minor: number; readonly currency: Currency };
  /** How many each of them tells. Left out: nobody is counted. */
  readonly telling?: TellingTable;
}

/** One segment of the dissatisfied. */
export interface MarketDamageSegment {
  readonly segment: DissatisfiedSegment;
  readonly customers: number;
  /** The share of them that buys again. */
  readonly rate: number;
  readonly retained: number;
  readonly lost: number;
}

/** An estimate; fractions are left for the host to round. */
export interface MarketDamage {
  /** From the silent ones to those who were satisfied quickly. */
  readonly segments: readonly MarketDamageSegment[];
  readonly customers: number;
  readonly retained: number;
  readonly lost: number;
  /** What the lost ones would have brought, in minor units. */
  readonly lostValue?: { readonly minor: number; readonly currency: Currency };
  /** How many hear of a bad experience (from the silent and the not satisfied), and of a good one (from the others). */
  readonly told?: { readonly bad: number; readonly good: number };
  /** The assumptions, as used. */
  readonly assumed: Omit<MarketDamageInput, 'customers'>;
  readonly statements: readonly Statement[];
}

/**
 * The damage that dissatisfaction does (TARP's market damage model): of each segment those who buy again by a table of
 * rates, the others as lost, what the lost are worth, and how many people hear of it. `estimateHiddenDissatisfaction`
 * estimates the silent ones.
 *
 * The rates are what people say they would do, so the estimate compares ways to handle complaints rather than predicts
 * sales. That satisfied complainers buy more often than the silent does not mean that complaints are good for loyalty.
 *
 * Problems: numbers of customers, of people told or a value that are negative or none, a value that is not whole, rates
 * outside 0 to 1, figures whose estimate is beyond any number, a figure by a name that is none of these.
 *
 * @example
 * ```ts
 * import { describe, estimateMarketDamage, orThrow, tarpRepurchase, tarpTelling } from 'clientele/complaints';
 *
 * const customers = { silent: 95, notSatisfied: 2, satisfied: 2, satisfiedQuickly: 1 };
 * const customerValue = { minor: 20_000, currency: { code: 'GBP', minorUnit: 2 } };
 * const damage = orThrow(
 *   estimateMarketDamage({ customers, repurchase: tarpRepurchase.minor, customerValue, telling: tarpTelling.softDrink }),
 * );
 *
 * damage.lost.toFixed(2); // => '61.58'
 * damage.told; // => { bad: 970, good: 15 }
 * describe(damage, 'en').split('\n')[0]; // => 'Of 100 dissatisfied customers 38.42 buy again and 61.58 do not (rates: TARP, losses of 1 to 5 dollars).'
 * ```
 */
export function estimateMarketDamage(input: MarketDamageInput): Result<MarketDamage> {
  const checked = unless(inputProblems(input), () => input);
  return checked._tag === 'Left' ? checked : estimated(checked.right);
}

function estimated({ customers, ...assumed }: MarketDamageInput): Result<MarketDamage> {
  const { repurchase, customerValue, telling } = assumed;
  const segments = SEGMENTS.map((segment): MarketDamageSegment => {
    const [all, rate] = [customers[segment], repurchase.rates[segment]];
    return { segment, customers: all, rate, retained: all * rate, lost: all * (1 - rate) };
  });
  const totals = {
    customers: total(segments, 'customers'),
    retained: total(segments, 'retained'),
    lost: total(segments, 'lost'),
  };
  const lostValue = customerValue && { ...customerValue, minor: totals.lost * customerValue.minor };
  const told = telling && {
    bad: (customers.silent + customers.notSatisfied) * telling.bad,
    good: (customers.satisfied + customers.satisfiedQuickly) * telling.good,
  };
  const beyond = [
    ...tooMany(totals.customers, 'customers'),
    ...(lostValue === undefined ? [] : tooMany(lostValue.minor, 'lostValue')),
    ...(told === undefined ? [] : [...tooMany(told.bad, 'told'), ...tooMany(told.good, 'told')]),
  ];
  const damage = {
    segments,
    ...totals,
    ...(lostValue === undefined ? {} : { lostValue }),
    ...(told === undefined ? {} : { told }),
    assumed,
  };
  return unless(beyond, () => ({ ...damage, statements: statementsOf(damage) }));
}

const SEGMENTS: readonly DissatisfiedSegment[] = ['silent', 'notSatisfied', 'satisfied', 'satisfiedQuickly'];

function total(segments: readonly MarketDamageSegment[], what: 'customers' | 'retained' | 'lost'): number {
  return segments.reduce((sum, one) => sum + one[what], 0);
}

/** JavaScript hands over what it likes. */
function inputProblems(input: MarketDamageInput): readonly Problem[] {
  const { customers, repurchase, customerValue, telling }: Partial<MarketDamageInput> = input ?? {};
  return [
    ...KNOWN.flatMap(([path, keys]) => unknownIn(input, path, keys)),
    ...SEGMENTS.flatMap((segment) =>
      notBelowZero(customers?.[segment] ?? Number.NaN, ['customers', segment]),
    ),
    ...SEGMENTS.flatMap((segment) =>
      notAShare(repurchase?.rates?.[segment] ?? Number.NaN, ['repurchase', 'rates', segment]),
    ),
    ...(isRecord(repurchase) && !isNamed(repurchase.name)
      ? [wrong('wrongType', ['repurchase', 'name'], NAMED, repurchase.name)]
      : []),
    ...(customerValue === undefined ? [] : valueProblems(customerValue)),
    ...(telling === undefined
      ? []
      : (['bad', 'good'] as const).flatMap((kind) =>
          notBelowZero(telling?.[kind] ?? Number.NaN, ['telling', kind]),
        )),
  ];
}

/** Every part of the input, by its path, with the keys that it has. */
const KNOWN: readonly (readonly [path: readonly string[], keys: readonly string[]])[] = [
  [[], ['customers', 'repurchase', 'customerValue', 'telling']],
  [['customers'], SEGMENTS],
  [['repurchase'], ['name', 'source', 'rates']],
  [['repurchase', 'rates'], SEGMENTS],
  [['customerValue'], ['minor', 'currency']],
  [['telling'], ['name', 'source', 'bad', 'good']],
];

function unknownIn(input: unknown, path: readonly string[], keys: readonly string[]): readonly Problem[] {
  const part = path.reduce<unknown>((whole, key) => (isRecord(whole) ? whole[key] : undefined), input);
  return isRecord(part) ? unknownKeys(part, keys, path) : [];
}

function valueProblems(value: NonNullable<MarketDamageInput['customerValue']>): readonly Problem[] {
  const { minor, currency }: Partial<typeof value> = value ?? {};
  const whole = minor !== undefined && Number.isSafeInteger(minor) && minor >= 0;
  const unit = currency?.minorUnit ?? Number.NaN;
  const known = typeof currency?.code === 'string' && Number.isInteger(unit) && unit >= 0 && unit <= 8;
  return [
    ...(whole ? [] : [wrong('outOfRange', ['customerValue', 'minor'], WHOLE, minor)]),
    ...(known ? [] : [wrong('wrongType', ['customerValue', 'currency'], CURRENCY, currency)]),
  ];
}

/** The name stands in a sentence. */
function isNamed(name: unknown): boolean {
  return isRecord(name) && typeof name['en'] === 'string' && typeof name['zh'] === 'string';
}

const NAMED: Bilingual = { en: 'name in English and Chinese', zh: '中英文名称' };
const WHOLE: Bilingual = {
  en: 'whole number of minor units, not below 0',
  zh: '不小于 0 的最小货币单位整数',
};
const CURRENCY: Bilingual = {
  en: 'currency { code, minorUnit } with a minor unit from 0 to 8',
  zh: '币种 { code, minorUnit }，minorUnit 为 0 至 8',
};

function statementsOf({
  segments,
  customers,
  retained,
  lost,
  lostValue,
  told,
  assumed,
}: Omit<MarketDamage, 'statements'>): readonly Statement[] {
  const table = assumed.repurchase.name;
  return [
    {
      en: 'Of {customers} dissatisfied customers {retained} buy again and {lost} do not (rates: {table}).',
      zh: '{customers} 位不满的客户中，{retained} 位会再次购买，{lost} 位不会（比例来源：{table}）。',
      values: { customers, retained, lost, table },
    },
    ...segments.map(segmentStatement),
    ...(lostValue === undefined
      ? []
      : [{ ...VALUE, values: { value: { minor: lostValue.minor, ...unitOf(lostValue.currency) } } }]),
    ...(told === undefined ? [] : [{ ...TOLD, values: { ...told } }]),
  ];
}

function segmentStatement({ segment, customers, rate, lost }: MarketDamageSegment): Statement {
  return {
    en: '{segment}: {customers}, of whom {percent}% buy again and {lost} are lost.',
    zh: '{segment}：{customers} 位，其中 {percent}% 会再次购买，流失 {lost} 位。',
    values: { segment: NAMES[segment], customers, percent: rate * 100, lost },
  };
}

function unitOf({ code, minorUnit }: Currency): { readonly currency: string; readonly minorUnit: number } {
  return { currency: code, minorUnit };
}

const NAMES: Readonly<Record<DissatisfiedSegment, Bilingual>> = {
  silent: { en: 'Never complained', zh: '从未投诉' },
  notSatisfied: { en: 'Complained, not satisfied', zh: '投诉后仍不满意' },
  satisfied: { en: 'Complained, satisfied in the end', zh: '投诉后最终满意' },
  satisfiedQuickly: { en: 'Complained, satisfied quickly', zh: '投诉后很快满意' },
};
const VALUE: Bilingual = { en: 'The lost ones are worth {value}.', zh: '流失客户价值 {value}。' };
const TOLD: Bilingual = {
  en: '{bad} people hear of a bad experience, {good} of a good one.',
  zh: '{bad} 人听说不好的经历，{good} 人听说好的经历。',
};
