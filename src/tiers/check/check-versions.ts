/** Several versions of one ladder of tiers: in force one after the other, and every tier held goes on somewhere. */
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, unless } from '../../foundation/result.js';
import type { TierPolicy } from '../model.js';
import { problem, repeats, unknownName, wrong } from './policy-problem.js';

interface Version {
  readonly policy: TierPolicy;
  /** Its place in what was given. */
  readonly index: number;
}

/**
 * The versions sorted by the day they come into force; or, with the index of the version in the path, ladders or
 * zones that differ, versions in force at once or with days between them, and tiers that the next version loses.
 */
export function checkVersions(policies: readonly TierPolicy[]): Result<readonly TierPolicy[]> {
  const [first] = policies;
  if (first === undefined)
    return left(problem('missing', [], { kind: 'type', type: { en: 'policy', zh: '方案' } }, policies));
  const versions = policies
    .map((policy, index) => ({ policy, index }))
    .toSorted((a, b) => compareDays(a.policy.effective.from, b.policy.effective.from));
  const problems = [
    ...policies.flatMap((policy, i) => [
      ...sameAs(policy, first, i, 'ladder'),
      ...sameAs(policy, first, i, 'zone'),
    ]),
    ...repeats(
      policies.map(({ version }) => version),
      (i) => [i, 'version'],
      { en: 'version', zh: '版本' },
    ),
    ...versions.flatMap((version, i) => {
      const before = versions[i - 1];
      return before === undefined ? [] : [...checkDays(before, version), ...checkTiers(before, version)];
    }),
  ];
  return unless(problems, () => versions.map(({ policy }) => policy));
}

/** Days in their form sort as text; an open start comes first. */
function compareDays(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function sameAs(
  policy: TierPolicy,
  first: TierPolicy,
  index: number,
  key: 'ladder' | 'zone',
): readonly Problem[] {
  if (policy[key] === first[key]) return [];
  const as = {
    en: `the ${key} of the first version`,
    zh: key === 'zone' ? '首个版本的时区' : '首个版本的等级体系',
  };
  const code = key === 'zone' ? 'otherZone' : 'otherLadder';
  return [problem(code, [index, key], { kind: 'sameAs', as, value: first[key] }, policy[key])];
}

function checkDays(before: Version, { policy, index }: Version): readonly Problem[] {
  const { until } = before.policy.effective;
  const { from } = policy.effective;
  const span = `${from ?? '..'}/${policy.effective.until ?? '..'}`;
  if (until !== undefined && until === from) return [];
  const name = before.policy.version;
  if (until === undefined || from === undefined || until > from) {
    const type = {
      en: `time that begins when version ${name} has ended`,
      zh: `在版本 ${name} 结束后才开始的有效期`,
    };
    return [wrong('inForceTwice', [index, 'effective'], type, span)];
  }
  const as = {
    en: `the end of version ${name}, without days between`,
    zh: `版本 ${name} 的终止日（中间不留空档）`,
  };
  return [problem('gap', [index, 'effective', 'from'], { kind: 'sameAs', as, value: until }, from)];
}

function checkTiers(before: Version, { policy, index }: Version): readonly Problem[] {
  const old = before.policy.tiers.map(({ tier }) => tier);
  const renamed = policy.change.renamed ?? {};
  const now = new Set(policy.tiers.map(({ tier }) => tier));
  const path = [index, 'change', 'renamed'];
  return [
    ...Object.keys(renamed).flatMap((name) =>
      old.includes(name) ? [] : [unknownName('unknownTier', [...path, name], old, name)],
    ),
    ...old.flatMap((name) => {
      if (now.has(name) || Object.hasOwn(renamed, name)) return [];
      const type = {
        en: `new tier for "${name}" of version ${before.policy.version}`,
        zh: `版本 ${before.policy.version} 的“${name}”所对应的新等级`,
      };
      return [wrong('lostTier', path, type, policy.change.renamed)];
    }),
  ];
}
