/** The map of the R package rfm 0.2.x. */
import type { SegmentMap } from '../model.js';
import { OTHERS, SEGMENT_NAMES } from './segment-names.js';

/**
 * The map of the R package rfm 0.2.x (documentation and tests): 36 of the 125 codes are in no row, and the rows of
 * new, promising and cannot-lose customers never win; see `checkSegmentMap`.
 */
export const rfm02ExampleSegments: SegmentMap = {
  format: 'segment-map@1',
  name: 'example map of R rfm 0.2',
  source: 'R package rfm 0.2.2, documentation',
  bins: { r: 5, f: 5, m: 5 },
  fmRounding: 'up',
  otherwise: OTHERS,
  rules: [
    { segment: 'champions', name: SEGMENT_NAMES.champions, when: { r: [4, 5], f: [4, 5], m: [4, 5] } },
    { segment: 'loyal', name: SEGMENT_NAMES.loyal, when: { r: [2, 5], f: [3, 5], m: [3, 5] } },
    {
      segment: 'potentialLoyalist',
      name: SEGMENT_NAMES.potentialLoyalist,
      when: { r: [3, 5], f: [1, 3], m: [1, 3] },
    },
    { segment: 'newCustomers', name: SEGMENT_NAMES.newCustomers, when: { r: [4, 5], f: [1, 1], m: [1, 1] } },
    { segment: 'promising', name: SEGMENT_NAMES.promising, when: { r: [3, 4], f: [1, 1], m: [1, 1] } },
    {
      segment: 'needAttention',
      name: SEGMENT_NAMES.needAttention,
      when: { r: [2, 3], f: [2, 3], m: [2, 3] },
    },
    { segment: 'aboutToSleep', name: SEGMENT_NAMES.aboutToSleep, when: { r: [2, 3], f: [1, 2], m: [1, 2] } },
    { segment: 'atRisk', name: SEGMENT_NAMES.atRisk, when: { r: [1, 2], f: [2, 5], m: [2, 5] } },
    { segment: 'cannotLose', name: SEGMENT_NAMES.cannotLose, when: { r: [1, 1], f: [4, 5], m: [4, 5] } },
    { segment: 'lost', name: SEGMENT_NAMES.lost, when: { r: [1, 2], f: [1, 2], m: [1, 2] } },
  ],
};
