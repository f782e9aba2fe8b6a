/** A real help desk's log, replayed under a workflow made for it, and refused when it is shuffled. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type CaseEvent, checkWorkflow, compileWorkflow, replay, runSteps } from 'clientele/complaints';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { type HelpDeskRow, helpDesk, ticketSteps } from '../../examples/complaints/help-desk.js';
import { describeShared, sharedPath } from '../shared.js';

const desk = compileWorkflow(helpDesk);

function tickets(): readonly (readonly HelpDeskRow[])[] {
  const packed = readFileSync(sharedPath('data', 'helpdesk', 'helpdesk.csv.gz'));
  const rows: readonly HelpDeskRow[] = parse(gunzipSync(packed), { columns: true });
  const byCase = new Map<string, HelpDeskRow[]>();
  for (const row of rows) {
    const name = row['case:concept:name'];
    byCase.set(name, [...(byCase.get(name) ?? []), row]);
  }
  return [...byCase.values()];
}

/** Another order of the same things, the same on every machine. */
function shuffler(seed: number): <T>(all: readonly T[]) => readonly T[] {
  let state = seed;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return <T>(all: readonly T[]): readonly T[] =>
    all
      .map((one) => ({ one, key: below(2 ** 30) }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ one }) => one);
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, i) => one === b[i]);

it('the workflow of the help desk is sound', () => {
  const check = checkWorkflow(helpDesk);
  expect(check.kind === 'checked' && check.findings.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
});

describeShared('the help desk log', () => {
  const all = tickets();
  const logs = all.map((rows) => runSteps(desk, ticketSteps(rows)));

  it('21,348 events of 4,580 tickets replay without a refusal, 130 of them at the instant of the one before', () => {
    const rows = all.flat();
    const together = all.flatMap((ticket) =>
      ticket.filter((row, i) => row['time:timestamp'] === ticket[i - 1]?.['time:timestamp']),
    );
    expect([rows.length, all.length, together.length]).toEqual([21_348, 4580, 130]);
    expect(logs.flatMap(({ refused }) => refused)).toEqual([]);
    expect(logs.reduce((sum, { log }) => sum + log.length, 0)).toBe(21_348 + 4580);
  });

  it('23 tickets are not closed', () => {
    const open: Record<string, number> = {};
    for (const { case: one } of logs)
      if (one !== undefined && one.state !== 'closed') open[one.state] = (open[one.state] ?? 0) + 1;
    expect(open).toEqual({ resolved: 10, waiting: 8, upgrading: 3, anomalyJudged: 1, inCharge: 1 });
  });

  it('histories replay to the same tickets', () => {
    for (const { log, case: one } of logs.slice(0, 500)) {
      const again = replay(desk, log);
      expect(again.case).toEqual(one);
      expect(again.fault).toBeUndefined();
    }
  });

  it('a history whose events are shuffled is refused where its order is another, every time', () => {
    const shuffled = shuffler(1);
    let [refused, same] = [0, 0];
    for (const { log } of logs) {
      const other: readonly CaseEvent[] = shuffled(log);
      const { fault, applied, rest } = replay(desk, other);
      expect(applied + rest.length).toBe(log.length);
      if (isSame(other, log)) same += 1;
      else if (fault !== undefined) refused += 1;
    }
    expect({ refused, same }).toEqual({ refused: 4551, same: 29 });
  });

  it('rows told in another order are refused, unless only rows of one instant changed places', () => {
    const shuffled = shuffler(2);
    let [refused, same, together] = [0, 0, 0];
    for (const rows of all) {
      const other = shuffled(rows);
      const times = other.map((row) => row['time:timestamp']);
      const { refused: some } = runSteps(desk, ticketSteps(other));
      if (isSame(other, rows)) same += 1;
      else if (some.length > 0) refused += 1;
      else if (isSame(times, times.toSorted())) together += 1;
    }
    expect({ refused, same, together }).toEqual({ refused: 4413, same: 166, together: 1 });
  });

  it('what was done in another order at the old times is refused where the workflow has no such way', () => {
    const shuffled = shuffler(3);
    let [refused, same, legal] = [0, 0, 0];
    for (const rows of all) {
      const names = rows.map((row) => row['concept:name']);
      const others = shuffled(names);
      const { refused: some } = runSteps(
        desk,
        ticketSteps(rows.map((row, i) => ({ ...row, 'concept:name': others[i] ?? '' }))),
      );
      if (isSame(names, others)) same += 1;
      else if (some.length > 0) refused += 1;
      else legal += 1;
    }
    // The legal ones: two moves of the desk are possible both ways round, e.g. waiting before and after taking charge.
    expect({ refused, same, legal }).toEqual({ refused: 3912, same: 160, legal: 508 });
  });
});
