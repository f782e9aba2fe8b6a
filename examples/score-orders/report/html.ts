/** HTML whose every inserted text is escaped unless it is HTML itself. */

/** HTML that may be inserted as it is. */
export interface Html {
  readonly html: string;
}

type Insert = Html | string | number | undefined | readonly Insert[];

export function html(pieces: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return { html: pieces.reduce((text, piece, i) => `${text}${written(inserts[i - 1])}${piece}`) };
}

/** Marks text made elsewhere as HTML, e.g. a picture. */
export function trusted(text: string): Html {
  return { html: text };
}

function written(insert: Insert): string {
  if (insert === undefined) return '';
  if (typeof insert === 'string' || typeof insert === 'number') return escapeHtml(String(insert));
  return 'html' in insert ? insert.html : insert.map(written).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}
