/** Text for a terminal: tables, figures, and lines that are not too long. */

/** The first column to the left, figures to the right. */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
        return i === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A Chinese character takes two places. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/\p{Script=Han}|[（）]/u.test(character) ? 2 : 1),
    0,
  );
}

/** A figure with separators of thousands. */
export function grouped(figure: number, decimals = 0): string {
  const [whole = '', ...rest] = figure.toFixed(decimals).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

/** Wider lines of a terminal are no longer read. */
const WIDEST = 120;

/** A sentence in lines, broken between words, the later ones further in. */
export function wrapped(sentence: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    const longer = line === '' ? indent + word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > WIDEST) {
      lines.push(line);
      line = `${indent}    ${word}`;
    } else line = longer;
  }
  return [...lines, line];
}
