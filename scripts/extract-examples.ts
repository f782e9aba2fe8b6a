/**
 * Turns every TypeScript block of the doc comments in src and of the Markdown pages into a vitest file under
 * .generated/docs, so that no example in the documentation can be wrong.
 *
 * - ` ```ts ` is a test of its own: what it uses, it imports.
 *   A line `expr; // => value` becomes `expect(expr).toEqual(value)`, a line `const x = expr; // => value` asserts x,
 *   a line `expr; // throws` expects an error. A long value goes on in comment lines indented by two blanks or more.
 * - ` ```ts continue ` (or a first line `// continues`) goes on where the test before it on the page ended.
 * - ` ```ts no-run ` is type-checked only.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

interface Block {
  readonly file: string;
  readonly line: number;
  readonly mode: 'test' | 'continue' | 'no-run';
  readonly code: string;
}

type Example = readonly [Block, ...Block[]];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, '.generated/docs');
const OPENING = /^(\s*(?:\* ?)?)```(?:ts|typescript)\b[ \t]*(.*)$/;
const CLOSING = /^\s*(?:\* ?)?```\s*$/;

/** The fenced TypeScript blocks of a Markdown page, or of a source file's doc comments. */
function blocksOf(file: string, text: string): readonly Block[] {
  const lines = text.split('\n');
  const inComments = file.endsWith('.ts');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const opening = OPENING.exec(lines[at] ?? '');
    if (opening === null || inComments !== (opening[1] ?? '').includes('*')) continue;
    const line = at + 1;
    const code: string[] = [];
    for (at += 1; !CLOSING.test(lines[at] ?? ''); at += 1) {
      if (at >= lines.length) throw new Error(`${file}:${line}: this block is never closed`);
      const raw = lines[at] ?? '';
      code.push(inComments ? raw.replace(/^\s*\* ?/, '') : raw.slice((opening[1] ?? '').length));
    }
    const info = opening[2]?.trim() ?? '';
    const mode = info === '' && code[0]?.trim() === '// continues' ? 'continue' : info || 'test';
    if (mode !== 'test' && mode !== 'continue' && mode !== 'no-run') {
      throw new Error(`${file}:${line}: unknown word after \`\`\`ts: ${info}`);
    }
    blocks.push({ file, line, mode, code: code.join('\n') });
  }
  return blocks;
}

/** Each test with what continues it. */
function joined(blocks: readonly Block[]): readonly Example[] {
  const examples: [Block, ...Block[]][] = [];
  let open: Block[] | undefined;
  for (const block of blocks) {
    if (block.mode === 'continue') {
      if (open === undefined) throw new Error(`${block.file}:${block.line}: nothing before it to continue`);
      open.push(block);
      continue;
    }
    const example: [Block, ...Block[]] = [block];
    examples.push(example);
    if (block.mode === 'test') open = example;
  }
  return examples;
}

/** What a statement's comment states: the text after `=>`, or `throws`. */
function stated(
  code: string,
  end: number,
): { readonly value: string | 'throws'; readonly end: number } | null {
  const [comment] = ts.getTrailingCommentRanges(code, end) ?? [];
  if (comment === undefined) return null;
  const mark = /^\/\/\s*(?:=>\s*(.*)|(throws)\b.*)$/s.exec(code.slice(comment.pos, comment.end));
  if (mark === null) return null;
  if (mark[2] !== undefined) return { value: 'throws', end: comment.end };
  const more = /^(?:\n[ \t]*\/\/[ \t]{2,}[^\n]*)*/.exec(code.slice(comment.end))?.[0] ?? '';
  return { value: `${mark[1] ?? ''}${more.replace(/\n[ \t]*\/\//g, '\n')}`, end: comment.end + more.length };
}

function assertion(statement: ts.Statement, source: ts.SourceFile, value: string): string {
  const text = statement.getText(source);
  if (ts.isExpressionStatement(statement)) {
    const expression = statement.expression.getText(source);
    if (value === 'throws') return `expect(() => ${expression}).toThrow();`;
    return `expect(${expression}).toEqual(${value});`;
  }
  const [declared, another] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (
    declared !== undefined &&
    another === undefined &&
    ts.isIdentifier(declared.name) &&
    value !== 'throws'
  ) {
    return `${text}\nexpect(${declared.name.text}).toEqual(${value});`;
  }
  throw new Error(`a value is stated for something that is no expression: ${text}`);
}

/** Imported names that the rest of the code does not mention. */
function unusedImports(source: ts.SourceFile, body: string): readonly string[] {
  const names = source.statements.filter(ts.isImportDeclaration).flatMap(({ importClause }) => {
    const bindings = importClause?.namedBindings;
    const named =
      bindings === undefined ? [] : ts.isNamespaceImport(bindings) ? [bindings] : bindings.elements;
    return [importClause?.name?.text ?? [], ...named.map(({ name }) => name.text)].flat();
  });
  return names.filter(
    (name) => !new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(body),
  );
}

/** A block's imports and its other statements, the stated values asserted. */
function testOf(code: string): {
  readonly imports: readonly string[];
  readonly body: string;
  readonly source: ts.SourceFile;
} {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  let body = '';
  let from = 0;
  for (const statement of source.statements) {
    body += code.slice(from, statement.getStart(source));
    from = statement.end;
    if (ts.isImportDeclaration(statement)) {
      imports.push(statement.getText(source));
      continue;
    }
    const value = stated(code, statement.end);
    body += value === null ? statement.getText(source) : assertion(statement, source, value.value);
    if (value !== null) from = value.end;
  }
  return { imports, body: body + code.slice(from), source };
}

function fileOf(example: Example): string {
  const [first] = example;
  const parts = example.map((block) => ({ block, ...testOf(block.code) }));
  const imports = [...new Set(parts.flatMap((part) => part.imports))];
  const whole = parts.map((part) => part.body).join('\n');
  const unused = parts.flatMap(({ source }) => unusedImports(source, whole));
  const code = parts.map(({ block, body }) => `// ${block.file}:${block.line}\n${body.trim()}`).join('\n\n');
  const complaint =
    unused.length > 0 ? [`expect.unreachable('imported, but not used: ${unused.join(', ')}');`] : [];
  const [open, close] =
    first.mode === 'no-run'
      ? ['export async function example(): Promise<void> {', '}']
      : [`it('${first.file}:${first.line}', async () => {`, '});'];
  const runner = first.mode === 'no-run' ? [] : ["import { expect, it } from 'vitest';"];
  return `${[...runner, ...imports, '', open, ...complaint, code, close].join('\n')}\n`;
}

function pages(): readonly string[] {
  const under = (folder: string, ending: string, recursive: boolean): readonly string[] =>
    existsSync(join(ROOT, folder))
      ? readdirSync(join(ROOT, folder), { recursive, encoding: 'utf8' })
          .filter((name) => name.endsWith(ending))
          .sort()
          .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      : [];
  const readme = existsSync(join(ROOT, 'README.md')) ? ['README.md'] : [];
  return [...readme, ...under('docs', '.md', false), ...under('src', '.ts', true)];
}

/** Brings .generated/docs up to date, touching only what changed, and returns how many examples there are. */
export function extractExamples(): number {
  const tests = new Map<string, string>();
  for (const page of pages()) {
    for (const example of joined(blocksOf(page, readFileSync(join(ROOT, page), 'utf8')))) {
      const [{ line, mode }] = example;
      tests.set(join(OUT, page, `${line}${mode === 'no-run' ? '.no-run' : '.test'}.ts`), fileOf(example));
    }
  }
  const present = existsSync(OUT) ? readdirSync(OUT, { recursive: true, withFileTypes: true }) : [];
  for (const entry of present.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if (!tests.has(file)) rmSync(file, { force: true });
  }
  for (const [file, test] of tests) {
    if (existsSync(file) && readFileSync(file, 'utf8') === test) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, test);
  }
  return tests.size;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`${extractExamples()} examples of the documentation written to .generated/docs`);
}
