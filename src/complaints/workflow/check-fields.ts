/** Whether the fields of a command can be filled in at all. */
import { type Path, problem, repeats, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { namesOfNothing } from './check-names.js';
import type { Field } from './field.js';
import { unknownName } from './names.js';

/** What an event has besides its data; a slot of the record holds both. */
const TAKEN: readonly string[] = ['at', 'by'];

export function checkFields(fields: Readonly<Record<string, Field>>, path: Path): readonly Problem[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    ...(TAKEN.includes(name)
      ? [
          wrong(
            'reservedName',
            [...path, name],
            { en: 'name other than at and by', zh: 'at 和 by 以外的名称' },
            name,
          ),
        ]
      : []),
    ...checkField(field, [...path, name]),
  ]);
}

function checkField(field: Field, path: Path): readonly Problem[] {
  switch (field.kind) {
    case 'number':
    case 'count':
      return boundsProblems(field, path);
    case 'oneOf':
      return [
        ...repeats(field.values, (i) => [...path, 'values', i], { en: 'value', zh: '取值' }),
        ...namesOfNothing(field.valueNames, field.values, [...path, 'valueNames']),
      ];
    case 'list':
      return [...checkField(field.of, [...path, 'of']), ...uniqueByProblems(field, path)];
    case 'object':
      return [
        ...Object.entries(field.fields).flatMap(([name, part]) =>
          checkField(part, [...path, 'fields', name]),
        ),
        ...(field.optional ?? []).flatMap((name, i) =>
          unknownName(field.fields, [...path, 'optional', i], name),
        ),
      ];
    default:
      return [];
  }
}

/** Values that can be compared as they are. */
const COMPARABLE: readonly Field['kind'][] = [
  'text',
  'boolean',
  'number',
  'count',
  'amount',
  'instant',
  'day',
  'oneOf',
];

function uniqueByProblems(
  { of, uniqueBy }: Extract<Field, { kind: 'list' }>,
  path: Path,
): readonly Problem[] {
  if (uniqueBy === undefined) return [];
  const type = { en: 'field of the items that holds a single value', zh: '列表各项中取单一值的字段' };
  const part = of.kind === 'object' && Object.hasOwn(of.fields, uniqueBy) ? of.fields[uniqueBy] : undefined;
  return part !== undefined && COMPARABLE.includes(part.kind)
    ? []
    : [wrong('unknownField', [...path, 'uniqueBy'], type, uniqueBy)];
}

function boundsProblems(
  { kind, min, max }: Extract<Field, { kind: 'number' | 'count' }>,
  path: Path,
): readonly Problem[] {
  const least = kind === 'count' ? Math.max(min ?? 0, 0) : min;
  if (min !== undefined && least !== min)
    return [problem('outOfRange', [...path, 'min'], { kind: 'range', min: 0 }, min)];
  if (least === undefined || max === undefined || least <= max) return [];
  return [problem('outOfRange', [...path, 'max'], { kind: 'range', min: least }, max)];
}
