/** What sentences call a metric, and how they write its figures. */
import { once } from '../../foundation/once.js';
import type { Bilingual, StatementValue } from '../../foundation/statement.js';
import type { AttributeValue, MetricReading, QualifyingMetric } from '../metric.js';

/** The metrics of a policy. */
export type Metrics = Readonly<Record<string, QualifyingMetric>>;

/** The values that go into a sentence, by the names of their places. */
export type Values = Record<string, StatementValue>;

/** Adds a value to a sentence by a name of its own, and gives its place in the template. */
export type Put = (name: string, value: StatementValue) => string;

export function putInto(values: Values): Put {
  return (name, value) => {
    const key = `${name}${Object.keys(values).length}`;
    values[key] = value;
    return `{${key}}`;
  };
}

export const NOTHING: Bilingual = { en: '', zh: '' };

/** A metric within one sentence. */
export interface SpokenMetric {
  /** The place of what it is called. */
  readonly called: () => string;
  /** "spend " before a figure; nothing in a language in which the unit after the figure says it. */
  readonly lead: Bilingual;
  /** " more nights", " more spend", " more segments (own flights)" after an amount. */
  readonly more: (amount: number) => Bilingual;
  /** The place of a figure, without its unit. */
  readonly figure: (name: string, value: AttributeValue) => string;
  /** " nights" after a figure. */
  readonly unit: (value: AttributeValue) => Bilingual;
}

/** A metric as the policy words it; one that the policy does not have is called by its key. */
export function spoken(metrics: Metrics, key: string, put: Put): SpokenMetric {
  const { name, readAs } = (Object.hasOwn(metrics, key) ? metrics[key] : undefined) ?? {};
  const words = name ?? unitName(readAs) ?? { en: key, zh: key };
  const saysAll = unitName(readAs);
  // What the unit says already is not said twice.
  const aside = { en: words.en !== saysAll?.en, zh: words.zh !== saysAll?.zh };
  const place = once(() => put('metric', words));
  const unit = (value: AttributeValue): Bilingual => {
    if (readAs?.kind !== 'unit' || typeof value !== 'number') return NOTHING;
    const said = put('unit', { en: value === 1 ? readAs.en.one : readAs.en.other, zh: readAs.zh });
    return { en: ` ${said}`, zh: ` ${said}` };
  };
  const lead = aside.en || aside.zh ? `${place()} ` : '';
  return {
    called: place,
    lead: { en: aside.en ? lead : '', zh: aside.zh ? lead : '' },
    more: (amount) => {
      if (readAs === undefined) return { en: ` more ${place()}`, zh: ` ${place()}` };
      const after = unit(amount);
      if (readAs.kind === 'money') return { en: ` more ${place()}`, zh: `（${place()}）` };
      return {
        en: ` more${after.en}${aside.en ? ` (${place()})` : ''}`,
        zh: `${after.zh}${aside.zh ? `（${place()}）` : ''}`,
      };
    },
    figure: (name, value) => put(name, figureOf(readAs, value)),
    unit,
  };
}

function unitName(readAs: MetricReading | undefined): Bilingual | undefined {
  return readAs?.kind === 'unit' ? { en: readAs.en.other, zh: readAs.zh } : undefined;
}

/** Differences of decimals are written without the noise of binary fractions. */
function figureOf(readAs: MetricReading | undefined, value: AttributeValue): StatementValue {
  if (typeof value === 'boolean') return value ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' };
  if (typeof value === 'string') return value;
  if (readAs?.kind !== 'money') return { number: value, decimals: 9 };
  const { code, minorUnit } = readAs.currency;
  return { minor: value, minorUnit, currency: code };
}
