/** Workflows as Mermaid and DOT, parsed back; and as a written procedure. */
import { complaintWorkflow, sixSteps, type Workflow } from 'clientele/complaints';
import { toDot, toMermaid, toProcedure } from 'clientele/complaints/export';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REHEARING, state, workflow } from '../check/charts.js';
import { awkwardWorkflow } from './names.js';

interface Graph {
  readonly states: ReadonlyMap<string, string>;
  readonly arrows: readonly (readonly [from: string, to: string, lines: string])[];
  readonly initial: string;
  readonly final: readonly string[];
}

/** What a workflow looks like as a graph: labels on one line each, as both notations are read below. */
function graphOf(workflow: Workflow, label: (text: string) => string, between: string): Graph {
  const ids = new Map(Object.keys(workflow.states).map((state, i) => [state, `s${i}`]));
  const arrows = new Map<string, [string, string, string[]]>();
  for (const { from, to, on } of workflow.transitions) {
    const arrow = arrows.get(JSON.stringify([from, to])) ?? [ids.get(from) ?? '', ids.get(to) ?? '', []];
    if (!arrow[2].includes(on)) arrow[2].push(on);
    arrows.set(JSON.stringify([from, to]), arrow);
  }
  return {
    states: new Map([...ids].map(([state, id]) => [id, label(state)])),
    arrows: [...arrows.values()].map(
      ([from, to, lines]) => [from, to, lines.map(label).join(between)] as const,
    ),
    initial: ids.get(workflow.initial) ?? '',
    final: workflow.final.map((state) => ids.get(state) ?? ''),
  };
}

const entity = (text: string): string =>
  text.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** Every line must be one of the five forms. */
function readMermaid(text: string): Graph {
  const states = new Map<string, string>();
  const arrows: [string, string, string][] = [];
  const final: string[] = [];
  let initial = '';
  const [first, direction, ...lines] = text.trimEnd().split('\n');
  expect([first, direction]).toEqual(['stateDiagram-v2', expect.stringMatching(/^ {2}direction (TB|LR)$/)]);
  for (const line of lines) {
    const state = /^ +state "([^"]*)" as (s\d+)$/.exec(line);
    const arrow = /^ {2}(s\d+) --> (s\d+): (.+)$/.exec(line);
    const start = /^ {2}\[\*\] --> (s\d+): .+$/.exec(line);
    const end = /^ {2}(s\d+) --> \[\*\]$/.exec(line);
    if (state?.[2] !== undefined) states.set(state[2], entity(state[1] ?? ''));
    else if (arrow !== null) arrows.push([arrow[1] ?? '', arrow[2] ?? '', entity(arrow[3] ?? '')]);
    else if (start !== null) initial = start[1] ?? '';
    else if (end !== null) final.push(end[1] ?? '');
    else expect(line).toMatch(/^ {2}(state "[^"]*" as g\d+ \{|\})$/);
  }
  return { states, arrows, initial, final };
}

/** A string of DOT as Graphviz shows it. */
const shown = (text: string): string =>
  text
    .replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char))
    .replaceAll('&amp;', '&')
    .replaceAll('\u2400', '\0');

function readDot(text: string): Graph {
  const states = new Map<string, string>();
  const arrows: [string, string, string][] = [];
  const final: string[] = [];
  let initial = '';
  const STRING = String.raw`"((?:[^"\\]|\\[\s\S])*)"`;
  for (const line of text.trimEnd().split('\n').slice(7, -1)) {
    const state = new RegExp(`^  (s\\d+) \\[label=${STRING}([^"]|"[^"]*")*\\];$`).exec(line);
    const arrow = new RegExp(
      `^  (s\\d+) -> (s\\d+) \\[label=${STRING}(, style=dashed, [^"]*"#\\w+"[^"]*"#\\w+")?\\];$`,
    ).exec(line);
    const start = new RegExp(`^  start -> (s\\d+) \\[label=${STRING}\\];$`).exec(line);
    if (state?.[1] !== undefined) {
      states.set(state[1], shown(state[2] ?? ''));
      if (line.endsWith('peripheries=2];')) final.push(state[1]);
    } else if (arrow !== null) arrows.push([arrow[1] ?? '', arrow[2] ?? '', shown(arrow[3] ?? '')]);
    else if (start !== null) initial = start[1] ?? '';
    else expect.unreachable(line);
  }
  return { states, arrows, initial, final };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const newlines = (text: string): string => text.replace(/\r\n|[\r\n]/g, '\n');
const wellFormed = (workflow: Workflow): boolean => !/\\ud[89a-f]/.test(JSON.stringify(workflow));

describe('toMermaid', () => {
  it.each([complaintWorkflow, sixSteps, REHEARING])('draws every arrow of $name once', (workflow) => {
    expect(readMermaid(toMermaid(workflow))).toEqual(graphOf(workflow, flat, ' / '));
  });

  it('draws what it should, whatever things are called', () => {
    fc.assert(
      fc.property(awkwardWorkflow.filter(wellFormed), (workflow) => {
        expect(readMermaid(toMermaid(workflow))).toEqual(graphOf(workflow, flat, ' / '));
      }),
    );
  });

  it('speaks both languages, with guards, and leaves loops out', () => {
    const text = toMermaid(REHEARING, { language: 'en', labels: 'commandsAndGuards', direction: 'LR' });
    expect(text).toContain('  direction LR\n');
    expect(text).toContain('  s1 --> s2: DECLINE #91;moves left ≥ 1#93;\n');
    expect(text).toContain('  s1 --> s3: ACCEPT / DECLINE #91;otherwise#93; / lapse\n');
    const chinese = toMermaid(complaintWorkflow, { language: 'zh', loops: 'leftOut' });
    expect(chinese).toContain(`state "${complaintWorkflow.states['received']?.name.zh}" as s`);
    for (const [from, to] of readMermaid(chinese).arrows) expect(from).not.toBe(to);
  });

  it('puts states into boxes by a tag, each once', () => {
    const text = toMermaid(complaintWorkflow, { groupBy: 'step' });
    expect(text).toContain('state "satisfy" as g');
    expect(readMermaid(text).states).toEqual(readMermaid(toMermaid(complaintWorkflow)).states);
  });
});

describe('ways that states share', () => {
  const shared = { loops: 'leftOut', shared: 'noted' } as const;
  /** What the boxes of a DOT chart say below their names, as `state: line`. */
  const notes = (text: string): readonly string[] =>
    [...readDot(text).states.values()].flatMap((label) => {
      const [name = '', ...lines] = label.split('\n');
      return lines.map((line) => `${name}: ${line}`);
    });

  it('are noted from four states on, and drawn below that', () => {
    const exits = (count: number): Workflow =>
      workflow({
        states: {
          ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`s ${i}`, state(`s ${i}`)])),
          done: state('done'),
        },
        transitions: Array.from({ length: count }, (_, i) => ({
          id: `${i}`,
          from: `s ${i}`,
          on: 'STOP',
          to: 'done',
        })),
      });
    expect(notes(toDot(exits(3), shared))).toEqual([]);
    expect(readDot(toDot(exits(3), shared)).arrows).toHaveLength(3);
    expect(notes(toDot(exits(4), shared))).toEqual([0, 1, 2, 3].map((i) => `s ${i}: STOP → done`));
    expect(readDot(toDot(exits(4), shared)).arrows).toEqual([]);
  });

  it('stand in the boxes that lose their arrows, so that every way is shown once', () => {
    const arrows = readDot(toDot(complaintWorkflow, shared)).arrows.flatMap(([from, to, lines]) =>
      lines.split('\n').map((on) => [from, on, to].join(' ')),
    );
    const ids = new Map(Object.keys(complaintWorkflow.states).map((one, i) => [one, `s${i}`]));
    const noted = notes(toDot(complaintWorkflow, shared)).map((line) => {
      const [, from = '', on = '', to = ''] = /^(.*): (.*) → (.*)$/.exec(line) ?? [];
      return [ids.get(from), on, ids.get(to)].join(' ');
    });
    const ways = complaintWorkflow.transitions.flatMap(({ from, on, to }) =>
      from === to ? [] : [[ids.get(from), on, ids.get(to)].join(' ')],
    );
    expect(noted.length).toBeGreaterThan(10);
    expect([...arrows, ...noted].sort()).toEqual([...new Set(ways)].sort());
  });

  it('are named in a language, and drawn where nothing is said', () => {
    expect(toMermaid(complaintWorkflow, { ...shared, language: 'zh' })).toContain(
      '  s7 : 撤回 #8594; 已撤回\n',
    );
    expect(toDot(complaintWorkflow, { language: 'en' })).not.toContain('→');
    expect(toMermaid(complaintWorkflow, { shared: 'drawn' })).toBe(toMermaid(complaintWorkflow));
  });
});

describe('toDot', () => {
  it.each([complaintWorkflow, sixSteps, REHEARING])('draws every arrow of $name once', (workflow) => {
    expect(readDot(toDot(workflow))).toEqual(graphOf(workflow, newlines, '\n'));
  });

  it('draws what it should, whatever things are called', () => {
    fc.assert(
      fc.property(awkwardWorkflow, (workflow) => {
        expect(readDot(toDot(workflow))).toEqual(graphOf(workflow, newlines, '\n'));
      }),
    );
  });

  it('draws waits and timers dashed, the first state blue and closed states grey', () => {
    const text = toDot(REHEARING, { language: 'zh' });
    expect(text).toContain(`  label="${REHEARING.title.zh}"; labelloc=t;`);
    expect(text).toMatch(/^ {2}s0 \[.*, fillcolor="#dbeafe"\];$/m);
    expect(text).toMatch(/^ {2}s1 \[.*, style="rounded,filled,dashed", fillcolor="#fef3c7"\];$/m);
    expect(text).toMatch(/^ {2}s3 \[.*, fillcolor="#e5e7eb", peripheries=2\];$/m);
    expect(toDot(complaintWorkflow)).toMatch(/TIMER_REFERRAL_WINDOW", style=dashed/);
  });
});

describe('toProcedure', () => {
  it('has a section for each state and a row for each transition, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const text = toProcedure(complaintWorkflow, language);
      for (const { name } of Object.values(complaintWorkflow.states))
        expect(text).toContain(`\n### ${name[language]}\n`);
      const rows = text.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('| ---'));
      const tables = text.split('\n').filter((line) => line.startsWith('| ---')).length;
      // Each transition once among its state's and once among the clauses, the opening once; a head for each table.
      expect(rows.length).toBe(2 * 88 + 1 + tables);
    }
  });

  it('says who, with which data, when, and where it leads', () => {
    const text = toProcedure(REHEARING, 'en');
    expect(text).toContain('- Waits for: the customer\n- The record holds: letter');
    expect(text).toContain('| answer | anyone | text |  | offered |  |');
    expect(text).toContain('| DECLINE | anyone |  | moves left ≥ 1 | again |  |');
    expect(text).toContain('| lapse |  | done |  |');
  });

  it('lets no name break a table or become markup', () => {
    fc.assert(
      fc.property(awkwardWorkflow, fc.constantFrom('en' as const, 'zh' as const), (workflow, language) => {
        const lines = toProcedure(workflow, language).split('\n');
        for (const [i, line] of lines.entries()) {
          if (!/^\|( ---[ |]*)+$/.test(line)) continue;
          const width = (row: string): number => row.replace(/\\[\s\S]/g, '').split('|').length;
          for (let row = i + 1; lines[row]?.startsWith('|'); row += 1)
            expect(width(lines[row] ?? '')).toBe(width(line));
        }
        expect(lines.join('\n')).not.toMatch(/<(?!br>)/);
      }),
    );
  });
});
