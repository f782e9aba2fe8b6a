/** The rules of Hilton 2026 in json-rules-engine: the highest of all tiers whose rule fires. */
import { Engine, type NestedCondition } from 'json-rules-engine';
import type { Year } from './hilton.js';

const atLeast = (fact: keyof Year, value: number): NestedCondition => ({
  fact,
  operator: 'greaterThanInclusive',
  value,
});

const anyOf = (nights: number, stays: number, spend: number): NestedCondition[] => [
  atLeast('nights', nights),
  atLeast('stays', stays),
  atLeast('spend', spend),
];

const RANKS = ['member', 'silver', 'gold', 'diamond', 'diamondReserve'];

const engine = new Engine([
  { conditions: { any: anyOf(10, 4, 2500) }, event: { type: 'silver' } },
  { conditions: { any: anyOf(25, 15, 6000) }, event: { type: 'gold' } },
  { conditions: { any: anyOf(50, 25, 11_500) }, event: { type: 'diamond' } },
  {
    conditions: { all: [{ any: [atLeast('nights', 80), atLeast('stays', 40)] }, atLeast('spend', 18_000)] },
    event: { type: 'diamondReserve' },
  },
]);

export async function byRulesEngine(year: Year): Promise<string> {
  const { events } = await engine.run({ ...year });
  const highest = events.reduce((rank, { type }) => Math.max(rank, RANKS.indexOf(type)), 0);
  return RANKS[highest] ?? 'member';
}
