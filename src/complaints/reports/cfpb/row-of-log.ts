/** The row that a case would be published as, and its cells. */
import { isoDay, parseIsoDay, type ZoneClock } from '../../../foundation/civil.js';
import { problem } from '../../../foundation/make-problem.js';
import type { Problem } from '../../../foundation/problem.js';
import { left, type Result, unless } from '../../../foundation/result.js';
import { noLogs } from '../../log/no-log.js';
import { numberIn, textIn } from '../../log/read-data.js';
import type { CaseEvent } from '../../workflow/case.js';
import { clockIn } from '../clock-in.js';
import { dayText } from './day-pattern.js';
import { corrected, readForm } from './form.js';
import type { CfpbComplaint, CfpbDialect, CfpbField } from './model.js';
import { flagsOf, present } from './read-row.js';
import { toldBy } from './told.js';

/**
 * The row that the log of a case would be published as. A complaint that was read by `readCfpbRow` and replayed by
 * `cfpbCommands` comes back as it was; of a company's own case the company, the product, the channel and what the
 * case tells of response, timeliness and dispute are filled in.
 *
 * A problem: a log without a receipt or without an assessment (it was not sent to a company yet), what is no log, or a zone
 * that does not exist.
 *
 * @example
 * ```ts
 * import { cfpbCommands, cfpbRow, compileWorkflow, complaintWorkflow, orThrow, readCfpbRow, runSteps } from 'clientele/complaints';
 *
 * const complaint = orThrow(
 *   readCfpbRow({ date_received: '2019-02-21', product: 'Mortgage', issue: 'Other', state: 'CA', date_sent_to_company: '2019-02-22' }),
 * );
 * const { log } = runSteps(compileWorkflow(complaintWorkflow), orThrow(cfpbCommands(complaint)));
 *
 * JSON.stringify(orThrow(cfpbRow(log))) === JSON.stringify(complaint); // => true
 * ```
 */
export function cfpbRow(
  log: readonly CaseEvent[],
  { zone = 'America/New_York' }: { readonly zone?: string } = {},
): Result<CfpbComplaint> {
  const clock = clockIn(zone);
  if (clock._tag === 'Left') return clock;
  const unusable = noLogs([log]);
  if (unusable !== undefined) return left({ ...unusable, path: ['log', ...unusable.path.slice(2)] });
  const receipt = log.find(({ type }) => type === 'RECEIVE');
  const assessed = log.find(({ type }) => type === 'ASSESS');
  const problems: Problem[] = [
    ...(receipt === undefined ? [without('RECEIVE')] : []),
    ...(assessed === undefined ? [without('ASSESS')] : []),
  ];
  return unless(problems, () => rowOf(log, receipt, assessed, clock.right));
}

function without(event: string): Problem {
  return problem('missingEvent', [event], { kind: 'present' }, undefined);
}

function rowOf(
  log: readonly CaseEvent[],
  receipt: CaseEvent | undefined,
  assessed: CaseEvent | undefined,
  clock: ZoneClock,
): CfpbComplaint {
  const { data: complaint = {}, at: receivedAt = 0, caseId: id = '' } = receipt ?? {};
  const { data: assessment = {}, at: assessedAt = 0 } = assessed ?? {};
  const day = (at: number): string => isoDay(clock.dayOf(at));
  const description = textIn(complaint, 'description');
  const form = description === undefined ? {} : readForm(description);
  // Not a form of ours: a company's own words, and what it says stands in the case's own fields.
  const isOwnCase = form.narrative !== undefined && form.narrative === description;
  const row = present({
    id,
    receivedOn: day(numberIn(complaint, 'receivedAt') ?? receivedAt),
    sentOn: day(numberIn(assessment, 'noticeSentAt') ?? assessedAt),
    product: textIn(complaint, 'product') ?? '',
    subProduct: form.subProduct,
    issue: isOwnCase ? textIn(assessment, 'category') : form.issue,
    subIssue: form.subIssue,
    narrative: form.narrative,
    publicResponse: form.publicResponse,
    company: isOwnCase ? textIn(assessment, 'owner') : form.company,
    state: form.state,
    zip: form.zip,
    tags: isOwnCase ? textIn(complaint, 'vulnerability') : form.tags,
    consent: form.consent,
    submittedVia: isOwnCase ? textIn(complaint, 'channel') : form.submittedVia,
    ...corrected(form, toldBy(log)),
    eventTag: form.eventTag,
  });
  return { ...row, flags: flagsOf(row) };
}

/**
 * The cells of a complaint as a dialect writes them, by its headings; what the complaint does not say is blank.
 *
 * @example
 * ```ts
 * import { cfpbCells, cfpbDialects, orThrow, readCfpbRow } from 'clientele/complaints';
 *
 * const cells = { date_received: '2019-02-21', product: 'Mortgage', issue: 'Other', state: 'CA', date_sent_to_company: '2019-02-22' };
 * const [headings] = cfpbDialects;
 *
 * headings && cfpbCells(orThrow(readCfpbRow(cells)), headings)['Date received']; // => '2/21/2019'
 * ```
 */
export function cfpbCells(complaint: CfpbComplaint, dialect: CfpbDialect): Readonly<Record<string, string>> {
  const cell = (field: CfpbField): string => {
    if (field === 'receivedOn' || field === 'sentOn') {
      const day = parseIsoDay(complaint[field]);
      return day === undefined ? '' : dayText(dialect.days, day);
    }
    if (field === 'response')
      return complaint.response === undefined ? '' : dialect.responses[complaint.response];
    if (field === 'timely')
      return complaint.timely === undefined ? '' : dialect.timely[complaint.timely ? 'yes' : 'no'];
    if (field === 'disputed')
      return complaint.disputed === undefined ? '' : dialect.disputed[complaint.disputed];
    return complaint[field] ?? '';
  };
  return Object.fromEntries(
    (Object.keys(dialect.columns) as CfpbField[]).map((field) => [
      dialect.columns[field] ?? field,
      cell(field),
    ]),
  );
}
