/** The program's options: what may be asked on the command line, and what it means. */
import { parseArgs } from 'node:util';
import { InputError } from '../score-orders/input-error.js';

export interface Options {
  readonly show: 'all' | 'table' | 'case' | 'chart';
  /** A file of the CFPB's complaint database; left out: the bundled rows. */
  readonly file?: string;
  /** The folder for the chart. */
  readonly out: string;
  readonly language: 'en' | 'zh';
}

export const HELP = `Complaints: a regulator's table from published rows, the life of one case with its deadlines, and the chart.

  npm run complaints                       everything, with bundled rows
  npm run complaints -- table FILE.csv     the table of a file of the CFPB's complaint database
  npm run complaints -- case               the life of one case
  npm run complaints -- chart --out DIR    the chart as Mermaid and as SVG

  --out DIR     folder for the chart; default: complaints-out
  --lang en|zh  default: en
  --help        this text

Exit codes: 0 done; 2 a bad option or a file that cannot be read.
`;

const PARTS = ['all', 'table', 'case', 'chart'] as const;

/** The options, or `'help'`. @throws InputError on anything that is not an option. */
export function parseOptions(argv: readonly string[]): Options | 'help' {
  const { values, positionals } = parsed(argv);
  if (values.help === true) return 'help';
  const [first = 'all', ...rest] = positionals;
  const show = PARTS.find((part) => part === first);
  // A path alone means the table of that file.
  const files = show === undefined ? positionals : rest;
  if (files.length > 1) throw wrong(`one file at a time, got ${files.length}`);
  const [file] = files;
  const language = values.lang === 'en' || values.lang === 'zh' ? values.lang : undefined;
  if (language === undefined) throw wrong(`--lang is one of en, zh, not "${values.lang}"`);
  return { show: show ?? 'table', out: values.out, language, ...(file === undefined ? {} : { file }) };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'complaints-out' },
        lang: { type: 'string', default: 'en' },
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

function wrong(message: string): InputError {
  return new InputError(`${message} (--help shows the options)`);
}
