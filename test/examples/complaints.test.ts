/** The example program for complaints: as its user runs it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintWorkflow } from 'clientele/complaints';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../examples/complaints/run.js';
import { describeShared, sharedPath } from '../shared.js';

const folder = mkdtempSync(join(tmpdir(), 'complaints-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The program, within this process. */
function complaints(...args: readonly string[]) {
  const said = { out: '', error: '' };
  const code = main(args, {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
  });
  return { code, ...said };
}

describe("the regulator's table", () => {
  const { code, out, error } = complaints('table');

  it('counts add up, each share has both its counts', () => {
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^total +10 +8\/10 \(80 %\) +3\/8 \(38 %\) +3\/7 \(43 %\) +4 +3 +2 +1$/m);
    expect(out).toContain('12 rows read: 10 accepted, 2 rejected.');
  });

  it('names what was rejected', () => {
    expect(out).toContain('row 11: Date received: expected text written as M/d/yyyy, found "2/30/2026".');
    expect(out).toMatch(/row 12: Company response to consumer: .*found "Lost in the post"/);
  });

  it('a file in another dialect', () => {
    const file = join(folder, 'rows.csv');
    const cells = 'date_received,product,issue,state,date_sent_to_company\n';
    writeFileSync(file, `\uFEFF${cells}2026-01-05,"Card, prepaid",Other,CA,2026-01-06\n`);
    expect(complaints('table', file).out).toMatch(/^Card, prepaid +1 +– +– +– +0 +0 +1 +0$/m);
  });
});

describeShared('the regulator’s table of a real file', () => {
  it('3,186 complaints', () => {
    const { out } = complaints(sharedPath('data', 'cfpb', 'cfpb_sample_2013_2016_3186rows.csv'));
    expect(out).toMatch(/^total +3,186 +3093\/3186 \(97 %\).* 2,534 +595 +29 +28$/m);
    expect(out).toContain('Sent before received: 6; routed after more than 15 days: 148.');
    expect(out).toContain('agrees with "Timely response?": 3,186/3,186.');
    expect(out).toContain('Rows written back from the logs: 3,186/3,186 the same.');
  });
});

describe('one case', () => {
  const { out } = complaints('case');

  it('is told in order', () => {
    const times = [...out.matchAll(/^ {2}(\d{4}-\d{2}-\d{2} \d{2}:\d{2}) {2}/gm)].map(([, time]) => time);
    expect(times).toHaveLength(12);
    expect(times).toEqual(times.toSorted());
  });

  it('pauses the clock of the desk and not the statutory one', () => {
    expect(out).toMatch(/^ {2}Response: paused \(.*customer\)\. Rule: desk 1\.$/m);
    expect(out).toContain('Final response: due by the end of 28 May 2026. Rule: DISP 1.6.2R.');
    expect(out).toContain(
      'Wednesday 8 April 2026 to Thursday 16 April 2026: paused (waiting for the customer), not counted.',
    );
  });

  it('dates a breach by its limit, though it was told late', () => {
    expect(out).toContain('Response: late since 2026-05-08 00:00, and nobody knew before 2026-05-12 15:00.');
  });

  it('speaks Chinese', () => {
    const { out: zh } = complaints('case', '--lang', 'zh');
    expect(zh).toContain('耶稣受难日');
    expect(zh).not.toMatch(/not counted|business day/);
  });
});

describe('the chart', () => {
  it('is written as Mermaid and as SVG with every state', () => {
    const out = join(folder, 'chart');
    expect(complaints('chart', '--out', out).out).toContain('19 states, 88 transitions');
    const mermaid = readFileSync(join(out, 'complaint-chart.mmd'), 'utf8');
    const svg = readFileSync(join(out, 'complaint-chart.svg'), 'utf8');
    expect(mermaid).toMatch(/^stateDiagram-v2\n/);
    for (const { name } of Object.values(complaintWorkflow.states)) {
      expect(mermaid).toContain(name.en);
      expect(svg).toContain(`>${name.en}</text>`);
    }
    const moves = complaintWorkflow.transitions.filter(({ from, to }) => from !== to);
    const statesWith = (on: string, to: string): number =>
      new Set(moves.filter((one) => one.on === on && one.to === to).map(({ from }) => from)).size;
    const pairs = moves.filter(({ on, to }) => statesWith(on, to) < 4);
    expect(svg.match(/>Withdraw → Withdrawn<\/text>/g)).toHaveLength(statesWith('WITHDRAW', 'withdrawn'));
    expect(mermaid.match(/ : Withdraw #8594; Withdrawn$/gm)).toHaveLength(
      statesWith('WITHDRAW', 'withdrawn'),
    );
    // One more leads to the initial state.
    const arrows = new Set(pairs.map(({ from, to }) => `${from} ${to}`)).size + 1;
    expect(svg.match(/class="edge"/g)).toHaveLength(arrows);
  });
});

describe('bad options', () => {
  it.each([
    [['--lang', 'fr'], '--lang is one of en, zh, not "fr"'],
    [['table', 'no such file.csv'], 'cannot read no such file.csv'],
    [['table', 'a', 'b'], 'one file at a time, got 2'],
    [['--colour'], "Unknown option '--colour'"],
  ])('%o: one line and 2', (args, message) => {
    const { code, out, error } = complaints(...args);
    expect([code, out, error.split('\n').length]).toEqual([2, '', 2]);
    expect(error).toContain(message);
  });

  it('--help', () => {
    expect(complaints('--help').out).toContain('Exit codes');
  });
});
