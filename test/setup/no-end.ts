/**
 * A test that never ends would hold the whole run, as nothing can interrupt a loop from its own
 * thread. Here a second thread watches: it says which test hangs and where, and ends the process,
 * so that one file fails and the others go on.
 */
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect } from 'vitest';

/** Beyond every test's own time limit, in milliseconds. */
const PATIENCE = 240_000;

/** In milliseconds: the search for a smaller counterexample ends here, with the smallest so far. */
const LAW = 90_000;

const watching = globalThis as { clienteleWatch?: Worker };
watching.clienteleWatch ??= new Worker(new URL('watch.mjs', import.meta.url), { workerData: PATIENCE });
const watch = watching.clienteleWatch;
watch.unref();

if (expect.getState().testPath?.endsWith('.prop.test.ts') === true) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({
    ...fc.readConfigureGlobal(),
    interruptAfterTimeLimit: LAW,
    markInterruptAsFailure: true,
  });
}

beforeEach(() => {
  const { testPath, currentTestName } = expect.getState();
  watch.postMessage(`${testPath} > ${currentTestName}`);
});

afterEach(() => {
  watch.postMessage(null);
});
