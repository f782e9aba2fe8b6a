/** The edge: zod schemas in, values or problems out. The only file of the ground that knows zod. */
import * as z from 'zod/mini';
import { formatTag, type ModelFormat, migrate, unreadable } from './format.js';
import { type Expectation, type Problem, show } from './problem.js';
import { ProblemError, type Result, unless } from './result.js';
import type { Bilingual, Language } from './statement.js';
import { kindIn, spaced } from './words.js';

type Check<A> = (value: A) => readonly Problem[];

/** Reads an unknown value: shape by the schema, then meaning by `check`, which only sees values of the right shape. */
export function read<A>(schema: z.ZodMiniType<A>, input: unknown, check: Check<A> = () => []): Result<A> {
  const parsed = z.safeParse(schema, input);
  if (!parsed.success)
    return unless(problemsOf(parsed.error.issues, input, { schema, path: [] }), () => neverReached());
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

/** Completes and checks a model written in code, which may name today's format but no other; throws one readable error. */
export function define<A>(
  schema: z.ZodMiniType<A>,
  literal: object,
  format: ModelFormat,
  check?: Check<A>,
): A {
  const today = formatTag(format);
  const own: unknown = Reflect.get({ ...literal }, 'format');
  if (own !== undefined && own !== today)
    throw new ProblemError([unreadable(own, { ...format, migrations: {} })]);
  const result = read(schema, { ...literal, format: today }, check);
  if (result._tag === 'Left') throw new ProblemError(result.left);
  return result.right;
}

function neverReached(): never {
  throw new Error('a failed parse has at least one issue');
}

/** The parts of a zod definition that lead to another schema. */
interface Definition {
  readonly innerType?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
}

function definitionOf(schema: z.core.$ZodType): Definition {
  const own = schema._zod.def as Definition;
  const inner = own.innerType ?? own.getter?.();
  return inner === undefined ? own : definitionOf(inner);
}

/** The definition for a value: where there are several, of the kind it says it is, or the one whose shape it has. */
function definitionFor(schema: z.core.$ZodType, value: unknown): Definition {
  const own = definitionOf(schema);
  const { discriminator } = own;
  const kind = discriminator === undefined ? undefined : at(value, [discriminator]);
  const option = own.options?.find((one) =>
    discriminator === undefined ? hasShape(value, one) : kindsIn(one, discriminator).includes(kind),
  );
  return option === undefined ? own : definitionFor(option, value);
}

/** As zod sees it: a value with keys too many, or a figure out of range, still has the shape. */
function hasShape(value: unknown, schema: z.core.$ZodType): boolean {
  const { error } = z.safeParse(schema, value);
  return (
    error === undefined ||
    error.issues.every(({ code }) => !code.startsWith('invalid_') || code === 'invalid_format')
  );
}

/** The schema for the value at a path, where there is only one. */
function schemaAt(
  root: z.core.$ZodType | undefined,
  input: unknown,
  path: Problem['path'],
): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((schema, step, depth) => {
    if (schema === undefined) return undefined;
    const { shape, element, valueType } = definitionFor(schema, at(input, path.slice(0, depth)));
    return shape === undefined || !Object.hasOwn(shape, step) ? (element ?? valueType) : shape[step];
  }, root);
}

function kindsIn(schema: z.core.$ZodType, discriminator: string | undefined): readonly unknown[] {
  const { propValues } = schema._zod;
  return discriminator === undefined ? [] : [...(propValues?.[discriminator] ?? [])];
}

function kindsOf(schema: z.core.$ZodType | undefined): readonly unknown[] | undefined {
  const own = schema && definitionOf(schema);
  if (own?.discriminator === undefined || own.options === undefined) return undefined;
  return own.options.flatMap((one) => kindsIn(one, own.discriminator));
}

type Issue = z.core.$ZodIssue;

/** A schema, and the way to the value that it was given. */
interface Place {
  readonly schema: z.core.$ZodType | undefined;
  readonly path: Problem['path'];
}

/** Where an issue that was found at a place lies. */
function placeOf(issue: Issue, input: unknown, { schema, path }: Place): Place {
  const further = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return { schema: schemaAt(schema, at(input, path), further), path: [...path, ...further] };
}

/** Every leaf of zod's issue tree as a problem, in the order of the schema. */
function problemsOf(issues: readonly Issue[], input: unknown, place: Place): readonly Problem[] {
  return issues.flatMap((issue): readonly Problem[] => {
    const here = placeOf(issue, input, place);
    const { path, schema } = here;
    if (issue.code === 'invalid_union') return unionProblems(issue, input, here);
    if (issue.code === 'invalid_key') {
      const ofKey = { schema: undefined, path: [] };
      return problemsOf(issue.issues, path.at(-1), ofKey).map((problem) => ({ ...problem, path }));
    }
    const found = at(input, path);
    if (issue.code === 'unrecognized_keys') {
      const shape = schema && definitionFor(schema, found).shape;
      return issue.keys.map((key) => ({ ...unknownKey(key, shape), path: [...path, key] }));
    }
    return [{ ...expectedBy(issue, found, schema), path, found: show(found) }];
  });
}

function unknownKey(key: string, shape: Definition['shape']): Pick<Problem, 'code' | 'expected' | 'found'> {
  const code = 'unknownKey';
  const found = show(key);
  if (shape !== undefined) return { code, expected: { kind: 'keys', known: Object.keys(shape) }, found };
  return { code, expected: { kind: 'type', type: { en: 'known option', zh: '已知的选项' } }, found };
}

/**
 * The branch that came closest: whose deepest problem lies deepest, then the one with fewest problems. Where no
 * branch came further than the union itself, all of them are what was expected.
 */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  input: unknown,
  { schema, path }: Place,
): readonly Problem[] {
  const value = at(input, path);
  const found = show(value);
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : undefined;
  if (options !== undefined && options.length > 0) {
    const code = value === undefined ? 'missing' : 'notOneOf';
    return [{ code, path, expected: { kind: 'oneOf', values: options.map(plain) }, found }];
  }
  if (value === undefined) return [{ ...missing(schema), path, found }];
  const branches = schema && definitionOf(schema).options;
  const depth = (branch: readonly Problem[]): number => Math.max(0, ...branch.map((one) => one.path.length));
  const [best = []] = issue.errors
    .map((branch, i) => problemsOf(branch, input, { schema: branches?.[i], path }))
    .toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  if (depth(best) > path.length) return best;
  // Literals last: an article can only stand before a noun.
  const leaves = issue.errors
    .flat()
    .toSorted((a, b) => Number(a.code === 'invalid_value') - Number(b.code === 'invalid_value'));
  const types = leaves.flatMap((one) => wanted(one, value));
  const all = (language: Language): readonly string[] => [...new Set(types.map((one) => one[language]))];
  const [first = '', ...others] = all('zh');
  const type = { en: all('en').join(' or '), zh: spaced(first, ...others.flatMap((one) => ['或', one])) };
  return [{ code: 'wrongType', path, expected: { kind: 'type', type }, found }];
}

function wanted(issue: Issue, found: unknown): readonly Bilingual[] {
  if (issue.code === 'invalid_value') {
    return issue.values.map((value) => {
      const literal = JSON.stringify(plain(value));
      return { en: literal, zh: literal };
    });
  }
  if (issue.code === 'invalid_union') return issue.errors.flat().flatMap((one) => wanted(one, found));
  const { expected } = expectedBy(issue, found);
  const type = expected.kind === 'type' ? expected.type : VALID;
  return [{ en: kindIn(type, 'en'), zh: kindIn(type, 'zh') }];
}

const VALID: Bilingual = { en: 'valid value', zh: '有效值' };

/** A value that is not there; where one of several kinds of object belongs, they are named. */
function missing(schema: z.core.$ZodType | undefined): Pick<Problem, 'code' | 'expected'> {
  const kinds = kindsOf(schema)?.map(plain);
  return {
    code: 'missing',
    expected: kinds === undefined ? { kind: 'present' } : { kind: 'oneOf', values: kinds },
  };
}

function expectedBy(
  issue: Issue,
  found: unknown,
  schema?: z.core.$ZodType,
): Pick<Problem, 'code' | 'expected'> {
  switch (issue.code) {
    case 'invalid_type':
      if (found === undefined) return missing(schema);
      return {
        code: 'wrongType',
        expected: { kind: 'type', type: isBilingual(schema) ? BILINGUAL : typeNamed(issue.expected, found) },
      };
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
        expected: {
          kind: 'form',
          form: FORMS[issue.pattern ?? ''] ?? FORMS[issue.format] ?? issue.pattern ?? issue.format,
        },
      };
    default:
      return { code: 'wrongType', expected: { kind: 'type', type: VALID } };
  }
}

/** Forms by the names that zod has for them, and by pattern. */
const FORMS: Readonly<Record<string, string>> = {
  date: 'yyyy-MM-dd',
  '/^\\d{4}-\\d{2}-\\d{2}$/': 'yyyy-MM-dd',
};

const BILINGUAL: Bilingual = { en: 'object { en, zh }', zh: '对象 { en, zh }' };

/** Whether a text in both languages belongs here, for which a text in one of them is easily given. */
function isBilingual(schema: z.core.$ZodType | undefined): boolean {
  const { shape } = schema === undefined ? {} : definitionOf(schema);
  return shape !== undefined && Object.keys(shape).sort().join() === 'en,zh';
}

/** `found` tells a number that is NaN or infinite from what is no number at all. */
function typeNamed(type: string, found: unknown): string {
  if (type === 'int') return 'integer';
  if (type === 'tuple') return 'array';
  if (type === 'record') return 'object';
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
      en: `${unit.en[0]} of ${least ? 'at least' : 'at most'} ${value} ${unit.en[1]}${value === 1 ? '' : 's'}`,
      zh: `${least ? '不少于' : '不多于'} ${value} ${unit.zh}`,
    },
  };
}

/** What is measured by how much it holds, and what it holds. */
const COUNTED: Readonly<Record<string, { readonly en: readonly [string, string]; readonly zh: string }>> = {
  string: { en: ['text', 'character'], zh: '个字符的文本' },
  array: { en: ['list', 'item'], zh: '项的列表' },
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
