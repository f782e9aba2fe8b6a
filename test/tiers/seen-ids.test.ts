/** Which ids of a log have been taken in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeenIds } from '../../src/tiers/fold/seen-ids.js';

describe('the ids of a log', () => {
  it('are none at first', () => {
    const ids = new SeenIds([]);
    expect(['', 'a', '__proto__'].map((id) => ids.has(id))).toEqual([false, false, false]);
  });

  it('are those of the log it begins with, and of every entry since', () => {
    const log = [{ id: '2' }, { id: '1' }];
    const ids = new SeenIds(log);
    expect(['0', '1', '2', '3'].map((id) => ids.has(id))).toEqual([false, true, true, false]);
    log.push({ id: '15' });
    ids.add('15');
    expect(['1', '15', '2', '16'].map((id) => ids.has(id))).toEqual([true, true, true, false]);
  });

  it('may be empty texts', () => {
    const log = [{ id: '' }];
    expect(new SeenIds(log).has('')).toBe(true);
  });

  it('are those of a set, whether they rise or not, asked at any time', () => {
    const id = fc.oneof(fc.nat({ max: 30 }).map(String), fc.string({ maxLength: 2 }));
    const step = fc.record({ ask: id, take: id });
    fc.assert(
      fc.property(fc.array(id), fc.array(step), (begun, steps) => {
        const log = begun.map((one) => ({ id: one }));
        const ids = new SeenIds(log);
        const all = new Set(begun);
        for (const { ask, take } of steps) {
          expect(ids.has(ask)).toBe(all.has(ask));
          if (ids.has(take)) continue;
          log.push({ id: take });
          ids.add(take);
          all.add(take);
        }
      }),
    );
  });
});
