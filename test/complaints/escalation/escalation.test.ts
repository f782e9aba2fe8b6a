/** On which tier a case is, and why. */
import {
  defaultEscalation,
  defineEscalationPolicy,
  type EscalationTrigger,
  mayRehear,
  orThrow,
  parseEscalationPolicy,
  projectEscalation,
  viewComplaint,
  describe as words,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import {
  assessment,
  DAY,
  desk,
  HOUR,
  logAfter,
  MONDAY,
  offered,
  opened,
  proposing,
  tell,
  told,
} from '../desk/support.js';

const log = logAfter(opened('c1'), tell('ASSESS', MONDAY + HOUR, assessment));
const at = (asOf: number, triggers: readonly EscalationTrigger[], some = log) => {
  const { clocks } = orThrow(viewComplaint(desk, some, asOf));
  return projectEscalation(some, { ...defaultEscalation, triggers }, { clocks });
};

describe('time', () => {
  const response: readonly EscalationTrigger[] = [
    { when: 'budgetUsed', percent: 75, clocks: ['response'], to: 1 },
    { when: 'breached', clocks: ['response'], to: 2 },
  ];

  it('raises at 75 percent of fifteen business days and at the limit, and says when next', () => {
    const dueAt = Date.UTC(2026, 1, 3);
    const early = at(MONDAY + DAY, response);
    expect(early).toMatchObject({ tier: 0, raised: [], next: { to: 1 } });
    const risk = early.next?.at ?? 0;
    // Eleven days and a quarter of the twelfth, which is worked from 9 to 17.
    expect(new Date(risk).toISOString()).toBe('2026-01-28T11:00:00.000Z');
    expect(at(risk - 1, response).tier).toBe(0);
    expect(at(risk, response)).toMatchObject({ tier: 1, next: { at: dueAt, to: 2 } });
    const late = at(dueAt, response);
    expect(late.raised.map((one) => [one.from, one.to, one.at])).toEqual([
      [0, 1, risk],
      [1, 2, dueAt],
    ]);
    expect(words(late, 'en').split('\n')).toEqual([
      'On tier 2: Manager.',
      'Raised to tier 1 (Team leader): 75 percent of the time of “Response” (desk) was used up.',
      'Raised to tier 2 (Manager): “Response” (desk) was late.',
    ]);
  });

  it('does not raise for what was met before', () => {
    const met = offered();
    expect(at(MONDAY + 30 * DAY, [{ when: 'breached', clocks: ['response'], to: 2 }], met).tier).toBe(0);
  });

  it('looks at statutory clocks alone where it is told to', () => {
    expect(at(MONDAY + 90 * DAY, [{ when: 'breached', class: 'statutory', to: 3 }]).tier).toBe(0);
    expect(at(MONDAY + 90 * DAY, [{ when: 'breached', class: 'contractual', to: 3 }]).tier).toBe(3);
  });
});

describe('what happened', () => {
  it.each([
    ['low', 0],
    ['medium', 0],
    ['high', 1],
    ['critical', 2],
  ] as const)('%s severity', (severity, tier) => {
    const some = logAfter(opened('c1'), tell('ASSESS', MONDAY + HOUR, { ...assessment, severity }));
    const triggers = defaultEscalation.triggers.filter(({ when }) => when === 'severity');
    expect(at(MONDAY + HOUR, triggers, some).tier).toBe(tier);
  });

  it('safety, and a timer that goes up a tier each time, to the third at most', () => {
    const safe = logAfter(opened('c1'), tell('ASSESS', MONDAY + HOUR, { ...assessment, safety: true }));
    expect(at(MONDAY + HOUR, [{ when: 'safety', to: 2 }], safe).tier).toBe(2);
    let now = told([], opened('c1'));
    for (let i = 0; i < 5; i += 1) {
      const [timer] = now.timers;
      if (timer === undefined) throw new Error('no timer');
      now = told(now.log, { ...timer, firedAt: timer.dueAt });
    }
    const up = at(now.case.at, [{ when: 'timer', timers: ['TIMER_ASSESS'], to: 'nextTier' }], now.log);
    expect(up.raised.map(({ to }) => to)).toEqual([1, 2, 3]);
  });

  it('a second complaint of the same customer within the time, and not one of another', () => {
    const { clocks } = orThrow(viewComplaint(desk, log, MONDAY + DAY));
    const policy = {
      ...defaultEscalation,
      triggers: [{ when: 'repeated', times: 2, withinDays: 90, to: 1 }] as const,
    };
    const tier = (complainant: string, days: number) =>
      projectEscalation(log, policy, {
        clocks,
        related: [logAfter(opened('c0', MONDAY - days * DAY, { complainant }))],
      }).tier;
    expect(tier('k7', 90)).toBe(1);
    expect(tier('k7', 91)).toBe(0);
    expect(tier('k8', 1)).toBe(0);
  });

  it('nor one that was opened only after the instant asked about, whenever it was received', () => {
    const { clocks } = orThrow(viewComplaint(desk, log, MONDAY + DAY));
    const policy = {
      ...defaultEscalation,
      triggers: [{ when: 'repeated', times: 2, withinDays: 90, to: 1 }] as const,
    };
    const related = [logAfter(opened('c0', MONDAY + 2 * DAY, { receivedAt: MONDAY - DAY }))];
    const tier = (asOf: number) => projectEscalation(log, policy, { clocks, asOf, related }).tier;
    expect([tier(MONDAY + 2 * DAY - 1), tier(MONDAY + 2 * DAY)]).toEqual([0, 1]);
  });

  it('a threat, once it is spoken', () => {
    const { clocks } = orThrow(viewComplaint(desk, log, MONDAY + DAY));
    const threats = [{ of: 'press', at: MONDAY + 5 * HOUR }] as const;
    const standing = (asOf: number) =>
      projectEscalation(
        log,
        { ...defaultEscalation, triggers: [{ when: 'threat', of: ['press'], to: 2 }] },
        { clocks, asOf, threats },
      );
    expect(standing(MONDAY + 5 * HOUR - 1)).toMatchObject({ tier: 0, raised: [] });
    expect(standing(MONDAY + 5 * HOUR - 1).next).toBeUndefined();
    expect(standing(MONDAY + 5 * HOUR).tier).toBe(2);
  });

  it('a refusal of the answer, and the moves that are left', () => {
    const declined = told(
      offered(),
      tell('DECLINE', MONDAY + 4 * DAY, { reason: 'r', whatWouldSatisfy: 'w' }),
    );
    const heard = told(declined.log, tell('CHANGE_PLACE', MONDAY + 5 * DAY, { placeOrChannel: 'visit' }));
    const standing = at(MONDAY + 5 * DAY, [{ when: 'declined', times: 1, to: 1 }], heard.log);
    expect(standing).toMatchObject({ tier: 1, moves: { left: { person: 1, time: 1, place: 0 } } });
    expect(standing.moves.used.map(({ move }) => move)).toEqual(['place']);
  });
});

describe('who may hear a case again', () => {
  const heard = proposing();
  it.each([
    ['ann', ['owned', 'handled'], ['ASSESS', 'CONCLUDE']],
    ['zed', ['subject'], ['RECEIVE']],
    ['k7', ['complainant'], ['RECEIVE']],
    ['bea', [], []],
  ])('%s', (person, kinds, types) => {
    const { may, because, statements } = mayRehear(person, heard);
    expect(may).toBe(kinds.length === 0);
    expect(because.map(({ kind }) => kind)).toEqual(kinds);
    expect(because.map(({ type }) => type)).toEqual(types);
    expect(statements).toHaveLength(kinds.length);
  });
});

describe('a policy', () => {
  it('survives JSON and names what is wrong', () => {
    expect(orThrow(parseEscalationPolicy(JSON.parse(JSON.stringify(defaultEscalation))))).toEqual(
      defaultEscalation,
    );
    const [tier] = defaultEscalation.tiers;
    const twice = parseEscalationPolicy({ ...defaultEscalation, tiers: [tier, tier] });
    expect(twice._tag === 'Left' && twice.left[0].path).toEqual(['tiers', 1, 'tier']);
    const odd = parseEscalationPolicy({ ...defaultEscalation, triggers: [{ when: 'breached', to: 4 }] });
    expect(odd._tag === 'Left' && odd.left[0].path.slice(0, 2)).toEqual(['triggers', 0]);
    expect(defineEscalationPolicy({ triggers: [] }).tiers).toEqual(defaultEscalation.tiers);
  });
});
