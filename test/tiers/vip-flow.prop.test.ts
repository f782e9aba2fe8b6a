/** The VIP flow against a model that knows only a phase, a day on which the year ends, and whether there was a year before. */
import {
  decideVip,
  evolveVip,
  noVipMembership,
  orThrow,
  replayVipMembership,
  type Truth,
  type VipCommand,
  type VipFlowOptions,
  type VipMembership,
  vipTermAt,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DAY = 86_400_000;
const START = Date.UTC(2023, 11, 1);

/** Reading, paperwork and phases in the fewest words: `out` is ordinary or lapsed. */
interface Model {
  phase: 'out' | 'candidate' | 'notified' | 'waiting' | 'vip' | 'review';
  open: 'nothing' | 'form' | 'reply';
  lapsed: boolean;
  lapsedOn: number;
  today: number;
  /** First day after the year. */
  end: number;
}

interface Real {
  membership: VipMembership;
  next: number;
}

type Kind = VipCommand['kind'];
type Reading = VipFlowOptions & { readonly leapDay: 'february28' | 'march1' };

/** UTC keeps the calendar of the model simple: a `Date` knows it. */
function yearAfter(day: number, leapDay: 'february28' | 'march1'): number {
  const date = new Date(START + day * DAY);
  const month = date.getUTCMonth();
  const isLeapDay = month === 1 && date.getUTCDate() === 29;
  const of = isLeapDay && leapDay === 'february28' ? 28 : date.getUTCDate();
  return (Date.UTC(date.getUTCFullYear() + 1, month, of) - START) / DAY;
}

class Report implements fc.Command<Model, Real> {
  readonly kind: Kind;
  readonly days: number;
  readonly result: Truth;
  readonly options: Reading;

  constructor(kind: Kind, days: number, result: Truth, options: Reading) {
    this.kind = kind;
    this.days = days;
    this.result = result;
    this.options = options;
  }

  check(): boolean {
    return true;
  }

  /** Whether it is possible, and what it does to the model. */
  private expected(m: Model): boolean {
    const today = m.today + this.days;
    const { activateOn = 'reply', renewFrom = 'expiry', leapDay } = this.options;
    const begin = (from: number): void => {
      m.phase = 'vip';
      m.end = yearAfter(from, leapDay);
    };
    switch (this.kind) {
      case 'evaluate':
        if (m.phase !== 'out' || (m.lapsed && today <= m.lapsedOn)) return false;
        if (this.result === 'yes') m.phase = 'candidate';
        break;
      case 'phone':
        if (m.phase !== 'candidate') return false;
        m.phase = 'notified';
        if (activateOn === 'notification') {
          begin(today);
          m.open = 'form';
        }
        break;
      case 'postForm':
        if (m.phase !== 'notified' && (m.phase !== 'vip' || m.open !== 'form')) return false;
        m.open = 'reply';
        if (m.phase === 'notified') m.phase = 'waiting';
        break;
      case 'register':
        if (m.open !== 'reply' || (m.phase !== 'waiting' && m.phase !== 'vip')) return false;
        m.open = 'nothing';
        if (m.phase === 'waiting') begin(today);
        break;
      case 'expireReply':
        if (m.open !== 'reply' || (m.phase !== 'waiting' && m.phase !== 'vip')) return false;
        m.open = 'nothing';
        if (m.phase === 'waiting') m.phase = 'out';
        break;
      case 'endYear':
        if (m.phase !== 'vip' || today < m.end) return false;
        m.phase = 'review';
        break;
      case 'reevaluate':
        if (m.phase !== 'review') return false;
        if (this.result === 'yes') begin(renewFrom === 'expiry' ? m.end : today);
        if (this.result === 'no') {
          m.phase = 'out';
          m.open = 'nothing';
          m.lapsed = true;
          m.lapsedOn = today;
        }
        break;
    }
    m.today = today;
    return true;
  }

  run(model: Model, real: Real): void {
    const at = START + (model.today + this.days) * DAY;
    const id = String(real.next++);
    const command = { kind: this.kind, id, at, result: this.result } as VipCommand;
    const decided = decideVip(real.membership, command, this.options);
    expect(decided._tag).toBe(this.expected(model) ? 'Right' : 'Left');
    if (decided._tag === 'Left') return;
    const before = real.membership;
    real.membership = decided.right.reduce((now, event) => orThrow(evolveVip(now, event)), before);

    agree(model, real.membership);
    expect(real.membership.events).toHaveLength(before.events.length + 1);
    expect(decideVip(real.membership, command, this.options)).toEqual({ _tag: 'Right', right: [] });
    expect(orThrow(replayVipMembership(real.membership.events))).toEqual(real.membership);
  }

  toString(): string {
    return `${this.kind}(+${this.days} days, ${this.result})`;
  }
}

function agree(model: Model, { state }: VipMembership): void {
  const phases = {
    ordinary: 'out',
    lapsed: 'out',
    candidate: 'candidate',
    notified: 'notified',
    formSent: 'waiting',
    active: 'vip',
    underReview: 'review',
  } as const;
  expect(phases[state.kind]).toBe(model.phase);
  if (model.phase === 'out') expect(state.kind).toBe(model.lapsed ? 'lapsed' : 'ordinary');
  if (state.kind === 'active') {
    expect((state.term.until - START) / DAY).toBe(model.end);
    expect(
      { toSend: 'form', sent: 'reply', registered: 'nothing', unanswered: 'nothing' }[state.paperwork],
    ).toBe(model.open);
  }
}

const KINDS: readonly Kind[] = [
  'evaluate',
  'phone',
  'postForm',
  'register',
  'expireReply',
  'endYear',
  'reevaluate',
];

/** Mostly in the order of the flow, so that long walks come about; now and then anything. */
function reports(options: Reading): fc.Arbitrary<Report>[] {
  const days = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 89, 90, 91, 365, 366, 400));
  const result = fc.constantFrom<Truth>('yes', 'yes', 'yes', 'no', 'unknown');
  return KINDS.map((kind) => fc.tuple(days, result).map(([d, r]) => new Report(kind, d, r, options)));
}

const fresh = () => ({
  model: { phase: 'out', open: 'nothing', lapsed: false, lapsedOn: 0, today: 0, end: 0 } as Model,
  real: { membership: noVipMembership, next: 0 },
});

const READINGS = (['reply', 'notification'] as const).flatMap((activateOn) =>
  (['expiry', 'reevaluation'] as const).flatMap((renewFrom) =>
    (['february28', 'march1'] as const).map((leapDay) => ({ zone: 'UTC', activateOn, renewFrom, leapDay })),
  ),
);

describe('the VIP flow', () => {
  it.each(READINGS)('does what the model does ($activateOn, $renewFrom, $leapDay)', (options) => {
    fc.assert(
      fc.property(fc.commands(reports(options), { maxCommands: 120, size: 'max' }), (commands) => {
        fc.modelRun(fresh, commands);
      }),
      { numRuns: 60 },
    );
  });

  /** Anything possible, chosen by number: every walk is a legal one. */
  const walks = fc.array(
    fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 200 }), fc.constantFrom<Truth>('yes', 'no')),
    {
      maxLength: 40,
    },
  );

  function walked(
    steps: readonly (readonly [number, number, Truth])[],
    options: VipFlowOptions,
  ): VipMembership {
    let membership = noVipMembership;
    let at = START;
    for (const [index, [choice, days, result]] of steps.entries()) {
      at += days * DAY;
      const tries = KINDS.map((kind) =>
        decideVip(membership, { kind, id: String(index), at, result } as VipCommand, options),
      ).filter((one) => one._tag === 'Right');
      const taken = tries[choice % Math.max(tries.length, 1)];
      if (taken === undefined) continue;
      for (const event of orThrow(taken)) membership = orThrow(evolveVip(membership, event));
    }
    return membership;
  }

  it.each(READINGS)('has years that do not overlap ($activateOn, $renewFrom, $leapDay)', (options) => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { events } = walked(steps, options);
        const terms = events.flatMap((event) => ('term' in event && event.term !== null ? [event.term] : []));
        for (const [i, term] of terms.entries()) {
          expect(term.until - term.from).toBeLessThanOrEqual(366 * DAY);
          expect(term.until - term.from).toBeGreaterThanOrEqual(364 * DAY);
          expect(term.from).toBeGreaterThanOrEqual(terms[i - 1]?.until ?? term.from);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same answer for events that come twice, and knows the year of every active state', () => {
    fc.assert(
      fc.property(walks, fc.nat(40), (steps, again) => {
        const membership = walked(steps, READINGS[0] ?? { zone: 'UTC' });
        const { events, state } = membership;
        const doubled = [...events.slice(0, again), ...events.slice(0, again), ...events.slice(again)];
        expect(orThrow(replayVipMembership(doubled))).toEqual(membership);
        if (state.kind === 'active') expect(vipTermAt(membership, state.term.from)).toEqual(state.term);
      }),
      { numRuns: 100 },
    );
  });
});
