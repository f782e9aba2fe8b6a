/** The races of `npm run bench:complaints`; bundled and started by `run.ts`. */
import { raceWorkingTime } from './working-time.js';

await raceWorkingTime(9);
