/** Versions of stored models: what a stored object says it is, and how an older one becomes today's. */

import { type Problem, show } from './problem.js';
import { isRecord } from './record.js';
import { left, type Result, right } from './result.js';

/** A kind of stored model. Its objects carry `format: '<name>@<version>'`. */
export interface ModelFormat {
  readonly name: string;
  /** The version this release writes. */
  readonly version: number;
  /**
   * How to go from version n to n + 1, for every n below `version` that can still be read; each returns a new
   * object and leaves `format` to the reader.
   */
  readonly migrations: Readonly<
    Record<number, (stored: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>>
  >;
}

/** The value of the `format` field that this release writes. */
export function formatTag(format: ModelFormat): string {
  return `${format.name}@${format.version}`;
}

/** Brings a stored object to today's version, one migration at a time; refuses what it is not and what is newer. */
export function migrate(stored: unknown, format: ModelFormat): Result<Readonly<Record<string, unknown>>> {
  if (!isRecord(stored)) {
    return left({
      code: 'wrongType',
      path: [],
      expected: { kind: 'type', type: 'object' },
      found: show(stored),
    });
  }
  const version = versionOf(stored['format'], format.name);
  const readable = version !== undefined && versions(format).includes(version);
  if (!readable) return left(unreadable(stored['format'], format));

  let current = stored;
  for (let step = version; step < format.version; step += 1) {
    const next = format.migrations[step];
    if (next === undefined) return left(unreadable(stored['format'], format));
    try {
      current = next(current);
    } catch {
      return left(damaged(format.name, step));
    }
  }
  return right({ ...current, format: formatTag(format) });
}

function versions(format: ModelFormat): readonly number[] {
  const readable = [format.version];
  for (let v = format.version - 1; format.migrations[v] !== undefined; v -= 1) readable.unshift(v);
  return readable;
}

function versionOf(tag: unknown, name: string): number | undefined {
  if (typeof tag !== 'string' || !tag.startsWith(`${name}@`)) return undefined;
  const digits = tag.slice(name.length + 1);
  return /^[1-9]\d{0,5}$/.test(digits) ? Number(digits) : undefined;
}

/** What says which formats can be read, and what was in the place of one. */
export function unreadable(found: unknown, format: ModelFormat): Problem {
  return {
    code: 'unknownFormat',
    path: ['format'],
    expected: { kind: 'format', name: format.name, versions: versions(format) },
    found: show(found),
  };
}

function damaged(name: string, version: number): Problem {
  const [from, to] = [`${name}@${version}`, `${name}@${version + 1}`];
  return {
    code: 'damaged',
    path: [],
    expected: { kind: 'type', type: { en: `object in the form of ${from}`, zh: `${from} 格式的对象` } },
    found: { en: `one that cannot be brought to ${to}`, zh: `无法升级到 ${to} 的对象` },
  };
}
