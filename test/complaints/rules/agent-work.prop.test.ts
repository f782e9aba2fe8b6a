/** What holds of the agent's own time, whatever way a case goes. */
import { compileCalendar, englandAndWalesBusinessCalendar, workingTimeBetween } from 'clientele/calendar';
import { complaintWorkflow, deskClocks, orThrow, type Workflow } from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockOf, logOf, project, received, type Told } from '../clocks/support.js';

const MINUTE = 60_000;
const START = Date.parse('2026-01-12T09:00:00Z');
const chart: Workflow = complaintWorkflow;
const open = Object.entries(chart.states).flatMap(([state, { closed }]) => (closed === true ? [] : [state]));
/** The next step is somebody else's. */
const elsewhere = (state: string): boolean => chart.states[state]?.waitsFor !== undefined;
const england = compileCalendar(englandAndWalesBusinessCalendar());
const desk = deskClocks({
  zone: 'Europe/London',
  limits: { agentWork: { budget: { kind: 'workingMinutes', minutes: 100_000 } } },
});

const walks = fc.array(
  fc.record({ state: fc.constantFrom(...open), after: fc.integer({ min: 1, max: 3000 }) }),
  { minLength: 1, maxLength: 12 },
);

describe("the agent's own time", () => {
  test('is the working time in states that wait for nobody else, and the rest is what others had', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        let now = START;
        const told: Told[] = [received(new Date(now).toISOString())];
        let [agent, others] = [0, 0];
        let state = 'received';
        for (const one of walk) {
          const next = now + one.after * MINUTE;
          const minutes = orThrow(workingTimeBetween(england, now, next));
          if (elsewhere(state)) others += minutes;
          else agent += minutes;
          told.push(['MOVE', new Date(next).toISOString(), one.state]);
          [now, state] = [next, one.state];
        }
        const clock = clockOf(project(logOf(...told), { packs: [desk], asOf: now }), 'agentWork');
        const { anchor, pauses, status } = clock;
        expect(anchor).toBe(START);
        expect(status.kind).toBe(elsewhere(state) ? 'paused' : 'running');
        const worked = orThrow(workingTimeBetween(england, anchor, now, { pauses }));
        expect(worked).toBe(agent);
        expect(orThrow(workingTimeBetween(england, anchor, now)) - worked).toBe(others);
      }),
      { numRuns: 60 },
    );
  });
});
