/** The heat map: who is where by recency and frequency, and what they spend. */

import { rampFill, rampInk } from './colours.js';
import { type Alternative, draw } from './draw.js';

/** One cell of the map. */
export interface HeatCell {
  readonly r: number;
  readonly f: number;
  readonly customers: number;
  /** The number that colours the cell. */
  readonly value: number;
  /** The cell's two lines of text. */
  readonly top: string;
  readonly bottom: string;
}

export interface HeatMapWords extends Alternative {
  readonly recency: string;
  readonly frequency: string;
}

const CELL = { width: 138, height: 62 };

export function drawHeatMap(
  cells: readonly HeatCell[],
  bins: { readonly r: number; readonly f: number },
  words: HeatMapWords,
): Promise<string> {
  const shades = shadesOf(cells);
  const values = cells.map((cell) => {
    const shade = shades.get(cell);
    const [fill, ink] =
      shade === undefined ? ['var(--empty)', 'var(--muted)'] : [rampFill(...shade), rampInk(...shade)];
    return { ...cell, fill, ink };
  });
  const upTo = (highest: number): number[] => Array.from({ length: highest }, (_, i) => i + 1);
  const text = (field: string, dy: number, size: number, weight: 'bold' | 'normal') => ({
    mark: { type: 'text' as const, dy, fontSize: size, fontWeight: weight },
    encoding: {
      text: { field, type: 'nominal' as const },
      color: { field: 'ink', type: 'nominal' as const, scale: null },
    },
  });
  return draw(
    {
      data: { values },
      width: { step: bins.r > 6 ? CELL.width / 2 : CELL.width },
      height: { step: CELL.height },
      encoding: {
        x: {
          field: 'r',
          type: 'ordinal',
          scale: { domain: upTo(bins.r), paddingInner: 0.035, paddingOuter: 0 },
          axis: {
            title: words.recency,
            labelAngle: 0,
            domain: false,
            ticks: false,
            labelFontSize: 13,
            labelPadding: 8,
          },
        },
        y: {
          field: 'f',
          type: 'ordinal',
          scale: { domain: upTo(bins.f).reverse(), paddingInner: 0.06, paddingOuter: 0 },
          axis: { title: words.frequency, domain: false, ticks: false, labelFontSize: 13, labelPadding: 8 },
        },
      },
      layer: [
        {
          mark: { type: 'rect', cornerRadius: 4 },
          encoding: { color: { field: 'fill', type: 'nominal', scale: null } },
        },
        text('top', -9, 16, 'bold'),
        text('bottom', 11, 12, 'normal'),
      ],
    },
    words,
  );
}

/** Shades by rank, so that one cell of very large spenders does not make all others look alike. */
function shadesOf(cells: readonly HeatCell[]): ReadonlyMap<HeatCell, readonly [step: number, of: number]> {
  const ranked = cells.filter(({ customers }) => customers > 0).sort((a, b) => a.value - b.value);
  return new Map(ranked.map((cell, i) => [cell, [i, ranked.length] as const]));
}
