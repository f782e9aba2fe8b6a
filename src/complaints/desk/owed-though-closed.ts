/** Duties of a case that is closed: what is still owed can be done only once it was reopened, and they say so. */
import { own } from '../../foundation/record.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { CaseClock } from '../clocks/case-clock.js';
import type { ClockMoment } from '../clocks/model.js';
import type { CaseSnapshot } from '../workflow/case.js';
import type { LegalCommand } from '../workflow/legal-commands.js';
import type { Workflow } from '../workflow/model.js';
import { fieldName, listed } from '../workflow/name-of.js';
import type { ComplaintDesk } from './model.js';

/** The duties, those that nothing legal can meet with the command that opens the way again. */
export function owedThoughClosed(
  { setup: { workflow }, packs }: ComplaintDesk,
  now: CaseSnapshot,
  duties: readonly CaseClock[],
  legal: readonly LegalCommand[],
): readonly CaseClock[] {
  if (own(workflow.states, now.state)?.closed !== true) return duties;
  return duties.map((duty) => {
    const pack = packs.find(({ name, version }) => name === duty.pack && version === duty.version);
    const rule = pack?.clocks.find(({ clock }) => clock === duty.clock);
    if (pack === undefined || rule === undefined || amongst(legal, rule.meets).length > 0) return duty;
    const ways = amongst(legal, pack.reopenings);
    if (ways.length === 0) return duty;
    const commands = listed(ways.map((way) => wayWords(workflow, way)));
    return { ...duty, statements: [...duty.statements, { ...REOPEN_FIRST, values: { commands } }] };
  });
}

function amongst(legal: readonly LegalCommand[], moments: readonly ClockMoment[]): readonly LegalCommand[] {
  return legal.filter(({ type }) => moments.some((moment) => 'event' in moment && moment.event === type));
}

/** "“Reopen” (new evidence)". */
function wayWords({ commands }: Workflow, { type, name, ways }: LegalCommand): Bilingual {
  const fields = own(commands, type)?.fields;
  const needs = listed((ways[0]?.needs ?? []).map((key) => fieldName(own(fields, key), key)));
  return needs.en === ''
    ? { en: `“${name.en}”`, zh: `“${name.zh}”` }
    : { en: `“${name.en}” (${needs.en})`, zh: `“${name.zh}”（${needs.zh}）` };
}

const REOPEN_FIRST: Statement = {
  en: 'The case is closed, and this is still owed: first {commands}.',
  zh: '个案已结，但此项仍须完成：请先{commands}。',
  values: {},
};
