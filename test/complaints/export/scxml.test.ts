/** Workflows as SCXML: what a document says, and that it comes back as it was or not at all. */
import { complaintWorkflow, describe as sentence, sixSteps } from 'clientele/complaints';
import { fromScxml, orThrow, toScxml } from 'clientele/complaints/export';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REHEARING } from '../check/charts.js';
import { awkwardWorkflow } from './names.js';

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** XML 1.0, production 2. */
const isXmlChar = (point: number): boolean =>
  [9, 10, 13].includes(point) ||
  (point >= 0x20 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  point >= 0x10000;

describe('toScxml', () => {
  const text = toScxml(REHEARING);

  it('writes guards as conditions and what is set as assignments', () => {
    expect(text).toContain(
      `<transition event="DECLINE" cond="facts[&quot;movesLeft&quot;] &gt;= 1" target="again">`,
    );
    expect(text).toContain(`cond="!((facts[&quot;movesLeft&quot;] &gt;= 1))" target="done">`);
    expect(text).toContain(`expr="Math.min(2, Math.max(0, facts[&quot;movesLeft&quot;] + -1))"/>`);
    expect(text).toContain('<final id="done">');
  });

  it('asks the event for what the case does not keep', () => {
    expect(toScxml(complaintWorkflow)).toContain('_event.data.facts[&quot;satisfied&quot;] === true');
  });
});

describe('fromScxml', () => {
  it.each([complaintWorkflow, sixSteps, REHEARING])('gives back the workflow $name', (workflow) => {
    expect(orThrow(fromScxml(toScxml(workflow)))).toEqual(stored(workflow));
  });

  it('gives back every workflow, whatever things are called', () => {
    fc.assert(
      fc.property(awkwardWorkflow, (workflow) => {
        const text = toScxml(workflow);
        expect(fromScxml(text)).toEqual({ _tag: 'Right', right: workflow });
        expect([...text].filter((char) => !isXmlChar(char.codePointAt(0) ?? 0))).toEqual([]);
      }),
    );
  });

  it('skips comments and blanks, and the other kind of quotes', () => {
    const text = toScxml(sixSteps)
      .replace('<datamodel>', '<!-- facts -->\n\n\t<datamodel >')
      .replace('version="1.0" datamodel', "version='1.0'\n datamodel");
    expect(orThrow(fromScxml(text))).toEqual(stored(sixSteps));
  });

  const changes: readonly (readonly [string, string, string])[] = [
    ['a condition', '&gt;= 1" target="again"', '&gt;= 0" target="again"'],
    ['an assignment', 'Math.min(2,', 'Math.min(9,'],
    ['a target', 'event="ACCEPT" target="done"', 'event="ACCEPT" target="nowhere"'],
    ['an attribute', '<final id="done">', '<final id="done" more="1">'],
    ['an element that it does not know', '<datamodel>', '<onentry><log expr="1"/></onentry><datamodel>'],
    ['an entity', '&quot;movesLeft', '&nbsp;movesLeft'],
    ['a tag that is not closed', '</scxml>', ''],
    ['two documents', '</scxml>', '</scxml><scxml/>'],
    ['a document type', '<scxml', '<!DOCTYPE scxml [<!ENTITY a "b">]><scxml'],
    ['JSON that is none', '"order":0', '"order":'],
  ];

  it.each(changes)('refuses %s that was changed', (_, from, to) => {
    const text = toScxml(REHEARING);
    const escaped = text.includes(from)
      ? [from, to]
      : [from.replaceAll('"', '&quot;'), to.replaceAll('"', '&quot;')];
    const other = text.replace(escaped[0] ?? '', escaped[1] ?? '');
    expect(other).not.toBe(text);
    expect(fromScxml(other)._tag).toBe('Left');
  });

  it('says where', () => {
    const refused = fromScxml(
      toScxml(REHEARING).replace('&gt;= 1" target="again"', '&gt;= 0" target="again"'),
    );
    expect(refused._tag === 'Left' && sentence(refused.left[0], 'en')).toMatch(
      /attributes\.cond: expected .*>= 1/,
    );
    const broken = fromScxml('<?xml version="1.0"?>\n<scxml>\n<state');
    expect(broken._tag === 'Left' && broken.left[0].path).toEqual(['line 3']);
  });

  it.each([
    '',
    '<',
    '<a',
    '<a b>',
    '<a b="1" b="2"/>',
    '<a>&x</a>',
    '<a>&#0;</a>',
    '<scxml/>',
    'x'.repeat(1000),
    '<a>'.repeat(500),
  ])('refuses %j', (text) => {
    expect(fromScxml(text)._tag).toBe('Left');
  });
});

describe('fromScxml on what somebody else wrote', () => {
  const text = toScxml(sixSteps);
  const long = 1_000_000;
  const nested = `${'['.repeat(long)}${']'.repeat(long)}`;
  const hostile: readonly (readonly [string, string])[] = [
    ['a document type with entities', `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(99)}">]><scxml>&b;</scxml>`],
    ['an entity that nobody declared', '<scxml name="&b;"/>'],
    ['CDATA', '<scxml><![CDATA[x]]></scxml>'],
    ['a processing instruction', '<scxml><?php 1 ?></scxml>'],
    ['half of a character', '<scxml name="&#xD800;"/>'],
    ['elements nested without end', '<a>'.repeat(long)],
    ['a comment that does not end', `<scxml><!--${'-x'.repeat(long)}`],
    ['comments that open again and again', '<!--'.repeat(long)],
    ['blanks alone', ' '.repeat(10 * long)],
    ['a value that does not end', `<scxml name="${'x'.repeat(10 * long)}`],
    ['JSON nested without end', text.replace('</scxml>', `<c:x>${nested}</c:x></scxml>`)],
    ['a declaration nested without end', text.replace(/(<c:state>)[^<]*/, `$1{&quot;name&quot;:${nested}}`)],
    ['names that every object has', text.replace('<c:workflow>{', '<c:workflow>{&quot;__proto__&quot;:{},')],
  ];

  it.each(hostile)('refuses %s', (_, document) => {
    expect(fromScxml(document)._tag).toBe('Left');
  });

  it('passes over comments and blanks of any length', () => {
    const padded = `${' '.repeat(10 * long)}<!--${'x'.repeat(10 * long)}-->`;
    expect(fromScxml(text.replace('<datamodel>', `${padded}<datamodel>`))._tag).toBe('Right');
  });
});
