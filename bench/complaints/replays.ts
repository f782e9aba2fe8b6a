/** A million events replayed, beside a reducer written by hand for this one chart. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { type ComplaintEvent, replay } from 'clientele/complaints';
import { race } from '../tiers/rounds.js';
import { reduceByHand } from './hand-reducer.js';
import { complaints, manyLogs, oneLongLog } from './scripts.js';

const EVENTS = 1_000_000;

type Logs = readonly (readonly ComplaintEvent[])[];

const SHAPES: Readonly<Record<string, () => Logs>> = {
  'many cases': () => manyLogs(EVENTS),
  'one case': () => [oneLongLog(EVENTS)],
};

const CONTENDERS = { 'by hand': reduceByHand, clientele: replayed } as const;
type Name = keyof typeof CONTENDERS;

function replayed(log: readonly ComplaintEvent[]) {
  const { case: one, fault } = replay(complaints, log);
  if (fault !== undefined) throw new Error(JSON.stringify(fault));
  return one;
}

/** Cases live as long as all are being replayed, as where a whole desk is rebuilt. */
function all(logs: Logs, name: Name): readonly unknown[] {
  const follow: (log: readonly ComplaintEvent[]) => unknown = CONTENDERS[name];
  return logs.map((log) => follow(log));
}

function checkAnswers(logs: Logs): void {
  for (const log of logs)
    if (!isDeepStrictEqual(reduceByHand(log), replayed(log))) throw new Error(`${log[0]?.caseId} differs`);
}

export async function raceReplays(rounds: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [shape, make] of Object.entries(SHAPES)) {
    const logs = make();
    checkAnswers(logs.slice(0, 1000));
    let cases = 0;
    const speeds = await race(
      (['by hand', 'clientele'] as const).map((name) => ({
        name,
        members: EVENTS,
        run() {
          cases += all(logs, name).length;
        },
      })),
      rounds,
    );
    console.log(`\na million events, ${shape}: ${logs.length.toLocaleString('en')} logs, same cases\n`);
    console.log('| | events per second | memory before | peak |\n| --- | ---: | ---: | ---: |');
    for (const [name, speed] of speeds) {
      const { before, peak } = memoryOf(shape, name);
      console.log(
        `| ${name} | ${Math.round(speed).toLocaleString('en')} | ${before.toFixed(0)} MB | ${peak.toFixed(0)} MB |`,
      );
    }
    if (cases === 0) throw new Error('no cases');
    const ratio = (speeds.get('by hand') ?? 0) / (speeds.get('clientele') ?? 1);
    lines.push(
      `${ratio <= 3 ? 'reached' : 'MISSED '} replay, ${shape}: ${ratio.toFixed(2)} times the reducer by hand (3 or less)`,
    );
  }
  return lines;
}

interface Memory {
  /** With the logs in memory. */
  readonly before: number;
  readonly peak: number;
}

/** The peak memory of one contender in a process of its own, in megabytes of 10^6 bytes. */
function memoryOf(shape: string, name: string): Memory {
  const self = fileURLToPath(import.meta.url);
  const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', self, 'memory', shape, name], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`memory of ${name} cannot be measured`);
  return JSON.parse(stdout);
}

/** What that process does. */
export function measureMemory(shape: string, name: string): void {
  const logs = SHAPES[shape]?.() ?? [];
  globalThis.gc?.();
  const before = process.memoryUsage.rss() / 1e6;
  const cases = all(logs, name === 'clientele' ? 'clientele' : 'by hand');
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6;
  if (cases.length !== logs.length) throw new Error('cases are missing');
  process.stdout.write(JSON.stringify({ before, peak }));
}
