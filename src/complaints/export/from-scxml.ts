/** A workflow read back from an SCXML document. */

import { checkInput } from '../../foundation/check-input.js';
import { problem } from '../../foundation/make-problem.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result, right } from '../../foundation/result.js';
import { parseWorkflow } from '../workflow/define.js';
import type { Workflow } from '../workflow/model.js';
import { firstDifference, type JsonObject } from './agree.js';
import { fromScxmlName } from './scxml-names.js';
import { scxmlOf } from './to-scxml.js';
import { readJson, readXml, type XmlElement } from './xml.js';

/**
 * The workflow that a document of `toScxml` was made from. States, events, targets and final states are read where SCXML has
 * them, the rest from the elements of this library's namespace. What is said twice must agree: a condition, an assignment or
 * anything else that differs from what the workflow would be written as is refused, with its place.
 *
 * Not a reader of any SCXML: only what `toScxml` writes, with other blanks and comments.
 *
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 * import { fromScxml, toScxml } from 'clientele/complaints/export';
 *
 * const result = fromScxml(toScxml(sixSteps));
 *
 * result._tag === 'Right' && result.right.initial; // => 'listen'
 * fromScxml('<scxml/>')._tag; // => 'Left'
 * ```
 */
export function fromScxml(text: string): Result<Workflow> {
  if (typeof text !== 'string') return left(problem('notText', [], { kind: 'type', type: 'string' }, text));
  const document = readXml(text);
  if (document._tag === 'Left') return document;
  const drafted = draftOf(document.right);
  if (drafted._tag === 'Left') return drafted;
  const readable = checkInput(drafted.right);
  if (readable._tag === 'Left') return readable;
  const parsed = parseWorkflow(drafted.right);
  if (parsed._tag === 'Left') return parsed;
  const different = firstDifference(comparable(document.right), comparable(scxmlOf(parsed.right)));
  return different === undefined ? parsed : left(different);
}

/** JSON as what it says, however its keys are ordered. */
function comparable({ name, attributes, children, text }: XmlElement): JsonObject {
  const read = name.startsWith('c:') ? readJson(text, []) : right(text);
  return {
    name,
    attributes,
    children: children.map(comparable),
    text: read._tag === 'Right' ? read.right : text,
  };
}

function draftOf(root: XmlElement): Result<JsonObject> {
  const before = root.attributes['initial'];
  const states = root.children.filter(({ name }) => name === 'state' || name === 'final');
  const rest = jsonIn(root, 'c:workflow', []);
  if (rest._tag === 'Left') return rest;
  const named: [string, unknown][] = [];
  const placed: Placed[] = [];
  for (const state of states) {
    const id = state.attributes['id'] ?? '';
    const opens = id === before;
    const path = ['states', fromScxmlName(id)];
    const declaration = opens ? right({}) : jsonIn(state, 'c:state', path);
    if (declaration._tag === 'Left') return declaration;
    if (!opens) named.push([fromScxmlName(id), declaration.right]);
    for (const one of state.children.filter(({ name }) => name === 'transition')) {
      const read = transitionOf(opens ? undefined : fromScxmlName(id), one, path);
      if (read._tag === 'Left') return read;
      placed.push(read.right);
    }
  }
  const opening = placed.find(({ from }) => from === undefined);
  const others = placed.filter(({ from }) => from !== undefined).toSorted((a, b) => a.order - b.order);
  return right({
    ...rest.right,
    initial: opening?.to,
    states: Object.fromEntries(named),
    opening: opening === undefined ? undefined : { on: opening.on, ...without(opening.rest, 'id') },
    transitions: others.map(({ from, on, to, rest: more }) => ({ ...more, from, on, to })),
  });
}

interface Placed {
  readonly order: number;
  readonly from: string | undefined;
  readonly on: string;
  readonly to: string;
  readonly rest: JsonObject;
}

function transitionOf(from: string | undefined, one: XmlElement, path: readonly string[]): Result<Placed> {
  const extension = jsonIn(one, 'c:transition', path);
  if (extension._tag === 'Left') return extension;
  const { order, ...rest } = extension.right;
  const { event = '', target = '' } = one.attributes;
  return right({
    order: typeof order === 'number' ? order : 0,
    from,
    on: fromScxmlName(event),
    to: fromScxmlName(target),
    rest,
  });
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function jsonIn(parent: XmlElement, name: string, path: readonly string[]): Result<JsonObject> {
  const child = parent.children.find((one) => one.name === name);
  if (child === undefined) return left(problem('missing', [...path, name], { kind: 'present' }, undefined));
  const read = readJson(child.text, [...path, name]);
  if (read._tag === 'Left') return read;
  return isRecord(read.right)
    ? right(read.right)
    : left(problem('notAnObject', [...path, name], { kind: 'type', type: 'object' }, read.right));
}
