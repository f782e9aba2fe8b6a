/** Contenders timed in turns, so that a noisy moment hits all of them. */
import { setTimeout } from 'node:timers/promises';

/** Somebody who does the job, and the answer as one text. */
export interface Contender<A = unknown> {
  readonly name: string;
  run(): A | Promise<A>;
  /** What must be the same for all; absent for floors. */
  check?(answer: A): string;
  /** So slow that a few rounds must do. */
  readonly slow?: boolean;
}

/** Median milliseconds by contender. The first third of the rounds warms up; where there are one or two, all count. */
export async function compete(
  contenders: readonly Contender[],
  rounds: number,
  slowRounds: number,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>();
  let answer: string | undefined;
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of contenders) {
      if (one.slow && round >= slowRounds) continue;
      const start = performance.now();
      let result: unknown = await one.run();
      const took = performance.now() - start;
      const all = times.get(one.name) ?? [];
      times.set(one.name, [...all, took]);
      const checked = round === 0 ? one.check?.(result) : undefined;
      answer ??= checked;
      if (checked !== undefined && checked !== answer)
        throw new Error(`${one.name} answers ${checked}, others ${answer}`);
      result = undefined;
      // The garbage of many small objects is not left to the next one.
      if (one.slow) globalThis.gc?.();
      await setTimeout(100);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all.slice(Math.floor(all.length / 3)))]));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
