/** The program's options: what may be asked on the command line, and what it means. */
import { parseArgs } from 'node:util';
import { InputError } from '../score-orders/input-error.js';

export const PROGRAMMES = ['hilton', 'marriott'] as const;

export interface Options {
  readonly show: 'both' | 'year' | 'change';
  readonly programme: (typeof PROGRAMMES)[number];
  /** A day, `yyyy-MM-dd`. */
  readonly asOf: string;
  readonly members: number;
  readonly seed: number;
  readonly language: 'en' | 'zh';
}

export const HELP = `Membership tiers: one member's year as a timeline, and a change of policy over everybody.

  npm run tiers                      both, with the bundled members
  npm run tiers -- year              only the timeline
  npm run tiers -- change            only the change of policy

  --programme NAME  whose rules the timeline follows: ${PROGRAMMES.join(', ')}; default: hilton
  --as-of DATE      the day of the timeline's last line, 2026-01-05 to 2029-12-31; default: 2026-09-30
  --members NUMBER  members of the change of policy, 1 to 100000; default: 2000
  --seed NUMBER     other members, the same on every machine; default: 1
  --lang en|zh      default: en
  --help            this text

Exit codes: 0 done; 2 a bad option.
`;

/** The options, or `'help'`. @throws InputError on anything that is not an option. */
export function parseOptions(argv: readonly string[]): Options | 'help' {
  const { values, positionals } = parsed(argv);
  if (values.help === true) return 'help';
  const [show = 'both', ...others] = positionals;
  if (others.length > 0) throw wrong(`one thing at a time, got ${positionals.length}`);
  return {
    show: oneOf('what to show', show, ['both', 'year', 'change']),
    programme: oneOf('--programme', values.programme, PROGRAMMES),
    asOf: day('--as-of', values['as-of']),
    members: whole('--members', values.members, 1, 100_000),
    seed: whole('--seed', values.seed, 0, 2 ** 31 - 1),
    language: oneOf('--lang', values.lang, ['en', 'zh']),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        programme: { type: 'string', default: 'hilton' },
        'as-of': { type: 'string', default: '2026-09-30' },
        members: { type: 'string', default: '2000' },
        seed: { type: 'string', default: '1' },
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

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw wrong(`${option} is one of ${allowed.join(', ')}, not "${value}"`);
  return found;
}

function whole(option: string, value: string, lowest: number, highest: number): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= lowest && number <= highest) return number;
  throw wrong(`${option} is a whole number from ${lowest} to ${highest}, not "${value}"`);
}

function day(option: string, value: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
  if (exists && value >= '2026-01-05' && value <= '2029-12-31') return value;
  throw wrong(`${option} is a day from 2026-01-05 to 2029-12-31, not "${value}"`);
}

function wrong(message: string): InputError {
  return new InputError(`${message} (--help shows the options)`);
}
