/** The sizes of the segments: their part of the customers beside their part of the revenue. */
import { CUSTOMERS_FILL, REVENUE_FILL } from './colours.js';
import { type Alternative, draw } from './draw.js';

export interface SegmentBar {
  readonly name: string;
  /** Shares between 0 and 1, with their labels. */
  readonly customers: number;
  readonly customersLabel: string;
  readonly revenue: number;
  readonly revenueLabel: string;
}

export function drawSegmentBars(bars: readonly SegmentBar[], words: Alternative): Promise<string> {
  const values = bars.flatMap((bar) => [
    { name: bar.name, of: 0, share: bar.customers, label: bar.customersLabel, fill: CUSTOMERS_FILL },
    { name: bar.name, of: 1, share: bar.revenue, label: bar.revenueLabel, fill: REVENUE_FILL },
  ]);
  return draw(
    {
      data: { values },
      width: 620,
      height: { step: 17 },
      encoding: {
        y: {
          field: 'name',
          type: 'nominal',
          sort: null,
          scale: { paddingInner: 0.42, paddingOuter: 0.1 },
          axis: {
            title: null,
            domain: false,
            ticks: false,
            labelColor: 'var(--ink)',
            labelFontSize: 12.5,
            labelPadding: 8,
            labelLimit: 260,
            minExtent: 130,
          },
        },
        yOffset: { field: 'of', type: 'ordinal' },
        x: {
          field: 'share',
          type: 'quantitative',
          axis: { title: null, format: '.0%', tickCount: 5, domain: false, ticks: false },
        },
      },
      layer: [
        {
          mark: { type: 'bar', cornerRadiusEnd: 3 },
          encoding: { color: { field: 'fill', type: 'nominal', scale: null } },
        },
        {
          mark: { type: 'text', align: 'left', dx: 5, fontSize: 11, color: 'var(--muted)' },
          encoding: { text: { field: 'label', type: 'nominal' } },
        },
      ],
    },
    words,
  );
}
