/** A bundle judged again, by what it brings along. */

import { parseWorkingCalendar } from '../../calendar/index.js';
import { wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result, right } from '../../foundation/result.js';
import { parseRulePack } from '../clocks/define.js';
import { parseCorrectivePolicy } from '../corrective/define.js';
import { parseEscalationPolicy } from '../escalation/define.js';
import type { Threat } from '../escalation/standing.js';
import { parseRedressPolicy } from '../redress/define.js';
import type { CaseEvent } from '../workflow/case.js';
import { parseWorkflow } from '../workflow/define.js';
import { sameJson } from '../workflow/same-json.js';
import type { CaseBundle } from './bundle.js';
import { readyDesk } from './desk.js';
import type { DeskSetup } from './model.js';
import { type BundleVerdict, PARTS, verdictOf } from './verdict.js';
import { viewComplaint } from './view.js';

/** A bundle judged again. */
export interface ReplayedBundle {
  readonly identical: boolean;
  readonly verdict: BundleVerdict;
  /** The parts of the verdict that are not as the bundle says. */
  readonly differences: readonly (keyof BundleVerdict)[];
}

/**
 * Judges a bundle again by the policies and calendars that it brings along: whether the verdict is the one it says. Every
 * part is read as from storage, so that an altered or older bundle is a list of problems instead of a wrong answer.
 *
 * @example
 * ```ts
 * import { describe, replayBundle } from 'clientele/complaints';
 *
 * const result = replayBundle({ format: 'complaint-bundle@2' });
 *
 * result._tag === 'Left' ? describe(result.left[0], 'en') : ''; // => 'format: expected "complaint-bundle@1", found "complaint-bundle@2".'
 * ```
 */
export function replayBundle(bundle: unknown): Result<ReplayedBundle> {
  if (!isRecord(bundle) || bundle['format'] !== 'complaint-bundle@1') {
    const found = isRecord(bundle) ? bundle['format'] : bundle;
    return left(
      wrong('unknownFormat', ['format'], { en: '"complaint-bundle@1"', zh: '“complaint-bundle@1”' }, found),
    );
  }
  const setup = readSetup(bundle['setup']);
  if (setup._tag === 'Left') return setup;
  const logs = readLogs(bundle);
  if (logs._tag === 'Left') return logs;
  const { asOf, verdict } = bundle;
  if (typeof asOf !== 'number') return left(notThere('asOf', asOf));
  if (!isRecord(verdict)) return left(notThere('verdict', verdict));
  const desk = readyDesk(setup.right);
  if (desk._tag === 'Left') return desk;
  const view = viewComplaint(desk.right, logs.right.log, asOf, logs.right);
  if (view._tag === 'Left') return view;
  const now = verdictOf(view.right);
  const differences = PARTS.filter((key) => !sameJson(now[key], verdict[key]));
  return right({ identical: differences.length === 0, verdict: now, differences });
}

function notThere(key: string, found: unknown): Problem {
  return wrong('missing', [key], { en: key, zh: key }, found);
}

type Logs = Pick<CaseBundle, 'log' | 'related' | 'corrective' | 'threats'>;

/** Here only that there are lists; whether their events follow on each other is for the replay to say. */
function readLogs({ log, related, corrective, threats }: Readonly<Record<string, unknown>>): Result<Logs> {
  if (!isLog(log)) return left(notThere('log', log));
  if (!isListOf(related, isLog)) return left(notThere('related', related));
  if (!isListOf(corrective, isLog)) return left(notThere('corrective', corrective));
  if (!isListOf(threats, isThreat)) return left(notThere('threats', threats));
  return right({ log, related, corrective, threats });
}

function isListOf<A>(value: unknown, isOne: (item: unknown) => item is A): value is readonly A[] {
  return Array.isArray(value) && value.every(isOne);
}

function isLog(value: unknown): value is readonly CaseEvent[] {
  return isListOf(value, isEvent);
}

function isEvent(value: unknown): value is CaseEvent {
  return isRecord(value) && isRecord(value['data']) && typeof value['at'] === 'number';
}

function isThreat(value: unknown): value is Threat {
  return (
    isRecord(value) && typeof value['at'] === 'number' && (value['of'] === 'legal' || value['of'] === 'press')
  );
}

function readSetup(stored: unknown): Result<DeskSetup> {
  if (!isRecord(stored)) return left(notThere('setup', stored));
  const problems: Problem[] = [];
  const read = <A>(
    key: string,
    result: Result<A>,
    place: readonly (string | number)[] = [],
  ): A | undefined => {
    if (result._tag === 'Right') return result.right;
    problems.push(...result.left.map((one) => ({ ...one, path: ['setup', key, ...place, ...one.path] })));
    return undefined;
  };
  const packs = Array.isArray(stored['packs']) ? stored['packs'] : [];
  const calendars = isRecord(stored['calendars']) ? Object.entries(stored['calendars']) : [];
  const { letters, offersStand, merges, retentionMonths } = stored;
  const parts = {
    workflow: read('workflow', parseWorkflow(stored['workflow'])),
    packs: packs.flatMap((pack, i) => read('packs', parseRulePack(pack), [i]) ?? []),
    calendars: Object.fromEntries(
      calendars.flatMap(([name, one]) => {
        const calendar = read('calendars', parseWorkingCalendar(one), [name]);
        return calendar === undefined ? [] : [[name, calendar] as const];
      }),
    ),
    redress:
      stored['redress'] === undefined ? undefined : read('redress', parseRedressPolicy(stored['redress'])),
    escalation: read('escalation', parseEscalationPolicy(stored['escalation'])),
    corrective: read('corrective', parseCorrectivePolicy(stored['corrective'])),
  };
  const [first, ...others] = problems;
  if (first !== undefined) return left(first, ...others);
  const { workflow, redress, escalation, corrective } = parts;
  return right({
    packs: parts.packs,
    calendars: parts.calendars,
    ...(workflow === undefined ? {} : { workflow }),
    ...(redress === undefined ? {} : { redress }),
    ...(escalation === undefined ? {} : { escalation }),
    ...(corrective === undefined ? {} : { corrective }),
    ...(isLetters(letters) ? { letters } : {}),
    ...(offersStand === 'untilAcceptBy' || offersStand === 'whileReferralIsOpen' ? { offersStand } : {}),
    ...(merges === 'sameComplainant' || merges === 'alsoWithAuthority' ? { merges } : {}),
    ...(typeof retentionMonths === 'number' ? { retentionMonths } : {}),
  });
}

function isLetters(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return isRecord(value) && Object.values(value).every((one) => Array.isArray(one));
}
