/** A compiled calendar in JSON is the model that it was made from. */
import {
  addWorkingTime,
  chinaOfficeCalendar,
  compileCalendar,
  defineWorkingCalendar,
  intersectCalendars,
  mondayToFriday,
  orThrow,
  parseWorkingCalendar,
} from 'clientele/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase } from './arbitraries.js';

describe('JSON of a compiled calendar', () => {
  it('is the calendar that was compiled, and is read back', () => {
    const model = chinaOfficeCalendar();
    const stored: unknown = JSON.parse(JSON.stringify(compileCalendar(model)));
    expect(parseWorkingCalendar(stored)).toEqual({ _tag: 'Right', right: model });
  });

  it('of an intersection is the list of its calendars, in their order', () => {
    const week = mondayToFriday(['09:00', '17:00']);
    const [berlin, newYork, tokyo] = [
      defineWorkingCalendar({ name: 'Berlin', zone: 'Europe/Berlin', week }),
      defineWorkingCalendar({ name: 'New York', zone: 'America/New_York', week }),
      defineWorkingCalendar({ name: 'Tokyo', zone: 'Asia/Tokyo', week }),
    ];
    const two = intersectCalendars(compileCalendar(berlin), compileCalendar(newYork));
    const three = intersectCalendars(two, compileCalendar(tokyo));
    expect(JSON.parse(JSON.stringify({ three }))).toEqual({ three: [berlin, newYork, tokyo] });
  });

  it('answers as before once it is compiled again', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ calendar: { compiled }, from, minutes }) => {
        const again = compileCalendar(orThrow(parseWorkingCalendar(JSON.parse(JSON.stringify(compiled)))));
        expect(addWorkingTime(again, from, minutes)).toEqual(addWorkingTime(compiled, from, minutes));
      }),
      { numRuns: 30 },
    );
  });
});
