/** The segments by recency and the mean of frequency and monetary. */
import type { SegmentMap } from '../model.js';
import { OTHERS, SEGMENT_NAMES } from './segment-names.js';

/**
 * The R × FM map after Putler (FM: mean of F and M, here rounded up). As published, 20 of the 25 cells fall in
 * several ranges, so the order of the rules decides: narrow ranges come before wide ones, so that every segment that
 * can be told from the others is reached. "Hibernating" and "Lost" are the same cells on a scale without 0; the
 * first named wins. Rules marked `unverified` have no primary source.
 */
export const putlerSegments: SegmentMap = {
  format: 'segment-map@1',
  name: 'segments by recency and the mean of frequency and monetary',
  source: 'Putler; eight rows confirmed at docs.churned.io (2025)',
  bins: { r: 5, f: 5, m: 5 },
  fmRounding: 'up',
  otherwise: OTHERS,
  rules: [
    { segment: 'newCustomers', name: SEGMENT_NAMES.newCustomers, when: { r: [4, 5], fm: [1, 1] } },
    {
      segment: 'promising',
      name: SEGMENT_NAMES.promising,
      when: { r: [3, 4], fm: [1, 1] },
      unverified: true,
    },
    {
      segment: 'cannotLose',
      name: SEGMENT_NAMES.cannotLose,
      when: { r: [1, 1], fm: [4, 5] },
      unverified: true,
    },
    { segment: 'champions', name: SEGMENT_NAMES.champions, when: { r: [4, 5], fm: [4, 5] } },
    { segment: 'needAttention', name: SEGMENT_NAMES.needAttention, when: { r: [2, 3], fm: [2, 3] } },
    {
      segment: 'aboutToSleep',
      name: SEGMENT_NAMES.aboutToSleep,
      when: { r: [2, 3], fm: [1, 2] },
      unverified: true,
    },
    { segment: 'hibernating', name: SEGMENT_NAMES.hibernating, when: { r: [1, 2], fm: [1, 2] } },
    { segment: 'lost', name: SEGMENT_NAMES.lost, when: { r: [1, 2], fm: [1, 2] } },
    { segment: 'atRisk', name: SEGMENT_NAMES.atRisk, when: { r: [1, 2], fm: [2, 5] } },
    { segment: 'loyal', name: SEGMENT_NAMES.loyal, when: { r: [2, 5], fm: [3, 5] } },
    { segment: 'potentialLoyalist', name: SEGMENT_NAMES.potentialLoyalist, when: { r: [3, 5], fm: [1, 3] } },
  ],
};
