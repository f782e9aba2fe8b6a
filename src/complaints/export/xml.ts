/** Just enough XML: elements with attributes, and text where there are no elements. Written and read strictly. */
import { problem, wrong } from '../../foundation/make-problem.js';
import { left, type Result, right } from '../../foundation/result.js';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Where there are no children. */
  readonly text: string;
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  inside: readonly XmlElement[] | string = [],
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  );
  const [children, text] = typeof inside === 'string' ? [[], inside] : [inside, ''];
  return { name, attributes: Object.fromEntries(given), children, text };
}

export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes, children, text }: XmlElement, indent: string): string {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(
    ' ',
  );
  if (text !== '') return `${indent}<${head}>${escaped(text)}</${name}>`;
  if (children.length === 0) return `${indent}<${head}/>`;
  const inner = children.map((child) => written(child, `${indent}  `)).join('\n');
  return `${indent}<${head}>\n${inner}\n${indent}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"'\t\n\r]/g, (char) => ENTITIES[char] ?? char);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Deeper than any document that is written here. */
const DEEPEST = 20;

/** One element with everything in it. Comments are skipped; document types, processing instructions and CDATA are refused. */
export function readXml(text: string): Result<XmlElement> {
  const reader = new Reader(text);
  try {
    return right(reader.document());
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    return left(wrong('notXml', [`line ${reader.line()}`], stopped.expected, reader.found()));
  }
}

/** Thrown inside the reader only. */
class Stopped extends Error {
  readonly expected: { readonly en: string; readonly zh: string };
  constructor(en: string, zh: string) {
    super(en);
    this.expected = { en, zh };
  }
}

const NAME = /[\p{L}_][\p{L}\p{N}_.:-]*/uy;
const BLANK = /[ \t\r\n]*/y;
const DECLARATION = /<\?xml [^?<>]*\?>/y;
const ATTRIBUTE_VALUE = /"([^"<]*)"|'([^'<]*)'/y;
const TEXT = /[^<]*/y;

class Reader {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text.replace(/^\uFEFF/, '');
  }

  document(): XmlElement {
    this.#take(DECLARATION);
    this.#space();
    const root = this.#element(0);
    this.#space();
    if (this.#at < this.#text.length) throw new Stopped('end of the document', '文档结尾');
    return root;
  }

  line(): number {
    return this.#text.slice(0, this.#at).split('\n').length;
  }

  found(): string | undefined {
    const rest = this.#text.slice(this.#at, this.#at + 20);
    return rest === '' ? undefined : rest;
  }

  #element(depth: number): XmlElement {
    if (depth > DEEPEST) throw new Stopped('element nested less deep', '嵌套较浅的元素');
    this.#expect('<');
    const name = this.#name();
    const attributes = this.#attributes();
    if (this.#skip('/>')) return { name, attributes, children: [], text: '' };
    this.#expect('>');
    const from = this.#at;
    this.#space();
    const children: XmlElement[] = [];
    while (this.#text.startsWith('<', this.#at) && !this.#text.startsWith('</', this.#at)) {
      children.push(this.#element(depth + 1));
      this.#space();
    }
    let text = '';
    if (children.length === 0 && !this.#text.startsWith('</', this.#at)) {
      this.#at = from;
      text = this.#unescaped(this.#take(TEXT) ?? '');
    }
    this.#expect(`</${name}`);
    this.#take(BLANK);
    this.#expect('>');
    return { name, attributes, children, text };
  }

  #attributes(): Readonly<Record<string, string>> {
    const attributes = new Map<string, string>();
    for (
      let space = this.#take(BLANK);
      space !== '' && !/[/>]/.test(this.#text[this.#at] ?? '>');
      space = this.#take(BLANK)
    ) {
      const key = this.#name();
      if (attributes.has(key)) throw new Stopped('attribute not given before', '未重复的属性');
      this.#expect('=');
      const quoted = this.#take(ATTRIBUTE_VALUE);
      if (quoted === undefined) throw new Stopped('attribute value in quotes', '带引号的属性值');
      attributes.set(key, this.#unescaped(quoted.slice(1, -1)));
    }
    return Object.fromEntries(attributes);
  }

  #name(): string {
    const name = this.#take(NAME);
    if (name === undefined) throw new Stopped('name', '名称');
    return name;
  }

  /** Line ends and blanks as XML reads them are left alone: what is written here escapes those that matter. */
  #unescaped(raw: string): string {
    return raw.replace(/&([^;&]*);?/g, (whole, entity: string) => {
      const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(entity);
      const known = Object.hasOwn(NAMED, entity) ? NAMED[entity] : undefined;
      const point =
        code === null
          ? Number.NaN
          : Number.parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16);
      if (!whole.endsWith(';') || (known === undefined && !isCharacter(point))) {
        throw new Stopped('known entity such as &amp;', '已知的实体，如 &amp;');
      }
      return known ?? String.fromCodePoint(point);
    });
  }

  /** Blanks and comments. Comments are looked for by their ends: a pattern would run out of stack on long ones. */
  #space(): void {
    this.#take(BLANK);
    while (this.#text.startsWith('<!--', this.#at)) {
      const end = this.#text.indexOf('--', this.#at + 4);
      if (end < 0 || this.#text[end + 2] !== '>')
        throw new Stopped('comment that ends with -->', '以 --> 结尾的注释');
      this.#at = end + 3;
      this.#take(BLANK);
    }
  }

  #expect(text: string): void {
    if (!this.#skip(text)) throw new Stopped(text, text);
  }

  #skip(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

/** What a reference may stand for (XML 1.0, production 2). */
function isCharacter(point: number): boolean {
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}

/** A JSON value in an element of its own, or a problem. */
export function readJson(text: string, path: readonly (string | number)[]): Result<unknown> {
  try {
    return right(JSON.parse(text));
  } catch {
    return left(problem('notJson', path, { kind: 'form', form: 'JSON' }, text));
  }
}
