/** Names as SCXML can hold them: identifiers of XML without dots, which separate the parts of an event's name. */

/** Letters, digits, `_` and `-` stay; anything else is `_xHHHH_`, one for each UTF-16 unit, as .NET's XmlConvert writes it. */
export function scxmlName(name: string): string {
  if (name === '') return '_x_';
  return name
    .replace(/_(?=x[0-9A-F]{4}_)/g, '_x005F_')
    .replace(/^[0-9-]|[^A-Za-z0-9_\u4e00-\u9fff-]/g, (char) => `_x${hex(char)}_`)
    .replace(/^_x_$/, '_x005F_x_');
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** The name that {@link scxmlName} was given. */
export function fromScxmlName(name: string): string {
  if (name === '_x_') return '';
  return name.replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
