/** Programmes of China that go by a score or by growth: China Mobile, JD, 88VIP. */
import { defineTierPolicy } from '../define.js';
import type { Tier, TierPolicy } from '../model.js';
import { moneyIn, namedMetric, yearsOf } from './metric-wording.js';
import { ladderOf, named, type ProgrammeOptions, type TierThreshold } from './programme.js';

/** What the source does not print. */
export interface ChinaMobileOptions extends ProgrammeOptions {
  /** The tiers below Diamond, from the lowest up; `atLeast` is growth that has to be exceeded. Default: none. */
  readonly below?: readonly TierThreshold[];
}

/**
 * China Mobile 全球通 (GoTone), evaluation of 2025 (jinjuehongdu.com, 2025年全球通客户评定规则; moupo.com.cn for the
 * threshold, of 2023). Programmes change yearly: check before use.
 *
 * Growth (成长值) is one point for each yuan paid in the calendar year before, and points for tenure: 100 from one year
 * on, 200 from three, 300 from ten. Below one year nobody is rated: growth is unknown, and so is every tier. Diamond
 * needs more than 4,000 (大于); the figures of the other tiers are the host's. Everybody is judged on 1 February, and
 * the tier lasts to 31 January. Activities carry `paid` (fen); data, secondary and flow cards (types `dataCard`,
 * `secondaryCard`, `flowCard`) do not count. Tenure is read as of the day of evaluation, from `enrolledAt`.
 *
 * A change of plan within the year moves the tier at once, up or down, whatever the growth: that is offer
 * `planChange`, which pins the tier that the grant names until its end, the next 1 February. Zone Asia/Shanghai.
 *
 * @example
 * ```ts
 * import { chinaMobileTiers2025, compileTiers, evaluateTier, orThrow } from 'clientele/tiers';
 *
 * const goTone = orThrow(compileTiers(chinaMobileTiers2025()));
 *
 * evaluateTier(goTone, { paid: 375_000, tenureYears: 11 }).tier; // => 'diamond'
 * evaluateTier(goTone, { paid: 375_000, tenureYears: 2 }).tier; // => 'customer'
 * ```
 */
export function chinaMobileTiers2025(options: ChinaMobileOptions = {}): TierPolicy {
  const { zone = 'Asia/Shanghai', effective = {}, below = [] } = options;
  const rated = ({ tier, name, atLeast }: TierThreshold): Omit<Tier, 'rank'> => ({
    tier,
    name,
    entry: { metric: 'growth', moreThan: atLeast },
  });
  return defineTierPolicy({
    name: 'China Mobile GoTone, 2025',
    source: 'jinjuehongdu.com 2025年全球通客户评定规则; moupo.com.cn (2023)',
    version: '2025',
    effective,
    zone,
    counts: { exceptTypes: ['dataCard', 'secondaryCard', 'flowCard'] },
    metrics: {
      paid: { kind: 'sum', of: 'paid', ...moneyIn('CNY', 'amount paid', '实付金额') },
      tenureYears: { kind: 'tenure', unit: 'years', ...yearsOf('tenure', '网龄') },
      tenurePoints: {
        ...namedMetric('tenure points', '网龄分值'),
        kind: 'banded',
        of: 'tenureYears',
        bands: [
          { from: 1, value: 100 },
          { from: 3, value: 200 },
          { from: 10, value: 300 },
        ],
      },
      growth: {
        ...namedMetric('growth value', '成长值'),
        kind: 'combined',
        of: [
          { metric: 'paid', times: 0.01 },
          { metric: 'tenurePoints', times: 1 },
        ],
      },
    },
    window: { kind: 'calendar', unit: 'year', ago: 1 },
    tiers: ladderOf([
      named('customer', 'Customer', '普通客户'),
      ...below.map(rated),
      named('diamond', 'Diamond card', '钻石卡', { entry: { metric: 'growth', moreThan: 4000 } }),
    ]),
    schedule: { unit: 'year', startMonth: 2 },
    upgrade: { timing: 'onSchedule' },
    renewal: { timing: 'atExpiry' },
    validity: { kind: 'endOfPeriod', period: { unit: 'year', startMonth: 2 }, periods: 0 },
    downgrade: { timing: 'onSchedule' },
    offers: { planChange: { source: 'manual', mode: 'pin' } },
  });
}

/** The host's levels of a score. */
export interface ScoreOptions extends ProgrammeOptions {
  /** The tiers above the base, from the lowest up. */
  readonly levels: readonly TierThreshold[];
}

/**
 * A score like JD's 京享值, 2019 (api-racing.com/blog-962752, m.mnw.cn 1840981): over the twelve whole calendar months
 * before, worked out anew on the 2nd of every month, up and down. Programmes change yearly: check before use.
 *
 * The score of January 2019 is that of the year 2018; that of February 2019 goes from 1 February 2018 to 31 January
 * 2019. How JD scores, and from what score on its levels begin, is not in the source: activities carry `score` points,
 * and the levels are the host's. Zone Asia/Shanghai.
 *
 * @example
 * ```ts
 * import { jdLikeTiers } from 'clientele/tiers';
 *
 * const levels = [{ tier: 'gold', name: { en: 'Gold', zh: '金牌' }, atLeast: 5000 }];
 * const { window, schedule } = jdLikeTiers({ levels });
 *
 * window; // => { kind: 'wholeMonths', months: 12 }
 * schedule; // => { unit: 'month', day: 2 }
 * ```
 */
export function jdLikeTiers(options: ScoreOptions): TierPolicy {
  const { zone = 'Asia/Shanghai', effective = {}, levels } = options;
  return defineTierPolicy({
    name: 'A score over twelve whole months, after JD 2019',
    source: 'api-racing.com/blog-962752; m.mnw.cn 1840981',
    version: '2019',
    effective,
    zone,
    metrics: { score: { kind: 'sum', of: 'score', ...namedMetric('score', '京享值') } },
    window: { kind: 'wholeMonths', months: 12 },
    tiers: ladderOf([
      named('registered', 'Registered', '注册用户'),
      ...levels.map(({ tier, name, atLeast }) => ({ tier, name, entry: { metric: 'score', atLeast } })),
    ]),
    schedule: { unit: 'month', day: 2 },
    upgrade: { timing: 'onSchedule' },
    renewal: { timing: 'atExpiry' },
    validity: { kind: 'duration', duration: 'P1M' },
    downgrade: { timing: 'onSchedule' },
  });
}

/**
 * The price of Alibaba's 88VIP by Taobao score (淘气值), 2018 (thepaypers.com): a tier as a price. With 1,000 points or
 * more a year costs 88 yuan, otherwise 888. Programmes change yearly: check before use.
 *
 * The price without the tier is 88,800 fen; the tier takes 80,000 fen off (`priceAfter`). The host says the score as
 * attribute `score`; the tier holds exactly while the score does. Zone Asia/Shanghai.
 *
 * @example
 * ```ts
 * import { orThrow, priceAfter, vip88Price } from 'clientele/tiers';
 *
 * const policy = vip88Price();
 * const question = { price: 88_800, policy, combination: 'best' } as const;
 *
 * orThrow(priceAfter({ ...question, tier: 'scored' })).pays; // => 8_800
 * orThrow(priceAfter({ ...question, tier: 'ordinary' })).pays; // => 88_800
 * ```
 */
export function vip88Price(options: ProgrammeOptions = {}): TierPolicy {
  const { zone = 'Asia/Shanghai', effective = {} } = options;
  return defineTierPolicy({
    name: 'Price of 88VIP, 2018',
    source: 'thepaypers.com, Alibaba paid membership',
    version: '2018',
    effective,
    zone,
    metrics: { score: { kind: 'attribute', attribute: 'score', ...namedMetric('score', '淘气值') } },
    window: { kind: 'lifetime' },
    tiers: ladderOf([
      named('ordinary', 'Full price', '普通价'),
      named('scored', 'Member price', '会员价', {
        entry: { metric: 'score', atLeast: 1000 },
        benefits: [
          {
            benefit: 'memberPrice',
            name: { en: '88 yuan a year instead of 888', zh: '年费88元（原价888元）' },
            kind: 'fixedDiscount',
            amount: 80_000,
          },
        ],
      }),
    ]),
    validity: { kind: 'whileQualified' },
    downgrade: { timing: 'immediate' },
  });
}
