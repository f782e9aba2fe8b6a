/** Steps up in words. */
import { own } from '../../foundation/record.js';
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
): Statement {
  const why = whyWords(trigger, cause);
  return {
    en: `Raised to tier {tier} ({name}): ${why.en}.`,
    zh: `升至第 {tier} 级（{name}）：${why.zh}。`,
    values: { ...why.values, tier: to, name: nameOf(policy, to) },
  };
}

function clockWords(cause: TriggerCause): Bilingual {
  if (cause.kind !== 'clock') return { en: '', zh: '' };
  const { name, pack } = cause;
  return { en: `“${name.en}” (${pack})`, zh: `“${name.zh}”（${pack}）` };
}

const SEVERITIES: Readonly<Record<string, Bilingual>> = {
  low: { en: 'low', zh: '低' },
  medium: { en: 'medium', zh: '中' },
  high: { en: 'high', zh: '高' },
  critical: { en: 'critical', zh: '危急' },
};

function whyWords(trigger: EscalationTrigger, cause: TriggerCause): Statement {
  const clock = clockWords(cause);
  switch (trigger.when) {
    case 'budgetUsed':
      return {
        en: '{percent} percent of the time of {clock} was used up',
        zh: '{clock}的时限已用去 {percent}%',
        values: { percent: trigger.percent, clock },
      };
    case 'breached':
      return { en: '{clock} was late', zh: '{clock}已超期', values: { clock } };
    case 'severity':
      return {
        en: 'it was assessed as {severity} or worse',
        zh: '严重程度评为“{severity}”或以上',
        values: { severity: own(SEVERITIES, trigger.atLeast) ?? trigger.atLeast },
      };
    case 'safety':
      return { en: 'it is a matter of safety', zh: '涉及安全', values: {} };
    case 'repeated':
      return {
        en: 'the customer complained {times} times within {days} days',
        zh: '客户在 {days} 天内投诉 {times} 次',
        values: {
          times: cause.kind === 'cases' ? cause.caseIds.length : trigger.times,
          days: trigger.withinDays,
        },
      };
    case 'threat': {
      const legal = cause.kind === 'threat' && cause.of === 'legal';
      return legal
        ? { en: 'the customer speaks of legal action', zh: '客户提及法律途径', values: {} }
        : { en: 'the customer speaks of the press', zh: '客户提及媒体', values: {} };
    }
    case 'declined':
      return { en: 'the customer declined the answer', zh: '客户不接受答复', values: {} };
    case 'timer':
      return {
        en: 'a timer ran out ({event})',
        zh: '定时器到期（{event}）',
        values: { event: cause.kind === 'event' ? cause.type : '' },
      };
  }
}
