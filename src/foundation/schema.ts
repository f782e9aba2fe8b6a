/** The edge: zod schemas in, values or problems out. The only file of the ground that knows zod. */
import * as z from 'zod/mini';
import { formatTag, type ModelFormat, migrate } from './format.js';
import { type Expectation, type Problem, show } from './problem.js';
import { ProblemError, type Result, unless } from './result.js';
import type { Bilingual } from './statement.js';

type Check<A> = (value: A) => readonly Problem[];

/** Reads an unknown value: shape by the schema, then meaning by `check`, which only sees values of the right shape. */
export function read<A>(schema: z.ZodMiniType<A>, input: unknown, check: Check<A> = () => []): Result<A> {
  const parsed = z.safeParse(schema, input);
  if (!parsed.success) return unless(problemsOf(parsed.error.issues, input), () => neverReached());
  return unless(check(parsed.data), () => parsed.data);
}

/** Reads a stored model: its format first, then {@link read}. */
export function readStored<A>(
  schema: z.ZodMiniType<A>,
  stored: unknown,
  format: ModelFormat,
  check?: Check<A>,
): Result<A> {
  const current = migrate(stored, format);
  return current._tag === 'Left' ? current : read(schema, current.right, check);
}

/** Completes and checks a model written in code; throws one readable error. */
export function define<A>(
  schema: z.ZodMiniType<A>,
  literal: object,
  format: ModelFormat,
  check?: Check<A>,
): A {
  const result = read(schema, { ...literal, format: formatTag(format) }, check);
  if (result._tag === 'Left') throw new ProblemError(result.left);
  return result.right;
}

function neverReached(): never {
  throw new Error('a failed parse has at least one issue');
}

type Issue = z.core.$ZodIssue;

/** Every leaf of zod's issue tree as a problem, in the order of the schema. */
function problemsOf(
  issues: readonly Issue[],
  input: unknown,
  prefix: Problem['path'] = [],
): readonly Problem[] {
  return issues.flatMap((issue): readonly Problem[] => {
    const path = [...prefix, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    if (issue.code === 'invalid_union') return unionProblems(issue, input, path);
    if (issue.code === 'invalid_key') {
      return problemsOf(issue.issues, path.at(-1)).map((problem) => ({ ...problem, path }));
    }
    const found = at(input, path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        code: 'unknownKey',
        path: [...path, key],
        expected: { kind: 'type', type: { en: 'known option', zh: '已知的选项' } },
        found: show(at(found, [key])),
      }));
    }
    return [{ ...expectedBy(issue, found), path, found: show(found) }];
  });
}

/**
 * The branch that came closest: whose deepest problem lies deepest, then the one with fewest problems. Where no
 * branch came further than the union itself, all of them are what was expected.
 */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  input: unknown,
  path: Problem['path'],
): readonly Problem[] {
  const value = at(input, path);
  const found = show(value);
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : undefined;
  if (options !== undefined && options.length > 0) {
    const code = value === undefined ? 'missing' : 'notOneOf';
    return [{ code, path, expected: { kind: 'oneOf', values: options.map(plain) }, found }];
  }
  if (value === undefined) return [{ code: 'missing', path, expected: { kind: 'present' }, found }];
  const depth = (branch: readonly Problem[]): number => Math.max(0, ...branch.map((one) => one.path.length));
  const [best = []] = issue.errors
    .map((branch) => problemsOf(branch, input, path))
    .toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  if (depth(best) > path.length) return best;
  const types = issue.errors.flatMap((branch) => branch.map((one) => wanted(one, value)));
  return [
    { code: 'wrongType', path, expected: { kind: 'type', type: [...new Set(types)].join(' or ') }, found },
  ];
}

function wanted(issue: Issue, found: unknown): string {
  if (issue.code === 'invalid_value')
    return issue.values.map((value) => JSON.stringify(plain(value))).join(' or ');
  const { expected } = expectedBy(issue, found);
  return expected.kind === 'type' && typeof expected.type === 'string' ? expected.type : 'valid value';
}

function expectedBy(issue: Issue, found: unknown): Pick<Problem, 'code' | 'expected'> {
  switch (issue.code) {
    case 'invalid_type':
      if (found === undefined) return { code: 'missing', expected: { kind: 'present' } };
      return { code: 'wrongType', expected: { kind: 'type', type: typeNamed(issue.expected, found) } };
    case 'too_small':
      return { code: 'outOfRange', expected: bound('min', Number(issue.minimum), issue) };
    case 'too_big':
      return { code: 'outOfRange', expected: bound('max', Number(issue.maximum), issue) };
    case 'invalid_value':
      if (found === undefined)
        return { code: 'missing', expected: { kind: 'oneOf', values: issue.values.map(plain) } };
      return { code: 'notOneOf', expected: { kind: 'oneOf', values: issue.values.map(plain) } };
    case 'invalid_format':
      return {
        code: 'wrongForm',
        expected: { kind: 'form', form: FORMS[issue.format] ?? issue.pattern ?? issue.format },
      };
    default:
      return { code: 'wrongType', expected: { kind: 'type', type: { en: 'valid value', zh: '有效值' } } };
  }
}

const FORMS: Readonly<Record<string, string>> = { date: 'yyyy-MM-dd' };

/** `found` tells a number that is NaN or infinite from what is no number at all. */
function typeNamed(type: string, found: unknown): string {
  if (type === 'int') return 'integer';
  if (type === 'tuple') return 'array';
  return type === 'number' && typeof found === 'number' ? 'finite number' : type;
}

function bound(
  side: 'min' | 'max',
  value: number,
  issue: { readonly origin: string; readonly inclusive?: boolean },
): Expectation {
  const least = side === 'min';
  if (issue.inclusive === false) {
    const type = {
      en: `number ${least ? 'greater' : 'less'} than ${value}`,
      zh: `${least ? '大于' : '小于'} ${value} 的数字`,
    };
    return { kind: 'type', type };
  }
  if (issue.origin === 'string' && least && value === 1) return { kind: 'present' };
  const unit = COUNTED[issue.origin];
  if (unit === undefined) return { kind: 'range', [side]: value };
  return {
    kind: 'type',
    type: {
      en: `${unit.en} ${least ? 'at least' : 'at most'} ${value} long`,
      zh: `${least ? '不少于' : '不多于'} ${value} ${unit.zh}`,
    },
  };
}

const COUNTED: Readonly<Record<string, Bilingual>> = {
  string: { en: 'text', zh: '个字符的文本' },
  array: { en: 'list', zh: '项的列表' },
};

function plain(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function at(root: unknown, path: Problem['path']): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    return (value as Readonly<Record<string | number, unknown>>)[step];
  }, root);
}
