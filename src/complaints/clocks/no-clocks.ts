/** What was handed over as the clocks of a case and is none: for hosts that have no compiler to tell them. */
import { wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import type { Bilingual } from '../../foundation/statement.js';
import { inList } from '../log/no-log.js';

/** The first thing wrong with clocks, or with the answer that holds them. */
export function noClocks(found: unknown, argument: string): readonly Problem[] {
  const clocks = isRecord(found) && 'clocks' in found ? found['clocks'] : found;
  const odd = inList(clocks, [argument], CLOCKS, (clock, path) =>
    isRecord(clock) && isRecord(clock['status']) ? undefined : wrong('wrongType', path, CLOCK, clock),
  );
  return odd === undefined ? [] : [odd];
}

const CLOCKS: Bilingual = {
  en: 'list of clocks, or the answer of projectClocks that holds them (its Right)',
  zh: '时钟列表，或含有时钟的 projectClocks 结果（其 Right）',
};
const CLOCK: Bilingual = { en: 'clock with its status', zh: '含状态的时钟' };
