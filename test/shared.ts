/**
 * Tests on real data that is not part of the repository: it lies in a folder named `shared` next to the
 * checkout. Where it is missing such tests are skipped by name, and with CI set they fail.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../shared/', import.meta.url));

/** The full path of a file or folder in the shared folder, e.g. `sharedPath('data', 'online-retail')`. */
export function sharedPath(...parts: readonly string[]): string {
  return `${FOLDER}${parts.join('/')}`;
}

/** A `describe` whose tests need the shared folder. */
export function describeShared(name: string, tests: () => void): void {
  if (existsSync(FOLDER)) {
    describe(name, tests);
    return;
  }
  describe(name, () => {
    const title = 'needs the folder ../shared, which is missing';
    if (process.env['CI']) it(title, () => expect.unreachable(title));
    else it.skip(title);
  });
}
