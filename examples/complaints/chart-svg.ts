/** A workflow drawn: states in columns by how many steps they are from the opening, an arrow for each pair of states. */
import type { Workflow } from 'clientele/complaints';

const BOX = { width: 168, height: 40 } as const;
const GAP = { across: 72, down: 26 } as const;
const MARGIN = 32;

interface Place {
  readonly x: number;
  readonly y: number;
}

export function chartSvg(workflow: Workflow, language: 'en' | 'zh'): string {
  const columns = columnsOf(workflow);
  const places = new Map(
    columns.flatMap((states, i) =>
      states.map((state, j): readonly [string, Place] => [
        state,
        { x: MARGIN + i * (BOX.width + GAP.across), y: MARGIN + j * (BOX.height + GAP.down) },
      ]),
    ),
  );
  const tallest = Math.max(...columns.map((states) => states.length));
  const width = 2 * MARGIN + columns.length * (BOX.width + GAP.across) - GAP.across;
  const height = 2 * MARGIN + tallest * (BOX.height + GAP.down);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(workflow.title[language])}</title>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#5b6673"/></marker></defs>',
    ...arrowsOf(workflow, places, language),
    ...[...places].map(([state, place]) => box(workflow, state, place, language)),
    '</svg>',
    '',
  ].join('\n');
}

/** States by their distance from the initial one. */
function columnsOf({ initial, states, transitions }: Workflow): readonly (readonly string[])[] {
  const known = new Set([initial]);
  const columns: string[][] = [];
  for (let column = [initial]; column.length > 0; ) {
    columns.push(column);
    const next = transitions
      .filter(({ from, to }) => column.includes(from) && !known.has(to))
      .map(({ to }) => to);
    column = [...new Set(next)];
    for (const state of column) known.add(state);
  }
  const never = Object.keys(states).filter((state) => !known.has(state));
  return never.length === 0 ? columns : [...columns, never];
}

function arrowsOf(
  { transitions, commands }: Workflow,
  places: ReadonlyMap<string, Place>,
  language: 'en' | 'zh',
): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { from, to, on } of transitions) {
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    names.set(key, [...(names.get(key) ?? []), commands[on]?.name[language] ?? on]);
  }
  return [...names].flatMap(([key, all]) => {
    const [from, to] = (JSON.parse(key) as readonly string[]).map((state) => places.get(state));
    if (from === undefined || to === undefined) return [];
    const label = [...new Set(all)].join(', ');
    return [
      `<path d="${curve(from, to)}" fill="none" stroke="#5b6673" stroke-opacity=".55" marker-end="url(#head)"><title>${escaped(label)}</title></path>`,
    ];
  });
}

/** Forwards from side to side, backwards below, within a column around its right. */
function curve(from: Place, to: Place): string {
  const middle = (place: Place): number => place.y + BOX.height / 2;
  const right = from.x + BOX.width;
  if (to.x > from.x) {
    const bend = (to.x - right) / 2;
    return `M${right} ${middle(from)}C${right + bend} ${middle(from)} ${to.x - bend} ${middle(to)} ${to.x} ${middle(to)}`;
  }
  if (to.x === from.x) {
    const out = right + GAP.across / 2;
    return `M${right} ${middle(from)}C${out} ${middle(from)} ${out} ${middle(to)} ${right} ${middle(to)}`;
  }
  const below = Math.max(from.y, to.y) + BOX.height + GAP.down;
  const [start, end] = [from.x + BOX.width / 2, to.x + BOX.width / 2];
  return `M${start} ${from.y + BOX.height}C${start} ${below} ${end} ${below} ${end} ${to.y + BOX.height}`;
}

function box(
  { states, final, initial }: Workflow,
  state: string,
  { x, y }: Place,
  language: 'en' | 'zh',
): string {
  const declared = states[state];
  const fill =
    state === initial
      ? '#dbeafe'
      : declared?.closed === true
        ? '#e5e7eb'
        : declared?.waitsFor !== undefined
          ? '#fef3c7'
          : '#ffffff';
  const about = declared?.about?.[language] ?? declared?.name[language] ?? state;
  const border = final.includes(state) ? ' stroke-width="3"' : '';
  return [
    `<g><title>${escaped(about)}</title>`,
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="${fill}" stroke="#1f2937"${border}/>`,
    `<text x="${x + BOX.width / 2}" y="${y + BOX.height / 2 + 5}" text-anchor="middle" fill="#111827">${escaped(declared?.name[language] ?? state)}</text></g>`,
  ].join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
