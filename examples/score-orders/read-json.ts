/** Reads a JSON file as plain data; the library's own doors say whether it is a model or a mapping. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from './input-error.js';

/** The file's content as plain data. @throws InputError when it cannot be read or is not JSON. */
export function readJson(path: string | URL): unknown {
  const name = typeof path === 'string' ? path : basename(path.pathname);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be opened';
    throw new InputError(`cannot read ${name}: ${code === 'ENOENT' ? 'there is no such file' : code}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError(
      `${name} is not JSON: ${error instanceof Error ? error.message : 'it cannot be parsed'}`,
    );
  }
}
