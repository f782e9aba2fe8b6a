/** A chosen model and its cut points. */
import { type FittedRfm, fitRfm, type PurchaseSummaries, type RfmModel } from 'clientele/rfm';
import { demand } from './demand.js';

/** A model whose cut points are still to be found, or one that brings them. */
export type ChosenModel =
  | { readonly kind: 'toFit'; readonly model: RfmModel }
  | { readonly kind: 'fitted'; readonly fitted: FittedRfm };

/** The model with its cut points: found in these customers, unless it brought its own. */
export function fittedModel(chosen: ChosenModel, summaries: PurchaseSummaries): FittedRfm {
  return chosen.kind === 'fitted' ? chosen.fitted : demand('the model', fitRfm(chosen.model, summaries));
}

export function windowOf(chosen: ChosenModel): RfmModel['window'] {
  return chosen.kind === 'fitted' ? chosen.fitted.model.window : chosen.model.window;
}
