/** Logs of cases, shortly written, and the calendars that the published packs name. */
import {
  type CompiledCalendar,
  chinaOfficeCalendar,
  compileCalendar,
  englandAndWalesBusinessCalendar,
} from 'clientele/calendar';
import {
  type CaseClock,
  type CaseClocks,
  type CaseEvent,
  type ClockOptions,
  orThrow,
  projectClocks,
} from 'clientele/complaints';

export const calendars: Readonly<Record<string, CompiledCalendar>> = {
  uk: compileCalendar(englandAndWalesBusinessCalendar()),
  cn: compileCalendar(chinaOfficeCalendar()),
  default: compileCalendar(englandAndWalesBusinessCalendar()),
};

/** An event: what happened, when (ISO 8601), where it led and what it carried. */
export type Told = readonly [type: string, at: string, to: string, data?: Readonly<Record<string, unknown>>];

/** A log of one case; each event begins where the one before led. */
export function logOf(...told: readonly Told[]): readonly CaseEvent[] {
  return told.map(([type, at, to, data = {}], i) => ({
    type,
    id: `e${i + 1}`,
    at: Date.parse(at),
    by: { id: 'ann', role: 'agent' },
    data,
    caseId: 'c1',
    revision: i + 1,
    workflow: 'complaints@1',
    transition: i === 0 ? 'opening' : `t${i}`,
    from: told[i - 1]?.[2] ?? null,
    to,
  }));
}

/** The opening at an instant, received then. */
export function received(at: string, data: Readonly<Record<string, unknown>> = {}): Told {
  return ['RECEIVE', at, 'received', { receivedAt: Date.parse(at), ...data }];
}

export function project(
  log: readonly CaseEvent[],
  options: Partial<ClockOptions> & Pick<ClockOptions, 'packs' | 'asOf'>,
): CaseClocks {
  return orThrow(projectClocks(log, { calendars, ...options }));
}

/** The last round of a clock. */
export function clockOf({ clocks }: CaseClocks, name: string): CaseClock {
  const found = clocks.findLast(({ clock }) => clock === name);
  if (found === undefined)
    throw new Error(`no clock ${name} among ${clocks.map(({ clock }) => clock).join(', ')}`);
  return found;
}

/** The last civil day in time of a clock whose limit is the end of a day. */
export function lastDayOf(clock: CaseClock, zone: string): string {
  return dayIn(zone, (clock.dueAt ?? Number.NaN) - 1);
}

export function dayIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
}
