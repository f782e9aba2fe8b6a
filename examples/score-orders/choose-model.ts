/** Which RFM model and segment map score the customers: a preset by name, or a model from a file. */
import {
  type Currency,
  elevenSegments,
  parseFittedRfm,
  parseRfmModel,
  putlerSegments,
  pymcQuartiles,
  pymcSegments,
  quintiles,
  type RfmModel,
  rfm02ExampleSegments,
  rfm030,
  rfm030ExampleSegments,
  type SegmentMap,
  sourceMaterialRfm,
  tenSegments,
} from 'clientele/rfm';
import { demand } from './demand.js';
import type { ChosenModel } from './fitted-model.js';
import type { ModelName, Options, SegmentMapName } from './options.js';
import { readJson } from './read-json.js';

const PRESETS: Readonly<Record<ModelName, (currency: Currency) => RfmModel>> = {
  quintiles: () => quintiles(),
  // The printed money table, read in the file's currency.
  source: (currency) => sourceMaterialRfm({ currency }),
  'source-total': (currency) => sourceMaterialRfm({ currency, monetaryBasis: 'total' }),
  rfm030: ({ minorUnit }) => rfm030({ minorUnit }),
  pymc: () => pymcQuartiles(),
};

const MAPS: Readonly<Record<Exclude<SegmentMapName, 'none'>, SegmentMap>> = {
  eleven: elevenSegments,
  ten: tenSegments,
  putler: putlerSegments,
  rfm030: rfm030ExampleSegments,
  rfm02: rfm02ExampleSegments,
  pymc: pymcSegments,
};

/** @throws InputError when the file is no model, or the segment map was not written for its scores. */
export function chooseModel(
  { model: asked, segments }: Pick<Options, 'model' | 'segments'>,
  currency: Currency,
): ChosenModel {
  if ('preset' in asked)
    return { kind: 'toFit', model: withSegments(PRESETS[asked.preset](currency), segments) };
  const stored = readJson(asked.file);
  if (!isFitted(stored)) {
    return { kind: 'toFit', model: withSegments(demand(asked.file, parseRfmModel(stored)), segments) };
  }
  const fitted = demand(asked.file, parseFittedRfm(stored));
  return { kind: 'fitted', fitted: { ...fitted, model: withSegments(fitted.model, segments) } };
}

function isFitted(stored: unknown): boolean {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    String(Reflect.get(stored, 'format')).startsWith('fitted-rfm@')
  );
}

function withSegments(model: RfmModel, name: SegmentMapName | undefined): RfmModel {
  if (name === undefined) return model;
  const { segments: _before, ...without } = model;
  if (name === 'none') return without;
  return demand(`--segments ${name}`, parseRfmModel({ ...without, segments: MAPS[name] }));
}
