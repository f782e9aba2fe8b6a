/** Why a desk is open at a time: what the day is on which the shift began, in each calendar that must be open. */
import { isoDay } from '../foundation/civil.js';
import type { Interval } from '../foundation/window.js';
import type { CompiledCalendar, DayKind } from './compiled-calendar.js';

/** The day whose hours are counted, and what it is. */
export type OpenReason = DayKind & {
  /** The name of the calendar. */
  readonly calendar: string;
  /** The civil day on which the shift starts, `yyyy-MM-dd` in the zone of that calendar. */
  readonly day: string;
};

/** Open time with the reasons for it, cut where another shift of some calendar takes over. */
export function openReasons(
  { parts }: CompiledCalendar,
  span: Interval,
): readonly (Interval & { readonly because: readonly OpenReason[] })[] {
  return parts.reduce<readonly (Interval & { readonly because: readonly OpenReason[] })[]>(
    (open, { name, timeline, dayKind }) =>
      open.flatMap((one) =>
        timeline.pieces(one.from, one.until).map(({ from, until, day }) => ({
          from,
          until,
          because: [...one.because, { calendar: name, day: isoDay(day), ...dayKind(day) }],
        })),
      ),
    [{ ...span, because: [] }],
  );
}
