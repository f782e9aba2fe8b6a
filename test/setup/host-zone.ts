/** Makes sure that the tests do run under the host zone their project names. */
const zoneOf = (timeZone?: string): string =>
  new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

const wanted = process.env['TZ'];
if (zoneOf(wanted) !== zoneOf()) throw new Error(`TZ=${wanted} is wanted, but the host zone is ${zoneOf()}`);

export {};
