/** Limits that were compared: how each was counted, which of them decides, and that in sentences. */
import type { DeadlineExplanation } from '../../calendar/index.js';
import type { ZoneClock } from '../../foundation/civil.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { ComparedLimit } from './model.js';
import { limitWords, timeWords } from './time-words.js';

/** One of several limits that were compared. */
export interface ExplainedPart {
  readonly name: Bilingual;
  /** What it counts from, epoch milliseconds. */
  readonly anchor: number;
  readonly deadline: DeadlineExplanation;
  /** Whether it is the one that counts. */
  readonly decides: boolean;
}

/**
 * "The latest of 2 limits counts.", then each with its count, in the order of the rule; one that the case has told
 * nothing about (`undefined`) by name.
 */
export function comparedStatements(
  { whichever, of }: ComparedLimit,
  parts: readonly (ExplainedPart | undefined)[],
  zone: ZoneClock,
): readonly Statement[] {
  const each = of.flatMap(({ name }, i) => {
    const part = parts[i];
    return part === undefined ? [{ ...UNTOLD, values: { name } }] : partStatements(part, zone);
  });
  const decides = parts.find((one) => one?.decides === true);
  return [
    { ...WHICHEVER[whichever], values: { count: of.length } },
    ...each,
    ...(decides === undefined ? [] : [{ ...DECIDES, values: { name: decides.name } }]),
  ];
}

function partStatements({ name, anchor, deadline }: ExplainedPart, zone: ZoneClock): readonly Statement[] {
  const values = { name, from: timeWords(zone, anchor), limit: limitWords(zone, deadline.at) };
  return [{ ...PART, values }, ...deadline.statements];
}

const WHICHEVER: Readonly<Record<ComparedLimit['whichever'], Bilingual>> = {
  latest: { en: 'The latest of {count} limits counts.', zh: '{count} 项期限中以最晚者为准。' },
  earliest: { en: 'The earliest of {count} limits counts.', zh: '{count} 项期限中以最早者为准。' },
};
const PART = { en: '{name}, from {from}: until {limit}.', zh: '{name}，自 {from} 起：至 {limit}。' };
const UNTOLD = { en: '{name}: not told, left out.', zh: '{name}：未告知，不参与比较。' };
const DECIDES = { en: 'What counts: {name}.', zh: '适用：{name}。' };
