/** Finds the page's elements by id, and makes new ones. */

/** The element with this id, which the page is known to have. */
export function byId<E extends HTMLElement>(id: string, kind: abstract new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return found;
}

type Child = Node | string;

/** A new element; text children are text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function headerCell(scope: 'col' | 'row', text: string, kind = ''): HTMLTableCellElement {
  return make('th', { scope, class: kind }, text);
}

export function numberCell(text: string): HTMLTableCellElement {
  return make('td', { class: 'n' }, text);
}
