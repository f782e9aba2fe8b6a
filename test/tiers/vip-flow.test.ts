/** The VIP membership flow of the source material (TIER-02), read as AMB-08 says. */
import {
  decideVip,
  evolveVip,
  explainVipMembership,
  noVipMembership,
  orThrow,
  replayVipMembership,
  describe as say,
  type Truth,
  type VipCommand,
  type VipCommandKind,
  type VipEvent,
  type VipFlowOptions,
  type VipMembership,
  vipTermAt,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { wrongs } from '../rfm/support.js';

const SHANGHAI: VipFlowOptions = { zone: 'Asia/Shanghai' };
const day = (text: string): number => Date.parse(`${text}T12:00:00+08:00`);

type Step = readonly [VipCommandKind, string, (Truth | undefined)?];

function commandOf([kind, when, result]: Step, index: number): VipCommand {
  return {
    kind,
    id: String(index),
    at: day(when),
    ...(result === undefined ? {} : { result }),
  } as VipCommand;
}

/** What became of a customer for whom all this was reported in turn. */
function walk(steps: readonly Step[], options: VipFlowOptions = SHANGHAI): VipMembership {
  return steps.reduce(
    (membership, step, index) =>
      orThrow(decideVip(membership, commandOf(step, index), options)).reduce(
        (now, event) => orThrow(evolveVip(now, event)),
        membership,
      ),
    noVipMembership,
  );
}

const MET: readonly Step[] = [['evaluate', '2025-01-10', 'yes']];
const POSTED: readonly Step[] = [...MET, ['phone', '2025-01-11'], ['postForm', '2025-01-12']];
const VIP: readonly Step[] = [...POSTED, ['register', '2025-02-01']];
const ENDED: readonly Step[] = [...VIP, ['endYear', '2026-02-01']];

describe('from the evaluation to the card', () => {
  it('goes through candidate, notified and formSent to active', () => {
    const kinds = [0, 1, 2, 3, 4].map((steps) => walk(VIP.slice(0, steps)).state.kind);
    expect(kinds).toEqual(['ordinary', 'candidate', 'notified', 'formSent', 'active']);
  });

  it('leaves who fails, or of whom not enough is known, an ordinary customer', () => {
    expect(walk([['evaluate', '2025-01-10', 'no']]).state).toEqual({ kind: 'ordinary' });
    expect(walk([['evaluate', '2025-01-10', 'unknown']]).state).toEqual({ kind: 'ordinary' });
  });

  it('counts the year from the day the details were registered', () => {
    expect(walk(VIP).state).toEqual({
      kind: 'active',
      paperwork: 'registered',
      term: {
        from: day('2025-02-01'),
        until: Date.parse('2026-02-01T00:00+08:00'),
        firstDay: '2025-02-01',
        lastDay: '2026-01-31',
      },
    });
  });

  it('waits for a reply until the host says that it no longer does', () => {
    expect(walk(POSTED).state.kind).toBe('formSent');
    expect(walk([...POSTED, ['expireReply', '2025-04-01']]).state).toEqual({ kind: 'ordinary' });
  });
});

describe('activation with the phone call', () => {
  const options: VipFlowOptions = { ...SHANGHAI, activateOn: 'notification' };
  const phoned: readonly Step[] = [...MET, ['phone', '2025-01-11']];

  it('begins the year there, and form and reply follow', () => {
    const paperwork = [phoned, POSTED, VIP].map((steps) => {
      const { state } = walk(steps, options);
      return state.kind === 'active' ? [state.term.firstDay, state.paperwork] : state.kind;
    });
    expect(paperwork).toEqual([
      ['2025-01-11', 'toSend'],
      ['2025-01-11', 'sent'],
      ['2025-01-11', 'registered'],
    ]);
  });

  it('is not undone by a reply that never came', () => {
    const { state } = walk([...POSTED, ['expireReply', '2025-04-01']], options);
    expect(state).toMatchObject({ kind: 'active', paperwork: 'unanswered' });
  });
});

describe('the end of the year', () => {
  it('leads to a review, and a yes straight to the next year', () => {
    expect(walk(ENDED).state.kind).toBe('underReview');
    expect(walk([...ENDED, ['reevaluate', '2026-02-20', 'yes']]).state).toMatchObject({
      kind: 'active',
      paperwork: 'registered',
      term: { firstDay: '2026-02-01', lastDay: '2027-01-31' },
    });
  });

  it('can begin the next year at the re-evaluation instead', () => {
    const steps: readonly Step[] = [...ENDED, ['reevaluate', '2026-02-20', 'yes']];
    expect(walk(steps, { ...SHANGHAI, renewFrom: 'reevaluation' }).state).toMatchObject({
      term: { from: day('2026-02-20'), firstDay: '2026-02-20', lastDay: '2027-02-19' },
    });
  });

  it('stays under review while it is not known whether the conditions are met', () => {
    expect(walk([...ENDED, ['reevaluate', '2026-02-20', 'unknown']]).state.kind).toBe('underReview');
  });

  it('lapses on a no, and a later annual evaluation makes a candidate again', () => {
    const lapsed: readonly Step[] = [...ENDED, ['reevaluate', '2026-02-20', 'no']];
    expect(walk(lapsed).state).toMatchObject({ kind: 'lapsed', ended: { lastDay: '2026-01-31' } });
    expect(walk([...lapsed, ['evaluate', '2027-01-10', 'no']]).state.kind).toBe('lapsed');
    const again: readonly Step[] = [...lapsed, ['evaluate', '2027-01-10', 'yes']];
    expect(walk(again).state.kind).toBe('candidate');
    const silent: readonly Step[] = [...again, ['phone', '2027-01-11'], ['postForm', '2027-01-12']];
    expect(walk([...silent, ['expireReply', '2027-04-01']]).state).toEqual(walk(lapsed).state);
  });

  it('is not reached before its time', () => {
    const early: VipCommand = { kind: 'endYear', id: 'x', at: Date.parse('2026-02-01T00:00+08:00') - 1 };
    expect(wrongs(decideVip(walk(VIP), early, SHANGHAI))).toEqual(['tooEarly at']);
    expect(decideVip(walk(VIP), { ...early, at: early.at + 1 }, SHANGHAI)._tag).toBe('Right');
  });

  it.each([
    ['february28', '2024-02-29', '2025-02-27'],
    ['march1', '2024-02-29', '2025-02-28'],
    ['february28', '2023-02-28', '2024-02-27'],
    ['march1', '2023-03-01', '2024-02-29'],
  ] as const)('with %s, a year from %s ends with %s', (leapDay, from, last) => {
    const steps: readonly Step[] = [
      ['evaluate', '2023-01-01', 'yes'],
      ['phone', '2023-01-02'],
      ['postForm', '2023-01-03'],
      ['register', from],
    ];
    expect(walk(steps, { ...SHANGHAI, leapDay }).state).toMatchObject({ term: { lastDay: last } });
  });

  it('falls on the first instant of a day that has no midnight', () => {
    // Santiago's clocks went from 24:00 of 7 September 2024 to 01:00.
    const registered: readonly Step[] = [
      ...POSTED.map(([kind, , result]): Step => [kind, '2023-09-01', result]),
      ['register', '2023-09-08'],
    ];
    const { state } = walk(registered, { zone: 'America/Santiago' });
    expect(state.kind === 'active' && new Date(state.term.until).toISOString()).toBe(
      '2024-09-08T04:00:00.000Z',
    );
  });
});

describe('a command that is refused', () => {
  const at = day('2030-01-01');

  it.each([
    [[], ['evaluate']],
    [MET, ['phone']],
    [POSTED.slice(0, 2), ['postForm']],
    [POSTED, ['register', 'expireReply']],
    [VIP, ['endYear']],
    [ENDED, ['reevaluate']],
  ] as readonly [readonly Step[], readonly string[]][])(
    'says what would be possible (%#)',
    (steps, possible) => {
      const all: readonly VipCommandKind[] = [
        'evaluate',
        'phone',
        'postForm',
        'register',
        'expireReply',
        'endYear',
        'reevaluate',
      ];
      for (const kind of all) {
        const result = decideVip(walk(steps), { kind, id: 'x', at, result: 'no' } as VipCommand, SHANGHAI);
        if (possible.includes(kind)) expect(result._tag).toBe('Right');
        else expect(result).toMatchObject({ left: [{ code: 'notNow', expected: { values: possible } }] });
      }
    },
  );

  it('is put into words in both languages', () => {
    const result = decideVip(walk(MET), { kind: 'endYear', id: 'x', at }, SHANGHAI);
    const [problem] = result._tag === 'Left' ? result.left : [];
    expect(problem && say(problem, 'en')).toBe(
      'kind: expected "phone", found "endYear" for a customer who is "candidate".',
    );
    expect(problem && say(problem, 'zh')).toBe(
      'kind：应为 "phone"，实际为顾客处于 "candidate" 时的 "endYear"。',
    );
  });

  it('is an evaluation at the very time of the failed one', () => {
    const lapsed = walk([...ENDED, ['reevaluate', '2026-02-20', 'no']]);
    const same: VipCommand = { kind: 'evaluate', id: 'x', at: day('2026-02-20'), result: 'yes' };
    expect(wrongs(decideVip(lapsed, same, SHANGHAI))).toEqual(['tooEarly at']);
  });

  it('comes before what happened last', () => {
    const before: VipCommand = { kind: 'phone', id: 'x', at: day('2025-01-09') };
    expect(wrongs(decideVip(walk(MET), before, SHANGHAI))).toEqual(['outOfOrder at']);
  });

  it.each([
    [{ zone: 'Mars/Olympus' }, 'unknownZone zone'],
    [{ ...SHANGHAI, activateOn: 'notify' }, 'notOneOf options.activateOn'],
    [{ ...SHANGHAI, renewFrom: '' }, 'notOneOf options.renewFrom'],
    [{ ...SHANGHAI, leapDay: null }, 'notOneOf options.leapDay'],
  ])('has options that mean nothing (%#)', (options, problem) => {
    expect(wrongs(decideVip(walk(MET), { kind: 'phone', id: 'x', at }, options as VipFlowOptions))).toEqual([
      problem,
    ]);
  });

  it.each([
    [null, 'wrongType '],
    [{ kind: 'phone', id: '', at }, 'wrongType id'],
    [{ kind: 'phone', id: 'x', at: Number.NaN }, 'wrongType at'],
    [{ kind: 'phone', id: 'x', at: Number.POSITIVE_INFINITY }, 'wrongType at'],
    [{ kind: 'phone', id: 'x', at: 8.64e15 }, 'wrongType at'],
    [{ kind: '__proto__', id: 'x', at }, 'notOneOf kind'],
    [{ kind: 'evaluate', id: 'x', at }, 'notOneOf result'],
    [{ kind: 'evaluate', id: 'x', at, result: true }, 'notOneOf result'],
  ])('is no command (%#)', (command, problem) => {
    expect(wrongs(decideVip(walk(MET), command as VipCommand, SHANGHAI))).toEqual([problem]);
  });
});

describe('the same id twice', () => {
  it('counts once, however late it comes', () => {
    const vip = walk(VIP);
    for (const [index, step] of VIP.entries()) {
      expect(decideVip(vip, commandOf(step, index), SHANGHAI)).toEqual({ _tag: 'Right', right: [] });
    }
    for (const event of vip.events) expect(orThrow(evolveVip(vip, event))).toBe(vip);
    expect(orThrow(replayVipMembership([...vip.events, ...vip.events]))).toEqual(vip);
  });

  it('is refused for anything else', () => {
    const vip = walk(VIP);
    expect(wrongs(decideVip(vip, { kind: 'phone', id: '0', at: day('2030-01-01') }, SHANGHAI))).toEqual([
      'idTaken id',
    ]);
    const other: VipEvent = { kind: 'yearEnded', id: '1', at: day('2030-01-01') };
    expect(wrongs(evolveVip(vip, other))).toEqual(['idTaken id']);
    expect(wrongs(replayVipMembership([...vip.events, other]))).toEqual(['idTaken 4.id']);
  });

  it('leaves a single event out of place refused', () => {
    expect(wrongs(evolveVip(noVipMembership, { kind: 'yearEnded', id: 'x', at: 0 }))).toEqual([
      'notNow kind',
    ]);
    expect(wrongs(evolveVip(noVipMembership, { kind: 'yearEnded', id: 'x', at: 0.5 }))).toEqual([
      'wrongType at',
    ]);
  });

  it('may be a name that objects have', () => {
    const options = SHANGHAI;
    const command: VipCommand = { kind: 'evaluate', id: '__proto__', at: 0, result: 'yes' };
    const events = orThrow(decideVip(noVipMembership, command, options));
    expect(orThrow(replayVipMembership([...events, ...events])).events).toHaveLength(1);
  });
});

describe('a stored history', () => {
  const { events } = walk([...ENDED, ['reevaluate', '2026-02-20', 'yes']]);
  const changed = (index: number, over: object): readonly VipEvent[] =>
    events.map((event, i) => (i === index ? ({ ...event, ...over } as VipEvent) : event));

  it('leads to the same membership, also from text', () => {
    const membership = walk([...ENDED, ['reevaluate', '2026-02-20', 'yes']]);
    expect(orThrow(replayVipMembership(JSON.parse(JSON.stringify(events))))).toEqual(membership);
  });

  it.each([
    ['out of order', changed(2, { at: 0 }), 'outOfOrder 2.at'],
    ['with an event missing', events.filter((_, i) => i !== 1), 'notNow 1.kind'],
    ['with a year that begins nowhere', changed(3, { term: null }), 'wrongType 3.term'],
    ['with a year from elsewhere', changed(3, { term: walkTerm(events, 5) }), 'notOneOf 3.term.from'],
    ['with a renewal without its year', changed(5, { term: null }), 'wrongType 5.term'],
    ['with a year after a no', changed(5, { result: 'no' }), 'wrongType 5.term'],
    [
      'with a year that ends before it begins',
      changed(3, { term: { ...walkTerm(events, 3), until: 1 } }),
      'wrongType 3.term',
    ],
    [
      'with a year whose day is none',
      changed(3, { term: { ...walkTerm(events, 3), lastDay: '2026-02-30' } }),
      'wrongType 3.term',
    ],
    ['with a year that is text', changed(3, { term: 'P1Y' }), 'wrongType 3.term'],
    ['with an unknown event', changed(4, { kind: 'renewed' }), 'notOneOf 4.kind'],
    ['with an unknown result', changed(0, { result: 'maybe' }), 'notOneOf 0.result'],
    ['with no event', [...events, null as unknown as VipEvent], 'wrongType 6'],
    ['with a time that is none', changed(1, { at: Number.NaN }), 'wrongType 1.at'],
    ['with a year ended too early', changed(4, { at: day('2026-01-31') }), 'tooEarly 4.at'],
    ['that is no list', null as unknown as readonly VipEvent[], 'wrongType '],
    ['without the year of a call', changed(1, { term: undefined }), 'wrongType 1.term'],
  ])('%s is a problem at its place', (_, history, problem) => {
    expect(wrongs(replayVipMembership(history))).toEqual([problem]);
  });
});

function walkTerm(events: readonly VipEvent[], index: number): object {
  const event = events[index];
  return event !== undefined && 'term' in event ? { ...event.term } : {};
}

describe('VIP on a date', () => {
  const membership = walk([...ENDED, ['reevaluate', '2026-02-20', 'yes']]);

  it.each([
    ['2025-01-31', undefined],
    ['2025-02-01', '2025-02-01'],
    ['2026-01-31', '2025-02-01'],
    ['2026-02-01', '2026-02-01'],
    ['2027-01-31', '2026-02-01'],
    ['2027-02-01', undefined],
  ])('on %s is of the year from %s', (on, first) => {
    expect(vipTermAt(membership, day(on))?.firstDay).toBe(first);
  });
});

describe('the story of a membership', () => {
  const told = (steps: readonly Step[], language: 'en' | 'zh', options = SHANGHAI): readonly string[] =>
    say(orThrow(explainVipMembership(walk(steps, options), 'Asia/Shanghai')), language).split('\n');

  it('is told in English', () => {
    expect(told([...ENDED, ['reevaluate', '2026-02-20', 'no']], 'en')).toEqual([
      '2025-01-10: evaluated, the conditions are met.',
      '2025-01-11: telephoned.',
      '2025-01-12: application form and gold card posted.',
      '2025-02-01: reply received, details registered; VIP from 2025-02-01 to 2026-01-31.',
      '2026-02-01: the year is over.',
      '2026-02-20: re-evaluated, the conditions are not met.',
      'VIP status has lapsed; it lasted until 2026-01-31.',
    ]);
  });

  it('is told in Chinese', () => {
    expect(
      told([...POSTED, ['expireReply', '2025-04-01']], 'zh', { ...SHANGHAI, activateOn: 'notification' }),
    ).toEqual([
      '2025-01-10：顾客评价，符合条件。',
      '2025-01-11：电话通知顾客；VIP 资格自 2025-01-11 至 2026-01-10 有效。',
      '2025-01-12：邮寄申请表和金卡。',
      '2025-04-01：未收到回执，不再等待。',
      'VIP 顾客，资格自 2025-01-11 至 2026-01-10 有效。',
    ]);
  });

  it.each([
    [[], 'An ordinary customer.'],
    [MET, 'A candidate for VIP, to be telephoned.'],
    [POSTED.slice(0, 2), 'A candidate who has been telephoned; the form is to be posted.'],
    [POSTED, 'A candidate whose reply is awaited.'],
    [VIP, 'VIP from 2025-02-01 to 2026-01-31.'],
    [ENDED, 'VIP until 2026-01-31, to be re-evaluated.'],
  ] as readonly [readonly Step[], string][])('ends with where the customer stands (%#)', (steps, last) => {
    expect(told(steps, 'en').at(-1)).toBe(last);
  });

  it('needs a zone', () => {
    expect(wrongs(explainVipMembership(noVipMembership, 'nowhere'))).toEqual(['unknownZone zone']);
  });
});
