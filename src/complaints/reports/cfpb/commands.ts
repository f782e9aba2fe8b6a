/** A published complaint as the commands that a case of it would have been told. */
import { parseIsoDay } from '../../../foundation/civil.js';
import { problem } from '../../../foundation/make-problem.js';
import type { Problem } from '../../../foundation/problem.js';
import { type Result, unless } from '../../../foundation/result.js';
import type { ComplaintCommand, ComplaintContext, ComplaintData } from '../../presets/complaint-case.js';
import type { Actor } from '../../workflow/case.js';
import type { CaseStep } from '../../workflow/run-steps.js';
import { clockIn } from '../clock-in.js';
import { type Form, formOf, formText } from './form.js';
import type { CfpbComplaint } from './model.js';
import { MONETARY, NO_EXPLANATION, toldBy } from './told.js';

/**
 * What is assumed because it is not published: in civil days after the complaint was sent to the company, or after the
 * response.
 */
export interface CfpbAssumptions {
  /** A timely response: so many days after the complaint was sent; default 15, the last day in time. */
  readonly timelyAfter?: number;
  /** A response that was not timely; default 16, and at least that. */
  readonly lateAfter?: number;
  /** The consumer's answer: so many days after the response; default 60, the last day to give feedback. */
  readonly feedbackAfter?: number;
  /** The end of the wait for the consumer's satisfaction, after that answer; default 14. */
  readonly verifiedAfter?: number;
}

export interface CfpbScriptOptions extends CfpbAssumptions {
  /** Where its days turn; default `'America/New_York'`. */
  readonly zone?: string;
}

/** A step of the script. */
export type CfpbStep = CaseStep<ComplaintCommand, ComplaintContext>;

/**
 * The script of a published complaint for the complaint workflow, told in order with `runSteps`:
 *
 * - received by the bureau: RECEIVE; sent to the company: ASSESS, from which the company has 15 or 60 days.
 * - not timely: the response timer first. In progress: a holding update. Untimely response: nothing after the timer.
 * - closed in any way: CONCLUDE, PROPOSE, SEND_DECISION. Relief counts as upheld, anything else as not upheld.
 * - disputed: DECLINE. Not disputed: ACCEPT, with relief FULFIL, then the verification timer. Neither: it stays offered.
 *
 * When the company answered and when the consumer did is not published: see {@link CfpbAssumptions}. The amount of a
 * monetary relief is not published either and told as 0 paid. What is no event stands as a form in the description;
 * `cfpbRow` reads it back.
 *
 * A problem: a zone that does not exist, a day that is none, an assumption that is no whole number of days from 0 on.
 *
 * @example
 * ```ts
 * import { cfpbCommands, compileWorkflow, complaintWorkflow, orThrow, readCfpbRow, runSteps } from 'clientele/complaints';
 *
 * const complaint = orThrow(
 *   readCfpbRow({ date_received: '2019-02-21', product: 'Mortgage', issue: 'Other', state: 'CA', date_sent_to_company: '2019-02-22' }),
 * );
 * const taken = runSteps(compileWorkflow(complaintWorkflow), orThrow(cfpbCommands(complaint)));
 *
 * taken.case?.state; // => 'investigating'
 * ```
 */
export function cfpbCommands(
  complaint: CfpbComplaint,
  { zone = 'America/New_York', ...assumed }: CfpbScriptOptions = {},
): Result<readonly CfpbStep[]> {
  const clock = clockIn(zone);
  if (clock._tag === 'Left') return clock;
  const received = parseIsoDay(complaint.receivedOn);
  const published = parseIsoDay(complaint.sentOn);
  const problems: Problem[] = [
    ...(received === undefined ? [notADay('receivedOn', complaint.receivedOn)] : []),
    ...(published === undefined ? [notADay('sentOn', complaint.sentOn)] : []),
    ...Object.entries(assumed).flatMap(([name, days]) => (isDays(days) ? [] : [notDays(name, days)])),
  ];
  return unless(problems, () => {
    const script = new Script(complaint, (day) => clock.right.startOf(day));
    const [first = 0, sentOn = 0] = [received, published];
    const sent = Math.max(sentOn, first);
    const steps = [script.received(first, {}), script.sent(sent, sentOn), ...script.response(sent, assumed)];
    const form = formOf(complaint, toldBy(steps.map(({ command }) => command)));
    return [script.received(first, form), ...steps.slice(1)];
  });
}

/** Nobody waits longer for an answer. */
const MOST_DAYS = 36_500;

function isDays(days: number | undefined): boolean {
  return days === undefined || (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS);
}

function notDays(name: string, found: unknown): Problem {
  return problem('outOfRange', [name], { kind: 'range', min: 0, max: MOST_DAYS }, found);
}

function notADay(field: string, found: unknown): Problem {
  return problem('notADay', [field], { kind: 'form', form: 'yyyy-MM-dd' }, found);
}

const NOT_PUBLISHED = 'not published';
const COMPANY_DAYS = 15;

class Script {
  readonly #row: CfpbComplaint;
  readonly #startOf: (day: number) => number;
  readonly #company: Actor;

  constructor(row: CfpbComplaint, startOf: (day: number) => number) {
    this.#row = row;
    this.#startOf = startOf;
    this.#company = { id: row.company ?? NOT_PUBLISHED, role: 'company' };
  }

  received(day: number, form: Form): CfpbStep {
    const { product, submittedVia = NOT_PUBLISHED, tags } = this.#row;
    const at = this.#startOf(day);
    return this.#step('RECEIVE', at, BUREAU, {
      receivedAt: at,
      channel: submittedVia,
      complainant: 'a consumer',
      product,
      incidentAt: at,
      description: formText(form),
      desiredRemedy: NOT_PUBLISHED,
      ...(tags === undefined ? {} : { vulnerability: tags }),
    });
  }

  /** `published`: the day as it stands in the row, which may lie before the receipt. */
  sent(day: number, published: number): CfpbStep {
    return this.#step('ASSESS', this.#startOf(day), BUREAU, {
      isComplaint: true,
      eligible: true,
      inScope: true,
      resolvableNow: false,
      severity: 'medium',
      safety: false,
      complexity: 'normal',
      impact: 'one',
      immediateAction: false,
      category: this.#row.issue ?? NOT_PUBLISHED,
      policyPackId: 'us-cfpb',
      owner: this.#company.id,
      noticeSentAt: this.#startOf(published),
    });
  }

  response(sent: number, { timelyAfter = COMPANY_DAYS, ...assumed }: CfpbAssumptions): readonly CfpbStep[] {
    const { response, timely } = this.#row;
    const late = timely === false || response === 'untimely';
    const { lateAfter = COMPANY_DAYS + 1 } = assumed;
    const answered = sent + (late ? Math.max(lateAfter, COMPANY_DAYS + 1) : timelyAfter);
    const overdue = late ? [this.#overdue(sent + COMPANY_DAYS + 1)] : [];
    if (response === undefined || response === 'untimely') return overdue;
    if (response === 'inProgress') return [...overdue, this.#held(answered, sent)];
    return [...overdue, ...this.#decided(answered, response), ...this.#answer(answered, response, assumed)];
  }

  #overdue(day: number): CfpbStep {
    const dueAt = this.#startOf(day);
    return this.#step('TIMER_RESPONSE', dueAt, SCHEDULER, { dueAt });
  }

  #held(day: number, sent: number): CfpbStep {
    return this.#step('SEND_UPDATE', this.#startOf(day), this.#company, {
      progress: 'In progress',
      nextUpdateBy: this.#startOf(sent + 60),
      holding: true,
    });
  }

  #decided(day: number, response: NonNullable<CfpbComplaint['response']>): readonly CfpbStep[] {
    const at = this.#startOf(day);
    const by = this.#company;
    const relief = response === 'monetaryRelief' || response === 'nonMonetaryRelief';
    const { issue = NOT_PUBLISHED, publicResponse = 'Closed with an explanation' } = this.#row;
    return [
      this.#step('CONCLUDE', at, by, {
        findings: NOT_PUBLISHED,
        evidence: ['the published row'],
        upheld: relief ? 'yes' : 'no',
        causeCode: issue,
        rootCauseHypothesis: NOT_PUBLISHED,
      }),
      this.#step(
        'PROPOSE',
        at,
        by,
        {
          remedies: relief
            ? [{ id: REMEDY, kind: response === MONETARY ? MONETARY : 'other', basis: NOT_PUBLISHED }]
            : [],
          reasons: NOT_PUBLISHED,
          justiceIntent: [],
        },
        { withinAuthority: true, conflictOfInterest: false },
      ),
      this.#step(
        'SEND_DECISION',
        at,
        by,
        {
          kind: 'final',
          decision: response,
          reasons: response === 'closed' ? NO_EXPLANATION : publicResponse,
          referralRights: 'Feedback to the bureau within 60 days',
          acceptBy: this.#startOf(day + 60),
        },
        { lettersComplete: true },
      ),
    ];
  }

  #answer(
    decided: number,
    response: CfpbComplaint['response'],
    { feedbackAfter = 60, verifiedAfter = 14 }: CfpbAssumptions,
  ): readonly CfpbStep[] {
    const { disputed } = this.#row;
    const at = this.#startOf(decided + feedbackAfter);
    if (disputed === 'yes')
      return [this.#step('DECLINE', at, CONSUMER, { reason: 'Disputed', whatWouldSatisfy: NOT_PUBLISHED })];
    if (disputed !== 'no') return [];
    const relief = response === 'monetaryRelief' || response === 'nonMonetaryRelief';
    const verified = this.#startOf(decided + feedbackAfter + verifiedAfter);
    return [
      this.#step('ACCEPT', at, CONSUMER, { acceptedAt: at, form: 'written' }),
      ...(relief ? [this.#fulfilled(at)] : []),
      this.#step('TIMER_VERIFY', verified, SCHEDULER, { dueAt: verified }),
    ];
  }

  #fulfilled(at: number): CfpbStep {
    return this.#step('FULFIL', at, this.#company, {
      remedyId: REMEDY,
      proof: NOT_PUBLISHED,
      amountPaid: 0,
      paidAt: at,
    });
  }

  #step<Type extends keyof ComplaintData>(
    type: Type,
    at: number,
    by: Actor,
    data: ComplaintData[Type],
    context?: ComplaintContext,
  ): CfpbStep {
    const { id } = this.#row;
    // The type and its data belong together, which the signature says and a union cannot.
    const command = { type, id: `${id}/${type}`, at, by, data, caseId: id } as unknown as ComplaintCommand;
    return context === undefined ? { command } : { command, context };
  }
}

const BUREAU: Actor = { id: 'CFPB', role: 'regulator' };
const CONSUMER: Actor = { id: 'consumer', role: 'complainant' };
const SCHEDULER: Actor = { id: 'scheduler', role: 'system' };
const REMEDY = 'relief';
