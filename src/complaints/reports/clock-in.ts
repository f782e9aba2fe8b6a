/** Clocks of zones, made once for all the logs of a report. */
import type { ZoneClock } from '../../foundation/civil.js';
import { clockOf } from '../../foundation/instant.js';
import { remembered } from '../../foundation/once.js';
import type { Result } from '../../foundation/result.js';

/** The clock of a zone, or a problem at `['zone']`. */
export const clockIn: (zone: string) => Result<ZoneClock> = /* @__PURE__ */ remembered(clockOf);
