/** On which tier a case is, what raised it there, and which re-hearings are left. */
import type { CaseClock } from '../clocks/case-clock.js';
import { withNames } from '../clocks/named.js';
import { numberIn, textIn } from '../log/read-data.js';
import type { CaseEvent } from '../workflow/case.js';
import { raiseWords, tierWords } from './escalation-words.js';
import type { EscalationPolicy, EscalationTier, EscalationTrigger, RehearingMove } from './model.js';
import type {
  EscalationOptions,
  EscalationStanding,
  EscalationStep,
  RehearingUsed,
  TriggerCause,
} from './standing.js';

/**
 * The tier of a case as of an instant, with the trigger that raised it and when, the re-hearings used and left, and when
 * time alone will raise it next. A case never goes down; a trigger raises it to its tier or to the next.
 *
 * Share of budget and breach are those of the clocks' own time (working time where they count it), at the true instant,
 * however late it was told. A clock that was met or cancelled before the instant does not fire. Events, threats and other
 * cases after `asOf` are as yet unknown.
 *
 * @example
 * ```ts
 * import { defaultEscalation, projectEscalation } from 'clientele/complaints';
 *
 * const clocks = { caseId: 'c1', asOf: 0, state: 'received', clocks: [], notInForce: [], problems: [] };
 * const standing = projectEscalation([], defaultEscalation, { clocks });
 *
 * standing.tier; // => 0
 * standing.moves.left; // => { person: 1, time: 1, place: 1 }
 * ```
 */
export function projectEscalation(
  log: readonly CaseEvent[],
  policy: EscalationPolicy,
  options: EscalationOptions,
): EscalationStanding {
  const { workflow } = options;
  const asOf = options.asOf ?? options.clocks.asOf;
  const known = onceEach(log).filter(({ at }) => at <= asOf);
  const fired = policy.triggers
    .flatMap((trigger, index) =>
      firings(trigger, known, { ...options, asOf }).map((one) => ({ ...one, index, trigger })),
    )
    .toSorted((a, b) => a.at - b.at || a.index - b.index);
  let tier: EscalationTier = 0;
  const raised: EscalationStep[] = [];
  for (const one of fired.filter(({ at }) => at <= asOf)) {
    const to = tierAfter(tier, one.trigger);
    if (to <= tier) continue;
    raised.push({ ...one, from: tier, to, statements: [withNames(workflow, raiseWords(policy, one, to))] });
    tier = to;
  }
  const next = fired.find(({ at, trigger }) => at > asOf && tierAfter(tier, trigger) > tier);
  const moves = movesIn(known, policy);
  return {
    tier,
    raised,
    moves,
    ...(next === undefined ? {} : { next: { ...next, to: tierAfter(tier, next.trigger) } }),
    statements: [tierWords(policy, tier), ...raised.flatMap(({ statements }) => statements)],
  };
}

interface Firing {
  readonly at: number;
  readonly cause: TriggerCause;
}

type Surroundings = EscalationOptions & { readonly asOf: number };

function tierAfter(tier: EscalationTier, { to }: EscalationTrigger): EscalationTier {
  return to === 'nextTier' ? (TIERS[tier + 1] ?? 3) : to;
}

const TIERS: readonly EscalationTier[] = [0, 1, 2, 3];

function firings(
  trigger: EscalationTrigger,
  log: readonly CaseEvent[],
  around: Surroundings,
): readonly Firing[] {
  switch (trigger.when) {
    case 'budgetUsed':
    case 'breached': {
      const percent = trigger.when === 'breached' ? 100 : trigger.percent;
      return around.clocks.clocks.filter((clock) => isMeant(trigger, clock)).flatMap(reachedBy(percent));
    }
    case 'severity':
      return assessed(log, ({ data }) => severityOf(textIn(data, 'severity')) >= severityOf(trigger.atLeast));
    case 'safety':
      return assessed(log, ({ data }) => data['safety'] === true);
    case 'repeated':
      return repeated(trigger, log, around);
    case 'threat':
      return (around.threats ?? []).flatMap(({ of, at }) =>
        trigger.of.includes(of) && at <= around.asOf ? [{ at, cause: { kind: 'threat', of } as const }] : [],
      );
    case 'declined':
      return log
        .filter(({ type }) => type === 'DECLINE')
        .slice(trigger.times - 1)
        .map(byEvent);
    case 'timer':
      return log.filter(({ type }) => trigger.timers.includes(type)).map(byEvent);
  }
}

function isMeant(
  trigger: Extract<EscalationTrigger, { readonly when: 'budgetUsed' | 'breached' }>,
  clock: CaseClock,
): boolean {
  if (clock.kind !== 'duty') return false;
  if (trigger.class !== undefined && clock.class !== trigger.class) return false;
  return trigger.clocks === undefined || trigger.clocks.includes(clock.clock);
}

/** When so much of a clock's budget was or will be used up, unless it ended before. */
function reachedBy(percent: number): (clock: CaseClock) => readonly Firing[] {
  return (clock) => {
    const at = percent >= 100 ? clock.dueAt : clock.atRiskAt.find((one) => one.percent === percent)?.at;
    if (at === undefined || at >= endOf(clock)) return [];
    const { pack, clock: id, round, name } = clock;
    return [{ at, cause: { kind: 'clock', pack, clock: id, round, name } }];
  };
}

function endOf({ status }: CaseClock): number {
  if (status.kind === 'met' || status.kind === 'cancelled') return status.at;
  if (status.kind === 'breached') return status.metAt ?? status.cancelledAt ?? Number.POSITIVE_INFINITY;
  return Number.POSITIVE_INFINITY;
}

const SEVERITIES = ['low', 'medium', 'high', 'critical'];

function severityOf(severity: string | undefined): number {
  return severity === undefined ? -1 : SEVERITIES.indexOf(severity);
}

function assessed(log: readonly CaseEvent[], holds: (event: CaseEvent) => boolean): readonly Firing[] {
  return log.filter((event) => event.type === 'ASSESS' && holds(event)).map(byEvent);
}

function byEvent({ id, type, at }: CaseEvent): Firing {
  return { at, cause: { kind: 'event', eventId: id, type } };
}

const DAY = 86_400_000;

/** The case and those of the same customer that were received so many days before it or less. */
function repeated(
  { times, withinDays, same }: Extract<EscalationTrigger, { readonly when: 'repeated' }>,
  log: readonly CaseEvent[],
  { related = [], asOf }: Surroundings,
): readonly Firing[] {
  const [opening] = log;
  const own = opening && receiptOf(opening);
  if (opening === undefined || own?.customer === undefined) return [];
  const others = related.flatMap((other) => {
    const first = other[0];
    const receipt = first && receiptOf(first);
    if (first === undefined || receipt === undefined || first.caseId === opening.caseId) return [];
    const known = first.at <= asOf;
    const near = receipt.at <= own.at && own.at - receipt.at <= withinDays * DAY;
    const alike = same === undefined || receipt.product === own.product;
    return known && receipt.customer === own.customer && near && alike ? [first.caseId] : [];
  });
  const caseIds = [...new Set([...others, opening.caseId])];
  return caseIds.length < times ? [] : [{ at: opening.at, cause: { kind: 'cases', caseIds } }];
}

function receiptOf({ data, at }: CaseEvent) {
  return {
    customer: textIn(data, 'complainant'),
    product: textIn(data, 'product'),
    at: numberIn(data, 'receivedAt') ?? at,
  };
}

const MOVES: Readonly<Record<string, RehearingMove>> = {
  CHANGE_PERSON: 'person',
  CHANGE_TIME: 'time',
  CHANGE_PLACE: 'place',
};

function movesIn(log: readonly CaseEvent[], { moves }: EscalationPolicy): EscalationStanding['moves'] {
  const used = log.flatMap(({ type, at, id }): readonly RehearingUsed[] => {
    const move = Object.hasOwn(MOVES, type) ? MOVES[type] : undefined;
    return move === undefined ? [] : [{ move, at, eventId: id }];
  });
  const left = (move: RehearingMove): number =>
    Math.max(moves[move] - used.filter((one) => one.move === move).length, 0);
  return { used, left: { person: left('person'), time: left('time'), place: left('place') } };
}

function onceEach(log: readonly CaseEvent[]): readonly CaseEvent[] {
  const seen = new Set<string>();
  return log.filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined);
}
