/** Steps up in words. */
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { EscalationPolicy, EscalationTier, EscalationTrigger } from './model.js';
import type { TriggerCause } from './standing.js';

function nameOf({ tiers }: EscalationPolicy, tier: EscalationTier): Bilingual {
  return tiers.find((one) => one.tier === tier)?.name ?? { en: `tier ${tier}`, zh: `第 ${tier} 级` };
}

export function tierWords(policy: EscalationPolicy, tier: EscalationTier): Statement {
  return {
    en: 'On tier {tier}: {name}.',
    zh: '当前为第 {tier} 级：{name}。',
    values: { tier, name: nameOf(policy, tier) },
  };
}

export function raiseWords(
  policy: EscalationPolicy,
  { trigger, cause }: { readonly trigger: EscalationTrigger; readonly cause: TriggerCause },
  to: EscalationTier,
): readonly Statement[] {
  const why = whyWords(trigger, cause);
  return [
    {
      en: 'Raised to tier {tier} ({name}): {why}.',
      zh: '升至第 {tier} 级（{name}）：{why}。',
      values: { tier: to, name: nameOf(policy, to), why },
    },
  ];
}

function clockWords({ name, pack }: Extract<TriggerCause, { readonly kind: 'clock' }>): Bilingual {
  return { en: `“${name.en}” (${pack})`, zh: `“${name.zh}”（${pack}）` };
}

function whyWords(trigger: EscalationTrigger, cause: TriggerCause): Bilingual {
  const clock = cause.kind === 'clock' ? clockWords(cause) : { en: '', zh: '' };
  switch (trigger.when) {
    case 'budgetUsed':
      return {
        en: `${trigger.percent} percent of the time of ${clock.en} were used up`,
        zh: `${clock.zh}的时限已用去 ${trigger.percent}%`,
      };
    case 'breached':
      return { en: `${clock.en} was late`, zh: `${clock.zh}已超期` };
    case 'severity':
      return {
        en: `it was assessed as ${trigger.atLeast} or worse`,
        zh: `严重程度评为 ${trigger.atLeast} 或以上`,
      };
    case 'safety':
      return { en: 'it is a matter of safety', zh: '涉及安全' };
    case 'repeated': {
      const cases = cause.kind === 'cases' ? cause.caseIds.length : trigger.times;
      return {
        en: `the customer complained ${cases} times within ${trigger.withinDays} days`,
        zh: `客户在 ${trigger.withinDays} 天内投诉 ${cases} 次`,
      };
    }
    case 'threat': {
      const legal = cause.kind === 'threat' && cause.of === 'legal';
      return legal
        ? { en: 'the customer speaks of legal action', zh: '客户提及法律途径' }
        : { en: 'the customer speaks of the press', zh: '客户提及媒体' };
    }
    case 'declined':
      return { en: 'the customer declined the answer', zh: '客户不接受答复' };
    case 'timer':
      return {
        en: `a timer ran out (${cause.kind === 'event' ? cause.type : ''})`,
        zh: `定时器到期（${cause.kind === 'event' ? cause.type : ''}）`,
      };
  }
}
