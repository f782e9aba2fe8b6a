/** Whether options of a summary are what they should be: they may come from outside, where no type held. */
import { iterableProblem } from '../foundation/iterable.js';
import { type Problem, show } from '../foundation/problem.js';
import type { Window } from '../foundation/window.js';
import { checkWindow } from './check-model.js';

/** Every kind of window: one that comes from outside may be of none. */
const WINDOW_KINDS: Readonly<Record<Window['kind'], true>> = {
  all: true,
  rollingMonths: true,
  rollingDays: true,
  calendarYear: true,
  fixed: true,
};

/** What is wrong with a window. */
export function windowProblems(window: Window): readonly Problem[] {
  const values = Object.keys(WINDOW_KINDS);
  if (typeof window === 'object' && values.includes(window?.kind)) return checkWindow(window, ['window']);
  const found = show(typeof window === 'object' ? window?.kind : window);
  return [{ code: 'notOneOf', path: ['window', 'kind'], expected: { kind: 'oneOf', values }, found }];
}

/** The problem of customers that cannot be walked through. */
export function customersProblem(customers: unknown): Problem | undefined {
  return iterableProblem(customers, ['customers'], { en: 'list of customer ids', zh: '顾客编号列表' });
}
