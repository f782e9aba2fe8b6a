/** A table for a terminal: the first column to the left, figures to the right. */

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
