/** The quartile codes of pymc-marketing. */
import type { SegmentMap } from '../model.js';
import { OTHERS } from './segment-names.js';

/**
 * The default segments of pymc-marketing's `rfm_segments`: lists of quartile codes. 18 of the 64 codes are in no
 * list and become "Others".
 */
export const pymcSegments: SegmentMap = {
  format: 'segment-map@1',
  name: 'quartile codes of pymc-marketing',
  source: 'pymc-marketing, clv.utils.rfm_segments',
  bins: { r: 4, f: 4, m: 4 },
  fmRounding: 'up',
  otherwise: OTHERS,
  rules: [
    {
      segment: 'premium',
      name: { en: 'Premium', zh: '优质客户' },
      when: { codes: ['334', '443', '444', '344', '434', '433', '343', '333'] },
    },
    {
      segment: 'repeat',
      name: { en: 'Repeat', zh: '复购客户' },
      when: { codes: ['244', '234', '232', '332', '143', '233', '243'] },
    },
    {
      segment: 'topSpender',
      name: { en: 'Top spender', zh: '高消费客户' },
      when: {
        codes: ['424', '414', '144', '314', '324', '124', '224', '423', '413', '133', '323', '313', '134'],
      },
    },
    {
      segment: 'atRisk',
      name: { en: 'At risk', zh: '流失风险客户' },
      when: { codes: ['422', '223', '212', '122', '222', '132', '322', '312', '412', '123', '214'] },
    },
    {
      segment: 'inactive',
      name: { en: 'Inactive', zh: '不活跃客户' },
      when: { codes: ['411', '111', '113', '114', '112', '211', '311'] },
    },
  ],
};
