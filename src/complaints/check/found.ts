/** Findings put together: what they are about in words, with the script that shows them. */
import type { Bilingual, StatementValue } from '../../foundation/statement.js';
import type { Facts } from './crossings.js';
import type { ScriptStep, WorkflowFinding, WorkflowFindingKind } from './finding.js';
import type { Search } from './search.js';
import { factWords, scriptWords } from './words.js';

export interface Found {
  readonly kind: WorkflowFindingKind;
  readonly path: WorkflowFinding['path'];
  readonly words: Bilingual;
  readonly values: Readonly<Record<string, StatementValue>>;
  readonly script?: readonly ScriptStep[];
  readonly facts?: Facts;
  readonly loop?: readonly ScriptStep[];
  readonly configurations?: number;
}

const WARNINGS: ReadonlySet<WorkflowFindingKind> = new Set([
  'silenceGoesRound',
  'factNeverRead',
  'factNeverSet',
]);
const INFORMATION: ReadonlySet<WorkflowFindingKind> = new Set(['uncoveredGuards', 'answersForEver']);

/** `{script}`, `{facts}` and `{loop}` of the words are filled in. */
export function finding({ workflow }: Search, found: Found): WorkflowFinding {
  const { kind, path, words, values, script = [], facts, loop, configurations = 0 } = found;
  return {
    kind,
    severity: WARNINGS.has(kind) ? 'warning' : INFORMATION.has(kind) ? 'information' : 'error',
    path,
    ...words,
    values: {
      ...values,
      script: scriptWords(workflow, script),
      ...(facts && { facts: factWords(workflow, facts) }),
      ...(loop && { loop: scriptWords(workflow, loop) }),
    },
    script,
    ...(facts && { facts }),
    ...(loop && { loop }),
    configurations,
  };
}
