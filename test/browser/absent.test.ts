import { expect, it } from 'vitest';

// Runs instead of the browser tests where no Chromium is found. A gate must not pass without them.
const name = 'browser bundles and unit tests in Chromium (no Chromium found: set CHROMIUM_PATH)';

if (process.env['CI']) it(name, () => expect.unreachable('no Chromium found'));
else it.skip(name);
