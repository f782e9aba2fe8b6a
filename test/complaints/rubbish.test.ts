/** What checks and exports say of what is no workflow, as a host without a compiler could hand it over. */
import { checkWorkflow, compileWorkflow, ProblemError, sixSteps, type Workflow } from 'clientele/complaints';
import { toDot, toMermaid, toProcedure, toScxml, toXState } from 'clientele/complaints/export';
import { describe, expect, it } from 'vitest';

const readers: readonly (readonly [string, (workflow: Workflow) => unknown])[] = [
  ['compileWorkflow', compileWorkflow],
  ['checkWorkflow', (workflow) => checkWorkflow(workflow)],
  ['toMermaid', (workflow) => toMermaid(workflow)],
  ['toDot', (workflow) => toDot(workflow)],
  ['toProcedure', (workflow) => toProcedure(workflow, 'en')],
  ['toScxml', toScxml],
  ['toXState', toXState],
];
const rubbish = [
  'null',
  '{}',
  '42',
  '[]',
  '"chart"',
  JSON.stringify({ ...sixSteps, transitions: [null] }),
  JSON.stringify({ ...sixSteps, states: { listen: {} } }),
  JSON.stringify({ ...sixSteps, commands: { START: { name: sixSteps.title, kind: 'command' } } }),
  JSON.stringify({ ...sixSteps, names: 'none' }),
  JSON.stringify({ ...sixSteps, names: { roles: null } }),
  JSON.stringify({ ...sixSteps, names: { slots: { crux: 'crux' } } }),
  JSON.stringify({ ...sixSteps, names: { tags: { addition: null } } }),
  JSON.stringify({ ...sixSteps, names: { tags: { addition: { values: { library: null } } } } }),
];

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe.each(readers)('%s', (_, read) => {
  it.each(rubbish)('names what is wrong with %s', (text) => {
    expect(thrownBy(() => read(JSON.parse(text)))).toBeInstanceOf(ProblemError);
  });

  it('takes a workflow', () => {
    expect(thrownBy(() => read(sixSteps))).not.toBeInstanceOf(Error);
  });
});

it('says which parts are not there', () => {
  const thrown = thrownBy(() =>
    checkWorkflow(JSON.parse('{"states":{},"commands":{},"facts":{},"final":[]}')),
  );
  const problems = thrown instanceof ProblemError ? thrown.problems : [];
  expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'missing name',
    'missing version',
    'missing initial',
    'missing title',
    'missing opening',
    'missing transitions',
  ]);
});

it('names the languages that there are', () => {
  for (const write of [toMermaid, toDot]) {
    const thrown = thrownBy(() => write(sixSteps, JSON.parse('{"language":"fr"}')));
    expect(thrown).toMatchObject({ problems: [{ path: ['language'], expected: { values: ['en', 'zh'] } }] });
  }
  expect(thrownBy(() => toProcedure(sixSteps, JSON.parse('"fr"')))).toBeInstanceOf(ProblemError);
});
