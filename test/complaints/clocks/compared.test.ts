/** A limit that is the later or the earlier of several, each counted from its own moment. */
import {
  type ClockRule,
  type ComparedLimit,
  checkRulePacks,
  defineRulePack,
  explainClock,
  describe as inWords,
  orThrow,
  parseRulePack,
  type RulePack,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { calendars, clockOf, lastDayOf, logOf, project, received, type Told } from './support.js';

const LONDON = 'Europe/London';
const fromEvent: ComparedLimit['of'][number] = {
  name: { en: 'Six months from the event', zh: '自事件起六个月' },
  rule: { budget: { kind: 'months', months: 6 } },
};
const fromAwareness: ComparedLimit['of'][number] = {
  name: { en: 'Three months from awareness', zh: '自知情起三个月' },
  rule: { budget: { kind: 'months', months: 3 } },
  from: { data: 'awareOn' },
  optional: true,
};

function pack(limit: ClockRule['limit'], more: Partial<ClockRule> = {}): RulePack {
  return defineRulePack({
    name: 'bar',
    title: { en: 'Time bar', zh: '时效' },
    zone: LONDON,
    clocks: [
      {
        clock: 'claim',
        name: { en: 'Claim', zh: '主张期限' },
        kind: 'window',
        class: 'contractual',
        starts: [{ event: 'RECEIVE' }],
        meets: [{ event: 'CLAIM' }],
        limit,
        ...more,
      },
    ],
  });
}

const latest = (...of: ComparedLimit['of']): ComparedLimit => ({ whichever: 'latest', of });
const later = pack(latest(fromEvent, fromAwareness));
const opened = (data: Readonly<Record<string, unknown>> = {}): Told => received('2026-01-15T10:00:00Z', data);
const claim = (of: RulePack, opening: Told, ...told: readonly Told[]) =>
  clockOf(project(logOf(opening, ...told), { packs: [of], asOf: '2026-02-01' }), 'claim');

describe('the latest of two limits', () => {
  it('is the second where somebody became aware late, and the first where they were early or have not said', () => {
    expect(lastDayOf(claim(later, opened({ awareOn: '2026-05-20' })), LONDON)).toBe('2026-08-20');
    expect(lastDayOf(claim(later, opened({ awareOn: '2026-02-20' })), LONDON)).toBe('2026-07-15');
    expect(lastDayOf(claim(later, opened()), LONDON)).toBe('2026-07-15');
  });

  it('the earliest is the other one', () => {
    const earlier = pack({ whichever: 'earliest', of: [fromEvent, fromAwareness] });
    expect(lastDayOf(claim(earlier, opened({ awareOn: '2026-05-20' })), LONDON)).toBe('2026-07-15');
    expect(lastDayOf(claim(earlier, opened({ awareOn: '2026-02-20' })), LONDON)).toBe('2026-05-20');
  });

  it('counts from an instant as from a day, and from what the case told before', () => {
    const told = latest(fromEvent, { ...fromAwareness, from: { record: 'RECEIVE.awareOn' } });
    const awareOn = Date.parse('2026-05-20T12:00:00Z');
    expect(lastDayOf(claim(pack(told), opened({ awareOn })), LONDON)).toBe('2026-08-20');
  });

  it('that must be told is a problem where it is not, or is no time', () => {
    const { optional: _, ...mustBeTold } = fromAwareness;
    expect(claim(pack(latest(fromEvent, mustBeTold)), opened()).status).toMatchObject({
      kind: 'undated',
      problems: [{ code: 'missing', path: ['RECEIVE', 'awareOn'] }],
    });
    expect(claim(later, opened({ awareOn: 'in May' })).status).toMatchObject({
      kind: 'undated',
      problems: [{ code: 'notAnInstant', path: ['RECEIVE', 'awareOn'] }],
    });
  });
});

describe('its explanation', () => {
  const explained = (of: RulePack, opening: Told) =>
    orThrow(
      explainClock(
        logOf(opening),
        { pack: 'bar', clock: 'claim' },
        { packs: [of], calendars, asOf: '2026-02-01' },
      ),
    );

  it('tells every limit with its count, and which of them decides', () => {
    const why = explained(later, opened({ awareOn: '2026-05-20' }));
    expect(inWords(why, 'en').split('\n')).toEqual([
      'Claim: open until the end of 20 August 2026. Rule: bar 1.',
      'The latest of 2 limits counts.',
      'Six months from the event, from 10:00 on 15 January 2026: until the end of 15 July 2026.',
      'From Thursday 15 January 2026, which is not counted.',
      '6 months from Thursday 15 January 2026 end on Wednesday 15 July 2026: 181 days.',
      'Friday 16 January 2026 to Wednesday 15 July 2026: 181 calendar days.',
      'The last day is Wednesday 15 July 2026, to its end.',
      'Three months from awareness, from 00:00 on 20 May 2026: until the end of 20 August 2026.',
      'From Wednesday 20 May 2026, which is not counted.',
      '3 months from Wednesday 20 May 2026 end on Thursday 20 August 2026: 92 days.',
      'Thursday 21 May 2026 to Thursday 20 August 2026: 92 calendar days.',
      'The last day is Thursday 20 August 2026, to its end.',
      'What counts: Three months from awareness.',
    ]);
    expect(why.compared?.map(({ decides, deadline }) => [decides, deadline.lastDay])).toEqual([
      [false, '2026-07-15'],
      [true, '2026-08-20'],
    ]);
    expect(why.deadline?.at).toBe(why.clock.dueAt);
    expect(inWords(why, 'zh')).toContain('自知情起三个月，自 2026年5月20日 00:00 起：至 2026年8月20日结束。');
  });

  it('names what the case has not told', () => {
    const why = explained(later, opened());
    expect(inWords(why, 'en')).toContain('Three months from awareness: not told, left out.');
    expect(inWords(why, 'zh')).toContain('自知情起三个月：未告知，不参与比较。');
    expect(why.compared).toHaveLength(1);
  });

  it('has no count where there is none', () => {
    const why = explained(later, opened({ awareOn: 'in May' }));
    expect(why).not.toHaveProperty('deadline');
    expect(why.derivation).toEqual([]);
  });
});

describe('pauses and shares', () => {
  const days = (n: number, name: string): ComparedLimit['of'][number] => ({
    name: { en: name, zh: name },
    rule: { budget: { kind: 'calendarDays', days: n } },
  });
  const pauses = [{ reason: 'customer', whileIn: ['waiting'] }];
  const asked: Told = ['ASK', '2026-01-20T10:00:00Z', 'waiting'];
  const of = [days(3, 'three'), days(10, 'ten')] as const;

  it('the latest waits for a pause that lasts; the earliest does not where it ended before', () => {
    expect(claim(pack({ whichever: 'latest', of }, { pauses }), opened(), asked).status.kind).toBe('paused');
    const first = claim(pack({ whichever: 'earliest', of }, { pauses }), opened(), asked);
    expect(lastDayOf(first, LONDON)).toBe('2026-01-18');
    const both = [days(8, 'eight'), days(10, 'ten')];
    expect(claim(pack({ whichever: 'earliest', of: both }, { pauses }), opened(), asked).status.kind).toBe(
      'paused',
    );
  });

  it('shares are those of the limit that decides', () => {
    const { atRiskAt } = claim(pack({ whichever: 'latest', of }, { atRisk: [50] }), opened());
    expect(atRiskAt.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-01-21T00:00:00.000Z']);
  });
});

describe('as a model', () => {
  const problems = (limit: unknown) => {
    const result = parseRulePack({ ...later, clocks: [{ ...later.clocks[0], limit }] });
    return result._tag === 'Left' ? result.left.map(({ code, path }) => `${code} ${path.join('.')}`) : [];
  };

  it('survives JSON, and packs without it are read as before', () => {
    expect(parseRulePack(JSON.parse(JSON.stringify(later)))).toEqual({ _tag: 'Right', right: later });
    expect(problems({ budget: { kind: 'months', months: 6 } })).toEqual([]);
    expect(problems({ untilField: 'acceptBy' })).toEqual([]);
    expect(checkRulePacks([later])).toEqual([]);
  });

  it('has two limits or more that are right, one of them not optional', () => {
    const at = 'clocks.0.limit';
    expect(problems({ whichever: 'latest', of: [fromEvent] })).toEqual([`outOfRange ${at}.of`]);
    expect(problems({ whichever: 'longest', of: [fromEvent, fromAwareness] })).toEqual([
      `notOneOf ${at}.whichever`,
    ]);
    expect(problems({ whichever: 'latest', of: [fromAwareness, fromAwareness] })).toEqual([
      `missing ${at}.of`,
    ]);
    const none = { ...fromEvent, rule: { budget: { kind: 'months', months: 0 }, anchorDay: 'included' } };
    expect(problems({ whichever: 'latest', of: [fromEvent, none] })).toEqual([
      `outOfRange ${at}.of.1.rule.budget.months`,
    ]);
  });
});
