/** Names as XState can use them: its dots, stars and number signs have meanings of their own. */

/** `'a.b'` becomes `'a%2Eb'`. */
export function xstateName(name: string): string {
  return name === '' ? '%' : name.replace(/[.#*%\\]/g, (char) => `%${hex(char)}`);
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}

/** The name that {@link xstateName} was given. */
export function fromXStateName(name: string): string {
  return name === '%'
    ? ''
    : name.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
