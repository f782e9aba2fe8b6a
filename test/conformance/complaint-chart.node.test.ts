/** The canonical chart against vectors/complaints/complaint-chart.json: every transition, its target, tags, data and guard. */
import { readFileSync } from 'node:fs';
import {
  complaintWorkflow,
  type FactValue,
  type Guard,
  type TransitionDeclaration,
} from 'clientele/complaints';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../shared.js';

interface ChartTransition {
  readonly source: string;
  readonly event: string;
  readonly guard: string;
  readonly target: string;
  readonly data: string;
  readonly iso10002: string;
  readonly disp: string;
  readonly step: string;
}

interface Chart {
  readonly initial: string;
  readonly final: readonly string[];
  readonly states: readonly string[];
  readonly transitions: readonly ChartTransition[];
}

const ways = complaintWorkflow.transitions;

describeShared('the canonical chart', () => {
  const chart: Chart = JSON.parse(
    readFileSync(sharedPath('vectors', 'complaints', 'complaint-chart.json'), 'utf8'),
  );
  const pairs = chart.transitions.map((theirs) => [nameOf(theirs), theirs] as const);
  const ours = (theirs: ChartTransition): TransitionDeclaration | undefined =>
    ways.find(({ from, on, to }) => from === theirs.source && on === theirs.event && to === theirs.target);

  it('has the same states, beginning and end', () => {
    expect(Object.keys(complaintWorkflow.states).toSorted()).toEqual(chart.states);
    expect(complaintWorkflow.initial).toBe(chart.initial);
    expect(complaintWorkflow.final).toEqual(chart.final);
  });

  it('has the same 88 transitions', () => {
    expect(chart.transitions).toHaveLength(88);
    expect(ways.map(({ from, on, to }) => `${from} ${on} ${to}`).toSorted()).toEqual(
      pairs.map(([name]) => name).toSorted(),
    );
  });

  it.each(pairs)('%s: tags', (_, theirs) => {
    const { iso10002, disp, step } = theirs;
    const tags = Object.fromEntries(Object.entries({ iso10002, disp, step }).filter(([, tag]) => tag !== ''));
    expect(ours(theirs)?.tags).toEqual(tags);
  });

  it.each(pairs)('%s: data', (_, theirs) => {
    const transition = ours(theirs);
    const { required, optional } = dataOf(theirs, chart.transitions);
    const needed = transition?.requires ?? [];
    expect(needed).toEqual(expect.arrayContaining([...required]));
    const surplus = needed.filter((field) => !required.includes(field));
    expect(fieldsOfGuards(theirs)).toEqual(expect.arrayContaining(surplus));
    const fields = Object.keys(complaintWorkflow.commands[theirs.event]?.fields ?? {});
    expect(fields).toEqual(expect.arrayContaining([...optional]));
    expect(needed.filter((field) => optional.includes(field))).toEqual([]);
  });

  const crossings = [...new Set(chart.transitions.map(({ source, event }) => `${source} ${event}`))];

  it.each(crossings)('%s: the same way for the same facts', (crossing) => {
    const theirs = chart.transitions.filter(({ source, event }) => `${source} ${event}` === crossing);
    const mine = ways.filter(({ from, on }) => `${from} ${on}` === crossing);
    const facts = [
      ...new Set([...theirs.flatMap(({ guard }) => factsIn(meant(guard))), ...mine.flatMap(factsOf)]),
    ];
    for (const known of assignments(facts)) {
      const chosen = theirs.find(({ guard }) => holds(meant(guard), known))?.target;
      expect(chosenOf(mine, known)?.to, JSON.stringify(known)).toBe(chosen);
    }
  });
});

function nameOf({ source, event, target }: ChartTransition): string {
  return `${source} ${event} ${target}`;
}

/** When it happens and when a timer fires is the event's own time; who asks is a field of another name than the actor. */
const RENAMED: Readonly<Record<string, readonly string[]>> = {
  at: [],
  firedAt: [],
  by: ['requestedBy'],
  scores: ['overall', 'distributive', 'procedural', 'interactional'],
};

interface Named {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

function dataOf(theirs: ChartTransition, all: readonly ChartTransition[]): Named {
  const { data, event } = theirs;
  // What a timer does is a note; its only data is until when the case is kept.
  if (event.startsWith('TIMER_')) return { required: data === 'retentionUntil' ? [data] : [], optional: [] };
  const first = all.find((one) => one.event === event);
  const above = first === undefined || first === theirs ? { required: [], optional: [] } : dataOf(first, all);
  if (data === 'as above') return above;
  if (data.startsWith('same + ')) {
    return { ...above, required: [...above.required, ...data.slice(7).split(', ')] };
  }
  const parts = data.split(/, (?![^[(]*[\])])/).map((part) => /^(\w+)(?:[[(].*[\])])?(\?)?$/.exec(part));
  expect(parts, data).not.toContain(null);
  const named = (mark: string | undefined): readonly string[] =>
    parts.flatMap((part) =>
      part?.[1] === undefined || part[2] !== mark ? [] : (RENAMED[part[1]] ?? [part[1]]),
    );
  return { required: named(undefined), optional: named('?') };
}

function fieldsOfGuards({ source, event }: ChartTransition): readonly string[] {
  const facts = ways.filter(({ from, on }) => from === source && on === event).flatMap(factsOf);
  return facts.flatMap((fact) => {
    const from = complaintWorkflow.facts[fact]?.from;
    if (from?.kind === 'data') return [from.field];
    return from?.kind === 'test'
      ? [...JSON.stringify(from.test).matchAll(/"data":"(\w+)/g)].map(([, field = '']) => field)
      : [];
  });
}

const moves: Guard = { anyOf: [{ fact: 'personUnused' }, { fact: 'timeUnused' }, { fact: 'placeUnused' }] };

/** What the words of the chart's guards mean in facts of ours; the others are facts of the same name. */
const WORDS: Readonly<Record<string, Guard>> = {
  'primary!=self': { fact: 'primaryIsAnother' },
  cycle: { fact: 'wouldCycle' },
  'movesLeft>0': moves,
  'movesLeft==0': { not: moves },
  'chasesLeft>0': { fact: 'chasesLeft', atLeast: 1 },
  'amount<=limit(actor)': { fact: 'withinAuthority' },
  'amount<=limit(approver)': { fact: 'withinAuthority' },
  'approver!=proposer': { fact: 'approverIsAnother' },
  'newOwner!=allPreviousOwners': { fact: 'ownerIsNew' },
  'lettersComplete(kind)': { fact: 'lettersComplete' },
  whole: { fact: 'extent', is: 'whole' },
  partOnly: { fact: 'extent', is: 'part' },
  remediesOutstanding: { not: { fact: 'remediesDone' } },
  allRemediesDone: { fact: 'remediesDoneNow' },
  capaDoneOrNotRequired: { fact: 'capaDone' },
  // TIMER_RESPONSE of the chart sets referralOpen.
  referralOpen: { anyOf: [{ fact: 'referralOpen' }, { fact: 'responseOverdue' }] },
  // An offer that never was, or never went out, cannot stand: without the second, silence could close a case unanswered.
  offerStillOpen: {
    allOf: [{ fact: 'offerStillOpen' }, { fact: 'remediesOffered' }, { fact: 'decisionSent' }],
  },
};

/** `a & !b | c`, where `else` and `-` always hold. */
function meant(guard: string): Guard {
  if (guard === 'else' || guard === '-') return { not: { anyOf: [] } };
  const some = guard
    .split('|')
    .map((part) => ({ allOf: part.split('&').map((word) => literal(word.trim())) }));
  return { anyOf: some };
}

function literal(word: string): Guard {
  const known = WORDS[word];
  if (known !== undefined) return known;
  if (word.startsWith('!')) return { not: literal(word.slice(1)) };
  expect(Object.keys(complaintWorkflow.facts)).toContain(word);
  return { fact: word };
}

function factsOf({ when }: TransitionDeclaration): readonly string[] {
  return when === undefined || when === 'otherwise' ? [] : factsIn(when);
}

function factsIn(guard: Guard): readonly string[] {
  if ('not' in guard) return factsIn(guard.not);
  if ('allOf' in guard) return guard.allOf.flatMap(factsIn);
  return 'anyOf' in guard ? guard.anyOf.flatMap(factsIn) : [guard.fact];
}

type Known = Readonly<Record<string, FactValue>>;

function assignments(facts: readonly string[]): readonly Known[] {
  return facts.reduce<readonly Known[]>(
    (some, fact) => some.flatMap((known) => valuesOf(fact).map((value) => ({ ...known, [fact]: value }))),
    [{}],
  );
}

function valuesOf(fact: string): readonly FactValue[] {
  const domain = complaintWorkflow.facts[fact]?.domain;
  if (domain === undefined || domain === 'boolean') return [true, false];
  return 'oneOf' in domain ? domain.oneOf : Array.from({ length: domain.upTo + 1 }, (_, i) => i);
}

function holds(guard: Guard, known: Known): boolean {
  if ('not' in guard) return !holds(guard.not, known);
  if ('allOf' in guard) return guard.allOf.every((one) => holds(one, known));
  if ('anyOf' in guard) return guard.anyOf.some((one) => holds(one, known));
  const value = known[guard.fact];
  if ('atLeast' in guard) return Number(value) >= guard.atLeast;
  return 'atMost' in guard ? Number(value) <= guard.atMost : value === (guard.is ?? true);
}

function chosenOf(mine: readonly TransitionDeclaration[], known: Known): TransitionDeclaration | undefined {
  const guarded = mine.filter(({ when }) => when !== 'otherwise');
  return (
    guarded.find(({ when }) => when === undefined || (when !== 'otherwise' && holds(when, known))) ??
    mine.find(({ when }) => when === 'otherwise')
  );
}
