/** Writes the tests of the documentation's code before vitest looks for them. */
import { extractExamples } from '../../scripts/extract-examples.js';

export default function setup(): void {
  extractExamples();
}
