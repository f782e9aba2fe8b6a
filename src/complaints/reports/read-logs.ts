/** Logs of a report as they are handed over: those that can be counted, and why the others cannot. */
import { wrong } from '../../foundation/make-problem.js';
import type { Problem, Problems } from '../../foundation/problem.js';
import { readStory } from '../clocks/story.js';
import type { CaseEvent } from '../workflow/case.js';

/** A log that is not counted; `caseId` is `''` where it says none. */
export interface RejectedLog {
  readonly caseId: string;
  readonly problems: Problems;
}

/** Every log in one of both, in their order; of two logs of one case the first is counted. What is no list is rejected whole. */
export function readLogs(logs: readonly (readonly CaseEvent[])[]): {
  readonly accepted: readonly (readonly CaseEvent[])[];
  readonly rejected: readonly RejectedLog[];
} {
  if (!Array.isArray(logs)) return { accepted: [], rejected: [{ caseId: '', problems: [noList(logs)] }] };
  const accepted: (readonly CaseEvent[])[] = [];
  const rejected: RejectedLog[] = [];
  const seen = new Set<string>();
  for (const log of logs) {
    const story = readStory(log, Number.POSITIVE_INFINITY);
    if (story._tag === 'Left') {
      rejected.push({ caseId: caseIdIn(log), problems: story.left });
      continue;
    }
    const { caseId } = story.right;
    if (seen.has(caseId)) rejected.push({ caseId, problems: [twice(caseId)] });
    else accepted.push(log);
    seen.add(caseId);
  }
  return { accepted, rejected };
}

function noList(found: unknown): Problem {
  return wrong('wrongType', ['logs'], { en: 'list of logs', zh: '日志列表' }, found);
}

function caseIdIn(log: unknown): string {
  const first: unknown = Array.isArray(log) ? log[0] : undefined;
  if (typeof first !== 'object' || first === null || !('caseId' in first)) return '';
  return typeof first.caseId === 'string' ? first.caseId : '';
}

function twice(caseId: string): Problem {
  const type = { en: 'one log of each case', zh: '每个个案一份日志' };
  return wrong('repeated', ['log'], type, caseId);
}
