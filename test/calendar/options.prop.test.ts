/** Whatever stands among the options of a question is one of them, or is refused by its name. */
import {
  addWorkingTime,
  alwaysOpen,
  compileCalendar,
  deadlineOf,
  explainSubtractedWorkingTime,
  type Result,
  subtractWorkingTime,
  workingTimeBetween,
} from 'clientele/calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const always = compileCalendar(alwaysOpen('UTC'));
const weeks = { budget: { kind: 'weeks', weeks: 1 } } as const;
type Ask = (options: object) => Result<unknown>;
const questions: readonly (readonly [known: readonly string[], ask: Ask])[] = [
  [['pauses', 'boundary'], (options) => addWorkingTime(always, 0, 60, options)],
  [['pauses'], (options) => subtractWorkingTime(always, 0, 60, options)],
  [['pauses'], (options) => explainSubtractedWorkingTime(always, 0, 60, options)],
  [['pauses'], (options) => workingTimeBetween(always, 0, 60, options)],
  [['pauses'], (options) => deadlineOf(always, weeks, 0, options)],
];

/** Names that are nearly right among any others; no values that could be wrong for another reason. */
const options = fc.dictionary(
  fc.oneof(fc.constantFrom('pauses', 'boundary', 'bondary', 'pause', 'Pauses', 'toString'), fc.string()),
  fc.constant(undefined),
  { maxKeys: 4 },
);

test('each unknown name is one problem, in their order, and without one there is an answer', () => {
  const seen = { refused: 0, answered: 0 };
  fc.assert(
    fc.property(options, fc.constantFrom(...questions), (said, [known, ask]) => {
      const unknown = Object.keys(said).filter((key) => !known.includes(key));
      const answer = ask(said);
      seen[unknown.length > 0 ? 'refused' : 'answered'] += 1;
      if (unknown.length === 0) expect(answer._tag).toBe('Right');
      else
        expect(answer).toMatchObject({
          _tag: 'Left',
          left: unknown.map((key) => ({
            code: 'unknownKey',
            path: [key],
            expected: { kind: 'keys', known },
          })),
        });
    }),
  );
  expect(Math.min(seen.refused, seen.answered)).toBeGreaterThan(5);
});
