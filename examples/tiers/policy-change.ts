/** What a change of policy would do to everybody: who rises, who falls, what it costs. */
import {
  type CompiledTiers,
  compareTierPolicies,
  compileTiers,
  describe,
  orThrow,
  type PolicyComparison,
  qantasTiers2025,
  qantasTiers2026,
  type TierMove,
} from 'clientele/tiers';
import { frequentFlyers } from './frequent-flyers.js';
import type { Options } from './options.js';
import { grouped, textTable, wrapped } from './text-table.js';

const AS_OF = '2026-02-28';

/** What the programme does not print is made up here: thresholds of the other tiers, caps, costs. */
const FIGURES = { silver: 300, platinum: 1400, platinumOne: 3600 };
const COSTS = {
  currency: { code: 'AUD', minorUnit: 2 },
  perTier: { silver: 2500, gold: 12_000, platinum: 30_000, platinumOne: 90_000 },
};

/** Gold is kept with 600 credits, and who comes from another airline is given it for a year. */
function before(): CompiledTiers {
  const { silver, platinum, platinumOne } = FIGURES;
  const rules = qantasTiers2025({
    silver: { attain: silver },
    platinum: { attain: platinum },
    platinumOne: { attain: platinumOne },
  });
  const match = { source: 'statusMatch', mode: 'floor', tier: 'gold', lasts: 'P1Y' } as const;
  return orThrow(compileTiers({ ...rules, offers: { match } }));
}

/** Gold is kept with 700, half of the unused credits rolls over, and nobody is given anything. */
function after(): CompiledTiers {
  const rolloverCaps = { silver: 100, gold: 350, platinum: 700 };
  return orThrow(compileTiers(qantasTiers2026({ ...FIGURES, rolloverCaps })));
}

const WORDS = {
  en: {
    heading: (asOf: string) => `A change of policy, as of ${asOf}`,
    madeUp: 'Thresholds that the programme does not print, caps, costs and members are made up.',
    title: 'Tier before (rows) and after (columns)',
    total: 'all',
    promoted: 'Promoted',
    earned: 'Demoted from a tier they had earned',
    endowed: 'Demoted from a tier they were given',
    cost: ['Benefits a year', 'before', 'after', 'difference'],
    more: (count: number) => `… and ${count} more`,
    none: 'nobody',
  },
  zh: {
    heading: (asOf: string) => `规则变更，截至 ${asOf}`,
    madeUp: '方案未公布的门槛、上限、成本与会员均为虚构。',
    title: '变更前（行）与变更后（列）的等级',
    total: '合计',
    promoted: '升级',
    earned: '降级（原等级为自己取得）',
    endowed: '降级（原等级为授予）',
    cost: ['每年权益成本', '变更前', '变更后', '差额'],
    more: (count: number) => `……另有 ${count} 人`,
    none: '无',
  },
} as const;

export function policyChange({ members, seed, language }: Options): string {
  const change = orThrow(
    compareTierPolicies(before(), after(), frequentFlyers(members, seed), {
      asOf: AS_OF,
      benefitCosts: COSTS,
    }),
  );
  const words = WORDS[language];
  const tiers = [...change.before.tiers, ...change.after.tiers];
  const names = new Map(tiers.map(({ tier, name }) => [tier, name[language]]));
  return [
    words.heading(AS_OF),
    words.madeUp,
    '',
    ...describe(change, language)
      .split('\n')
      .flatMap((line) => wrapped(line, '')),
    '',
    words.title,
    ...matrixTable(change, language),
    ...moves(words.promoted, change.promoted, names, language),
    ...moves(words.earned, change.demoted.earned, names, language),
    ...moves(words.endowed, change.demoted.endowed, names, language),
    '',
    ...costTable(change, names, language),
    '',
  ].join('\n');
}

function matrixTable({ before, after, matrix, counts }: PolicyComparison, language: Options['language']) {
  const { total } = WORDS[language];
  const width = after.tiers.length;
  return textTable([
    ['', ...after.tiers.map(({ name }) => name[language]), total],
    ...before.tiers.map(({ name, members }, row) => [
      name[language],
      ...matrix.slice(row * width, (row + 1) * width).map((cell) => grouped(cell.members)),
      grouped(members),
    ]),
    [total, ...after.tiers.map(({ members }) => grouped(members)), grouped(counts.judged)],
  ]);
}

type Names = ReadonlyMap<string, string>;

/** The first few of a list; an app has all of them. */
function moves(
  title: string,
  list: readonly TierMove[],
  names: Names,
  language: Options['language'],
): readonly string[] {
  const { more, none } = WORDS[language];
  const shown = list
    .slice(0, 5)
    .map(({ memberId, from, to }) => `  ${memberId}: ${names.get(from)} -> ${names.get(to)}`);
  const rest = list.length - shown.length;
  return [
    '',
    `${title}: ${list.length === 0 ? none : grouped(list.length)}`,
    ...shown,
    ...(rest === 0 ? [] : [`  ${more(rest)}`]),
  ];
}

function costTable({ cost }: PolicyComparison, names: Names, language: Options['language']) {
  if (cost === null) return [];
  const { cost: header, total } = WORDS[language];
  const money = (minor: number): string => grouped(minor / 100, 2);
  const line = (name: string, one: { before: number; after: number; difference: number }) => [
    name,
    money(one.before),
    money(one.after),
    money(one.difference),
  ];
  return textTable([
    [...header],
    ...cost.byTier.map((one) => line(names.get(one.tier) ?? one.tier, one)),
    line(total, cost),
  ]);
}
