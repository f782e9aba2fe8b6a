/** A case as of an earlier instant: what its host knows of other cases, actions and threats by then, and no more. */
import {
  type CaseCommand,
  type CaseEvent,
  type CaseSnapshot,
  caseTimeline,
  compileWorkflow,
  correctiveWorkflow,
  decide,
  evolve,
  explainDuty,
  orThrow,
  viewComplaint,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { assessment, conclusion, DAY, desk, HOUR, logAfter, MONDAY, opened, tell, told } from './support.js';

const systemic = logAfter(
  opened('c1'),
  tell('ASSESS', MONDAY + HOUR, { ...assessment, impact: 'systemic' }),
  tell('CONCLUDE', MONDAY + DAY, conclusion),
);

/** A corrective action that is suspected after two days and dropped after four. */
function action(): readonly CaseEvent[] {
  const workflow = compileWorkflow(correctiveWorkflow);
  const steps: readonly (readonly [type: string, at: number, data: Readonly<Record<string, unknown>>])[] = [
    ['SUSPECT', MONDAY + 2 * DAY, { cases: ['c1'], hypothesis: 'no maintenance' }],
    ['DROP', MONDAY + 4 * DAY, { reason: 'one boiler only' }],
  ];
  let now: CaseSnapshot | undefined;
  return steps.flatMap(([type, at, data], i) => {
    const command: CaseCommand = { type, id: `a${i}`, at, by: { id: 'ann', role: 'quality' }, data };
    const events = orThrow(decide(workflow, now, command) as never) as readonly CaseEvent[];
    for (const event of events) now = orThrow(evolve(workflow, now, event));
    return events;
  });
}

describe('a case as of an earlier instant', () => {
  it.each([
    [1, 'missing', false],
    [3, 'waiting', false],
    [5, 'done', true],
  ])('after %i days its corrective action is %s', (days, kind, capaDone) => {
    const view = orThrow(viewComplaint(desk, systemic, MONDAY + days * DAY, { corrective: [action()] }));
    expect(view.corrective).toMatchObject({ kind, capaDone });
  });

  it('knows of no threat to come, nor of a case that was opened later', () => {
    const at = MONDAY + DAY;
    const threats = [{ at: MONDAY + 2 * DAY, of: 'legal' }] as const;
    const late = logAfter(opened('c2', MONDAY + 3 * DAY, { receivedAt: MONDAY - DAY }));
    const later = logAfter(opened('c3', MONDAY + 3 * DAY, { receivedAt: MONDAY - 2 * DAY }));
    const plain = orThrow(viewComplaint(desk, systemic, at));
    expect(orThrow(viewComplaint(desk, systemic, at, { threats, related: [late, later] }))).toEqual(plain);
  });

  it('explains a limit of the group that there was, though its primary was merged afterwards', () => {
    const duplicate = logAfter(opened('d1'));
    const primary = logAfter(opened('p1', MONDAY + 2 * DAY));
    const other = logAfter(opened('o1', MONDAY + 2 * DAY));
    const mark = (primaryId: string, at: number) =>
      tell('MARK_DUPLICATE', at, { primaryId, matchBasis: 'same room', confirmedBy: 'ann' });
    const merged = told(duplicate, mark('p1', MONDAY + 3 * DAY), { related: [primary] }).log;
    const later = told(primary, mark('o1', MONDAY + 5 * DAY), { related: [other, merged] }).log;
    const [at, related] = [MONDAY + 4 * DAY, [merged, other]] as const;
    const why = orThrow(explainDuty(desk, later, { pack: 'desk', clock: 'response' }, at, { related }));
    expect(why.clock.anchor).toBe(MONDAY);
    const before = orThrow(caseTimeline(desk, primary, at, { related }));
    expect(orThrow(caseTimeline(desk, later, at, { related }))).toEqual(before);
  });
});
