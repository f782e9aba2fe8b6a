/** A distribution as bars, each stacked by the score its customers got, so that the scale's cuts can be seen. */
import { scoreFill } from './colours.js';
import { type Alternative, draw } from './draw.js';

/** Values from `from` (inclusive) to the next bar's `from`. */
export interface HistogramBar {
  readonly label: string;
  /** What stands under the bar: its lowest value. */
  readonly tick: string;
  /** Customers per score, score 1 first. */
  readonly customers: readonly number[];
}

export interface HistogramWords extends Alternative {
  readonly value: string;
  readonly count: string;
}

export function drawHistogram(bars: readonly HistogramBar[], words: HistogramWords): Promise<string> {
  const values = bars.flatMap(({ tick, customers }) =>
    customers.map((count, i) => ({ tick, count, score: i + 1, fill: scoreFill(i + 1, customers.length) })),
  );
  return draw(
    {
      data: { values },
      width: 252,
      height: 200,
      mark: { type: 'bar' },
      encoding: {
        x: {
          field: 'tick',
          type: 'ordinal',
          sort: null,
          scale: { paddingInner: 0.14, paddingOuter: 0.1 },
          axis: { title: words.value, labelAngle: 0, labelOverlap: 'parity', ticks: false },
        },
        y: {
          field: 'count',
          type: 'quantitative',
          stack: 'zero',
          axis: {
            title: words.count,
            minExtent: 34,
            tickCount: 5,
            format: ',d',
            domain: false,
            ticks: false,
          },
        },
        color: { field: 'fill', type: 'nominal', scale: null },
        order: { field: 'score', type: 'quantitative' },
      },
    },
    words,
  );
}
