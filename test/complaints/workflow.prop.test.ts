/** Laws of deciding, evolving and replaying, over the complaint chart and over random workflows. */
import {
  type CaseCommand,
  type CaseEvent,
  type CaseSnapshot,
  type CompiledWorkflow,
  compileWorkflow,
  complaintWorkflow,
  decide,
  defineWorkflow,
  evolve,
  type FactContext,
  type Guard,
  legalCommands,
  orThrow,
  parseWorkflow,
  replay,
  replayCases,
  sixSteps,
  type Workflow,
} from 'clientele/complaints';
import fc, { type GeneratorValue } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandsFor, workflows } from './arbitrary-workflows.js';
import { frozen } from './frozen.js';

const presets = [complaintWorkflow, sixSteps];
const anyWorkflow: fc.Arbitrary<Workflow> = fc.oneof(workflows(), fc.constantFrom<Workflow>(...presets));

interface Walk {
  readonly compiled: CompiledWorkflow;
  readonly events: readonly CaseEvent[];
  /** The case after each event. */
  readonly cases: readonly CaseSnapshot[];
}

/** Commands one after the other; what is refused leaves no trace. */
function walk(workflow: Workflow, gen: GeneratorValue, steps = 25): Walk {
  const compiled: CompiledWorkflow = compileWorkflow(workflow);
  const events: CaseEvent[] = [];
  const cases: CaseSnapshot[] = [];
  for (let step = 0; step < steps; step += 1) {
    const current = cases.at(-1);
    const { command, context } = gen(() => commandsFor(compiled, current, `e${step}`, 1000 + step));
    const decided = decide(compiled, current, frozen(command), context);
    if (decided._tag === 'Left') continue;
    for (const event of decided.right) {
      events.push(frozen(event));
      cases.push(frozen(orThrow(evolve(compiled, current, event))));
    }
  }
  return { compiled, events, cases };
}

const walks = (law: (walked: Walk, gen: GeneratorValue, workflow: Workflow) => void, numRuns = 60): void => {
  fc.assert(
    fc.property(anyWorkflow, fc.gen(), (workflow, gen) => law(walk(workflow, gen), gen, workflow)),
    { numRuns },
  );
};

describe('a random workflow', () => {
  it('is a valid definition, also from JSON', () => {
    fc.assert(
      fc.property(workflows(), (workflow) => {
        expect(defineWorkflow(workflow)).toEqual(workflow);
        expect(parseWorkflow(JSON.parse(JSON.stringify(workflow)))).toEqual({
          _tag: 'Right',
          right: workflow,
        });
      }),
    );
  });
});

describe('a history', () => {
  it('replays to what its events made one after the other, and so does every beginning of it', () => {
    walks(({ compiled, events, cases }) => {
      for (let size = 0; size <= events.length; size += 1) {
        const replayed = replay(compiled, events.slice(0, size));
        expect(replayed).toEqual({ case: cases[size - 1], applied: size, duplicates: [], rest: [] });
      }
    });
  });

  it('goes on from a snapshot as if it had been replayed whole', () => {
    walks(({ compiled, events, cases }, gen) => {
      if (events.length === 0) return;
      const size = gen(fc.nat, { max: events.length - 1 });
      const rest = replay(compiled, events.slice(size), cases[size - 1]);
      expect(rest.case).toEqual(cases.at(-1));
      expect(rest.applied).toBe(events.length - size);
    });
  });

  it('is the same with any of its events told again, and says which were', () => {
    walks(({ compiled, events, cases }, gen) => {
      const told = events.flatMap((event, i) => {
        const again = gen(() => fc.subarray(events.slice(0, i + 1)));
        return [event, ...again.map((one) => structuredClone(one))];
      });
      const replayed = replay(compiled, told);
      expect(replayed.case).toEqual(cases.at(-1));
      expect(replayed.rest).toEqual([]);
      expect(replayed.applied).toBe(events.length);
      expect(replayed.duplicates.map((index) => told[index]?.id)).toHaveLength(told.length - events.length);
    });
  });

  it('survives JSON, and so does the case', () => {
    walks(({ compiled, events, cases }) => {
      const stored: readonly CaseEvent[] = JSON.parse(JSON.stringify(events));
      expect(stored).toEqual(events);
      expect(replay(compiled, stored).case).toEqual(cases.at(-1));
      expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
    });
  });

  it('out of order stops where it does not follow, and loses nothing', () => {
    walks(({ compiled, events, cases }, gen) => {
      if (events.length < 2) return;
      const at = gen(fc.nat, { max: events.length - 2 });
      const shuffled = [...events];
      const [one, other] = [shuffled[at], shuffled[at + 1]];
      if (one === undefined || other === undefined) return;
      shuffled.splice(at, 2, other, one);
      const replayed = replay(compiled, shuffled);
      expect(replayed.case).toEqual(cases[at - 1]);
      expect(replayed.fault?.index).toBe(at);
      expect(replayed.fault?.problems[0].path[0]).toBe(at);
      expect(replayed.fault?.problems.map(({ code }) => code)).toContain('wrongRevision');
      expect(replayed.rest).toEqual(shuffled.slice(at));
    });
  });

  it('stops at an event whose id was there with other content', () => {
    walks(({ compiled, events }, gen) => {
      const again = events[gen(fc.nat, { max: Math.max(events.length - 1, 0) })];
      if (again === undefined) return;
      const replayed = replay(compiled, [...events, { ...again, at: again.at + 1 }]);
      expect(replayed.fault).toMatchObject({ index: events.length, problems: [{ code: 'otherContent' }] });
    });
  });
});

describe('a log of many cases', () => {
  it('gives each case what its own events give, however they are mixed, and loses none', () => {
    walks(({ compiled, events }, gen) => {
      // Ids of events are unique in their case only.
      const own = ['a', 'constructor', '__proto__'].map((caseId) =>
        (caseId === 'a' ? events : gen(() => fc.shuffledSubarray([...events]))).map((one) => ({
          ...one,
          caseId,
        })),
      );
      const left = own.map((some) => [...some]);
      const mixed: CaseEvent[] = [];
      while (left.some((some) => some.length > 0)) {
        const next = gen(() => fc.constantFrom(...left.filter((some) => some.length > 0))).shift();
        if (next !== undefined) mixed.push(next);
      }
      const { cases, rejected } = replayCases(compiled, frozen(mixed));
      expect(rejected).toEqual([]);
      expect(cases.map(({ caseId }) => caseId)).toEqual([...new Set(mixed.map(({ caseId }) => caseId))]);
      let sum = 0;
      for (const { caseId, fault, duplicates, ...replayed } of cases) {
        const some = mixed.filter((one) => one.caseId === caseId);
        const alone = replay(compiled, some);
        expect(replayed).toEqual({ case: alone.case, applied: alone.applied, rest: alone.rest });
        expect(duplicates.map((index) => mixed[index])).toEqual(alone.duplicates.map((index) => some[index]));
        expect(fault === undefined).toBe(alone.fault === undefined);
        if (fault !== undefined) expect(mixed[fault.index]).toBe(some[alone.fault?.index ?? -1]);
        sum += replayed.applied + duplicates.length + replayed.rest.length;
      }
      expect(sum).toBe(mixed.length);
    });
  });
});

describe('a command', () => {
  it('told again does nothing', () => {
    walks(({ compiled, events, cases }) => {
      events.forEach((event, i) => {
        const { type, id, at, by, data } = event;
        const again = { type, id, at, by, data };
        for (const current of cases.slice(i)) {
          expect(decide(compiled, current, again)).toEqual({ _tag: 'Right', right: [] });
          expect(orThrow(evolve(compiled, current, event))).toBe(current);
        }
      });
    });
  });

  it('takes the way that its guards say, and sets what it says', () => {
    fc.assert(
      fc.property(workflows(), fc.gen(), (workflow, gen) => {
        const { events, cases } = walk(workflow, gen);
        events.forEach((event, i) => {
          const before = cases[i - 1];
          if (before === undefined) return;
          const meant = expected(workflow, before, event);
          expect([event.transition, event.to]).toEqual([meant.id, meant.to]);
          for (const [fact, value] of Object.entries(meant.sets ?? {})) {
            const now = cases[i]?.facts[fact];
            if (typeof value !== 'object') expect(now).toBe(value);
            else expect(now).toBe(clamped(workflow, fact, Number(before.facts[fact]) + value.add));
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a case', () => {
  it('can always be told something until it has ended, and can end', () => {
    fc.assert(
      fc.property(workflows(), fc.gen(), (workflow, gen) => {
        const { compiled, cases } = walk(workflow, gen);
        let current = cases.at(-1);
        if (current === undefined) return;
        for (let step = 0; !workflow.final.includes(current.state); step += 1) {
          expect(step).toBeLessThan(10);
          expect(legalCommands(compiled, current).map(({ type }) => type)).toContain('NEXT');
          const by = { id: 'clock', role: 'system' };
          const next: ReturnType<typeof decide<CaseSnapshot, CaseCommand, FactContext>> = decide(
            compiled,
            current,
            { type: 'NEXT', id: `end ${step}`, at: 9000, by, data: {} },
          );
          const [event]: readonly CaseEvent[] = next._tag === 'Right' ? next.right : [];
          expect(event).toBeDefined();
          if (event === undefined) return;
          current = orThrow(evolve(compiled, current, event));
        }
        expect(legalCommands(compiled, current)).toEqual([]);
      }),
    );
  });

  it('is offered only commands that its kept facts let through', () => {
    walks(({ compiled, cases }) => {
      for (const current of cases) {
        for (const { type, ways } of legalCommands(compiled, current)) {
          const refused = decide(compiled, current, {
            type,
            id: 'x',
            at: 9999,
            by: { id: 'x', role: 'nobody' },
            data: {},
          });
          expect(ways.length).toBeGreaterThan(0);
          if (refused._tag === 'Left') expect(refused.left.kind).not.toBe('notLegalHere');
        }
      }
    });
  });
});

/** The transition that a plain reading of the workflow takes for an event. */
function expected(workflow: Workflow, before: CaseSnapshot, event: CaseEvent) {
  const ways = workflow.transitions.filter(({ from, on }) => from === before.state && on === event.type);
  const holds = (guard: Guard): boolean => {
    if ('not' in guard) return !holds(guard.not);
    if ('allOf' in guard) return guard.allOf.every(holds);
    if ('anyOf' in guard) return guard.anyOf.some(holds);
    const value = factOf(workflow, before, event, guard.fact);
    if ('atLeast' in guard) return Number(value) >= guard.atLeast;
    return 'atMost' in guard ? Number(value) <= guard.atMost : value === (guard.is ?? true);
  };
  const first = ways.find(({ when }) => when !== 'otherwise' && (when === undefined || holds(when)));
  const taken = first ?? ways.find(({ when }) => when === 'otherwise');
  if (taken === undefined) throw new Error(`no way for ${event.type}`);
  return taken;
}

function factOf(workflow: Workflow, before: CaseSnapshot, event: CaseEvent, fact: string): unknown {
  const from = workflow.facts[fact]?.from;
  if (from?.kind === 'case') return before.facts[fact];
  // A fact that the host did not have to bring decided nothing: any value will do.
  if (from?.kind === 'context') return event.context?.[fact];
  if (from?.kind === 'data') return event.data[from.field];
  const test = from?.test;
  if (test !== undefined && 'left' in test && 'data' in test.left)
    return Number(event.data[test.left.data]) >= 2;
  if (test !== undefined && 'one' in test && 'actor' in test.one) return event.by.role === 'chief';
  // The note that every case of a random workflow was opened with.
  return true;
}

function clamped(workflow: Workflow, fact: string, value: number): number {
  const domain = workflow.facts[fact]?.domain;
  const most = typeof domain === 'object' && 'upTo' in domain ? domain.upTo : Number.POSITIVE_INFINITY;
  return Math.min(Math.max(value, 0), most);
}
