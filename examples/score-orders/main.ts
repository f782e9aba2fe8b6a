/** The command: reads the options, scores the orders, and ends with one clear line where that cannot be done. */
import { InputError } from './input-error.js';
import { run } from './run.js';

try {
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    progress: process.stderr.isTTY ? (text) => process.stderr.write(text) : undefined,
  });
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`score-orders: ${error.message}\n`);
  process.exitCode = 2;
}
