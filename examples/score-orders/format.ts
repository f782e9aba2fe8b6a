/** Numbers, money and days as text: the same text under every locale and time zone of the machine. */
import type { Currency } from 'clientele';

/** `1234.50`: a plain decimal for files. `minor` may be unrounded, as averages are. */
export function plainMoney(minor: number, currency: Currency): string {
  const { minorUnit } = currency;
  const whole = Math.round(minor);
  const size = Math.abs(whole);
  const sign = whole < 0 ? '-' : '';
  if (Number.isSafeInteger(whole)) {
    const unit = 10 ** minorUnit;
    const rest = size % unit;
    return `${sign}${(size - rest) / unit}${minorUnit === 0 ? '' : `.${String(rest).padStart(minorUnit, '0')}`}`;
  }
  const digits = BigInt(size)
    .toString()
    .padStart(minorUnit + 1, '0');
  const point = digits.length - minorUnit;
  return `${sign}${digits.slice(0, point)}${minorUnit === 0 ? '' : `.${digits.slice(point)}`}`;
}

/** `1,234.50 EUR`: for people. */
export function money(minor: number, currency: Currency): string {
  return `${grouped(plainMoney(minor, currency))} ${currency.code}`;
}

/** `1,235 EUR`: for people who compare sizes; whole major units. */
export function roundMoney(minor: number, currency: Currency): string {
  return `${grouped(plainMoney(minor / 10 ** currency.minorUnit, { ...currency, minorUnit: 0 }))} ${currency.code}`;
}

/** `12,345` or `1,234.5`. */
export function grouped(value: number | string): string {
  const [whole = '', fraction] = String(value).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace(/^-/, '−');
  return fraction === undefined ? text : `${text}.${fraction}`;
}

/** `12.3 %` of a share between 0 and 1; `–` where there is no share. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '–';
}

/** The civil day of an instant in a zone, `yyyy-MM-dd`. */
export function createCalendar(zone: string): (at: number) => string {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayOf = (at: number): string => {
    const within = Math.min(Math.max(at, -FURTHEST), FURTHEST);
    const part = Object.fromEntries(parts.formatToParts(within).map(({ type, value }) => [type, value]));
    return `${(part['year'] ?? '').padStart(4, '0')}-${part['month']}-${part['day']}`;
  };
  // No zone changes its day within a quarter of an hour of UTC, so the answer holds for the whole quarter.
  const inQuarter = remembered((quarter) => dayOf(quarter * QUARTER));
  /** The day of four hours that all lie in one; `''` for others. */
  const inBlock = remembered((block) => {
    const first = inQuarter(block * BLOCK);
    return first === inQuarter(block * BLOCK + BLOCK - 1) ? first : '';
  });
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    return inBlock(Math.floor(quarter / BLOCK)) || inQuarter(quarter);
  };
}

/** The furthest a `Date` reaches, either way. */
const FURTHEST = 8.64e15;
const QUARTER = 900_000;
/** Quarters of an hour in four hours. */
const BLOCK = 16;

function remembered<A>(answer: (question: number) => A): (question: number) => A {
  const known = new Map<number, A>();
  return (question) => {
    let found = known.get(question);
    if (found === undefined) {
      found = answer(question);
      known.set(question, found);
    }
    return found;
  };
}
