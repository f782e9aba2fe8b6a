/** What holds of limits that are compared, whatever they count and from where. */
import {
  compileCalendar,
  type DeadlineRule,
  defineWorkingCalendar,
  mondayToFriday,
} from 'clientele/calendar';
import {
  type CaseClock,
  type ClockLimit,
  type ComparedLimit,
  defineRulePack,
  explainClock,
  describe as inWords,
  orThrow,
  projectClocks,
} from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logOf } from './support.js';

const HOUR = 3_600_000;
/** Monday 5 January 2026 in London. */
const MONDAY = Date.parse('2026-01-05T00:00:00Z');
const calendars = {
  default: compileCalendar(
    defineWorkingCalendar({ name: 'desk', zone: 'Europe/London', week: mondayToFriday(['09:00', '17:00']) }),
  ),
};

const rule: fc.Arbitrary<DeadlineRule> = fc
  .record({
    kind: fc.constantFrom('calendarDays' as const, 'businessDays' as const, 'workingMinutes' as const),
    size: fc.nat({ max: 40 }),
  })
  .map(({ kind, size }) =>
    kind === 'workingMinutes' ? { budget: { kind, minutes: 60 * size } } : { budget: { kind, days: size } },
  );
const parts = fc
  .array(fc.record({ rule, anchor: fc.option(fc.nat({ max: 24 * 40 }), { nil: undefined }) }), {
    minLength: 2,
    maxLength: 4,
  })
  .map((all) =>
    all.map((one, i) => ({
      ...one,
      part: {
        name: { en: `limit ${i}`, zh: `期限 ${i}` },
        rule: one.rule,
        ...(one.anchor === undefined ? {} : { from: { data: `at${i}` } as const }),
      },
    })),
  );

function answer(limit: ClockLimit, data: Readonly<Record<string, unknown>>) {
  const pack = defineRulePack({
    name: 'bar',
    title: { en: 'Bar', zh: '时效' },
    zone: 'Europe/London',
    clocks: [
      {
        clock: 'claim',
        name: { en: 'Claim', zh: '主张' },
        kind: 'window',
        class: 'contractual',
        starts: [{ event: 'RECEIVE' }],
        meets: [],
        limit,
        atRisk: [50],
      },
    ],
  });
  const log = logOf(['RECEIVE', new Date(MONDAY).toISOString(), 'open', data]);
  const options = { packs: [pack], calendars, asOf: MONDAY };
  const [clock] = orThrow(projectClocks(log, options)).clocks;
  if (clock === undefined) throw new Error('the clock has started');
  return { clock, why: orThrow(explainClock(log, { pack: 'bar', clock: 'claim' }, options)) };
}

const dueAt = ({ dueAt: at }: CaseClock): number => at ?? Number.NaN;
const both = fc.constantFrom<ComparedLimit['whichever']>('latest', 'earliest');

describe('compared limits', () => {
  test('are the latest or earliest of what each is by itself, whatever their order, and explained by each', () => {
    fc.assert(
      fc.property(parts, both, (all, whichever) => {
        const data = Object.fromEntries(
          all.flatMap(({ anchor }, i) => (anchor === undefined ? [] : [[`at${i}`, MONDAY + anchor * HOUR]])),
        );
        const alone = all.map(({ part }) => {
          // By itself: the same limit twice.
          const twice: ComparedLimit = { whichever: 'latest', of: [part, part] };
          return dueAt(answer(twice, data).clock);
        });
        all.forEach(({ anchor, rule: own }, i) => {
          if (anchor === undefined) expect(alone[i]).toBe(dueAt(answer(own, data).clock));
        });
        const of = all.map(({ part }) => part);
        const { clock, why } = answer({ whichever, of }, data);
        expect(dueAt(clock)).toBe(whichever === 'latest' ? Math.max(...alone) : Math.min(...alone));
        expect(dueAt(answer({ whichever, of: of.toReversed() }, data).clock)).toBe(dueAt(clock));

        expect(why.compared?.map(({ deadline }) => deadline.at)).toEqual(alone);
        expect(why.compared?.filter(({ decides }) => decides).map(({ deadline }) => deadline.at)).toEqual([
          dueAt(clock),
        ]);
        for (const { deadline } of why.compared ?? []) {
          const counted = deadline.steps.reduce((sum, one) => sum + ('counted' in one ? one.counted : 0), 0);
          expect(counted).toBeCloseTo(deadline.total, 6);
        }
        for (const { at } of clock.atRiskAt) expect(at).toBeLessThanOrEqual(dueAt(clock));
        expect(inWords(why, 'en')).not.toMatch(/[{}]|NaN|undefined/);
        expect(inWords(why, 'zh')).not.toMatch(/[{}]|NaN|undefined/);
      }),
      { numRuns: 60 },
    );
  });

  test('one that is optional and not told changes nothing', () => {
    fc.assert(
      fc.property(parts, both, rule, (all, whichever, more) => {
        const of = all.map(({ part: { name, rule: own } }) => ({ name, rule: own }));
        const untold = {
          name: { en: 'untold', zh: '未告知' },
          rule: more,
          from: { data: 'never' },
          optional: true,
        } as const;
        expect(dueAt(answer({ whichever, of: [untold, ...of] }, {}).clock)).toBe(
          dueAt(answer({ whichever, of }, {}).clock),
        );
      }),
      { numRuns: 40 },
    );
  });
});
