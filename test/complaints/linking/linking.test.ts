/** Cases that are merged, and what that does to their clocks. */
import {
  archiveNotices,
  bundleCase,
  type CaseEvent,
  caseCrossings,
  caseGroup,
  complaintDesk,
  describe as inWords,
  mergedLog,
  mergeOf,
  orThrow,
  primaryOf,
  replayBundle,
  viewComplaint,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import {
  assessment,
  DAY,
  desk,
  HOUR,
  logAfter,
  MONDAY,
  opened,
  refusedBy,
  setup,
  tell,
  told,
} from '../desk/support.js';

const mark = (primaryId: string, at: number) =>
  tell('MARK_DUPLICATE', at, { primaryId, matchBasis: 'same room', confirmedBy: 'ann' });
const unmerge = (at: number) => tell('UNMERGE', at, { requestedBy: 'complainant', reason: 'r' });

/** The customer wrote on Monday and was acknowledged; called on Wednesday, and that case goes on. */
const written = logAfter(
  opened('w1'),
  tell('ACKNOWLEDGE', MONDAY + 2 * HOUR, {
    channel: 'mail',
    handler: 'ann',
    nextUpdateBy: MONDAY + 9 * DAY,
    statementOfTimeLimits: 's',
  }),
);
const called = logAfter(opened('p1', MONDAY + 2 * DAY), tell('ASSESS', MONDAY + 2 * DAY + HOUR, assessment));
const merged = told(written, mark('p1', MONDAY + 3 * DAY), { related: [called] }).log;

/** A log that only says what it was merged into. */
const link = (caseId: string, primaryId?: string): readonly CaseEvent[] => {
  const event = { id: `${caseId}e`, at: 0, by: { id: 'a', role: 'r' }, caseId, revision: 1, workflow: 'w' };
  const opening = { ...event, type: 'RECEIVE', data: {}, transition: 'opening', from: null, to: 'received' };
  if (primaryId === undefined) return [opening];
  const data = { primaryId };
  return [
    opening,
    {
      ...event,
      id: `${caseId}m`,
      type: 'MARK_DUPLICATE',
      data,
      transition: 't',
      from: 'received',
      to: 'merged',
    },
  ];
};

describe('the primary', () => {
  it('answers for what was merged into it, however indirectly', () => {
    const logs = [link('a', 'b'), link('b', 'c'), link('c')];
    expect(['a', 'b', 'c'].map((id) => orThrow(primaryOf(id, logs)))).toEqual(['c', 'c', 'c']);
    expect(orThrow(caseGroup('a', logs)).map(([first]) => first?.caseId)).toEqual(['c', 'a', 'b']);
  });

  it.each([
    ['itself', [link('a', 'a')], 'selfMerge'],
    ['a circle', [link('a', 'b'), link('b', 'c'), link('c', 'a')], 'mergeCycle'],
    ['a case that is not there', [link('a', 'b')], 'unknownCase'],
  ])('is a problem where a case is merged into %s', (_, logs, code) => {
    const primary = primaryOf('a', logs);
    expect(primary._tag === 'Left' && primary.left[0].code).toBe(code);
    expect(mergedLog('a', logs)._tag).toBe('Left');
  });

  it('is not asked for by the desk where it would make a circle, is closed or is the case itself', () => {
    const extra = { related: [merged] };
    expect(refusedBy(called, mark('w1', MONDAY + 4 * DAY), extra).kind).toBe('guard');
    expect(refusedBy(called, mark('p1', MONDAY + 4 * DAY), { related: [called] }).kind).toBe('guard');
  });
});

describe('complaints of two', () => {
  const other = logAfter(opened('p2', MONDAY, { complainant: 'k9' }));
  const agent = logAfter(opened('p3', MONDAY, { complainant: 'k9', authority: 'power of attorney for k7' }));
  const trusting = complaintDesk({ ...setup, merges: 'alsoWithAuthority' });
  const at = MONDAY + 3 * DAY;

  it('are not merged, and the refusal says whose they are', () => {
    const refused = refusedBy(written, mark('p2', at), { related: [other] });
    expect(refused.kind).toBe('otherComplainant');
    expect(refused.problems).toMatchObject([{ code: 'otherComplainant', path: ['data', 'primaryId'] }]);
    expect(inWords({ statements: refused.statements }, 'en')).toBe(
      'In the case “p2” k9 complains, in this one k7: only complaints of one complainant are merged.',
    );
    expect(inWords({ statements: refused.statements }, 'zh')).toBe(
      '个案“p2”的投诉人为 k9，本案为 k7：只合并同一投诉人的投诉。',
    );
    expect(refusedBy(written, mark('p3', at), { related: [agent] }).kind).toBe('otherComplainant');
  });

  it('are merged where the desk takes those of a representative and one was opened with an authority', () => {
    expect(told(written, mark('p3', at), { related: [agent] }, trusting).case.state).toBe('merged');
    expect(told(agent, mark('w1', at), { related: [written] }, trusting).case.state).toBe('merged');
    const refused = refusedBy(written, mark('p2', at), { related: [other] }, trusting);
    expect(refused.kind).toBe('otherComplainant');
    expect(inWords({ statements: refused.statements }, 'en')).toContain(
      'neither was opened with an authority',
    );
  });

  it('cannot be told from one’s own where the primary’s log was not handed over: the host says so', () => {
    const context = { primaryOpen: true, wouldCycle: false };
    expect(told(written, mark('p2', at), { context }).case.state).toBe('merged');
  });

  it('are for the setup to allow, by a name that it knows', () => {
    const made = () => complaintDesk({ ...setup, merges: 'always' as never });
    expect(made).toThrow(/merges: expected one of "sameComplainant", "alsoWithAuthority", found "always"/);
  });

  it('stay allowed in a bundle that says so', () => {
    const bundle = orThrow(bundleCase(trusting, written, { asOf: at }));
    expect(bundle.setup.merges).toBe('alsoWithAuthority');
    expect(orThrow(replayBundle(JSON.parse(JSON.stringify(bundle)))).identical).toBe(true);
  });
});

describe('clocks of a group', () => {
  const clock = (log: typeof called, name: string, related: readonly (readonly CaseEvent[])[]) =>
    orThrow(viewComplaint(desk, log, MONDAY + 5 * DAY, { related })).clocks.clocks.find(
      (one) => one.clock === name,
    );

  it('start with the first receipt and are met by any acknowledgement', () => {
    expect(clock(called, 'response', [])?.anchor).toBe(MONDAY + 2 * DAY);
    expect(clock(called, 'response', [merged])?.anchor).toBe(MONDAY);
    expect(clock(called, 'ack', [])?.status.kind).toBe('breached');
    expect(clock(called, 'ack', [merged])?.status).toMatchObject({ kind: 'met', at: MONDAY + 2 * HOUR });
  });

  it('are their own again once they are unmerged', () => {
    const restored = told(merged, unmerge(MONDAY + 4 * DAY), { related: [called] });
    expect(restored.case.state).toBe('investigating');
    expect(mergeOf(restored.log)).toBeUndefined();
    expect(clock(called, 'response', [restored.log])?.anchor).toBe(MONDAY + 2 * DAY);
    expect(restored.clocks.clocks.find((one) => one.clock === 'response')?.status.kind).toBe('running');
  });

  it('give the log itself where nothing was merged', () => {
    expect(orThrow(mergedLog('p1', [called, written]))).toBe(called);
  });
});

describe('the end of a primary', () => {
  it('is told to what was merged into it, once', () => {
    const [last] = called.slice(-1);
    if (last === undefined) throw new Error('no event');
    expect(archiveNotices(called, [merged], 'outcomeCopied')).toEqual([]);
    const archived = [...called, { ...last, id: 'z', at: MONDAY + 9 * DAY, to: 'archived' }];
    const [notice] = archiveNotices(archived, [merged, written], 'outcomeCopied');
    if (notice === undefined) throw new Error('no notice');
    const ended = told(merged, notice);
    expect(ended.case.state).toBe('archived');
    expect(archiveNotices(archived, [ended.log], 'outcomeCopied')).toEqual([]);
    expect(refusedBy(merged, unmerge(MONDAY + 10 * DAY), { related: [archived] }).kind).toBe('guard');
  });
});

it('crossings of a case are told in order', () => {
  expect(caseCrossings(told(merged, unmerge(MONDAY + 4 * DAY), { related: [called] }).log)).toMatchObject([
    { kind: 'merged', with: 'p1', at: MONDAY + 3 * DAY },
    { kind: 'unmerged', at: MONDAY + 4 * DAY },
  ]);
});
