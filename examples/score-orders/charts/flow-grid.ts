/** Streams between two sets of groups as a grid: a row for where they were, a column for where they are. */
import { rampFill, rampInk } from './colours.js';
import { type Alternative, draw } from './draw.js';

/** The customers who went from one group to another; groups by their place in the labels. */
export interface Flow {
  readonly source: number;
  readonly target: number;
  readonly label: string;
  /** Part of the row, 0 to 1. */
  readonly share: number;
  /** Those who stayed where they were. */
  readonly stayed: boolean;
}

export interface FlowGrid {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly flows: readonly Flow[];
}

export interface FlowGridWords extends Alternative {
  readonly source: string;
  readonly target: string;
}

const SHADES = 7;

export function drawFlowGrid({ sources, targets, flows }: FlowGrid, words: FlowGridWords): Promise<string> {
  const shades = new Map(flows.map((flow) => [`${flow.source} ${flow.target}`, flow]));
  const values = sources.flatMap((_, source) =>
    targets.map((_, target) => {
      const flow = shades.get(`${source} ${target}`);
      // By the square root, so that a tenth of a row can be told from nothing.
      const shade = Math.round(Math.sqrt(flow?.share ?? 0) * (SHADES - 1));
      const [fill, ink] =
        flow === undefined
          ? ['var(--empty)', 'var(--muted)']
          : [rampFill(shade, SHADES), rampInk(shade, SHADES)];
      const edge = flow?.stayed === true ? 'var(--ink)' : 'transparent';
      return { source, target, label: flow?.label ?? '', fill, ink, edge };
    }),
  );
  const axis = {
    domain: false,
    ticks: false,
    labelColor: 'var(--ink)',
    labelFontSize: 12,
    labelPadding: 8,
    labelLimit: 190,
  } as const;
  return draw(
    {
      data: { values },
      width: { step: 62 },
      height: { step: 34 },
      encoding: {
        x: {
          field: 'target',
          type: 'ordinal',
          scale: { paddingInner: 0.06, paddingOuter: 0 },
          axis: {
            ...axis,
            title: words.target,
            orient: 'top',
            labelAngle: -40,
            labelAlign: 'left',
            labelExpr: `${JSON.stringify(targets)}[datum.value]`,
          },
        },
        y: {
          field: 'source',
          type: 'ordinal',
          scale: { paddingInner: 0.1, paddingOuter: 0 },
          axis: { ...axis, title: words.source, labelExpr: `${JSON.stringify(sources)}[datum.value]` },
        },
      },
      layer: [
        {
          mark: { type: 'rect', cornerRadius: 4, strokeWidth: 1.5 },
          encoding: {
            color: { field: 'fill', type: 'nominal', scale: null },
            stroke: { field: 'edge', type: 'nominal', scale: null },
          },
        },
        {
          mark: { type: 'text', fontSize: 12.5, fontWeight: 'bold' },
          encoding: {
            text: { field: 'label', type: 'nominal' },
            color: { field: 'ink', type: 'nominal', scale: null },
          },
        },
      ],
    },
    words,
  );
}
