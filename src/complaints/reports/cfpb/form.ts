/** What a published row says that is no event of a case, as a form in the complaint's description: written and read back. */
import type { CfpbComplaint, CfpbResponse } from './model.js';
import type { Told } from './told.js';

const LABELS = {
  subProduct: 'Sub-product',
  issue: 'Issue',
  subIssue: 'Sub-issue',
  company: 'Company',
  publicResponse: 'Company public response',
  state: 'State',
  zip: 'ZIP code',
  tags: 'Tags',
  consent: 'Consumer consent provided?',
  submittedVia: 'Submitted via',
  eventTag: 'Event tag',
  response: 'Company response to consumer',
  timely: 'Timely response?',
  disputed: 'Consumer disputed?',
  narrative: 'Narrative',
} as const;

export type FormField = keyof typeof LABELS;
export type Form = Readonly<Partial<Record<FormField, string>>>;

const PUBLISHED = [
  'subProduct',
  'issue',
  'subIssue',
  'company',
  'publicResponse',
  'state',
  'zip',
  'tags',
  'consent',
  'submittedVia',
  'eventTag',
  'narrative',
] as const;

const RESPONSES: readonly CfpbResponse[] = [
  'monetaryRelief',
  'nonMonetaryRelief',
  'explanation',
  'closed',
  'inProgress',
  'untimely',
];

/** Written where the row does not say what the case tells. */
const NONE = 'none';

const HEAD = 'CFPB complaint, as published';

export function formText(form: Form): string {
  const lines = fieldsOf().flatMap((field) => {
    const value = form[field];
    return value === undefined ? [] : [`${LABELS[field]}: ${value.replace(/[\\\n\r]/g, escaped)}`];
  });
  return [HEAD, ...lines].join('\n');
}

/** The fields of a text that {@link formText} wrote; any other text is the narrative. */
export function readForm(text: string): Form {
  const [head, ...lines] = text.split('\n');
  if (head !== HEAD) return { narrative: text };
  const found: { -readonly [K in FormField]?: string } = {};
  for (const line of lines) {
    const field = fieldsOf().find((one) => line.startsWith(`${LABELS[one]}: `));
    if (field !== undefined)
      found[field] = line.slice(LABELS[field].length + 2).replace(/\\[\\nr]/g, unescaped);
  }
  return found;
}

function fieldsOf(): readonly FormField[] {
  return Object.keys(LABELS) as FormField[];
}

function escaped(character: string): string {
  return character === '\\' ? '\\\\' : character === '\n' ? '\\n' : '\\r';
}

function unescaped(pair: string): string {
  return pair === '\\\\' ? '\\' : pair === '\\n' ? '\n' : '\r';
}

/** What a row says, apart from days, id and product; `told` is what the case tells by itself. */
export function formOf(complaint: CfpbComplaint, told: Told): Form {
  const written: { -readonly [K in FormField]?: string } = {};
  for (const field of PUBLISHED) {
    const value = complaint[field];
    if (value !== undefined) written[field] = value;
  }
  for (const field of ['response', 'timely', 'disputed'] as const)
    if (complaint[field] !== told[field]) written[field] = String(complaint[field] ?? NONE);
  return written;
}

/** What a form corrects in what the case tells by itself. */
export function corrected(form: Form, told: Told): Told {
  return {
    response: chosen(form.response, RESPONSES, told.response),
    timely: form.timely === undefined ? told.timely : { true: true, false: false }[form.timely],
    disputed: chosen(form.disputed, ['yes', 'no', 'notAsked'], told.disputed),
  };
}

function chosen<T extends string>(
  written: string | undefined,
  of: readonly T[],
  told: T | undefined,
): T | undefined {
  return written === undefined ? told : of.find((one) => one === written);
}
