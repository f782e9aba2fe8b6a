/** What sentences call a metric, and how they write its figures. */
import {
  compileTiers,
  defineTierPolicy,
  describe as describeIn,
  examineTierPolicy,
  explainEvaluation,
  explainTier,
  type MetricWording,
  orThrow,
  parseTierPolicy,
  type QualificationCriterion,
  tierProgress,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';

const EUROS: MetricWording = {
  name: { en: 'spend', zh: '消费额' },
  readAs: { kind: 'money', currency: { code: 'EUR', minorUnit: 2 } },
};
const NIGHTS: MetricWording = {
  readAs: { kind: 'unit', en: { one: 'night', other: 'nights' }, zh: '晚' },
};
const SEGMENTS: MetricWording = {
  name: { en: 'own flights', zh: '自营航班' },
  readAs: { kind: 'unit', en: { one: 'segment', other: 'segments' }, zh: '航段' },
};

function policyOf(wording: MetricWording, entry: QualificationCriterion) {
  return defineTierPolicy({
    name: 'words',
    zone: 'UTC',
    metrics: { amount: { kind: 'sum', of: 'amount', ...wording } },
    window: { kind: 'calendar', unit: 'year' },
    validity: { kind: 'duration', duration: 'P1Y' },
    tiers: [
      { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
      { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry },
    ],
  });
}

const AT_LEAST_25: QualificationCriterion = { metric: 'amount', atLeast: 25 };

/** The sentence for Gold in both languages. */
function evaluated(wording: MetricWording, entry: QualificationCriterion, amount: number | undefined) {
  const tiers = orThrow(compileTiers(policyOf(wording, entry)));
  const explanation = explainEvaluation(tiers, { amount });
  return [describeIn(explanation, 'en'), describeIn(explanation, 'zh')].map((text) => text.split('\n')[1]);
}

function missing(wording: MetricWording, entry: QualificationCriterion, amount: number) {
  const member = {
    memberId: 'ann',
    enrolledAt: Date.UTC(2025, 0, 1),
    log: [{ kind: 'activity', id: '1', at: Date.UTC(2025, 1, 1), type: 'x', values: { amount } }],
  } as const;
  const tiers = orThrow(compileTiers(policyOf(wording, entry)));
  const progress = orThrow(tierProgress(tiers, member, { asOf: '2025-06-30' }));
  return [describeIn(progress, 'en'), describeIn(progress, 'zh')];
}

describe('a metric in a sentence', () => {
  it.each([
    ['by its key', {}, 'Gold: amount 18 of 25, 7 short.', '金卡：amount 18 / 25，还差 7。'],
    [
      'by its name',
      { name: { en: 'credits', zh: '积分' } },
      'Gold: credits 18 of 25, 7 short.',
      '金卡：积分 18 / 25，还差 7。',
    ],
    ['by its unit', NIGHTS, 'Gold: 18 of 25 nights, 7 short.', '金卡：18 / 25 晚，还差 7 晚。'],
    [
      'by its name and unit',
      SEGMENTS,
      'Gold: own flights 18 of 25 segments, 7 short.',
      '金卡：自营航班 18 / 25 航段，还差 7 航段。',
    ],
    [
      'as money',
      EUROS,
      'Gold: spend 0.18 EUR of 0.25 EUR, 0.07 EUR short.',
      '金卡：消费额 0.18 EUR / 0.25 EUR，还差 0.07 EUR。',
    ],
    [
      'as money by its key',
      { readAs: { kind: 'money', currency: { code: 'JPY', minorUnit: 0 } } },
      'Gold: amount 18 JPY of 25 JPY, 7 JPY short.',
      '金卡：amount 18 JPY / 25 JPY，还差 7 JPY。',
    ],
    [
      'without saying a name that the unit says',
      { name: { en: 'nights', zh: '住宿' }, ...NIGHTS },
      'Gold: 18 of 25 nights, 7 short.',
      '金卡：住宿 18 / 25 晚，还差 7 晚。',
    ],
  ] as const)('is written %s', (_, wording, en, zh) => {
    expect(evaluated(wording, AT_LEAST_25, 18)).toEqual([en, zh]);
  });

  it.each([
    ['by its key', {}, 'Gold: 7 more amount by', '还差 7 amount。'],
    ['by its unit', NIGHTS, 'Gold: 7 more nights by', '还差 7 晚。'],
    ['by its name and unit', SEGMENTS, 'Gold: 7 more segments (own flights) by', '还差 7 航段（自营航班）。'],
    ['as money', EUROS, 'Gold: 0.07 EUR more spend by', '还差 0.07 EUR（消费额）。'],
  ] as const)('is missing %s', (_, wording, en, zh) => {
    const said = missing(wording, AT_LEAST_25, 18);
    expect(said[0]).toBe(`${en} 31 December 2025.`);
    expect(said[1]).toBe(`金卡：截至 2025年12月31日，${zh}`);
  });

  it('is one in the singular', () => {
    expect(missing(NIGHTS, AT_LEAST_25, 24)[0]).toBe('Gold: 1 more night by 31 December 2025.');
    expect(evaluated(NIGHTS, { metric: 'amount', moreThan: 1 }, 1)[0]).toBe(
      'Gold: 1 night, more than 1 night needed, not met.',
    );
    expect(evaluated(NIGHTS, { metric: 'amount', moreThan: 1 }, 1.5)[0]).toBe(
      'Gold: 1.5 nights, more than 1 night needed, met.',
    );
  });

  it('is named where it is not known', () => {
    expect(evaluated(NIGHTS, AT_LEAST_25, undefined)).toEqual([
      'Gold: nights not known, at least 25 nights needed.',
      '金卡：晚 未知，须不少于 25 晚。',
    ]);
    expect(evaluated(EUROS, AT_LEAST_25, undefined)[0]).toBe(
      'Gold: spend not known, at least 0.25 EUR needed.',
    );
  });

  it('has what was carried, deducted or redeemed written like it', () => {
    const rules = policyOf(EUROS, { ...AT_LEAST_25, window: { kind: 'balance' } });
    const member = {
      memberId: 'ann',
      enrolledAt: Date.UTC(2025, 0, 1),
      log: [
        { kind: 'activity', id: '1', at: Date.UTC(2025, 1, 1), type: 'x', values: { amount: 20 } },
        { kind: 'redemption', id: '2', at: Date.UTC(2025, 2, 1), values: { amount: 5 } },
      ],
    } as const;
    const why = orThrow(explainTier(orThrow(compileTiers(rules)), member, { asOf: '2025-06-30' }));
    expect(describeIn(why, 'en')).toContain(
      'Gold: spend 0.15 EUR of 0.25 EUR, 0.10 EUR short (0.05 EUR redeemed).',
    );
  });

  it('is written so in the findings of an examination', () => {
    const rules = policyOf(NIGHTS, AT_LEAST_25);
    const [member, gold] = rules.tiers;
    if (member === undefined || gold === undefined) throw new Error('two tiers');
    const harder = { ...gold, renewal: { metric: 'amount', atLeast: 30 } };
    const findings = examineTierPolicy({ ...rules, tiers: [member, harder] });
    expect(findings.map((one) => describeIn(one, 'en'))).toContain(
      'Gold is harder to keep than to reach: 25 nights reaches it and does not renew it.',
    );
  });
});

describe('the wording of a metric', () => {
  it('changes no decision', () => {
    const plain = orThrow(compileTiers(policyOf({}, AT_LEAST_25)));
    const worded = orThrow(compileTiers(policyOf(EUROS, AT_LEAST_25)));
    for (const amount of [0, 24, 25]) {
      expect(explainEvaluation(worded, { amount }).tiers).toEqual(explainEvaluation(plain, { amount }).tiers);
    }
  });

  it.each([
    [{ name: { en: 'spend' } }, ['name', 'zh']],
    [
      { readAs: { kind: 'money', currency: { code: 'EUR', minorUnit: 9 } } },
      ['readAs', 'currency', 'minorUnit'],
    ],
    [{ readAs: { kind: 'unit', en: { one: 'night' }, zh: '晚' } }, ['readAs', 'en', 'other']],
  ])('is checked: %j', (wording, path) => {
    const rules = policyOf({}, AT_LEAST_25);
    const amount = { ...rules.metrics['amount'], ...wording };
    const read = parseTierPolicy({ ...rules, metrics: { amount } });
    expect(read._tag === 'Left' && read.left.map((one) => one.path)).toEqual([
      ['metrics', 'amount', ...path],
    ]);
  });
});
