/** Parts of criteria that nothing can satisfy, and parts that other parts make superfluous. */
import { partsKey } from '../check/check-criterion.js';
import { partsOf } from '../evaluate/judge.js';
import type { TierPolicy } from '../model.js';
import { type Assumed, findValues } from './find-values.js';
import { exampleOf, valueWords } from './finding-words.js';
import { type Asked, axesOf } from './metric-axes.js';
import type { PolicyFinding } from './policy-finding.js';
import { criteriaOf, entriesOf, givenBy, givenUp, type PlacedCriterion } from './policy-questions.js';

/** All findings in single criteria. */
export function examineCriteria(policy: TierPolicy): readonly PolicyFinding[] {
  return criteriaOf(policy).flatMap((placed) => examineOne(policy, placed));
}

function examineOne(policy: TierPolicy, placed: PlacedCriterion): readonly PolicyFinding[] {
  const parts = placedParts(placed);
  const inside = parts.flatMap((part) => examineOne(policy, part));
  const found = findValues(policy, { holds: [placed], together: false });
  if (found === 'tooLarge') return [...inside, givenUp(placed.path, placed.name)];
  if (found !== 'none') return [...inside, ...examineParts(policy, placed, parts)];
  // A part that has to hold and cannot has been named already.
  const deeper = 'allOf' in placed.criterion && parts.some((part) => !exists(policy, part));
  return deeper ? inside : [...inside, contradiction(policy, placed, parts)];
}

function placedParts({ criterion, path, ...rest }: PlacedCriterion): readonly PlacedCriterion[] {
  if ('metric' in criterion) return [];
  return partsOf(criterion).map((part, i) => ({
    ...rest,
    criterion: part,
    path: [...path, partsKey(criterion), i],
  }));
}

/** Shown by values that satisfy as many of its parts, from the first on, as can be satisfied together. */
function contradiction(
  policy: TierPolicy,
  placed: PlacedCriterion,
  parts: readonly PlacedCriterion[],
): PolicyFinding {
  const joint = (count: number): Assumed | undefined => {
    const beside = [placed, ...entriesOf(policy)];
    const found = findValues(policy, { holds: parts.slice(0, count), beside, together: true });
    return typeof found === 'string' ? undefined : found;
  };
  const counts = parts.map((_, i) => parts.length - i);
  const most = counts.map(joint).find((found) => found !== undefined) ?? joint(0) ?? NOTHING;
  const shown = { axes: axesOf(policy, [placed]), values: most.values };
  return {
    kind: 'contradictoryBands',
    severity: 'error',
    path: placed.path,
    en: 'Nothing can satisfy this part of {criterion}; {values} does not.',
    zh: '{criterion}中的这一部分无法满足；{values} 亦不满足。',
    values: { criterion: placed.name, values: valueWords(policy, shown) },
    counterexample: exampleOf(policy, most, givenBy(policy, most)),
  };
}

const NOTHING: Assumed = { axes: [], values: new Map() };

/** In an "all of", what another part implies; in an "any of", what implies another part. */
function examineParts(
  policy: TierPolicy,
  placed: PlacedCriterion,
  parts: readonly PlacedCriterion[],
): readonly PolicyFinding[] {
  const { criterion, name } = placed;
  const all = 'allOf' in criterion;
  if (!all && !('anyOf' in criterion)) return [];
  const possible = parts.filter((part) => exists(policy, part));
  return possible.flatMap((part, i): readonly PolicyFinding[] => {
    const other = possible.find((one, j) => {
      const superfluous = all ? implies(policy, one, part) : implies(policy, part, one);
      // Of two that mean the same, the later one is superfluous.
      return (
        i !== j && superfluous && (j < i || !(all ? implies(policy, part, one) : implies(policy, one, part)))
      );
    });
    if (other === undefined) return [];
    const both = findValues(policy, {
      holds: [placed, part, other],
      beside: entriesOf(policy),
      together: true,
    });
    if (typeof both === 'string') return [];
    const shown = { axes: axesOf(policy, [part, other]), values: both.values };
    return [
      {
        kind: 'dominatedCriterion',
        severity: 'warning',
        path: part.path,
        en: all
          ? 'This part of {criterion} adds nothing: whoever satisfies another part satisfies it too, as {values} does.'
          : 'This part of {criterion} adds nothing: whoever satisfies it satisfies another part too, as {values} does.',
        zh: all
          ? '{criterion}中的这一部分是多余的：满足另一部分即已满足它，例如 {values}。'
          : '{criterion}中的这一部分是多余的：满足它即已满足另一部分，例如 {values}。',
        values: { criterion: name, values: valueWords(policy, shown) },
        counterexample: exampleOf(policy, both, givenBy(policy, both)),
      },
    ];
  });
}

function exists(policy: TierPolicy, asked: Asked): boolean {
  return findValues(policy, { holds: [asked], together: false }) !== 'none';
}

function implies(policy: TierPolicy, one: Asked, other: Asked): boolean {
  return findValues(policy, { holds: [one], fails: [other], together: false }) === 'none';
}
