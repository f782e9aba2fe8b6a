/** What is wrong with a command, in words. */
import { describe } from '../../foundation/describe.js';
import type { Problem } from '../../foundation/problem.js';
import { own } from '../../foundation/record.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { CompiledWorkflow } from './compile.js';
import { factName, fieldName, listed } from './name-of.js';

/** A problem of a command as a sentence in which fields and facts are called as people call them. */
export function problemWords(workflow: CompiledWorkflow, type: string, problem: Problem): Statement {
  if (problem.code === 'unknownKey') return unknownField(problem);
  const place = placeName(workflow, type, problem.path);
  return place === undefined
    ? plainWords(problem)
    : {
        en: '{place}: {problem}',
        zh: '{place}：{problem}',
        values: { place, problem: sentenceOf({ ...problem, path: [] }) },
      };
}

/** A problem as a statement, with its path as it is. */
export function plainWords(problem: Problem): Statement {
  return { en: '{problem}', zh: '{problem}', values: { problem: sentenceOf(problem) } };
}

function sentenceOf(problem: Problem): Bilingual {
  return { en: describe(problem, 'en'), zh: describe(problem, 'zh') };
}

/** What a place in the data, or a fact of the host, is called: "remedies, no. 2, currency". */
function placeName(workflow: CompiledWorkflow, type: string, path: Problem['path']): Bilingual | undefined {
  const [root, key, ...inner] = path;
  if (root === 'context') return factName(workflow.workflow, String(key));
  if (root !== 'data' || key === undefined) return undefined;
  let field = workflow.parts.commands.get(type)?.fields.get(String(key))?.field;
  const names = [fieldName(field, String(key))];
  for (const step of inner) {
    if (typeof step === 'number') {
      field = field?.kind === 'list' ? field.of : undefined;
      names.push({ en: `no. ${step + 1}`, zh: `第 ${step + 1} 项` });
    } else {
      field = field?.kind === 'object' ? own(field.fields, step) : undefined;
      names.push(fieldName(field, step));
    }
  }
  return listed(names);
}

/** Of a key too many its name matters, not what it holds. */
function unknownField({ path, expected }: Problem): Statement {
  const known = expected.kind === 'keys' ? expected.known : [];
  const field = path.join('.');
  const all = { en: known.join(', '), zh: known.join('、') };
  return known.length === 0
    ? { en: 'There is no field {field}.', zh: '没有字段 {field}。', values: { field } }
    : {
        en: 'There is no field {field}; possible: {known}.',
        zh: '没有字段 {field}；可用字段：{known}。',
        values: { field, known: all },
      };
}
