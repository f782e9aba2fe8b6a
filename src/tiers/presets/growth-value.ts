/** Growth values (成长值) of shops and games of China: 本来生活 and Tencent 心悦. */
import { defineTierPolicy } from '../define.js';
import type { Tier, TierPolicy } from '../model.js';
import { namedMetric } from './metric-wording.js';
import { ladderOf, named, type ProgrammeOptions } from './programme.js';

/**
 * 本来生活 (Benlai; 91wuxi.com thread 592235, undated). Programmes change yearly: check before use.
 *
 * Growth of a lifetime: green 1, silver 200, gold 800, platinum 2,000, diamond 6,000, black 30,000. The tiers up to gold
 * never drop. The top three last one year from the upgrade and are renewed for a year by as much growth again, earned
 * since the term began; otherwise the member goes one tier down. Growth of a lifetime does not sink, so a tier that was
 * lost is won back by its figure in growth since the last change. Activities carry `growth`. Zone Asia/Shanghai.
 *
 * @example
 * ```ts
 * import { benlaiTiers, compileTiers, evaluateTier, orThrow } from 'clientele/tiers';
 *
 * evaluateTier(orThrow(compileTiers(benlaiTiers())), { growth: 6500 }).tier; // => 'diamond'
 * ```
 */
export function benlaiTiers(options: ProgrammeOptions = {}): TierPolicy {
  const { zone = 'Asia/Shanghai', effective = {} } = options;
  const forGood = (atLeast: number): Partial<Tier> => ({
    entry: { metric: 'growth', atLeast },
    validity: { kind: 'lifetime' },
  });
  const forAYear = (atLeast: number): Partial<Tier> => ({
    entry: { metric: 'growth', atLeast },
    reentry: { metric: 'growth', atLeast, window: { kind: 'sinceLastChange' } },
    renewal: { metric: 'growth', atLeast, window: { kind: 'sinceTierStart' } },
  });
  return defineTierPolicy({
    name: '本来生活',
    source: '91wuxi.com thread 592235',
    effective,
    zone,
    metrics: { growth: { kind: 'sum', of: 'growth', ...namedMetric('growth value', '成长值') } },
    window: { kind: 'lifetime' },
    tiers: ladderOf([
      named('registered', 'Registered', '注册会员'),
      named('green', 'Green', '绿卡会员', forGood(1)),
      named('silver', 'Silver', '银卡会员', forGood(200)),
      named('gold', 'Gold', '金卡会员', forGood(800)),
      named('platinum', 'Platinum', '白金会员', forAYear(2000)),
      named('diamond', 'Diamond', '钻石会员', forAYear(6000)),
      named('black', 'Black', '黑卡会员', forAYear(30_000)),
    ]),
    renewal: { timing: 'atExpiry' },
    validity: { kind: 'duration', duration: 'P1Y' },
    downgrade: { depth: { kind: 'oneStep' } },
  });
}

/**
 * Tencent 心悦 (Xinyue; m.how234.com, undated). Programmes change yearly: check before use.
 *
 * With 10,000 an accumulation of 365 days begins (tier `accumulating`): 50,000, 100,000 and 800,000 within it are VIP 1,
 * 2 and 3. Who has not reached 50,000 when it ends starts again from nothing. A VIP tier lasts 365 days from the day it
 * is reached and is renewed, raised, lowered or cancelled by the same figures. Activities carry `spent`, in the unit of
 * these figures.
 *
 * Read so: the 10,000 are part of the accumulation; a figure has to be reached within 365 days; what counts when a tier
 * ends is what was spent in its own 365 days, after the purchase that brought it; and then everybody counts from
 * nothing. Zone Asia/Shanghai.
 *
 * @example
 * ```ts
 * import { xinyueTiers } from 'clientele/tiers';
 *
 * xinyueTiers().tiers.map(({ tier }) => tier); // => ['member', 'accumulating', 'vip1', 'vip2', 'vip3']
 * ```
 */
export function xinyueTiers(options: ProgrammeOptions = {}): TierPolicy {
  const { zone = 'Asia/Shanghai', effective = {} } = options;
  const spent = (atLeast: number): Partial<Tier> => ({
    entry: {
      allOf: [
        { metric: 'spent', atLeast },
        { metric: 'spent', atLeast, window: { kind: 'rollingDays', days: 365 } },
      ],
    },
    renewal: { metric: 'spent', atLeast },
  });
  return defineTierPolicy({
    name: 'Tencent 心悦',
    source: 'm.how234.com',
    effective,
    zone,
    metrics: { spent: { kind: 'sum', of: 'spent', ...namedMetric('amount spent', '消费值') } },
    window: { kind: 'balance' },
    tiers: ladderOf([
      named('member', 'Member', '会员'),
      named('accumulating', 'Accumulating', '累计中', { ...spent(10_000), renewal: 'never' }),
      named('vip1', 'VIP 1', '心悦VIP1', spent(50_000)),
      named('vip2', 'VIP 2', '心悦VIP2', spent(100_000)),
      named('vip3', 'VIP 3', '心悦VIP3', spent(800_000)),
    ]),
    renewal: { timing: 'atExpiry', window: { kind: 'sinceTierStart' } },
    validity: { kind: 'duration', duration: 'P365D' },
    // Nothing is carried: the counter begins at zero when a term ends.
    carryOver: { of: 'remaining', metrics: ['spent'], cap: 0 },
  });
}
