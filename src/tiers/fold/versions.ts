/** A new version of a policy takes over. */

import { parseIsoDay } from '../../foundation/civil.js';
import { own } from '../../foundation/record.js';
import type { Program } from '../program.js';
import { emit, ending, moveTo, startTerm } from './rise.js';
import { addRow, emptyRows } from './rows.js';
import { nameOf, recordEarned, recordHeld, versionOf } from './standing.js';
import { extendedTo, judgedFrom, termOf } from './term.js';
import type { Work } from './work.js';

/** Carries a member over: tiers by name, counters as the new version counts. */
export function changeVersion(work: Work, at: number): void {
  const old = work.program;
  work.version += 1;
  const program = work.versions[work.version] as Program;
  work.program = program;
  const { renamed, extendTo } = program.policy.change;
  const placed = (place: number): number => {
    const name = old.tiers[place]?.tier ?? '';
    return program.placeOf.get(own(renamed, name) ?? name) ?? 0;
  };
  const named = [...work.aliases, ...old.placeOf];
  work.aliases = new Map(named.map(([name, place]) => [name, placed(place)]));
  const { track } = work;
  work.track = {
    ...track,
    longestUntil: Number.NEGATIVE_INFINITY,
    // What ends at this instant is still dealt with at it.
    expiresAt: track.expiresAt > at ? judgedFrom(work, track.expiresAt, at) : track.expiresAt,
    tier: placed(track.tier),
    highestHeld: placed(track.highestHeld),
    highestOfTerm: placed(track.highestOfTerm),
  };
  work.lifetime = placed(work.lifetime);
  work.grants = work.grants.map((grant) => ({
    ...grant,
    tier: placed(grant.tier),
    heldBefore: placed(grant.heldBefore),
  }));
  recountAs(work, old);
  if (track.tier > 0 && work.track.tier === 0) fallToBase(work, old.tiers[track.tier]?.tier ?? '', at);
  if (extendTo !== undefined) extendHeld(work, extendTo, at);
  recordEarned(work, at);
  recordHeld(work, at);
}

/** A tier that the new version names after its base is lost. */
function fallToBase(work: Work, from: string, at: number): void {
  moveTo(work, 0, at, false);
  work.track.source = 'base';
  startTerm(work, at, termOf(work, 0, at), false);
  const to = nameOf(work, 0);
  emit(work, { kind: 'downgraded', from, to, expiresAt: null, at, by: null, version: versionOf(work) });
}

function recountAs(work: Work, old: Program): void {
  const { program } = work;
  const rows = emptyRows(program);
  for (const activity of work.rows.activities)
    addRow(rows, program, activity, work.returned.get(activity.id));
  work.rows = rows;
  work.adjustments = work.adjustments.map((one) => {
    const before = old.columns[old.columnOf.get(one.metric) ?? -1]?.scale ?? 1;
    const now = program.columns[program.columnOf.get(one.metric) ?? -1]?.scale ?? before;
    return { ...one, units: Math.round((one.units / before) * now) };
  });
  work.spans = [];
  work.due = Number.NaN;
}

/** Terms that would end earlier run until a day. */
function extendHeld(work: Work, day: string, at: number): void {
  const { track } = work;
  const until = parseIsoDay(day);
  if (track.tier === 0 || until === undefined) return;
  const term = extendedTo(work, track.tier, track, until);
  if (term.expiresAt === track.expiresAt) return;
  track.extendedFrom = Math.min(track.extendedFrom, track.expiresAt);
  track.expiresAt = term.expiresAt;
  track.measuredAt = term.measuredAt;
  const expiresAt = ending(term.expiresAt);
  emit(work, {
    kind: 'extended',
    tier: nameOf(work, track.tier),
    expiresAt,
    because: 'versionChange',
    at,
    by: null,
    version: versionOf(work),
  });
}

/** The tier's own term has ended; from here on it is held because a version let it run on. */
export function beginExtension(work: Work, at: number): void {
  work.track.extendedFrom = Number.POSITIVE_INFINITY;
  if (work.track.expiresAt <= at) return;
  work.track.source = 'extension';
  recordEarned(work, at);
  recordHeld(work, at);
}
