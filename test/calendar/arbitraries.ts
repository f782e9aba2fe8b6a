/** Arbitrary calendars, small enough to be read in a counterexample; their exceptions lie where the tests ask. */
import {
  type CalendarException,
  type ClosingBoundary,
  compileCalendar,
  defineWorkingCalendar,
  type OpenHours,
  type Pause,
  type Weekday,
  type WeekRule,
  type WorkingCalendar,
} from 'clientele/calendar';
import fc from 'fast-check';

/** Whole and half hours, midnight (Havana) and none at all as clock changes; a quarter of an hour east. */
export const arbitraryZone: fc.Arbitrary<string> = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Shanghai',
  'Asia/Kathmandu',
);

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Times in which some of the zones change their clocks, or none does: the first day, and how many follow. */
export interface Season {
  readonly from: string;
  readonly days: number;
}
export const SEASONS: readonly Season[] = [
  { from: '2026-03-04', days: 12 },
  { from: '2026-03-25', days: 14 },
  { from: '2026-06-01', days: 12 },
  { from: '2026-09-28', days: 12 },
  { from: '2026-10-21', days: 16 },
];
export const arbitrarySeason: fc.Arbitrary<Season> = fc.constantFrom(...SEASONS);

const text = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Half hours; some around the clock, some by night. */
export const arbitraryHours: fc.Arbitrary<OpenHours> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<OpenHours>(['00:00', '24:00']) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.nat({ max: 47 }), fc.nat({ max: 48 }))
      .filter(([from, until]) => from !== until && !(from === 0 && until === 48))
      .map(([from, until]): OpenHours => [text(from * 30), text(until * 30)]),
  },
);

const hoursOfADay = fc.array(arbitraryHours, { minLength: 1, maxLength: 3 });

const arbitraryWeek: fc.Arbitrary<readonly WeekRule[]> = fc.array(
  fc.record({
    days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 5 }),
    hours: hoursOfADay,
  }),
  { minLength: 1, maxLength: 2 },
);

/** A day `offset` days after another. */
export function dayAfter(date: string, offset: number): string {
  return new Date(Date.parse(date) + offset * DAY).toISOString().slice(0, 10);
}

/** Exceptions of a season: at most one for a day besides breaks. */
function exceptionsIn(season: Season, week: readonly WeekRule[]): fc.Arbitrary<readonly CalendarException[]> {
  const open = [...new Set(week.flatMap(({ days }) => days))];
  const kinds: fc.Arbitrary<(date: string) => CalendarException> = fc.oneof(
    fc.constant((date: string): CalendarException => ({ kind: 'closed', date, name: `closed ${date}` })),
    fc.constantFrom(...open).map(
      (as) =>
        (date: string): CalendarException => ({ kind: 'workingDay', as, date, name: `make-up ${date}` }),
    ),
    hoursOfADay.map(
      (hours) =>
        (date: string): CalendarException => ({ kind: 'hours', hours, date, name: `hours ${date}` }),
    ),
  );
  const dated = fc.array(fc.tuple(fc.nat({ max: season.days }), kinds), { maxLength: 4 });
  const breaks = fc.array(fc.tuple(fc.nat({ max: season.days }), hoursOfADay), { maxLength: 2 });
  return fc.tuple(dated, breaks).map(([others, taken]) => {
    const days = new Set<number>();
    return [
      ...others
        .filter(([day]) => !days.has(day) && days.add(day))
        .map(([day, exception]) => exception(dayAfter(season.from, day))),
      ...taken.map(([day, hours]): CalendarException => {
        const date = dayAfter(season.from, day);
        return { kind: 'break', hours, date, name: `break ${date}` };
      }),
    ];
  });
}

/** A calendar with exceptions in a season. */
export function calendarIn(season: Season, zones = arbitraryZone): fc.Arbitrary<WorkingCalendar> {
  return fc
    .record({
      zone: zones,
      week: arbitraryWeek,
      conventions: fc.record({
        boundary: fc.constantFrom<ClosingBoundary>('close', 'nextOpening'),
        gap: fc.constantFrom('shift' as const, 'clamp' as const),
        fold: fc.constantFrom('earlier' as const, 'later' as const),
      }),
    })
    .chain((calendar) =>
      exceptionsIn(season, calendar.week).map((exceptions) =>
        defineWorkingCalendar({ name: 'arbitrary', ...calendar, exceptions }),
      ),
    );
}

/** An instant of a season, in whole minutes times `minutes`. */
export function instantIn(season: Season, minutes = 1): fc.Arbitrary<number> {
  const first = Date.parse(season.from) + DAY;
  const count = ((season.days - 2) * DAY) / (minutes * MINUTE);
  return fc.nat({ max: count }).map((n) => first + n * minutes * MINUTE);
}

/** Pauses of a season that have an end. */
export function pausesIn(season: Season, minutes = 1): fc.Arbitrary<readonly Pause[]> {
  return fc.array(
    fc
      .tuple(
        instantIn(season, minutes),
        fc.nat({ max: 2880 / minutes }),
        fc.constantFrom('customer', 'supplier'),
      )
      .map(([from, length, reason]) => ({ from, until: from + length * minutes * MINUTE, reason })),
    { maxLength: 4 },
  );
}

/** A calendar with an instant and pauses of the same season. */
export const arbitraryCase = arbitrarySeason.chain((season) =>
  fc.record({
    season: fc.constant(season),
    calendar: calendarIn(season).map((one) => ({
      model: one,
      compiled: compileCalendar(one),
      [fc.toStringMethod]: () => JSON.stringify(one),
    })),
    from: instantIn(season),
    pauses: pausesIn(season),
    minutes: fc.oneof(fc.nat({ max: 3000 }), fc.double({ min: 0, max: 3000, noNaN: true })),
  }),
);
