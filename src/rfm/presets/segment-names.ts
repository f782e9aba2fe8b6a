/** Names of the segments that several maps share. */
import type { Bilingual } from '../../foundation/statement.js';

type SegmentName =
  | 'champions'
  | 'loyal'
  | 'potentialLoyalist'
  | 'newCustomers'
  | 'promising'
  | 'needAttention'
  | 'aboutToSleep'
  | 'atRisk'
  | 'cannotLose'
  | 'hibernating'
  | 'lost';

export const SEGMENT_NAMES: Readonly<Record<SegmentName, Bilingual>> = {
  champions: { en: 'Champions', zh: '冠军客户' },
  loyal: { en: 'Loyal', zh: '忠诚客户' },
  potentialLoyalist: { en: 'Potential loyalists', zh: '潜在忠诚客户' },
  newCustomers: { en: 'New customers', zh: '新客户' },
  promising: { en: 'Promising', zh: '潜力客户' },
  needAttention: { en: 'Need attention', zh: '需关注客户' },
  aboutToSleep: { en: 'About to sleep', zh: '即将沉睡客户' },
  atRisk: { en: 'At risk', zh: '流失风险客户' },
  cannotLose: { en: 'Cannot lose them', zh: '不可流失客户' },
  hibernating: { en: 'Hibernating', zh: '休眠客户' },
  lost: { en: 'Lost', zh: '已流失客户' },
};

export const OTHERS: { readonly segment: string; readonly name: Bilingual } = {
  segment: 'others',
  name: { en: 'Others', zh: '其他客户' },
};
