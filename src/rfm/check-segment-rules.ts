/** What a segment map of the right shape can still get wrong: codes and ranges its scores cannot have. */
import { type Problem, show } from '../foundation/problem.js';
import { codeOf } from './code.js';
import type { ScoreRange, SegmentMap } from './model.js';

/** All problems of a map's rules. Gaps and overlaps are no problems: `checkSegmentMap` lists them. */
export function checkSegmentRules(map: SegmentMap): readonly Problem[] {
  const known = new Set(codesOf(map.bins));
  const most = { r: map.bins.r, f: map.bins.f, m: map.bins.m, fm: Math.max(map.bins.f, map.bins.m) };
  const names = checkNames(map);
  const rules = map.rules.flatMap((rule, i): readonly Problem[] => {
    const path = ['rules', i, 'when'];
    const codes = (rule.when.codes ?? []).flatMap((code, c): readonly Problem[] =>
      known.has(code)
        ? []
        : [
            {
              code: 'unknownCode',
              path: [...path, 'codes', c],
              expected: {
                kind: 'form',
                form: `${codeOf(map.bins, { r: 1, f: 1, m: 1 })} … ${codeOf(map.bins, map.bins)}`,
              },
              found: show(code),
            },
          ],
    );
    const ranges = (['r', 'f', 'm', 'fm'] as const).flatMap((key) =>
      checkRange(rule.when[key], most[key], [...path, key]),
    );
    return [...checkName(rule.segment, ['rules', i, 'segment']), ...codes, ...ranges];
  });
  return [...names, ...rules];
}

/** A segment may have several rules, but one name. */
function checkNames({ rules, otherwise }: SegmentMap): readonly Problem[] {
  const rows = [
    ...rules.map((one, i) => ({ ...one, path: ['rules', i] })),
    { ...otherwise, path: ['otherwise'] },
  ];
  return rows.flatMap(({ segment, name, path }): readonly Problem[] => {
    const first = rows.find((one) => one.segment === segment)?.name ?? name;
    if (first.en === name.en && first.zh === name.zh) return [];
    const as = { en: 'the name of this segment before', zh: '该分群此前的名称' };
    const expected = { kind: 'sameAs', as, value: first.en } as const;
    return [{ code: 'otherName', path: [...path, 'name'], expected, found: show(name.en) }];
  });
}

function checkRange(range: ScoreRange | undefined, most: number, path: Problem['path']): readonly Problem[] {
  if (range === undefined) return [];
  const [low, high] = range;
  const inside = low >= 1 && low <= high && high <= most;
  if (inside) return [];
  return [
    { code: 'outOfRange', path, expected: { kind: 'range', min: 1, max: most }, found: `${low} to ${high}` },
  ];
}

/** Names in parentheses are kept for states that are no segment. */
function checkName(segment: string, path: Problem['path']): readonly Problem[] {
  if (/^[\p{L}\p{N}]/u.test(segment)) return [];
  const form = { en: 'a name that begins with a letter or a digit', zh: '以字母或数字开头的名称' };
  return [{ code: 'wrongForm', path, expected: { kind: 'form', form }, found: show(segment) }];
}

/** Every code of three scales, worst first. */
export function codesOf(bins: SegmentMap['bins']): readonly string[] {
  return triplesOf(bins).map((triple) => codeOf(bins, triple));
}

/** Every combination of scores of three scales, worst first. */
export function triplesOf(
  bins: SegmentMap['bins'],
): readonly { readonly r: number; readonly f: number; readonly m: number }[] {
  const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);
  return upTo(bins.r).flatMap((r) => upTo(bins.f).flatMap((f) => upTo(bins.m).map((m) => ({ r, f, m }))));
}
