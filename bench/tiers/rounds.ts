/** Contenders timed in turns, so that a noisy moment hits all of them. */
import { setTimeout } from 'node:timers/promises';

export interface Contender {
  readonly name: string;
  /** How many members one run judges. */
  readonly members: number;
  run(): void | Promise<void>;
}

/** Median members per second by contender; the first two rounds warm up. */
export async function race(contenders: readonly Contender[], rounds: number): Promise<Map<string, number>> {
  const speeds = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (const { name, members, run } of contenders) {
      const start = performance.now();
      await run();
      const seconds = (performance.now() - start) / 1000;
      if (round >= 0) speeds.get(name)?.push(members / seconds);
      await setTimeout(20);
    }
  }
  return new Map([...speeds].map(([name, all]) => [name, median(all)]));
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
