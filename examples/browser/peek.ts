/** Looks at the beginning of a file: its columns and its first rows. */
import type { Peek } from './messages.js';
import { readFile } from './read-file.js';

const BEGINNING = 1 << 17;
const MOST_ROWS = 200;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** @throws InputError when it cannot be read as CSV text. */
export async function peek(file: File, asked: string | undefined): Promise<Peek> {
  const beginning = await wholeLines(file);
  const delimiter = asked ?? delimiterOf(await beginning.text());
  let header: readonly string[] = [];
  const rows: (readonly string[])[] = [];
  await readFile(
    beginning,
    file.name,
    {
      delimiter,
      header: (names) => {
        header = names;
      },
      row: ({ cells }) => {
        if (rows.length < MOST_ROWS) rows.push(cells);
      },
    },
    () => undefined,
  );
  return { delimiter, header, rows };
}

/** The file's first lines; the line that the cut goes through is left out. */
async function wholeLines(file: File): Promise<Blob> {
  if (file.size <= BEGINNING) return file;
  const bytes = new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
  const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d));
  return file.slice(0, end < 0 ? BEGINNING : end + 1);
}

/** The sign that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const [line = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (sign: string): number => line.split(sign).length - 1;
  return DELIMITERS.reduce<string>((most, sign) => (count(sign) > count(most) ? sign : most), ',');
}
