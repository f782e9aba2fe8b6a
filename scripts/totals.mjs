// Adds up the JSON reports of all vitest runs in a folder: `N passed, N failed, N skipped`.
// Plain JavaScript, because it must also run when the tools could not be installed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.generated/results'] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  for (const { assertionResults, status } of report.testResults) {
    for (const test of assertionResults) {
      if (test.status === 'passed') total.passed += 1;
      else if (test.status === 'failed') total.failed += 1;
      else total.skipped += 1;
    }
    // A file that could not even be loaded has no tests to count.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) total.failed += 1;
  }
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
