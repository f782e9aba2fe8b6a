/** Two things to ask of a tier policy: what happened to one member, and what a change would do to everybody. */
import { InputError } from '../score-orders/input-error.js';
import { memberYear } from './member-year.js';
import { HELP, parseOptions } from './options.js';
import { policyChange } from './policy-change.js';

/** Where the program talks. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Runs the program and gives its exit code; what the user got wrong is one line on stderr, and 2. */
export function main(argv: readonly string[], terminal: Terminal): 0 | 2 {
  try {
    const options = parseOptions(argv);
    if (options === 'help') {
      terminal.out(HELP);
      return 0;
    }
    const parts = [
      ...(options.show === 'change' ? [] : [memberYear(options)]),
      ...(options.show === 'year' ? [] : [policyChange(options)]),
    ];
    terminal.out(parts.join('\n'));
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    terminal.error(`tiers: ${error.message}\n`);
    return 2;
  }
}
