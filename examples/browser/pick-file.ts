/** A file from the person: chosen with the input, or dropped. */
import { byId } from './page-elements.js';

export function onFile(take: (file: File) => void): void {
  const input = byId('file', HTMLInputElement);
  const drop = byId('drop', HTMLElement);
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) take(file);
  });
  // A file dropped beside the box must not make the browser leave the page.
  for (const kind of ['dragover', 'drop'] as const) {
    addEventListener(kind, (event) => event.preventDefault());
  }
  drop.addEventListener('dragover', () => drop.classList.add('over'));
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', ({ dataTransfer }) => {
    drop.classList.remove('over');
    const file = dataTransfer?.files[0];
    if (file === undefined) return;
    input.value = '';
    take(file);
  });
}
