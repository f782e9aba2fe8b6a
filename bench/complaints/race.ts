/** The races of `npm run bench:complaints`; bundled and started by `run.ts`. */
import { measureMemory, raceReplays } from './replays.js';
import { raceTransitions } from './transitions.js';
import { raceWorkingTime } from './working-time.js';

const [task = 'all', shape = '', name = ''] = process.argv.slice(2);
const rounds = Number(process.env['ROUNDS'] ?? 9);
if (task === 'memory') measureMemory(shape, name);
else {
  const lines = [
    ...(task === 'all' || task === 'transitions' ? await raceTransitions(rounds) : []),
    ...(task === 'all' || task === 'replays' ? await raceReplays(rounds) : []),
  ];
  console.log(`\n${lines.join('\n')}`);
  if (task === 'all' || task === 'working-time') await raceWorkingTime(rounds);
}
