/** Clocks of one name from several packs: their sentences say which pack. */
import type { Bilingual } from '../../foundation/statement.js';
import type { CaseClock } from './case-clock.js';
import { clockStatements } from './clock-words.js';
import type { ReadyClock } from './ready.js';

interface Worked {
  readonly clock: CaseClock;
  readonly ready: ReadyClock;
}

/** The clocks of a case, sorted by pack; those whose name another pack has too carry that of their own. */
export function toldApart<One extends Worked>(all: readonly One[]): readonly One[] {
  if (all[0]?.clock.pack === all.at(-1)?.clock.pack) return all;
  const ofSeveral = namesOfSeveral(all.map(({ clock }) => [clock.pack, clock.name]));
  if (ofSeveral.size === 0) return all;
  const titlesOfSeveral = namesOfSeveral(all.map(({ ready: { pack } }) => [pack.name, pack.title]));
  return all.map((one) => {
    const { pack, wall } = one.ready;
    if (!isAmong(one.clock.name, ofSeveral)) return one;
    const same = { en: pack.name, zh: pack.name };
    const clock = { ...one.clock, ofPack: isAmong(pack.title, titlesOfSeveral) ? same : pack.title };
    return { ...one, clock: { ...clock, statements: clockStatements(clock, wall.clock) } };
  });
}

/** Names, each with its language, that several packs have. */
function namesOfSeveral(named: readonly (readonly [pack: string, name: Bilingual])[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const several = new Set<string>();
  for (const [pack, name] of named)
    for (const key of keysOf(name)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, pack);
      else if (known !== pack) several.add(key);
    }
  return several;
}

/** It is enough that those who read one of the languages could take one for the other. */
function isAmong(name: Bilingual, several: ReadonlySet<string>): boolean {
  return keysOf(name).some((key) => several.has(key));
}

function keysOf({ en, zh }: Bilingual): readonly string[] {
  return [`en ${en}`, `zh ${zh}`];
}
