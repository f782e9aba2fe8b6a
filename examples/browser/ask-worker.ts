/** Asks the worker, one question at a time; stopping it ends its thread, and the next question starts another. */
import type { Answer, Ask } from './messages.js';

/** The worker's script, put here by build.ts so that the page also works when opened from a folder. */
declare const WORKER_SCRIPT: string;

let worker: Worker | undefined;

export function ask(question: Ask, answered: (answer: Answer) => void): void {
  stop();
  const url = URL.createObjectURL(new Blob([WORKER_SCRIPT], { type: 'text/javascript' }));
  worker = new Worker(url);
  worker.onmessage = ({ data }: MessageEvent<Answer>) => answered(data);
  worker.onerror = ({ message }) => answered({ kind: 'failed', message: `the worker stopped: ${message}` });
  worker.postMessage(question);
  // The script was fetched when the first answer is there; the URL is small, and one a question.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
}

/** Ends whatever the worker does. */
export function stop(): void {
  worker?.terminate();
  worker = undefined;
}
