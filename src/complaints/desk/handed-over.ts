/** What a host without a compiler could hand over in place of a desk, a log or what it knows besides. */
import { type Path, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import type { Bilingual } from '../../foundation/statement.js';
import { inList, noLog, noLogs } from '../log/no-log.js';
import { isCompiled } from '../workflow/compiled.js';

/** What is wrong with the first of these; nothing for a desk with a log and something that may be `extra`. */
export function notUsable(desk: unknown, log: unknown, extra: unknown): Problem | undefined {
  return noDesk(desk) ?? noLog(log) ?? noExtra(extra);
}

/** A desk that was stored as JSON is none: what was compiled is gone. */
function noDesk(found: unknown): Problem | undefined {
  const isDesk =
    isRecord(found) &&
    isRecord(found['setup']) &&
    Array.isArray(found['packs']) &&
    isRecord(found['calendars']) &&
    isCompiled(found['workflow']);
  return isDesk ? undefined : wrong('wrongType', ['desk'], DESK, found);
}

/** The first part of what the host knows that has not its form. Amounts are judged where they are used. */
function noExtra(found: unknown): Problem | undefined {
  if (!isRecord(found)) return wrong('wrongType', ['extra'], OBJECT, found);
  for (const [key, problemOf] of PARTS) {
    const part = found[key];
    const odd = part === undefined ? undefined : problemOf(part, ['extra', key]);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

type PartProblem = (found: unknown, path: Path) => Problem | undefined;

const noTexts: PartProblem = (found, path) => inList(found, path, TEXTS, noText);
const PARTS: readonly (readonly [key: string, problemOf: PartProblem])[] = [
  ['related', noLogs],
  ['corrective', noLogs],
  ['threats', (found, path) => inList(found, path, THREATS, noThreat)],
  ['interested', noTexts],
  ['context', (found, path) => (isRecord(found) ? undefined : wrong('wrongType', path, OBJECT, found))],
  ['capOverride', noText],
  // Of a bundle.
  ['persons', noTexts],
  ['keep', noTexts],
];

function noThreat(found: unknown, path: Path): Problem | undefined {
  const isThreat =
    isRecord(found) &&
    typeof found['at'] === 'number' &&
    (found['of'] === 'legal' || found['of'] === 'press');
  return isThreat ? undefined : wrong('wrongType', path, THREAT, found);
}

function noText(found: unknown, path: Path): Problem | undefined {
  return typeof found === 'string' ? undefined : wrong('wrongType', path, TEXT, found);
}

const OBJECT: Bilingual = { en: 'object', zh: '对象' };
const TEXTS: Bilingual = { en: 'list of texts', zh: '文本列表' };
const TEXT: Bilingual = { en: 'text', zh: '文本' };
const DESK: Bilingual = { en: 'desk made by complaintDesk', zh: '由 complaintDesk 得到的投诉台' };
const THREATS: Bilingual = { en: 'list of threats', zh: '施压情形列表' };
const THREAT: Bilingual = {
  en: 'threat (`of`: legal or press) with its time (`at`)',
  zh: '施压情形（`of` 为 legal 或 press）及其时间（`at`）',
};
