/** Whether corrective action still keeps a case from the archive. */
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { textIn, textsIn } from '../log/read-data.js';
import type { CaseEvent } from '../workflow/case.js';
import { correctiveWorkflow } from './corrective-workflow.js';
import { defaultCorrective } from './define.js';
import type { CorrectivePolicy } from './model.js';

/** A corrective action and the cases it is linked to. */
export interface CorrectiveAction {
  readonly actionId: string;
  /** State of its workflow: `suspected`, `confirmed`, `action`, `done`, `checked`, `dropped`. */
  readonly state: string;
  /** Cases it comes from and in which its cause recurred, each once, in the order in which they were named. */
  readonly cases: readonly string[];
  /** The earlier action whose cause has come back. */
  readonly recurrenceOf?: string;
}

/** Whether a case may be archived, and what it waits for. */
export interface CorrectiveGate {
  /** The fact that the workflow asks for: done, or not needed. */
  readonly capaDone: boolean;
  /** `missing`: needed, and nobody has begun one. */
  readonly kind: 'notNeeded' | 'missing' | 'waiting' | 'done';
  readonly actions: readonly CorrectiveAction[];
  readonly statements: readonly Statement[];
}

/**
 * A corrective action as its log says. `undefined` for a log without an opening.
 *
 * @example
 * ```ts
 * import { correctiveActionOf } from 'clientele/complaints';
 *
 * correctiveActionOf([]); // => undefined
 * ```
 */
export function correctiveActionOf(log: readonly CaseEvent[]): CorrectiveAction | undefined {
  const [opening] = log;
  const last = log.at(-1);
  if (opening === undefined || last === undefined) return undefined;
  const cases = log.flatMap(({ type, data }) =>
    type === 'SUSPECT' ? textsIn(data, 'cases') : type === 'LINK_CASE' ? (textIn(data, 'case') ?? []) : [],
  );
  const recurrenceOf = textIn(opening.data, 'recurrenceOf');
  return {
    actionId: opening.caseId,
    state: last.to,
    cases: [...new Set(cases)],
    ...(recurrenceOf === undefined ? {} : { recurrenceOf }),
  };
}

/**
 * Whether corrective action keeps a case from the archive: every action that is linked to it and was not dropped must be
 * done (or checked, as the policy says); where the policy needs one, there must be one. `capaDone` is the fact of that name
 * of the complaint workflow. A dropped action counts as one that was looked into.
 *
 * @example
 * ```ts
 * import { correctiveGate } from 'clientele/complaints';
 *
 * correctiveGate([], []).kind; // => 'notNeeded'
 * ```
 */
export function correctiveGate(
  log: readonly CaseEvent[],
  actionLogs: readonly (readonly CaseEvent[])[],
  policy: CorrectivePolicy = defaultCorrective,
): CorrectiveGate {
  const caseId = log[0]?.caseId;
  const actions = actionLogs.flatMap((one) => {
    const action = correctiveActionOf(one);
    return action !== undefined && caseId !== undefined && action.cases.includes(caseId) ? [action] : [];
  });
  const enough = policy.archiveWaitsFor === 'done' ? ['done', 'checked', 'dropped'] : ['checked', 'dropped'];
  const open = actions.filter(({ state }) => !enough.includes(state));
  if (open.length > 0)
    return { capaDone: false, kind: 'waiting', actions, statements: open.map(waitingWords) };
  if (actions.length > 0) {
    const dropped = actions.every(({ state }) => state === 'dropped');
    return { capaDone: true, kind: 'done', actions, statements: [dropped ? DROPPED : DONE] };
  }
  return isNeeded(log, policy)
    ? { capaDone: false, kind: 'missing', actions, statements: [MISSING] }
    : { capaDone: true, kind: 'notNeeded', actions, statements: [NOT_NEEDED] };
}

function isNeeded(log: readonly CaseEvent[], { neededFor }: CorrectivePolicy): boolean {
  const { severity = [], impact = [], upheld } = neededFor;
  const assessed = log.findLast(({ type }) => type === 'ASSESS')?.data ?? {};
  const concluded = log.findLast(({ type }) => type === 'CONCLUDE')?.data ?? {};
  const among = (values: readonly string[], found: string | undefined): boolean =>
    found !== undefined && values.includes(found);
  const grave = among(severity, textIn(assessed, 'severity')) || among(impact, textIn(assessed, 'impact'));
  return grave && (upheld === undefined || among(upheld, textIn(concluded, 'upheld')));
}

function waitingWords({ actionId, state }: CorrectiveAction): Statement {
  const name: Bilingual = correctiveWorkflow.states[state]?.name ?? { en: state, zh: state };
  return {
    en: 'Waits for the corrective action {action}: {state}.',
    zh: '等待纠正措施 {action}：{state}。',
    values: { action: actionId, state: name },
  };
}

const DONE: Statement = {
  en: 'The corrective action is done.',
  zh: '纠正措施已完成。',
  values: {},
};
const DROPPED: Statement = {
  en: 'The suspected cause was looked into and dropped.',
  zh: '疑似原因已查并排除。',
  values: {},
};
const MISSING: Statement = {
  en: 'Corrective action is needed, and none has been begun.',
  zh: '须采取纠正措施，但尚未启动。',
  values: {},
};
const NOT_NEEDED: Statement = {
  en: 'No corrective action is needed.',
  zh: '无须采取纠正措施。',
  values: {},
};
