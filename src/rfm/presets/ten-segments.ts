/** The ten segments of the recency × frequency grid. */
import type { SegmentMap } from '../model.js';
import { OTHERS, SEGMENT_NAMES } from './segment-names.js';

/**
 * The ten segments of the recency × frequency grid most copied in Python notebooks; CleverTap's grid has the same
 * names. It is a partition of the 25 cells; the monetary score plays no part.
 */
export const tenSegments: SegmentMap = {
  format: 'segment-map@1',
  name: 'ten segments by recency and frequency',
  source: 'CleverTap RFM grid; widely copied notebook map',
  bins: { r: 5, f: 5, m: 5 },
  fmRounding: 'up',
  otherwise: OTHERS,
  rules: [
    { segment: 'hibernating', name: SEGMENT_NAMES.hibernating, when: { r: [1, 2], f: [1, 2] } },
    { segment: 'atRisk', name: SEGMENT_NAMES.atRisk, when: { r: [1, 2], f: [3, 4] } },
    { segment: 'cannotLose', name: SEGMENT_NAMES.cannotLose, when: { r: [1, 2], f: [5, 5] } },
    { segment: 'aboutToSleep', name: SEGMENT_NAMES.aboutToSleep, when: { r: [3, 3], f: [1, 2] } },
    { segment: 'needAttention', name: SEGMENT_NAMES.needAttention, when: { r: [3, 3], f: [3, 3] } },
    { segment: 'loyal', name: SEGMENT_NAMES.loyal, when: { r: [3, 4], f: [4, 5] } },
    { segment: 'promising', name: SEGMENT_NAMES.promising, when: { r: [4, 4], f: [1, 1] } },
    { segment: 'newCustomers', name: SEGMENT_NAMES.newCustomers, when: { r: [5, 5], f: [1, 1] } },
    { segment: 'potentialLoyalist', name: SEGMENT_NAMES.potentialLoyalist, when: { r: [4, 5], f: [2, 3] } },
    { segment: 'champions', name: SEGMENT_NAMES.champions, when: { r: [5, 5], f: [4, 5] } },
  ],
};
