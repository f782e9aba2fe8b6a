/** The report's own words in both languages; the library's explanations bring theirs. */
import { describe, type Language, type StatementValue } from 'clientele';

const WORDS = {
  title: { en: 'Who our customers are', zh: '我们的顾客是谁' },
  subtitle: { en: '{file} · scored as of {day}, {zone}', zh: '{file} · 评分截至 {day}，{zone}' },
  asOfOption: { en: 'as asked', zh: '按指定日期' },
  asOfLastOrder: { en: 'the day of the last order in the file', zh: '文件中最后一单的日期' },
  asOfShop: { en: 'the day the bundled shop was drawn', zh: '示例商店的固定日期' },
  customersScored: { en: 'customers scored', zh: '已评分顾客' },
  unscoredToo: { en: '{count} without a score', zh: '另有 {count} 人未评分' },
  orders: { en: 'orders', zh: '订单' },
  returnsToo: { en: '{count} returns taken off', zh: '已扣除 {count} 笔退货' },
  revenue: { en: 'revenue', zh: '收入' },
  perOrder: { en: '{amount} an order', zh: '每单 {amount}' },
  rowsUsed: { en: 'rows used', zh: '采用的行' },
  ofRows: { en: 'of {rows}; {rejected} refused', zh: '共 {rows} 行，拒收 {rejected} 行' },

  standOut: { en: 'What stands out', zh: '值得关注' },
  best: { en: 'The best', zh: '最佳顾客' },
  slipping: { en: 'Slipping away', zh: '正在流失' },
  fresh: { en: 'New faces', zh: '新面孔' },
  bestSays: {
    en: '{customers} customers, {shareOfCustomers} of all, brought {shareOfRevenue} of the revenue. Half of them ordered within the last {days} days; half placed {orders} orders or more.',
    zh: '{customers} 名顾客（占 {shareOfCustomers}）贡献了 {shareOfRevenue} 的收入。其中一半在最近 {days} 天内下过单；一半至少下过 {orders} 单。',
  },
  slippingSays: {
    en: '{customers} customers who spent {revenue}, {shareOfRevenue} of the revenue, and have stopped coming: half of them have not ordered for {days} days or more.',
    zh: '{customers} 名顾客共消费 {revenue}（占收入 {shareOfRevenue}），但已不再光顾：其中一半至少 {days} 天没有下单。',
  },
  freshSays: {
    en: '{customers} customers, {shareOfCustomers} of all, came lately and have not bought often: half of them ordered within the last {days} days. They brought {shareOfRevenue} of the revenue so far.',
    zh: '{customers} 名顾客（占 {shareOfCustomers}）最近才来，购买还不多：其中一半在最近 {days} 天内下过单，至今贡献了 {shareOfRevenue} 的收入。',
  },
  why: { en: 'Why: the largest of them by revenue', zh: '原因：其中消费最高的几位' },
  lastOrder: { en: 'last order {day}', zh: '最近下单 {day}' },
  noSegments: {
    en: 'This model has no segment map, so no groups stand out by name. The grades and the grid below show who is where.',
    zh: '该模型没有分群映射，因此没有具名的群体；等级与下方的网格显示顾客的分布。',
  },

  segments: { en: 'Segments', zh: '分群' },
  segmentsPicture: { en: 'How large the segments are', zh: '各分群的规模' },
  segmentsAlt: {
    en: 'Bars: share of customers beside share of revenue. {list}.',
    zh: '条形图：顾客占比与收入占比。{list}。',
  },
  ofCustomers: { en: 'share of customers', zh: '顾客占比' },
  ofRevenue: { en: 'share of revenue', zh: '收入占比' },
  segment: { en: 'Segment', zh: '分群' },
  customers: { en: 'Customers', zh: '顾客' },
  revenueHead: { en: 'Revenue', zh: '收入' },
  ordersHead: { en: 'Orders', zh: '订单' },
  averageOrder: { en: 'Average order', zh: '客单价' },
  allScored: { en: 'All scored', zh: '全部已评分' },
  unscored: { en: 'Without a score', zh: '未评分' },
  all: { en: 'All customers', zh: '全部顾客' },
  grades: { en: 'Grades', zh: '等级' },
  grade: { en: 'Grade', zh: '等级' },
  points: { en: 'Points from', zh: '最低分' },

  moves: { en: 'Who moved', zh: '分群迁移' },
  movesSum: {
    en: 'From {since} to {day}: of {customers} customers {stayed} are where they were and {moved} moved.',
    zh: '{since} 至 {day}：{customers} 名顾客中 {stayed} 人未变，{moved} 人有变动。',
  },
  movesLaterCuts: {
    en: 'Both days are scored with the cut points found as of {day}, so that a move is a change of the customer and not of the scale.',
    zh: '两个日期均按截至 {day} 求得的分界点评分，因此变动来自顾客，而非量表。',
  },
  movesModelCuts: {
    en: 'Both days are scored with the cut points of the model, so that a move is a change of the customer and not of the scale.',
    zh: '两个日期均按模型自带的分界点评分，因此变动来自顾客，而非量表。',
  },
  movesPicture: { en: 'From which segment to which', zh: '由哪个分群到哪个分群' },
  movesNote: {
    en: 'Number of customers; a row is where they were, a column where they are. The darker, the larger the part of its row; a frame marks those who stayed.',
    zh: '顾客人数；行为原分群，列为现分群。颜色越深，占该行的比例越大；带框者未变动。',
  },
  movesAlt: {
    en: '{stayed} customers stayed where they were and {moved} moved. The largest moves: {list}.',
    zh: '{stayed} 人未变，{moved} 人有变动。最大的变动：{list}。',
  },
  largestMoves: { en: 'The largest moves', zh: '最大的变动' },
  movedFrom: { en: 'From', zh: '由' },
  movedTo: { en: 'To', zh: '到' },
  ofFrom: { en: 'part of those who were there', zh: '占原分群' },

  scores: { en: 'Where the scores come from', zh: '分数从何而来' },
  heatMap: { en: 'Recency by frequency', zh: '最近购买 × 购买频次' },
  heatMapNote: {
    en: 'Number of customers, and what they spent on average. The darker, the more.',
    zh: '顾客人数及人均消费；颜色越深，消费越高。',
  },
  heatMapAlt: {
    en: 'Grid of {r} recency by {f} frequency scores. The highest average, {amount}, is at recency {bestR}, frequency {bestF}, with {customers} customers.',
    zh: '{r} × {f} 的网格。人均消费最高的是最近购买 {bestR} 分、频次 {bestF} 分：{amount}，{customers} 名顾客。',
  },
  recencyScore: { en: 'Recency score: further right, more recent', zh: '最近购买得分：越右越近' },
  frequencyScore: { en: 'Frequency score', zh: '频次得分' },
  distributions: {
    en: 'The three measures, coloured by the score they earned',
    zh: '三项指标的分布，按得分着色',
  },
  recency: { en: 'Recency', zh: '最近购买' },
  frequency: { en: 'Frequency', zh: '购买频次' },
  monetary: { en: 'Money', zh: '消费金额' },
  recencyDays: { en: 'days since the last order, from', zh: '距上一单的天数，自' },
  recencyMonths: { en: 'months since the last order, from', zh: '距上一单的月数，自' },
  countOrders: { en: 'orders', zh: '订单数' },
  countPurchaseDays: { en: 'days with an order', zh: '有订单的天数' },
  basisTotal: { en: 'total in {currency}, from', zh: '总额（{currency}），自' },
  basisAverageOrderValue: { en: 'average order in {currency}, from', zh: '客单价（{currency}），自' },
  basisAverageDayValue: { en: 'average day in {currency}, from', zh: '日均消费（{currency}），自' },
  customersAxis: { en: 'customers', zh: '顾客数' },
  histogramAlt: {
    en: 'Histogram of {count} customers; the fullest bar is {label} with {most}.',
    zh: '{count} 名顾客的直方图；最高的柱为 {label}，{most} 人。',
  },
  score: { en: 'Score', zh: '分数' },
  range: { en: 'Values', zh: '取值' },
  nestedScales: {
    en: 'Cut within each cell of the scores before it: {cells} scales, see model.json.',
    zh: '在前一项各分数内分别划分：共 {cells} 个量表，见 model.json。',
  },
  rankTies: { en: 'Split by rank; equal values by customer id.', zh: '按名次划分；同值按顾客编号排序。' },

  rows: { en: 'What became of the rows', zh: '各行的去向' },
  rowsSum: {
    en: '{rows} rows = {accepted} accepted + {ignored} ignored + {rejected} refused.',
    zh: '{rows} 行 = 采用 {accepted} + 忽略 {ignored} + 拒收 {rejected}。',
  },
  accepted: { en: 'accepted', zh: '采用' },
  ignored: { en: 'ignored', zh: '忽略' },
  refused: { en: 'refused', zh: '拒收' },
  refusedHead: { en: 'Refused, by reason', zh: '拒收原因' },
  refusedNote: {
    en: 'Every refused row with its reasons is in rejected.csv. A row with two mistakes counts under both.',
    zh: '所有被拒收的行及原因见 rejected.csv。有两处错误的行在两处都计数。',
  },
  ignoredHead: { en: 'Ignored, by policy', zh: '按策略忽略' },
  policy: { en: 'Policy', zh: '策略' },
  rowsHead: { en: 'Rows', zh: '行数' },
  reason: { en: 'Reason', zh: '原因' },
  column: { en: 'Column', zh: '列' },
  firstLine: { en: 'First on line', zh: '首见于行' },
  thereItSays: { en: 'What is wrong there', zh: '该处的问题' },
  none: { en: 'None.', zh: '无。' },
  nobody: {
    en: 'No customer could be scored: no accepted order lies in the period that counts. The table below says what became of the rows.',
    zh: '没有可评分的顾客：评价期间内没有被采用的订单。各行的去向见下。',
  },
  moneySum: {
    en: 'Accepted orders come to {purchases}, returns to {returns}; revenue is {net}, exactly.',
    zh: '采用的订单合计 {purchases}，退货合计 {returns}；收入恰为 {net}。',
  },
  outsideWindow: {
    en: '{count} orders lie outside the period that counts.',
    zh: '{count} 笔订单在评价期间之外。',
  },

  conventions: { en: 'What was decided before counting', zh: '统计前的约定' },
  model: { en: 'Model', zh: '模型' },
  source: { en: 'Source', zh: '出处' },
  fittedOn: { en: 'Cut points', zh: '分界点' },
  fittedHere: { en: 'found in these {count} customers', zh: '由本文件的 {count} 名顾客求得' },
  fittedBefore: {
    en: 'brought along, found in {count} customers as of {day}',
    zh: '沿用已有：由 {count} 名顾客求得，截至 {day}',
  },
  fittedFixed: { en: 'fixed by the model', zh: '由模型固定' },
  asOf: { en: 'As of', zh: '截至' },
  window: { en: 'Period', zh: '期间' },
  zone: { en: 'Days and local times', zh: '日期与当地时间' },
  currency: { en: 'Currency', zh: '货币' },
  moneyRule: {
    en: '{currency}, {decimals} decimals; more decimals: {rounding}',
    zh: '{currency}，{decimals} 位小数；更多小数：{rounding}',
  },
  returns: { en: 'Returns', zh: '退货' },
  otherPolicies: { en: 'Other policies', zh: '其他策略' },
  binning: { en: 'Binning', zh: '分箱' },
  independent: { en: 'each measure over all customers', zh: '各项指标均以全体顾客划分' },
  nested: {
    en: 'frequency within each recency score, money within both',
    zh: '频次在各最近购买分数内划分，金额在前两项内划分',
  },
  weights: { en: 'Weighted score', zh: '加权分' },
  segmentMap: { en: 'Segment map', zh: '分群映射' },
  partition: {
    en: '{map}: each of {combinations} combinations has exactly one segment',
    zh: '{map}：{combinations} 种组合各属且仅属一个分群',
  },
  notPartition: {
    en: '{map}: of {combinations} combinations {gaps} have no rule and {overlaps} have several (the first wins)',
    zh: '{map}：{combinations} 种组合中 {gaps} 种无规则、{overlaps} 种有多条规则（取第一条）',
  },
  notices: { en: 'What the fit has to say', zh: '拟合说明' },
  leftOut: {
    en: '{count} customers or orders were left out of the sums; customers.csv says why.',
    zh: '{count} 名顾客或订单未计入；原因见 customers.csv。',
  },
  footer: {
    en: 'Made by the example score-orders of clientele. Nothing in this page loads from a network.',
    zh: '由 clientele 的示例 score-orders 生成。本页不从网络加载任何内容。',
  },
} as const;

export type Word = keyof typeof WORDS;

/** Says a word or a sentence in the report's language. */
export type Say = (word: Word, values?: Readonly<Record<string, StatementValue>>) => string;

export function speaker(language: Language): Say {
  return (word, values = {}) => describe({ ...WORDS[word], values }, language);
}
