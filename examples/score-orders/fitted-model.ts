/** A chosen model and its cut points. */
import type { FittedRfm, RfmModel } from 'clientele/rfm';
import { fitColumns, type PurchaseColumns } from 'clientele/rfm/columns';
import { demand } from './demand.js';

/** A model whose cut points are still to be found, or one that brings them. */
export type ChosenModel =
  | { readonly kind: 'toFit'; readonly model: RfmModel }
  | { readonly kind: 'fitted'; readonly fitted: FittedRfm };

/** The model with its cut points: found in these customers, unless it brought its own. */
export function fittedModel(chosen: ChosenModel, purchases: PurchaseColumns): FittedRfm {
  return chosen.kind === 'fitted' ? chosen.fitted : demand('the model', fitColumns(chosen.model, purchases));
}

export function windowOf(chosen: ChosenModel): RfmModel['window'] {
  return chosen.kind === 'fitted' ? chosen.fitted.model.window : chosen.model.window;
}
