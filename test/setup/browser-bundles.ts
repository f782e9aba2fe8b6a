/** Builds the browser bundles for the page under test, apart from dist, so that `npm test` disturbs no build. */
import { build } from 'tsup';
import { browser } from '../../tsup.config.js';

export default async function setup(): Promise<void> {
  await build({ ...browser, config: false, outDir: '.generated/browser', metafile: false, silent: true });
}
