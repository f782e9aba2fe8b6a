/** The published files, as data. */
import type { CfpbDialect } from './model.js';

const responses = {
  monetaryRelief: 'Closed with monetary relief',
  nonMonetaryRelief: 'Closed with non-monetary relief',
  explanation: 'Closed with explanation',
  closed: 'Closed',
  inProgress: 'In progress',
  untimely: 'Untimely response',
} as const;

const disputed = { yes: 'Yes', no: 'No', notAsked: 'N/A' } as const;

const titled = { days: 'M/d/yyyy', timely: { yes: 'Yes', no: 'No' }, disputed, responses } as const;

const titles = {
  receivedOn: 'Date received',
  product: 'Product',
  subProduct: 'Sub-product',
  issue: 'Issue',
  subIssue: 'Sub-issue',
  company: 'Company',
  state: 'State',
  zip: 'ZIP code',
  consent: 'Consumer consent provided?',
  submittedVia: 'Submitted via',
  sentOn: 'Date sent to company',
  response: 'Company response to consumer',
  timely: 'Timely response?',
  disputed: 'Consumer disputed?',
} as const;

const titlesWithId = {
  ...titles,
  publicResponse: 'Company public response',
  tags: 'Tags',
  id: 'Complaint ID',
} as const;

const keys = {
  receivedOn: 'date_received',
  product: 'product',
  issue: 'issue',
  state: 'state',
  sentOn: 'date_sent_to_company',
} as const;

const keyed = {
  days: 'yyyy-MM-dd',
  timely: { yes: 'true', no: 'false' },
  disputed,
  responses,
} as const;

/**
 * The files of the CFPB's complaint database that this library has seen, as data: with and without ids, with headings
 * or keys, whole or in part. For any other write your own: `{ ...cfpbDialects[0], days: 'dd.MM.yyyy' }`.
 */
export const cfpbDialects: readonly CfpbDialect[] = [
  { ...titled, name: 'headings', columns: titles },
  { ...titled, name: 'headings and ids', days: 'MM/dd/yyyy', columns: titlesWithId },
  {
    ...titled,
    name: 'headings, narratives and event tags',
    days: 'M/d/yy',
    columns: { ...titlesWithId, narrative: 'Consumer complaint narrative', eventTag: 'Event tag' },
  },
  {
    ...keyed,
    name: 'keys and ids',
    columns: {
      ...keys,
      subProduct: 'sub_product',
      subIssue: 'sub_issue',
      publicResponse: 'company_public_response',
      company: 'company',
      zip: 'zip_code',
      tags: 'tags',
      consent: 'consumer_consent_provided',
      submittedVia: 'submitted_via',
      response: 'company_response_to_consumer',
      timely: 'timely_response',
      disputed: 'consumer_disputed',
      id: 'complaint_id',
    },
  },
  { ...keyed, name: 'five keys', columns: keys },
];
