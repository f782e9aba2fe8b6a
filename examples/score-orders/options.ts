/** The program's options: what may be asked on the command line, and what it means. */
import { parseArgs } from 'node:util';
import { InputError } from './input-error.js';

export const MODELS = ['quintiles', 'source', 'source-total', 'rfm030', 'pymc'] as const;
export const SEGMENT_MAPS = ['eleven', 'ten', 'putler', 'rfm030', 'rfm02', 'pymc', 'none'] as const;
export type ModelName = (typeof MODELS)[number];
export type SegmentMapName = (typeof SEGMENT_MAPS)[number];

export interface Options {
  /** The orders file; absent: the bundled shop. */
  readonly orders?: string;
  readonly mapping?: string;
  /** A day or an instant, as written. */
  readonly asOf?: string;
  /** An earlier day or instant whose segments the later ones are compared with. */
  readonly compareWith?: string;
  readonly model: { readonly preset: ModelName } | { readonly file: string };
  readonly segments?: SegmentMapName;
  readonly language: 'en' | 'zh';
  readonly out: string;
  readonly delimiter: string;
}

export const HELP = `Scores the customers in a file of orders by recency, frequency and money.

  tsx examples/score-orders/main.ts                                    a bundled shop
  tsx examples/score-orders/main.ts orders.csv --mapping mapping.json  your own orders

orders.csv is UTF-8 text with a header line, gzip-compressed when its name ends in .gz.
mapping.json says which columns hold what, see shop.mapping.json next to the program.

  --mapping FILE    how to read the columns (needed with an orders file)
  --as-of DATE      score as of the end of this day, or of an instant with its offset;
                    default: the day of the last order in the file
  --compare-with DATE
                    an earlier date: who moved from which segment to which since then
                    (both dates scored with the same cut points)
  --model NAME      ${MODELS.join(', ')}
                    (source: the printed money table, read in the file's currency),
                    or a .json file with a model or a fitted model (model.json of an earlier run)
  --segments NAME   ${SEGMENT_MAPS.join(', ')};
                    default: the model's own
  --delimiter TEXT  what stands between cells, one character or "tab"; default: a comma
  --lang en|zh      language of the report and of reasons; default: en
  --out DIR         where the results go; default: score-orders-out
  --help            this text

Written: report.html, customers.csv, segments.csv, rejected.csv, model.json;
with --compare-with also migration.csv and migration-customers.csv.
Exit codes: 0 done; 1 the file was read, but no customer could be scored (rejected.csv says why);
2 a bad option or an unreadable file.
`;

/** The options, or `'help'`. @throws InputError on anything that is not an option. */
export function parseOptions(argv: readonly string[]): Options | 'help' {
  const { values, positionals } = parsed(argv);
  if (values.help === true) return 'help';
  const [orders, ...others] = positionals;
  if (others.length > 0) throw wrong(`one orders file at a time, got ${positionals.length}`);
  if (orders === undefined && values.mapping !== undefined)
    throw wrong('--mapping needs an orders file to map');
  if (orders !== undefined && values.mapping === undefined) {
    throw wrong(`${orders} needs --mapping FILE, which says what its columns hold`);
  }
  return {
    ...(orders === undefined ? {} : { orders }),
    ...(values.mapping === undefined ? {} : { mapping: values.mapping }),
    ...(values['as-of'] === undefined ? {} : { asOf: values['as-of'] }),
    ...(values['compare-with'] === undefined ? {} : { compareWith: values['compare-with'] }),
    ...(values.segments === undefined
      ? {}
      : { segments: oneOf('--segments', values.segments, SEGMENT_MAPS) }),
    model: modelOption(values.model),
    language: oneOf('--lang', values.lang, ['en', 'zh']),
    out: values.out === '' ? fail('--out needs the name of a folder') : values.out,
    delimiter: delimiterOption(values.delimiter),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        'as-of': { type: 'string' },
        'compare-with': { type: 'string' },
        model: { type: 'string', default: 'quintiles' },
        segments: { type: 'string' },
        delimiter: { type: 'string', default: ',' },
        lang: { type: 'string', default: 'en' },
        out: { type: 'string', default: 'score-orders-out' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [sentence = 'bad options'] = (error instanceof Error ? error.message : String(error)).split(
      /\.\s|\n/,
    );
    throw wrong(sentence.replace(/\.$/, ''));
  }
}

function modelOption(value: string): Options['model'] {
  if (value.endsWith('.json')) return { file: value };
  return { preset: oneOf('--model', value, MODELS, ', or a .json file') };
}

function delimiterOption(value: string): string {
  if (value === 'tab') return '\t';
  return [...value].length === 1 && !/["\r\n]/.test(value)
    ? value
    : fail('--delimiter is one character or "tab"');
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[], more = ''): T {
  const found = allowed.find((one) => one === value);
  return found ?? fail(`${option} is one of ${allowed.join(', ')}${more}, not "${value}"`);
}

function fail(message: string): never {
  throw wrong(message);
}

function wrong(message: string): InputError {
  return new InputError(`${message} (--help shows the options)`);
}
