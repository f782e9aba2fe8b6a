/** Draws a Vega-Lite chart as SVG text for the report: no browser, no canvas, no clock, the same bytes everywhere. */
import { None, parse, View } from 'vega';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';

/** What the chart shows, for those who cannot see it. */
export interface Alternative {
  /** Unique among the page's pictures. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Colours are the report's CSS variables, so that a picture follows its page into the dark and onto paper. */
const THEME: Config = {
  aria: false,
  background: 'transparent',
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif',
  padding: { left: 4, right: 12, top: 6, bottom: 4 },
  view: { stroke: null },
  axis: {
    labelColor: 'var(--muted)',
    labelFontSize: 11.5,
    titleColor: 'var(--muted)',
    titleFontSize: 11.5,
    titleFontWeight: 'normal',
    titlePadding: 8,
    gridColor: 'var(--line)',
    domainColor: 'var(--line)',
    tickColor: 'var(--line)',
  },
  text: { color: 'var(--ink)', fontSize: 12 },
};

const SILENT = {
  level: () => SILENT,
  error: () => SILENT,
  warn: () => SILENT,
  info: () => SILENT,
  debug: () => SILENT,
};

export async function draw(spec: TopLevelSpec, { id, title, description }: Alternative): Promise<string> {
  const { spec: compiled } = compile(spec, { config: THEME, logger: SILENT });
  const view = new View(parse(compiled), { renderer: 'none', logLevel: None });
  const svg = await view.toSVG();
  view.finalize();
  const label = escapeText(`${title}. ${description}`);
  return ownIds(svg, id).replace(/^<svg /, `<svg role="img" aria-label="${label}" `);
}

/** Vega numbers its clip paths across all pictures ever drawn; here they are numbered within this one. */
function ownIds(svg: string, picture: string): string {
  const ids = [...new Set([...svg.matchAll(/ id="(\w+)"/g)].map(([, id]) => id))];
  return svg.replace(
    /( id="|url\(#)(\w+)/g,
    (_, before: string, id: string) => `${before}${picture}-${ids.indexOf(id)}`,
  );
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}
