/** Three things to ask of complaints: a regulator's table, the life of one case, and the chart they follow. */
import { InputError } from '../score-orders/input-error.js';
import { writeChart } from './chart.js';
import { oneCase } from './one-case.js';
import { HELP, parseOptions } from './options.js';
import { regulatorsTable } from './regulators-table.js';

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
    const { show } = options;
    const parts = [
      ...(show === 'all' || show === 'table' ? [regulatorsTable(options)] : []),
      ...(show === 'all' || show === 'case' ? [oneCase(options)] : []),
      ...(show === 'all' || show === 'chart' ? [writeChart(options)] : []),
    ];
    terminal.out(parts.join('\n'));
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    terminal.error(`complaints: ${error.message}\n`);
    return 2;
  }
}
