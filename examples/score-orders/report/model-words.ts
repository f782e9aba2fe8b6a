/** A model's decisions in words: its period and its scales. */
import type { Bilingual, RfmModel, RfmScale, Window } from 'clientele/rfm';

export function windowWords(window: Window): Bilingual {
  switch (window.kind) {
    case 'all':
      return { en: 'all orders up to then', zh: '截至该日的全部订单' };
    case 'rollingMonths':
      return {
        en: `the ${window.months} calendar months up to then`,
        zh: `截至该日的 ${window.months} 个自然月`,
      };
    case 'rollingDays':
      return { en: `that day and the ${window.days} days before it`, zh: `该日及此前 ${window.days} 天` };
    case 'calendarYear': {
      const year = window.year ?? '';
      return { en: `the calendar year ${year}`.trim(), zh: `日历年 ${year}`.trim() };
    }
    case 'fixed':
      return {
        en: `${window.from} until the day before ${window.until}`,
        zh: `${window.from} 至 ${window.until} 前一日`,
      };
  }
}

const UNITS = {
  days: { en: 'days since the last order', zh: '距上一单的天数' },
  months: { en: 'calendar months since the last order', zh: '距上一单的自然月数' },
  orders: { en: 'orders', zh: '订单数' },
  purchaseDays: { en: 'days with an order', zh: '有订单的天数' },
  total: { en: 'total, returns taken off', zh: '总额（扣除退货）' },
  averageOrderValue: { en: 'total per order', zh: '每单平均' },
  averageDayValue: { en: 'total per day with an order', zh: '每个有订单日的平均' },
} as const;

/** What a dimension measures and how it becomes a score. */
export function dimensionWords(model: RfmModel, dimension: 'recency' | 'frequency' | 'monetary'): Bilingual {
  const unit = {
    recency: UNITS[model.recency.unit],
    frequency: UNITS[model.frequency.counts],
    monetary: UNITS[model.monetary.basis],
  }[dimension];
  const scale = scaleWords(model[dimension].scale);
  return { en: `${unit.en}; ${scale.en}`, zh: `${unit.zh}；${scale.zh}` };
}

function scaleWords(scale: RfmScale): Bilingual {
  if (scale.kind === 'bands') {
    const side = scale.closed === 'lower' ? { en: 'above', zh: '上' } : { en: 'below', zh: '下' };
    return {
      en: `fixed bands, a value on an edge belongs to the band ${side.en}`,
      zh: `固定区间，恰为分界点的值归入${side.zh}方区间`,
    };
  }
  if (scale.ties === 'byRank') {
    return {
      en: `${scale.bins} groups of equal size by rank, ties by customer id`,
      zh: `按名次等分为 ${scale.bins} 组，同值按顾客编号`,
    };
  }
  const type = scale.method.replace('type', '');
  const shift =
    scale.shift === 0
      ? { en: '', zh: '' }
      : { en: `, every cut moved by ${scale.shift}`, zh: `，每个分界点移动 ${scale.shift}` };
  const empty =
    scale.emptyBins === 'keep'
      ? { en: '', zh: '' }
      : { en: ', empty groups renumbered', zh: '，空组重新编号' };
  return {
    en: `${scale.bins} quantile groups (type ${type}), equal values together${shift.en}${empty.en}`,
    zh: `${scale.bins} 个分位组（类型 ${type}），同值同组${shift.zh}${empty.zh}`,
  };
}
