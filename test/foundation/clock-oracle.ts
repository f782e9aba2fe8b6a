/** What a zone's clock shows, asked of Intl field by field: independent of the offsets that `zoneClock` works with. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Zones whose clocks do what one would not think of. */
export const HARD_ZONES = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Asuncion',
  'America/Caracas',
  'America/Goose_Bay',
  'America/Havana',
  'America/Nuuk',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/Scoresbysund',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Pyongyang',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Kwajalein',
  'UTC',
] as const;

/** The hard zones and every seventh of the rest. */
export const ZONES: readonly string[] = [
  ...new Set([
    ...HARD_ZONES,
    ...Intl.supportedValuesOf('timeZone').filter((zone, i) => i % 7 === 0 && zone !== 'Africa/Monrovia'),
  ]),
];

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** What calendar and clock of the zone show at an instant, as the milliseconds at which UTC shows the same. */
export function shown(zone: string, instant: number): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) fields[type] = Number(value);
  const { year = Number.NaN, month = Number.NaN, day, hour, minute, second } = fields;
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

export function shownDay(zone: string, instant: number): number {
  return Math.floor(shown(zone, instant) / DAY);
}

/** Every instant at which the zone shows a local time. Offsets since February 1972 are multiples of five minutes. */
export function instantsShowing(zone: string, local: number): readonly number[] {
  const found: number[] = [];
  for (let at = local - 26 * HOUR; at <= local + 26 * HOUR; at += 5 * MINUTE) {
    if (shown(zone, at) === local) found.push(at);
  }
  return found;
}

/** The first instants of every new offset of a zone between two instants. */
export function changesOf(zone: string, from: number, to: number): readonly number[] {
  const offset = (at: number): number => shown(zone, at) - at;
  const step = 13 * DAY;
  const changes: number[] = [];
  for (let start = from; start < to; start += step) {
    let low = start;
    let high = start + step;
    const before = offset(low);
    if (offset(high) === before) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
}

export const FEBRUARY_1972: number = Date.UTC(1972, 1, 1);
export const END_OF_2037: number = Date.UTC(2037, 11, 1);
