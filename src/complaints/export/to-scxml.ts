/** A workflow as an SCXML document. */
import { own } from '../../foundation/record.js';
import type {
  FactDeclaration,
  FactValue,
  Guard,
  TransitionDeclaration,
  Workflow,
} from '../workflow/model.js';
import { requireWorkflow } from '../workflow/require-workflow.js';
import { guardExpression } from './guard-words.js';
import { scxmlName } from './scxml-names.js';
import { openingName } from './to-xstate.js';
import { element, writeXml, type XmlElement } from './xml.js';

/** The namespace of what SCXML has no place for. */
export const EXTENSION = 'urn:clientele:case-workflow:1';

/**
 * An SCXML document (W3C Recommendation, 1 September 2015) that says everything of the workflow, so that `fromScxml` gives it
 * back.
 *
 * - One more state, `opening`, stands before the opening command. Timers are events from outside, like commands.
 * - The data model is `ecmascript`. `facts` holds what the case keeps; the host sends every other fact along with the event, in
 *   `_event.data.facts`, worked out from the command's data. Required data, roles and the record are not judged there.
 * - Elements of the namespace `urn:clientele:case-workflow:1` hold the rest as JSON; an interpreter skips them.
 * - Names that are no XML names are written `_xHHHH_` for each character that does not fit.
 *
 * @throws ProblemError naming what is wrong, for what is no workflow at all.
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 * import { toScxml } from 'clientele/complaints/export';
 *
 * toScxml(sixSteps).split('\n')[0]; // => '<?xml version="1.0" encoding="UTF-8"?>'
 * toScxml(sixSteps).includes('<state id="listen">'); // => true
 * ```
 */
export function toScxml(workflow: Workflow): string {
  requireWorkflow(workflow);
  return writeXml(scxmlOf(workflow));
}

/** The document before it is written, which is what `fromScxml` compares with. */
export function scxmlOf(workflow: Workflow): XmlElement {
  const { transitions: _, opening, initial, states, ...rest } = workflow;
  const before = openingName(workflow);
  const { on, ...more } = opening;
  const first = transitionOf(workflow, { ...more, id: 'opening', from: '', on, to: initial }, -1);
  return element(
    'scxml',
    {
      xmlns: 'http://www.w3.org/2005/07/scxml',
      'xmlns:c': EXTENSION,
      version: '1.0',
      datamodel: 'ecmascript',
      name: scxmlName(workflow.name),
      initial: scxmlName(before),
    },
    [
      element('datamodel', {}, [
        element('data', { id: 'facts', expr: expression(keptFacts(workflow.facts)) }),
      ]),
      element('c:workflow', {}, json(rest)),
      element('state', { id: scxmlName(before) }, [first]),
      ...Object.keys(states).map((state) => stateOf(workflow, state)),
    ],
  );
}

function keptFacts(facts: Workflow['facts']): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([fact, { from }]) =>
      from.kind === 'case' ? [[fact, from.initially]] : [],
    ),
  );
}

function stateOf(workflow: Workflow, state: string): XmlElement {
  const { states, transitions, final } = workflow;
  const leaving = transitions.flatMap((one, order) =>
    one.from === state ? [transitionOf(workflow, one, order)] : [],
  );
  const declaration = element('c:state', {}, json(Object.hasOwn(states, state) ? states[state] : {}));
  // A final element may hold no transitions.
  const name = final.includes(state) && leaving.length === 0 ? 'final' : 'state';
  return element(name, { id: scxmlName(state) }, [declaration, ...leaving]);
}

function transitionOf(workflow: Workflow, one: TransitionDeclaration, order: number): XmlElement {
  const { from: _, on, to, sets = {}, ...rest } = one;
  const guard = guardOf(workflow, one);
  const kept = one.sets === undefined ? rest : { ...rest, sets };
  return element(
    'transition',
    {
      event: scxmlName(on),
      cond: guard && guardExpression(guard, (fact) => reference(workflow.facts, fact), expression),
      target: scxmlName(to),
    },
    [
      ...Object.entries(sets).map(([fact, value]) => assignment(workflow.facts, fact, value)),
      element('c:transition', {}, json({ order, ...kept })),
    ],
  );
}

/** With `'otherwise'` written out. */
function guardOf({ transitions }: Workflow, { from, on, when }: TransitionDeclaration): Guard | undefined {
  if (when !== 'otherwise') return when;
  const beside = transitions.filter((one) => one.from === from && one.on === on);
  return { not: { anyOf: beside.flatMap((one) => (typeof one.when === 'object' ? [one.when] : [])) } };
}

function reference(facts: Workflow['facts'], fact: string): string {
  const kept = Object.hasOwn(facts, fact) && facts[fact]?.from.kind === 'case';
  return `${kept ? 'facts' : '_event.data.facts'}[${expression(fact)}]`;
}

function assignment(
  facts: Workflow['facts'],
  fact: string,
  value: FactValue | { readonly add: number },
): XmlElement {
  const location = reference(facts, fact);
  if (typeof value !== 'object') return element('assign', { location, expr: expression(value) });
  const most = upTo(own(facts, fact));
  return element('assign', { location, expr: `Math.min(${most}, Math.max(0, ${location} + ${value.add}))` });
}

function upTo(fact: FactDeclaration | undefined): number {
  return fact !== undefined && typeof fact.domain === 'object' && 'upTo' in fact.domain
    ? fact.domain.upTo
    : Number.MAX_SAFE_INTEGER;
}

/** JSON in plain ASCII but for what people read, without characters that XML cannot hold. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/g,
    escapedUnit,
  );
}

function expression(value: unknown): string {
  return json(value);
}

function escapedUnit(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
