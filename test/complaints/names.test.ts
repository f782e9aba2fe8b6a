/** What people are shown instead of identifiers: in refusals, findings, timelines, on charts and on paper. */
import {
  caseTimeline,
  checkWorkflow,
  compileWorkflow,
  complaintDesk,
  complaintWorkflow,
  correctiveWorkflow,
  decide,
  defaultEscalation,
  explainDuty,
  type Field,
  handleComplaint,
  orThrow,
  parseWorkflow,
  projectEscalation,
  runSteps,
  serviceRequest,
  sixSteps,
  viewComplaint,
  type Workflow,
  describe as words,
} from 'clientele/complaints';
import {
  fromScxml,
  fromXState,
  toMermaid,
  toProcedure,
  toScxml,
  toXState,
} from 'clientele/complaints/export';
import { describe, expect, it } from 'vitest';
import { command, REHEARING, state, workflow } from './check/charts.js';
import {
  assessment,
  complaint,
  conclusion,
  DAY,
  desk,
  HOUR,
  logAfter,
  MONDAY,
  opened,
  proposal,
  setup,
  tell,
  told,
} from './desk/support.js';

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const both = (en: string, zh: string) => ({ en, zh });

/** The hearing chart with a name for whatever can have one. */
const NAMED: Workflow = {
  ...REHEARING,
  commands: {
    ...REHEARING.commands,
    ANSWER: {
      ...command(
        {
          text: { kind: 'text', name: both('letter', '信函') },
          how: { kind: 'oneOf', values: ['mail', 'phone'], valueNames: { mail: both('by mail', '信件') } },
          signed: { kind: 'list', of: { kind: 'object', fields: { by: { kind: 'text' } } } },
        },
        'answer',
      ),
      by: ['clerk', 'chief'],
    },
  },
  facts: {
    ...REHEARING.facts,
    how: {
      name: both('the way', '方式'),
      domain: { oneOf: ['mail', 'phone'] },
      valueNames: { mail: both('mail', '信件') },
      from: { kind: 'data', field: 'how' },
    },
  },
  transitions: REHEARING.transitions.map((one) =>
    one.id === 'answer'
      ? { ...one, requires: ['text', 'how'], when: { fact: 'how', is: 'mail' }, tags: { part: 'a' } }
      : one,
  ),
  names: {
    roles: { clerk: both('desk clerk', '柜员'), guest: both('visitor', '访客') },
    parties: { customer: both('the guest', '住客') },
    slots: { letter: both('letter sent', '已发信函') },
    tags: { part: { name: both('Part', '部分'), values: { a: both('First', '甲') } } },
  },
};

/** What is said of an answer to a case that was opened. */
function refusedWords(
  chart: Workflow,
  data: Readonly<Record<string, unknown>>,
  role: string,
): readonly [string, string] {
  const compiled = compileWorkflow(chart);
  const by = { id: 'g', role };
  const { case: one } = runSteps(compiled, [{ command: { type: 'OPEN', id: 'o', at: 0, by, data: {} } }]);
  const refused = decide(compiled, one, { type: 'ANSWER', id: 'a', at: 1, by, data });
  if (refused._tag === 'Right') expect.unreachable();
  return [words(refused.left, 'en'), words(refused.left, 'zh')];
}

describe('names in a workflow', () => {
  it('are read from storage as they were written, and from XState and SCXML', () => {
    expect(orThrow(parseWorkflow(stored(NAMED)))).toEqual(NAMED);
    expect(orThrow(fromXState(stored(toXState(NAMED))))).toEqual(NAMED);
    expect(orThrow(fromScxml(toScxml(NAMED)))).toEqual(NAMED);
  });

  it.each([complaintWorkflow, sixSteps, serviceRequest, correctiveWorkflow])(
    'may all be left out of $name, which is then the same procedure',
    (preset) => {
      const { names: _, ...rest } = preset;
      expect(orThrow(parseWorkflow(stored(rest)))).toEqual(rest);
    },
  );

  it('belong to something, but for roles, since an actor may come in any', () => {
    const parsed = parseWorkflow({
      ...NAMED,
      names: {
        roles: { nobody: both('n', '无') },
        parties: { custmer: both('c', '客') },
        slots: { leter: both('l', '信') },
        tags: { prat: {}, part: { values: { b: both('b', '乙') } } },
      },
      facts: {
        ...NAMED.facts,
        movesLeft: { ...NAMED.facts['movesLeft'], valueNames: { one: both('one', '一') } },
      },
      commands: {
        ...NAMED.commands,
        ACCEPT: command({
          how: { kind: 'oneOf', values: ['mail'], valueNames: { fax: both('fax', '传真') } },
        }),
      },
    });
    const problems = parsed._tag === 'Left' ? parsed.left : [];
    expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'unknownName commands.ACCEPT.fields.how.valueNames.fax',
      'unknownName facts.movesLeft.valueNames.one',
      'unknownName names.parties.custmer',
      'unknownName names.slots.leter',
      'unknownName names.tags.prat',
      'unknownName names.tags.part.values.b',
    ]);
  });
});

describe('a refusal', () => {
  it('names roles, and one without a name as it is', () => {
    expect(refusedWords(NAMED, { text: 'x', how: 'mail' }, 'guest')).toEqual([
      '“answer” needs the role “desk clerk” or “chief”; the actor’s role is “visitor”.',
      '“answer”须由“柜员”或“chief”执行；操作者的角色为“访客”。',
    ]);
    const { names: _, ...rest } = NAMED;
    expect(refusedWords(rest, { text: 'x', how: 'mail' }, 'guest')[0]).toBe(
      '“answer” needs the role “clerk” or “chief”; the actor’s role is “guest”.',
    );
  });

  it('names fields that are missing, with the values that they can have', () => {
    expect(refusedWords(NAMED, {}, 'clerk')).toEqual([
      '“answer” needs letter, how (by mail or phone).',
      '“answer”还需要：信函、how（信件或 phone）。',
    ]);
  });

  it('names fields whose data is wrong, to the item of a list', () => {
    expect(
      refusedWords(NAMED, { text: ' ', how: 'mail', signed: [{ by: 'a' }, { by: 1 }] }, 'clerk'),
    ).toEqual([
      'letter: expected a value, found " ".\nsigned, no. 2, by: expected a string, found 1.',
      '信函：应有值，实际为 " "。\nsigned、第 2 项、by：应为文本，实际为 1。',
    ]);
  });

  it('names the value that a fact has and the one that it needs', () => {
    expect(refusedWords(NAMED, { text: 'x', how: 'phone' }, 'clerk')).toEqual([
      '“answer” would lead to “offered” if the way were mail (is phone).',
      '满足以下条件时，“answer”可进入“offered”：方式为信件（现为 phone）。',
    ]);
  });

  it('of the desk names the roles of a limit and the field that is wrong', () => {
    const log = logAfter(
      opened('c1'),
      tell('ASSESS', MONDAY + HOUR, assessment),
      tell('CONCLUDE', MONDAY + 2 * HOUR, conclusion),
    );
    const { remedies, reasons, justiceIntent } = proposal(9000);
    const propose = (some: typeof remedies) =>
      handleComplaint(
        desk,
        log,
        tell('PROPOSE', MONDAY + 3 * HOUR, { remedies: some, reasons, justiceIntent }),
      );
    const tooMuch = propose(remedies);
    const text = tooMuch._tag === 'Left' ? words(tooMuch.left, 'zh') : '';
    expect(text).toContain('超过角色“经办人”的限额');
    expect(text).toContain('可由另一位“审批人”角色的人员批准');
    const foreign = propose(remedies.map((one) => ({ ...one, currency: 'USD' })));
    expect(foreign._tag === 'Left' && words(foreign.left, 'zh')).toBe(
      '补救措施、第 1 项、币种：应为以下之一："GBP"、"EUR"，实际为 "USD"。',
    );
  });
});

describe('another command under an id that the log holds', () => {
  const log = logAfter(tell('RECEIVE', MONDAY, complaint, { id: 'ann', role: 'handler' }, 'C-1'));
  const refusedWith = (product: string, role: string): string => {
    const by = { id: 'ann', role };
    const refused = handleComplaint(desk, log, tell('RECEIVE', MONDAY, { ...complaint, product }, by, 'C-1'));
    return refused._tag === 'Left' ? words(refused.left, 'zh') : '';
  };

  it('is told with roles and fields by name, each difference once', () => {
    expect(refusedWith('room 13', 'manager').split('\n')).toEqual([
      '编号“C-1”已用于“登记”（ann，经办人），与“登记”（ann，经理）内容不同：新的指令须用新的编号。',
      '产品或服务：应与同一编号的事件相同（"room 12"），实际为 "room 13"。',
    ]);
    expect(refusedWith('room 12', 'manager').split('\n')).toHaveLength(1);
  });
});

describe('a finding', () => {
  const said = (chart: Workflow, language: 'en' | 'zh'): readonly string[] => {
    const check = checkWorkflow(chart);
    return check.kind === 'checked' ? check.findings.map((one) => words(one, language)) : [];
  };

  it('names who is waited for and what is promised', () => {
    const silent = workflow({
      states: { open: state('open', { waitsFor: 'court', has: ['file'] }), done: state('done') },
      transitions: [
        { id: 'close', from: 'open', on: 'CLOSE', to: 'done', writes: [{ slot: 'file', as: 'set' }] },
      ],
    });
    const named = {
      ...silent,
      names: { parties: { court: both('the court', '法院') }, slots: { file: both('case file', '案卷') } },
    };
    expect(said(named, 'en')).toEqual([
      'open waits for the court, and no timer fires there after the opening alone: it could wait for ever.',
      'open promises “case file” in the record, and after the opening alone it is not there.',
    ]);
    expect(said(named, 'zh')).toEqual([
      '“open”在等待“法院”，而经过“仅建立案件”后没有任何定时器会触发：可能永远等待。',
      '“open”承诺记录中有“案卷”，而经过“仅建立案件”后并没有。',
    ]);
    expect(said(silent, 'en')[0]).toContain('open waits for court,');
  });

  it('names transitions that clash by where they lead, and by identifier where that is one state', () => {
    const clash = (to: string): Workflow =>
      workflow({
        states: { open: state('open'), back: state('back'), done: state('done') },
        transitions: [
          { id: 'way 1', from: 'open', on: 'CLOSE', to: 'done' },
          { id: 'way 2', from: 'open', on: 'CLOSE', to },
          { id: 'way 3', from: 'back', on: 'CLOSE', to: 'done' },
        ],
      });
    expect(said(clash('back'), 'zh')).toContain(
      '“open”中的“CLOSE”在相同情况下（任何情况）既可到“done”，也可到“back”，路径：仅建立案件。',
    );
    expect(said(clash('done'), 'en')).toContain(
      'CLOSE in open could lead to done in two ways (way 1, way 2) under the same facts (any facts), after the opening alone.',
    );
  });
});

describe('the desk', () => {
  const log = told(
    logAfter(opened('c1'), tell('ASSESS', MONDAY + HOUR, assessment)),
    tell('WITHDRAW', MONDAY + 2 * HOUR, { requestedBy: 'complainant', reason: 'r' }),
  ).log;

  it('names roles in the life of a case, and events that began or ended a clock', () => {
    const life = words(orThrow(caseTimeline(desk, log, MONDAY + DAY)), 'zh');
    expect(life).toContain('登记（ann，经办人）：进入“已登记”。');
    expect(life).toContain('依据：服务台内部时限 1。');
    const clock = { pack: 'desk', clock: 'response' };
    const why = words(orThrow(explainDuty(desk, log, clock, MONDAY + DAY)), 'zh').split('\n');
    expect(why[0]).toContain('起不再计时（撤回）');
    expect(why[1]).toContain('（登记）');
    const view = orThrow(viewComplaint(desk, log, MONDAY + DAY));
    const ended = view.clocks.clocks.find((one) => one.clock === 'response');
    expect(ended && words(ended, 'en')).toMatch(/no longer counted since .* \(Withdraw\)/);
  });

  it('names what a clock paused for in the way to its limit', () => {
    const waited = logAfter(
      opened('c3'),
      tell('ASSESS', MONDAY + HOUR, assessment),
      tell('ASK_CUSTOMER', MONDAY + 2 * HOUR, { questions: ['q'], dueBy: MONDAY + 9 * DAY, channel: 'mail' }),
      tell('CUSTOMER_REPLIED', MONDAY + DAY, { content: 'a', receivedAt: MONDAY + DAY }),
    );
    const why = orThrow(explainDuty(desk, waited, { pack: 'desk', clock: 'response' }, MONDAY + 2 * DAY));
    expect(words(why, 'zh')).toContain('暂停（等待客户），不计入。');
    expect(why.clock.pauses.map(({ reason }) => reason)).toEqual(['customer']);
  });

  it('names the timer that raised a case', () => {
    const escalation = {
      ...defaultEscalation,
      triggers: [{ when: 'timer', timers: ['TIMER_ASSESS'], to: 1 } as const],
    };
    const watched = complaintDesk({ ...setup, escalation });
    const received = logAfter(opened('c2'));
    const [timer] = orThrow(viewComplaint(watched, received, MONDAY)).timers;
    if (timer === undefined) expect.unreachable();
    const late = handleComplaint(watched, received, { ...timer, firedAt: timer.dueAt });
    if (late._tag === 'Left') expect.unreachable(words(late.left, 'en'));
    expect(words(late.right.escalation, 'en')).toContain('a timer ran out (Assessment overdue)');
    expect(words(late.right.escalation, 'zh')).toContain('定时器到期（评估超期）');
    const { clocks } = late.right;
    // Without a workflow there is only the log to name it by.
    expect(words(projectEscalation(late.right.log, escalation, { clocks }), 'en')).toContain(
      '(TIMER_ASSESS)',
    );
  });
});

describe('a chart', () => {
  it('puts states into the boxes of their own tags, called by name in a language', () => {
    const inBoxes = (text: string): readonly string[] =>
      [...text.matchAll(/state "([^"]*)" as g\d+ \{((?:\n {4}.*)*)/g)].map(
        ([, box = '', inside = '']) =>
          `${box}: ${[...inside.matchAll(/"([^"]*)"/g)].map(([, one]) => one).join(', ')}`,
      );
    expect(inBoxes(toMermaid(complaintWorkflow, { groupBy: 'step', language: 'en' }))).toEqual([
      'Listen: Received',
      'Check: Investigating, Waiting for a third party',
      'Identify the problem: Waiting for the customer',
      'Action: Proposing, Waiting for approval, Decision ready, Fulfilling',
      'Satisfy: Offered, Verifying, Resolved, Closed with a final response, With an external body, Closed by the external body',
      'Change the person, the time or the place: Escalated',
    ]);
    expect(inBoxes(toMermaid(NAMED, { groupBy: 'part', language: 'zh' }))).toEqual(['甲: open']);
    expect(inBoxes(toMermaid(NAMED, { groupBy: 'part' }))).toEqual(['a: open']);
  });
});

describe('a printed procedure', () => {
  it('names roles, parties, slots, tags and the values of facts', () => {
    const page = toProcedure(NAMED, 'zh');
    expect(page).toContain('| answer | 柜员、chief | 信函、how | 方式 = 信件 | offered |  |');
    expect(page).toContain('- 等待：住客\n- 记录中有：已发信函');
    expect(page).toContain('| 状态 | 步骤 | 转至 | 部分 |');
    expect(page).toContain('| open | answer | offered | 甲 |');
  });

  it.each([complaintWorkflow, sixSteps, serviceRequest, correctiveWorkflow])(
    'of $name shows no identifier in either language',
    (preset) => {
      const chinese = toProcedure(preset, 'zh').replace(/ISO|FCA|DISP|CMP|AMB|\d+R\b|---/g, '');
      expect(chinese.match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
      expect(toProcedure(preset, 'en').match(/\b[a-z]+[A-Z]\w*/g) ?? []).toEqual([]);
    },
  );

  it.each([complaintWorkflow, sixSteps, serviceRequest, correctiveWorkflow])(
    'of $name has a name for every field, value, role, slot and party',
    (preset) => {
      const unnamed = (field: Field, path: string): readonly string[] => [
        ...(field.kind === 'oneOf'
          ? field.values.filter((one) => field.valueNames?.[one] === undefined).map((one) => `${path}=${one}`)
          : []),
        ...(field.kind === 'list' ? unnamed(field.of, path) : []),
        ...(field.kind === 'object'
          ? Object.entries(field.fields).flatMap(([key, part]) => [
              ...(part.name === undefined ? [`${path}.${key}`] : []),
              ...unnamed(part, `${path}.${key}`),
            ])
          : []),
      ];
      const { names = {}, commands, states, opening, transitions } = preset;
      const roles = Object.values(commands).flatMap(({ by = [] }) => by);
      const slots = [opening, ...transitions].flatMap(({ writes = [] }) => writes.map(({ slot }) => slot));
      const parties = Object.values(states).flatMap(({ waitsFor }) => waitsFor ?? []);
      expect(
        Object.values(commands).flatMap(({ fields }) =>
          Object.entries(fields).flatMap(([key, field]) => [
            ...(field.name === undefined ? [key] : []),
            ...unnamed(field, key),
          ]),
        ),
      ).toEqual([]);
      expect(roles.filter((one) => names.roles?.[one] === undefined)).toEqual([]);
      expect(slots.filter((one) => names.slots?.[one] === undefined)).toEqual([]);
      expect(parties.filter((one) => names.parties?.[one] === undefined)).toEqual([]);
    },
  );
});
