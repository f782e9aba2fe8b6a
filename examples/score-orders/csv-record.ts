/** One record of CSV text: where it ends, and its cells (RFC 4180, with stray quotes left where they stand). */

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** What a record holds; the same object serves for every record. */
export interface CsvRecord {
  cells: string[];
  /** Line ends within quotes. */
  breaks: number;
}

/**
 * Reads the record that begins at `from` and gives the index behind its line end; −1 where the text ends too early to
 * tell: within quotes, or, unless it is the `last` of the text, within the line. Lines end in LF, CR or CR LF.
 *
 * A quote within a cell is part of it. So are those of a cell that goes on behind its closing quote: `"x"y`.
 */
export function scanRecord(
  text: string,
  from: number,
  delimiter: string,
  last: boolean,
  record: CsvRecord,
): number {
  const stop = delimiter.charCodeAt(0);
  const width = delimiter.length;
  const until = text.length;
  const cells: string[] = [];
  record.cells = cells;
  record.breaks = 0;
  for (let at = from; ; at += width) {
    let begins = at;
    let quoted: string | undefined;
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at, last);
      if (close < 0) return -1;
      quoted = unquoted(text, at, close, delimiter);
      record.breaks += breaksIn(text, at, close);
      at = close + 1;
      begins = at;
    }
    let code = Number.NaN;
    while (at < until) {
      code = text.charCodeAt(at);
      if (code === LF || code === CR) break;
      if (code === stop && (width === 1 || text.startsWith(delimiter, at))) break;
      at += 1;
    }
    // More of the line may come, or the LF that belongs to a CR.
    if (!last && (at === until || (code === CR && at + 1 === until))) return -1;
    const plain = text.slice(begins, at);
    cells.push(quoted === undefined ? plain : quoted + plain);
    if (at === until) return until;
    if (code === LF) return at + 1;
    if (code === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }
}

/** The quote that closes the one at `open`, two of them being one that is meant; −1 where it has not come yet. */
function closingQuote(text: string, open: number, last: boolean): number {
  let quote = text.indexOf('"', open + 1);
  while (quote >= 0 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote >= 0 && (last || quote + 1 < text.length) ? quote : -1;
}

/** What stands between two quotes; with them, where the cell goes on behind the second. */
function unquoted(text: string, open: number, close: number, delimiter: string): string {
  const inside = text.slice(open + 1, close).replaceAll('""', '"');
  const next = text.charCodeAt(close + 1);
  const ends = Number.isNaN(next) || next === LF || next === CR || text.startsWith(delimiter, close + 1);
  return ends ? inside : `"${inside}"`;
}

function breaksIn(text: string, from: number, until: number): number {
  let breaks = 0;
  for (let at = from; at < until; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) breaks += 1;
  }
  return breaks;
}
