/** Versions of a pack follow one another: none is effective at the same time as another. */
import { problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import type { RulePack } from './model.js';

/** Two versions of one pack under the same name, or effective on the same day; the path begins with the place of the second. */
export function checkVersions(packs: readonly RulePack[]): readonly Problem[] {
  return packs.flatMap((pack, i) => packs.slice(0, i).flatMap((other) => clash(other, pack, i)));
}

function clash(other: RulePack, pack: RulePack, i: number): readonly Problem[] {
  if (other.name !== pack.name) return [];
  if (other.version === pack.version) {
    const of = { en: `version of ${pack.name}`, zh: `${pack.name} 的版本` };
    return [problem('repeated', ['packs', i, 'version'], { kind: 'unique', of }, pack.version)];
  }
  if (!overlap(other, pack)) return [];
  const type = {
    en: `time in which version ${other.version} of ${pack.name} is not effective`,
    zh: `${pack.name} 版本 ${other.version} 未生效的时间`,
  };
  return [wrong('effectiveTwice', ['packs', i, 'effective'], type, spanOf(pack))];
}

/** Days in their form sort as text; a bound that is left out is open. */
function overlap({ effective: a }: RulePack, { effective: b }: RulePack): boolean {
  const before = (until: string | undefined, from: string | undefined): boolean =>
    until !== undefined && from !== undefined && until <= from;
  return !before(a.until, b.from) && !before(b.until, a.from);
}

function spanOf({ effective: { from, until } }: RulePack): string {
  return `${from ?? '..'}/${until ?? '..'}`;
}
