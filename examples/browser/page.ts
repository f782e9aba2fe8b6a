/** The page: a file is picked, its columns are confirmed, a worker scores it, the result is shown. */
import { ask, stop } from './ask-worker.js';
import { fillForm, prepareForm, readForm } from './mapping-form.js';
import type { Answer, Peek } from './messages.js';
import { byId, make } from './page-elements.js';
import { onFile } from './pick-file.js';
import { showPreview } from './show-preview.js';
import { announce, progressShower } from './show-progress.js';
import { showResult } from './show-result.js';

/** The file in hand and its beginning. */
let picked: { readonly file: File; readonly peek: Peek } | undefined;

const map = byId('map', HTMLElement);
const work = byId('work', HTMLElement);
const result = byId('result', HTMLElement);
const message = byId('message', HTMLElement);
const problems = byId('form-problems', HTMLElement);
const form = byId('mapping', HTMLFormElement);

prepareForm();
onFile((file) => look(file, undefined));
form.addEventListener('input', preview);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  confirm();
});
byId('delimiter', HTMLSelectElement).addEventListener('change', ({ currentTarget }) => {
  if (picked !== undefined && currentTarget instanceof HTMLSelectElement)
    look(picked.file, currentTarget.value);
});
byId('cancel', HTMLButtonElement).addEventListener('click', () => {
  stop();
  show(map);
  announce('Stopped.');
  byId('confirm', HTMLButtonElement).focus();
});

/** Shows these sections and hides the others. */
function show(...sections: readonly HTMLElement[]): void {
  for (const section of [message, map, work, result]) section.hidden = !sections.includes(section);
}

function fail(says: string, ...beside: readonly HTMLElement[]): void {
  message.textContent = `${says.slice(0, 1).toUpperCase()}${says.slice(1)}.`;
  show(message, ...beside);
  message.focus();
}

/** Reads the beginning of the file and offers its columns. */
function look(file: File, delimiter: string | undefined): void {
  show();
  announce(`Looking at ${file.name}`);
  ask({ kind: 'peek', file, ...(delimiter === undefined ? {} : { delimiter }) }, (answer) => {
    if (answer.kind === 'failed') fail(answer.message);
    if (answer.kind !== 'peeked') return;
    picked = { file, peek: answer };
    byId('file-name', HTMLElement).textContent = file.name;
    fillForm(answer);
    problems.hidden = true;
    preview();
    show(map);
    announce('');
    byId(delimiter === undefined ? 'map-heading' : 'delimiter', HTMLElement).focus();
  });
}

function preview(): void {
  if (picked === undefined) return;
  const reading = readForm();
  showPreview(picked.peek, 'mapping' in reading ? reading.mapping : undefined);
}

function confirm(): void {
  if (picked === undefined) return;
  const { file, peek } = picked;
  const reading = readForm();
  const wrong = 'problems' in reading ? reading.problems : [];
  for (const field of form.querySelectorAll('input, select')) {
    field.setAttribute('aria-invalid', String(wrong.some((one) => one.field === field.id)));
  }
  problems.hidden = wrong.length === 0;
  if (!('mapping' in reading)) {
    const list = wrong.map(({ says }) => make('li', {}, says));
    problems.replaceChildren('Before the customers can be scored:', make('ul', {}, ...list));
    document.getElementById(wrong[0]?.field ?? 'customerId')?.focus();
    return;
  }
  const { mapping } = reading;
  const progress = progressShower();
  show(work);
  byId('work-heading', HTMLElement).focus();
  ask({ kind: 'score', file, delimiter: peek.delimiter, ...reading }, (answer: Answer) => {
    if (answer.kind === 'progress') progress(answer);
    else if (answer.kind === 'failed') fail(answer.message, map);
    else if (answer.kind === 'scored') {
      const heading = showResult(answer, mapping, file.name);
      show(map, result);
      announce('Done.');
      heading.focus();
    }
  });
}
