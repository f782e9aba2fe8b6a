/** The example map of the R package rfm 0.3.0. */
import type { SegmentMap } from '../model.js';
import { OTHERS, SEGMENT_NAMES } from './segment-names.js';

/**
 * The example map of the R package rfm 0.3.0 (README, 2024): ten rows of ranges, first match wins. 10 of the 125
 * codes are in no row and 58 in several; see `checkSegmentMap`.
 */
export const rfm030ExampleSegments: SegmentMap = {
  format: 'segment-map@1',
  name: 'example map of R rfm 0.3.0',
  source: 'R package rfm 0.3.0, README',
  bins: { r: 5, f: 5, m: 5 },
  fmRounding: 'up',
  otherwise: OTHERS,
  rules: [
    { segment: 'champions', name: SEGMENT_NAMES.champions, when: { r: [5, 5], f: [5, 5], m: [5, 5] } },
    {
      segment: 'potentialLoyalist',
      name: SEGMENT_NAMES.potentialLoyalist,
      when: { r: [3, 5], f: [3, 5], m: [2, 5] },
    },
    { segment: 'loyal', name: SEGMENT_NAMES.loyal, when: { r: [2, 4], f: [2, 4], m: [2, 4] } },
    { segment: 'promising', name: SEGMENT_NAMES.promising, when: { r: [3, 4], f: [1, 3], m: [3, 5] } },
    { segment: 'newCustomers', name: SEGMENT_NAMES.newCustomers, when: { r: [4, 5], f: [1, 3], m: [1, 5] } },
    { segment: 'cannotLose', name: SEGMENT_NAMES.cannotLose, when: { r: [1, 2], f: [3, 4], m: [4, 5] } },
    { segment: 'atRisk', name: SEGMENT_NAMES.atRisk, when: { r: [1, 2], f: [2, 5], m: [4, 5] } },
    {
      segment: 'needAttention',
      name: SEGMENT_NAMES.needAttention,
      when: { r: [1, 3], f: [3, 5], m: [3, 5] },
    },
    { segment: 'aboutToSleep', name: SEGMENT_NAMES.aboutToSleep, when: { r: [2, 3], f: [1, 3], m: [1, 4] } },
    { segment: 'lost', name: SEGMENT_NAMES.lost, when: { r: [1, 1], f: [1, 5], m: [1, 5] } },
  ],
};
