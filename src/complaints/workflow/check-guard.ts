/** Whether a guard asks for facts that are declared, and for values that they can have. */
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { inDomain } from './facts.js';
import type { FactDomain, Guard, Workflow } from './model.js';
import { unknownName } from './names.js';

export function checkGuard(facts: Workflow['facts'], guard: Guard, path: Path): readonly Problem[] {
  if ('not' in guard) return checkGuard(facts, guard.not, [...path, 'not']);
  if ('allOf' in guard) return guard.allOf.flatMap((one, i) => checkGuard(facts, one, [...path, 'allOf', i]));
  if ('anyOf' in guard) return guard.anyOf.flatMap((one, i) => checkGuard(facts, one, [...path, 'anyOf', i]));
  const unknown = unknownName(facts, [...path, 'fact'], guard.fact);
  const domain = facts[guard.fact]?.domain;
  return unknown.length > 0 || domain === undefined ? unknown : literalProblems(guard, domain, path);
}

type Literal = Extract<Guard, { readonly fact: string }>;

function literalProblems(guard: Literal, domain: FactDomain, path: Path): readonly Problem[] {
  if ('atLeast' in guard) return boundProblems('atLeast', guard.atLeast, domain, path);
  if ('atMost' in guard) return boundProblems('atMost', guard.atMost, domain, path);
  const wanted = guard.is ?? true;
  if (inDomain(wanted, domain)) return [];
  const place = guard.is === undefined ? path : [...path, 'is'];
  if (domain === 'boolean') return [problem('outOfDomain', place, { kind: 'type', type: 'boolean' }, wanted)];
  if ('oneOf' in domain)
    return [problem('outOfDomain', place, { kind: 'oneOf', values: domain.oneOf }, wanted)];
  return [problem('outOfDomain', place, { kind: 'range', min: 0, max: domain.upTo }, wanted)];
}

function boundProblems(
  key: 'atLeast' | 'atMost',
  bound: number,
  domain: FactDomain,
  path: Path,
): readonly Problem[] {
  if (domain === 'boolean' || 'oneOf' in domain) {
    return [wrong('notACount', path, { en: 'fact that is a count', zh: '计数类事实' }, bound)];
  }
  const inBounds = bound >= 0 && bound <= domain.upTo;
  return inBounds
    ? []
    : [problem('outOfDomain', [...path, key], { kind: 'range', min: 0, max: domain.upTo }, bound)];
}
