/** The sentences of a comparison of policies. */
import type { Statement, StatementValue } from '../../foundation/statement.js';
import type { BenefitCostChange, PolicyComparison } from './policy-comparison.js';

/** Who keeps, rises and falls, in one sentence; what it costs in another. */
export function comparisonStatements(
  one: Pick<PolicyComparison, 'before' | 'after' | 'counts' | 'demoted' | 'cost' | 'withRejections'>,
): readonly Statement[] {
  return [
    movesStatement(one),
    ...rejectionsStatement(one.withRejections.length),
    ...(one.cost === null ? [] : [costStatement(one.cost)]),
  ];
}

/** Whose log was not taken in whole is judged by the rest. */
function rejectionsStatement(members: number): readonly Statement[] {
  if (members === 0) return [];
  return [
    {
      en: 'Entries of {members} members could not be taken in; they are judged by the others.',
      zh: '{members} 名会员有无法采用的记录，按其余记录评定。',
      values: { members },
    },
  ];
}

function movesStatement({
  before,
  after,
  counts,
  demoted,
}: Pick<PolicyComparison, 'before' | 'after' | 'counts' | 'demoted'>): Statement {
  const values: Record<string, StatementValue> = {
    before: policyName(before),
    after: policyName(after),
    members: counts.members,
    unchanged: counts.unchanged,
    promoted: counts.promoted,
    demoted: counts.demoted,
    earned: demoted.earned.length,
    endowed: demoted.endowed.length,
    unjudged: counts.unjudged,
  };
  const apart =
    counts.demoted === 0
      ? { en: '', zh: '' }
      : {
          en: ' ({earned} from a tier they had earned, {endowed} from one they were given)',
          zh: '（其中原等级为自己取得的 {earned} 人，为授予的 {endowed} 人）',
        };
  const rest =
    counts.unjudged === 0
      ? { en: '', zh: '' }
      : { en: '; {unjudged} could not be judged', zh: '；无法评定 {unjudged} 人' };
  return {
    en: `From {before} to {after}, of {members} members {unchanged} stay, {promoted} rise and {demoted} fall${apart.en}${rest.en}.`,
    zh: `从 {before}到 {after}，{members} 名会员中 {unchanged} 人不变，{promoted} 人升级，{demoted} 人降级${apart.zh}${rest.zh}。`,
    values,
  };
}

function policyName({ name, version }: PolicyComparison['before']): StatementValue {
  return { en: `${name} (version ${version})`, zh: `${name}（版本 ${version}）` };
}

function costStatement({ currency, before, after, difference, withoutCost }: BenefitCostChange): Statement {
  const money = (minor: number): StatementValue => ({
    minor,
    minorUnit: currency.minorUnit,
    currency: currency.code,
  });
  const values: Record<string, StatementValue> = {
    before: money(before),
    after: money(after),
    difference: money(Math.abs(difference)),
    without: withoutCost.join(', '),
  };
  const change =
    difference === 0
      ? { en: 'the same', zh: '不变' }
      : difference > 0
        ? { en: '{difference} more', zh: '增加 {difference}' }
        : { en: '{difference} less', zh: '减少 {difference}' };
  const open =
    withoutCost.length === 0
      ? { en: '', zh: '' }
      : {
          en: '; not counted, because they have no cost: {without}',
          zh: '；未计入（没有给出成本）：{without}',
        };
  return {
    en: `Benefits cost {before} before and {after} after, ${change.en}${open.en}.`,
    zh: `权益成本由 {before} 变为 {after}，${change.zh}${open.zh}。`,
    values,
  };
}
