/** The worker: reads and scores files, so that the page stays alive. */
import { InputError } from '../score-orders/input-error.js';
import type { Answer, Ask } from './messages.js';
import { peek } from './peek.js';
import { scoreFile } from './score-file.js';

addEventListener('message', async ({ data }: MessageEvent<Ask>) => {
  const say = (answer: Answer): void => postMessage(answer);
  try {
    if (data.kind === 'peek') say({ kind: 'peeked', ...(await peek(data.file, data.delimiter)) });
    else {
      const outcome = await scoreFile(data, (progress) => say({ kind: 'progress', ...progress }));
      say({ kind: 'scored', ...outcome });
    }
  } catch (error) {
    say({ kind: 'failed', message: sentenceOf(error) });
  }
});

function sentenceOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  return `something went wrong that should not: ${error instanceof Error ? error.message : String(error)}`;
}
