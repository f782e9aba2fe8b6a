/** A case that is judged again elsewhere. */
import {
  bundleCase,
  type ComplaintEvent,
  complaintDesk,
  defineRedressPolicy,
  orThrow,
  replayBundle,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { DAY, desk, MONDAY, offered, opened, redress, setup, tell, told } from './support.js';

const log: readonly ComplaintEvent[] = told(
  offered(),
  tell('DECLINE', MONDAY + 4 * DAY, { reason: 'Mr Smith wants more', whatWouldSatisfy: 'a call from Jane' }),
).log;
const asOf = MONDAY + 6 * DAY;
const others = [told([], opened('c77', MONDAY - 9 * DAY)).log];
const bundle = orThrow(bundleCase(desk, log, { asOf, related: others }));

describe('a bundle', () => {
  it('replays to the identical verdict from its JSON alone', () => {
    const replayed = orThrow(replayBundle(JSON.parse(JSON.stringify(bundle))));
    expect(replayed.differences).toEqual([]);
    expect(replayed.identical).toBe(true);
    expect(replayed.verdict).toMatchObject({ state: 'escalated', tier: 2, movesLeft: { person: 1 } });
  });

  it.each([
    ['a date', new Date(asOf)],
    ['a text with an offset', '2026-01-18T10:00:00+01:00'],
  ])('is as of %s as well', (_, when) => {
    expect(bundleCase(desk, log, { asOf: when, related: others })).toEqual({ _tag: 'Right', right: bundle });
  });

  it('is as of the end of a day, in the zone of the first pack', () => {
    const summer = { ...setup, packs: setup.packs.map((pack) => ({ ...pack, zone: 'Europe/London' })) };
    const whole = orThrow(bundleCase(complaintDesk(summer), log, { asOf: '2026-07-01' }));
    expect(whole.asOf).toBe(Date.parse('2026-07-01T23:59:59.999+01:00'));
    expect(orThrow(replayBundle(JSON.parse(JSON.stringify(whole)))).identical).toBe(true);
  });

  it('is refused where its instant is none', () => {
    const result = bundleCase(desk, log, { asOf: 'tomorrow' });
    expect(result._tag === 'Left' && result.left.map(({ path }) => path)).toEqual([['asOf']]);
  });

  it('holds no person, no free text and no id of the host', () => {
    const text = JSON.stringify([bundle.log, bundle.related]);
    for (const told of ['"ann"', 'k7', 'zed', 'Smith', 'Jane', 'heating was', '"c1"', '"c77"', 'room 12'])
      expect(text).not.toContain(told);
    expect(bundle.log[0]?.data).toMatchObject({
      complainant: 'person-2',
      description: '…',
      receivedAt: MONDAY,
      channel: 'phone',
      aboutPersons: ['person-3'],
    });
  });

  it('keeps who is the same person, so that the customer still repeats and the owner is still the owner', () => {
    expect(bundle.related[0]?.[0]?.data['complainant']).toBe(bundle.log[0]?.data['complainant']);
    expect(bundle.log[1]?.data['owner']).toBe(bundle.log[1]?.by.id);
  });

  it('names its policies with their versions', () => {
    expect(bundle.policies).toEqual([
      { kind: 'workflow', name: 'complaint', version: '1' },
      { kind: 'rules', name: 'desk', version: '1' },
      { kind: 'redress', name: 'redress', version: '1' },
      { kind: 'escalation', name: 'escalation', version: '1' },
      { kind: 'corrective', name: 'corrective-action', version: '1' },
    ]);
  });

  it('shows what another rule changes', () => {
    const stored: Record<string, unknown> = JSON.parse(JSON.stringify(bundle));
    const altered = {
      ...stored,
      setup: { ...bundle.setup, escalation: { ...bundle.setup.escalation, triggers: [] } },
    };
    expect(orThrow(replayBundle(altered))).toMatchObject({ identical: false, differences: ['tier'] });
  });

  it.each([
    ['no bundle', 7, 'format'],
    ['no log', { ...bundle, log: 'x' }, 'log'],
    ['a damaged pack', { ...bundle, setup: { ...bundle.setup, packs: [{}] } }, 'setup'],
    ['a missing calendar', { ...bundle, setup: { ...bundle.setup, calendars: {} } }, 'packs'],
  ])('that is %s is refused with its path', (_, input, path) => {
    const result = replayBundle(input);
    expect(result._tag === 'Left' && result.left[0].path[0]).toBe(path);
  });

  it('of a desk without a redress policy or with another one is its own', () => {
    const { redress: _, ...poor } = setup;
    const without = orThrow(bundleCase(complaintDesk(poor), log, { asOf }));
    expect(orThrow(replayBundle(without)).identical).toBe(true);
    expect(without.policies.map(({ kind }) => kind)).not.toContain('redress');
    expect(defineRedressPolicy(redress)).toEqual(redress);
  });
});
