/** The colours of the pictures by name; the report's style sheet says what they are by day, by night and on paper. */

const STEPS = 7;

/** The fill of a step of the ramp, 0 (least) to `of - 1` (most). */
export function rampFill(step: number, of: number): string {
  return `var(--ramp-${rampStep(step, of)})`;
}

/** Ink that can be read on {@link rampFill}. */
export function rampInk(step: number, of: number): string {
  return `var(--on-ramp-${rampStep(step, of)})`;
}

function rampStep(step: number, of: number): number {
  return of < 2 ? STEPS - 1 : Math.round((step * (STEPS - 1)) / (of - 1));
}

/** The fill of a score, 1 to `of`; the lowest is darker than the ramp's beginning, to stand out from the page. */
export function scoreFill(score: number, of: number): string {
  return rampFill(score, of + 1);
}

export const CUSTOMERS_FILL = 'var(--customers)';
export const REVENUE_FILL = 'var(--revenue)';
