/** The choices the figures depend on, by name, and what the fit has to say. */
import { checkSegmentMap, describe, type RfmModel, type SegmentMap } from 'clientele/rfm';
import { createCalendar } from '../format.js';
import type { ScoredOrders } from '../score.js';
import type { Context } from './context.js';
import { type Html, html } from './html.js';
import { dimensionWords, windowWords } from './model-words.js';

export function conventionsSection(context: Context, scored: ScoredOrders): Html {
  const { say, language, asOf } = context;
  const { model } = scored.fitted;
  const entries: readonly (readonly [name: string, value: Html | string | undefined])[] = [
    [say('asOf'), asOf && `${asOf.day} (${say(asOf.from)})`],
    [say('zone'), scored.purchases.zone],
    [say('window'), windowWords(model.window)[language]],
    [say('currency'), moneyRule(context)],
    [say('model'), model.name],
    [say('source'), model.source],
    [say('fittedOn'), fittedOn(context, scored)],
    [say('recency'), dimensionWords(model, 'recency')[language]],
    [say('frequency'), dimensionWords(model, 'frequency')[language]],
    [say('monetary'), dimensionWords(model, 'monetary')[language]],
    [say('binning'), say(model.binning)],
    [say('weights'), weighted(model)],
    [say('segmentMap'), model.segments && mapSentence(context, model.segments)],
    [say('returns'), settings({ policy: context.mapping.policies.returns, ...context.mapping.returns })],
    [say('otherPolicies'), settings({ ...context.mapping.policies, returns: undefined })],
  ];
  const list = entries.flatMap(([name, value]) =>
    value === undefined ? [] : [html`<dt>${name}</dt><dd>${value}</dd>`],
  );
  return html`<section aria-labelledby="conventions"><h2 id="conventions">${say('conventions')}</h2>
<dl>${list}</dl>
${notices(context, scored)}</section>`;
}

function moneyRule({ say, mapping }: Context): string {
  const { code, minorUnit } = mapping.currency;
  return say('moneyRule', { currency: code, decimals: minorUnit, rounding: mapping.rounding });
}

function fittedOn({ say, fittedBefore }: Context, { fitted }: ScoredOrders): string {
  const { fittedOn: found } = fitted;
  if (found === undefined) return say('fittedFixed');
  if (!fittedBefore) return say('fittedHere', { count: found.customers });
  return say('fittedBefore', { count: found.customers, day: createCalendar(found.zone)(found.asOf) });
}

function weighted({ weights: { r, f, m } }: RfmModel): string {
  return `${r} R + ${f} F + ${m} M`;
}

function mapSentence({ say }: Context, map: SegmentMap): string {
  const report = checkSegmentMap(map);
  const name = map.source === undefined ? map.name : `${map.name} (${map.source})`;
  const { combinations } = report;
  if (report.partition) return say('partition', { map: name, combinations });
  return say('notPartition', {
    map: name,
    combinations,
    gaps: report.gaps.length,
    overlaps: report.overlaps.length,
  });
}

/** Settings under the names they have in the mapping. */
function settings(named: object): Html {
  const entries = Object.entries(named).filter(([, setting]) => setting !== undefined);
  return html`${entries.map(([name, setting], i) => html`${i === 0 ? '' : ', '}<code>${name}: ${[setting].flat().join(' | ')}</code>`)}`;
}

function notices({ say, language }: Context, { fitted, purchases }: ScoredOrders): Html {
  const sentences = [
    ...fitted.notices.map((notice) => describe(notice, language)),
    ...(purchases.rejected.length === 0 ? [] : [say('leftOut', { count: purchases.rejected.length })]),
  ];
  if (sentences.length === 0) return html``;
  return html`<h3 class="block">${say('notices')}</h3><ul class="notices">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
