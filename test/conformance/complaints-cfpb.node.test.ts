/** Real complaints of the US Consumer Financial Protection Bureau: read, replayed, timed and written back. */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import {
  type CfpbComplaint,
  type CfpbRows,
  type ComplaintCase,
  type ComplaintCommand,
  type ComplaintContext,
  cfpbCells,
  cfpbCommands,
  cfpbComplaints,
  cfpbRow,
  compileWorkflow,
  complaintWorkflow,
  orThrow,
  projectClocks,
  readCfpbRows,
  replay,
  runSteps,
} from 'clientele/complaints';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../shared.js';

const complaints = compileWorkflow(complaintWorkflow);

const FILES = {
  sample: 'cfpb_sample_2013_2016_3186rows.csv',
  of2016: 'cfpb_sample_2016_with_ids.csv',
  of2017: 'cfpb_sample_2017_with_ids.csv',
  public: 'cfpb_official_fixture_v2-public.csv',
  subset: 'cfpb_official_fixture_complaints-subset.csv',
} as const;

interface File extends CfpbRows {
  readonly cells: readonly Readonly<Record<string, string>>[];
}

const known = new Map<string, File>();

function read(name: keyof typeof FILES): File {
  const before = known.get(name);
  if (before !== undefined) return before;
  const text = readFileSync(sharedPath('data', 'cfpb', FILES[name]), 'utf8');
  const cells: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, bom: true });
  const file = { ...readCfpbRows(cells), cells };
  known.set(name, file);
  return file;
}

type Followed = ReturnType<typeof runSteps<ComplaintCase, ComplaintCommand, ComplaintContext>>;
const followed = new Map<CfpbComplaint, Followed>();

function follow(complaint: CfpbComplaint): Followed {
  const taken = followed.get(complaint) ?? runSteps(complaints, orThrow(cfpbCommands(complaint)));
  followed.set(complaint, taken);
  return taken;
}

/** Final states with their counts; throws where a step was refused. */
function ends({ accepted }: CfpbRows): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { row, complaint } of accepted) {
    const { case: one, refused } = follow(complaint);
    if (refused.length > 0 || one === undefined) throw new Error(`row ${row}: ${JSON.stringify(refused)}`);
    counts[one.state] = (counts[one.state] ?? 0) + 1;
  }
  return counts;
}

describeShared('the CFPB files', () => {
  it.each([
    ['sample', 3186, 'headings'],
    ['of2016', 349, 'headings and ids'],
    ['of2017', 145, 'keys and ids'],
    ['public', 30, 'headings, narratives and event tags'],
    ['subset', 280, 'five keys'],
  ] as const)('%s: all %i rows are read as %s', (name, rows, dialect) => {
    const file = read(name);
    expect([file.rows, file.accepted.length, file.rejected]).toEqual([rows, rows, []]);
    expect(file.dialect.name).toBe(dialect);
  });

  it('flags six rows sent before they were received and 148 routed after more than 15 days', () => {
    const { flagged, accepted } = read('sample');
    expect(flagged).toEqual({ sentBeforeReceived: 6, routedAfter15Days: 148, disputedBeforeResponse: 0 });
    for (const { complaint } of accepted.filter(({ complaint: { flags } }) =>
      flags.includes('sentBeforeReceived'),
    )) {
      expect(complaint.sentOn < complaint.receivedOn).toBe(true);
      expect(follow(complaint).refused).toEqual([]);
    }
  });

  it('replays without an illegal transition: 2,534 resolved, 595 escalated, 29 investigating, 28 offered', () => {
    expect(ends(read('sample'))).toEqual({
      resolved: 2534,
      escalated: 595,
      investigating: 29,
      offered: 28,
    });
  });

  // Counted apart from the library: by response and by what the consumer said.
  it.each([
    ['of2016', { escalated: 41, offered: 239, investigating: 69 }],
    ['of2017', { resolved: 128, escalated: 4, investigating: 13 }],
    ['public', { offered: 25, investigating: 4, resolved: 1 }],
    ['subset', { investigating: 280 }],
  ] as const)('%s ends as %o', (name, expected) => {
    expect(ends(read(name))).toEqual(expected);
  });

  it('logs replay to the same cases', () => {
    for (const { complaint } of read('of2017').accepted) {
      const { log, case: one } = follow(complaint);
      const again = replay(complaints, log);
      expect([again.case, again.fault, again.rest]).toEqual([one, undefined, []]);
    }
  });

  it.each(Object.keys(FILES) as (keyof typeof FILES)[])('%s: rows come back cell by cell', (name) => {
    const { accepted, dialect, cells } = read(name);
    const differing = accepted.filter(({ row, complaint }) => {
      const back = orThrow(cfpbRow(follow(complaint).log));
      return !isDeepStrictEqual([back, cfpbCells(back, dialect)], [complaint, cells[row - 1]]);
    });
    expect(differing).toEqual([]);
  });

  it('the 15-day clock from the day sent says what "Timely response?" says', () => {
    let [met, breached] = [0, 0];
    for (const { complaint } of [...read('sample').accepted, ...read('of2017').accepted]) {
      const { log } = follow(complaint);
      const asOf = '2018-12-31';
      const { clocks } = orThrow(projectClocks(log, { packs: [cfpbComplaints], calendars: {}, asOf }));
      const response = clocks.find(({ clock }) => clock === 'response');
      const from = complaint.flags.includes('sentBeforeReceived') ? complaint.receivedOn : complaint.sentOn;
      // The last day in time is the 15th after it; the limit is that day's end in New York.
      const last = new Date(Date.parse(from) + 15 * 86_400_000).toISOString().slice(0, 10);
      expect(dayInNewYork((response?.dueAt ?? 0) - 1)).toBe(last);
      expect(response?.status.kind).toBe(complaint.timely === true ? 'met' : 'breached');
      if (complaint.timely === true) met += 1;
      else breached += 1;
    }
    expect({ met, breached }).toEqual({ met: 3093 + 134, breached: 93 + 11 });
  });
});

const newYork = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York' });

function dayInNewYork(at: number): string {
  return newYork.format(at);
}
