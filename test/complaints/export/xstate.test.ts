/** Workflows as XState machines: read back as they were, and refused where they say two things. */
import { complaintWorkflow, describe as sentence, sixSteps } from 'clientele/complaints';
import { fromXState, orThrow, toXState } from 'clientele/complaints/export';
import { describe, expect, it } from 'vitest';

/** As a file would hold it. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('toXState', () => {
  it('names a state for each state, and one before the opening', () => {
    const { states, initial } = toXState(complaintWorkflow);
    expect(Object.keys(states)).toEqual(['opening', ...Object.keys(complaintWorkflow.states)]);
    expect(states[initial]?.on).toEqual({ RECEIVE: [expect.objectContaining({ target: 'received' })] });
    expect(states['archived']).toMatchObject({ type: 'final' });
    const transitions = Object.values(states).flatMap(({ on = {} }) => Object.values(on).flat());
    expect(transitions.length).toBe(88 + 1);
  });

  it('says who is waited for and what is closed in tags', () => {
    const { states } = toXState(complaintWorkflow);
    expect(states['awaitingCustomer']?.tags).toEqual(['waitsFor:customer']);
    expect(states['closedFinal']?.tags).toEqual(['closed']);
  });
});

describe('fromXState', () => {
  it.each([complaintWorkflow, sixSteps])('gives back the workflow $name', (workflow) => {
    expect(orThrow(fromXState(stored(toXState(workflow))))).toEqual(stored(workflow));
  });

  it('refuses a target that was changed to no state, and one place that says otherwise than another', () => {
    const config = toXState(sixSteps);
    const [first = ''] = Object.keys(sixSteps.states);
    const before = config.states[first];
    if (before === undefined) expect.unreachable();
    const described = {
      ...config,
      states: { ...config.states, [first]: { ...before, description: 'Other' } },
    };
    const refused = fromXState(described);
    expect(refused).toMatchObject({
      _tag: 'Left',
      left: [{ code: 'disagrees', path: ['states', first, 'description'] }],
    });
    expect(refused._tag === 'Left' && sentence(refused.left[0], 'en')).toContain(
      `states.${first}.description: expected`,
    );
    const unread = { ...config, entry: 'beep' };
    expect(fromXState(unread)).toMatchObject({ _tag: 'Left', left: [{ path: ['entry'] }] });
    const on = { GO: [{ ...before.on?.[Object.keys(before.on)[0] ?? '']?.[0], target: 'nowhere' }] };
    expect(fromXState({ ...config, states: { ...config.states, [first]: { ...before, on } } })._tag).toBe(
      'Left',
    );
  });

  it.each([undefined, null, 5, 'x', [], {}, { states: 3 }, { states: { a: null }, meta: { workflow: 5 } }])(
    'refuses what is no such config: %j',
    (config) => {
      expect(fromXState(config)._tag).toBe('Left');
    },
  );
});
